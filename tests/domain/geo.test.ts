import { distance } from "@turf/turf";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { metresBetween, metresOutside, middleOf, miles, roundedPosition, within } from "~/domain/geo";

const county = { south: 38.98, west: -94.91, north: 39.21, east: -94.59 };

test("metres are turf's metres", () => {
  const lat = fc.double({ min: -89, max: 89, noNaN: true });
  const lon = fc.double({ min: -180, max: 180, noNaN: true });
  fc.assert(
    fc.property(lat, lon, lat, lon, (aLat, aLon, bLat, bLon) => {
      const theirs = distance([aLon, aLat], [bLon, bLat], { units: "meters" });
      expect(metresBetween({ lat: aLat, lon: aLon }, { lat: bLat, lon: bLon })).toBeCloseTo(theirs, 0);
    }),
  );
});

test("a point inside is 0 metres outside, one beyond the edge as far as to the edge", () => {
  expect(within({ lat: 39.1, lon: -94.6 }, county)).toBe(true);
  expect(metresOutside({ lat: 39.1, lon: -94.6 }, county)).toBe(0);
  expect(within({ lat: 39.22, lon: -94.6 }, county)).toBe(false);
  expect(metresOutside({ lat: 39.22, lon: -94.6 }, county)).toBeCloseTo(1112, 0);
  expect(miles(1609.344)).toBe(1);
});

test("a position leaves the phone to a thousandth of a degree", () => {
  expect(roundedPosition({ lat: 39.115464, lon: -94.62653 })).toEqual({ lat: 39.115, lon: -94.627 });
  expect(
    middleOf([
      { lat: 1, lon: 2 },
      { lat: 3, lon: 4 },
    ]),
  ).toEqual({ lat: 2, lon: 3 });
});
