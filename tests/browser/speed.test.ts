import { describe, expect, it } from "vitest";
import { page, type OpenPage, type PageOptions } from "../support/browser";
import { vitalsOf, watchVitals, type Vitals } from "./measures";
import { FAMILY, warmstop } from "./warmstop";

const app = warmstop();

const SLOW = { width: 360, height: 740, slow4g: true };

// The machine that runs the tests does other things too, and noise only ever adds: one visit within the bounds is
// proof that the page can be; what moves, moves on every machine.
const VISITS = 6;
const WITHIN = { lcp: 1200, inp: 100 };

// A finger rests a moment on what it taps. It comes from outside: what a test library does in the page to find its
// target would be measured as the page's own work.
const REST_MS = 80;

async function tap({ page: onPage }: OpenPage, selector: string): Promise<void> {
  const area = await onPage.locator(selector).first().boundingBox();
  if (!area) throw new Error(`${selector} is not there to be tapped`);
  await onPage.mouse.click(area.x + area.width / 2, area.y + area.height / 2, { delay: REST_MS });
  await onPage.waitForTimeout(REST_MS);
}

async function visit(options: PageOptions, path: string): Promise<Vitals> {
  const opened = await page({ ...options, settledOn: `${app.url}/healthz` });
  await watchVitals(opened.page);
  await opened.page.goto(app.url + path, { waitUntil: "networkidle" });
  await tap(opened, ".asked > summary, .search summary");
  await tap(opened, "input[name=where]");
  expect(await opened.page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("where");
  await opened.page.keyboard.type("66101");
  await opened.page.waitForTimeout(300);
  const vitals = await vitalsOf(opened.page);
  await opened.close();
  return vitals;
}

describe.each([4, 10])("on Slow 4G with a processor %d times slower", (cpuSlowdown) => {
  it.each([
    ["the start page", "/"],
    ["the answer", `/?${FAMILY}`],
  ])(
    "%s is there within 1.2 s, does not move, and answers a tap within 100 ms",
    async (_, path) => {
      const visits: Vitals[] = [];
      const isWithin = (vitals?: Vitals) =>
        vitals !== undefined && vitals.lcp <= WITHIN.lcp && vitals.inp <= WITHIN.inp;
      while (visits.length < VISITS && !isWithin(visits.at(-1))) {
        visits.push(await visit({ ...SLOW, cpuSlowdown }, path));
      }
      expect(isWithin(visits.at(-1)), JSON.stringify(visits)).toBe(true);
      for (const { lcp, inp, cls } of visits) {
        expect(lcp).toBeGreaterThan(0);
        expect(inp).toBeGreaterThan(0);
        expect(cls).toBe(0);
      }
    },
    120_000,
  );
});

it("the full dress does not move either while the map comes, on Slow 4G", async () => {
  const opened = await page({ ...SLOW, cpuSlowdown: 4, settledOn: `${app.url}/healthz` });
  await watchVitals(opened.page);
  await opened.page.goto(`${app.url}/?${FAMILY}&map=1`);
  await opened.page.locator(".map-pin, .map-cluster").first().waitFor({ timeout: 60_000 });
  await opened.page.waitForTimeout(500);
  const { lcp, cls } = await vitalsOf(opened.page);
  expect(cls).toBe(0);
  expect(lcp).toBeLessThanOrEqual(2500);
  await opened.close();
}, 120_000);
