/** Walking links between stops: generated, for most feeds have no usable transfers.txt. */
import { gridOf, type Grid, within } from "~/transit/timetable/nearby";
import { LINK_WALK_M, type Pace, walkSeconds } from "~/transit/search/walking";

const MOST_SPEEDS = 8;

/** The links that lead to stop s, each `from` another one, are those from first[s] up to first[s + 1]; street metres. */
export type Footpaths = { first: Int32Array; from: Int32Array; metres: Float64Array };

export function footpathsBetween(
  lat: Float64Array,
  lon: Float64Array,
  grid: Grid = gridOf(lat, lon),
): Footpaths {
  const first = new Int32Array(lat.length + 1);
  const from: number[] = [];
  const metres: number[] = [];
  for (let stop = 0; stop < lat.length; stop++) {
    const near = within(grid, { lat: lat[stop]!, lon: lon[stop]! }, LINK_WALK_M);
    for (const link of near.toSorted((a, b) => a.index - b.index)) {
      if (link.index === stop) continue;
      from.push(link.index);
      metres.push(link.metres);
    }
    first[stop + 1] = from.length;
  }
  return { first, from: Int32Array.from(from), metres: Float64Array.from(metres) };
}

type Linked = { footpaths: Footpaths; links: Map<number, Int32Array> };

/** The links in whole seconds at a party's pace, kept by speed: there are three. */
export function linkSeconds({ footpaths, links }: Linked, pace: Pace): Int32Array {
  let seconds = links.get(pace.metresPerSecond);
  if (!seconds) {
    seconds = Int32Array.from(footpaths.metres, (metres) => walkSeconds(metres, pace));
    if (links.size < MOST_SPEEDS) links.set(pace.metresPerSecond, seconds);
  }
  return seconds;
}
