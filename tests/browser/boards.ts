/** The board of twenty rooms as staff have it open, for browser tests. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { recordReport } from "~/data/reports.server";
import { page, type OpenPage, type PageOptions } from "../support/browser";
import { seedStaff } from "../support/seeds";
import { samplePlace, withCookie } from "./tablets";
import type { Warmstop } from "./warmstop";

export const SMALL = { width: 320, height: 640 };

type OnBoard = OpenPage & { board: string; placeId: number; token: string; poolId: number };
export type Boards = {
  onBoard(options?: PageOptions & { name?: string }): Promise<OnBoard>;
  /** What people said of the pool, the oldest first. */
  reportsOf(poolId: number): Promise<number[]>;
};

/** At the top of a test file. */
export function boardsOf(app: Warmstop): Boards {
  return {
    onBoard: (options = {}) => onBoard(app, options),
    reportsOf: async (poolId) => {
      const rows = await app.database.owner<{ occupied: number }[]>`
        select occupied from reports
        where pool_id = ${poolId} and who like 'person%'
        order by report_id`;
      return rows.map(({ occupied }) => occupied);
    },
  };
}

export const row = (on: Page) => on.locator(".pool").first();
export const free = (on: Page) => row(on).locator("[data-part=free]").innerText();
export const unsent = (on: Page) => row(on).locator(".unsent").innerText();
export const saved = (on: Page) => row(on).locator(".saved").innerText();
export const tap = (on: Page, name: string) => row(on).locator(`[data-part=${name}]`).click();

export async function takePicture(on: Page, name: string): Promise<void> {
  if (!process.env.WARMSTOP_PICTURES) return;
  await on.screenshot({ path: join(tmpdir(), "k4-pages", `${name}.png`), fullPage: true });
}

/** Five of the twenty are taken, said just now. */
async function onBoard(app: Warmstop, options: PageOptions & { name?: string }): Promise<OnBoard> {
  const placeId = await samplePlace(app);
  const [{ poolId }] = await app.database.owner<[{ poolId: number }]>`
    select min(pool_id) as pool_id from pools where place_id = ${placeId}`;
  const { token } = await seedStaff(app.database.owner, placeId, { name: options.name ?? "Ana" });
  await recordReport(app.database.owner, {
    key: crypto.randomUUID(),
    who: "test",
    way: "command",
    poolId,
    capacity: 20,
    occupied: 5,
    outOfService: 0,
  });
  const opened = await page({ ...SMALL, ...options });
  await withCookie(app, opened, "__Host-staff", token);
  const board = `${app.url}/staff/places/${placeId}`;
  await opened.page.goto(`${board}?lang=${options.lang ?? "en"}`);
  return { ...opened, board, placeId, poolId, token };
}
