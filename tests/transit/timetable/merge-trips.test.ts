import { expect, test } from "vitest";
import { localDate } from "~/transit/timetable/calendar";
import { Merger } from "~/transit/timetable/merge";
import { mergeTrips } from "~/transit/timetable/merge-trips";
import { type Drawing, feedFiles, feedOf, town, trip } from "../picture";

const drawing: Drawing = {
  stops: { A: [0, 0], B: [900, 0] },
  trips: [{ ...trip("A 10:00", "B 10:30"), id: "pattern" }, trip("A 12:00", "B 12:30"), trip("A 13:00")],
};

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

test("says which runs each trip of the feed became: none, one or many", () => {
  const merger = new Merger("America/Chicago");
  const feed = feedOf(feedFiles({ ...drawing, frequencies: ["pattern,06:00:00,06:30:00,600,1"] }));
  const base = { route: 5, headsign: 0, shape: 0, first: 0, block: 0 };
  expect(feed.trips.ids).toEqual(["pattern", "t001", "t002"]);
  expect([...mergeTrips(merger, feed, base)]).toEqual([0, 3, 4, 4]);
  expect([...mergeTrips(merger, feed, base)]).toEqual([4, 7, 8, 8]);
  expect(merger.trips.map(({ route }) => route)).toEqual(Array(8).fill(5));
});

test("agencies in two zones make two services of one", () => {
  const { services, trips } = town({
    ...drawing,
    trips: [
      { ...trip("A 12:00", "B 12:30"), route: "near" },
      { ...trip("A 12:00", "B 12:30"), route: "far" },
    ],
    agencies: { c: "America/Chicago", d: "America/Denver" },
    runBy: { far: "d" },
  });
  expect(services.map(({ timeZone }) => timeZone)).toEqual(["America/Chicago", "America/Denver"]);
  expect([...trips.service]).toEqual([0, 1]);
});
