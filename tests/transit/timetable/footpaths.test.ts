import { expect, test } from "vitest";
import { footpathsOf, footSeconds, generatedPaths, linkSeconds } from "~/transit/timetable/footpaths";
import { ADULT_PACE, FAMILY_PACE } from "~/transit/timetable/walking";
import { type Place, placed } from "../picture";

// 300 m are 390 m of street, 310 m are 403: the limit of 400 lies between.
const places: Place[] = [
  [0, 0],
  [300, 0],
  [610, 0],
  [0, 0],
];
const points = places.map(placed);
const lat = Float64Array.from(points, (point) => point.lat);
const lon = Float64Array.from(points, (point) => point.lon);
const footpaths = footpathsOf(generatedPaths(lat, lon), 4);

const pathsTo = (stop: number) => [
  ...footpaths.from.subarray(footpaths.first[stop], footpaths.first[stop + 1]),
];

test("links each stop with itself and those at most 400 m of street away, both ways", () => {
  expect([0, 1, 2, 3].map(pathsTo)).toEqual([[0, 1, 3], [0, 1, 3], [2], [0, 1, 3]]);
});

test("two stops at one place are linked by 0 m", () => {
  expect(footpaths.metres[2]).toBe(0);
});

test("takes whole seconds at the party's pace, and the change after them", () => {
  expect(footSeconds(footpaths, 1, FAMILY_PACE)).toBe(Math.ceil(390 / 0.9));
  expect(linkSeconds(footpaths, FAMILY_PACE)[1]).toBe(Math.ceil(390 / 0.9) + 60);
  expect(linkSeconds(footpaths, ADULT_PACE)[1]).toBe(390 / 1.2 + 60);
  expect(linkSeconds(footpaths, FAMILY_PACE)[0]).toBe(60);
  expect(linkSeconds(footpaths, { ...FAMILY_PACE, changeS: 0 })[0]).toBe(1);
});

test("a time of transfers.txt replaces walk and change", () => {
  const own = footpathsOf([{ from: 0, to: 1, metres: 390, fixedS: 0, minS: 180 }], 4);
  expect(linkSeconds(own, FAMILY_PACE)[0]).toBe(180);
});
