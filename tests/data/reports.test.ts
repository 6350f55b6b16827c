import { beforeAll, expect, test } from "vitest";
import { findPlace } from "~/data/places.server";
import { recordOpening, recordReport, type CommandReport as Report } from "~/data/reports.server";
import { testDatabase } from "../support/database";
import { seedPlace, seedPool, seedRegion } from "../support/seeds";

const database = testDatabase();
let placeId: number;
let today: string;

beforeAll(async () => {
  const regionId = await seedRegion(database.owner);
  ({ placeId } = await seedPlace(database.owner, regionId, { key: "hope-house" }));
  const [{ date }] = await database.owner<[{ date: string }]>`
    select (now() at time zone 'America/Chicago')::date as date`;
  today = date;
});

async function poolOfTen(): Promise<number> {
  const { owner } = database;
  const [{ next }] = await owner<[{ next: number }]>`select count(*) + 1 as next from pools`;
  const [{ poolId }] = await owner<[{ poolId: number }]>`
    insert into pools (place_id, household, unit, people_per_unit, capacity)
    values (${placeId}, 'families', 'room', ${next}, 10)
    returning pool_id`;
  return poolId;
}

function said(poolId: number, words: Partial<Report> = {}): Report {
  return { key: crypto.randomUUID(), who: "desk", way: "web", poolId, ...words };
}

async function stored(poolId: number) {
  const [row] = await database.owner`
    select
      capacity,
      occupied,
      out_of_service,
      version,
      (select count(*) from reports where reports.pool_id = pools.pool_id) as reports
    from pools
    where pool_id = ${poolId}`;
  return { ...row };
}

test("a report sets the count and is kept with who said it and how", async () => {
  const poolId = await poolOfTen();
  const answer = await recordReport(
    database.owner,
    said(poolId, { occupied: 4, outOfService: 1, way: "phone" }),
  );

  expect(answer).toMatchObject({ kind: "reported", poolId, version: 2, applied: true, over: false });
  expect(await stored(poolId)).toEqual({
    capacity: 10,
    occupied: 4,
    outOfService: 1,
    version: 2,
    reports: 1,
  });
  const [kept] =
    await database.owner`select who, way, occupied, capacity from reports where pool_id = ${poolId}`;
  expect({ ...kept }).toEqual({ who: "desk", way: "phone", occupied: 4, capacity: 10 });
});

test("'still right' changes no number and makes the count new again", async () => {
  const poolId = await poolOfTen();
  await recordReport(
    database.owner,
    said(poolId, { occupied: 4, saidAt: new Date(Date.now() - 3 * 3_600_000) }),
  );
  await recordReport(database.owner, said(poolId));

  const pool = (await findPlace(placeId))!.place.pools.find((each) => each.poolId === poolId)!;
  expect(pool.occupied).toBe(4);
  expect(Date.now() - pool.lastReport!.at.getTime()).toBeLessThan(5000);
});

test("truth comes first: more may be in use than there is, and the answer says so", async () => {
  const poolId = await poolOfTen();
  expect(await recordReport(database.owner, said(poolId, { occupied: 12 }))).toMatchObject({
    kind: "reported",
    over: true,
  });
  expect(await recordReport(database.owner, said(poolId, { capacity: 12 }))).toMatchObject({
    kind: "reported",
    over: false,
  });
});

test("a report that comes late is kept but does not undo a newer one", async () => {
  const poolId = await poolOfTen();
  await recordReport(database.owner, said(poolId, { occupied: 9 }));
  const late = await recordReport(
    database.owner,
    said(poolId, { occupied: 2, saidAt: new Date(Date.now() - 60_000) }),
  );

  expect(late).toMatchObject({ kind: "reported", applied: false });
  expect(await stored(poolId)).toMatchObject({ occupied: 9, reports: 2 });
});

test.each([
  ["negative", { occupied: -1 }],
  ["huge", { occupied: 10_001 }],
  ["beyond any integer", { occupied: 1e300 }],
  ["fractional", { occupied: 1.5 }],
  ["not a number", { occupied: Number.NaN }],
  ["from tomorrow", { saidAt: new Date(Date.now() + 86_400_000) }],
])("a count that is %s is out of range and leaves nothing behind", async (_words, numbers) => {
  const poolId = await poolOfTen();
  expect(await recordReport(database.owner, said(poolId, numbers))).toEqual({ kind: "out-of-range" });
  expect(await stored(poolId)).toMatchObject({ occupied: 0, version: 1, reports: 0 });
});

