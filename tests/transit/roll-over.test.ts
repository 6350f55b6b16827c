/** One timetable following another: the right buses on both sides of the midnight between them. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filesOf } from "~/data/feeds/zip.server";
import { instantOf } from "~/domain/zone";
import { readFeed } from "~/transit/gtfs/read-feed";
import { journeysFrom } from "~/transit/search/journeys";
import { dayNumber } from "~/transit/timetable/calendar";
import { oldTimes } from "~/transit/timetable/coverage";
import { buildTimetable, type Timetable } from "~/transit/timetable/timetable";
import type { NamedFeed } from "~/transit/timetable/turns";
import { at, feedFiles, feedOf, type Place, placed, told, trip, type DrawnTrip } from "./picture";
import { randomFrom } from "./random-town";

const stops: Record<string, Place> = { A: [0, 0], B: [5000, 0], C: [9000, 0] };

function feed(days: string, trips: DrawnTrip[], more: { dates?: string[] } = {}): NamedFeed {
  const calendar = { daily: `1,1,1,1,1,1,1,${days}` };
  return { ...feedOf(feedFiles({ stops, trips, calendar, ...more })), name: "town" };
}

function timetableOf(...feeds: NamedFeed[]): Timetable {
  return buildTimetable({ feeds, handRoutes: [], timeZone: "America/Chicago" });
}

function ways(timetable: Timetable, from: number, to = "B"): string[] {
  const door = { key: 1, ...placed(stops[to]!), opens: null, closes: null };
  const question = { origin: placed(stops.A!), doors: [door], leaveFrom: from, laterS: Infinity };
  return told(journeysFrom(timetable, question).get(1));
}

describe("a feed in force until the 14th and one from the 15th, that both say they run all month", () => {
  const before = feed("20260101,20260131", [
    trip("A 10:00", "B 10:20"),
    trip("A 23:00", "B 23:20"),
    trip("A 24:10", "B 24:30"),
    trip("A 23:45", "B 24:15"),
  ]);
  const after = feed("20260115,20260228", [
    trip("A 10:05", "B 10:25"),
    trip("A 0:40", "B 1:00"),
    trip("B 0:50", "C 1:10"),
  ]);
  const both = timetableOf(before, after);

  test("run the earlier one's buses on the 14th, and only those", () => {
    expect(ways(both, at("14 9:00"))).toEqual(["leave 09:58:00, in 10:20:00, 120 s outside, 1 ride"]);
    expect(ways(both, at("14 0:30"))).toEqual(["last-bus-gone"]);
  });

  test("run the later one's buses on the 15th, and only those", () => {
    expect(ways(both, at("15 9:00"))).toEqual(["leave 10:03:00, in 10:25:00, 120 s outside, 1 ride"]);
    expect(ways(both, at("15 22:00"))).toEqual(["leave 00:38:00, in 01:00:00, 120 s outside, 1 ride"]);
  });

  test("in the night between run the last of the one, then the first of the other", () => {
    const night = [
      "leave 23:43:00, in 00:15:00, 120 s outside, 1 ride",
      "leave 00:08:00, in 00:30:00, 120 s outside, 1 ride",
      "leave 00:38:00, in 01:00:00, 120 s outside, 1 ride",
    ];
    for (const [from, expected] of [
      ["14 23:30", night[0]],
      ["15 0:00", night[1]],
      ["15 0:20", night[2]],
      ["16 0:00", night[2]],
    ] as const)
      expect(ways(both, at(from))).toEqual([expected]);
  });

  test("are changed between in that night, from a bus of the old times to one of the new", () => {
    expect(ways(both, at("14 23:30"), "C")).toEqual(["leave 00:08:00, in 01:10:00, 1320 s outside, 2 rides"]);
  });

  test("are the same timetable in whichever order they are given", () => {
    const turned = timetableOf(after, before);
    for (const from of ["14 9:00", "14 23:30", "15 0:00", "15 9:00"])
      expect(ways(turned, at(from))).toEqual(ways(both, at(from)));
  });

  test("are never called old", () => {
    for (let day = dayNumber("2026-01-01"); day <= dayNumber("2026-02-28"); day++)
      expect(oldTimes(both, day)).toEqual([]);
    expect(oldTimes(both, dayNumber("2026-03-01"))).toEqual([{ agency: "Town", endedOn: "2026-02-28" }]);
  });
});

test("an extra day that the earlier feed adds beyond its turn brings no bus", () => {
  const before = feed("20260101,20260114", [trip("A 10:00", "B 10:20")], { dates: ["daily,20260116,1"] });
  const both = timetableOf(before, feed("20260115,20260131", [trip("A 10:05", "B 10:25")]));
  expect(ways(both, at("16 9:00"))).toEqual(["leave 10:03:00, in 10:25:00, 120 s outside, 1 ride"]);
});

test("in the days between two feeds no bus runs, and the earlier one's times are old", () => {
  const both = timetableOf(
    feed("20260101,20260112", [trip("A 10:00", "B 10:20")]),
    feed("20260115,20260131", [trip("A 10:05", "B 10:25")]),
  );
  expect(ways(both, at("13 12:00"))).toEqual(["outside-feed-dates"]);
  expect(oldTimes(both, dayNumber("2026-01-13"))).toEqual([{ agency: "Town", endedOn: "2026-01-12" }]);
  expect(ways(both, at("15 9:00"))).toEqual(["leave 10:03:00, in 10:25:00, 120 s outside, 1 ride"]);
});

const FOLDER = new URL("../../../shared/gtfs/", import.meta.url).pathname;
const [CARTA_2025, CARTA_2026] = ["carta-2025.zip", "carta-2026.zip"].map((file) => `${FOLDER}${file}`);
const ZONE = "America/New_York";

async function carta(file: string): Promise<NamedFeed> {
  const opened = await filesOf(readFileSync(file));
  const read = opened.kind === "files" ? readFeed(opened.files) : opened;
  if (read.kind === "refused") throw new Error(JSON.stringify(read.faults));
  return { ...read.feed, name: "carta" };
}

test.runIf(!existsSync(CARTA_2026!))("CARTA's feeds are not beside the project: nothing to roll over", () => {
  expect(existsSync(CARTA_2026!)).toBe(false);
});

describe.skipIf(!existsSync(CARTA_2026!))("CARTA's feed until 2026-05-09 and the one from 2026-05-10", () => {
  test("give each day and night the answers of the one in force", async () => {
    const [last, next] = [await carta(CARTA_2025!), await carta(CARTA_2026!)];
    const build = (...feeds: NamedFeed[]) => buildTimetable({ feeds, handRoutes: [], timeZone: ZONE });
    const [both, old, fresh] = [build(next, last), build(last), build(next)];
    const random = randomFrom(2026);
    const near = () => {
      const stop = random.upTo(fresh.stops.lat.length);
      return { lat: fresh.stops.lat[stop]!, lon: fresh.stops.lon[stop]! };
    };
    const reached = (timetable: Timetable, origin: ReturnType<typeof near>, from: number) => {
      const doors = nearby.map((spot, key) => ({ key, ...spot, opens: null, closes: null }));
      return [...journeysFrom(timetable, { origin, doors, leaveFrom: from, windowS: 3600 })].map(([, way]) =>
        way.kind === "none"
          ? "none"
          : way.journeys.map((each) => [each.leaveBy, each.enters, each.outdoorS, each.boardings]),
      );
    };
    const nearby = Array.from({ length: 40 }, near);
    const found: Record<string, number> = {};
    for (const [date, minutes, alone] of [
      ["2026-05-08", 17 * 60, old],
      ["2026-05-09", 9 * 60, old],
      // The last Saturday's buses run until 12:45 am, the first Sunday's from 8 am.
      ["2026-05-09", 23 * 60 + 45, old],
      ["2026-05-10", 5, old],
      ["2026-05-10", 14 * 60, fresh],
      ["2026-05-11", 17 * 60, fresh],
    ] as const) {
      for (let n = 0; n < 4; n++) {
        const [origin, from] = [near(), instantOf(date, minutes, ZONE)];
        const answers = reached(both, origin, from);
        expect(answers).toEqual(reached(alone, origin, from));
        const question = `${date} ${minutes}`;
        found[question] = (found[question] ?? 0) + answers.filter((way) => way !== "none").length;
      }
    }
    for (const [question, count] of Object.entries(found)) expect(count, question).toBeGreaterThan(5);
    expect(oldTimes(both, dayNumber("2026-05-10"))).toEqual([]);
    expect(oldTimes(old, dayNumber("2026-05-10"))).toEqual([{ agency: "CARTA", endedOn: "2026-05-09" }]);
    expect(oldTimes(both, dayNumber("2026-08-23"))).toEqual([{ agency: "CARTA", endedOn: "2026-08-22" }]);
  }, 60_000);
});
