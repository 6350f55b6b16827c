import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { answerAsk } from "~/data/desk.server";
import { page, type OpenPage } from "../support/browser";
import { seedGroup, type SeededGroup } from "../support/groups";
import { expectUsable } from "./measures";
import { addressOf, FAMILY, warmstop } from "./warmstop";

const app = warmstop();
const SMALL = { width: 320, height: 640 };
let group: SeededGroup;

beforeAll(async () => {
  const { owner } = app.database;
  const [{ regionId }] = await owner<
    [{ regionId: number }]
  >`select region_id from regions order by name limit 1`;
  group = await seedGroup(owner, regionId);
  // Every shelter is full.
  await owner`update pools set occupied = capacity`;
});

const SECRETS = {
  words: "canary-words: too cold for my kiddos",
  contact: "913-555-0142",
  reach: "canary-reach after six",
  avoid: "canary-avoid no calls",
};

async function asks(): Promise<string[]> {
  const rows = await app.database.owner<{ askId: string }[]>`select ask_id from asks order by asked_at`;
  return rows.map(({ askId }) => askId);
}
const messages = async (askId: string) => {
  const [{ count }] = await app.database.owner<[{ count: number }]>`
    select count(*)::integer as count from ask_messages where ask_id = ${askId} and person_id is null`;
  return count;
};
const answers = (askId: string, said: string | null, quick: string | null = null) =>
  answerAsk({ key: randomUUID(), token: group.rosa.token, askId, said, quick, language: "en" });
const codeOn = (onPage: Page) => onPage.locator(".code-words li").allInnerTexts();
const send = (onPage: Page) => onPage.locator("form[data-ask] button.main").click();

async function look(what: string, opened: OpenPage, lang: string): Promise<void> {
  const { page: onPage } = opened;
  expect(await onPage.getAttribute("html", "lang"), what).toBe(lang);
  await expectUsable(opened, what);
  expect(await onPage.locator('a[href="tel:211"]').count(), what).toBeGreaterThan(0);
}

/** Sent with one tap: nothing filled in. */
async function askOn(opened: OpenPage): Promise<string> {
  await opened.page.goto(await addressOf(app, `/ask/new?${FAMILY}`));
  await send(opened.page);
  await opened.page.waitForURL(/\/ask$/);
  return (await asks()).at(-1)!;
}

