import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { logOf } from "~/data/board.server";
import { NEVER_SEEN, openTonight, report, reportExtra, type StaffReport } from "~/data/reports.server";
import { testDatabase } from "../support/database";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let hopeHouse: { placeId: number; poolId: number };
let elsewhere: { placeId: number; poolId: number };
let ana: { personId: number; token: string };
let today: string;

beforeAll(async () => {
  const { owner } = database;
  const regionId = await seedRegion(owner);
  const placed = async (key: string) => {
    const { placeId } = await seedPlace(owner, regionId, { key });
    return { placeId, poolId: await seedPool(owner, placeId) };
  };
  [hopeHouse, elsewhere] = [await placed("hope-house"), await placed("elsewhere")];
  ana = await seedStaff(owner, hopeHouse.placeId);
  [{ today }] = await owner<[{ today: string }]>`
    select (now() at time zone 'America/Chicago')::date as today`;
});

const said = (more: Partial<StaffReport> = {}): StaffReport => ({
  key: randomUUID(),
  token: ana.token,
  poolId: hopeHouse.poolId,
  ...more,
});

describe("staff", () => {
  test("set the count of a pool of theirs, and are named beside it", async () => {
    const answer = await report(said({ occupied: 3 }));
    expect(answer).toMatchObject({ kind: "reported", applied: true });
    const [kept] = await database.owner`
      select way, who, occupied from reports where pool_id = ${hopeHouse.poolId}
      order by report_id desc limit 1`;
    expect({ ...kept }).toEqual({ way: "web", who: `person ${ana.personId}`, occupied: 3 });
    const [line] = await logOf(ana.token, hopeHouse.placeId, 1);
    expect(line).toMatchObject({ who: "Ana", occupied: 3, way: "web" });
    const stranger = await seedStaff(database.owner, elsewhere.placeId, { name: "Eve" });
    expect(await logOf(stranger.token, hopeHouse.placeId, 1)).toEqual([]);
  });

  test("cannot tell a pool of somebody else's from one that is not there", async () => {
    expect(await report(said({ poolId: elsewhere.poolId, occupied: 1 }))).toEqual({ kind: "unknown-pool" });
    expect(await report(said({ poolId: 987_654, occupied: 1 }))).toEqual({ kind: "unknown-pool" });
    const night = { key: randomUUID(), token: ana.token, night: today, open: true };
    expect(await openTonight({ ...night, placeId: elsewhere.placeId })).toEqual({ kind: "unknown-place" });
    expect(await openTonight({ ...night, placeId: hopeHouse.placeId })).toMatchObject({ kind: "said" });
  });

  test("say nothing with a session that is over, ended, disabled or nobody's", async () => {
    const { owner } = database;
    const signedOut = { kind: "signed-out" };
    expect(await report(said({ token: "nobody's" }))).toEqual(signedOut);
    const over = await seedStaff(owner, hopeHouse.placeId, { name: "Over" });
    await owner`update sessions set until = clock_timestamp() where person_id = ${over.personId}`;
    expect(await report(said({ token: over.token }))).toEqual(signedOut);
    const gone = await seedStaff(owner, hopeHouse.placeId, { name: "Gone" });
    await owner`update people set disabled_at = clock_timestamp() where person_id = ${gone.personId}`;
    expect(await report(said({ token: gone.token }))).toEqual(signedOut);
    expect(
      await openTonight({ ...said({ token: gone.token }), placeId: 1, night: today, open: true }),
    ).toEqual(signedOut);
  });

  test("who saw another count change nothing, and are told the count there is", async () => {
    const first = await report(said({ occupied: 4 }));
    if (first.kind !== "reported") throw new Error(first.kind);
    await report(said({ occupied: 6 }));
    const late = said({ occupied: 5, seenVersion: first.version });
    const answer = { kind: "moved-on", occupied: 6, capacity: 10, version: first.version + 1 };
    expect(await report(late)).toMatchObject(answer);
    expect(await report(late)).toMatchObject(answer);
    expect(await report(said({ occupied: 5, seenVersion: first.version + 1 }))).toMatchObject({
      kind: "reported",
    });
  });

  test("who is asked about one has said nothing: the same, that was still on its way, does nothing when it comes", async () => {
    const first = await report(said({ occupied: 4 }));
    if (first.kind !== "reported") throw new Error(first.kind);
    const tap = said({ occupied: 9, seenVersion: first.version });
    expect(await report({ ...tap, seenVersion: NEVER_SEEN })).toMatchObject({
      kind: "moved-on",
      occupied: 4,
    });
    expect(await report(tap)).toMatchObject({ kind: "moved-on", occupied: 4 });
    const [{ version }] = await database.owner<[{ version: number }]>`
      select version from pools where pool_id = ${first.poolId}`;
    expect(version).toBe(first.version);
    // They went back, and said otherwise by a form of the same page; the first may still come.
    const more = { units: 1, until: new Date(Date.now() + 3_600_000), seenVersion: version };
    expect(await reportExtra({ ...tap, ...more })).toMatchObject({ kind: "reported" });
    expect(await report(tap)).toMatchObject({ kind: "moved-on", occupied: 4 });
    const again = said({ occupied: 9, seenVersion: version + 1 });
    expect(await report({ ...again, seenVersion: NEVER_SEEN })).toMatchObject({ kind: "moved-on" });
    expect(await report({ ...again, occupied: 5 })).toMatchObject({ kind: "reported" });
    expect(await report(again)).toMatchObject({ kind: "moved-on", occupied: 4 });
  });

  test("one tap sent a hundred times is one report", async () => {
    const tap = said({ occupied: 7 });
    const answers = await Promise.all(Array.from({ length: 100 }, () => report(tap)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const other = await seedStaff(database.owner, hopeHouse.placeId, { name: "Ben" });
    expect(await report({ ...tap, token: other.token })).toEqual({ kind: "key-used-otherwise" });
  });
});
