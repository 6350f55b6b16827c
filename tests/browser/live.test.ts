import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { recordOpening, recordReport } from "~/data/reports.server";
import { worthOf } from "~/domain/freshness";
import { countLine } from "~/text/count";
import { page } from "../support/browser";
import { setHidden, vitalsOf, watchVitals } from "./measures";
import { addressOf, warmstop } from "./warmstop";
import { tonight } from "../support/seeds";

const app = warmstop();
const NOW = "where=7th+%26+Minnesota&adults=2&children=6,9";

type Rooms = { placeId: number; poolId: number; capacity: number; name: string };
let rooms: Rooms;

beforeAll(async () => {
  const { owner } = app.database;
  [rooms] = await owner<[Rooms]>`
    select place_id, pool_id, capacity, name
    from pools join places using (place_id) join programs using (program_id)
    where household = 'families'
    order by place_id
    limit 1`;
  // Open all day, so that a count of now is one for now.
  await owner`update schedules set opens = 0, closes = 0 where place_id = ${rooms.placeId}`;
  // The first answer waits for the timetables.
  await fetch(`${app.url}/readyz`);
});

const command = () => ({ key: randomUUID(), who: "test", way: "command" as const });

async function sayFree(free: number): Promise<void> {
  await recordReport(app.database.owner, {
    ...command(),
    poolId: rooms.poolId,
    capacity: 12,
    outOfService: 0,
    occupied: 12 - free,
  });
}

const count = (on: Page) => on.locator(`[data-count="${rooms.poolId}"]`);
const announced = (on: Page) => on.locator(".unseen[role=status]");
const streams = (requests: string[]) => requests.filter((url) => url.includes("/live?"));

describe.each([
  ["a place", `PLACE?${NOW}`],
  ["a place without a start", "PLACE"],
  ["the answer", `/?${NOW}&map=0&all=1`],
])("%s, left open", (_name, path) => {
  it("shows a new count within two seconds, says it once, and moves nothing", async () => {
    await sayFree(5);
    const opened = await page();
    await watchVitals(opened.page);
    await opened.page.goto(await addressOf(app, path));
    expect(await count(opened.page).innerText()).toContain("5 rooms free");
    await expect.poll(() => streams(opened.requests)).toHaveLength(1);
    const before = opened.requests.length;
    const { cls } = await vitalsOf(opened.page);

    const since = Date.now();
    await sayFree(3);
    await count(opened.page).getByText("3 rooms free").waitFor({ timeout: 2_000 });
    expect(Date.now() - since).toBeLessThan(2_000);
    expect(await count(opened.page).innerText()).toMatch(/3 rooms free.*, said 0\smin ago by staff\.$/);
    expect(await announced(opened.page).textContent()).toContain(`${rooms.name}: 3 rooms free`);
    expect(await opened.page.locator("[data-live]").innerText()).toBe("Changed since.");
    await sayFree(0);
    await count(opened.page).getByText("Full").waitFor({ timeout: 2_000 });
    expect(opened.requests).toHaveLength(before);
    expect((await vitalsOf(opened.page)).cls).toBe(cls);
    expect(await opened.barriers()).toEqual([]);
    expect(opened.complaints).toEqual([]);
    await opened.close();
  }, 60_000);

  it("asks for nothing while it is hidden, and reads again what it missed", async () => {
    await sayFree(5);
    const opened = await page();
    await opened.page.goto(await addressOf(app, path));
    await expect.poll(() => streams(opened.requests)).toHaveLength(1);
    await setHidden(opened.page, true);
    const before = opened.requests.length;
    await sayFree(2);
    await opened.page.waitForTimeout(2_500);
    expect(opened.requests).toHaveLength(before);
    expect(await count(opened.page).innerText()).toContain("5 rooms free");
    await setHidden(opened.page, false);
    await count(opened.page).getByText("2 rooms free").waitFor({ timeout: 2_000 });
    expect(opened.requests).toHaveLength(before + 1);
    await opened.close();
  });
});

it("the map's page shows it too", async () => {
  await sayFree(5);
  const opened = await page({ width: 1280, height: 800, mobile: false });
  await opened.page.goto(await addressOf(app, `/?${NOW}&map=1&all=1`));
  await opened.page.locator(".leaflet-container").waitFor();
  await sayFree(4);
  await count(opened.page).getByText("4 rooms free").waitFor({ timeout: 3_000 });
  expect(opened.complaints).toEqual([]);
  await opened.close();
});

it("tonight's word changes the opening where somebody asked about now, as a new page would say it", async () => {
  const { owner } = app.database;
  const [place] = await owner<[{ placeId: number }]>`
    select place_id
    from places
    where kind = 'shelter' and place_id not in (select place_id from schedules)
    order by place_id
    limit 1`;
  const opened = await page();
  const anew = await page({ script: false });
  const address = `${app.url}/places/${place.placeId}`;
  await anew.page.goto(address);
  const before = await anew.page.locator("[data-opening]").innerText();
  await opened.page.goto(address);
  const opening = opened.page.locator("[data-opening]");
  await expect.poll(() => streams(opened.requests)).toHaveLength(1);
  await recordOpening(owner, { ...command(), ...place, night: tonight(), open: false });
  await expect.poll(() => opening.innerText(), { timeout: 2_000 }).not.toBe(before);
  await anew.page.reload();
  expect(await opening.innerText()).toBe(await anew.page.locator("[data-opening]").innerText());
  await recordOpening(owner, { ...command(), ...place, night: tonight(), open: null });
  await expect.poll(() => opening.innerText(), { timeout: 2_000 }).toBe(before);
  await opened.close();
  await anew.close();
});

describe.each(["en", "es"] as const)("with nobody to tell it anything, in %s", (lang) => {
  it("the age grows as the server words it: over an hour with a warning, over four without a number", async () => {
    await sayFree(5);
    const opened = await page({ lang });
    await opened.context.route(/\/live\?/, (route) => route.abort());
    await opened.page.clock.install();
    await opened.page.goto(await addressOf(app, "PLACE", lang));
    const whom = (await count(opened.page).getAttribute("data-whom")) ?? "";
    const pool = { poolId: 0, household: "families", unit: "room", peoplePerUnit: 4, needs: 1 } as const;
    let passed = 0;
    for (const minutes of [1, 59, 60, 119, 120, 239, 240, 1439, 1440]) {
      await opened.page.clock.fastForward((minutes - passed) * 60_000);
      passed = minutes;
      const worth = worthOf({ at: 0, inService: 12, free: 5 }, minutes * 60);
      const { free, rest } = countLine({ ...pool, way: "command", worth }, lang);
      const expected = free ? `${free}${whom}, ${rest}` : rest;
      await expect.poll(() => count(opened.page).textContent(), { message: `${minutes} min` }).toBe(expected);
    }
    expect(await opened.page.locator("[data-live]").textContent()).toMatch(/1440/);
    await opened.close();
  });
});

it("without script the page says how old it is, and leads to a new one", async () => {
  await sayFree(5);
  const opened = await page({ script: false });
  await opened.page.goto(await addressOf(app, "PLACE"));
  await opened.page.getByText(/^As of \d+:\d\d/).waitFor();
  await sayFree(1);
  await opened.page.getByRole("link", { name: "Look again" }).click();
  await opened.page.getByText("1 room free").waitFor();
  expect(opened.requests.filter((url) => /live/.test(url))).toEqual([]);
  await opened.close();
});
