import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { page } from "../support/browser";
import { seedStaff } from "../support/seeds";
import { PIN } from "../support/tablets";
import { asTheApp, leaveAlone, mainOf, onTablet, openByPin, samplePlace, withCookie } from "./tablets";
import { warmstop } from "./warmstop";

const app = warmstop(() => ({ OUTBOX: "on" }));
const SMALL = { width: 320, height: 640 };
let placeId: number;

beforeAll(async () => {
  asTheApp();
  placeId = await samplePlace(app);
});

const number = (onPage: Page) => onPage.locator(".pool .number b").first().innerText();

it("a manager makes the device a tablet, chooses a PIN, locks it and opens it again: all without script", async () => {
  const { token } = await seedStaff(app.database.owner, placeId, { name: "Mia", role: "manager" });
  const opened = await page({ ...SMALL, script: false });
  const { page: onPage, context } = opened;
  await withCookie(app, opened, "__Host-staff", token);
  await onPage.goto(`${app.url}/staff`);
  await onPage.getByRole("link", { name: "Tablets" }).click();
  await onPage.fill("input[name=name]", " ");
  await onPage.locator("main button.main").click();
  await onPage.getByText("Type a name").waitFor();
  await onPage.fill("input[name=name]", "Front desk");
  await onPage.locator("main button.main").click();
  await onPage.waitForURL(/pin$/);
  for (const [typed, said] of [
    ["1234", "Others try this PIN first"],
    ["73", "4 to 6 digits"],
  ] as const) {
    await onPage.fill("input[name=pin]", typed);
    await mainOf(onPage).click();
    await onPage.getByText(said).last().waitFor();
  }
  await onPage.fill("input[name=pin]", "73 05");
  await mainOf(onPage).click();
  await onPage.waitForURL(/places\/\d+$/);

  const tabletCookie = (await context.cookies()).find(({ name }) => name === "__Host-tablet");
  expect(tabletCookie).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/" });
  await onPage.getByRole("button", { name: "Lock: Mia" }).click();
  await onPage.getByRole("heading", { name: "Who are you?" }).waitFor();
  await onPage.locator(".names a", { hasText: "Mia" }).click();
  await onPage.fill("input[name=pin]", "8888");
  await mainOf(onPage).click();
  await onPage.getByText("4 tries are left").waitFor();
  await onPage.fill("input[name=pin]", PIN);
  await mainOf(onPage).click();
  await onPage.getByText("A wrong PIN was typed for you").waitFor();
  await mainOf(onPage).click();
  await onPage.waitForURL(/places\/\d+$/);

  // By PIN nothing is managed: that takes a code by mail, on the same tablet.
  await onPage.getByRole("link", { name: "Tablets" }).click();
  await onPage.getByText("ask again who you are").waitFor();
  await onPage.getByRole("link", { name: "Sign in by email" }).click();
  const [{ email }] = await app.database.owner<[{ email: string }]>`
    select email from people join sessions using (person_id)
    where token_sha256 = sha256(convert_to(${token}, 'UTF8'))`;
  await onPage.fill("input[name=email]", email);
  await mainOf(onPage).click();
  await onPage.waitForURL(/code$/);
  const outbox = await context.newPage();
  await outbox.goto(`${app.url}/outbox`);
  await onPage.fill(
    "input[name=code]",
    /\d{3} \d{3}/.exec(await outbox.locator("pre").first().innerText())![0],
  );
  await mainOf(onPage).click();
  await onPage.getByRole("link", { name: "Not now" }).click();
  await onPage.getByRole("link", { name: "Tablets" }).click();
  await onPage.locator("summary", { hasText: "Front desk" }).click();
  await onPage.getByRole("button", { name: /Front desk/ }).click();
  await onPage.waitForURL(/sign-in$/);
  expect((await context.cookies()).find(({ name }) => name === "__Host-tablet")).toBeUndefined();
  await opened.close();
}, 120_000);

