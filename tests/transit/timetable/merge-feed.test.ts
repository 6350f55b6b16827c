import { expect, test } from "vitest";
import { localDate } from "~/transit/timetable/calendar";
import { buildTimetable } from "~/transit/timetable/timetable";
import { type Drawing, feedFiles, feedOf, town, trip } from "../picture";

const drawing: Drawing = {
  stops: { A: [0, 0], B: [900, 0], unserved: [50, 50] },
  trips: [{ ...trip("A 10:00", "B 10:30"), id: "pattern" }, trip("A 12:00", "B 12:30"), trip("A 13:00")],
};

test("keeps served stops and trips of two stops or more", () => {
  const { stops, trips } = town(drawing);
  expect(stops.ids).toEqual(["A", "B"]);
  expect(trips.first.length).toBe(2);
});

test("equal ids of two feeds stay apart", () => {
  const feed = feedOf(feedFiles(drawing));
  const { stops, trips, times, routes } = buildTimetable({
    feeds: [feed, feed],
    handRoutes: [],
    timeZone: "America/Chicago",
  });
  expect([...stops.feed]).toEqual([0, 0, 1, 1]);
  expect([...trips.first].map((first) => times.stop[first])).toEqual([0, 0, 2, 2]);
  expect([...trips.route]).toEqual([0, 0, 1, 1]);
  expect(routes).toHaveLength(2);
});

test("a trip with frequencies is repeated and does not run at the times it is written with", () => {
  const { trips } = town({
    ...drawing,
    frequencies: ["pattern,06:00:00,06:20:00,600,1", "pattern,22:00:00,22:30:00,1200,0"],
  });
  const [written, hours] = [10 * 3600, (h: number) => h * 3600];
  expect([...trips.offsetS].map((offset) => offset + written)).toEqual([
    hours(6),
    hours(6) + 600,
    hours(22),
    hours(22) + 1200,
    written,
  ]);
  expect([...trips.halfHeadwayS]).toEqual([0, 0, 600, 600, 0]);
});

test("no feed runs on days it does not cover", () => {
  const { services, coverage } = town({
    ...drawing,
    info: "20260105,20260120",
    dates: ["daily,20260103,1", "daily,20260110,1"],
  });
  const [{ service }] = services as [(typeof services)[number]];
  expect([service.from, service.until].map(localDate)).toEqual(["2026-01-05", "2026-01-20"]);
  expect([...service.added].map(localDate)).toEqual(["2026-01-10"]);
  expect([coverage[0]!.startsOn, coverage[0]!.endsOn].map(localDate)).toEqual(["2026-01-05", "2026-01-20"]);
});
