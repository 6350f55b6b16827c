/** How fast a page computes here and now, so that "ten times slower" is the same phone on every machine. */
import type { Page } from "playwright-core";

// Lighthouse's index of a fast desktop, the upper end of its class. A tenth of it is below the phone of 2022 that
// Chrome's own calibration calls low-tier (264).
// https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
const DESKTOP_INDEX = 2000;

/** The throttling rate at which this page computes `times` slower than that desktop; at least 1. */
export async function rateFor(page: Page, times: number): Promise<number> {
  return Math.max(1, (times * (await benchmarkIndex(page))) / DESKTOP_INDEX);
}

/** Lighthouse's BenchmarkIndex: building strings, which makes garbage, and copying arrays, which makes none. */
function benchmarkIndex(page: Page): Promise<number> {
  return page.evaluate(() => {
    const MS = 250;
    const perMs = (round: () => void) => {
      const start = performance.now();
      let rounds = 0;
      while (performance.now() - start < MS) {
        round();
        rounds++;
      }
      return rounds / (performance.now() - start);
    };
    const one = Array.from({ length: 100_000 }, (_, index) => index);
    const other = [...one];
    const copied = perMs(() => {
      for (let index = 0; index < one.length; index++) other[index] = one[index]!;
    });
    let kept = 0;
    const built = perMs(() => {
      let text = "";
      for (let index = 0; index < 10_000; index++) text += "a";
      kept += text.length;
    });
    if (kept === 0) throw new Error("nothing was built");
    return ((copied + built) / 2) * 100;
  });
}
