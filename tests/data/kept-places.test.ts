import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import * as fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connect } from "~/data/connection.server";
import { KeptPlaces } from "~/data/kept-places.server";
import { noting } from "~/data/made-of.server";
import { findPlace, placesIn } from "~/data/places.server";
import { recordOpening, recordReport } from "~/data/reports.server";
import { testDatabase } from "../support/database";
import { takeHold, wanted } from "../support/holds";
import { seedPlace, seedPool, seedRegion, tonight } from "../support/seeds";

const database = testDatabase();
// Long, so that only a notice can be what made it new.
const kept = new KeptPlaces(60_000);
let [here, elsewhere] = [0, 0];
let [hopeHouse, other] = [0, 0];
let poolId: number;

beforeAll(async () => {
  const { owner } = database;
  here = await seedRegion(owner, "here");
  elsewhere = await seedRegion(owner, "elsewhere");
  ({ placeId: hopeHouse } = await seedPlace(owner, here, { key: "hope-house" }));
  ({ placeId: other } = await seedPlace(owner, here, { key: "other" }));
  await seedPlace(owner, elsewhere, { key: "far-house" });
  poolId = await seedPool(owner, hopeHouse, { capacity: 50, counted: true });
  await kept.begin();
});

afterAll(() => kept.end());

const command = () => ({ key: randomUUID(), who: "test", way: "command" as const });
const report = (occupied: number) => recordReport(database.owner, { ...command(), poolId, occupied });
const occupied = async () =>
  (await kept.in(here)).find(({ placeId }) => placeId === hopeHouse)!.pools[0]!.occupied;
/** Every notice that was sent before is heard once this one is. */
async function allHeard(): Promise<void> {
  const before = await kept.in(elsewhere);
  await database.owner`select pg_notify('opening_changed', ${`${before[0]!.placeId}:test`})`;
  await expect.poll(async () => (await kept.in(elsewhere)) !== before, { interval: 2 }).toBe(true);
}

test("what did not change is not read again", async () => {
  expect(await kept.in(here)).toBe(await kept.in(here));
  expect(await kept.in(here)).toEqual(await placesIn(here));
});

test("a count is in the very next list after the notice, and an answer made before is not current", async () => {
  await kept.in(here);
  const { isCurrent, answer } = noting(() => kept.in(here));
  await answer;
  expect(isCurrent()).toBe(true);
  await report(7);
  await allHeard();
  expect(isCurrent()).toBe(false);
  expect(await occupied()).toBe(7);
});

test("only the place that changed is read, the others stay the same objects", async () => {
  const before = await kept.in(here);
  await report(8);
  await allHeard();
  const after = await kept.in(here);
  expect(after.find(({ placeId }) => placeId === other)).toBe(
    before.find(({ placeId }) => placeId === other),
  );
  expect(after).toEqual(await placesIn(here));
});

test("whatever changes, in whatever order, it is what the database says", async () => {
  const { owner } = database;
  const open = (placeId: number) => (isOpen: boolean) =>
    recordOpening(owner, { ...command(), placeId, night: tonight(), open: isOpen });
  const change = fc.oneof(
    fc.nat(10).map((n) => () => report(n)),
    fc.boolean().map((is) => () => open(other)(is)),
    fc.constant(() => takeHold(wanted(poolId))),
    fc.constant(() => occupied()),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      await Promise.all(changes.map((make) => make()));
      await allHeard();
      expect(await kept.in(here)).toEqual(await placesIn(here));
      expect((await kept.find(hopeHouse))!.place).toEqual((await findPlace(hopeHouse))!.place);
    }),
    { numRuns: 25 },
  );
});

test("nothing of a place that is no longer listed, or of another region", async () => {
  const gone = await seedPlace(database.owner, here, { key: "gone" });
  const early = new KeptPlaces(300);
  await early.begin();
  await early.in(here);
  await database.owner`update places set retired_at = now() where place_id = ${gone.placeId}`;
  await sleep(310);
  expect((await early.in(here)).map(({ placeId }) => placeId)).not.toContain(gone.placeId);
  expect(await early.find(gone.placeId)).toBeUndefined();
  expect(await early.find(987_654)).toBeUndefined();
  early.end();
});

test("what no notice tells of is seen once it was kept long enough", async () => {
  const early = new KeptPlaces(200);
  await early.begin();
  const before = await early.in(here);
  await database.owner`update programs set name = 'Renamed' where name = 'other'`;
  expect(await early.in(here)).toBe(before);
  await sleep(210);
  expect((await early.in(here)).map(({ name }) => name)).toContain("Renamed");
  early.end();
});

test("many who ask at once read once", async () => {
  await report(9);
  await allHeard();
  const all = await Promise.all(Array.from({ length: 20 }, () => kept.in(here)));
  expect(new Set(all).size).toBe(1);
});

test("while the line to the database is lost nothing is kept, and all is read anew when it is back", async () => {
  const before = await kept.in(here);
  const { isCurrent, answer } = noting(() => kept.in(here));
  await answer;
  const web = connect(database.webUrl, { max: 1 });
  await web`
    select pg_terminate_backend(pid) from pg_stat_activity
    where usename = session_user and query like 'listen "%'`;
  await web.end();
  await expect.poll(isCurrent, { interval: 2 }).toBe(false);
  // Not heard of: nobody listens.
  await report(3);
  expect(await occupied()).toBe(3);
  await expect
    .poll(async () => (await kept.in(here)) === (await kept.in(here)), { timeout: 5_000 })
    .toBe(true);
  expect(await kept.in(here)).not.toBe(before);
  expect(await kept.in(here)).toEqual(await placesIn(here));
});

afterEach(async () => {
  await database.owner`
    update holds set state = 'cancelled', closed_at = clock_timestamp() where state = 'held'`;
});
