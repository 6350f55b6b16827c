import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import * as holds from "~/data/holds.server";
import { testDatabase } from "../support/database";
import { aHash, inMinutes, letPass, MOTHER_AND_TWO, requested } from "../support/holds";
import { storedHold, storedPool, takeHold, wanted, type ToTake } from "../support/holds";
import { countPool, seedPlace, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let placeId: number;
let ana: { personId: number; token: string };
let stranger: { token: string };
let sizes = 4;

beforeAll(async () => {
  const { owner } = database;
  const regionId = await seedRegion(owner);
  ({ placeId } = await seedPlace(owner, regionId, { key: "hope-house" }));
  ana = await seedStaff(owner, placeId);
  stranger = await seedStaff(owner, (await seedPlace(owner, regionId, { key: "elsewhere" })).placeId);
});

async function poolOf(capacity: number): Promise<number> {
  const [{ poolId }] = await database.owner<[{ poolId: number }]>`
    insert into pools (place_id, household, unit, people_per_unit, capacity)
    values (${placeId}, 'families', 'room', ${(sizes += 1)}, ${capacity})
    returning pool_id`;
  await countPool(database.owner, poolId);
  return poolId;
}

async function taken(hold: ToTake): Promise<string> {
  expect(await takeHold(hold)).toMatchObject({ kind: "taken" });
  return hold.holdId;
}

const byAna = (holdId: string) => ({ key: randomUUID(), token: ana.token, holdId });
const stored = (holdId: string) => storedHold(database.owner, holdId);

describe("staff", () => {
  test("accept a request, which then stands as long as any hold", async () => {
    const holdId = await taken(requested(await poolOf(3), { arrivesAt: inMinutes(60) }));
    expect(await stored(holdId)).toMatchObject({ confirmed: false, minutes: 15 });
    expect(await holds.acceptHold(byAna(holdId))).toMatchObject({ kind: "accepted", confirmed: true });
    expect(await holds.acceptHold(byAna(holdId))).toMatchObject({ kind: "accepted", version: 2 });
    expect(await stored(holdId)).toMatchObject({ minutes: 90, events: ["taken", "accepted"] });
  });

  test("accept none after its quarter of an hour, and it is no no-show", async () => {
    const holdId = await taken(requested(await poolOf(3)));
    await letPass(database.owner, holdId, 16);
    expect(await holds.acceptHold(byAna(holdId))).toMatchObject({ kind: "closed", state: "expired" });
    expect(await holds.noShow(byAna(holdId))).toMatchObject({ kind: "closed", state: "expired" });
  });

  test("let them in: held becomes occupied, and a report by that person", async () => {
    const poolId = await poolOf(5);
    const holdId = await taken(wanted(poolId, { units: 2 }));
    const once = byAna(holdId);
    expect(await holds.arrive(once)).toMatchObject({ kind: "arrived", over: false });
    expect(await holds.arrive(once)).toMatchObject({ kind: "arrived", over: false });
    expect(await holds.arrive(byAna(holdId))).toMatchObject({ kind: "closed", state: "arrived" });
    expect(await storedPool(database.owner, poolId)).toMatchObject({ held: 0, occupied: 2 });
    const reports = await database.owner`
      select occupied, who, way from reports where pool_id = ${poolId} and hold_id is not null`;
    expect([...reports]).toEqual([{ occupied: 2, who: `person ${ana.personId}`, way: "web" }]);
  });

  test("let in who comes after their time, though the room is another's by now: it is true", async () => {
    const poolId = await poolOf(1);
    const late = await taken(wanted(poolId));
    await letPass(database.owner, late, 61);
    await taken(wanted(poolId));
    expect(await holds.arrive(byAna(late))).toMatchObject({ kind: "arrived", over: true });
    expect(await storedPool(database.owner, poolId)).toMatchObject({ held: 1, occupied: 1 });
    expect(await takeHold(wanted(poolId))).toEqual({ kind: "full" });
  });

  test("say that they did not come once they should have, and still let them in", async () => {
    const poolId = await poolOf(2);
    const holdId = await taken(wanted(poolId, { arrivesAt: inMinutes(30) }));
    expect(await holds.noShow(byAna(holdId))).toMatchObject({ kind: "too-early" });
    await letPass(database.owner, holdId, 35);
    expect(await holds.noShow(byAna(holdId))).toMatchObject({ kind: "no-show" });
    expect(await storedPool(database.owner, poolId)).toMatchObject({ held: 0, occupied: 0 });
    expect(await holds.arrive(byAna(holdId))).toMatchObject({ kind: "arrived" });
  });

  test("see that a family comes later, within the time it has too, and call it no no-show before", async () => {
    const hold = wanted(await poolOf(1), { arrivesAt: inMinutes(5) });
    const holdId = await taken(hold);
    const later = { key: randomUUID(), holder: hold.device, holdId, arrivesAt: inMinutes(25) };
    expect(await holds.extendHold(later)).toMatchObject({ kind: "extended", version: 2 });
    expect(await holds.extendHold(later)).toMatchObject({ kind: "extended", version: 2 });
    expect(await stored(holdId)).toMatchObject({ minutes: 60, events: ["taken", "extended"] });
    const seen = await holds.holdsAt(ana.token, placeId);
    expect(seen).toMatchObject({
      holds: expect.arrayContaining([expect.objectContaining({ holdId, arrivesAt: later.arrivesAt })]),
    });
    await letPass(database.owner, holdId, 15);
    expect(await holds.noShow(byAna(holdId))).toMatchObject({ kind: "too-early" });
    await letPass(database.owner, holdId, 11);
    expect(await holds.noShow(byAna(holdId))).toMatchObject({ kind: "no-show" });
  });

  test("give time beyond three hours, within which a family may come later still", async () => {
    const hold = wanted(await poolOf(1), { arrivesAt: inMinutes(170) });
    const holdId = await taken(hold);
    await letPass(database.owner, holdId, 160);
    expect(await holds.extendHoldByStaff(byAna(holdId))).toMatchObject({ kind: "extended" });
    expect(await stored(holdId)).toMatchObject({ minutes: 210 });
    const later = (minutes: number) =>
      holds.extendHold({ key: randomUUID(), holder: hold.device, holdId, arrivesAt: inMinutes(minutes) });
    expect(await later(45)).toMatchObject({ kind: "extended" });
    expect(await stored(holdId)).toMatchObject({ minutes: 210 });
    expect(await later(55)).toMatchObject({ kind: "arrives-too-late" });
  });

  test("are told that a hold is over whose time ends in the very moment of their tap, where there is no room", async () => {
    const { owner } = database;
    const slowly = `create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.5); return new; end $$;
      create trigger slowly before update on holds for each row when (new.until > old.until) execute function slowly()`;
    const changes = [
      [holds.acceptHold, requested],
      [holds.extendHoldByStaff, wanted],
    ] as const;
    await owner.unsafe(slowly);
    for (const [change, draft] of changes) {
      const poolId = await poolOf(2);
      const holdId = await taken(draft(poolId));
      await owner`update pools set occupied = 2 where pool_id = ${poolId}`;
      await owner`update holds set until = clock_timestamp() + interval '300 milliseconds' where hold_id = ${holdId}`;
      expect(await change(byAna(holdId))).toMatchObject({ kind: expect.stringMatching(/^(closed|full)$/) });
      expect(await stored(holdId)).toMatchObject({ state: "expired" });
      expect(await storedPool(owner, poolId)).toMatchObject({ held: 0 });
    }
    await owner.unsafe("drop trigger slowly on holds; drop function slowly()");
  });

  test("decline with a reason, which their seeker reads", async () => {
    const hold = requested(await poolOf(2));
    const holdId = await taken(hold);
    expect(await holds.declineHold({ ...byAna(holdId), reason: " " })).toEqual({ kind: "needs-a-reason" });
    expect(await holds.declineHold({ ...byAna(holdId), reason: "The heating broke." })).toMatchObject({
      kind: "declined",
    });
    expect(await holds.findHold(hold.codeHash, aHash())).toMatchObject({
      kind: "found",
      hold: { state: "declined", declineReason: "The heating broke." },
    });
    for (const change of [holds.acceptHold, holds.arrive, holds.noShow, holds.extendHoldByStaff])
      expect(await change(byAna(holdId))).toMatchObject({ kind: "closed", state: "declined" });
  });

  test("give half an hour more, to a lapsed hold while there is room", async () => {
    const poolId = await poolOf(1);
    const holdId = await taken(wanted(poolId));
    expect(await holds.extendHoldByStaff(byAna(holdId))).toMatchObject({ kind: "extended" });
    expect(await stored(holdId)).toMatchObject({ minutes: 90 });
    await letPass(database.owner, holdId, 100);
    expect(await holds.extendHoldByStaff(byAna(holdId))).toMatchObject({ kind: "extended", state: "held" });
    await letPass(database.owner, holdId, 40);
    await taken(wanted(poolId));
    expect(await holds.extendHoldByStaff(byAna(holdId))).toEqual({ kind: "full" });
  });

  test("hold for who calls, and find all of it in the inbox", async () => {
    const poolId = await poolOf(1);
    const call = {
      key: randomUUID(),
      token: ana.token,
      holdId: randomUUID(),
      codeHash: aHash(),
      poolId,
      units: 1,
      party: MOTHER_AND_TWO,
      contact: "913-555-0100",
    };
    expect(await holds.holdByPhone({ ...call, token: stranger.token })).toEqual({ kind: "unknown-pool" });
    expect(await holds.holdByPhone(call)).toMatchObject({ kind: "taken", confirmed: true });
    expect(await holds.holdByPhone({ ...call, key: randomUUID(), holdId: randomUUID() })).toEqual({
      kind: "full",
    });
    const inbox = await holds.holdsAt(ana.token, placeId);
    if (inbox.kind !== "holds") throw new Error(inbox.kind);
    expect(inbox.holds.find(({ holdId }) => holdId === call.holdId)).toMatchObject({
      contact: "913-555-0100",
      party: MOTHER_AND_TWO,
      state: "held",
      takenAt: expect.any(Date),
    });
  });
});

test("staff of another place, and nobody, change and read nothing", async () => {
  const holdId = await taken(wanted(await poolOf(2)));
  const { acceptHold, arrive, noShow, extendHoldByStaff } = holds;
  const declineIt = (by: Parameters<typeof arrive>[0]) => holds.declineHold({ ...by, reason: "x" });
  for (const change of [acceptHold, arrive, noShow, extendHoldByStaff, declineIt]) {
    expect(await change({ ...byAna(holdId), token: stranger.token })).toEqual({ kind: "unknown-hold" });
    expect(await change({ ...byAna(holdId), token: "nobody's" })).toEqual({ kind: "signed-out" });
    expect(await change(byAna(randomUUID()))).toEqual({ kind: "unknown-hold" });
  }
  expect(await holds.holdsAt(stranger.token, placeId)).toEqual({ kind: "unknown-place" });
  expect(await holds.holdsAt("nobody's", placeId)).toEqual({ kind: "signed-out" });
  expect(await stored(holdId)).toMatchObject({ state: "held", events: ["taken"] });
});