test("a pool nobody has is said to be unknown", async () => {
  expect(await recordReport(database.owner, said(987_654, { occupied: 1 }))).toEqual({
    kind: "unknown-pool",
  });
});

test("the same key from 50 callers at once is one report and one answer", async () => {
  const poolId = await poolOfTen();
  const once = said(poolId, { occupied: 6 });
  const answers = await Promise.all(Array.from({ length: 50 }, () => recordReport(database.owner, once)));

  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ kind: "reported", version: 2 });
  expect(await stored(poolId)).toMatchObject({ occupied: 6, version: 2, reports: 1 });
});

test("50 callers with keys of their own are 50 reports in one order", async () => {
  const poolId = await poolOfTen();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      recordReport(database.owner, said(poolId, { occupied: index % 10 })),
    ),
  );
  const versions = answers.map((answer) => (answer.kind === "reported" ? answer.version : 0));
  expect(new Set(versions).size).toBe(50);
  expect(await stored(poolId)).toMatchObject({ version: 51, reports: 50 });
});

test("a key used for another count, or by another person, is refused", async () => {
  const poolId = await poolOfTen();
  const once = said(poolId, { occupied: 6 });
  await recordReport(database.owner, once);

  expect(await recordReport(database.owner, { ...once, occupied: 5 })).toEqual({
    kind: "key-used-otherwise",
  });
  expect(await recordReport(database.owner, { ...once, who: "somebody else" })).toEqual({
    kind: "key-used-otherwise",
  });
  const night = { ...once, placeId, night: today, open: true };
  expect(await recordOpening(database.owner, night)).toEqual({ kind: "key-used-otherwise" });
  expect(await stored(poolId)).toMatchObject({ occupied: 6, reports: 1 });
});

test("a key is forgotten after 72 hours, by the change that comes next", async () => {
  const poolId = await poolOfTen();
  const once = said(poolId, { occupied: 6 });
  await recordReport(database.owner, once);
  await database.owner`
    update idempotency_keys set kept_since = now() - interval '72 hours 1 second' where idempotency_key = ${once.key}`;
  await recordReport(database.owner, said(poolId));
  const kept = await database.owner`select from idempotency_keys where idempotency_key = ${once.key}`;
  expect(kept).toHaveLength(0);
});

test("every change of a pool is announced by its id and version only", async () => {
  const poolId = await poolOfTen();
  const heard: string[] = [];
  const listening = await database.owner.listen("pool_changed", (payload) => heard.push(payload));
  await recordReport(database.owner, said(poolId, { occupied: 3 }));
  await expect.poll(() => heard).toEqual([`${poolId}:2`]);
  await listening.unlisten();
});

test("the newest word about a night counts, and can be taken back", async () => {
  const say = (open: boolean | null) =>
    recordOpening(database.owner, {
      key: crypto.randomUUID(),
      who: "desk",
      way: "web",
      placeId,
      night: today,
      open,
    });
  const words = async () =>
    (await findPlace(placeId))!.place.hours.words.map(({ night, open }) => ({ night, open }));

  expect(await say(true)).toMatchObject({
    kind: "said",
    placeId,
    night: today,
    open: true,
    saidAt: expect.any(Date),
  });
  expect(await words()).toEqual([{ night: today, open: true }]);
  await say(false);
  expect(await words()).toEqual([{ night: today, open: false }]);
  await say(null);
  expect(await words()).toEqual([]);
});

test("nobody knows a night of last month, or a place that is not there", async () => {
  const once = {
    key: crypto.randomUUID(),
    who: "desk",
    way: "web",
    placeId,
    night: "2025-01-15",
    open: true,
  } as const;
  expect(await recordOpening(database.owner, once)).toEqual({ kind: "not-that-night" });
  expect(
    await recordOpening(database.owner, { ...once, key: crypto.randomUUID(), placeId: 987_654 }),
  ).toEqual({
    kind: "unknown-place",
  });
});

test("a seeded pool without a report has no number", async () => {
  const other = await seedPlace(database.owner, await seedRegion(database.owner, "silent"), {
    key: "silent",
  });
  await seedPool(database.owner, other.placeId);
  expect((await findPlace(other.placeId))!.place.pools[0]?.lastReport).toBeNull();
});
