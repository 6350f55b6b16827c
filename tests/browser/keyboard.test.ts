import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { page } from "../support/browser";
import { warmstop } from "./warmstop";

const app = warmstop();

const PHONE = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 800, mobile: false };

/** Tab until the focus is on what is looked for, as far as a patient person would. */
async function tabTo(onPage: Page, wanted: string): Promise<void> {
  for (let at = 0; at < 120; at++) {
    await onPage.keyboard.press("Tab");
    const found = await onPage.evaluate(
      (selector) => document.activeElement?.matches(selector) ?? false,
      wanted,
    );
    if (!found) continue;
    const visible = await onPage.evaluate(() => {
      const style = getComputedStyle(document.activeElement as Element);
      return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
    });
    expect(visible, `the focus on ${wanted} can be seen`).toBe(true);
    return;
  }
  throw new Error(`Tab never came to ${wanted}.`);
}

it.each([
  ["a phone, without script", { ...PHONE, script: false }],
  ["a phone", PHONE],
  ["a wide screen, with the map", WIDE],
  ["a phone in Spanish", { ...PHONE, lang: "es" as const }],
])("by keyboard alone on %s: from the form to a place's way and its call button", async (_, size) => {
  const { page: onPage, close } = await page(size);
  await onPage.goto(app.url);
  await tabTo(onPage, "input[name=where]");
  await onPage.keyboard.type("7th & Minnesota");
  await tabTo(onPage, "input[name=adults]");
  await onPage.keyboard.press("Control+A");
  await onPage.keyboard.type("2");
  await tabTo(onPage, "input[name=children]");
  await onPage.keyboard.type("6, 9");
  await onPage.keyboard.press("Enter");
  await onPage.waitForURL(/where=/);
  await onPage.locator(".card").first().waitFor();

  await tabTo(onPage, ".card h3 a");
  await onPage.keyboard.press("Enter");
  await onPage.waitForURL(/\/places\/\d+/);
  expect(await onPage.locator("h1").count()).toBe(1);
  await tabTo(onPage, "main a[href^='tel:']");
  await close();
});
