/** Walking links between stops: generated, for most feeds have no usable transfers.txt. */
import { gridOf, type Grid, within } from "~/transit/nearby";
import { LINK_WALK_M, type Pace, walkSeconds } from "~/transit/walking";

/** The links of stop s are those from first[s] up to first[s + 1]; street metres each. */
export type Footpaths = { first: Int32Array; to: Int32Array; metres: Float64Array };

export function footpathsBetween(
  lat: Float64Array,
  lon: Float64Array,
  grid: Grid = gridOf(lat, lon),
): Footpaths {
  const first = new Int32Array(lat.length + 1);
  const to: number[] = [];
  const metres: number[] = [];
  for (let stop = 0; stop < lat.length; stop++) {
    const near = within(grid, { lat: lat[stop]!, lon: lon[stop]! }, LINK_WALK_M);
    for (const link of near.sort((a, b) => a.index - b.index)) {
      if (link.index === stop) continue;
      to.push(link.index);
      metres.push(link.metres);
    }
    first[stop + 1] = to.length;
  }
  return { first, to: Int32Array.from(to), metres: Float64Array.from(metres) };
}

/** The links in whole seconds at a party's pace. */
export function linkSeconds(footpaths: Footpaths, pace: Pace): Int32Array {
  return Int32Array.from(footpaths.metres, (metres) => walkSeconds(metres, pace));
}
