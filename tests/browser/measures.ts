/** What can be measured on an open page: barriers, sizes of targets, width, speed. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { OpenPage } from "../support/browser";

/**
 * It has no barrier, fits, and can be tapped. Axe reads it where it is in English: what is nameless or pale in one state is
 * so in both languages, and every page is read in both by tests/browser/every-page.test.ts.
 */
export async function expectUsable(
  { page, barriers }: Pick<OpenPage, "page" | "barriers">,
  what: string,
): Promise<void> {
  if ((await page.getAttribute("html", "lang")) === "en") expect(await barriers(), what).toEqual([]);
  expect(await overhang(page), what).toEqual([]);
  expect(await smallTargets(page), what).toEqual([]);
  expect(await partedTimes(page), what).toEqual([]);
}

/** Everything that can be tapped and is lower or narrower than 44 pixels, as words. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
      const area = element.closest("label") ?? element;
      const { width, height } = area.getBoundingClientRect();
      const hidden = width <= 1 || height <= 1 || getComputedStyle(element).visibility === "hidden";
      if (hidden || element.closest("[hidden]") || !element.checkVisibility()) continue;
      if (width < 43.5 || height < 43.5) {
        const words =
          (element.textContent ?? "").trim() ||
          element.getAttribute("aria-label") ||
          element.getAttribute("name");
        found.push(
          `${element.tagName.toLowerCase()} "${words}": ${Math.round(width)} x ${Math.round(height)}`,
        );
      }
    }
    return found;
  });
}

/** How many pixels the page is wider than its window, and the elements that make it so. */
export function overhang(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > wide + 0.5)
      .filter((element) => !element.closest(".leaflet-container"))
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.getAttribute("class")} to ${element.getBoundingClientRect().right}`,
      );
  });
}

/** Clock times that stand on two lines, as words. */
export function partedTimes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parted: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      for (const found of text.data.matchAll(/\d+(:\d\d)?\u00a0[ap]m/g)) {
        const range = document.createRange();
        range.setStart(text, found.index);
        range.setEnd(text, found.index + found[0].length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) parted.push(found[0]);
      }
    }
    return parted;
  });
}

export type Vitals = { lcp: number; cls: number; inp: number };

/** To be called before the page is opened. */
export async function watchVitals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { lcp: 0, cls: 0, inp: 0 };
    Object.assign(window, { seenVitals: seen });
    const watch = (type: string, note: (entry: PerformanceEntry) => void, more = {}) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
        type,
        buffered: true,
        ...more,
      });
    watch("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
    watch("layout-shift", (entry) => {
      const { hadRecentInput, value } = entry as PerformanceEntry & {
        hadRecentInput: boolean;
        value: number;
      };
      if (!hadRecentInput) seen.cls += value;
    });
    watch(
      "event",
      (entry) => {
        if ((entry as PerformanceEventTiming & { interactionId: number }).interactionId > 0) {
          seen.inp = Math.max(seen.inp, entry.duration);
        }
      },
      { durationThreshold: 16 },
    );
  });
}

export function vitalsOf(page: Page): Promise<Vitals> {
  return page.evaluate(() => (window as unknown as { seenVitals: Vitals }).seenVitals);
}

/** Bytes of the body as they crossed the wire, by address. */
export async function weigh(page: Page, open: () => Promise<unknown>): Promise<Map<string, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const names = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => void names.set(requestId, request.url));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = names.get(requestId);
    if (url && !url.startsWith("data:")) bytes.set(url, (bytes.get(url) ?? 0) + encodedDataLength);
  });
  await open();
  return bytes;
}

export function sum(bytes: Map<string, number>): number {
  return [...bytes.values()].reduce((total, one) => total + one, 0);
}

/** As when the phone is put away and taken out again. */
export async function setHidden(on: Page, isHidden: boolean): Promise<void> {
  await on.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
}
