import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { page } from "../support/browser";
import { overhang, partedTimes, smallTargets } from "./measures";
import { addressOf, FAMILY, PAGES, warmstop } from "./warmstop";

const app = warmstop();

const SIZES = [
  ["a phone", { width: 360, height: 740, mobile: true }],
  ["a wide screen", { width: 1280, height: 800, mobile: false }],
] as const;

// For people to look at: WARMSTOP_PICTURES=1 leaves one of every page beside the project.
const PICTURES = join(tmpdir(), "warmstop-pages");

async function takePicture(onPage: Page, name: string): Promise<void> {
  if (!process.env.WARMSTOP_PICTURES) return;
  const file = `${name.replaceAll(" ", "-")}.png`;
  await onPage.screenshot({ path: join(PICTURES, file), fullPage: true });
}

// A minute may pass between two looks.
function withoutTimes(words: string): string {
  return words.replace(/\d+:\d\d\s[ap]m|\d+\smin/g, "#").replace(/\n+/g, "\n");
}

describe.each(PAGES)("%s", (name, path, status) => {
  for (const [device, size] of SIZES) {
    for (const lang of ["en", "es"] as const) {
      it(`on ${device}, ${lang}: asks no stranger, has no barrier, fits, can be tapped`, async () => {
        const opened = await page({ ...size, lang });
        const response = await opened.page.goto(await addressOf(app, path, lang));
        expect(response?.status()).toBe(status);
        expect(await opened.page.getAttribute("html", "lang")).toBe(lang);
        expect(await opened.barriers()).toEqual([]);
        expect(await overhang(opened.page)).toEqual([]);
        expect(await smallTargets(opened.page)).toEqual([]);
        expect(opened.strangers(app.url)).toEqual([]);
        // A browser itself complains of an answer of 400 or more.
        expect(opened.complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
        await takePicture(opened.page, `${name} ${device} ${lang}`);
        await opened.close();
      });
    }
  }

  it("says no less with no script at all", async () => {
    const said: string[][] = [];
    for (const script of [true, false]) {
      const opened = await page({ script });
      await opened.page.goto(await addressOf(app, path));
      expect(await overhang(opened.page)).toEqual([]);
      expect(opened.complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
      said.push(withoutTimes(await opened.page.locator("main").innerText()).split("\n"));
      await opened.close();
    }
    const [withScript = [], without = []] = said;
    expect(without.length).toBeGreaterThan(0);
    expect(withScript).toEqual(expect.arrayContaining(without));
  });

  it("fits a window of 320 pixels, and text of twice the size", async () => {
    const opened = await page({ width: 320, height: 640 });
    await opened.page.goto(await addressOf(app, path));
    expect(await overhang(opened.page)).toEqual([]);
    expect(await smallTargets(opened.page)).toEqual([]);

    await opened.page.setViewportSize({ width: 360, height: 740 });
    await opened.page.addStyleTag({ content: "html { font-size: 200% }" }).catch(() => undefined);
    await opened.page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    expect(await overhang(opened.page)).toEqual([]);
    await opened.close();
  });

  it("speaks to a person: a number to call is on it", async () => {
    const opened = await page({ script: false });
    await opened.page.goto(await addressOf(app, path));
    expect(await opened.page.locator('a[href="tel:211"]').count()).toBeGreaterThan(0);
    await opened.close();
  });
});

describe.each(["en", "es"] as const)("late in the morning, in %s", (lang) => {
  it("no clock time of two digits is parted, on the narrowest phone and in text of twice the size", async () => {
    const opened = await page({ width: 320, height: 640, lang });
    const morning = FAMILY.replace("17:30", "10:40");
    await opened.page.goto(await addressOf(app, `/?${morning}&map=1`, lang));
    expect(await partedTimes(opened.page)).toEqual([]);
    await opened.page.locator(".card h3 a", { hasText: "Cup & Chair" }).click();
    await opened.page.locator(".steps").first().waitFor();
    expect(await opened.page.locator(".steps time").first().innerText()).toMatch(/^1\d:\d\d\u00a0am$/);
    expect(await partedTimes(opened.page)).toEqual([]);
    await opened.page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    expect(await partedTimes(opened.page)).toEqual([]);
    expect(await overhang(opened.page)).toEqual([]);
    await opened.close();
  });
});
