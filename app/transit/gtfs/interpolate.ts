/** The times between timepoints that a feed leaves blank, and the check that no trip goes back in time. */
import type { StopTimes } from "~/transit/gtfs/feed";

export const BLANK = -1;

type Found = (at: number, column: string, reason: string) => void;

/**
 * Fills every blank time, by `distance` where both timepoints and all blanks between them have it and it does not
 * fall, else evenly by stop; floored to seconds, exactly.
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
    const gone = byDistance
      ? secondsGone(span, distance[from]!, distance[at]!, distance[to]!)
      : Math.floor((span * (at - from)) / (to - from));
    times.arrive[at] = times.depart[at] = start + gone;
  }
}

/**
 * floor(span * (at - from) / (to - from)), exact for the decimals that the file has: 0.7 of 1380 s are 966 s, not
 * 965.9999. Where rounding may have crossed a whole second, whole numbers of any length decide.
 */
function secondsGone(span: number, from: number, at: number, to: number): number {
  const about = (span * (at - from)) / (to - from);
  // Each of the three distances, their differences, the product and the quotient is off by at most one part in 2^53.
  const unsure = (1e-14 * span * (Math.abs(from) + Math.abs(to))) / (to - from);
  if (Math.abs(about - Math.round(about)) > unsure) return Math.floor(about);
  const [start, here, end] = sameScale([from, at, to]);
  return Number((BigInt(span) * (here! - start!)) / (end! - start!));
}

/** Numbers as the shortest decimals that mean them, times one and the same power of ten. */
function sameScale(numbers: number[]): bigint[] {
  const decimals = numbers.map((number) => {
    const [digits, exponent] = number.toExponential().split("e") as [string, string];
    const [whole, fraction = ""] = digits.split(".");
    return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
  });
  const least = Math.min(...decimals.map(({ exponent }) => exponent));
  return decimals.map(({ digits, exponent }) => digits * 10n ** BigInt(exponent - least));
}

// Twenty-five times around the earth in millimetres: what is longer, or infinite, is no distance.
const LONGEST = 1e12;

// A comparison with NaN is false, so a missing distance ends it too.
function rises(distance: Float64Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!(distance[at + 1]! >= distance[at]!)) return false;
  return distance[to]! > distance[from]! && distance[from]! >= -LONGEST && distance[to]! <= LONGEST;
}
