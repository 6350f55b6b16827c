/**
 * Every page, on a phone and on a wide screen, in both languages: no barrier, nothing too wide or too small to tap, and no
 * less said without script.
 *
 * What took the time was never the looking but the opening: a context for each look, whose renderer had to read axe's half
 * a megabyte anew. So a phone and a wide screen in each language, and a phone without script, stay open and go from
 * page to page as people do; both languages at once. On each load everything is tried that needs that load. Axe reads
 * all with all its rules on the phone in each language, and on the wide screen once: what is hidden on a phone may stand
 * nameless there, but not in one language alone, for style knows no language. The small window and the large text are a
 * matter of style too, and need no page of their own.
 */
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "~/text/language";
import { page, type OpenPage, type PageOptions } from "../support/browser";
import { overhang, partedTimes, smallTargets } from "./measures";
import { PAGES, PLANTED, type PageState } from "./pages";
import { people, type People } from "./people";
import { addressOf, FAMILY, warmstop } from "./warmstop";

const app = warmstop(() => ({ OUTBOX: "on" }));

const DEVICES = {
  phone: { width: 360, height: 740 },
  plain: { width: 360, height: 740, script: false },
  wide: { width: 1280, height: 800, mobile: false },
} satisfies Record<string, PageOptions>;
type Device = keyof typeof DEVICES;

// On a machine that others use as well.
const LONGEST_MS = 180_000;

let everybody: People;
const browsers = new Map<string, OpenPage>();

beforeAll(async () => {
  everybody = await people(app);
  for (const lang of LANGUAGES)
    for (const [device, options] of Object.entries(DEVICES))
      browsers.set(`${device} ${lang}`, await page({ ...options, lang }));
}, 120_000);

// For people to look at: WARMSTOP_PICTURES=1 leaves one of every page beside the project.
const PICTURES = join(tmpdir(), "warmstop-pages");

async function takePicture({ page: onPage }: OpenPage, name: string): Promise<void> {
  if (!process.env.WARMSTOP_PICTURES) return;
  const file = `${name.replaceAll(" ", "-")}.png`;
  await onPage.screenshot({ path: join(PICTURES, file), fullPage: true });
}

// A minute may pass between two looks.
function withoutTimes(words: string): string {
  return words.replace(/\d+:\d\d\s[ap]m|\d+\smin/g, "#").replace(/\n+/g, "\n");
}

async function open([name, path, who = "anybody", status = 200]: PageState, device: Device, lang: Language) {
  const opened = browsers.get(`${device} ${lang}`)!;
  await opened.context.clearCookies();
  const url = app.url.replace("http:", "https:");
  const cookies = everybody.cookies[who].map((cookie) => cookie.split(";")[0]!.split("="));
  await opened.context.addCookies(
    cookies.map(([key, ...value]) => ({ name: key!, value: value.join("="), url, secure: true })),
  );
  opened.requests.length = opened.complaints.length = 0;
  const real = everybody.names.reduce((all, [word, inAddresses]) => all.replace(word, inAddresses), path);
  const address = new URL(real, app.url);
  address.searchParams.set("lang", lang);
  const response = await opened.page.goto(address.href);
  expect(response?.status()).toBe(status);
  // Whoever is led elsewhere has not seen the page.
  expect(new URL(opened.page.url()).pathname).toBe(address.pathname);
  expect(await opened.page.getAttribute("html", "lang")).toBe(lang);
  expect(await overhang(opened.page)).toEqual([]);
  expect(await smallTargets(opened.page)).toEqual([]);
  await takePicture(opened, `${name} ${device} ${lang}`);
  return opened;
}

/** What is known when the page has been looked at. */
function expectCalm({ complaints, strangers }: OpenPage): void {
  expect(strangers(app.url)).toEqual([]);
  // A browser itself complains of an answer of 400 or more.
  expect(complaints.filter((words) => !/status of 4\d\d/.test(words))).toEqual([]);
}

/** What it says. */
async function lookAt(state: PageState, lang: Language): Promise<string[]> {
  const phone = await open(state, "phone", lang);
  // At once: a page tells by itself what changes while it is looked at.
  const said = await wordsOn(phone);
  expect(await phone.barriers()).toEqual([]);
  await phone.page.setViewportSize({ width: 320, height: 640 });
  expect(await overhang(phone.page)).toEqual([]);
  expect(await smallTargets(phone.page)).toEqual([]);
  await phone.page.setViewportSize(DEVICES.phone);
  await phone.page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  expect(await overhang(phone.page)).toEqual([]);
  expectCalm(phone);

  const wide = await open(state, "wide", lang);
  if (lang === "en") expect(await wide.barriers()).toEqual([]);
  expectCalm(wide);
  if (lang === "en") await lookWithoutScript(state, said);
  return said;
}

