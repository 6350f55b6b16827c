/** Ways on foot from stop to stop: generated, for most feeds have no usable transfers.txt; where one has, it wins. */
import { gridOf, type Grid, within } from "~/transit/timetable/nearby";
import { LINK_WALK_M, type Pace, walkSeconds } from "~/transit/timetable/walking";

const MOST_PACES = 12;

/**
 * The ways that lead to stop s, each `from` a stop (s itself for changing there), are those from first[s] up to
 * first[s + 1]. On foot one takes `metres` of street and `fixedS` seconds beside them; `minS`, where not -1, is
 * transfers.txt's own time, which replaces walking and changing together.
 */
export type Footpaths = {
  first: Int32Array;
  from: Int32Array;
  metres: Float64Array;
  fixedS: Int32Array;
  minS: Int32Array;
};

export type Footpath = { from: number; to: number; metres: number; fixedS: number; minS: number };

/** Every pair of stops within reach of each other, both ways, and each stop with itself. */
export function generatedPaths(
  lat: Float64Array,
  lon: Float64Array,
  grid: Grid = gridOf(lat, lon),
  linkM = LINK_WALK_M,
): Footpath[] {
  const paths: Footpath[] = [];
  for (let to = 0; to < lat.length; to++)
    for (const { index, metres } of within(grid, { lat: lat[to]!, lon: lon[to]! }, linkM))
      paths.push({ from: index, to, metres: index === to ? 0 : metres, fixedS: 0, minS: -1 });
  return paths;
}

export function footpathsOf(paths: readonly Footpath[], stops: number): Footpaths {
  const ordered = paths.toSorted((a, b) => a.to - b.to || a.from - b.from);
  const first = new Int32Array(stops + 1);
  for (const { to } of ordered) first[to + 1]!++;
  for (let stop = 0; stop < stops; stop++) first[stop + 1]! += first[stop]!;
  return {
    first,
    from: Int32Array.from(ordered, ({ from }) => from),
    metres: Float64Array.from(ordered, ({ metres }) => metres),
    fixedS: Int32Array.from(ordered, ({ fixedS }) => fixedS),
    minS: Int32Array.from(ordered, ({ minS }) => minS),
  };
}

/** On foot alone, without the change; for a way with a time of its own, that time. */
export function footSeconds({ metres, fixedS, minS }: Footpaths, path: number, pace: Pace): number {
  return minS[path]! >= 0 ? minS[path]! : walkSeconds(metres[path]!, pace) + fixedS[path]!;
}

const kept = new WeakMap<Footpaths, Map<string, Int32Array>>();

/** From getting off to being able to get on, for each way, at least 1 s; kept by pace: there are few. */
export function linkSeconds(footpaths: Footpaths, pace: Pace): Int32Array {
  const byPace = kept.get(footpaths) ?? new Map<string, Int32Array>();
  kept.set(footpaths, byPace);
  const key = `${pace.metresPerSecond} ${pace.changeS}`;
  let seconds = byPace.get(key);
  if (!seconds) {
    seconds = Int32Array.from(footpaths.from, (_, path) =>
      Math.max(1, footSeconds(footpaths, path, pace) + (footpaths.minS[path]! >= 0 ? 0 : pace.changeS)),
    );
    if (byPace.size < MOST_PACES) byPace.set(key, seconds);
  }
  return seconds;
}
