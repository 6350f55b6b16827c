/** What the bench measures, in milliseconds, seconds and megabytes. */

/** Of many questions: half were answered at least as fast, 19 of 20, all. */
export type Spread = { p50: number; p95: number; worst: number };

export type Question = { stop: string; atS: number };

export type OursTask = {
  file: string;
  /** The busiest of four weeks, where null. */
  date: string | null;
  copies: number;
  queries: number;
  seed: number;
  /** Where to write the ways on foot between stops, as a transfers.txt; null for nowhere. */
  waysOnFoot: string | null;
};

export type OursFigures = {
  date: string;
  stops: number;
  stopTimes: number;
  importS: number;
  rssMb: number;
  scanOrderMs: number;
  daysMs: number;
  legs: Spread;
  journeysPerQuery: number;
  plain: Spread;
  /** First departures within 4 h, and within one. */
  earliest: Spread;
  earliestOfHour: Spread;
  reachedPerQuery: number;
  reachedOfHour: number;
  /** What `earliest` asked, for others to be asked too. */
  questions: Question[];
};

/** It makes no ways on foot of its own: `withWays` is the feed with ours. */
export type MinotorTask = { file: string; withWays: string; date: string; questions: Question[] };

export type MinotorFigures = {
  importS: number;
  rssMb: number;
  earliest: Spread;
  reachedPerQuery: number;
  /** Questions from stops it does not know. */
  unknown: number;
};

/** What a child process tells its parent. */
export type Told<Figures> =
  | { kind: "progress"; what: string; done: number; of: number }
  | { kind: "figures"; figures: Figures }
  | { kind: "failed"; reason: string };

export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), worst: sorted.at(-1) ?? 0 };
}
