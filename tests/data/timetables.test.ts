import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { sql } from "~/data/database.server";
import { activateFeed, storeFeed } from "~/data/feeds.server";
import { findRegion } from "~/data/regions.server";
import { DatabaseAway } from "~/data/connection.server";
import { timetableOf, Timetables } from "~/data/timetables.server";
import { builtApart } from "~/data/timetables/worker.server";
import type { Region } from "~/domain/region";
import type { Build } from "~/data/timetables/load.server";
import { feedFacts, readFeed } from "~/transit/gtfs/read-feed";
import { keepHandRoutes } from "../../db/sample/keep-hand-routes";
import { SAMPLE_HAND_ROUTES } from "../../db/sample/hand-routes";
import { makeSampleFeed, zipped } from "../../db/sample/make-gtfs";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
let region: Region;
let count = 0;

beforeEach(async () => {
  const slug = `region-${++count}`;
  await seedRegion(database.owner, slug);
  region = (await findRegion(slug))!;
});

const winter = makeSampleFeed("2026-01-01", "2026-03-31");
const only107 = new Map([...winter, ["trips.txt", linesWith("trips.txt", /^route_id|^107/)]]);
only107.set("stop_times.txt", linesWith("stop_times.txt", /^trip_id|^107/));

function linesWith(file: string, kept: RegExp): Uint8Array {
  const lines = new TextDecoder().decode(winter.get(file)).split("\r\n");
  return new TextEncoder().encode(lines.filter((line) => kept.test(line)).join("\n"));
}

async function putInForce(files: Map<string, Uint8Array>, { bytes = zipped(files), name = "kcata" } = {}) {
  const read = readFeed(files);
  if (read.kind === "refused") throw new Error(read.faults[0].reason);
  const feed = { regionId: region.regionId, name, source: "test", facts: feedFacts(read.feed), warnings: [] };
  const stored = await storeFeed(database.owner, feed, [bytes]);
  if (stored.kind !== "stored") throw new Error(stored.kind);
  return activateFeed(database.owner, stored.feedId);
}

function routesOf({ lines }: Awaited<ReturnType<typeof timetableOf>>): string[] {
  return lines.map(({ route }) => route.shortName).toSorted();
}

