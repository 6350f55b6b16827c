import { beforeAll, describe, expect, test } from "vitest";
import { activateFeed, feedsOf, storeFeed } from "~/data/feeds.server";
import { findRegion } from "~/data/regions.server";
import { placeTonight, tonightFor } from "~/data/tonight.server";
import { whereIs } from "~/data/where.server";
import { lettingIn } from "~/domain/hours/opening";
import type { LatLon } from "~/domain/journey";
import { ONE_ADULT, type Party } from "~/domain/party";
import type { Region } from "~/domain/region";
import { feedFacts, readFeed } from "~/transit/gtfs/read-feed";
import { ensureSample } from "../../db/sample/ensure";
import { SAMPLE_HAND_ROUTES } from "../../db/sample/hand-routes";
import { keepHandRoutes } from "../../db/sample/keep-hand-routes";
import { makeSampleFeed, zipped } from "../../db/sample/make-gtfs";
import { testDatabase } from "../support/database";
import { at } from "../support/hours";
import { seedPlace, seedRegion, seedRoom } from "../support/seeds";

const database = testDatabase();
const evening = new Date(at("2026-01-15 17:35") * 1000);
const family: Party = { ...ONE_ADULT, adults: 1, childAges: [6, 9] };
const aNow = { kind: "now" } as const;
let region: Region;
let corner: LatLon;
let roomId: number;

beforeAll(async () => {
  await ensureSample(database.ownerUrl, { now: evening });
  region = (await findRegion("kck-sample"))!;
  ({ placeId: roomId } = await seedRoom(database.owner, region.regionId, "Secret Home"));
  const { where } = await whereIs("7th & Minnesota", null);
  if (where.kind !== "found") throw new Error("the sample has no 7th & Minnesota");
  corner = where.at;
});

describe("the demonstration: a mother with two children at 7th & Minnesota, a weekday evening", () => {
  test("a bed for the night comes first, with when to leave and minutes outside", async () => {
    const tonight = await tonightFor(region, corner, family, aNow, evening);
    const [first] = tonight.options;
    expect(first).toMatchObject({ number: 1, standing: "takes-you", fit: { kind: "yes" } });
    expect(first!.place.kind).toBe("shelter");
    expect(tonight.sleepsYou).toBeGreaterThan(0);
    expect(first!.best!.leaveBy).toBeGreaterThanOrEqual(tonight.from);
    expect(first!.best!.legs.length).toBeGreaterThan(0);
    expect(tonight.warmNow?.opening.kind).toBe("open");
  });

  test("a room in a home is in no answer, has no page, and is no name to type", async () => {
    const tonight = await tonightFor(region, corner, family, aNow, evening);
    expect(JSON.stringify(tonight)).not.toContain("Secret Home");
    expect(await placeTonight(roomId, corner, family, aNow, evening)).toBeUndefined();
    expect((await whereIs("Secret Home", null)).where.kind).toBe("not-found");
  });
});

describe("at every hour of two days, for every kind of party", () => {
  const parties: Party[] = [ONE_ADULT, family, { ...family, childAges: [1], together: true }];
  const hours = Array.from({ length: 16 }, (_, index) => index * 3);

  test.each(hours)("%d hours on, nobody is sent to a door that will not let them in", async (hour) => {
    const now = new Date(evening.getTime() + hour * 3_600_000);
    for (const party of parties) {
      const { options, from, warmNow } = await tonightFor(region, corner, party, aNow, now);
      expect(options.map(({ number }) => number)).toEqual(options.map((_, index) => index + 1));
      for (const { best, sooner, opening, standing, fit } of options) {
        const letsIn = lettingIn(opening);
        for (const journey of [best, sooner].filter((it) => it !== null)) {
          expect(journey.leaveBy).toBeGreaterThanOrEqual(from);
          expect(journey.enters).toBeGreaterThanOrEqual(journey.leaveBy);
          if (letsIn?.until) expect(journey.arrives).toBeLessThanOrEqual(letsIn.until);
          if (letsIn && letsIn.from > from) expect(journey.enters).toBeGreaterThanOrEqual(letsIn.from);
          if (sooner && best) expect(sooner.enters).toBeLessThan(best.enters);
        }
        if (!letsIn && opening.kind !== "unknown") expect(best).toBeNull();
        if (standing === "takes-you") expect([fit.kind, letsIn !== null]).toEqual(["yes", true]);
      }
      if (warmNow) expect(warmNow.opening.kind).toBe("open");
    }
  });
});

