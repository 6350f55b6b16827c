/** A browser that is a shared tablet, for browser tests: locked, with one person's PIN on it. */
import type { Page } from "playwright-core";
import { page, type OpenPage, type PageOptions } from "../support/browser";
import { PIN, seedTablet, seedWithPin } from "../support/tablets";
import { addressOf, type Warmstop } from "./warmstop";

/** What is seeded here must open in the app: its own secret. */
export function asTheApp(): void {
  process.env.APP_SECRET = "only-for-tests-and-nothing-else!";
  process.env.OUTBOX = "on";
}

/** The sample's first place with a family's count. */
export async function samplePlace(app: Warmstop): Promise<number> {
  return Number(new URL(await addressOf(app, "PLACE")).pathname.split("/").at(-1));
}

/** A pool of it with room for all that a test file asks for. */
export async function roomyPool({ database }: Warmstop, placeId: number): Promise<number> {
  const [{ poolId }] = await database.owner<[{ poolId: number }]>`
    update pools
    set capacity = 90, occupied = 5
    where pool_id = (select min(pool_id) from pools where place_id = ${placeId})
    returning pool_id`;
  return poolId;
}

export async function withCookie(
  app: Warmstop,
  { context }: Pick<OpenPage, "context">,
  name: string,
  value: string,
): Promise<void> {
  await context.addCookies([{ name, value, url: app.url.replace("http:", "https:"), secure: true }]);
}

/** Ana Ruiz has a PIN on it. */
export async function onTablet(app: Warmstop, options: PageOptions) {
  const placeId = await samplePlace(app);
  const tablet = await seedTablet(app.database.owner, placeId);
  const ana = await seedWithPin(app.database.owner, placeId, tablet.tabletToken);
  await app.database.owner`update people set name = 'Ana Ruiz' where person_id = ${ana.personId}`;
  await app.database
    .owner`update sessions set ended_at = clock_timestamp() where person_id = ${ana.personId}`;
  const opened = await page(options);
  await withCookie(app, opened, "__Host-tablet", tablet.tabletToken);
  await opened.page.goto(`${app.url}/staff?lang=${options.lang ?? "en"}`);
  return { ...opened, tablet, ana };
}

/** As if nobody had touched it for so long that it has locked. */
export async function leaveAlone(app: Warmstop, tabletId: number): Promise<void> {
  await app.database.owner`
    update sessions set used_at = clock_timestamp() - interval '301 seconds' where tablet_id = ${tabletId}`;
}

export function mainOf(onPage: Page) {
  return onPage.locator("main .main").first();
}

export async function openByPin(onPage: Page): Promise<void> {
  await onPage.locator(".names a").click();
  await onPage.fill("input[name=pin]", PIN);
  await mainOf(onPage).click();
}
