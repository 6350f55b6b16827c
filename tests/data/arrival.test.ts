import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import * as holds from "~/data/holds.server";
import { report } from "~/data/reports.server";
import { testDatabase } from "../support/database";
import { auditPools, inMinutes, letPass, oversold, requested } from "../support/holds";
import { storedHold, storedPool, takeHold, wanted, type ToTake } from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let regionId: number;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  await auditPools(database.owner);
});

async function house(capacity: number) {
  const { placeId } = await seedPlace(database.owner, regionId, { key: randomUUID() });
  const poolId = await seedPool(database.owner, placeId, { capacity, counted: true });
  const { token } = await seedStaff(database.owner, placeId);
  return { placeId, poolId, token };
}

async function taken(hold: ToTake): Promise<string> {
  expect(await takeHold(hold)).toMatchObject({ kind: "taken" });
  return hold.holdId;
}

const stored = (holdId: string) => storedHold(database.owner, holdId);
const pool = (poolId: number) => storedPool(database.owner, poolId);

describe("half an hour more", () => {
  test("is said to be all there is where less could be given, and no time where only seconds could", async () => {
    const { poolId, token } = await house(3);
    const holdId = await taken(wanted(poolId, { arrivesAt: inMinutes(140) }));
    const more = () => holds.extendHoldByStaff({ key: randomUUID(), token, holdId });
    const [first, second, third] = [await more(), await more(), await more()];
    expect(first).toMatchObject({ kind: "extended", isMost: true });
    expect((await stored(holdId)).minutes).toBe(180);
    for (const answer of [second, third])
      expect(answer).toMatchObject({ kind: "no-more-time", until: expect.any(Date) });
    const { events } = await stored(holdId);
    expect(events).toEqual(["taken", "extended"]);
  });

  test("is half an hour where it can be", async () => {
    const { poolId, token } = await house(3);
    const holdId = await taken(wanted(poolId));
    const key = randomUUID();
    const answer = await holds.extendHoldByStaff({ key, token, holdId });
    expect(answer).toMatchObject({ kind: "extended", isMost: false });
    expect(await holds.extendHoldByStaff({ key, token, holdId })).toEqual(answer);
    expect((await stored(holdId)).minutes).toBe(90);
  });

  test("does not wake a hold whose people are forgotten, nor does an arrival", async () => {
    const { poolId, token } = await house(3);
    const holdId = await taken(wanted(poolId));
    await letPass(database.owner, holdId, 74 * 60);
    await database.owner`select forget_what_is_over()`;
    for (const change of [holds.extendHoldByStaff, holds.arrive])
      expect(await change({ key: randomUUID(), token, holdId })).toMatchObject({ kind: "closed" });
  });
});