describe.each(["en", "es"] as const)("a mother for whom nothing is open, in %s", (lang) => {
  it.each([false, true])(
    "asks in one tap, is answered, and opens it elsewhere; script: %s",
    async (script) => {
      const phone = await page({ ...SMALL, lang, script });
      const { page: onPage } = phone;
      await onPage.goto(await addressOf(app, `/?${FAMILY}&map=0`, lang));
      await onPage.locator('.list > .actions a[href^="/ask/new"]').click();
      await look("the form", phone, lang);
      expect(await onPage.locator(".asked summary span").innerText()).toMatch(/6 (and|y) 9/);
      expect(await onPage.inputValue("input[name=area]")).toMatch(/^7th & Minnesota/);
      await onPage.locator("input[value=sleep]").check();
      for (const [name, typed] of Object.entries(SECRETS)) await onPage.fill(`[name=${name}]`, typed);
      await onPage.fill("[name=words]", "x".repeat(2001));
      await send(onPage);
      await onPage.locator("main [role=alert]").waitFor();
      await look("the form again", phone, lang);
      expect(await onPage.inputValue("[name=avoid]")).toBe(SECRETS.avoid);
      expect(await onPage.locator("input[value=sleep]").isChecked()).toBe(true);
      await onPage.fill("[name=words]", SECRETS.words);
      await send(onPage);
      await onPage.waitForURL(/\/ask$/);
      await look("the ask", phone, lang);
      const code = await codeOn(onPage);
      expect(code).toHaveLength(5);

      const askId = (await asks()).at(-1)!;
      await answers(askId, null, "where-now");
      await answers(askId, "We have a coat.");
      await onPage.locator(".actions a[href='/ask']").click();
      await onPage.locator(".talk .group").nth(1).waitFor();
      const said = await onPage.locator(".talk .group p").allInnerTexts();
      expect(said[0]).toMatch(lang === "en" ? /^Where are you now/ : /^¿Dónde está ahora/);
      const free = onPage.locator(".talk .group p").nth(1);
      expect([await free.innerText(), await free.getAttribute("lang")]).toEqual([
        "We have a coat.",
        lang === "en" ? null : "en",
      ]);
      await onPage.fill("[name=said]", "7th & Minnesota");
      await send(onPage);
      await onPage.locator(".talk .seeker").waitFor();
      await look("the conversation", phone, lang);
      await onPage.locator("button[value=we-are-safe]").click();
      await onPage.locator(".talk .seeker").nth(1).waitFor();
      expect(await messages(askId)).toBe(2);

      const other = await page({ ...SMALL, lang, script });
      await other.page.goto(await addressOf(app, "/", lang));
      await other.page.locator('a[href^="/ask/code"]').click();
      await look("the words asked for", other, lang);
      await other.page.fill("input[name=code]", "one two three");
      await other.page.locator("main button.main").click();
      await other.page.locator(".problem").waitFor();
      await other.page.fill("input[name=code]", ` ${code.join("  ").toUpperCase()}`);
      await other.page.locator("main button.main").click();
      await other.page.waitForURL(/\/ask$/);
      expect(await codeOn(other.page)).toEqual(code);
      for (const summary of await other.page.locator("main details > summary").all()) await summary.click();
      expect(await other.page.inputValue("[name=contact]")).toBe(SECRETS.contact);
      await look("everything unfolded", other, lang);
      await other.page.locator("button[value=helped]").click();
      await other.page
        .locator("main h1", { hasText: lang === "en" ? "You have what you need" : "Ya tiene" })
        .waitFor();
      await look("over", other, lang);

      for (const secret of [...Object.values(SECRETS), code.join(" "), code.join("+"), askId]) {
        expect(app.log(), secret).not.toContain(secret);
        const addresses = [...phone.requests, ...other.requests].map(decodeURIComponent);
        expect(addresses.filter((address) => address.includes(secret))).toEqual([]);
        for (const path of [
          `/?${FAMILY}`,
          `/places.json?${FAMILY}`,
          "/ask",
          "/ask.json",
          `/ask/new?${FAMILY}`,
        ])
          expect(await (await fetch(app.url + path)).text(), path).not.toContain(secret);
      }
      expect([...phone.strangers(app.url), ...other.strangers(app.url)]).toEqual([]);
      const complaints = [...phone.complaints, ...other.complaints];
      expect(complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
      await phone.close();
      await other.close();
    },
    120_000,
  );
});

describe("a phone that loses the network", () => {
  it("keeps the ask, says that it is not sent, and sends it once when the network is back", async () => {
    const before = await asks();
    const phone = await page();
    const { page: onPage, context } = phone;
    await onPage.goto(await addressOf(app, `/ask/new?${FAMILY}`));
    await onPage.locator("input[value=ride]").check();
    await onPage.fill("[name=words]", "We are at the corner.\nPlease hurry.");
    await onPage.reload();
    expect(await onPage.inputValue("[name=words]")).toBe("We are at the corner.\nPlease hurry.");
    expect(await onPage.locator("input[value=ride]").isChecked()).toBe(true);
    await context.setOffline(true);
    await send(onPage);
    await onPage.locator("[data-away]", { hasText: "Not sent yet" }).waitFor();
    expect(await asks()).toEqual(before);
    await context.setOffline(false);
    await onPage.waitForURL(/\/ask$/);
    expect(await asks()).toHaveLength(before.length + 1);
    expect(await onPage.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    await onPage.goto(await addressOf(app, `/ask/new?${FAMILY}`));
    expect(await onPage.inputValue("[name=words]")).toBe("");
    await phone.close();
  }, 60_000);

  it("sends a message again whose answer was lost, and it is there once", async () => {
    const phone = await page();
    const { page: onPage, context } = phone;
    const askId = await askOn(phone);
    let lost = 0;
    await context.route(/\/ask\?index$/, async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch({ maxRedirects: 0 });
      return route.abort();
    });
    await onPage.fill("[name=said]", "Is somebody there?");
    await send(onPage);
    await onPage.locator("[data-away]", { hasText: "Not sent yet" }).waitFor();
    expect(await messages(askId)).toBe(1);
    await onPage.locator(".talk .seeker").waitFor({ timeout: 15_000 });
    expect(lost).toBe(2);
    expect(await messages(askId)).toBe(1);
    expect(await onPage.inputValue("[name=said]")).toBe("");
    await phone.close();
  }, 60_000);
});

describe("an open conversation", () => {
  it("shows new words when it is looked at again, keeps what is half typed, and asks nothing while hidden", async () => {
    const phone = await page();
    const { page: onPage } = phone;
    const askId = await askOn(phone);
    await onPage.fill("[name=said]", "half a sent");
    await answers(askId, "We found a room.");
    const asked = () => phone.requests.filter((url) => url.endsWith("/ask.json")).length;
    const turn = (hidden: boolean) =>
      onPage.evaluate((isHidden) => {
        Object.defineProperty(document, "hidden", { value: isHidden, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    await turn(true);
    await onPage.waitForTimeout(300);
    expect(asked()).toBe(0);
    await turn(false);
    await onPage.locator(".talk .group", { hasText: "We found a room." }).waitFor();
    expect(await onPage.locator("[data-news]").innerText()).toBe("There are new words from them.");
    expect(await onPage.inputValue("[name=said]")).toBe("half a sent");
    expect(asked()).toBe(1);
    await phone.close();
  }, 60_000);
});

describe("leaving fast", () => {
  it.each([true, false])(
    "takes the ask and what was typed from this phone; script: %s",
    async (script) => {
      const phone = await page({ script, whole: true });
      const { page: onPage, context } = phone;
      await context.route(/weather\.gov/, (route) => route.fulfill({ body: "weather" }));
      await askOn(phone);
      await onPage.fill("[name=said]", "half a sent");
      await onPage.locator("a.exit").click();
      await onPage.waitForURL(/weather\.gov/);
      await onPage.goto(`${app.url}/ask`);
      expect(new URL(onPage.url()).pathname).toBe("/");
      expect(await onPage.locator(".code-words").count()).toBe(0);
      if (script) expect(await onPage.evaluate(() => sessionStorage.length)).toBe(0);
      await onPage.goto(`${app.url}/ask/new`);
      expect(new URL(onPage.url()).pathname).toBe("/");
      const kept = (await context.cookies()).filter(({ name }) => name === "__Host-ask");
      expect(kept).toEqual([]);
      await phone.close();
    },
    60_000,
  );
});

it("the small script weighs at most 2 KB compressed", async () => {
  const answer = await fetch(`${app.url}/ask.js`, { headers: { "Accept-Encoding": "br" } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-encoding")).toBe("br");
  expect(Number(answer.headers.get("content-length"))).toBeLessThanOrEqual(2048);
});
