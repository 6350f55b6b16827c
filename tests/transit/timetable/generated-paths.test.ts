import { expect, test } from "vitest";
import { type Footpaths, pairKey } from "~/transit/timetable/footpaths";
import { type Changed, generatedPaths } from "~/transit/timetable/generated-paths";
import { gridOf } from "~/transit/timetable/nearby";
import { walkMetres } from "~/transit/timetable/walking";
import { randomFrom } from "../random-town";
import { type Place, placed } from "../picture";

function grid(places: Place[]) {
  const points = places.map(placed);
  return gridOf(
    Float64Array.from(points, ({ lat }) => lat),
    Float64Array.from(points, ({ lon }) => lon),
  );
}

// 300 m are 390 m of street, 310 m are 403: the limit of 400 lies between.
const street = grid([
  [0, 0],
  [300, 0],
  [610, 0],
  [0, 0],
]);
const linked = (changed: Changed = new Map()) => generatedPaths({ grid: street, linkM: 400 }, changed);
const pathsTo = ({ first, from }: Footpaths, stop: number) => [
  ...from.subarray(first[stop], first[stop + 1]),
];

test("links each stop with itself and those at most 400 m of street away, both ways", () => {
  const paths = linked();
  expect([0, 1, 2, 3].map((stop) => pathsTo(paths, stop))).toEqual([[0, 1, 3], [0, 1, 3], [2], [0, 1, 3]]);
});

test("two stops at one place are linked by 0 m, and have no time of their own", () => {
  const { metres, fixedS, minS } = linked();
  expect([metres[2], fixedS[2], minS[2]]).toEqual([0, 0, -1]);
});

test("a changed pair has its own link or none, wherever it lies, and keeps the order of its stop's ways", () => {
  const [near, far] = [
    { metres: 5, fixedS: 30, minS: -1 },
    { metres: 793, fixedS: 0, minS: 180 },
  ];
  const paths = linked(
    new Map([
      [pairKey(1, 0, 4), near],
      [pairKey(2, 0, 4), far],
      [pairKey(0, 1, 4), null],
      [pairKey(3, 3, 4), null],
    ]),
  );
  expect([0, 1, 2, 3].map((stop) => pathsTo(paths, stop))).toEqual([[0, 1, 2, 3], [1, 3], [2], [0, 1]]);
  expect([...paths.metres.subarray(1, 3)]).toEqual([5, 793]);
  expect([...paths.fixedS.subarray(1, 3)]).toEqual([30, 0]);
  expect([...paths.minS.subarray(0, 4)]).toEqual([-1, -1, 180, -1]);
});

test("has every pair that comparing each with each has, and in its order", () => {
  const random = randomFrom(7);
  const places = Array.from({ length: 400 }, (): Place => [random.upTo(4000), random.upTo(4000)]);
  const points = places.map(placed);
  const paths = generatedPaths({ grid: grid(places), linkM: 400 }, new Map());
  points.forEach((to, stop) => {
    const near = points.flatMap((from, other) => (walkMetres(to, from) <= 400 ? [other] : []));
    expect(pathsTo(paths, stop)).toEqual(near);
  });
});