describe("an arrival that was a slip", () => {
  test("gives the hold its old time back, and the count, once however often it is tapped", async () => {
    const { poolId, token } = await house(4);
    const holdId = await taken(wanted(poolId, { units: 2 }));
    const before = await stored(holdId);
    await holds.arrive({ key: randomUUID(), token, holdId });
    expect(await pool(poolId)).toMatchObject({ held: 0, occupied: 2 });
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => holds.takeBackArrival({ key, token, holdId })),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({ kind: "taken-back", state: "held", isCountedSince: false });
    expect(await stored(holdId)).toMatchObject({
      ...before,
      events: ["taken", "arrived", "taken-back"],
    });
    expect(await pool(poolId)).toMatchObject({ held: 2, occupied: 0 });
    expect(await holds.takeBackArrival({ key: randomUUID(), token, holdId })).toMatchObject({
      kind: "closed",
      state: "held",
    });
    expect(await holds.arrive({ key: randomUUID(), token, holdId })).toMatchObject({ kind: "arrived" });
    expect(await holds.takeBackArrival({ key: randomUUID(), token, holdId })).toMatchObject({
      isCountedSince: false,
    });
    expect(await pool(poolId)).toMatchObject({ held: 2, occupied: 0 });
  });

  test("leaves a request a request", async () => {
    const { poolId, token } = await house(4);
    const holdId = await taken(requested(poolId));
    await holds.arrive({ key: randomUUID(), token, holdId });
    await holds.takeBackArrival({ key: randomUUID(), token, holdId });
    expect(await stored(holdId)).toMatchObject({ state: "held", confirmed: false, minutes: 15 });
  });

  test("leaves what had lapsed over, and who had not come not come", async () => {
    const { poolId, token } = await house(4);
    const lapsed = await taken(wanted(poolId));
    await letPass(database.owner, lapsed, 61);
    const missed = await taken(wanted(poolId));
    await letPass(database.owner, missed, 61);
    await holds.noShow({ key: randomUUID(), token, holdId: missed });
    for (const holdId of [lapsed, missed]) await holds.arrive({ key: randomUUID(), token, holdId });
    const back = (holdId: string) => holds.takeBackArrival({ key: randomUUID(), token, holdId });
    expect(await back(lapsed)).toMatchObject({ kind: "taken-back", state: "expired" });
    expect(await back(missed)).toMatchObject({ kind: "taken-back", state: "no-show" });
    expect(await pool(poolId)).toMatchObject({ held: 0, occupied: 0 });
  });

  test("keeps what somebody counted since, and then holds only where there is room", async () => {
    const { poolId, token } = await house(2);
    const holdId = await taken(wanted(poolId));
    await holds.arrive({ key: randomUUID(), token, holdId });
    await report({ key: randomUUID(), token, poolId, occupied: 2 });
    expect(await holds.takeBackArrival({ key: randomUUID(), token, holdId })).toMatchObject({
      kind: "taken-back",
      state: "expired",
      isCountedSince: true,
    });
    expect(await pool(poolId)).toMatchObject({ held: 0, occupied: 2 });
  });

  test("is taken back beside the arrival of others", async () => {
    const { poolId, token } = await house(4);
    const [slip, other] = [await taken(wanted(poolId)), await taken(wanted(poolId))];
    for (const holdId of [slip, other]) await holds.arrive({ key: randomUUID(), token, holdId });
    expect(await holds.takeBackArrival({ key: randomUUID(), token, holdId: slip })).toMatchObject({
      state: "held",
      isCountedSince: false,
    });
    expect(await pool(poolId)).toMatchObject({ held: 1, occupied: 1 });
  });

  test("is over where the family holds another room by now: they have one at a time", async () => {
    const [here, there] = [await house(4), await house(4)];
    const hold = wanted(here.poolId);
    await taken(hold);
    await holds.arrive({ key: randomUUID(), token: here.token, holdId: hold.holdId });
    await taken(wanted(there.poolId, { device: hold.device }));
    expect(
      await holds.takeBackArrival({ key: randomUUID(), token: here.token, holdId: hold.holdId }),
    ).toMatchObject({ kind: "taken-back", state: "expired" });
    expect(await pool(here.poolId)).toMatchObject({ held: 0, occupied: 0 });
  });

  test("is not for staff of another place, nor for a stranger, nor after twelve hours", async () => {
    const [here, there] = [await house(4), await house(4)];
    const holdId = await taken(wanted(here.poolId));
    await holds.arrive({ key: randomUUID(), token: here.token, holdId });
    const by = (token: string) => holds.takeBackArrival({ key: randomUUID(), token, holdId });
    expect(await by(there.token)).toEqual({ kind: "unknown-hold" });
    expect(await by("nobody's")).toEqual({ kind: "signed-out" });
    await database.owner`
      update holds set closed_at = closed_at - interval '12 hours' where hold_id = ${holdId}`;
    expect(await by(here.token)).toMatchObject({ kind: "closed", state: "arrived" });
    expect(await oversold(database.owner)).toEqual([]);
  });

  test("tells the inbox which count was made by which arrival", async () => {
    const { placeId, poolId, token } = await house(4);
    const holdId = await taken(wanted(poolId));
    const countedAt = async () => {
      const inbox = await holds.holdsAt(token, placeId);
      return inbox.kind === "holds" ? inbox.holds[0]!.countedAt : undefined;
    };
    expect(await countedAt()).toBeNull();
    await holds.arrive({ key: randomUUID(), token, holdId });
    expect(await countedAt()).toBeInstanceOf(Date);
  });
});
