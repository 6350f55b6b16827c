import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { doorWordsOf, sayAtDoor } from "~/data/door.server";
import { findPlace } from "~/data/places.server";
import { recordReport } from "~/data/reports.server";
import type { DoorWord } from "~/domain/door";
import { countsForAnyone } from "~/domain/pool";
import { testDatabase } from "../support/database";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let placeId: number;
let poolId: number;
let token: string;
let seeds = 0;

beforeEach(async () => {
  const { owner } = database;
  const regionId = await seedRegion(owner, `door-${++seeds}`);
  ({ placeId } = await seedPlace(owner, regionId, { key: `house-${seeds}` }));
  poolId = await seedPool(owner, placeId);
  ({ token } = await seedStaff(owner, placeId));
  await counted();
});

const someone = () => randomBytes(32);
const say = (word: DoorWord, voice = someone(), key: string = randomUUID()) =>
  sayAtDoor({ key, voice, placeId, word });
const counted = () =>
  recordReport(database.owner, {
    key: randomUUID(),
    who: "test",
    way: "command",
    poolId,
    occupied: 2,
  } as never);

/** What the public reads of the pool. */
async function worth() {
  const { place } = (await findPlace(placeId))!;
  return countsForAnyone(place.pools, Date.now() / 1000)[0]!.worth;
}

/** As if it had been said some minutes sooner. */
const sooner = (minutes: number) =>
  database.owner`
    update door_reports set said_at = said_at - ${minutes} * interval '1 minute' where place_id = ${placeId}`;

describe("words of the door", () => {
  test("one voice changes nothing, a second one makes people call first, and no number ever moves", async () => {
    const before =
      await database.owner`select capacity, occupied, version from pools where pool_id = ${poolId}`;
    expect(await say("full")).toEqual({ kind: "heard" });
    expect(await worth()).toMatchObject({ kind: "fresh" });
    expect(await say("closed")).toEqual({ kind: "heard" });
    expect(await worth()).toMatchObject({ kind: "call-first", doubted: true });
    expect(
      await database.owner`select capacity, occupied, version from pools where pool_id = ${poolId}`,
    ).toEqual(before);
  });

  test("one voice that says it twice is one voice, and its last word counts", async () => {
    const voice = someone();
    await say("full", voice);
    await say("closed", voice);
    expect(await worth()).toMatchObject({ kind: "fresh" });
    await say("full");
    expect(await worth()).toMatchObject({ kind: "call-first" });
    await say("got-in", voice);
    expect(await worth()).toMatchObject({ kind: "fresh" });
  });

  test("staff who count anew are believed again, and words of two hours ago are over", async () => {
    await say("full");
    await say("full");
    await counted();
    expect(await worth()).toMatchObject({ kind: "fresh" });
    await say("full");
    await say("full");
    expect(await worth()).toMatchObject({ kind: "call-first" });
    await database.owner`update reports set said_at = said_at - interval '3 hours' where pool_id = ${poolId}`.catch(
      () => undefined,
    );
    await sooner(121);
    expect(await worth()).not.toMatchObject({ doubted: true });
  });

  test("the same tap twice is one word", async () => {
    const [voice, key] = [someone(), randomUUID()];
    const both = await Promise.all([say("full", voice, key), say("full", voice, key)]);
    expect(both).toEqual([{ kind: "heard" }, { kind: "heard" }]);
    expect(await doorWordsOf(token, placeId)).toHaveLength(1);
    expect(await say("closed", voice, key)).toEqual({ kind: "key-used-otherwise" });
  });

  test("ten an hour of one voice are heard, however many are sent at once", async () => {
    const voice = someone();
    const all = await Promise.all(Array.from({ length: 15 }, () => say("full", voice)));
    expect(all.filter(({ kind }) => kind === "heard")).toHaveLength(10);
    expect(all.filter(({ kind }) => kind === "too-many")).toHaveLength(5);
  });

  test("whose voice it was is forgotten after two hours, by the next word said anywhere", async () => {
    await say("full");
    await sooner(125);
    await say("full");
    const [{ voices }] = await database.owner<[{ voices: number }]>`
      select count(voice) as voices from door_reports where place_id = ${placeId}`;
    expect(voices).toBe(1);
  });

  test("a place that is not listed, and a word nobody planned, are not heard", async () => {
    const stray = { key: randomUUID(), voice: someone(), word: "full" as const };
    expect(await sayAtDoor({ ...stray, placeId: 999_999_999 })).toEqual({ kind: "unknown-place" });
    expect(await say("burning" as never)).toEqual({ kind: "unknown-word" });
  });
});

test("staff of the place read them, and nobody else", async () => {
  await say("full");
  await say("got-in");
  const other = await seedPlace(database.owner, await seedRegion(database.owner, `other-${seeds}`), {
    key: `other-${seeds}`,
  });
  const stranger = await seedStaff(database.owner, other.placeId);
  expect((await doorWordsOf(token, placeId)).map(({ word }) => word)).toEqual(["got-in", "full"]);
  expect(await doorWordsOf(stranger.token, placeId)).toEqual([]);
  expect(await doorWordsOf("nobody", placeId)).toEqual([]);
});
