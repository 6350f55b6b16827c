import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf, codeWords, hashOfCode } from "~/data/codes.server";
import { page, type PageOptions } from "../support/browser";
import {
  inMinutes,
  letPass,
  requested,
  storedHold,
  storedPool,
  takeHold,
  type ToTake,
  wanted,
} from "../support/holds";
import { seedStaff } from "../support/seeds";
import { expectUsable } from "./measures";
import { asTheApp, roomyPool, samplePlace, withCookie } from "./tablets";
import { warmstop } from "./warmstop";

const app = warmstop();
const SMALL = { width: 320, height: 640 };
let placeId: number;
let poolId: number;

beforeAll(async () => {
  asTheApp();
  placeId = await samplePlace(app);
  poolId = await roomyPool(app, placeId);
});

async function signedIn(options: PageOptions) {
  const { token } = await seedStaff(app.database.owner, placeId);
  const opened = await page(options);
  await withCookie(app, opened, "__Host-staff", token);
  const board = `${app.url}/staff/places/${placeId}`;
  await opened.page.goto(`${board}?lang=${options.lang ?? "en"}`);
  return { ...opened, board, inbox: `${board}/holds` };
}

async function taken(hold: ToTake): Promise<string> {
  expect(await takeHold(hold)).toMatchObject({ kind: "taken" });
  return hold.holdId;
}

const card = (onPage: Page, holdId: string) => onPage.locator(`article[aria-labelledby=hold-${holdId}]`);
const journey = { lines: ["107", "101"], outsideMinutes: 7 };

/** An ask, who is on the way, whose bus is late, and one of each that is over. */
async function busyEvening(): Promise<void> {
  const { owner } = app.database;
  const many = { adults: 2, childAges: [0, 3, 6, 9, 13, 16], pets: ["large-dog" as const] };
  await taken(requested(poolId, { arrivesAt: inMinutes(50), journey, contact: "913-555-0199" }));
  await taken(
    wanted(poolId, {
      party: { ...many, wheelchair: true, together: true },
      units: 2,
      contact: `${randomUUID()}${"x".repeat(50)}@example.org`,
    }),
  );
  const late = await taken(wanted(poolId, { arrivesAt: inMinutes(30), journey }));
  await letPass(owner, late, 35);
  for (const state of ["arrived", "cancelled", "declined", "no-show", "expired"] as const) {
    const holdId = await taken(wanted(poolId, { arrivesAt: inMinutes(40) }));
    await owner`
      update holds
      set state = ${state}, closed_at = clock_timestamp(),
          decline_reason = case when ${state}::text = 'declined' then 'The heating broke.' end
      where hold_id = ${holdId}`;
  }
}

