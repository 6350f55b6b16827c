import { describe, expect, it } from "vitest";
import { parseTile, tileBounds, touches } from "~/data/tiles/tile.server";

const wyandotte = { south: 38.98, west: -94.91, north: 39.21, east: -94.59 };

describe("a tile's address", () => {
  it.each([
    ["13/1941/3139.png", { z: 13, x: 1941, y: 3139 }],
    ["9/0/511.png", { z: 9, x: 0, y: 511 }],
  ])("%s is read", (words, tile) => {
    expect(parseTile(words)).toEqual(tile);
  });

  it.each([
    "",
    "13/1941/3139",
    "13/1941/3139.jpg",
    "13/1941/3139.png.png",
    "13/-1/3139.png",
    "13/1e3/3139.png",
    "18/1/1.png",
    "9/512/0.png",
    "9/0/512.png",
    "13/../3139.png",
    "13/1941/3139.png?x",
    "13/1941/٣.png",
    "999999/1/1.png",
  ])("%j is no tile", (words) => {
    expect(parseTile(words)).toBeUndefined();
  });

  it("has the edges OpenStreetMap's numbering gives it", () => {
    const { north, south, west, east } = tileBounds({ z: 1, x: 0, y: 0 });
    expect([west, east, south]).toEqual([-180, 0, 0]);
    expect(north).toBeCloseTo(85.0511, 4);
  });
});

describe("a tile and a region", () => {
  it.each([
    ["7th & Minnesota", { z: 15, x: 7770, y: 12509 }, true],
    ["a little east of it, in the margin", { z: 13, x: 1944, y: 3127 }, true],
    ["New York", { z: 13, x: 2412, y: 3079 }, false],
    ["the other side of the world", { z: 9, x: 500, y: 200 }, false],
  ])("%s, tile %o: touches is %s", (_, tile, expected) => {
    expect(touches(tile, wyandotte)).toBe(expected);
  });
});
