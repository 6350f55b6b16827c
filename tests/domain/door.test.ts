import { expect, test } from "vitest";
import { doorSum, type DoorSaid, type DoorWord } from "~/domain/door";

const said = (...words: DoorWord[]): DoorSaid[] =>
  words.map((word, index) => ({ word, at: new Date(Date.UTC(2026, 0, 15, 18, 59 - index)) }));

test("nothing said is nothing to tell", () => {
  expect(doorSum([])).toBeNull();
});

test("each word is counted, the ones that shut people out first, and the newest tells the age", () => {
  expect(doorSum(said("got-in", "closed", "full", "closed"))).toEqual({
    counts: [
      ["full", 1],
      ["closed", 2],
      ["got-in", 1],
    ],
    newest: new Date("2026-01-15T18:59:00Z"),
  });
  expect(doorSum(said("got-in"))!.counts).toEqual([["got-in", 1]]);
});
