/** The times between timepoints that a feed leaves blank, and the check that no trip goes back in time. */
import type { StopTimes } from "~/transit/gtfs/feed";

export const BLANK = -1;

type Found = (at: number, column: string, reason: string) => void;

/**
 * Fills every blank time, by `distance` where both timepoints and all blanks between them have it and it does not
 * fall, else evenly by stop; floored to seconds.
 */
export function interpolate(times: StopTimes, first: Int32Array, distance: Float64Array, found: Found): void {
  for (let trip = 0; trip + 1 < first.length; trip++) {
    const [from, until] = [first[trip]!, first[trip + 1]!];
    if (from === until) continue;
    for (const end of [from, until - 1])
      if (times.arrive[end] === BLANK)
        found(end, "arrival_time", "the first and the last stop of a trip need a time");
    for (let known = from, at = from + 1; at < until; at++) {
      if (times.arrive[at] === BLANK) continue;
      if (times.arrive[at]! < times.depart[known]!)
        found(at, "arrival_time", "the trip goes back in time here");
      else if (at - known > 1) fill(times, distance, known, at);
      known = at;
    }
  }
}

function fill(times: StopTimes, distance: Float64Array, from: number, to: number): void {
  const start = times.depart[from]!;
  const span = times.arrive[to]! - start;
  const byDistance = rises(distance, from, to);
  for (let at = from + 1; at < to; at++) {
    const share = byDistance
      ? (distance[at]! - distance[from]!) / (distance[to]! - distance[from]!)
      : (at - from) / (to - from);
    times.arrive[at] = times.depart[at] = start + Math.floor(span * share);
  }
}

// A comparison with NaN is false, so a missing distance ends it too.
function rises(distance: Float64Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!(distance[at + 1]! >= distance[at]!)) return false;
  return distance[to]! > distance[from]!;
}
