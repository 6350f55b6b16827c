import { beforeAll, describe, expect, it, vi } from "vitest";
import { placesIn } from "~/data/places.server";
import { findRegion } from "~/data/regions.server";
import { timetableOf } from "~/data/timetables.server";
import type { Journey, LatLon } from "~/domain/journey";
import type { Region } from "~/domain/region";
import { journeysFrom } from "~/transit/search/journeys";
import { handRoutesOf, removeHandRoute, saveHandRoute } from "~/data/hand-routes.server";
import { SAMPLE_HAND_ROUTES } from "../../../db/sample/hand-routes";
import { REAL_PLACES } from "../../../db/sample/facts";
import { ensureSample } from "../../../db/sample/ensure";
import { testDatabase } from "../../support/database";
import { seedPlace, seedPool, seedRegion } from "../../support/seeds";
import { tableSums } from "../../support/table-sums";

const database = testDatabase();
// A Tuesday in winter, 5 pm in Kansas City.
const tuesday = new Date("2025-01-21T23:00:00Z");
const seventhAndMinnesota: LatLon = { lat: 39.1155, lon: -94.6267 };
let region: Region;
let said: string[] = [];

async function startAt(now: Date): Promise<string[]> {
  said = [];
  await ensureSample(database.ownerUrl, { now, progress: (line) => said.push(line) });
  return said;
}

beforeAll(async () => {
  const other = await seedRegion(database.owner, "other");
  const { placeId } = await seedPlace(database.owner, other, { key: "place" });
  await seedPool(database.owner, placeId);
  await startAt(tuesday);
  region = (await findRegion("kck-sample"))!;
});

function later(days: number): Date {
  return new Date(tuesday.getTime() + days * 86_400_000);
}

async function rowsOfOthers(): Promise<unknown> {
  return database.owner`
    select regions, programs, sites, places, pools
    from regions
      join places using (region_id)
      join programs using (program_id)
      join sites on sites.site_id = places.site_id
      join pools using (place_id)
    where slug = 'other'`;
}

describe("the sample region", () => {
  it("is made at the first start, with its numbers to call, its fare and its ZIP codes", async () => {
    expect(said).toEqual([
      "Making the region Kansas City, Kansas (sample)",
      "Places: 25 new, 0 changed, 0 closed",
      "Bus lines 104 and 106 entered by hand",
      "Timetable of the 101 and 107 made for the next 60 days",
      "Invented counts stamped anew: 10",
    ]);
    expect(region).toMatchObject({
      isSample: true,
      languages: ["en", "es"],
      fare: { adultCents: 200, asOf: "2026-06-01" },
    });
    expect(region.hotlines.map(({ phone }) => phone)).toEqual(
      expect.arrayContaining(["2-1-1", "3-1-1", "816-221-0660", "816-468-5463", "911"]),
    );
    const [{ zips }] = await database.owner<[{ zips: string[] }]>`
      select array_agg(zip) as zips from region_zips where region_id = ${region.regionId}`;
    expect(zips).toEqual(expect.arrayContaining(["66101", "66102", "66104", "66105", "66106", "66109"]));
  });

  it("never has a count or a pool at a real place", async () => {
    const real = new Set(REAL_PLACES.map(({ name }) => name));
    const stored = await placesIn(region.regionId);
    expect(stored.filter(({ name }) => real.has(name))).toHaveLength(real.size);
    for (const { name, pools } of stored) {
      if (real.has(name)) expect(pools).toEqual([]);
      else expect(pools.every(({ lastReport }) => lastReport?.way === "sample")).toBe(true);
    }
    const [{ reports }] = await database.owner<[{ reports: number }]>`
      select count(*)::integer as reports
      from reports join pools using (pool_id) join places using (place_id)
      where source_key = any (${REAL_PLACES.map(({ key }) => `sample:${key}`)})`;
    expect(reports).toBe(0);
  });

  it("says that the warm room opens tonight, and nothing yet of the frost night", async () => {
    const [ember, frost] = ["Ember Room (sample)", "Frost Night (sample)"];
    // The word holds for real nights, whatever day the counts are stamped for.
    const real = new Date();
    await startAt(real);
    const stored = await placesIn(region.regionId);
    const words = (name: string) => stored.find((place) => place.name === name)!.hours.words;
    expect(words(ember!).length).toBeGreaterThanOrEqual(2);
    expect(words(ember!).every(({ open }) => open)).toBe(true);
    expect(words(frost!)).toEqual([]);
  });

  it("stamps the counts anew at each start, and changes nothing else", async () => {
    const now = new Date();
    await startAt(now);
    const before = await tableSums(database.owner);
    const again = await startAt(new Date(now.getTime() + 30_000));
    expect(again).toEqual(["Invented counts stamped anew: 10"]);
    const after = await tableSums(database.owner);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed.filter((table) => !["reports", "pools", "idempotency_keys"].includes(table))).toEqual([]);

    const house = (await placesIn(region.regionId)).find(({ name }) => name === "Example House (sample)")!;
    const [pool] = house.pools;
    expect(pool).toMatchObject({ capacity: 8, occupied: 5 });
    const minutes = (Date.now() - pool!.lastReport!.at.getTime()) / 60_000;
    expect(minutes).toBeGreaterThan(10);
    expect(minutes).toBeLessThan(13);
  });

  it("never touches another region", async () => {
    const before = await rowsOfOthers();
    await startAt(new Date());
    expect(await rowsOfOthers()).toEqual(before);
  });

  it("leaves a region of its name alone that is no sample", async () => {
    await database.owner`update regions set is_sample = false where slug = 'kck-sample'`;
    const before = await tableSums(database.owner);
    expect(await startAt(new Date())).toEqual(['A region "kck-sample" that is no sample is left alone']);
    expect(await tableSums(database.owner)).toEqual(before);
    await database.owner`update regions set is_sample = true where slug = 'kck-sample'`;
  });

  it("is left alone altogether where SAMPLE is off", async () => {
    vi.stubEnv("SAMPLE", "off");
    const before = await tableSums(database.owner);
    await startAt(new Date());
    expect(await tableSums(database.owner)).toEqual(before);
    vi.unstubAllEnvs();
  });

  it("keeps its own bus lines as they are here, and leaves one alone that somebody entered", async () => {
    const [sampleLine] = SAMPLE_HAND_ROUTES;
    await saveHandRoute(database.owner, region.regionId, { ...sampleLine, agency: "Bonner Springs" });
    await saveHandRoute(database.owner, region.regionId, { ...sampleLine, bothWays: false });
    expect(await startAt(new Date())).toContain("Bus lines 104 and 106 entered by hand");
    expect(await startAt(new Date())).not.toContain("Bus lines 104 and 106 entered by hand");
    const lines = await handRoutesOf(region.regionId);
    expect(lines.map(({ agency, bothWays }) => [agency, bothWays])).toEqual([
      ["Bonner Springs", true],
      ["Unified Government (sample)", true],
      ["Unified Government (sample)", true],
    ]);
    await removeHandRoute(database.owner, region.regionId, { ...sampleLine, agency: "Bonner Springs" });
  });

  it("brings back a place somebody changed or closed", async () => {
    await database.owner`
      update places set families = null, retired_at = clock_timestamp() where source_key = 'sample:example-house'`;
    expect(await startAt(new Date())).toContain("Places: 0 new, 1 changed, 0 closed");
    const house = (await placesIn(region.regionId)).find(({ name }) => name === "Example House (sample)")!;
    expect(house.admits.families).toBe(true);
  });
});