describe("the time asked for", () => {
  test("is the evening's, counted from now in the age of counts only", async () => {
    const tonight = await tonightFor(region, corner, family, { kind: "at", minutes: 20 * 60 }, evening);
    expect(tonight).toMatchObject({ now: at("2026-01-15 17:35"), from: at("2026-01-15 20:00") });
    const leaving = tonight.options.flatMap(({ best }) => (best ? [best.leaveBy] : []));
    expect(Math.min(...leaving)).toBeGreaterThanOrEqual(tonight.from);
  });

  test("past the hour it is tomorrow's", async () => {
    const tonight = await tonightFor(region, corner, family, { kind: "at", minutes: 7 * 60 }, evening);
    expect(tonight.from).toBe(at("2026-01-16 07:00"));
  });
});

describe("one place", () => {
  test("has the same option as the list, a later and an earlier choice around it, its hours, and the morning", async () => {
    const tonight = await tonightFor(region, corner, family, aNow, evening);
    let others = 0;
    for (const option of tonight.options) {
      const it = await placeTonight(option.place.placeId, corner, family, aNow, evening);
      expect(it!.option).toEqual({ ...option, number: 1 });
      expect(it!.hours.length).toBeGreaterThan(0);
      if (it!.later) expect(it!.later.leaveBy).toBeGreaterThan(option.best!.leaveBy);
      expect(it!.earlier).toEqual(option.sooner);
      others += (it!.later ? 1 : 0) + (it!.earlier ? 1 : 0);
    }
    expect(others).toBeGreaterThan(5);
  });

  test("says the last chance before they stop letting people in, and a way with fewer buses only where it has fewer", async () => {
    const tonight = await tonightFor(region, corner, family, aNow, evening);
    let lasts = 0;
    for (const { place, best, opening } of tonight.options) {
      const { lastChance, fewerBuses } = (await placeTonight(place.placeId, corner, family, aNow, evening))!;
      if (fewerBuses) expect(fewerBuses.boardings).toBeLessThan(best!.boardings);
      if (!lastChance) continue;
      lasts++;
      expect(lastChance.leaveBy).toBeGreaterThanOrEqual(best!.leaveBy);
      expect(lastChance.arrives).toBeLessThanOrEqual(lettingIn(opening)!.until ?? Infinity);
    }
    expect(lasts).toBeGreaterThan(2);
  });

  test("says where to be when the doors close in the morning, and how to get there from it", async () => {
    const tonight = await tonightFor(region, corner, family, aNow, evening);
    const bed = tonight.options.find(
      ({ standing, place }) => standing === "takes-you" && place.kind === "shelter",
    )!;
    const { morning } = (await placeTonight(bed.place.placeId, corner, family, aNow, evening))!;
    expect(morning!.closes).toBeGreaterThan(at("2026-01-16 05:00"));
    expect(morning!.next.length).toBeGreaterThan(0);
    for (const { best, place, standing } of morning!.next) {
      expect(["warming-center", "day-center"]).toContain(place.kind);
      expect(standing).not.toBe("no");
      expect(best!.leaveBy).toBeGreaterThanOrEqual(morning!.closes);
      expect(best!.legs[0]!.from).toMatchObject({ lat: bed.place.site.lat, lon: bed.place.site.lon });
    }
  });

  test("without knowing where the family is, there is no way, but all else", async () => {
    const { options } = await tonightFor(region, corner, family, aNow, evening);
    const { place } = options[0]!;
    const it = await placeTonight(place.placeId, null, family, aNow, evening);
    expect(it).toMatchObject({ earlier: null, later: null, option: { best: null, standing: "takes-you" } });
    expect(it!.morning).not.toBeNull();
  });

  test("that nobody knows is undefined", async () => {
    expect(await placeTonight(999_999, corner, family, aNow, evening)).toBeUndefined();
  });
});

