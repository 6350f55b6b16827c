import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { boardOf, findBoardPool, logOf } from "~/data/board.server";
import { findPlace } from "~/data/places.server";
import {
  NEVER_SEEN,
  openTonight,
  openTonightLate,
  recordReport,
  report,
  reportExtra,
} from "~/data/reports.server";
import { testDatabase } from "../support/database";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let [placeId, poolId, elsewhere] = [0, 0, 0];
let token: string;

beforeAll(async () => {
  const regionId = await seedRegion(database.owner);
  ({ placeId } = await seedPlace(database.owner, regionId, { key: "hope-house" }));
  const other = await seedPlace(database.owner, regionId, { key: "elsewhere" });
  elsewhere = await seedPool(database.owner, other.placeId);
  ({ token } = await seedStaff(database.owner, placeId));
});

// Each test has a pool of its own of twenty mats, ten of them taken.
let nth = 1;
beforeEach(async () => {
  [{ poolId }] = await database.owner<[{ poolId: number }]>`
    insert into pools (place_id, household, unit, people_per_unit, capacity)
    values (${placeId}, 'adults', 'mat', ${nth++}, 20)
    returning pool_id`;
  await report({ key: randomUUID(), token, poolId, occupied: 10 });
});

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);
const extra = (units: number, until: Date | null = inSeconds(3600), more = {}) =>
  reportExtra({ key: randomUUID(), token, poolId, units, until, ...more });
const now = async () => (await findBoardPool(placeId, poolId))!;
const row = async () =>
  ({
    ...(
      await database.owner`
      select capacity, usual_capacity, temporary_until is not null as is_temporary
      from pools where pool_id = ${poolId}`
    )[0],
  }) as Record<string, unknown>;
const endNow = () => database.owner`
  update pools set temporary_until = clock_timestamp() where pool_id = ${poolId}`;
const hold = (units: number) => database.owner`
  insert into holds (hold_id, pool_id, units, confirmed, until, taken_at)
  values (gen_random_uuid(), ${poolId}, ${units}, true, clock_timestamp() + interval '1 hour', clock_timestamp())`;

test("extra units are room until their time is over; then they are none, though nobody writes anything", async () => {
  const until = inSeconds(2);
  expect(await extra(8, until)).toMatchObject({ kind: "reported", over: false });
  expect(await now()).toMatchObject({ capacity: 28, extra: { units: 8, until: until.getTime() / 1000 } });
  const pool = (await findPlace(placeId))!.place.pools.find((each) => each.poolId === poolId)!;
  expect(pool.extra).toEqual({ units: 8, until: Math.round(until.getTime() / 1000) });
  await expect.poll(now, { timeout: 4_000 }).toMatchObject({ capacity: 20, extra: null });
  expect(await row()).toMatchObject({ capacity: 28 });
});

test("said again they are counted from what is usual, and none takes them away", async () => {
  await extra(8);
  await extra(5);
  expect(await row()).toEqual({ capacity: 25, usualCapacity: 20, isTemporary: true });
  await extra(0, null);
  expect(await row()).toEqual({ capacity: 20, usualCapacity: null, isTemporary: false });
});

test("a hold of an extra unit is refused once they are gone, and the next report puts the usual ones back", async () => {
  await extra(8);
  await hold(15);
  await endNow();
  await expect(hold(1)).rejects.toMatchObject({ constraint_name: "pools_never_oversold" });
  const said = await report({ key: randomUUID(), token, poolId, occupied: 10 });
  expect(said).toMatchObject({ kind: "reported", over: true });
  expect(await row()).toEqual({ capacity: 20, usualCapacity: null, isTemporary: false });
});

test("time putting the capacity back is kept, and makes no count younger", async () => {
  await database.owner`alter table reports disable trigger reports_append_only`;
  await extra(8);
  await database.owner`update reports set said_at = said_at - interval '2 hours' where pool_id = ${poolId}`;
  await database.owner`alter table reports enable trigger reports_append_only`;
  await endNow();
  await database.owner`select clear_lapsed(${poolId})`;
  const kept = await database.owner`
    select who, capacity from reports where pool_id = ${poolId} order by report_id desc limit 1`;
  expect({ ...kept[0] }).toEqual({ who: "time", capacity: 20 });
  const pool = (await findPlace(placeId))!.place.pools.find((each) => each.poolId === poolId)!;
  expect(Date.now() - pool.lastReport!.at.getTime()).toBeGreaterThan(7_000_000);
  const board = (await boardOf(token, placeId)).find((each) => each.poolId === poolId)!;
  expect(board.said.map(({ who }) => who)).toEqual(["Ana", "Ana"]);
  const ended = (await logOf(token, placeId, 50)).filter(
    (line) => line.kind === "ended" && line.poolId === poolId,
  );
  expect(ended).toMatchObject([{ capacity: 20, extra: 0 }]);
});

