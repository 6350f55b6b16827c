import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { page, type OpenPage, type PageOptions } from "../support/browser";
import { seedStaff } from "../support/seeds";
import { codeFor, PIN, seedTablet, seedWithPin } from "../support/tablets";
import { overhang, smallTargets } from "./measures";
import { addressOf, warmstop } from "./warmstop";

const app = warmstop(() => ({ OUTBOX: "on" }));
const SMALL = { width: 320, height: 640 };
let placeId: number;

beforeAll(async () => {
  // The app's own, so that what is seeded here opens there.
  process.env.APP_SECRET = "only-for-tests-and-nothing-else!";
  process.env.OUTBOX = "on";
  placeId = Number(new URL(await addressOf(app, "PLACE")).pathname.split("/").at(-1));
});

async function withCookie({ context }: OpenPage, name: string, value: string): Promise<void> {
  await context.addCookies([{ name, value, url: app.url.replace("http:", "https:"), secure: true }]);
}

/** A browser that is a shared tablet, locked, with Ana's PIN on it. */
async function onTablet(options: PageOptions) {
  const tablet = await seedTablet(app.database.owner, placeId);
  const ana = await seedWithPin(app.database.owner, placeId, tablet.tabletToken);
  await app.database.owner`update people set name = 'Ana Ruiz' where person_id = ${ana.personId}`;
  await app.database
    .owner`update sessions set ended_at = clock_timestamp() where person_id = ${ana.personId}`;
  const opened = await page(options);
  await withCookie(opened, "__Host-tablet", tablet.tabletToken);
  await opened.page.goto(`${app.url}/staff?lang=${options.lang ?? "en"}`);
  return { ...opened, tablet, ana };
}

/** As if nobody had touched it for that long. */
const rest = (tabletId: number, seconds = 301) => app.database.owner`
  update sessions set used_at = clock_timestamp() - ${`${seconds} seconds`}::text::interval where tablet_id = ${tabletId}`;

const number = (onPage: Page) => onPage.locator(".pool .number b").first().innerText();
const main = (onPage: Page) => onPage.locator("main .main").first();

async function openByPin(onPage: Page): Promise<void> {
  await onPage.locator(".names a").click();
  await onPage.fill("input[name=pin]", PIN);
  await main(onPage).click();
}

it("a manager makes the device a tablet, chooses a PIN, locks it and opens it again: all without script", async () => {
  const { token } = await seedStaff(app.database.owner, placeId, { name: "Mia", role: "manager" });
  const opened = await page({ ...SMALL, script: false });
  const { page: onPage, context } = opened;
  await withCookie(opened, "__Host-staff", token);
  await onPage.goto(`${app.url}/staff`);
  await onPage.getByRole("link", { name: "Tablets" }).click();
  await onPage.fill("input[name=name]", " ");
  await onPage.locator("main button.main").click();
  await onPage.getByText("Type a name").waitFor();
  await onPage.fill("input[name=name]", "Front desk");
  await onPage.locator("main button.main").click();
  await onPage.waitForURL(/pin$/);
  for (const [typed, said] of [
    ["1234", "others try first"],
    ["73", "4 to 6 digits"],
  ] as const) {
    await onPage.fill("input[name=pin]", typed);
    await main(onPage).click();
    await onPage.getByText(said).last().waitFor();
  }
  await onPage.fill("input[name=pin]", "73 05");
  await main(onPage).click();
  await onPage.waitForURL(/places\/\d+$/);

  const tabletCookie = (await context.cookies()).find(({ name }) => name === "__Host-tablet");
  expect(tabletCookie).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/" });
  await onPage.getByRole("button", { name: "Lock: Mia" }).click();
  await onPage.getByRole("heading", { name: "Who are you?" }).waitFor();
  await onPage.locator(".names a", { hasText: "Mia" }).click();
  await onPage.fill("input[name=pin]", "8888");
  await main(onPage).click();
  await onPage.getByText("4 tries are left").waitFor();
  await onPage.fill("input[name=pin]", PIN);
  await main(onPage).click();
  await onPage.getByText("A wrong PIN was typed for you").waitFor();
  await main(onPage).click();
  await onPage.waitForURL(/places\/\d+$/);

  // By PIN nothing is managed: that takes a code by mail, on the same tablet.
  await onPage.getByRole("link", { name: "Tablets" }).click();
  await onPage.getByText("say again who you are").waitFor();
  await onPage.getByRole("link", { name: "Sign in by mail" }).click();
  const [{ email }] = await app.database.owner<[{ email: string }]>`
    select email from people join sessions using (person_id)
    where token_sha256 = sha256(convert_to(${token}, 'UTF8'))`;
  await onPage.fill("input[name=email]", email);
  await main(onPage).click();
  await onPage.waitForURL(/code$/);
  const outbox = await context.newPage();
  await outbox.goto(`${app.url}/outbox`);
  await onPage.fill(
    "input[name=code]",
    /\d{3} \d{3}/.exec(await outbox.locator("pre").first().innerText())![0],
  );
  await main(onPage).click();
  await onPage.getByRole("link", { name: "Not now" }).click();
  await onPage.getByRole("link", { name: "Tablets" }).click();
  await onPage.locator("summary", { hasText: "Front desk" }).click();
  await onPage.getByRole("button", { name: /Front desk/ }).click();
  await onPage.waitForURL(/sign-in$/);
  expect((await context.cookies()).find(({ name }) => name === "__Host-tablet")).toBeUndefined();
  await opened.close();
}, 60_000);