test("a region without places and without buses still answers", async () => {
  await database.owner`
    insert into regions (slug, name, time_zone, south, west, north, east)
    values ('empty', 'Empty', 'America/Denver', 40, -105, 41, -104)`;
  const empty = (await findRegion("empty"))!;
  expect(await tonightFor(empty, { lat: 40.5, lon: -104.5 }, family, aNow, evening)).toMatchObject({
    options: [],
    warmNow: null,
    sleepsYou: 0,
  });
});

describe("a region in the cold whose buses' times have ended", () => {
  let cold: Region;
  let placeId: number;
  const nearby = { lat: 39.119, lon: -94.626 };

  beforeAll(async () => {
    const { owner } = database;
    const regionId = await seedRegion(owner, "cold");
    ({ placeId } = await seedPlace(owner, regionId, { key: "Cold Hall", kind: "warming-center" }));
    const ended = SAMPLE_HAND_ROUTES.map((route) => ({ ...route, until: "2025-12-31" }));
    await keepHandRoutes(owner, regionId, ended);
    await owner`
      insert into entered_weather (region_id, wind_chill_f, entered_at, until)
      values (${regionId}, 0, ${evening}, ${new Date(evening.getTime() + 40 * 3_600_000)})`;
    cold = (await findRegion("cold"))!;
  });

  test("says so, in the list and on the page of a place", async () => {
    const agencies = [...new Set(SAMPLE_HAND_ROUTES.map(({ agency }) => agency))].toSorted();
    const endedOn = agencies.map((agency) => ({ agency, endedOn: "2025-12-31" }));
    expect((await tonightFor(cold, nearby, family, aNow, evening)).oldTimes).toEqual(endedOn);
    expect((await placeTonight(placeId, nearby, family, aNow, evening))!.oldTimes).toEqual(endedOn);
  });

  test("weighs each minute outside by what an operator said of the cold", async () => {
    const { weather, options } = await tonightFor(cold, nearby, family, aNow, evening);
    expect(weather).toMatchObject({ kind: "known", source: "operator" });
    const { best } = options[0]!;
    expect(best!.boardings).toBe(0);
    expect(best!.coldMinutes).toBeCloseTo((2 * best!.outdoorS) / 60, 6);
  });
});

describe("while another timetable takes the place of the one in use", () => {
  test("each answer is whole, of the one or of the other, also one that was begun before", async () => {
    const { owner } = database;
    const listed = await feedsOf(owner, region.regionId);
    const files = new Map(makeSampleFeed("2026-01-01", "2026-03-31"));
    // Without the buses of one line.
    for (const file of ["trips.txt", "stop_times.txt"]) {
      const lines = new TextDecoder().decode(files.get(file)).split("\r\n");
      files.set(file, new TextEncoder().encode(lines.filter((line) => !line.startsWith("107")).join("\n")));
    }
    const read = readFeed(files);
    if (read.kind === "refused") throw new Error(read.faults[0].reason);
    const feed = { regionId: region.regionId, name: listed[0]!.name, source: "test", warnings: [] };
    const stored = await storeFeed(owner, { ...feed, facts: feedFacts(read.feed) }, [zipped(files)]);
    if (stored.kind !== "stored") throw new Error(stored.kind);

    const asked = async () => JSON.stringify(await tonightFor(region, corner, family, aNow, evening));
    const before = await asked();
    const seen: string[] = [];
    const giveUp = Date.now() + 15_000;
    const asking = Array.from({ length: 4 }, async () => {
      const last = () => seen.length > 0 && seen.at(-1) !== before;
      while (!last() && Date.now() < giveUp) seen.push(await asked());
    });
    await activateFeed(owner, stored.feedId);
    await Promise.all(asking);
    const after = await asked();
    expect(after).not.toBe(before);
    expect(new Set(seen)).toEqual(new Set([before, after]));
  });
});
