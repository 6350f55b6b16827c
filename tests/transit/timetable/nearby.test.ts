import { expect, test } from "vitest";
import { gridOf, within } from "~/transit/timetable/nearby";
import { walkMetres } from "~/transit/timetable/walking";
import { randomFrom } from "../random-town";

test.each([
  ["in Kansas", 39.1, -94.6],
  ["on the equator", 0, 0],
  ["in the far north", 78.2, 15.6],
])("finds just the points a look at every one finds, %s", (_, lat, lon) => {
  const random = randomFrom(7);
  const lats = Float64Array.from({ length: 400 }, () => lat + 0.03 * (random.next() - 0.5));
  const lons = Float64Array.from({ length: 400 }, () => lon + 0.12 * (random.next() - 0.5));
  const grid = gridOf(lats, lons);
  for (let n = 0; n < 20; n++) {
    const at = { lat: lat + 0.02 * (random.next() - 0.5), lon: lon + 0.1 * (random.next() - 0.5) };
    const all = [...lats.keys()].filter((i) => walkMetres(at, { lat: lats[i]!, lon: lons[i]! }) <= 1200);
    const found = within(grid, at, 1200);
    expect(found.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(all);
    for (const { index, metres } of found)
      expect(metres).toBe(walkMetres(at, { lat: lats[index]!, lon: lons[index]! }));
  }
});

test("is empty where nothing is near", () => {
  expect(within(gridOf(Float64Array.of(39), Float64Array.of(-94)), { lat: 40, lon: -94 }, 1200)).toEqual([]);
});
