import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { invite } from "~/data/people.server";
import { page, type PageOptions } from "../support/browser";
import { seedStaff } from "../support/seeds";
import { expectUsable } from "./measures";
import { addressOf, warmstop } from "./warmstop";

const app = warmstop(() => ({ OUTBOX: "on" }));
const SMALL = { width: 320, height: 640 };

async function hopeHouse(): Promise<number> {
  const url = new URL(await addressOf(app, "PLACE"));
  return Number(url.pathname.split("/").at(-1));
}

/** A browser whose session has begun, on the board of the sample's family shelter. */
async function onBoard(options: PageOptions) {
  const placeId = await hopeHouse();
  const { token } = await seedStaff(app.database.owner, placeId);
  const opened = await page(options);
  await opened.context.addCookies([
    { name: "__Host-staff", value: token, url: app.url.replace("http:", "https:"), secure: true },
  ]);
  const board = `${app.url}/staff/places/${placeId}`;
  await opened.page.goto(`${board}?lang=${options.lang ?? "en"}`);
  return { ...opened, board, placeId };
}

const number = (onPage: Page) => onPage.locator(".pool .number b").first().innerText();

describe.each([
  ["a small phone", SMALL],
  ["a wide screen", { width: 1280, height: 800, mobile: false }],
] as const)("on %s", (_device, size) => {
  it.each(["en", "es"] as const)(
    "no staff page has a barrier, in %s",
    async (lang) => {
      const {
        page: onPage,
        board,
        barriers,
        complaints,
        strangers,
        close,
      } = await onBoard({ ...size, lang });
      const visit = [`${app.url}/staff`, board, `${board}/log`, `${app.url}/outbox`];
      const look = async (what: string) => {
        expect(await onPage.getAttribute("html", "lang"), what).toBe(lang);
        await expectUsable({ page: onPage, barriers }, what);
      };
      for (const url of visit) {
        await onPage.goto(url);
        await look(url);
      }
      // Without the board's own script its forms ask by a page.
      await onPage.route("**/board.js", (route) =>
        route.fulfill({ contentType: "text/javascript", body: "" }),
      );
      await onPage.goto(board);
      await onPage.locator(".pool button[name=occupied]").last().scrollIntoViewIfNeeded();
      await onPage
        .locator(".pool")
        .first()
        .getByRole("button", { name: /Full|Lleno/ })
        .click();
      await onPage.waitForURL(/count$/);
      await look("the question");
      await onPage.context().clearCookies({ name: "__Host-staff" });
      await onPage.goto(`${app.url}/staff/sign-in`);
      await look("signing in");
      await onPage.fill("input[name=email]", "ana@example.org");
      await onPage.locator("main button.main").click();
      await onPage.waitForURL(/code$/);
      await look("the code");
      expect(strangers(app.url)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
    60_000,
  );
});

it("a code by mail leads to the board, where a tap is saved, asked about, and taken back; all without script", async () => {
  const { owner } = app.database;
  const placeId = await hopeHouse();
  const [{ organizationId }] = await owner<[{ organizationId: number }]>`
    select organization_id from places join programs using (program_id) where place_id = ${placeId}`;
  const email = "ben@example.org";
  await invite(owner, { email, name: "Ben", organizationId, role: "staff", isOperator: false });
  const { page: onPage, context, close } = await page({ ...SMALL, script: false });
  await onPage.goto(`${app.url}/staff`);
  await onPage.fill("input[name=email]", email);
  await onPage.locator("main button.main").click();
  await onPage.waitForURL(/code$/);
  const outbox = await context.newPage();
  await outbox.goto(`${app.url}/outbox`);
  const code = /\d{3} \d{3}/.exec(await outbox.locator("pre").first().innerText())![0];
  await onPage.fill("input[name=code]", "12");
  await onPage.locator("main button.main").click();
  await onPage.locator(".problem").waitFor();
  await onPage.fill("input[name=code]", code);
  await onPage.locator("main button.main").click();
  await onPage.waitForURL(/places\/\d+$/);

  const before = Number.parseInt(await number(onPage), 10);
  await onPage.locator(".number button").first().click();
  await onPage.getByText("Saved").first().waitFor();
  await expect.poll(() => number(onPage)).toContain(String(before - 1));
  const seeker = await context.newPage();
  // Open all day, so that a count of now is one for now.
  await owner`update schedules set opens = 0, closes = 0 where place_id = ${placeId}`;
  await seeker.goto(await addressOf(app, "PLACE?where=7th+%26+Minnesota&adults=2&children=6,9"));
  expect(await seeker.locator(".count").first().innerText()).toContain(`${before - 1} rooms free`);

  await onPage.getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(() => number(onPage)).toContain(String(before));
  await onPage.getByRole("button", { name: "Full for tonight" }).first().click();
  await onPage.waitForURL(/count$/);
  await onPage.getByRole("button", { name: "Yes, save it" }).click();
  await onPage.waitForURL(/places\/\d+$/);
  expect(await number(onPage)).toContain("0");
  await onPage.getByRole("button", { name: "Open tonight" }).click();
  await onPage.getByText("People read: open tonight.").waitFor();
  await close();
}, 60_000);

it("by keyboard alone the count is said to be still right, and is saved", async () => {
  const { page: onPage, close } = await onBoard(SMALL);
  const focused = () => onPage.evaluate(() => document.activeElement?.textContent);
  for (let at = 0; at < 60 && (await focused()) !== "Still right"; at++) await onPage.keyboard.press("Tab");
  expect(await focused()).toBe("Still right");
  await onPage.keyboard.press("Enter");
  await onPage
    .getByText(/Saved .*Ana/)
    .first()
    .waitFor();
  await close();
});
