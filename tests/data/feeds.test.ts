import { randomBytes } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  activateFeed,
  activeFeeds,
  feedsOf,
  MOST_FEED_BYTES,
  storeFeed,
  withdrawFeed,
  type NewFeed,
} from "~/data/feeds.server";
import { addDays, localTime } from "~/domain/zone";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
let kck: number;
let omaha: number;

beforeAll(async () => {
  kck = await seedRegion(database.owner, "kck");
  omaha = await seedRegion(database.owner, "omaha");
});

const DATES = { startsOn: "2025-11-01", endsOn: "2027-01-31" };

function feed(regionId: number, name = "kcata", dates = DATES): NewFeed {
  const bounds = { south: 39, west: -95, north: 39.2, east: -94.5 };
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

/** Days from the region's today on. */
function day(days: number): string {
  return addDays(localTime(Date.now() / 1000, "America/Chicago").date, days);
}

describe("feeds of one name that begin on different days", () => {
  let region: number;
  let ids: Record<string, number>;

  beforeEach(async () => {
    region = await seedRegion(database.owner, `turns-${randomBytes(4).toString("hex")}`);
    ids = {};
  });

  async function activate(called: string, startsIn: number, endsIn = 300): Promise<string | null> {
    const dates = { startsOn: day(startsIn), endsOn: day(endsIn) };
    ids[called] = await stored({ ...feed(region, "kcata", dates), source: called }, Buffer.from(called));
    const answer = await activateFeed(database.owner, ids[called]);
    if (answer.kind !== "activated") throw new Error(answer.kind);
    return Object.keys(ids).find((each) => ids[each] === answer.replaced) ?? null;
  }

  const inForce = async () => (await activeFeeds(region)).map(({ bytes }) => Buffer.from(bytes).toString());
  const states = async () =>
    (await feedsOf(database.owner, region)).map(({ source, state }) => `${source} ${state}`).toSorted();

  test("one that begins later waits beside the one in force, which stays", async () => {
    expect(await activate("winter", -100)).toBeNull();
    expect(await activate("spring", 10)).toBeNull();
    expect(await inForce()).toEqual(["winter", "spring"]);
  });

  test("one that begins today or yesterday takes its place, and its last evening's buses still arrive", async () => {
    await activate("winter", -100);
    expect(await activate("spring", 0)).toBe("winter");
    expect(await inForce()).toEqual(["winter", "spring"]);
    expect(await activate("summer", -1)).toBe("spring");
    expect(await inForce()).toEqual(["winter", "summer"]);
    expect(await states()).toEqual(["spring retired", "summer active", "winter active"]);
  });

  test("one that began two days ago or before takes its place, and the one before is kept for a way back", async () => {
    await activate("winter", -100);
    expect(await activate("spring", -2)).toBe("winter");
    expect(await states()).toEqual(["spring active", "winter retired"]);
    expect(await inForce()).toEqual(["spring"]);
  });

  test("the one in force can be mended while the next one waits", async () => {
    await activate("winter", -100);
    await activate("spring", 10);
    expect(await activate("winter, mended", -100)).toBe("winter");
    expect(await inForce()).toEqual(["winter, mended", "spring"]);
    expect(await activate("winter, longer", -120)).toBe("winter, mended");
    expect(await inForce()).toEqual(["winter, longer", "spring"]);
  });

  test("one that waits is replaced by another for its day, and others keep theirs", async () => {
    await activate("winter", -100);
    await activate("summer", 90);
    await activate("spring", 10);
    expect(await activate("spring, mended", 10)).toBe("spring");
    expect(await inForce()).toEqual(["winter", "spring, mended", "summer"]);
    expect(await states()).toContain("spring retired");
  });

  test("putting the one before back in force takes out the one that began after it", async () => {
    await activate("winter", -100);
    await activate("spring", -1);
    expect(await inForce()).toEqual(["winter", "spring"]);
    expect(await activateFeed(database.owner, ids.winter!)).toMatchObject({ replaced: ids.spring });
    expect(await inForce()).toEqual(["winter"]);
    expect(await activateFeed(database.owner, ids.winter!)).toMatchObject({ replaced: null });
  });

  test("of one whose turn is over nothing is read any more, though no other was imported since", async () => {
    await activate("winter", -100);
    await activate("spring", 10);
    await database.owner`update feeds set starts_on = ${day(-1)} where feed_id = ${ids.spring!}`;
    expect(await inForce()).toEqual(["winter", "spring"]);
    await database.owner`update feeds set starts_on = ${day(-2)} where feed_id = ${ids.spring!}`;
    expect(await inForce()).toEqual(["spring"]);
    expect(await activate("summer", 90)).toBeNull();
    expect(await states()).toEqual(["spring active", "summer active", "winter retired"]);
  });

  test("a way back goes only when there is a newer one", async () => {
    await activate("winter", -100);
    await activate("spring", -50);
    await activate("summer", 90);
    expect(await states()).toEqual(["spring active", "summer active", "winter retired"]);
    await activate("spring, mended", -50);
    expect(await states()).toEqual(["spring retired", "spring, mended active", "summer active"]);
  });

  test("one that waits can be withdrawn, and so can the one in force: the one before goes on", async () => {
    await activate("winter", -100);
    await activate("spring", 0);
    await activate("summer", 90);
    const heard: string[] = [];
    const listening = await database.owner.listen("timetable_changed", (payload) => heard.push(payload));
    expect(await withdrawFeed(database.owner, ids.summer!)).toBe("withdrawn");
    expect(await withdrawFeed(database.owner, ids.spring!)).toBe("withdrawn");
    expect(await withdrawFeed(database.owner, ids.spring!)).toBe("not-active");
    expect(await withdrawFeed(database.owner, 987_654)).toBe("not-active");
    expect(await inForce()).toEqual(["winter"]);
    await expect.poll(() => heard).toEqual([String(region), String(region)]);
    await listening.unlisten();
  });

  test("twenty imports at once, for four days, leave one for each day", async () => {
    const starts = Array.from({ length: 20 }, (_, index) => 10 * (1 + (index % 4)));
    await Promise.all(starts.map((startsIn, index) => activate(`feed ${index}`, startsIn)));
    const kept = (await feedsOf(database.owner, region)).filter(({ state }) => state === "active");
    expect(kept.map(({ startsOn }) => startsOn).toSorted()).toEqual([10, 20, 30, 40].map(day));
  });
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