it("from a locked tablet to a saved count it is seven taps of a thumb, and no keyboard", async () => {
  const { page: onPage, ana, close, complaints } = await onTablet(app, SMALL);
  let taps = 0;
  const tap = async (name: string | RegExp, role: "link" | "button" = "button") => {
    await onPage.getByRole(role, { name, exact: true }).first().tap();
    taps++;
  };
  await tap("Ana", "link");
  await onPage.locator("input[name=pin][inputmode=none]").waitFor();
  for (const digit of PIN) await tap(digit);
  await tap("Open");
  await onPage.waitForURL(/places\/\d+$/);
  const before = Number.parseInt(await number(onPage), 10);
  await tap(/^One less free/);
  await expect.poll(() => number(onPage)).toContain(String(before - 1));
  // The number is there at once; the log has it once it is saved.
  await expect.poll(() => onPage.locator(".pool .saved").first().innerText()).toMatch(/Ana/);
  expect(taps).toBe(7);
  await onPage.getByRole("link", { name: "Who changed what" }).click();
  expect(await onPage.locator(".plain li").first().innerText()).toMatch(/Ana Ruiz on Desk \d+:/);
  const [saved] = await app.database.owner`select who from reports order by report_id desc limit 1`;
  expect(saved).toEqual({ who: `person ${ana.personId}` });
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

it("the digits of a PIN are there before their script, and move nothing; without script there are none", async () => {
  const { page: onPage, close } = await onTablet(app, SMALL);
  await onPage.route("**/pin.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await onPage.getByRole("link", { name: "Ana", exact: true }).click();
  await onPage.locator(".pad").waitFor();
  await close();
  const without = await onTablet(app, { ...SMALL, script: false });
  await without.page.getByRole("link", { name: "Ana", exact: true }).click();
  await without.page.locator("input[name=pin]").waitFor();
  expect(await without.page.locator(".pad").isVisible()).toBe(false);
  await without.close();
}, 60_000);

it("by keyboard alone a locked tablet is opened and the count said to be still right", async () => {
  const { page: onPage, close } = await onTablet(app, { width: 1280, height: 800, mobile: false });
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
}, 120_000);

it("without script a count half typed when the tablet locked is asked about after the PIN, and saved once", async () => {
  const { page: onPage, tablet, close } = await onTablet(app, { ...SMALL, script: false });
  await openByPin(onPage);
  await onPage.waitForURL(/places\/\d+$/);
  await onPage.locator(".pool summary").first().click();
  const exact = onPage.locator(".pool details form").first();
  await exact.locator("input[name=occupied]").fill("2");
  await exact.locator("input[name=outOfService]").fill("1");
  const key = await exact.locator("input[name=key]").inputValue();
  await leaveAlone(app, tablet.tabletId);
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
}, 120_000);

it("with script the board keeps it, leads to the PIN, and saves it then, once", async () => {
  const { page: onPage, tablet, close } = await onTablet(app, SMALL);
  await openByPin(onPage);
  await onPage.waitForURL(/places\/\d+$/);
  await onPage.locator(".pool summary").first().click();
  const exact = onPage.locator(".pool details form").first();
  await exact.locator("input[name=occupied]").fill("6");
  const [{ last }] = await app.database.owner<[{ last: number }]>`select max(report_id) as last from reports`;
  await leaveAlone(app, tablet.tabletId);
  await exact.locator("button").click();
  await onPage.locator(".unsent a").click();
  await openByPin(onPage);
  await onPage.waitForURL(/places\/\d+$/);
  // Each tap has a key of its own: what counts is that it came, and came once.
  const said = () => app.database.owner`
    select from reports where report_id > ${last} and occupied = 6`;
  const yes = onPage.locator(".pool .unsent button").first();
  await Promise.race([yes.click(), expect.poll(said, { timeout: 20_000 }).toHaveLength(1)]);
  await expect.poll(() => onPage.locator(".pool .small").first().innerText()).toContain("6 of");
  expect(await said()).toHaveLength(1);
  await close();
}, 120_000);

it("what was kept is left by one tap, and a tablet that was ended is a tablet no more", async () => {
  const { page: onPage, tablet, context, close } = await onTablet(app, { ...SMALL, script: false });
  await openByPin(onPage);
  await leaveAlone(app, tablet.tabletId);
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
}, 120_000);
