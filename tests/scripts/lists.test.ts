/** The lists of the real server: sent out of what is kept, and made anew for whoever carries a cookie that says nothing. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp, type App } from "../support/app";
import { testDatabase } from "../support/database";
import { seedPlace, seedPool, seedStaff } from "../support/seeds";
import { openWire, type Wire } from "../support/wire";

const database = testDatabase();
let [app, second]: App[] = [];
let wire: Wire;
let pool: { placeId: number; poolId: number };
let token: string;

beforeAll(async () => {
  // Through a line of its own, so that the database can go away for it.
  wire = await openWire(database.webUrl);
  app = await startApp({ database: { ...database, webUrl: wire.url }, sample: true });
  second = await startApp({ database });
  const [{ regionId }] = await database.owner<[{ regionId: number }]>`
    select region_id from regions where slug = 'kck-sample'`;
  const { placeId } = await seedPlace(database.owner, regionId, { key: "Hope House", families: true });
  pool = { placeId, poolId: await seedPool(database.owner, placeId, { capacity: 20, counted: true }) };
  ({ token } = await seedStaff(database.owner, pool.placeId));
  await ask("/?where=66101");
}, 120_000);

afterAll(async () => {
  await Promise.all([app?.stop(), second?.stop()]);
  await wire?.close();
});

type Told = { status: number; headers: Record<string, string>; body: string };

async function ask(path: string, headers: Record<string, string> = {}, of = app!): Promise<Told> {
  const answer = await fetch(`${of.url}${path}`, { headers });
  const {
    "x-request-id": _own,
    date: _now,
    connection: _c,
    "keep-alive": _k,
    ...rest
  } = Object.fromEntries(answer.headers);
  // Those of the way it was sent, not of the answer.
  const {
    "content-length": _length,
    "content-encoding": _packed,
    "transfer-encoding": _chunks,
    ...own
  } = rest;
  return { status: answer.status, headers: own, body: await answer.text() };
}

/** Both in one second; a slow machine is asked again. */
async function sameSecond<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    const began = Math.floor(Date.now() / 1000);
    const result = await work();
    if (Math.floor(Date.now() / 1000) === began) return result;
    await sleep(1000 - (Date.now() % 1000));
  }
}

const freeAt = (json: string): unknown =>
  JSON.parse(json).places.find(({ placeId }: { placeId: number }) => placeId === pool.placeId).counts[0]
    ?.free;
const DATA = "/places.json?where=66101&adults=1&children=6,9";

const searches = fc.record({
  path: fc.constantFrom("/", "/places.json", "/places.geojson"),
  where: fc.constantFrom("66101", "39.115,-94.627", "7th & Minnesota", "nowhere", ""),
  adults: fc.constantFrom("1", "2", "x"),
  children: fc.constantFrom("", "6,9", "2"),
  map: fc.constantFrom("", "&map=1", "&map=0", "&all=1"),
});
const browsers = fc.record(
  {
    "accept-language": fc.constantFrom("en", "es-MX,es;q=0.9", "fr"),
    "sec-ch-ua-mobile": fc.constantFrom("?0", "?1"),
    "save-data": fc.constant("on"),
    "accept-encoding": fc.constantFrom("br", "gzip", "identity"),
    host: fc.constant("elsewhere.example"),
  },
  { requiredKeys: [] },
);

test("one out of what is kept is byte for byte, with every header, what one made anew at that moment would be", async () => {
  await fc.assert(
    fc.asyncProperty(searches, browsers, async ({ path, where, adults, children, map }, browser) => {
      const url = `${path}?where=${encodeURIComponent(where)}&adults=${adults}&children=${children}${map}`;
      const [kept, again, anew] = await sameSecond(async () => [
        await ask(url, browser),
        await ask(url, browser),
        // With a cookie that says nothing, or as long as no form is, nothing that is kept is sent.
        await ask(path === "/" ? url : `${url}&long=${"x".repeat(1000)}`, {
          ...browser,
          ...(path === "/" && { cookie: "nobodys=1" }),
        }),
      ]);
      expect(again).toEqual(kept);
      expect(anew).toEqual(kept);
    }),
    { numRuns: 40 },
  );
}, 120_000);

test("a count changed on the staff's form is in the very next list, here and of another process", async () => {
  await Promise.all([ask(DATA), ask(DATA, {}, second), ask("/?where=66101")]);
  for (const free of [4, 9, 6]) {
    const [{ version }] = await database.owner<[{ version: number }]>`
      select version from pools where pool_id = ${pool.poolId}`;
    const saved = await fetch(`${app!.url}/staff/places/${pool.placeId}/count`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: `__Host-staff=${token}`, "sec-fetch-site": "same-origin" },
      body: new URLSearchParams({
        key: randomUUID(),
        pool: String(pool.poolId),
        version: String(version),
        occupied: String(20 - free),
        outOfService: "0",
        sure: "1",
      }),
    });
    expect(saved.status).toBeLessThan(400);
    // No longer than a notice takes, which comes apart from the answer.
    const since = Date.now();
    await expect.poll(async () => freeAt((await ask(DATA)).body), { interval: 1 }).toBe(free);
    await expect.poll(async () => freeAt((await ask(DATA, {}, second)).body), { interval: 1 }).toBe(free);
    expect(Date.now() - since).toBeLessThan(900);
  }
});

test("what a phone carries comes into no answer for others, and theirs is not sent to it", async () => {
  const left = await ask("/?where=66101", { cookie: "left=1" });
  const asked = await ask("/?where=66101");
  expect(asked.body).toContain("Hope House");
  expect(left.body).not.toContain("Hope House");
  const chosen = await ask("/?where=66101", { cookie: "lang=es" });
  expect(chosen.body).toContain('<html lang="es">');
  expect((await ask("/?where=66101")).body).toContain('<html lang="en">');
  expect((await ask("/?where=66101&lang=es")).headers["set-cookie"]).toMatch(/^lang=es/);
});

test("when the database goes away nothing kept is sent, and when it is back all is as before", async () => {
  const before = await ask("/?where=66101");
  expect(before.status).toBe(200);
  wire.cut();
  await expect
    .poll(async () => (await ask("/?where=66101")).status, { interval: 20, timeout: 5_000 })
    .toBe(503);
  const [page, json] = await Promise.all([ask("/?where=66101"), ask(DATA)]);
  expect(page.body).toContain("2-1-1");
  expect([page.status, json.status]).toEqual([503, 503]);
  wire.mend();
  await expect.poll(async () => (await ask("/?where=66101")).status, { timeout: 10_000 }).toBe(200);
});
