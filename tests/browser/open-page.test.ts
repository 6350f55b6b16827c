/** Pages with holds that are left open: the family's own, and the inbox of its place. */
import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf, hashOfCode } from "~/data/codes.server";
import * as holds from "~/data/holds.server";
import { keyedHash } from "~/data/keyed-hash.server";
import { page, type OpenPage, type PageOptions } from "../support/browser";
import { inMinutes, requested, takeHold, type ToTake, wanted } from "../support/holds";
import { seedStaff } from "../support/seeds";
import { setHidden } from "./measures";
import { asTheApp, roomyPool, samplePlace, withCookie } from "./tablets";
import { warmstop } from "./warmstop";

const app = warmstop();
let [placeId, poolId] = [0, 0];
let token: string;

beforeAll(async () => {
  asTheApp();
  placeId = await samplePlace(app);
  poolId = await roomyPool(app, placeId);
  ({ token } = await seedStaff(app.database.owner, placeId));
});

async function opened(
  path: string,
  cookies: Record<string, string>,
  options: PageOptions = {},
  on?: OpenPage,
) {
  const one = on ?? (await page(options));
  for (const [name, value] of Object.entries(cookies)) await withCookie(app, one, name, value);
  const { requests } = one;
  await one.page.goto(`${app.url}${path}`);
  if (options.script !== false)
    await expect.poll(() => requests.filter((asked) => asked.endsWith("/live"))).toHaveLength(1);
  return one;
}

const inbox = (options: PageOptions = {}) =>
  opened(`/staff/places/${placeId}/holds?lang=${options.lang ?? "en"}`, { "__Host-staff": token }, options);

/** A family, with the phone it asked on. */
async function family(more: Partial<ToTake> = {}) {
  const secret = randomBytes(32).toString("base64url");
  const holdId = randomUUID();
  const codeHash = hashOfCode("hold", codeOf("hold", holdId));
  const hold = requested(poolId, { holdId, codeHash, device: keyedHash("device", secret), ...more });
  expect(await takeHold(hold)).toMatchObject({ kind: "taken" });
  const phone = (options: PageOptions = {}, on?: OpenPage) =>
    opened(`/hold?lang=${options.lang ?? "en"}`, { "__Host-device": secret }, options, on);
  return { holdId, holder: hold.device, phone };
}

const byStaff = (holdId: string) => ({ key: randomUUID(), token, holdId });
const card = (on: Page, holdId: string) => on.locator(`article[aria-labelledby=hold-${holdId}]`);
const announced = (on: Page) => on.locator("[data-news]");

describe.each([
  ["en", "holds a room for you", "They could not hold it", "They say: “The heating broke.”"],
  ["es", "le aparta un cuarto", "No lo pudieron apartar", "Dicen: “The heating broke.”"],
] as const)("a family's open page, in %s", (lang, held, declined, reason) => {
  it("shows within two seconds that they said yes, and that they cannot after all; and says it once", async () => {
    const { holdId, phone } = await family();
    const { page: on, barriers, complaints, close } = await phone({ lang, width: 320, height: 640 });
    const since = Date.now();
    await holds.acceptHold(byStaff(holdId));
    await on.locator("h1", { hasText: held }).waitFor({ timeout: 2_000 });
    expect(Date.now() - since).toBeLessThan(2_000);
    expect(await announced(on).textContent()).toContain(held);
    // What could be tapped before is there, and what was said yes to can be late.
    expect(await on.locator("button[name=minutes]").count()).toBe(2);
    await holds.declineHold({ ...byStaff(holdId), reason: "The heating broke." });
    await on.locator("h1", { hasText: declined }).waitFor({ timeout: 2_000 });
    expect(await on.locator("main").innerText()).toContain(reason);
    expect(await on.locator("button[name=minutes]").count()).toBe(0);
    expect(await barriers()).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  }, 60_000);
});

