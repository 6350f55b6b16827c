import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { cancelHold, extendHold, findHold, holdOfDevice } from "~/data/holds.server";
import { findPlace } from "~/data/places.server";
import { recordReport } from "~/data/reports.server";
import { testDatabase } from "../support/database";
import { aHash, auditPools, inMinutes, letPass, MOTHER_AND_TWO, oversold } from "../support/holds";
import { requested, storedHold, storedPool, takeHold, wanted } from "../support/holds";
import { seedPlace, seedPool, seedRegion } from "../support/seeds";

const database = testDatabase();
let regionId: number;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  await auditPools(database.owner);
});

async function poolOf(capacity: number, columns: Record<string, string> = {}) {
  const { placeId } = await seedPlace(database.owner, regionId, { key: randomUUID(), ...columns });
  return { placeId, poolId: await seedPool(database.owner, placeId, { capacity, counted: true }) };
}

const said = (poolId: number, count: { occupied?: number; capacity?: number }) =>
  recordReport(database.owner, { key: randomUUID(), who: "desk", way: "command", poolId, ...count });

const heldInView = async (placeId: number) => (await findPlace(placeId))!.place.pools[0]!.held;

describe("many at once", () => {
  test("are never promised more than there is", async () => {
    const { poolId } = await poolOf(7);
    const answers = await Promise.all(Array.from({ length: 60 }, () => takeHold(wanted(poolId))));
    expect(answers.filter(({ kind }) => kind === "taken")).toHaveLength(7);
    expect(answers.filter(({ kind }) => kind === "full")).toHaveLength(53);
    expect(await storedPool(database.owner, poolId)).toMatchObject({ held: 7 });
    expect(await oversold(database.owner)).toEqual([]);
  });

  test("taps of one key are one hold and one answer, though each came with another id and journey", async () => {
    const { poolId } = await poolOf(10);
    const tap = wanted(poolId);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        takeHold({ ...tap, holdId: randomUUID(), codeHash: aHash(), arrivesAt: inMinutes(i) }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await storedPool(database.owner, poolId)).toMatchObject({ held: 1 });
    expect(await takeHold({ ...tap, units: 2 })).toEqual({ kind: "key-used-otherwise" });
    expect(await takeHold({ ...tap, device: aHash() })).toEqual({ kind: "key-used-otherwise" });
  });

  test.each([
    ["device", () => ({ device: aHash(), contact: `${randomUUID()}@example.org` })],
    ["confirmed contact", () => ({ contact: `${randomUUID()}@example.org` })],
  ])("from one %s at two pools leave one hold", async (_words, same) => {
    const [here, there] = [await poolOf(50), await poolOf(50)];
    const one = same();
    // As many as may ask for a code to one address.
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, i) => takeHold(wanted((i % 2 ? here : there).poolId, one))),
    );
    expect(answers.filter(({ kind }) => kind === "taken")).toHaveLength(1);
    expect(answers.filter(({ kind }) => kind === "has-hold")).toHaveLength(4);
  });
});

describe("a hold's time", () => {
  test.each([
    [null, 60],
    [20, 60],
    [90, 120],
    [170, 180],
  ])("with an arrival in %s min is %i min", async (arrival, minutes) => {
    const { poolId } = await poolOf(5);
    const hold = wanted(poolId, arrival === null ? {} : { arrivesAt: inMinutes(arrival) });
    expect(await takeHold(hold)).toMatchObject({ kind: "taken", confirmed: true, until: expect.any(Date) });
    expect(await storedHold(database.owner, hold.holdId)).toMatchObject({ minutes });
  });

  test("is no promise to who comes after three hours", async () => {
    const { poolId } = await poolOf(5);
    expect(await takeHold(wanted(poolId, { arrivesAt: inMinutes(200) }))).toEqual({
      kind: "arrives-too-late",
    });
  });

  test("ends on its second, with nobody sweeping", async () => {
    const { placeId, poolId } = await poolOf(1);
    const hold = wanted(poolId);
    await takeHold(hold);
    await database.owner`
      update holds set until = clock_timestamp() + interval '1.5 seconds' where hold_id = ${hold.holdId}`;
    await sleep(500);
    expect(await takeHold(wanted(poolId))).toEqual({ kind: "full" });
    expect(await heldInView(placeId)).toBe(1);
    await sleep(1100);
    expect(await heldInView(placeId)).toBe(0);
    expect(await findHold(hold.codeHash, aHash())).toMatchObject({ hold: { state: "expired" } });
    expect((await storedPool(database.owner, poolId)).held).toBe(1);
    expect(await takeHold(wanted(poolId))).toMatchObject({ kind: "taken" });
    expect(await storedHold(database.owner, hold.holdId)).toMatchObject({
      state: "expired",
      events: ["taken", "expired"],
    });
  });

  test("follows a late bus, up to three hours from taking; a lapsed one only while there is room", async () => {
    const { poolId } = await poolOf(1);
    const hold = wanted(poolId, { arrivesAt: inMinutes(20) });
    await takeHold(hold);
    const late = (arrival: number, holder = hold.device) =>
      extendHold({ key: randomUUID(), holder, holdId: hold.holdId, arrivesAt: inMinutes(arrival) });
    expect(await late(60)).toMatchObject({ kind: "extended" });
    expect(await late(40)).toMatchObject({ kind: "extended" });
    expect(await late(200)).toMatchObject({ kind: "arrives-too-late" });
    expect(await late(60, aHash())).toEqual({ kind: "unknown-hold" });
    expect(await storedHold(database.owner, hold.holdId)).toMatchObject({ minutes: 90 });

    await letPass(database.owner, hold.holdId, 95);
    expect(await late(10, hold.codeHash)).toMatchObject({ kind: "extended", state: "held" });
    await letPass(database.owner, hold.holdId, 45);
    const next = wanted(poolId);
    expect(await takeHold(next)).toMatchObject({ kind: "taken" });
    expect(await late(10)).toEqual({ kind: "full" });
  });
});