async function lookWithoutScript(state: PageState, said: string[]): Promise<void> {
  const plain = await open(state, "plain", "en");
  const without = await wordsOn(plain);
  expect(without.length).toBeGreaterThan(0);
  expect(said).toEqual(expect.arrayContaining(without));
  expectCalm(plain);
  // A person to speak to; the desk's own pages are read by that person.
  if (!state[1].startsWith("/staff") && state[1] !== "/outbox")
    expect(await plain.page.locator('a[href="tel:211"]').count()).toBeGreaterThan(0);
}

// Who is not known at an address reads what everybody reads there.
const read = new Map<string, string>();

function expectNew([name, path]: PageState, lang: Language, said: string): void {
  const there = ` ${lang} ${path.split("?")[0]}`;
  const sameThere = [...read].find(([other, words]) => other.endsWith(there) && words === said);
  expect(sameThere?.[0]).toBeUndefined();
  read.set(name + there, said);
}

async function wordsOn({ page: onPage }: OpenPage): Promise<string[]> {
  return withoutTimes(await onPage.locator("main").innerText()).split("\n");
}

it.each(PAGES)(
  "%s asks no stranger, has no barrier, fits, can be tapped, and needs no script",
  async (...state) => {
    // Each to its end: the next page needs its browsers.
    const looks = await Promise.allSettled(LANGUAGES.map((lang) => lookAt(state as PageState, lang)));
    for (const [at, look] of looks.entries()) {
      if (look.status === "rejected") throw look.reason;
      expectNew(state as PageState, LANGUAGES[at]!, look.value.join());
    }
  },
  LONGEST_MS,
);

describe("a planted fault is found:", () => {
  it.each(PLANTED)("%s", async (what, html, found) => {
    const address = (url: URL) => url.searchParams.get("planted") === what;
    for (const { context } of browsers.values()) {
      await context.route(address, async (route) => {
        const response = await route.fetch();
        // Its own policy would keep the planted styles out.
        const { "content-security-policy": _, ...headers } = response.headers();
        const body = (await response.text()).replace("</main>", `${html}$&`);
        await route.fulfill({ headers, body });
      });
    }
    const state: PageState = [what, `/hold/code?planted=${encodeURIComponent(what)}`];
    const fault = await lookAt(state, "en").catch(({ actual }: { actual?: unknown }) => actual);
    expect(JSON.stringify(fault)).toMatch(found);
  });
});

// Mutual aid's pages are looked at where their people are: groups, desk-pages, ask and offers-calls.
const ELSEWHERE = /^(group|groups|join|ask)(\.|$)/;

it("no route that shows a page is left out", () => {
  const paths = PAGES.map(([, path]) => path.replace("PLACE", "/places/1").split("?")[0]!);
  const patterns = readdirSync("app/routes")
    .filter((file) => file.endsWith(".tsx") && file !== "$.tsx" && !ELSEWHERE.test(file))
    .map((file) => [file, patternOf(file)] as const);
  expect(patterns.length).toBeGreaterThan(30);
  expect(patterns.filter(([, pattern]) => !paths.some((path) => pattern.test(path)))).toEqual([]);
});

/** `staff.pin.$personId.tsx` as the addresses that it answers. */
function patternOf(file: string): RegExp {
  const parts = file.replace(/\.tsx$/, "").split(".");
  const named = parts
    .filter((part) => part !== "_index")
    .map((part) => (part.startsWith("$") ? "[^/]+" : part));
  return new RegExp(`^/${named.join("/")}$`);
}
describe.each(["en", "es"] as const)("late in the morning, in %s", (lang) => {
  it("no clock time of two digits is parted, on the narrowest phone and in text of twice the size", async () => {
    const opened = await page({ width: 320, height: 640, lang });
    const morning = FAMILY.replace("17:30", "10:40");
    await opened.page.goto(await addressOf(app, `/?${morning}&map=1`, lang));
    expect(await partedTimes(opened.page)).toEqual([]);
    await opened.page.locator(".card h3 a", { hasText: "Cup & Chair" }).click();
    await opened.page.locator(".steps").first().waitFor();
    expect(await opened.page.locator(".steps time").first().innerText()).toMatch(/^1\d:\d\d\u00a0am$/);
    expect(await partedTimes(opened.page)).toEqual([]);
    await opened.page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    expect(await partedTimes(opened.page)).toEqual([]);
    expect(await overhang(opened.page)).toEqual([]);
    await opened.close();
  });
});