test("the log says how many, until when, and who", async () => {
  await extra(8);
  const [line] = await logOf(token, placeId, 1);
  expect(line).toMatchObject({ kind: "count", who: "Ana", way: "web", capacity: 28, extra: 8 });
  expect(line).toHaveProperty("extraUntil", expect.any(Date));
  await report({ key: randomUUID(), token, poolId, occupied: 11 });
  expect((await logOf(token, placeId, 1))[0]).toMatchObject({ occupied: 11, extra: 8 });
});

test("who states the capacity states all of it: the extra ones end with that", async () => {
  await extra(8);
  const said = { key: randomUUID(), who: "command", way: "command" as const, poolId, capacity: 24 };
  await recordReport(database.owner, said);
  expect(await row()).toEqual({ capacity: 24, usualCapacity: null, isTemporary: false });
});

describe("nothing is changed", () => {
  const before = { capacity: 20, usualCapacity: null, isTemporary: false };
  test.each([
    ["negative", -1, 60],
    ["huge", 9_990, 60],
    ["beyond any integer", 1e12, 60],
    ["a fraction", 1.5, 60],
    ["for two days", 8, 172_800],
  ])("by units that are %s", async (_what, units, seconds) => {
    expect(await extra(units, inSeconds(seconds))).toEqual({ kind: "out-of-range" });
    expect(await row()).toEqual(before);
  });

  test("by a time that is over, one that is missing, or none with a time", async () => {
    expect(await extra(8, inSeconds(-1))).toEqual({ kind: "already-over" });
    expect(await extra(8, null)).toEqual({ kind: "out-of-range" });
    expect(await extra(0)).toEqual({ kind: "out-of-range" });
    expect(await row()).toEqual(before);
  });

  test("by nobody, at somebody else's pool, or from a page that showed another count", async () => {
    expect(await extra(8, undefined, { token: "nobody's" })).toEqual({ kind: "signed-out" });
    expect(await extra(8, undefined, { poolId: elsewhere })).toEqual({ kind: "unknown-pool" });
    expect(await extra(8, undefined, { seenVersion: 1 })).toMatchObject({ kind: "moved-on" });
    expect(await row()).toEqual(before);
  });

  test("by one that was asked about, and comes after its question", async () => {
    const { version: seenVersion } = await now();
    const tap = { key: randomUUID(), token, poolId, units: 8, until: inSeconds(3600), seenVersion };
    expect(await reportExtra({ ...tap, seenVersion: NEVER_SEEN })).toMatchObject({ kind: "moved-on" });
    expect(await reportExtra(tap)).toMatchObject({ kind: "moved-on" });
    expect(await row()).toEqual(before);
    expect(await reportExtra({ ...tap, units: 7 })).toMatchObject({ kind: "reported" });
  });

  test("where nobody ever said how many are taken: it would make a count of a number that is nobody's", async () => {
    const fresh = await seedPool(database.owner, placeId, { household: "women", capacity: nth });
    expect(await extra(2, undefined, { poolId: fresh })).toEqual({ kind: "no-count-yet" });
  });
});

test("the same tap sent fifty times is one change, also from a page that has moved on since", async () => {
  const { version: seenVersion } = await now();
  const tap = { key: randomUUID(), token, poolId, units: 8, until: inSeconds(3600), seenVersion };
  const answers = await Promise.all(Array.from({ length: 50 }, () => reportExtra(tap)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const [{ said }] = await database.owner<[{ said: number }]>`
    select count(*) as said from reports where pool_id = ${poolId}`;
  expect(said).toBe(2);
});

test("a report counts no hold whose time is over", async () => {
  await report({ key: randomUUID(), token, poolId, occupied: 0 });
  await hold(15);
  await database.owner`update holds set until = clock_timestamp() where pool_id = ${poolId}`;
  expect(await report({ key: randomUUID(), token, poolId, occupied: 20 })).toMatchObject({ over: false });
});

test("who saw the newest count speaks after it, though their clock is behind", async () => {
  const { version: seenVersion } = await now();
  const late = { key: randomUUID(), token, poolId, occupied: 11, saidAt: inSeconds(-600), seenVersion };
  expect(await report(late)).toMatchObject({ kind: "reported", applied: true });
  expect(await report(late)).toMatchObject({ kind: "reported", applied: true });
  expect(await now()).toMatchObject({ occupied: 11 });
});

test("a word for tonight that comes late does not undo another said since, and has its effect once", async () => {
  const [{ night }] = await database.owner<[{ night: string }]>`
    select (now() at time zone 'America/Chicago')::date as night`;
  const word = (open: boolean) => ({ key: randomUUID(), token, placeId, night, open });
  await openTonight(word(true));
  const late = { ...word(false), saidAt: inSeconds(-60) };
  expect(await openTonightLate(late)).toMatchObject({ kind: "moved-on", open: true });
  const newer = { ...word(false), saidAt: inSeconds(1) };
  const answer = await openTonightLate(newer);
  expect(answer).toMatchObject({ kind: "said", open: false });
  await openTonight(word(true));
  expect(await openTonightLate(newer)).toEqual(answer);
  expect((await logOf(token, placeId, 3)).filter(({ kind }) => kind === "tonight")).toHaveLength(3);
});
