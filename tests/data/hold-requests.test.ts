import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { acceptHold, cancelHold, declineHold, holdByPhone } from "~/data/holds.server";
import { recordReport } from "~/data/reports.server";
import { testDatabase } from "../support/database";
import { aHash, letPass, MOTHER_AND_TWO, requested, takeHold, wanted } from "../support/holds";
import { countPool, seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let regionId: number;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
});

async function poolOf(capacity: number, counted = true) {
  const { placeId } = await seedPlace(database.owner, regionId, { key: randomUUID() });
  return { placeId, poolId: await seedPool(database.owner, placeId, { capacity, counted }) };
}

const many = (answers: { kind: string }[], of: string) => answers.filter(({ kind }) => kind === of).length;

describe("one network", () => {
  test("keeps a pool's unconfirmed share for half of an hour at most, under however many names", async () => {
    const { poolId } = await poolOf(10);
    const address = aHash();
    const minutes: string[] = [];
    // A day of somebody who drops the cookie and asks again as soon as the last request lapses.
    for (let quarter = 0; quarter < 8; quarter++) {
      const hold = requested(poolId, { address, units: 3 });
      minutes.push((await takeHold(hold)).kind);
      await database.owner`
        update holds set taken_at = taken_at - interval '15 minutes', until = until - interval '15 minutes'
        where pool_id = ${poolId}`;
      await database.owner`
        update holds set closed_at = closed_at - interval '15 minutes' where pool_id = ${poolId}`;
      await database.owner`update hold_requests set at = at - interval '15 minutes'`;
    }
    expect(minutes).toEqual([
      "taken",
      "taken",
      "many-from-here",
      "many-from-here",
      "taken",
      "taken",
      "many-from-here",
      "many-from-here",
    ]);
    expect(await takeHold(requested(poolId, { units: 3 }))).toMatchObject({ kind: "taken" });
  });

  test("of many families who get their yes is not shut out", async () => {
    const { placeId, poolId } = await poolOf(60);
    const { token } = await seedStaff(database.owner, placeId);
    const address = aHash();
    for (let family = 0; family < 40; family++) {
      const hold = requested(poolId, { address });
      expect(await takeHold(hold)).toMatchObject({ kind: "taken" });
      await acceptHold({ key: randomUUID(), token, holdId: hold.holdId });
    }
  });

  test("has ten requests standing at once, over all pools and many at once", async () => {
    const pools = await Promise.all(Array.from({ length: 4 }, () => poolOf(40)));
    const address = aHash();
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, i) => takeHold(requested(pools[i % 4]!.poolId, { address }))),
    );
    expect(many(answers, "taken")).toBe(10);
    expect(many(answers, "many-from-here")).toBe(14);
    expect(await takeHold(requested(pools[0]!.poolId))).toMatchObject({ kind: "taken" });
  });

  test("asks thirty times an hour for what comes to nothing", async () => {
    const { placeId, poolId } = await poolOf(100);
    const { token } = await seedStaff(database.owner, placeId);
    const address = aHash();
    const asked = async () => {
      const hold = requested(poolId, { address });
      const { kind } = await takeHold(hold);
      if (hold.holdId < "8")
        await cancelHold({ key: randomUUID(), holdId: hold.holdId, holder: hold.device });
      else await declineHold({ key: randomUUID(), holdId: hold.holdId, token, reason: "We are full." });
      return kind;
    };
    for (let n = 0; n < 30; n++) expect(await asked(), `request ${n + 1}`).toBe("taken");
    expect(await asked()).toBe("many-from-here");
    await database.owner`update hold_requests set at = at - interval '61 minutes'`;
    expect(await asked()).toBe("taken");
  });

  test("over its share still holds with a confirmed contact, and by phone", async () => {
    const { placeId, poolId } = await poolOf(3);
    const { token } = await seedStaff(database.owner, placeId);
    const address = aHash();
    for (let n = 0; n < 2; n++) {
      const hold = requested(poolId, { address });
      await takeHold(hold);
      await letPass(database.owner, hold.holdId, 15);
    }
    expect(await takeHold(requested(poolId, { address }))).toEqual({ kind: "many-from-here" });
    expect(await takeHold(wanted(poolId, { address }))).toMatchObject({ kind: "taken", confirmed: true });
    const call = { key: randomUUID(), token, holdId: randomUUID(), codeHash: aHash(), poolId, units: 1 };
    expect(await holdByPhone({ ...call, party: MOTHER_AND_TWO })).toMatchObject({ kind: "taken" });
  });

  test("is answered again for a request that was lost on the way, whatever network it comes from now", async () => {
    const { poolId } = await poolOf(10);
    const hold = requested(poolId);
    const first = await takeHold(hold);
    expect(await takeHold({ ...hold, address: aHash() })).toEqual(first);
    const [{ count }] = await database.owner<[{ count: number }]>`
      select count(*)::integer as count from hold_requests where hold_id = ${hold.holdId}`;
    expect(count).toBe(1);
  });
});

describe("a count that is no promise any more", () => {
  const doubt = (placeId: number) => database.owner`
    insert into door_reports (place_id, word, voice)
    values (${placeId}, 'full', sha256('a')), (${placeId}, 'closed', sha256('b'))`;

  test.each([
    ["nobody ever made", async () => poolOf(10, false)],
    [
      "is four hours old",
      async () => {
        const pool = await poolOf(10, false);
        const said = { key: randomUUID(), who: "desk", way: "command", poolId: pool.poolId } as const;
        await recordReport(database.owner, { ...said, saidAt: new Date(Date.now() - 4 * 3_600_000) });
        return pool;
      },
    ],
    [
      "two voices at the door doubt",
      async () => {
        const pool = await poolOf(10);
        await doubt(pool.placeId);
        return pool;
      },
    ],
  ])(
    "that %s holds nothing for a seeker; staff on the phone do, and a new count does",
    async (_words, made) => {
      const { placeId, poolId } = await made();
      expect(await takeHold(requested(poolId))).toEqual({ kind: "call-first" });
      expect(await takeHold(wanted(poolId))).toEqual({ kind: "call-first" });
      const { token } = await seedStaff(database.owner, placeId);
      const call = { key: randomUUID(), token, holdId: randomUUID(), codeHash: aHash(), poolId, units: 1 };
      expect(await holdByPhone({ ...call, party: MOTHER_AND_TWO })).toMatchObject({ kind: "taken" });
      await countPool(database.owner, poolId);
      expect(await takeHold(requested(poolId))).toMatchObject({ kind: "taken" });
    },
  );

  test("is still one a minute before four hours, and with one voice alone", async () => {
    const { placeId, poolId } = await poolOf(10, false);
    const said = { key: randomUUID(), who: "desk", way: "command", poolId } as const;
    await recordReport(database.owner, { ...said, saidAt: new Date(Date.now() - (4 * 60 - 1) * 60_000) });
    await database.owner`
      insert into door_reports (place_id, word, voice) values (${placeId}, 'full', sha256('a'))`;
    expect(await takeHold(requested(poolId))).toMatchObject({ kind: "taken" });
  });
});

test("what a hold says of the journey is never from where", async () => {
  const { poolId } = await poolOf(10);
  const journey = { by: "bus", from: "5th & Main" };
  await expect(takeHold(requested(poolId, { journey }))).rejects.toMatchObject({ code: "23514" });
});
