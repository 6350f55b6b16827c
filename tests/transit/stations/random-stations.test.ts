import { expect, test } from "vitest";
import { walkMetres } from "~/transit/timetable/walking";
import { type Drawing, type Place, placed, town, trip } from "../picture";
import { randomFrom } from "../random-town";

// Three platforms, two entrances and two nodes of a station; and two stops on the street.
const POINTS = ["P", "Q", "R", "E", "F", "N", "M"];
const STOPS = ["P", "Q", "R", "street", "corner"];

type Station = {
  drawing: Drawing;
  pathways: { from: string; to: string; seconds: number; stairs: boolean }[];
};

function randomStation(seed: number): Station {
  const random = randomFrom(seed);
  const at = (): Place => [random.upTo(700), random.upTo(300)];
  const kinds: Record<string, number> = { E: 2, F: 2, N: 3, M: 3 };
  const inside = Object.fromEntries(
    POINTS.map((name) => [name, { ...(kinds[name] && { kind: kinds[name] }), of: "S" }]),
  );
  const stops = Object.fromEntries(["S", ...POINTS, "street", "corner", "far"].map((name) => [name, at()]));
  const pathways = Array.from({ length: random.upTo(12) }, () => {
    const [from, to] = [POINTS[random.upTo(7)]!, POINTS[random.upTo(7)]!];
    const [seconds, stairs, bothWays] = [1 + random.upTo(300), random.chance(0.3), random.chance(0.6)];
    return { from, to, seconds, stairs, bothWays };
  }).filter(({ from, to }) => from !== to);
  const drawing: Drawing = {
    stops: { ...stops, far: [20_000, 0] },
    inside: { ...inside, S: { kind: 1 } },
    trips: STOPS.map((stop) => trip(`${stop} 10:00`, "far 11:00")),
    pathways: pathways.map(
      ({ from, to, seconds, stairs, bothWays }) =>
        `${from},${to},${stairs ? 2 : 1},${bothWays ? 1 : 0},,${seconds},`,
    ),
  };
  const oneWay = pathways.flatMap(({ from, to, seconds, stairs, bothWays }) =>
    [{ from, to, seconds, stairs }].concat(bothWays ? [{ from: to, to: from, seconds, stairs }] : []),
  );
  return { drawing, pathways: oneWay };
}

/** Floyd and Warshall. */
function insideSeconds(pathways: Station["pathways"]): (from: string, to: string) => number {
  const best = new Map(pathways.flatMap(({ from, to }) => [[`${from}${to}`, Infinity] as [string, number]]));
  const seconds = (from: string, to: string) => (from === to ? 0 : (best.get(from + to) ?? Infinity));
  for (const { from, to, seconds: s } of pathways) best.set(from + to, Math.min(seconds(from, to), s));
  for (const middle of POINTS)
    for (const from of POINTS)
      for (const to of POINTS)
        best.set(from + to, Math.min(seconds(from, to), seconds(from, middle) + seconds(middle, to)));
  return seconds;
}

/** Every way out of one, along the street and into the other, compared with every way inside. */
function slowLinks({ drawing, pathways }: Station, stepFree: boolean): Map<string, number> {
  const open = insideSeconds(stepFree ? pathways.filter(({ stairs }) => !stairs) : pathways);
  const usual = insideSeconds(pathways);
  const touched = new Set(pathways.flatMap(({ from, to }) => [from, to]));
  const isInside = (stop: string) => POINTS.includes(stop) && touched.has(stop);
  const links = new Map<string, number>();
  for (const from of STOPS)
    for (const to of STOPS) {
      if (from === to) continue;
      const doors = ["E", "F"];
      const hasExit = doors.some((door) => usual(from, door) < Infinity);
      const hasEntry = doors.some((door) => usual(door, to) < Infinity);
      const exits = hasExit ? doors.map((door) => [door, open(from, door)] as const) : [[from, 0] as const];
      const entries = hasEntry ? doors.map((door) => [door, open(door, to)] as const) : [[to, 0] as const];
      const isWalled = isInside(from) && isInside(to);
      let least = isWalled ? open(from, to) : Infinity;
      if (!isWalled || hasExit || hasEntry)
        for (const [exit, outS] of exits)
          for (const [entry, inS] of entries) {
            const metres = walkMetres(placed(drawing.stops[exit]!), placed(drawing.stops[entry]!));
            if (metres <= 400) least = Math.min(least, outS + metres / 0.9 + inS);
          }
      if (least < Infinity) links.set(`${from}-${to}`, least);
    }
  return links;
}

test.each([false, true])("every pair has its quickest way, or none (step-free: %s)", (stepFree) => {
  let [linked, apart] = [0, 0];
  for (let seed = 1; seed <= 300; seed++) {
    const station = randomStation(seed);
    const city = town(station.drawing);
    const { first, from, metres, fixedS } = (stepFree && city.stepFreePaths) || city.footpaths;
    const found = new Map<string, number>();
    city.stops.ids.forEach((to, stop) => {
      for (let path = first[stop]!; path < first[stop + 1]!; path++)
        if (from[path] !== stop)
          found.set(`${city.stops.ids[from[path]!]}-${to}`, metres[path]! / 0.9 + fixedS[path]!);
    });
    const slow = slowLinks(station, stepFree);
    expect([seed, [...found.keys()].toSorted()]).toEqual([seed, [...slow.keys()].toSorted()]);
    for (const [pair, seconds] of slow) expect(found.get(pair)).toBeCloseTo(seconds, 6);
    linked += slow.size;
    apart += 20 - slow.size;
  }
  expect(Math.min(linked, apart)).toBeGreaterThan(500);
});
