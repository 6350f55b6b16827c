/** A whole wait for a room: nothing free, a mail, a room that staff free at their board, a yes, and the hold. */
import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { page, type OpenPage } from "../support/browser";
import { countPool, seedStaff } from "../support/seeds";
import { expectUsable } from "./measures";
import { asTheApp, samplePlace, withCookie } from "./tablets";
import { addressOf, warmstop } from "./warmstop";

const app = warmstop(() => ({ OUTBOX: "on" }));
const SMALL = { width: 320, height: 640 };
// A walk away from it, at whatever hour the tests run.
const NOW = "where=22nd+%26+Parallel&adults=1&children=6,9";
const LOOKED_FOR = { timeout: 30_000, interval: 500 };
let placeId: number;

beforeAll(async () => {
  asTheApp();
  const { owner } = app.database;
  placeId = await samplePlace(app);
  await owner`update schedules set opens = 0, closes = 0 where place_id = ${placeId}`;
});

async function fillAll(): Promise<void> {
  const { owner } = app.database;
  await owner`update pools set occupied = capacity, out_of_service = 0`;
  for (const { poolId } of await owner<{ poolId: number }[]>`select pool_id from pools`)
    await countPool(owner, poolId);
}

async function look(opened: OpenPage, what: string, lang: string): Promise<void> {
  const { page: on } = opened;
  expect(await on.getAttribute("html", "lang"), what).toBe(lang);
  await expectUsable(opened, what);
  expect(await on.locator('a[href="tel:211"]').count(), what).toBeGreaterThan(0);
}

/** What the outbox has for them last, from their address on. */
async function mailTo(contact: string, holding: string): Promise<string> {
  const last = async () => {
    const all = await (await fetch(`${app.url}/outbox`)).text();
    return all.split("<article").find((mail) => mail.includes(contact) && mail.includes(holding)) ?? "";
  };
  await expect.poll(last, LOOKED_FOR).not.toBe("");
  return last();
}

it.each(["en", "es"] as const)(
  "nothing is free, they wait, a room opens, they say yes and have it, in %s",
  async (lang) => {
    const { owner } = app.database;
    await fillAll();
    const contact = `luz-${randomUUID().slice(0, 8)}@example.org`;
    const family = await page({ ...SMALL, lang, script: false });
    const { page: phone } = family;
    await phone.goto(await addressOf(app, `/?${NOW}&map=0`, lang));
    await phone.locator('a[href^="/alert/ask"]').first().click();
    await look(family, "the question", lang);
    await phone.fill("input[name=contact]", "my sister");
    await phone.locator("main button.main").click();
    await look(family, "no address", lang);
    expect(await phone.inputValue("input[name=contact]")).toBe("my sister");
    await phone.fill("input[name=contact]", contact);
    await phone.locator("main button.main").click();
    await phone.waitForURL(/\/alert\/code/);
    await look(family, "look at your mail", lang);

    const words = /(?:\p{L}+ ){4}\p{L}+(?=\s*$|\s*<)/mu.exec(await mailTo(contact, "/alert"))![0];
    await phone.fill("input[name=code]", words.toUpperCase());
    await phone.locator("main button.main").click();
    await phone.waitForURL(/\/alert(\?|$)/);
    await look(family, "they wait", lang);
    expect(await phone.locator("button[name=say]").count()).toBe(0);

    const left = await page({ ...SMALL, lang });
    await left.context.addCookies(await family.context.cookies());
    await left.page.goto(`${app.url}/alert`);
    await expect.poll(() => left.requests.filter((asked) => asked.endsWith("/alert/live"))).toHaveLength(1);

    const { token } = await seedStaff(owner, placeId, { name: `Ana${lang}` });
    const desk = await page(SMALL);
    await withCookie(app, desk, "__Host-staff", token);
    await desk.page.goto(`${app.url}/staff/places/${placeId}?lang=en`);
    await desk.page.locator(".pool").first().locator("[data-part=more]").click();

    const offered = async () => {
      await phone.reload();
      return phone.locator("button[value=yes]").count();
    };
    await expect.poll(offered, LOOKED_FOR).toBe(1);
    await look(family, "a room is kept", lang);
    // Left open it shows the room by itself, and counts the ten minutes.
    await left.page.locator("button[value=yes]").waitFor({ timeout: 2_000 });
    expect(await left.page.locator("[data-news]").textContent()).toContain("Example House");
    expect(await left.page.locator("[data-until]").innerText()).toMatch(/: \d\smin\.$/);
    await look(left, "a room is kept, on a page left open", lang);
    expect(await phone.locator("main").innerText()).toContain("Example House");
    expect(await mailTo(contact, "Example House")).not.toBe("");
    await phone.locator("button[value=yes]").click();
    await phone.waitForURL(/\/hold/);
    await look(family, "it is theirs", lang);
    expect(await phone.locator(".code-words li").count()).toBe(5);
    const [{ held }] = await owner<[{ held: number }]>`
      select sum(held)::integer as held from pools where place_id = ${placeId}`;
    expect(held).toBe(1);

    await phone.locator(".give-back summary").click();
    await phone.locator(".give-back button").click();
    for (const opened of [family, left, desk]) {
      expect(opened.complaints.filter((line) => !/status of 4\d\d/.test(line))).toEqual([]);
      expect(opened.strangers(app.url)).toEqual([]);
      await opened.close();
    }
    expect(app.log()).not.toContain(contact);
  },
  120_000,
);
