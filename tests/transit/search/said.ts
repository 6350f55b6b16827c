/** What the engine and the oracle say of a drawn sketch, in one voice. */
import { expect } from "vitest";
import { type Given, sketchDrawn } from "../drawn-sketch";
import { clock } from "../sketch";
import { askedOf } from "../sketch-told";
import { expectedFronts, foundFronts, type Fronts } from "./found-fronts";
import type { Aim } from "./oracle/asked";

/** "10:30:00 after 120" for the warmest; "..., 2 rides"; "..., leave 10:00:00". */
export function said(given: Given, aim: Aim = "warmest"): string[] {
  const sketch = sketchDrawn(given);
  const asked = askedOf(sketch);
  const clockOf = (second: number) => clock(second + sketch.question.leaveFrom);
  const lines = (fronts: Fronts) =>
    fronts[aim][0]!.map(({ enters, cost, rides, leave }) => {
      if (leave !== undefined) return `${clockOf(enters!)}, leave ${clockOf(leave)}`;
      return `${clockOf(enters!)} after ${cost}${rides === undefined ? "" : `, ${rides} rides`}`;
    });
  const found = lines(foundFronts(sketch, asked));
  expect(lines(expectedFronts(asked)), "the oracle").toEqual(found);
  return found;
}
