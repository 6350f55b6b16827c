import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { page } from "../support/browser";
import { codeFor, PIN, seedTablet } from "../support/tablets";
import { expectUsable } from "./measures";
import { asTheApp, leaveAlone, mainOf, onTablet, openByPin, samplePlace, withCookie } from "./tablets";
import { warmstop } from "./warmstop";

const app = warmstop(() => ({ OUTBOX: "on" }));
let placeId: number;

beforeAll(async () => {
  asTheApp();
  placeId = await samplePlace(app);
});

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
      const { page: onPage, tablet, ana, ...opened } = await onTablet(app, { ...size, lang });
      const look = async (what: string) => {
        expect(await onPage.getAttribute("html", "lang"), what).toBe(lang);
        await expectUsable({ page: onPage, barriers: opened.barriers }, what);
        await picture(onPage, `tablet ${what} ${device} ${lang}`.replaceAll(" ", "-"));
      };
      await look("locked");
      await onPage.locator(".names a").click();
      await look("pin");
      await onPage.fill("input[name=pin]", "8888");
      await mainOf(onPage).click();
      await onPage.locator(".problem").waitFor();
      await look("wrong pin");
      await onPage.fill("input[name=pin]", PIN);
      await mainOf(onPage).click();
      await mainOf(onPage).waitFor();
      await look("missed");
      await onPage.goto(`${app.url}/staff/people`);
      await look("by mail first");
      // Without the board's own script, which keeps what is not sent, the server does.
      await onPage.route("**/board.js", (route) =>
        route.fulfill({ contentType: "text/javascript", body: "" }),
      );
      await onPage.goto(`${app.url}/staff/places/${placeId}`);
      await leaveAlone(app, tablet.tabletId);
      await onPage.locator(".number button").first().click();
      await onPage.locator(".names").waitFor();
      await look("locked with a form");
      await openByPin(onPage);
      await onPage.locator(".said").waitFor();
      await look("kept");
      await app.database.owner`update tablet_pins set tries = 5 where person_id = ${ana.personId}`;
      await onPage.goto(`${app.url}/staff/pin/${ana.personId}`);
      await look("pin over");
      await onPage.goto(`${app.url}/staff/tablets`);
      await onPage.locator("header form button").click();
      await onPage.locator(".names").waitFor();
      await look("locked by mail");
      await onPage.goto(`${app.url}/staff/sign-in`);
      await onPage.fill("input[name=email]", ana.email);
      await mainOf(onPage).click();
      await onPage.waitForURL(/code$/);
      // The newest code counts: this one is read where the test runs.
      await onPage.fill("input[name=code]", await codeFor(ana.email));
      await mainOf(onPage).click();
      await onPage.waitForURL(/pin$/);
      await look("choose");
      await onPage.fill("input[name=pin]", "2580");
      await mainOf(onPage).click();
      await onPage.locator(".problem").waitFor();
      await look("choose again");
      expect(opened.strangers(app.url)).toEqual([]);
      expect(opened.complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
      await opened.close();
    },
    240_000,
  );

  it.each(["en", "es"] as const)(
    "no page of a manager has a barrier, in %s",
    async (lang) => {
      const { manager } = await seedTablet(app.database.owner, placeId);
      const opened = await page({ ...size, lang });
      const { page: onPage } = opened;
      await withCookie(app, opened, "__Host-staff", manager);
      const look = async (what: string) => {
        await expectUsable({ page: onPage, barriers: opened.barriers }, what);
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
      const zoes = onPage.locator("summary", { hasText: "Zoe" });
      await zoes.first().waitFor();
      const before = await zoes.count();
      await zoes.first().click();
      await look("invited");
      await onPage.getByRole("button", { name: /Zoe/ }).first().click();
      await expect.poll(() => zoes.count()).toBe(before - 1);
      expect(opened.complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
      await opened.close();
    },
    240_000,
  );
});
