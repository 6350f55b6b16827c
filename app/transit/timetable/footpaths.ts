/** Ways on foot from stop to stop, and how long they take a party. */
import { type Pace, walkSeconds } from "~/transit/timetable/walking";

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

/** What one way takes. */
export type Link = { metres: number; fixedS: number; minS: number };

/**
 * The minS of a way that is only there for who comes by some routes and trips. It is longer than any time of transfers.txt,
 * nobody makes it before a search ends, and a walk and the time of a search may be added to it within 31 bits.
 */
export const NEVER_S = 2 ** 30;

/** The key of an ordered pair of stops. */
export function pairKey(from: number, to: number, stops: number): number {
  return from * stops + to;
}

/** On foot alone, without the change; for a way with a time of its own, that time. */
export function footSeconds({ metres, fixedS, minS }: Footpaths, path: number, pace: Pace): number {
  return minS[path]! >= 0 ? minS[path]! : walkSeconds(metres[path]!, pace) + fixedS[path]!;
}

const kept = new WeakMap<Footpaths, Map<string, Int32Array>>();

/**
 * From getting off to being able to get on, for each way, at least 1 s; kept by pace: there are few. A way that is not for
 * everybody takes NEVER_S longer than it would take them.
 */
export function linkSeconds(footpaths: Footpaths, pace: Pace): Int32Array {
  const byPace = kept.get(footpaths) ?? new Map<string, Int32Array>();
  kept.set(footpaths, byPace);
  const key = `${pace.metresPerSecond} ${pace.changeS}`;
  let seconds = byPace.get(key);
  if (!seconds) {
    seconds = Int32Array.from(footpaths.minS, (minS, path) => {
      if (minS >= 0 && minS < NEVER_S) return Math.max(1, minS);
      const walkS = walkSeconds(footpaths.metres[path]!, pace) + footpaths.fixedS[path]!;
      return Math.max(1, walkS + pace.changeS) + Math.max(minS, 0);
    });
    if (byPace.size < MOST_PACES) byPace.set(key, seconds);
  }
  return seconds;
}
