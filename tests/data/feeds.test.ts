import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import {
  activateFeed,
  activeFeeds,
  feedsOf,
  MOST_FEED_BYTES,
  storeFeed,
  type NewFeed,
} from "~/data/feeds.server";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
let kck: number;
let omaha: number;

beforeAll(async () => {
  kck = await seedRegion(database.owner, "kck");
  omaha = await seedRegion(database.owner, "omaha");
});

function feed(regionId: number, name = "kcata"): NewFeed {
  const bounds = { south: 39, west: -95, north: 39.2, east: -94.5 };
  const dates = { startsOn: "2026-11-01", endsOn: "2027-01-31" };
  const facts = {
    agencies: ["RideKC"],
    timeZone: "America/Chicago",
    stops: 2,
    trips: 1,
    stopTimes: 2,
    bounds,
    ...dates,
  };
  return { regionId, name, source: "kcata.zip", facts, warnings: [] };
}

async function stored(of: NewFeed, bytes: Uint8Array): Promise<number> {
  const answer = await storeFeed(database.owner, of, [bytes]);
  if (answer.kind !== "stored") throw new Error(answer.kind);
  return answer.feedId;
}

const hashes = async (regionId: number) =>
  (await activeFeeds(regionId)).map(({ name, bytes }) => ({
    name,
    bytes: Buffer.from(bytes).toString("base64"),
  }));

test("a feed comes back byte for byte, however it was cut on its way in", async () => {
  const bytes = randomBytes(3 * 1024 * 1024 + 17);
  async function* inPieces() {
    for (let at = 0; at < bytes.length; at += 333_333) yield bytes.subarray(at, at + 333_333);
  }
  const answer = await storeFeed(database.owner, feed(kck), inPieces());
  expect(answer.kind).toBe("stored");
  expect(await activeFeeds(kck)).toEqual([]);

  const feedId = answer.kind === "stored" ? answer.feedId : 0;
  expect(await activateFeed(database.owner, feedId)).toEqual({ kind: "activated", feedId, replaced: null });
  const [active] = await activeFeeds(kck);
  expect(active).toMatchObject({ feedId, name: "kcata" });
  expect(Buffer.compare(active!.bytes, bytes)).toBe(0);
});

test("a feed of exactly one part, and of one byte, is whole too", async () => {
  const region = await seedRegion(database.owner, "sizes");
  for (const [name, size] of [
    ["one-part", 1024 * 1024],
    ["one-byte", 1],
  ] as const) {
    await activateFeed(database.owner, await stored(feed(region, name), Buffer.alloc(size, 7)));
  }
  expect((await activeFeeds(region)).map(({ name, bytes }) => [name, bytes.length])).toEqual([
    ["one-byte", 1],
    ["one-part", 1024 * 1024],
  ]);
});

test("a feed over 64 MB is refused while it streams in, and nothing of it stays", async () => {
  let taken = 0;
  function* endless() {
    for (;;) {
      taken += 4 * 1024 * 1024;
      yield Buffer.alloc(4 * 1024 * 1024);
    }
  }
  const before = await feedsOf(database.owner, omaha);
  expect(await storeFeed(database.owner, feed(omaha), endless())).toEqual({ kind: "too-large" });
  expect(taken).toBeLessThanOrEqual(MOST_FEED_BYTES + 8 * 1024 * 1024);
  expect(await feedsOf(database.owner, omaha)).toEqual(before);
});

test("a stream that breaks, or brings nothing, leaves nothing behind", async () => {
  async function* broken() {
    yield Buffer.alloc(2 * 1024 * 1024);
    throw new Error("the line was cut");
  }
  await expect(storeFeed(database.owner, feed(omaha), broken())).rejects.toThrow("the line was cut");
  expect(await storeFeed(database.owner, feed(omaha), [])).toEqual({ kind: "empty" });
  expect(await feedsOf(database.owner, omaha)).toEqual([]);
});

test("the next feed takes the place of the one before in its name and region only, and the way back stays", async () => {
  const first = await stored(feed(omaha, "metro"), Buffer.from("first"));
  const second = await stored(feed(omaha, "metro"), Buffer.from("second"));
  const third = await stored(feed(omaha, "metro"), Buffer.from("third"));
  const other = await stored(feed(omaha, "streetcar"), Buffer.from("streetcar"));
  const elsewhere = await stored(feed(kck, "metro"), Buffer.from("elsewhere"));
  for (const feedId of [first, other, elsewhere, second, third]) await activateFeed(database.owner, feedId);

  const kept = (await feedsOf(database.owner, omaha)).map(({ feedId, state }) => ({ feedId, state }));
  expect(kept).toEqual([
    { feedId: third, state: "active" },
    { feedId: second, state: "retired" },
    { feedId: other, state: "active" },
  ]);
  expect(await activateFeed(database.owner, second)).toEqual({
    kind: "activated",
    feedId: second,
    replaced: third,
  });
  expect((await hashes(omaha)).map(({ bytes }) => Buffer.from(bytes, "base64").toString())).toEqual([
    "second",
    "streetcar",
  ]);
});

test("twenty activations at once leave one active feed of the name", async () => {
  const region = await seedRegion(database.owner, "rush");
  const ids = await Promise.all(
    Array.from({ length: 20 }, (_, index) => stored(feed(region), Buffer.from(`feed ${index}`))),
  );
  await Promise.all(ids.map((feedId) => activateFeed(database.owner, feedId)));
  expect(await activeFeeds(region)).toHaveLength(1);
});

test("an activation is announced to the region it is for", async () => {
  const heard: string[] = [];
  const listening = await database.owner.listen("timetable_changed", (payload) => heard.push(payload));
  const feedId = await stored(feed(omaha, "announced"), Buffer.from("zip"));
  expect(heard).toEqual([]);
  await activateFeed(database.owner, feedId);
  await expect.poll(() => heard).toEqual([String(omaha)]);
  await listening.unlisten();
});

test("what is not whole, not checked or not there is not put in force", async () => {
  const { owner } = database;
  const cut = await stored(feed(omaha, "cut"), randomBytes(2 * 1024 * 1024));
  await owner`delete from feed_parts where feed_id = ${cut} and part = 1`;
  const altered = await stored(feed(omaha, "cut"), Buffer.from("abc"));
  await owner`update feed_parts set bytes = 'abd' where feed_id = ${altered}`;
  const [{ feedId: coming }] = await owner<[{ feedId: number }]>`
    insert into feeds (region_id, name, source) values (${omaha}, 'cut', 'coming.zip') returning feed_id`;

  expect(await activateFeed(owner, cut)).toEqual({ kind: "not-whole" });
  expect(await activateFeed(owner, altered)).toEqual({ kind: "not-whole" });
  expect(await activateFeed(owner, coming)).toEqual({ kind: "not-checked" });
  expect(await activateFeed(owner, 987_654)).toEqual({ kind: "unknown-feed" });
});

test("feeds replaced while they are read are read whole all the same", async () => {
  const region = await seedRegion(database.owner, "moving");
  const bytes = ["a", "b", "c", "d"].map((letter) => Buffer.alloc(3 * 1024 * 1024, letter));
  const ids = await Promise.all(bytes.map((each) => stored(feed(region), each)));
  await activateFeed(database.owner, ids[0]!);
  const reading = Promise.all(Array.from({ length: 6 }, () => activeFeeds(region)));
  for (const feedId of ids.slice(1)) await activateFeed(database.owner, feedId);
  for (const feeds of await reading) {
    expect(feeds).toHaveLength(1);
    expect(bytes.some((each) => Buffer.compare(each, feeds[0]!.bytes) === 0)).toBe(true);
  }
});
