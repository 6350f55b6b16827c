/** Pages in a real Chromium for tests: one browser a run, a fresh context a page, every request written down. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import {
  chromium,
  devices,
  type Browser,
  type BrowserContext,
  type CDPSession,
  type Page,
} from "playwright-core";
import { afterAll } from "vitest";
import { CHROMIUM_FLAGS, findChromium } from "../../scripts/chromium";
import { untilQuick } from "./processor";

export type PageOptions = {
  width?: number;
  height?: number;
  lang?: "en" | "es";
  /** False: the browser runs no JavaScript at all. */
  script?: boolean;
  /** A phone, and it says so (Sec-CH-UA-Mobile: ?1). */
  mobile?: boolean;
  dark?: boolean;
  /** Lighthouse's Slow 4G. */
  slow4g?: boolean;
  /** How many times slower than this machine the page computes. */
  cpuSlowdown?: number;
  /** An address opened and left to rest before anything is slowed: neither the browser's own start nor what others do on the machine is the page's. */
  settledOn?: string;
  /** The whole browser instead of its shell, which knows no Clear-Site-Data. */
  whole?: boolean;
};

export type OpenPage = {
  page: Page;
  context: BrowserContext;
  /** Every request so far, of the page, its frames and its workers. */
  requests: string[];
  /** What the page wrote as errors: its console, its exceptions, what its policy forbade. */
  complaints: string[];
  /** Those that went to another origin than this one. */
  strangers(origin: string): string[];
  /** Every breach of WCAG 2.2 AA that axe finds, as sentences. */
  barriers(): Promise<string[]>;
  close(): Promise<void>;
};

const SLOW_4G = { latency: 150, downloadThroughput: (1638 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const SETTLE_MS = 1500;
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

const browsers = new Map<boolean, Promise<Browser>>();

afterAll(async () => {
  for (const browser of browsers.values()) await (await browser).close();
  browsers.clear();
  copies.clear();
});

function openBrowser(whole: boolean): Promise<Browser> {
  const address = process.env.WARMSTOP_TEST_BROWSER;
  const opened = browsers.get(whole) ?? (address && !whole ? chromium.connect(address) : launchOwn(whole));
  browsers.set(whole, opened);
  return opened;
}

function launchOwn(whole: boolean): Promise<Browser> {
  const found = findChromium(process.env, { whole });
  if (found.kind === "missing") throw new Error(found.what);
  return chromium.launch({ executablePath: found.path, args: CHROMIUM_FLAGS });
}

export async function page(options: PageOptions = {}): Promise<OpenPage> {
  const {
    width = 360,
    height = 740,
    lang = "en",
    script = true,
    mobile = true,
    dark = false,
    whole = false,
  } = options;
  const context = await (
    await openBrowser(whole)
  ).newContext({
    viewport: { width, height },
    locale: lang === "es" ? "es-US" : "en-US",
    timezoneId: "America/Chicago",
    javaScriptEnabled: script,
    colorScheme: dark ? "dark" : "light",
    isMobile: mobile,
    hasTouch: mobile,
    ...(mobile && { userAgent: devices["Pixel 7"]!.userAgent, deviceScaleFactor: 2 }),
  });
  const opened = await context.newPage();
  if (options.settledOn !== undefined) {
    await opened.goto(options.settledOn);
    await opened.waitForTimeout(SETTLE_MS);
    await untilQuick(opened);
  }
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  context.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
  context.on("weberror", (error) => complaints.push(error.error().message));
  const session = await context.newCDPSession(opened);
  await slowDown(session, options);
  return {
    page: opened,
    context,
    requests,
    complaints,
    strangers: (origin) =>
      requests.filter((url) => !/^(data|blob|about):/.test(url) && new URL(url).origin !== origin),
    barriers: () => (script ? barriersOn(opened, session) : barriersOnCopy(opened, options)),
    close: () => context.close(),
  };
}

async function slowDown(
  session: CDPSession,
  { slow4g = false, cpuSlowdown = 1 }: PageOptions,
): Promise<void> {
  if (slow4g) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", { offline: false, ...SLOW_4G });
  }
  if (cpuSlowdown > 1) {
    await session.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
  }
}

// What people debug with is a third of the work to read.
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function barriersOn(opened: Page, session: CDPSession): Promise<string[]> {
  // Into the page by the debugger: no policy of the page's own is in its way.
  await session.send("Runtime.evaluate", { expression: AXE });
  return opened.evaluate(async (tags) => {
    const here = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await here.run({ runOnly: tags, resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => {
      const where = nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`);
      return `${id}: ${help}\n${where.join("\n")}`;
    });
  }, WCAG);
}

// To open a page costs more than to read it: the copies of one kind of page are read on one.
const copies = new Map<string, Promise<OpenPage>>();

// axe is a script itself: where none may run, it reads a copy of the page, taken as the page stands.
async function barriersOnCopy(opened: Page, options: PageOptions): Promise<string[]> {
  const url = opened.url();
  const body = (await opened.content())
    .replaceAll(/<script\b[^]*?<\/script>/gi, "")
    .replaceAll(/<(\/?)noscript>/gi, "<$1div>");
  const kind = JSON.stringify(options);
  const opening = copies.get(kind) ?? page({ ...options, script: true, slow4g: false });
  copies.set(kind, opening);
  const copy = await opening;
  await copy.page.route(
    ({ href }) => href === url,
    (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }),
  );
  await copy.page.goto(url);
  const barriers = await copy.barriers();
  await copy.page.unrouteAll({ behavior: "wait" });
  return barriers;
}
