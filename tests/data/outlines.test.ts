import { booleanIntersects, lineString } from "@turf/turf";
import { describe, expect, it } from "vitest";
import { outlineOf } from "~/data/outlines.server";

const wyandotte = { bounds: { south: 38.98, west: -94.91, north: 39.21, east: -94.59 } };
const stLouis = { bounds: { south: 38.4, west: -90.75, north: 38.9, east: -89.9 } };
const atSea = { bounds: { south: 10, west: -40, north: 11, east: -39 } };

describe("the outline of a region", () => {
  it("has the county's own edges: the state line in the east and the county line in the west", async () => {
    const { coordinates } = await outlineOf(wyandotte);
    const edge = { type: "MultiLineString" as const, coordinates };
    const fromKansasToMissouri = lineString([
      [-94.7, 39.08],
      [-94.55, 39.08],
    ]);
    const fromWyandotteToLeavenworth = lineString([
      [-94.85, 39.08],
      [-94.95, 39.08],
    ]);
    const insideTheCounty = lineString([
      [-94.75, 39.11],
      [-94.65, 39.11],
    ]);
    expect(booleanIntersects(edge, fromKansasToMissouri)).toBe(true);
    expect(booleanIntersects(edge, fromWyandotteToLeavenworth)).toBe(true);
    expect(booleanIntersects(edge, insideTheCounty)).toBe(false);
  });

  it("stays within the region and a quarter of its size around it", async () => {
    const { coordinates } = await outlineOf(stLouis);
    expect(coordinates.length).toBeGreaterThan(3);
    for (const [lon, lat] of coordinates.flat()) {
      expect(lon).toBeGreaterThanOrEqual(-90.75 - 0.22);
      expect(lon).toBeLessThanOrEqual(-89.9 + 0.22);
      expect(lat).toBeGreaterThanOrEqual(38.4 - 0.13);
      expect(lat).toBeLessThanOrEqual(38.9 + 0.13);
    }
  });

  it.each([
    ["Wyandotte County", wyandotte],
    ["St. Louis", stLouis],
  ])("is at most 8 KB for %s", async (_, region) => {
    expect(JSON.stringify(await outlineOf(region)).length).toBeLessThanOrEqual(8 * 1024);
  });

  it("is empty where there is no county", async () => {
    expect((await outlineOf(atSea)).coordinates).toEqual([]);
  });

  it("is drawn once: the second question gets the first one's answer", async () => {
    expect(await outlineOf(stLouis)).toBe(await outlineOf({ bounds: { ...stLouis.bounds } }));
  });
});
