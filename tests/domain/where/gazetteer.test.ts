import { expect, test } from "vitest";
import { gazetteerOf, makeGazetteer } from "~/domain/where/gazetteer";
import type { Named } from "~/domain/where/where";

const stop = (name: string, lat: number, lon: number): Named => ({ kind: "stop", name, lat, lon });
const wordsIn = (names: Named[]) =>
  gazetteerOf(names)
    .entries.map(({ at }) => at.words)
    .toSorted();

test("the stops of one corner are one entry, in their middle", () => {
  const { entries } = gazetteerOf([stop("7th & Main EB", 39.1, -94.6), stop("MAIN @ 7TH WB", 39.102, -94.6)]);
  expect(entries).toHaveLength(1);
  expect(entries[0]!.at.lat).toBeCloseTo(39.101, 9);
  expect(entries[0]!.stops).toBe(2);
});

test("namesakes far apart are told apart by ZIP, and without one by a number", () => {
  const names = [stop("Main & 3rd", 39.1, -94.6), stop("Main & 3rd", 39.2, -94.6)];
  const zips: Named[] = [
    { kind: "zip", name: "66101", lat: 39.1, lon: -94.6 },
    { kind: "zip", name: "66109", lat: 39.2, lon: -94.6 },
  ];
  expect(wordsIn([...names, ...zips])).toEqual(["Main & 3rd, 66101", "Main & 3rd, 66109"]);
  expect(wordsIn(names)).toEqual(["Main & 3rd, no. 1", "Main & 3rd, no. 2"]);
});

test("a stop named after the place beside it is the place", () => {
  const place: Named = { kind: "place", name: "Hope House", lat: 39.1, lon: -94.6 };
  expect(gazetteerOf([place, stop("HOPE HOUSE", 39.1001, -94.6)]).entries.map(({ at }) => at.via)).toEqual([
    "place",
  ]);
  expect(wordsIn([place, stop("HOPE HOUSE", 39.3, -94.6)])).toHaveLength(2);
});

test("names without a letter or a digit are left out", () => {
  expect(wordsIn([stop("", 0, 0), stop("&", 0, 0), stop("---", 0, 0)])).toEqual([]);
});

test("three thousand namesakes at one point do not take words from one another", () => {
  const crowd = Array.from({ length: 300 }, (_, index) => stop("Main, no. 2", 30 + index / 10, -94));
  expect(new Set(wordsIn([...crowd, stop("Main", 10, 10), stop("Main", 20, 20)])).size).toBe(302);
});

test("it can be made in pieces, one or more for each name, and is then the same", () => {
  const names = Array.from({ length: 50 }, (_, i) => stop(`Main & ${i}th`, 39 + i / 100, -94));
  const making = makeGazetteer(names, "Town");
  let pieces = 0;
  let step = making.next();
  for (; !step.done; step = making.next()) pieces++;
  expect(pieces).toBeGreaterThan(names.length);
  expect(step.value).toEqual(gazetteerOf(names, "Town"));
});
