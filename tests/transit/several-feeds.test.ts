/** Several feeds and hand-entered routes in one timetable: each answers as it would alone, whatever ids they share. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filesOf } from "~/data/feeds/zip.server";
import type { LatLon, Way } from "~/domain/journey";
import { instantOf } from "~/domain/zone";
import type { Feed } from "~/transit/gtfs/feed";
import { readFeed } from "~/transit/gtfs/read-feed";
import { journeysFrom } from "~/transit/search/journeys";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { buildTimetable, type Timetable } from "~/transit/timetable/timetable";
import { at, type Drawing, feedFiles, feedOf, type Place, placed, trip } from "./picture";
import { randomFrom } from "./random-town";

const ZONE = "America/Chicago";

/** Stops, trips, services, routes, shapes and blocks of the same ids in every town, `east` metres away. */
function townAt(east: number, minute: number): { feed: Feed; A: LatLon; doors: LatLon[] } {
  const stops: Record<string, Place> = { A: [east, 0], B: [east + 5000, 0], C: [east + 9000, 0] };
  const route = (n: number) => String(1 + ((n + minute) % 3));
  const m = (clock: number) => String(clock + minute).padStart(2, "0");
  const drawing: Drawing = {
    stops,
    calendar: {
      daily: "1,1,1,1,1,1,1,20260101,20260131",
      late: `0,0,${minute % 2},1,0,0,0,20260101,20260131`,
    },
    dates: [`late,202601${14 + (minute % 3)},1`],
    trips: [
      { ...trip(`A 10:${m(0)}`, `B 10:${m(20)}`), id: "t1", route: route(0), shape: "s", block: "b" },
      { ...trip(`B 10:${m(22)}`, `C 10:${m(40)}`), id: "t2", route: route(1), shape: "u", block: "b" },
      { ...trip(`A 24:${m(10)}`, `C 25:${m(0)}`), id: "t3", route: route(0), service: "late" },
      { ...trip("A 0:00", `B 0:${m(15)}`), id: "t4", route: route(2) },
    ],
    frequencies: [`t4,12:00:00,14:00:00,${600 + 60 * minute},${minute % 2}`],
    shapes: {
      s: [stops.A!, [east + 2500, 300 + minute], stops.B!],
      u: [stops.B!, [east + 7000, -300 - minute], stops.C!],
    },
  };
  const doors = [stops.B!, stops.C!].map(placed);
  return { feed: feedOf(feedFiles(drawing)), A: placed(stops.A!), doors };
}

function timetableOf(feeds: Feed[], handRoutes: HandRoute[] = []): Timetable {
  return buildTimetable({ feeds, handRoutes, timeZone: ZONE });
}

function told(timetable: Timetable, origin: LatLon, to: readonly LatLon[], leaveFrom: number): Way[] {
  const doors = to.map((spot, key) => ({ key, ...spot, opens: null, closes: null }));
  return [...journeysFrom(timetable, { origin, doors, leaveFrom, laterS: Infinity }).values()];
}

describe("three towns with the same ids, and a line of the same number entered by hand", () => {
  const towns = [townAt(0, 1), townAt(60_000, 2), townAt(120_000, 6)];
  const hand: HandRoute = {
    route: { shortName: "1", longName: "", color: "#000000", textColor: "#ffffff" },
    agency: "Town",
    stops: [
      { name: "A", ...placed([180_000, 0]), minutes: 0 },
      { name: "B", ...placed([185_000, 0]), minutes: 12 },
    ],
    bothWays: true,
    service: [{ days: [1, 2, 3, 4, 5], first: 540, last: 900, headwayMinutes: 40 }],
    from: null,
    until: null,
    source: "drawn",
    asOf: "2026-01-01",
  };
  const all = timetableOf(
    towns.map(({ feed }) => feed),
    [hand],
  );
  const times = ["14 9:00", "14 11:30", "14 23:30", "15 0:00", "15 9:30", "16 0:05"].map(at);

  test.each([0, 1, 2])("town %i has the journeys it has alone, leg by leg", (which) => {
    const { feed, A, doors } = towns[which]!;
    const alone = timetableOf([feed]);
    const answers = times.map((from) => told(all, A, doors, from));
    expect(answers).toEqual(times.map((from) => told(alone, A, doors, from)));
    expect(answers.flat().filter(({ kind }) => kind === "journeys").length).toBeGreaterThan(5);
  });

  test("and the line entered by hand has its own", () => {
    const alone = timetableOf([], [hand]);
    const [A, B] = [hand.stops[0]!, hand.stops[1]!];
    const ways = told(all, A, [B], at("14 9:00"));
    expect(ways).toEqual(told(alone, A, [B], at("14 9:00")));
    expect(ways).toMatchObject([{ journeys: [{ estimated: true }] }]);
  });
});

const FOLDER = new URL("../../../shared/gtfs/", import.meta.url).pathname;
const FILES = ["carta-2026.zip", "county-connection.zip", "metro-north.zip"];
const areThere = FILES.every((file) => existsSync(`${FOLDER}${file}`));

test.runIf(!areThere)("real feeds are not beside the project: nothing to merge", () => {
  expect(areThere).toBe(false);
});

describe.skipIf(!areThere)("three real agencies, two of them in another zone than the third", () => {
  test("each has the journeys it has alone", async () => {
    const feeds = await Promise.all(FILES.map(fromFile));
    const all = timetableOf(feeds);
    for (const [which, feed] of feeds.entries()) {
      const zone = feed.agencies[0]!.timeZone;
      const alone = timetableOf([feed]);
      const random = randomFrom(which);
      const { lat, lon } = alone.stops;
      const near = (): LatLon => {
        const stop = random.upTo(lat.length);
        return { lat: lat[stop]!, lon: lon[stop]! };
      };
      let found = 0;
      for (let n = 0; n < 3; n++) {
        const doors = Array.from({ length: 30 }, near);
        const [origin, from] = [
          near(),
          instantOf(which === 2 ? "2026-09-09" : "2026-07-08", 15 * 60 + 20 * n, zone),
        ];
        const answers = told(all, origin, doors, from);
        expect(answers).toEqual(told(alone, origin, doors, from));
        found += answers.filter(({ kind }) => kind === "journeys").length;
      }
      expect(found, FILES[which]).toBeGreaterThan(10);
    }
  }, 60_000);
});

async function fromFile(file: string): Promise<Feed> {
  const opened = await filesOf(readFileSync(`${FOLDER}${file}`));
  const read = opened.kind === "files" ? readFeed(opened.files) : opened;
  if (read.kind === "refused") throw new Error(JSON.stringify(read.faults));
  return read.feed;
}
