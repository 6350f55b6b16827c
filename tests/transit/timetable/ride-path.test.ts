import { expect, test } from "vitest";
import { ridePath } from "~/transit/timetable/ride-path";
import { type Place, placed, town, trip } from "../picture";

const rounded = (points: { lat: number; lon: number }[]) =>
  points.map(({ lat, lon }) => `${lat.toFixed(4)} ${lon.toFixed(4)}`);
const expected = (...places: Place[]) => rounded(places.map(placed));

test("without a shape it goes from stop to stop", () => {
  const city = town({
    stops: { A: [0, 0], B: [900, 0], C: [900, 900] },
    trips: [trip("A 10:00", "B 10:05", "C 10:10")],
  });
  expect(rounded(ridePath(city, 0, 0, 2))).toEqual(expected([0, 0], [900, 0], [900, 900]));
  expect(rounded(ridePath(city, 0, 1, 2))).toEqual(expected([900, 0], [900, 900]));
});

test("with one it follows the streets between the two stops, and only those", () => {
  const city = town({
    stops: { A: [0, 10], B: [1000, 10], C: [1000, 2000] },
    shapes: {
      line: [
        [-500, 0],
        [0, 0],
        [500, 0],
        [1000, 0],
        [1500, 0],
        [1500, 2000],
        [1000, 2000],
        [0, 2000],
      ],
    },
    trips: [{ ...trip("A 10:00", "B 10:05", "C 10:15"), shape: "line" }],
  });
  expect(rounded(ridePath(city, 0, 0, 1))).toEqual(expected([0, 10], [500, 0], [1000, 10]));
  expect(rounded(ridePath(city, 0, 1, 2))).toEqual(
    expected([1000, 10], [1500, 0], [1500, 2000], [1000, 2000]),
  );
});

test("a loop is left on the right pass, though the line comes by the first stop again", () => {
  const loop: Place[] = [
    [0, 0],
    [2000, 0],
    [4000, 0],
    [4000, 2000],
    [2000, 2000],
    [0, 2000],
    [0, 0],
  ];
  const city = town({
    stops: { A: [0, 0], B: [4000, 0], C: [0, 2000] },
    shapes: { loop },
    trips: [{ ...trip("A 10:00", "B 10:05", "C 10:10", "A 10:15"), shape: "loop" }],
  });
  expect(rounded(ridePath(city, 0, 0, 1))).toEqual(expected([0, 0], [2000, 0], [4000, 0]));
  expect(rounded(ridePath(city, 0, 2, 3))).toEqual(expected([0, 2000], [0, 0]));
  expect(ridePath(city, 0, 0, 3).length).toBe(loop.length);
});
