/** Every journey of random towns, read leg by leg: it can be made as told, and its figures are those of its legs. */
import { expect, test } from "vitest";
import type { Journey } from "~/domain/journey";
import { journeysFrom } from "~/transit/search/journeys";
import { at, clockOf } from "../picture";
import { EVERYTHING, randomFrom, randomSketch } from "../random-town";
import { pictureOf, questionOf } from "../sketch-told";
import { auditorOf } from "./audit";
import { AIMS, timetableOf } from "./found-fronts";

const TOWNS = 250 * Number(process.env.WARMSTOP_TOWNS ?? 1);

test("journeys can be made as they are told", () => {
  const told = { rides: 0, changes: 0, stays: 0, inside: 0, estimated: 0, callFirst: 0 };
  for (let seed = 60_000; seed < 60_000 + TOWNS; seed++) {
    const sketch = randomSketch(randomFrom(seed), seed % 3 === 0 ? 0 : 36_000, 30, EVERYTHING);
    const faultsIn = auditorOf(sketch, at("14 0:00"));
    const timetable = timetableOf(sketch);
    for (const aim of AIMS)
      for (const [door, way] of journeysFrom(timetable, { ...questionOf(sketch), aim }))
        for (const journey of way.kind === "none" ? [] : way.journeys) {
          const faults = faultsIn(journey, door);
          if (faults.length > 0) {
            const where = `${aim}, seed ${seed}, door ${door}`;
            expect.fail([...faults, where, ...linesOf(journey), pictureOf(sketch)].join("\n"));
          }
          if (journey.boardings > 0) told.rides++;
          if (journey.boardings > 1) told.changes++;
          if (journey.legs.some((leg) => leg.kind === "ride" && leg.staysOn)) told.stays++;
          if (journey.legs.some(({ kind }) => kind === "inside")) told.inside++;
          if (journey.estimated) told.estimated++;
          if (journey.callFirst) told.callFirst++;
        }
  }
  // Of each kind there are enough to have shown a fault.
  for (const [kind, count] of Object.entries(told)) expect(count, kind).toBeGreaterThan(20);
}, 120_000);

function linesOf({ legs }: Journey): string[] {
  return legs.map(
    ({ kind, from, to, departs, arrives }) =>
      `${kind} ${from.name} ${clockOf(departs)} - ${to.name} ${clockOf(arrives)}`,
  );
}
