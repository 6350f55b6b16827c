import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { page } from "../support/browser";
import { expectUsable } from "./measures";
import { addressOf, warmstop } from "./warmstop";

const app = warmstop();
const SMALL = { width: 320, height: 640 };
// A walk away: by bus one would come at some hours later than a hold can stand.
const NOW = "where=22nd+%26+Parallel&adults=2&children=6,9";

beforeAll(async () => {
  const placeId = await examplePlace();
  // Open all day, at whatever hour the tests run.
  await app.database.owner`update schedules set opens = 0, closes = 0 where place_id = ${placeId}`;
});

async function examplePlace(): Promise<number> {
  return Number(new URL(await addressOf(app, "PLACE")).pathname.split("/").at(-1));
}

async function held(): Promise<number> {
  const [{ sum }] = await app.database.owner<[{ sum: number }]>`
    select sum(held)::integer as sum from pools where place_id = ${await examplePlace()}`;
  return sum;
}

const codeOn = (onPage: Page) => onPage.locator(".code-words li").allInnerTexts();
const send = (onPage: Page) => onPage.locator("main button.main").click();

describe.each(["en", "es"] as const)("a hold, in %s", (lang) => {
  it("is asked for on a small phone without script, opened by its words on another, and given back", async () => {
    const before = await held();
    const phone = await page({ ...SMALL, lang, script: false });
    const look = async (what: string, onPage: Page, barriers: () => Promise<string[]>) => {
      expect(await onPage.getAttribute("html", "lang"), what).toBe(lang);
      await expectUsable({ page: onPage, barriers }, what);
      expect(await onPage.locator('a[href="tel:211"]').count(), what).toBeGreaterThan(0);
    };
    const { page: onPage } = phone;
    await onPage.goto(await addressOf(app, `/?${NOW}&map=0`, lang));
    const card = onPage.locator(".card", { hasText: "Example House" });
    await card.getByRole("link", { name: /^(Hold a room|Apartar un cuarto)/ }).click();
    await look("the question", onPage, phone.barriers);
    await onPage.fill("input[name=contact]", "my sister");
    await send(onPage);
    await look("the question again", onPage, phone.barriers);
    expect(await onPage.inputValue("input[name=contact]")).toBe("my sister");
    await onPage.fill("input[name=contact]", "913-555-0199");
    await send(onPage);
    await onPage.waitForURL(/\/hold\?/);
    await look("the hold", onPage, phone.barriers);
    const code = await codeOn(onPage);
    expect(code).toHaveLength(5);
    expect(await held()).toBe(before + 1);
    // Whole words: a code may have an "old", and the address has a "hold".
    expect(onPage.url().split(/[^a-z]+/)).not.toContain(code[0]!);

    const other = await page({ ...SMALL, lang, script: false });
    const { page: onOther } = other;
    await onOther.goto(await addressOf(app, "/", lang));
    await onOther.locator('a[href^="/hold/code"]').click();
    await look("the words asked for", onOther, other.barriers);
    await onOther.fill("input[name=code]", "one two three");
    await send(onOther);
    await look("fewer words", onOther, other.barriers);
    await onOther.fill("input[name=code]", ` ${code.join("  ").toUpperCase()}`);
    await send(onOther);
    await onOther.waitForURL(/\/hold$/);
    expect(await codeOn(onOther)).toEqual(code);

    await app.database.owner`
      update holds set confirmed = true, until = taken_at + interval '60 minutes' where state = 'held'`;
    await onOther.reload();
    await look("the confirmed hold", onOther, other.barriers);
    await onOther.locator("button[name=minutes]").last().click();
    await onOther.locator(".caution[role=status]").waitFor();
    await look("a late bus", onOther, other.barriers);
    await onOther.locator(".give-back summary").click();
    await onOther.locator(".give-back button").click();
    await onOther.waitForURL((url) => url.pathname === "/hold");
    await look("given back", onOther, other.barriers);
    expect(await codeOn(onOther)).toEqual([]);
    expect(await held()).toBe(before);
    await onPage.reload();
    expect(await codeOn(onPage)).toEqual([]);
    expect(
      [...phone.complaints, ...other.complaints].filter((words) => !/status of 4\d\d/.test(words)),
    ).toEqual([]);
    expect([...phone.strangers(app.url), ...other.strangers(app.url)]).toEqual([]);
    for (const secret of [code.join(" "), code.join("+"), "913-555-0199"])
      expect(app.log()).not.toContain(secret);
    await phone.close();
    await other.close();
  }, 90_000);
});

describe("the same form sent twice", () => {
  it("is one hold", async () => {
    const before = await held();
    const opened = await page({ script: false });
    await opened.page.goto(await addressOf(app, `PLACE/hold?${NOW}`));
    const field = (name: string) => opened.page.inputValue(`input[name=${name}]`);
    const form = { key: await field("key"), pool: await field("pool"), contact: "" };
    const sent = () => opened.context.request.post(opened.page.url(), { form, headers: { Origin: app.url } });
    for (const answer of await Promise.all([sent(), sent()])) expect(answer.url()).toMatch(/\/hold\?/);
    expect(await held()).toBe(before + 1);
    await opened.close();
  });
});

describe("all taken in the meantime", () => {
  it.each(["en", "es"] as const)("is said calmly, with three others to ask, in %s", async (lang) => {
    const placeId = await examplePlace();
    const { owner } = app.database;
    const opened = await page({ ...SMALL, lang, script: false });
    await opened.page.goto(await addressOf(app, `PLACE/hold?${NOW}`, lang));
    const [{ occupied }] = await owner<[{ occupied: number }]>`
      select occupied from pools where place_id = ${placeId}`;
    await owner`update pools set occupied = capacity where place_id = ${placeId}`;
    await send(opened.page);
    expect(await opened.page.locator(".cards .card").count()).toBe(3);
    expect(await opened.page.locator(".card .call").count()).toBe(3);
    await expectUsable(opened, "all taken");
    await owner`update pools set occupied = ${occupied} where place_id = ${placeId}`;
    await opened.close();
  });
});
