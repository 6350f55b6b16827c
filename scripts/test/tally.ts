/** How many passed, failed and were skipped. */
export type Tally = { passed: number; failed: number; skipped: number };

export const noTally: Tally = { passed: 0, failed: 0, skipped: 0 };

export function plus(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
