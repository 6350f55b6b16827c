import { expect, test } from "vitest";
import { footpathsBetween, linkSeconds } from "~/transit/timetable/footpaths";
import { ADULT_PACE, FAMILY_PACE } from "~/transit/search/walking";
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
const footpaths = footpathsBetween(lat, lon);

const linksTo = (stop: number) => [
  ...footpaths.from.subarray(footpaths.first[stop], footpaths.first[stop + 1]),
];

test("links stops at most 400 m of street apart, both ways and never to themselves", () => {
  expect([0, 1, 2, 3].map(linksTo)).toEqual([[1, 3], [0, 3], [], [0, 1]]);
});

test("two stops at one place are linked by 0 m", () => {
  expect(footpaths.metres[1]).toBe(0);
});

test("takes whole seconds at the party's pace", () => {
  const kept = { footpaths, links: new Map<number, Int32Array>() };
  expect(linkSeconds(kept, FAMILY_PACE)[0]).toBe(Math.ceil(390 / 0.9));
  expect(linkSeconds(kept, ADULT_PACE)[0]).toBe(390 / 1.2);
  expect(linkSeconds(kept, FAMILY_PACE)).toBe(kept.links.get(0.9));
});
