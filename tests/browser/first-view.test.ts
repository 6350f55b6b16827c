import { describe, expect, it } from "vitest";
import { page } from "../support/browser";
import { sum, weigh } from "./measures";
import { addressOf, FAMILY, warmstop } from "./warmstop";

const app = warmstop();

// A compressed page with its head fits the first ten packets of a connection.
const FIRST_VIEW_BYTES = 14 * 1024;
const OPTIONAL_SCRIPT_BYTES = 10 * 1024;

describe.each(["en", "es"] as const)("the first view on a phone, in %s", (lang) => {
  it("weighs at most 14 KB compressed in all, list and drawn map with it", async () => {
    const opened = await page({ lang });
    const address = await addressOf(app, `/?${FAMILY}`, lang);
    const bytes = await weigh(opened.page, () => opened.page.goto(address, { waitUntil: "networkidle" }));
    const script = [...bytes]
      .filter(([url]) => url.endsWith(".js"))
      .reduce((total, [, one]) => total + one, 0);
    expect(script).toBeLessThanOrEqual(OPTIONAL_SCRIPT_BYTES);
    expect(sum(bytes) - script, [...bytes].join("\n")).toBeLessThanOrEqual(FIRST_VIEW_BYTES);
    expect(await opened.page.locator(".card").count()).toBe(10);
    expect(await opened.page.locator("svg.drawn .pin").count()).toBeGreaterThan(0);
    await opened.close();
  });

  it("needs no script: the same words stand there without", async () => {
    const words = [];
    for (const script of [true, false]) {
      const opened = await page({ lang, script });
      await opened.page.goto(await addressOf(app, `/?${FAMILY}`, lang));
      words.push(await opened.page.locator(".card h3").allInnerTexts());
      await opened.close();
    }
    expect(words[0]).toEqual(words[1]);
  });

  it("has the drawn map in at most 3 KB", async () => {
    const opened = await page({ lang, script: false });
    await opened.page.goto(await addressOf(app, `/?${FAMILY}`, lang));
    const drawn = await opened.page.locator("svg.drawn").evaluate((map) => map.outerHTML);
    const packed = new Blob([drawn]).stream().pipeThrough(new CompressionStream("gzip"));
    expect((await new Response(packed).arrayBuffer()).byteLength).toBeLessThanOrEqual(3 * 1024);
    await opened.close();
  });
});

it("finding a place and reading about it weighs at most 40 KB", async () => {
  const opened = await page();
  const bytes = await weigh(opened.page, async () => {
    await opened.page.goto(`${app.url}/`, { waitUntil: "networkidle" });
    await opened.page.goto(`${app.url}/?${FAMILY}`, { waitUntil: "networkidle" });
    await opened.page.locator(".card h3 a").first().click();
    await opened.page.waitForLoadState("networkidle");
  });
  expect(sum(bytes), [...bytes].join("\n")).toBeLessThanOrEqual(40 * 1024);
  await opened.close();
});
