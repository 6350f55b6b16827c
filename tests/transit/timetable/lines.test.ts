import { expect, test } from "vitest";
import { type Path, routeLines, simplified } from "~/transit/timetable/lines";
import { buildTimetable } from "~/transit/timetable/timetable";
import { feedFiles, feedOf, type Place, placed, town, trip } from "../picture";

const east = (from: number, to: number, north: number): Place[] =>
  Array.from({ length: 21 }, (_, i) => [from + ((to - from) * i) / 20, north]);
const stops: Record<string, Place> = { A: [0, 0], B: [4000, 0], C: [4000, 3000] };
const lengthOf = (paths: Path[]) => {
  const [a, b] = [placed([0, 0]), placed([1, 1])];
  const steps = paths.flatMap((path) => path.slice(1).map((to, i) => [path[i]!, to] as const));
  return steps.reduce(
    (sum, [p, q]) => sum + Math.hypot((q[0] - p[0]) / (b.lon - a.lon), (q[1] - p[1]) / (b.lat - a.lat)),
    0,
  );
};

test("there and back on one street is one line", () => {
  const [line, ...others] = routeLines(
    town({
      stops,
      shapes: { there: east(0, 4000, 0), back: east(4000, 0, 15) },
      trips: [
        { ...trip("A 10:00", "B 10:10"), shape: "there" },
        { ...trip("B 11:00", "A 11:10"), shape: "back" },
      ],
    }),
  );
  expect(others).toEqual([]);
  expect(line!.paths).toHaveLength(1);
  expect(line!.paths[0]).toHaveLength(2);
  expect(lengthOf(line!.paths)).toBeCloseTo(4000, -2);
});

test("a branch adds only its own street", () => {
  const north: Place[] = Array.from({ length: 16 }, (_, i) => [4000, i * 200]);
  const [line] = routeLines(
    town({
      stops,
      shapes: { short: east(0, 4000, 0), long: [...east(0, 4000, 0), ...north] },
      trips: [
        { ...trip("A 10:00", "B 10:10"), shape: "short" },
        { ...trip("A 10:30", "B 10:40"), shape: "short" },
        { ...trip("A 11:00", "C 11:20"), shape: "long" },
      ],
    }),
  );
  expect(line!.paths).toHaveLength(2);
  expect(Math.abs(lengthOf(line!.paths) - 7000)).toBeLessThan(150);
});

test("a line that the next feed has too is drawn once, with the street that is new in it", () => {
  const north: Place[] = Array.from({ length: 16 }, (_, i) => [4000, i * 200]);
  const winter = {
    stops,
    shapes: { short: east(0, 4000, 0) },
    trips: [{ ...trip("A 10:00", "B 10:10"), shape: "short" }],
  };
  const spring = {
    stops,
    shapes: { long: [...east(0, 4000, 0), ...north] },
    trips: [
      { ...trip("A 11:00", "C 11:20"), shape: "long" },
      { ...trip("B 11:00", "C 11:20"), route: "107" },
    ],
  };
  const feeds = [winter, spring].map((drawing) => feedOf(feedFiles(drawing)));
  const lines = routeLines(buildTimetable({ feeds, handRoutes: [], timeZone: "America/Chicago" }));
  expect(lines.map(({ route, paths }) => [route.shortName, paths.length])).toEqual([
    ["R", 2],
    ["107", 1],
  ]);
  expect(Math.abs(lengthOf(lines[0]!.paths) - 7000)).toBeLessThan(150);
});

test("routes are apart, and without shapes go from stop to stop", () => {
  const lines = routeLines(
    town({
      stops,
      trips: [
        { ...trip("A 10:00", "B 10:10", "C 10:20"), route: "101" },
        { ...trip("A 10:00", "C 10:20"), route: "107" },
      ],
    }),
  );
  expect(
    lines.map(({ route, estimated, paths }) => [route.shortName, estimated, paths.map((p) => p.length)]),
  ).toEqual([
    ["101", false, [3]],
    ["107", false, [2]],
  ]);
});

test("simplifying keeps corners and leaves out what is within the tolerance", () => {
  const step = placed([0, 10]).lat - placed([0, 0]).lat;
  const path: Path = [
    [0, 0],
    [0, step],
    [step / 2, 2 * step],
    [0, 3 * step],
    [0, 10 * step],
    [10 * step, 10 * step],
  ];
  expect(simplified(path, 20)).toEqual([
    [0, 0],
    [0, 10 * step],
    [10 * step, 10 * step],
  ]);
  expect(simplified(path, 1)).toHaveLength(6);
});