describe("a region's timetable", () => {
  it("is all its feeds and hand-entered routes, with their lines and stops", async () => {
    await putInForce(winter);
    await keepHandRoutes(database.owner, region.regionId, SAMPLE_HAND_ROUTES);
    const loaded = await timetableOf(region);
    expect(routesOf(loaded)).toEqual(["101", "104", "106", "107"]);
    expect(loaded.stops.map(({ name }) => name)).toContain("7th & Minnesota");
  });

  it("is empty, and an answer, where a region has neither", async () => {
    expect(routesOf(await timetableOf(region))).toEqual([]);
  });

  it("is loaded once for all who ask at once, and kept", async () => {
    await putInForce(winter);
    const [one, other] = await Promise.all([timetableOf(region), timetableOf(region)]);
    expect(other).toBe(one);
    expect(await timetableOf(region)).toBe(one);
  });

  it("is swapped when another feed is put in force; who has the old one keeps it whole", async () => {
    await putInForce(winter);
    const old = await timetableOf(region);
    await putInForce(only107);
    await vi.waitFor(async () => expect(routesOf(await timetableOf(region))).toEqual(["107"]), 10_000);
    expect(routesOf(old)).toEqual(["101", "107"]);
    expect((await timetableOf(region)).version).not.toBe(old.version);
  });

  it("answers with the old one while the new one is made", async () => {
    await putInForce(winter);
    const old = await timetableOf(region);
    await putInForce(only107);
    const seen = new Set<string>();
    await vi.waitFor(async () => {
      const asked = performance.now();
      const now = await timetableOf(region);
      expect(performance.now() - asked).toBeLessThan(1_000);
      seen.add(now.version);
      expect(now.version).not.toBe(old.version);
    }, 10_000);
    expect(seen.size).toBeLessThanOrEqual(2);
  });

  it("takes hand-entered routes that are entered later", async () => {
    await timetableOf(region);
    await keepHandRoutes(database.owner, region.regionId, SAMPLE_HAND_ROUTES);
    await vi.waitFor(async () => expect(routesOf(await timetableOf(region))).toEqual(["104", "106"]), 10_000);
  });

  it("stays in use when the feed stored next is broken", async () => {
    await putInForce(winter);
    const old = await timetableOf(region);
    const broken = zipSync({ "agency.txt": Buffer.from("no such thing") });
    await putInForce(only107, { bytes: broken });
    await sleep(700);
    expect(await timetableOf(region)).toBe(old);
    await putInForce(only107);
    await vi.waitFor(async () => expect(routesOf(await timetableOf(region))).toEqual(["107"]), 10_000);
  });

  it("begins with what can be read, where one of two feeds is broken from the start", async () => {
    await putInForce(only107, {
      name: "broken",
      bytes: zipSync({ "agency.txt": Buffer.from("no such thing") }),
    });
    await putInForce(only107);
    expect(routesOf(await timetableOf(region))).toEqual(["107"]);
  });

  it("is read again after the connection that brings the news was lost", async () => {
    await putInForce(winter);
    const old = await timetableOf(region);
    // Deaf: this change is said while nobody listens.
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where usename = session_user and query like 'listen%'`;
    await putInForce(only107);
    await vi.waitFor(async () => expect(routesOf(await timetableOf(region))).toEqual(["107"]), 10_000);
    expect(routesOf(old)).toEqual(["101", "107"]);
  });

  it("is not loaded again when nothing of its own was changed", async () => {
    await putInForce(winter);
    const old = await timetableOf(region);
    await database.owner`select pg_notify('timetable_changed', ${String(region.regionId)})`;
    await sleep(500);
    expect(await timetableOf(region)).toBe(old);
  });
});

describe("a process", () => {
  const entry = fileURLToPath(new URL("./timetables/workers/dies.ts", import.meta.url));
  const dying: Build = (parts) => builtApart(parts, { entry });

  it("loads once for fifty who ask at once", async () => {
    await putInForce(winter);
    let builds = 0;
    const timetables = new Timetables({ build: (parts) => (builds++, builtApart(parts)) });
    const all = await Promise.all(Array.from({ length: 50 }, () => timetables.of(region)));
    expect(builds).toBe(1);
    expect(new Set(all).size).toBe(1);
  });

  it("goes on with the timetable in use where a worker dies, and takes the next one that is made", async () => {
    await putInForce(winter);
    let build: Build = builtApart;
    const timetables = new Timetables({ build: (parts) => build(parts) });
    const old = await timetables.of(region);
    build = dying;
    await putInForce(only107);
    await sleep(1_500);
    expect(await timetables.of(region)).toBe(old);
    build = builtApart;
    await database.owner`select pg_notify('timetable_changed', ${String(region.regionId)})`;
    await vi.waitFor(async () => expect(routesOf(await timetables.of(region))).toEqual(["107"]), 10_000);
  });

  it("begins with the lines entered by hand where no worker comes to its end, until one does", async () => {
    await putInForce(winter);
    await keepHandRoutes(database.owner, region.regionId, SAMPLE_HAND_ROUTES);
    let build: Build = dying;
    const timetables = new Timetables({ build: (parts) => build(parts) });
    expect(routesOf(await timetables.of(region))).toEqual(["104", "106"]);
    build = builtApart;
    await database.owner`select pg_notify('timetable_changed', ${String(region.regionId)})`;
    const whole = ["101", "104", "106", "107"];
    await vi.waitFor(async () => expect(routesOf(await timetables.of(region))).toEqual(whole), 10_000);
  });

  it("says that it cannot answer yet where the first load takes its time, and answers later", async () => {
    await putInForce(winter);
    const timetables = new Timetables({ firstWaitMs: 20 });
    await expect(timetables.of(region)).rejects.toBeInstanceOf(DatabaseAway);
    await vi.waitFor(
      async () => expect(routesOf(await timetables.of(region))).toEqual(["101", "107"]),
      10_000,
    );
  });
});