it("from a locked tablet to a saved count it is seven taps of a thumb, and no keyboard", async () => {
  const { page: onPage, ana, close, complaints } = await onTablet(SMALL);
  let taps = 0;
  const tap = async (name: string | RegExp, role: "link" | "button" = "button") => {
    await onPage.getByRole(role, { name, exact: true }).first().tap();
    taps++;
  };
  await tap("Ana", "link");
  await onPage.locator(".pad").waitFor();
  expect(await onPage.locator("input[name=pin]").getAttribute("inputmode")).toBe("none");
  for (const digit of PIN) await tap(digit);
  await tap("Open");
  await onPage.waitForURL(/places\/\d+$/);
  const before = Number.parseInt(await number(onPage), 10);
  await tap(/^One less free/);
  await expect.poll(() => number(onPage)).toContain(String(before - 1));
  expect(taps).toBe(7);
  await onPage.getByRole("link", { name: "Who changed what" }).click();
  expect(await onPage.locator(".plain li").first().innerText()).toMatch(/Ana Ruiz on Desk \d+:/);
  const [saved] = await app.database.owner`select who from reports order by report_id desc limit 1`;
  expect(saved).toEqual({ who: `person ${ana.personId}` });
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

it("by keyboard alone a locked tablet is opened and the count said to be still right", async () => {
  const { page: onPage, close } = await onTablet({ width: 1280, height: 800, mobile: false });
  const tabTo = async (words: string) => {
    const focused = () => onPage.evaluate(() => document.activeElement?.textContent);
    for (let at = 0; at < 60 && (await focused()) !== words; at++) await onPage.keyboard.press("Tab");
    expect(await focused()).toBe(words);
    await onPage.keyboard.press("Enter");
  };
  await tabTo("Ana");
  await onPage.locator("input[name=pin]:focus").waitFor();
  await onPage.keyboard.type(PIN);
  await onPage.keyboard.press("Enter");
  await onPage.waitForURL(/places\/\d+$/);
  await tabTo("Still right");
  await onPage
    .getByText(/Saved .*Ana/)
    .first()
    .waitFor();
  await close();
}, 60_000);

describe.each([true, false])("with script: %s", (script) => {
  it("a count half typed when the tablet locked is asked about after the PIN, and saved once", async () => {
    const { page: onPage, tablet, close } = await onTablet({ ...SMALL, script });
    await openByPin(onPage);
    await onPage.waitForURL(/places\/\d+$/);
    await onPage.locator(".pool summary").first().click();
    const exact = onPage.locator(".pool details form").first();
    await exact.locator("input[name=occupied]").fill("2");
    await exact.locator("input[name=outOfService]").fill("1");
    const key = await exact.locator("input[name=key]").inputValue();
    await rest(tablet.tabletId);
    await exact.locator("button").click();
    await onPage.getByText("What you sent just now is kept").waitFor();
    const kept = (await onPage.context().cookies()).find(({ name }) => name === "__Host-kept");
    expect(Buffer.from(kept!.value, "base64url").toString("latin1")).not.toContain("occupied");

    await openByPin(onPage);
    await onPage.getByText("2 taken").waitFor();
    expect(await onPage.locator(".said").innerText()).toContain("1 out of service");
    expect(await onPage.locator("input[name=key]").inputValue()).toBe(key);
    await onPage.locator("main button.main").click();
    await onPage.waitForURL(/(count|places\/\d+)$/);
    if (onPage.url().endsWith("count")) await onPage.locator("main button.main").click();
    await onPage.waitForURL(/places\/\d+$/);
    expect(await onPage.locator(".pool .small").first().innerText()).toContain("2 of");
    await onPage.goto(`${app.url}/staff`);
    await onPage.waitForURL(/places\/\d+$/);
    await close();
  }, 60_000);
});

it("what was kept is left by one tap, and a tablet that was ended is a tablet no more", async () => {
  const { page: onPage, tablet, context, close } = await onTablet(SMALL);
  await openByPin(onPage);
  await rest(tablet.tabletId);
  await onPage.getByRole("button", { name: "Not tonight" }).click();
  await openByPin(onPage);
  await onPage.locator(".said", { hasText: "Not tonight" }).waitFor();
  await onPage.getByRole("button", { name: "No, leave it" }).click();
  await onPage.waitForURL(/places\/\d+$/);
  await app.database
    .owner`update tablets set ended_at = clock_timestamp() where tablet_id = ${tablet.tabletId}`;
  await onPage.reload();
  await onPage.waitForURL(/sign-in$/);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain("__Host-tablet");
  await close();
}, 60_000);

// For people to look at: WARMSTOP_PICTURES=1 leaves one of every page beside the project.
async function picture(onPage: Page, name: string): Promise<void> {
  if (!process.env.WARMSTOP_PICTURES) return;
  await onPage.screenshot({ path: join(tmpdir(), "warmstop-pages", `${name}.png`), fullPage: true });
}

describe.each([
  ["a phone", { width: 360, height: 740 }],
  ["a wide screen", { width: 1280, height: 800, mobile: false }],
] as const)("on %s", (device, size) => {
  it.each(["en", "es"] as const)(
    "no page of a tablet has a barrier, in %s",
    async (lang) => {
      const { page: onPage, tablet, ana, ...opened } = await onTablet({ ...size, lang });
      const look = async (what: string) => {
        expect(await onPage.getAttribute("html", "lang"), what).toBe(lang);
        expect(await opened.barriers(), what).toEqual([]);
        expect(await overhang(onPage), what).toEqual([]);
        expect(await smallTargets(onPage), what).toEqual([]);
        await picture(onPage, `tablet ${what} ${device} ${lang}`.replaceAll(" ", "-"));
      };
      await look("locked");
      await onPage.locator(".names a").click();
      await look("pin");
      await onPage.fill("input[name=pin]", "8888");
      await main(onPage).click();
      await onPage.locator(".problem").waitFor();
      await look("wrong pin");
      await onPage.fill("input[name=pin]", PIN);
      await main(onPage).click();
      await main(onPage).waitFor();
      await look("missed");
      await onPage.goto(`${app.url}/staff/people`);
      await look("by mail first");
      await onPage.goto(`${app.url}/staff/places/${placeId}`);
      await rest(tablet.tabletId);
      await onPage.locator(".number button").first().click();
      await onPage.locator(".names").waitFor();
      await look("locked with a form");
      await openByPin(onPage);
      await onPage.locator(".said").waitFor();
      await look("kept");
      await app.database.owner`update tablet_pins set tries = 5 where person_id = ${ana.personId}`;
      await onPage.goto(`${app.url}/staff/pin/${ana.personId}`);
      await look("pin over");
      await onPage.locator("header form button").click();
      await onPage.locator(".names").waitFor();
      await look("locked by mail");
      await onPage.goto(`${app.url}/staff/sign-in`);
      await onPage.fill("input[name=email]", ana.email);
      await main(onPage).click();
      await onPage.waitForURL(/code$/);
      // The newest code counts: this one is read where the test runs.
      await onPage.fill("input[name=code]", await codeFor(ana.email));
      await main(onPage).click();
      await onPage.waitForURL(/pin$/);
      await look("choose");
      await onPage.fill("input[name=pin]", "2580");
      await main(onPage).click();
      await onPage.locator(".problem").waitFor();
      await look("choose again");
      expect(opened.strangers(app.url)).toEqual([]);
      expect(opened.complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
      await opened.close();
    },
    90_000,
  );

  it.each(["en", "es"] as const)(
    "no page of a manager has a barrier, in %s",
    async (lang) => {
      const { manager } = await seedTablet(app.database.owner, placeId);
      const opened = await page({ ...size, lang });
      const { page: onPage } = opened;
      await withCookie(opened, "__Host-staff", manager);
      const look = async (what: string) => {
        expect(await opened.barriers(), what).toEqual([]);
        expect(await overhang(onPage), what).toEqual([]);
        expect(await smallTargets(onPage), what).toEqual([]);
        await picture(onPage, `team ${what} ${device} ${lang}`.replaceAll(" ", "-"));
      };
      await onPage.goto(`${app.url}/staff/tablets?lang=${lang}`);
      await look("tablets");
      await onPage.goto(`${app.url}/staff/people`);
      await look("people");
      await onPage.fill("input[name=name]", " ");
      await onPage.fill("input[name=email]", "zoe@example");
      await onPage.locator("main button.main").click();
      await onPage.locator(".problem").first().waitFor();
      await look("people again");
      await onPage.fill("input[name=name]", "Zoe");
      await onPage.fill("input[name=email]", `zoe-${device.length}-${lang}@example.org`);
      await onPage.locator("main button.main").click();
      await onPage.getByRole("button", { name: /Zoe/ }).first().waitFor();
      await look("invited");
      const before = await onPage.getByRole("button", { name: /Zoe/ }).count();
      await onPage.getByRole("button", { name: /Zoe/ }).first().click();
      await expect.poll(() => onPage.getByRole("button", { name: /Zoe/ }).count()).toBe(before - 1);
      expect(opened.complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
      await opened.close();
    },
    60_000,
  );
});