describe("a family's open page", () => {
  it("counts the minutes that are left, by the server's clock, without asking for anything", async () => {
    const { holdId, phone } = await family();
    await holds.acceptHold(byStaff(holdId));
    const one = await page();
    await one.page.clock.install({ time: new Date("2020-01-01T00:00:00Z") });
    const { page: on, requests, close } = await phone({}, one);
    const left = async () =>
      Number(/^Time left: (\d+)\smin\.$/.exec(await on.locator("[data-until]").innerText())?.[1]);
    expect(await left()).toBeGreaterThanOrEqual(58);
    const [before, asked] = [await left(), requests.length];
    await on.clock.fastForward("20:00");
    await expect.poll(left).toBeLessThanOrEqual(before - 19);
    expect(requests.filter((url) => url.includes("/hold?")).length).toBeLessThanOrEqual(1);
    expect(requests.length - asked).toBeLessThanOrEqual(1);
    await close();
  }, 60_000);

  it.each([
    ["en", "This page may be old: no connection for 3\u00a0min."],
    ["es", "Esta página puede estar atrasada: sin conexión hace 3\u00a0min."],
  ] as const)(
    "says that it may be old where it hears nothing, in %s",
    async (lang, words) => {
      const { phone } = await family();
      const one = await page({ lang });
      await one.page.clock.install();
      await one.page.route("**/hold/live", (route) => route.abort());
      const { page: on, close } = await phone({ lang }, one);
      expect(await on.locator("[data-stream]").textContent()).toBe("");
      await on.clock.fastForward("03:10");
      await on.getByText(words).waitFor();
      await close();
    },
    60_000,
  );

  it("asks for nothing while it is hidden, and reads what it missed when it is seen again", async () => {
    const { holdId, phone } = await family();
    const { page: on, requests, close } = await phone();
    await setHidden(on, true);
    const before = requests.length;
    await holds.acceptHold(byStaff(holdId));
    await on.waitForTimeout(2_000);
    expect(requests).toHaveLength(before);
    await setHidden(on, false);
    await on.locator("h1", { hasText: "holds a room for you" }).waitFor({ timeout: 2_000 });
    await close();
  }, 60_000);

  it("stays as it is while its own form is on the way: a second tap on a slow network is the same tap", async () => {
    const { holdId, phone } = await family({ arrivesAt: inMinutes(40) });
    await holds.acceptHold(byStaff(holdId));
    const { page: on, close } = await phone();
    await on.route("**/hold/late*", async (route) => {
      await fetch(route.request().url(), {
        method: "POST",
        headers: await route.request().allHeaders(),
        body: route.request().postData(),
        redirect: "manual",
      });
      // Saved; and no answer comes back.
    });
    const keys: string[] = [];
    await on.exposeFunction("tellKey", (key: string) => keys.push(key));
    await on.evaluate(() => {
      const told = window as unknown as { tellKey(key: string): void };
      const field = () => document.querySelector<HTMLInputElement>("form.late input[name=key]")!;
      setInterval(() => told.tellKey(field().value), 100);
    });
    await on.locator("button[name=minutes]").first().click({ noWaitAfter: true });
    const events = () => app.database.owner`
      select from hold_events where hold_id = ${holdId} and what = 'extended'`;
    await expect.poll(async () => (await events()).length).toBe(1);
    const before = keys.length;
    await sleep(2_500);
    expect(keys.length).toBeGreaterThan(before + 10);
    expect(new Set(keys).size).toBe(1);
    await close();
  }, 60_000);

  it("keeps what is open on it, and whoever is there by keyboard", async () => {
    const { holdId, phone } = await family();
    const { page: on, close } = await phone();
    await on.locator(".give-back summary").press("Enter");
    await on.locator(".give-back button").focus();
    await holds.acceptHold(byStaff(holdId));
    await on.locator("h1", { hasText: "holds a room for you" }).waitFor();
    expect(await on.locator(".give-back button").isVisible()).toBe(true);
    expect(await on.evaluate(() => document.activeElement?.textContent)).toBe("Yes, cancel it");
    await on.keyboard.press("Enter");
    await on.locator("h1", { hasText: "You canceled your hold" }).waitFor();
    await close();
  }, 60_000);

  it("shows the place to type five words once the phone has left it", async () => {
    const { phone } = await family();
    const { page: on, context, close } = await phone();
    await setHidden(on, true);
    await context.clearCookies({ name: "__Host-device" });
    await setHidden(on, false);
    await on.locator("input[name=code]").waitFor();
    await close();
  }, 60_000);

  it("says how old it is, and leads to a new one, without script", async () => {
    const { holdId, phone } = await family();
    const { page: on, close } = await phone({ script: false });
    // A number of minutes would soon be wrong.
    expect(await on.locator("main").innerText()).not.toContain("Time left");
    expect(await on.locator("main").innerText()).toMatch(/As of \d+(:\d\d)?\s[ap]m\./);
    await holds.acceptHold(byStaff(holdId));
    await on.getByRole("link", { name: "See if they said yes" }).click();
    await on.locator("h1", { hasText: "holds a room for you" }).waitFor();
    await on.getByRole("link", { name: "Look again" }).waitFor();
    await close();
  }, 60_000);
});