describe("the sample's timetable", () => {
  beforeAll(() => startAt(tuesday));

  async function covered(): Promise<{ startsOn: string; endsOn: string }> {
    const [row] = await database.owner<[{ startsOn: string; endsOn: string }]>`
      select starts_on, ends_on from active_feeds where region_id = ${region.regionId}`;
    return row;
  }

  it("covers today and the next 60 days at every start, and is made anew only when it would not", async () => {
    expect(await covered()).toEqual({ startsOn: "2025-01-14", endsOn: "2025-04-23" });
    await startAt(later(30));
    expect(await covered()).toEqual({ startsOn: "2025-01-14", endsOn: "2025-04-23" });
    await startAt(later(40));
    expect(await covered()).toEqual({ startsOn: "2025-02-23", endsOn: "2025-06-02" });
    await startAt(tuesday);
    expect(await covered()).toEqual({ startsOn: "2025-01-14", endsOn: "2025-04-23" });
  });

  async function waysToExampleHouse(at: string): Promise<Journey[]> {
    // A worker makes it: on a busy machine that takes its time to start.
    const { timetable } = await vi.waitFor(
      async () => {
        const loaded = await timetableOf(region);
        expect(loaded.timetable.coverage[0]).toBeDefined();
        return loaded;
      },
      { timeout: 15_000 },
    );
    const { site } = (await placesIn(region.regionId)).find(({ name }) => name === "Example House (sample)")!;
    const leaveFrom = new Date(at).getTime() / 1000;
    const door = { key: 1, lat: site.lat, lon: site.lon, opens: null, closes: null };
    const way = journeysFrom(timetable, { origin: seventhAndMinnesota, doors: [door], leaveFrom }).get(1)!;
    return way.kind === "journeys" ? way.journeys : [];
  }

  function lines(journeys: Journey[]): Set<string> {
    const rides = journeys.flatMap(({ legs }) => legs.filter((leg) => leg.kind === "ride"));
    return new Set(rides.map(({ route }) => route.shortName));
  }

  it("takes a family from 7th & Minnesota to Example House by the 107 at 5 pm on a weekday", async () => {
    expect(lines(await waysToExampleHouse("2025-01-21T17:00:00-06:00"))).toContain("107");
  });

  it("has no 107 any more at 6:30 pm: what is left is the 101 and a longer walk", async () => {
    const early = await waysToExampleHouse("2025-01-21T17:00:00-06:00");
    const late = await waysToExampleHouse("2025-01-21T18:30:00-06:00");
    expect([...lines(late)]).toEqual(["101"]);
    const outside = (journeys: Journey[]) => Math.min(...journeys.map(({ outdoorS }) => outdoorS));
    expect(outside(late)).toBeGreaterThan(outside(early));
  });

  it("has no 107 on a Sunday", async () => {
    expect(lines(await waysToExampleHouse("2025-01-26T12:00:00-06:00"))).not.toContain("107");
    expect(lines(await waysToExampleHouse("2025-01-25T12:00:00-06:00"))).toContain("107");
  });
});