describe.each([
  ["a small phone without script", { ...SMALL, script: false }],
  ["a wide screen", { width: 1280, height: 800, mobile: false }],
] as const)("on %s", (_device, size) => {
  it.each(["en", "es"] as const)(
    "no page of the inbox has a barrier, in %s",
    async (lang) => {
      const opened = await signedIn({ ...size, lang });
      const { page: onPage, board, inbox, complaints, strangers, close } = opened;
      const look = async (what: string) => {
        expect(await onPage.getAttribute("html", "lang"), what).toBe(lang);
        await expectUsable(opened, what);
      };
      await onPage.goto(inbox);
      await look("an inbox");
      await busyEvening();
      await onPage.goto(board);
      await look("the board");
      await onPage.goto(inbox);
      expect(await onPage.locator("article.pool").count()).toBeGreaterThanOrEqual(3);
      expect(await onPage.locator("article.was").count()).toBeGreaterThanOrEqual(5);
      for (const summary of await onPage.locator("article summary").all()) await summary.click();
      await look("a full inbox");

      await onPage.locator("article.pool form[action$=decline] button").first().click();
      await onPage.locator(".mend").waitFor();
      await look("a no without a reason");
      await onPage.goto(`${inbox}/phone`);
      await look("the form for a caller");
      await onPage.locator("input[name=adults]").fill("two");
      await onPage.locator("button.main").click();
      await onPage.locator(".mend").first().waitFor();
      await look("the form with mistakes");
      await onPage.locator("input[name=adults]").fill("2");
      await onPage.locator("input[name=pool]").first().check();
      await onPage.locator("button.main").click();
      await onPage.locator(".read-out").first().waitFor();
      await look("the words to read out");
      await onPage.goto(`${inbox}/accept`);
      await look("nothing tapped");
      expect(strangers(app.url)).toEqual([]);
      // A browser itself complains of an answer of 400 or more.
      expect(complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
      await close();
    },
    90_000,
  );
});

it("an ask is found from the board, held, given more time, and let in; all without script", async () => {
  const holdId = await taken(requested(poolId, { arrivesAt: inMinutes(50), journey }));
  const { page: onPage, board, barriers, close } = await signedIn({ ...SMALL, script: false });
  const link = onPage.locator(".asks a");
  const asks = Number(await link.locator("b").innerText());
  expect(asks).toBeGreaterThanOrEqual(1);
  await link.click();
  await onPage.waitForURL(/holds$/);
  const here = card(onPage, holdId);
  expect(await here.innerText()).toMatch(/1 adult, children 6 and 9/);
  expect(await here.innerText()).toMatch(/By bus 107 and 101\. 7.min outside/);
  for (const language of ["en", "es"] as const)
    expect(await here.innerText()).toContain(codeWords(codeOf("hold", holdId), language).join(" "));

  await here.getByRole("button", { name: "Yes, hold it" }).click();
  await onPage
    .getByRole("status")
    .getByText(/^Saved\. It is held until/)
    .waitFor();
  expect(await storedHold(app.database.owner, holdId)).toMatchObject({ confirmed: true, minutes: 80 });
  expect(await barriers()).toEqual([]);
  await here.getByRole("button", { name: "30\u00a0min more" }).click();
  await expect.poll(async () => (await storedHold(app.database.owner, holdId)).minutes).toBe(110);
  await onPage
    .getByRole("status")
    .getByText(/^Saved\. It is held until/)
    .waitFor();

  const { occupied } = await storedPool(app.database.owner, poolId);
  await here.getByRole("button", { name: "Arrived" }).click();
  await onPage.getByRole("status").getByText("Saved. They are in, and they are in the count.").waitFor();
  await onPage.goto(board);
  expect(await onPage.locator(".pool").first().innerText()).toContain(`${occupied + 1} of 90 taken`);
  expect(await onPage.locator(".asks b").innerText()).toBe(String(asks - 1));
  await close();
});

it("a no asks for its reason and keeps what was typed; what is too early is told, in Spanish too", async () => {
  const holdId = await taken(requested(poolId));
  const { page: onPage, inbox, close } = await signedIn({ ...SMALL, script: false });
  await onPage.goto(inbox);
  await card(onPage, holdId).locator("summary").click();
  const words = "The bus does not come here at night. ".repeat(6).trim();
  await card(onPage, holdId).locator("input[name=words]").fill(words);
  await card(onPage, holdId)
    .getByRole("button", { name: /^Decline/ })
    .click();
  await onPage.locator(".mend .problem").waitFor();
  expect(await onPage.locator("input[name=words]").inputValue()).toBe(words);
  await onPage.locator("input[name=words]").fill("Not tonight.");
  await onPage.getByLabel("We have no room left tonight.").check();
  await onPage.getByRole("button", { name: /^Decline/ }).click();
  await onPage.getByRole("status").getByText("Saved. They can read why.").waitFor();
  expect(await card(onPage, holdId).innerText()).toContain('"We have no room left tonight. Not tonight."');

  const late = await taken(wanted(poolId, { arrivesAt: inMinutes(30) }));
  await letPass(app.database.owner, late, 31);
  await onPage.goto(`${inbox}?lang=es`);
  await app.database.owner`
    update holds set arrives_at = ${inMinutes(20)} where hold_id = ${late}`;
  await card(onPage, late).getByRole("button", { name: "No llegaron" }).click();
  await onPage.getByText(/^Es muy pronto para decir eso/).waitFor();
  await onPage.getByRole("link", { name: /^Ver a todos/ }).click();
  await card(onPage, late)
    .getByText(/Puede tocar "no llegaron" desde/)
    .waitFor();
  await close();
});

it("a caller's bed is held by keyboard alone, and its words open it", async () => {
  const { page: onPage, inbox, close } = await signedIn(SMALL);
  await onPage.goto(`${inbox}/phone`);
  await onPage.locator("input[name=pool]").first().focus();
  await onPage.keyboard.press("Space");
  await onPage.keyboard.press("Tab");
  await onPage.keyboard.type("2");
  await onPage.keyboard.press("Tab");
  await onPage.keyboard.type("4");
  await onPage.keyboard.press("Enter");
  await onPage.waitForURL(/code\/[0-9a-f-]{36}$/);
  const holdId = onPage.url().split("/").at(-1)!;
  const said = await onPage.locator(".read-out p").allInnerTexts();
  const code = codeOf("hold", holdId);
  expect(said).toEqual([codeWords(code, "en").join(" "), codeWords(code, "es").join(" ")]);
  const [kept] = await app.database.owner<[{ party: unknown; isKnown: boolean }]>`
    select party, code_hash = ${hashOfCode("hold", code)} as is_known from holds where hold_id = ${holdId}`;
  expect(kept).toMatchObject({ party: { adults: 2, childAges: [4] }, isKnown: true });
  await close();
});