describe("nothing is held", () => {
  test("where more is in use than there is, or where it became so", async () => {
    const { poolId } = await poolOf(3);
    await takeHold(wanted(poolId));
    await said(poolId, { capacity: 0 });
    expect(await takeHold(wanted(poolId))).toEqual({ kind: "full" });
    await said(poolId, { capacity: 3, occupied: 5 });
    expect(await takeHold(wanted(poolId))).toEqual({ kind: "full" });
    await said(poolId, { occupied: 1 });
    expect(await takeHold(wanted(poolId))).toMatchObject({ kind: "taken" });
  });

  test.each([
    ["a negative number", -1],
    ["none", 0],
    ["more than they are people", 4],
    ["a fraction", 1.5],
    ["a number beyond all", 1e300],
  ])("for %s of units", async (_words, units) => {
    const { poolId } = await poolOf(20);
    expect(await takeHold(wanted(poolId, { units }))).toEqual({ kind: "out-of-range" });
  });

  test("at a pool nobody has, or in a funded stay, which a coordinator gives", async () => {
    expect(await takeHold(wanted(987_654))).toEqual({ kind: "unknown-pool" });
    const { poolId } = await poolOf(3, { kind: "funded-stay" });
    expect(await takeHold(wanted(poolId))).toEqual({ kind: "unknown-pool" });
  });

  test("for a party with a name in it", async () => {
    const { poolId } = await poolOf(3);
    const party = { ...MOTHER_AND_TWO, name: "Maria" };
    await expect(takeHold(wanted(poolId, { party }))).rejects.toMatchObject({ code: "23514" });
  });
});

test.each([
  [10, 0, 3],
  [10, 4, 1],
  [2, 0, 1],
])("of %i units with %i occupied, %i may stand unconfirmed", async (capacity, occupied, most) => {
  const { poolId } = await poolOf(capacity);
  await said(poolId, { occupied });
  const answers = await Promise.all(Array.from({ length: 8 }, () => takeHold(requested(poolId))));
  expect(answers.filter(({ kind }) => kind === "taken")).toHaveLength(most);
  expect(answers.filter(({ kind }) => kind === "too-many-requests")).toHaveLength(8 - most);
  expect(await takeHold(wanted(poolId))).toMatchObject({ kind: "taken", confirmed: true });
});

test("who gives a hold back may take another, and reads what became of theirs", async () => {
  const { poolId } = await poolOf(1);
  const hold = wanted(poolId);
  await takeHold(hold);
  const back = { key: randomUUID(), holdId: hold.holdId };
  expect(await cancelHold({ ...back, holder: aHash() })).toEqual({ kind: "unknown-hold" });
  const once = { key: randomUUID(), holdId: hold.holdId, holder: hold.codeHash };
  expect(await cancelHold(once)).toMatchObject({ kind: "cancelled", state: "cancelled" });
  expect(await cancelHold(once)).toMatchObject({ kind: "cancelled" });
  expect(await cancelHold({ ...once, key: randomUUID() })).toMatchObject({
    kind: "closed",
    state: "cancelled",
  });
  expect(await holdOfDevice(hold.device)).toMatchObject({ state: "cancelled", party: MOTHER_AND_TWO });
  expect(await takeHold(wanted(poolId, { device: hold.device }))).toMatchObject({ kind: "taken" });
});
