import { expect, test } from "vitest";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { Merger } from "~/transit/timetable/merge";
import { mergeHandRoute } from "~/transit/timetable/merge-hand-route";

const quindaro: HandRoute = {
  route: { shortName: "106", longName: "Quindaro", color: "#000000", textColor: "#ffffff" },
  agency: "Unified Government",
  stops: [
    { name: "7th & Minnesota", lat: 39.1155, lon: -94.6265, minutes: 0 },
    { name: "Quindaro", lat: 39.15, lon: -94.63, minutes: 15 },
  ],
  bothWays: true,
  service: [
    { days: [1, 2, 3, 4, 5], first: 360, last: 420, headwayMinutes: 60 },
    { days: [6], first: 480, last: 480, headwayMinutes: 90 },
  ],
  from: null,
  until: null,
  source: "leaflet",
  asOf: "2026-01-02",
};

test("both directions run at every start of every service, half a headway waited for each", () => {
  const merger = new Merger("America/Chicago");
  merger.addStop({ id: "before", feed: 0, name: "before", lat: 0, lon: 0, wheelchair: 0 });
  mergeHandRoute(merger, quindaro);
  const { trips, times, headsigns, routes, services } = merger.finish();
  expect([...times.stop]).toEqual([1, 2, 2, 1]);
  expect([...trips.offsetS].map((s) => s / 60)).toEqual([360, 420, 480, 360, 420, 480]);
  expect([...trips.halfHeadwayS].map((s) => s / 60)).toEqual([30, 30, 45, 30, 30, 45]);
  expect([...trips.headsign].map((sign) => headsigns[sign])).toEqual([
    "Quindaro",
    "Quindaro",
    "Quindaro",
    ...Array(3).fill("7th & Minnesota"),
  ]);
  expect(routes).toEqual([{ name: quindaro.route, agency: "Unified Government", estimated: true }]);
  expect(services.map(({ timeZone }) => timeZone)).toEqual(["America/Chicago", "America/Chicago"]);
});

test("routes of one number stay apart where they are two agencies'", () => {
  const merger = new Merger("America/Chicago");
  mergeHandRoute(merger, quindaro);
  mergeHandRoute(merger, { ...quindaro, agency: "Johnson County" });
  const { stops, trips, times } = merger.finish();
  expect(new Set(stops.ids).size).toBe(4);
  const firstStops = [...trips.first].map((first) => stops.ids[times.stop[first]!]);
  expect(firstStops.filter((id) => id!.startsWith("Johnson County/106/"))).toHaveLength(6);
});
