import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { arrive, holdByPhone, takeBackArrival } from "~/data/holds.server";
import { findPlace } from "~/data/places.server";
import { report, reportExtra } from "~/data/reports.server";
import { testDatabase } from "../support/database";
import { aHash, inMinutes, MOTHER_AND_TWO, requested, storedPool, takeHold, wanted } from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let regionId: number;
let placeId: number;
let poolId: number;
let token: string;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
});
beforeEach(async () => {
  ({ placeId } = await seedPlace(database.owner, regionId, { key: randomUUID() }));
  poolId = await seedPool(database.owner, placeId, { capacity: 6 });
  ({ token } = await seedStaff(database.owner, placeId));
});

const count = (occupied: number, saidAt?: Date) =>
  report({ key: randomUUID(), token, poolId, occupied, ...(saidAt && { saidAt }) });
const publicly = async () => (await findPlace(placeId))!.place.pools[0]!;

async function phoned(): Promise<string> {
  const holdId = randomUUID();
  const held = { key: randomUUID(), token, holdId, codeHash: aHash(), poolId, units: 1 };
  expect(await holdByPhone({ ...held, party: MOTHER_AND_TWO })).toMatchObject({ kind: "taken" });
  return holdId;
}

async function arrived(): Promise<string> {
  const holdId = await phoned();
  expect(await arrive({ key: randomUUID(), token, holdId })).toMatchObject({ kind: "arrived" });
  return holdId;
}

test("one family's arrival makes no count younger that was made hours ago, and none where nobody counted", async () => {
  await arrived();
  expect(await publicly()).toMatchObject({ lastReport: null, occupied: 1 });
  expect(await takeHold(requested(poolId))).toEqual({ kind: "call-first" });

  const fiveHoursAgo = inMinutes(-300);
  await database.owner`update pools set occupied = 0 where pool_id = ${poolId}`;
  await database.owner`
    insert into reports (pool_id, capacity, occupied, out_of_service, way, who, said_at)
    values (${poolId}, 6, 2, 0, 'web', 'the desk', ${fiveHoursAgo})`;
  const before = (await publicly()).lastReport;
  await arrived();
  expect((await publicly()).lastReport).toEqual(before);
  expect(await takeHold(requested(poolId))).toEqual({ kind: "call-first" });
});

test("nor does it end a doubt of the door, as a new count does", async () => {
  await count(2);
  await database.owner`
    insert into door_reports (place_id, word, voice)
    values (${placeId}, 'full', sha256('a')), (${placeId}, 'full', sha256('b'))`;
  const holdId = await arrived();
  expect(await takeHold(requested(poolId))).toEqual({ kind: "call-first" });
  await takeBackArrival({ key: randomUUID(), token, holdId });
  expect(await takeHold(requested(poolId))).toEqual({ kind: "call-first" });
  await count(2);
  expect(await takeHold(requested(poolId))).toMatchObject({ kind: "taken" });
});

test("a statement from before the arrival that comes late, and so changes no number, is no count since", async () => {
  await count(2, inMinutes(-30));
  const holdId = await arrived();
  expect(await storedPool(database.owner, poolId)).toMatchObject({ occupied: 3 });
  expect(await count(4, inMinutes(-10))).toMatchObject({ applied: false });
  expect(await takeBackArrival({ key: randomUUID(), token, holdId })).toMatchObject({
    isCountedSince: false,
  });
  expect(await storedPool(database.owner, poolId)).toMatchObject({ occupied: 2 });
});

test("units for a time are not held for who comes after it", async () => {
  await count(6);
  const until = inMinutes(60);
  await reportExtra({ key: randomUUID(), token, poolId, units: 4, until });
  const coming = (minutes: number) => takeHold(wanted(poolId, { arrivesAt: inMinutes(minutes) }));
  expect(await coming(90)).toEqual({ kind: "full" });
  expect(await coming(30)).toMatchObject({ kind: "taken" });
  await count(5);
  expect(await coming(90)).toEqual({ kind: "full" });
  await count(3);
  expect(await coming(90)).toMatchObject({ kind: "taken" });
});

test("a statement that came too late to be the number is not its age either", async () => {
  await count(2, inMinutes(-50));
  await arrived();
  const { lastReport } = await publicly();
  expect(await count(5, inMinutes(-10))).toMatchObject({ applied: false });
  expect(await publicly()).toMatchObject({ occupied: 3, lastReport });
});

test("nobody is given a lapsed hold again in units whose time is over, whoever writes it", async () => {
  await count(6);
  const holdId = randomUUID();
  await reportExtra({ key: randomUUID(), token, poolId, units: 1, until: inMinutes(60) });
  const phone = { key: randomUUID(), token, holdId, codeHash: aHash(), poolId, units: 1 };
  expect(await holdByPhone({ ...phone, party: MOTHER_AND_TWO })).toMatchObject({ kind: "taken" });
  const { owner } = database;
  await owner`update pools set temporary_until = clock_timestamp() where pool_id = ${poolId}`;
  await owner`update holds set until = clock_timestamp() where hold_id = ${holdId}`;
  await expect(
    owner`update holds set until = clock_timestamp() + interval '1 hour' where hold_id = ${holdId}`,
  ).rejects.toMatchObject({ constraint_name: "pools_never_oversold" });
});

test("nothing is held at a place that has gone, by phone neither", async () => {
  await count(2);
  await database.owner`update places set retired_at = clock_timestamp() where place_id = ${placeId}`;
  const phone = { key: randomUUID(), token, holdId: randomUUID(), codeHash: aHash(), poolId, units: 1 };
  expect(await holdByPhone({ ...phone, party: MOTHER_AND_TWO })).toEqual({ kind: "unknown-pool" });
  expect(await storedPool(database.owner, poolId)).toMatchObject({ held: 0 });
});
