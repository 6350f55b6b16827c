import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { callsToMake, sayCall, takeCall } from "~/data/calls.server";
import { report } from "~/data/reports.server";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "../support/groups";
import { countPool, seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;
let maya: Seeded;
let noor: Seeded;
let names = 0;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
  maya = await seedMember(database.owner, wyco.groupId);
  noor = await seedMember(database.owner, wyco.groupId, { name: "Noor" });
});

/** A shelter of ten rooms, two of them held, with a number; last counted so many hours ago. */
async function shelter(hours: number | null, columns: Record<string, string | null> = {}) {
  const key = `shelter-${names++}`;
  const { placeId } = await seedPlace(database.owner, regionId, { key, phone: "913-555-0123", ...columns });
  const poolId = await seedPool(database.owner, placeId);
  if (hours !== null) {
    await countPool(database.owner, poolId);
    await database.owner`
      alter table reports disable trigger user`;
    await database.owner`
      update reports
      set said_at = said_at - ${hours} * interval '1 hour', received_at = received_at - ${hours} * interval '1 hour'
      where pool_id = ${poolId}`;
    await database.owner`
      alter table reports enable trigger user`;
  }
  return { placeId, poolId };
}
const listed = async (who = maya) =>
  (await callsToMake(who.token, wyco.groupId))!.calls.map(({ placeId }) => placeId);
const of = ({ token }: Seeded, placeId: number) => ({
  key: randomUUID(),
  token,
  groupId: wyco.groupId,
  placeId,
});
const newest = async (poolId: number) => {
  const [row] = await database.owner<[{ way: string; occupied: number; free: number }]>`
    select reported_way as way, occupied, capacity - out_of_service - occupied - held as free from current_pools where pool_id = ${poolId}`;
  return row;
};

test("old and missing counts are to be called, the oldest first; fresh ones, and places without a number, are not", async () => {
  const [fresh, old, older, never, numberless, centre] = [
    await shelter(1),
    await shelter(5),
    await shelter(30),
    await shelter(null),
    await shelter(5, { phone: null }),
    await shelter(5, { kind: "warming-center" }),
  ];
  const calls = await listed();
  expect(calls).toEqual([never, older, old].map(({ placeId }) => placeId));
  for (const { placeId } of [fresh, numberless, centre]) expect(calls).not.toContain(placeId);
  expect(await callsToMake((await seedPerson(database.owner)).token, wyco.groupId)).toBeNull();
});

test("one calls a place at a time; the call is theirs for ten minutes, and then anybody's", async () => {
  const { placeId } = await shelter(6);
  const both = await Promise.all([takeCall(of(maya, placeId)), takeCall(of(noor, placeId))]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(["taken", "yours"]);
  const [has, waits] = both[0]!.kind === "yours" ? [maya, noor] : [noor, maya];
  expect((await callsToMake(has.token, wyco.groupId))!.own).toMatchObject({
    placeId,
    phone: "913-555-0123",
    until: expect.any(Date),
    pools: [{ capacity: 10, unit: "room" }],
  });
  expect(await listed(waits)).not.toContain(placeId);
  await database.owner`update call_leases set until = clock_timestamp() - interval '1 second' where place_id = ${placeId}`;
  expect(await listed(waits)).toContain(placeId);
  expect(await takeCall(of(waits, placeId))).toEqual({ kind: "yours" });
  expect(await sayCall({ ...of(has, placeId), result: "no-answer", free: {} })).toEqual({
    kind: "not-yours",
  });
});

test("what was said on the phone is a report with its way and its person; held rooms are taken off by us", async () => {
  const { placeId, poolId } = await shelter(6);
  await takeCall(of(maya, placeId));
  const said = { ...of(maya, placeId), result: "counted" as const, free: { [poolId]: 3 } };
  expect(await sayCall(said)).toEqual({ kind: "said" });
  expect(await sayCall(said)).toEqual({ kind: "said" });
  expect(await newest(poolId)).toMatchObject({ way: "volunteer", occupied: 7, free: 3 });
  const who =
    await database.owner`select from reports where pool_id = ${poolId} and who = ${`person ${maya.personId}`}`;
  expect(who).toHaveLength(1);
  expect(await listed()).not.toContain(placeId);
});

test.each([
  ["more than there are", (poolId: number) => ({ [poolId]: 11 })],
  ["less than none", (poolId: number) => ({ [poolId]: -1 })],
  ["a fraction", (poolId: number) => ({ [poolId]: 1.5 })],
  ["another place's", () => ({ 999_999: 1 })],
  ["nothing", () => ({})],
])("%s is not written down, and the call stays theirs", async (_what, free) => {
  const { placeId, poolId } = await shelter(6);
  await takeCall(of(maya, placeId));
  const said = { ...of(maya, placeId), result: "counted" as const, free: free(poolId) };
  expect(await sayCall(said)).toEqual({ kind: "out-of-range" });
  expect(await newest(poolId)).toMatchObject({ occupied: 0 });
  expect(await sayCall({ ...of(maya, placeId), result: "counted", free: { [poolId]: 2 } })).toEqual({
    kind: "said",
  });
});

test("staff who counted while the phone rang are believed", async () => {
  const { placeId, poolId } = await shelter(6);
  await takeCall(of(maya, placeId));
  const ana = await seedStaff(database.owner, placeId);
  await report({ key: randomUUID(), token: ana.token, poolId, occupied: 9 });
  expect(await sayCall({ ...of(maya, placeId), result: "counted", free: { [poolId]: 5 } })).toEqual({
    kind: "moved-on",
  });
  expect(await newest(poolId)).toMatchObject({ way: "web", occupied: 9 });
});

test("nobody answered: half an hour's rest; a wrong number or no wish to tell: a day's", async () => {
  for (const [result, minutes] of [
    ["no-answer", 31],
    ["wrong-number", 24 * 60 + 1],
    ["will-not-say", 24 * 60 + 1],
  ] as const) {
    const { placeId } = await shelter(6);
    await takeCall(of(maya, placeId));
    expect(await sayCall({ ...of(maya, placeId), result, free: {} })).toEqual({ kind: "said" });
    const age = (by: number) =>
      database.owner`update calls set at = at - ${by} * interval '1 minute' where place_id = ${placeId}`;
    await age(minutes - 2);
    expect(await takeCall(of(noor, placeId))).toEqual({ kind: "counted" });
    await age(2);
    expect(await takeCall(of(noor, placeId))).toEqual({ kind: "yours" });
  }
});

test("another region's places, and strangers, call nobody here", async () => {
  const { placeId } = await shelter(6);
  const far = await seedGroup(database.owner, await seedRegion(database.owner, "far"), { name: "Far" });
  expect(await takeCall({ ...of(far.rosa, placeId), groupId: far.groupId })).toEqual({
    kind: "unknown-place",
  });
  expect(await takeCall(of(await seedPerson(database.owner), placeId))).toEqual({ kind: "unknown-group" });
});
