import { beforeEach, describe, expect, test } from "vitest";
import { accessOf, accessOfAll } from "~/data/access.server";
import { activateFeed, storeFeed } from "~/data/feeds.server";
import { findRegion } from "~/data/regions.server";
import { timetableOf } from "~/data/timetables.server";
import type { AccessFound } from "~/domain/access";
import type { Region } from "~/domain/region";
import { addDays, localTime } from "~/domain/zone";
import { accessAt } from "~/transit/access/access";
import { departureTable } from "~/transit/access/departures";
import { dayNumber } from "~/transit/timetable/calendar";
import { feedFacts, readFeed } from "~/transit/gtfs/read-feed";
import { keepHandRoutes } from "../../db/sample/keep-hand-routes";
import { SAMPLE_HAND_ROUTES } from "../../db/sample/hand-routes";
import { makeSampleFeed, zipped } from "../../db/sample/make-gtfs";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
const corner = { lat: 39.115464, lon: -94.62653 };
let region: Region;
let count = 0;

beforeEach(async () => {
  const slug = `region-${++count}`;
  await seedRegion(database.owner, slug);
  region = (await findRegion(slug))!;
});

async function putInForce(from: string, until: string) {
  const files = makeSampleFeed(from, until);
  const read = readFeed(files);
  if (read.kind === "refused") throw new Error(read.faults[0].reason);
  const facts = feedFacts(read.feed);
  const feed = { regionId: region.regionId, name: "kcata", source: "test", facts, warnings: [] };
  const stored = await storeFeed(database.owner, feed, [zipped(files)]);
  if (stored.kind !== "stored") throw new Error(stored.kind);
  await activateFeed(database.owner, stored.feedId);
}

function accessIn(found: AccessFound) {
  if (found.kind === "none") throw new Error(found.reason);
  return found;
}

const noon = (date: string) => new Date(`${date}T12:00:00-06:00`);

describe("the access of a point", () => {
  test("is read from the table that was made with the timetable", async () => {
    const now = new Date();
    const today = localTime(now.getTime() / 1000, region.timeZone).date;
    await putInForce(today, addDays(today, 60));
    const { timetable, departures } = await timetableOf(region);
    expect(departures).toEqual(departureTable(timetable, dayNumber(today)));
    const found = accessIn(await accessOf(region, corner, now));
    expect(found).toMatchObject({ from: today, until: addDays(today, 6) });
    expect(found.access).toEqual(accessAt(departures!, timetable, corner));
    expect(found.access.score).toBeGreaterThan(20);
    expect(found.access.routes[0]!.route.shortName).toBe("101");
  });

  test("goes on with yesterday's week until today's is made", async () => {
    await putInForce("2026-01-01", "2026-03-31");
    const weekAt = async (date: string) => accessIn(await accessOf(region, corner, noon(date))).from;
    expect(await weekAt("2026-01-14")).toBe("2026-01-14");
    expect(await weekAt("2026-01-15")).toBe("2026-01-14");
    await expect.poll(() => weekAt("2026-01-15")).toBe("2026-01-15");
    // A week older than that is not waited with.
    expect(await weekAt("2026-02-20")).toBe("2026-02-20");
  });

  test("is that of the region's day, not of the server's", async () => {
    await putInForce("2026-01-01", "2026-03-31");
    const lateEvening = new Date("2026-01-15T05:00:00Z");
    expect(accessIn(await accessOf(region, corner, lateEvening)).from).toBe("2026-01-14");
  });

  test("is none, and says why, without a timetable and after the last one ended", async () => {
    expect(await accessOf(region, corner, noon("2026-01-14"))).toEqual({
      kind: "none",
      reason: "no-timetable",
    });
    await putInForce("2026-01-01", "2026-01-31");
    const found = () => accessOf(region, corner, noon("2026-02-01"));
    await expect
      .poll(found, { timeout: 5_000 })
      .toEqual({ kind: "none", reason: "feed-expired", endedOn: "2026-01-31" });
  });

  test("comes from hand-entered routes alone too, and says that they are estimated", async () => {
    await keepHandRoutes(database.owner, region.regionId, SAMPLE_HAND_ROUTES);
    const { access } = accessIn(await accessOf(region, corner, noon("2026-01-14")));
    expect(access.routes.map(({ estimated }) => estimated)).toEqual([true, true]);
    expect(access.span).toMatchObject({ saturday: null, sunday: null });
  });

  test("of many points is that of each, in their order", async () => {
    await putInForce("2026-01-01", "2026-03-31");
    const points = [corner, { lat: 39.12, lon: -94.63 }, { lat: 38, lon: -94 }];
    const now = noon("2026-01-14");
    const all = await accessOfAll(region, points, now);
    expect(all).toEqual(await Promise.all(points.map((point) => accessOf(region, point, now))));
    expect(accessIn(all[2]!).access.score).toBe(0);
  });
});
