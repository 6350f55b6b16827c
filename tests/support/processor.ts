/** How fast a page computes at this moment: a machine that does something else just now tells nothing of the page. */
import type { Page } from "playwright-core";

// Where Lighthouse's class of fast desktops begins, the machine that "ten times slower" is meant of.
// https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
const DESKTOP_INDEX = 1500;
const MOST_MS = 20_000;

/** Waits until the machine is as fast as a desktop, but not forever: a slower one is measured as it is. */
export async function untilQuick(page: Page): Promise<void> {
  const end = Date.now() + MOST_MS;
  while ((await benchmarkIndex(page)) < DESKTOP_INDEX && Date.now() < end) await page.waitForTimeout(1000);
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