describe("an open inbox", () => {
  it("shows a new ask within two seconds, a later arrival, and what was given back", async () => {
    const { page: on, barriers, complaints, close } = await inbox({ width: 320, height: 640 });
    const since = Date.now();
    const { holdId, holder } = await family({ arrivesAt: inMinutes(5) });
    await card(on, holdId).getByRole("button", { name: "Yes, hold it" }).waitFor({ timeout: 2_000 });
    expect(Date.now() - since).toBeLessThan(2_500);
    expect(await announced(on).textContent()).toBe("Something on this page is new.");
    await holds.acceptHold(byStaff(holdId));
    await card(on, holdId).getByRole("button", { name: "30 min more" }).waitFor({ timeout: 2_000 });
    const before = await card(on, holdId).innerText();
    await holds.extendHold({ key: randomUUID(), holder, holdId, arrivesAt: inMinutes(20) });
    const comes = /They come at [^.]*\./;
    await expect
      .poll(async () => comes.exec(await card(on, holdId).innerText())?.[0])
      .not.toBe(comes.exec(before)![0]);
    await holds.cancelHold({ key: randomUUID(), holder, holdId });
    await card(on, holdId).getByText("They canceled it.").waitFor({ timeout: 2_000 });
    expect(await barriers()).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  }, 60_000);

  it("leaves a reason that is being written alone while others come, and sends it whole", async () => {
    const { holdId } = await family();
    const { page: on, close } = await inbox();
    await card(on, holdId).locator("summary").click();
    await card(on, holdId).getByLabel("We have no room left tonight.").check();
    await card(on, holdId).locator("input[name=words]").click();
    await on.keyboard.type("The heating ");
    const other = await family();
    await card(on, other.holdId).waitFor();
    expect(await on.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name)).toBe("words");
    await on.keyboard.type("broke.");
    await card(on, holdId)
      .getByRole("button", { name: /^Decline/ })
      .click();
    await on.getByRole("status").getByText("Saved. They can read why.").waitFor();
    expect(await card(on, holdId).innerText()).toContain("We have no room left tonight. The heating broke.");
    await close();
  }, 60_000);

  it("takes no tap for a button that has just come under the finger", async () => {
    const first = wanted(poolId, { arrivesAt: inMinutes(30) });
    expect(await takeHold(first)).toMatchObject({ kind: "taken" });
    const { page: on, close } = await inbox();
    // The taps come with the very picture in which one button is new and the other has moved.
    await on.evaluate((holdId) => {
      const main = document.querySelector("main")!;
      new MutationObserver((_changes, watch) => {
        watch.disconnect();
        const moved = main.querySelector(`[aria-labelledby=hold-${holdId}] button`)!;
        const fresh = [...main.querySelectorAll(".ask button.main")].at(-1)!;
        const taps = [moved, fresh].map((button) =>
          button.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 })),
        );
        document.body.dataset.taps = taps.join(" ");
      }).observe(main, { childList: true, subtree: true });
    }, first.holdId);
    const next = await family();
    await card(on, next.holdId).waitFor();
    expect(await on.locator("body").getAttribute("data-taps")).toBe("false false");
    await on.waitForTimeout(600);
    expect(on.url()).not.toContain("saved");
    // Once it stands it is meant.
    await card(on, first.holdId).getByRole("button", { name: "Arrived" }).click();
    await on.getByRole("status").getByText("Saved. They are in").waitFor();
    await close();
  }, 60_000);

  it("says so when its person is signed out, and shows nothing new", async () => {
    const gone = await seedStaff(app.database.owner, placeId, { name: "Gone" });
    const { page: on, close } = await opened(`/staff/places/${placeId}/holds?lang=en`, {
      "__Host-staff": gone.token,
    });
    await app.database.owner`
      update sessions set ended_at = clock_timestamp() where person_id = ${gone.personId}`;
    const { holdId } = await family();
    await on.getByText("You were signed out").waitFor({ timeout: 15_000 });
    expect(await on.content()).not.toContain(holdId);
    await close();
  }, 60_000);
});
