import { describe, expect, test } from "vitest";
import { accessAt } from "~/transit/access/access";
import { departureTable } from "~/transit/access/departures";
import { dayNumber } from "~/transit/timetable/calendar";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { placed, town, trip, type DrawnTrip, type Place } from "../picture";

const firstDay = dayNumber("2026-01-14");
const stops: Record<string, Place> = { A: [100, 0], near: [20, 0], B: [5000, 0] };
const span = "20260101,20260131";
const calendar = {
  weekdays: `1,1,1,1,1,0,0,${span}`,
  saturdays: `0,0,0,0,0,1,0,${span}`,
  sundays: `0,0,0,0,0,0,1,${span}`,
  mondays: `1,0,0,0,0,0,0,${span}`,
};

/** Trips from a stop every so many minutes, the last one included. */
function every(
  minutes: number,
  from: number,
  until: number,
  more: Partial<DrawnTrip> & { at?: string } = {},
) {
  const { at = "A", ...rest } = more;
  const trips: DrawnTrip[] = [];
  for (let now = from; now <= until; now += minutes)
    trips.push({ ...trip(`${at} ${clock(now)}`, `B ${clock(now + 20)}`), service: "weekdays", ...rest });
  return trips;
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, "0")).join(":");
}

function routesOf(trips: DrawnTrip[], handRoutes: HandRoute[] = []) {
  const timetable = town({ stops, trips, calendar }, handRoutes);
  return accessAt(departureTable(timetable, firstDay), timetable, placed([0, 0])).routes;
}

const [five30, eleven35] = [5 * 60 + 30, 23 * 60 + 35];

describe("a route is told", () => {
  test("by how often it comes by day, its walk, and its first and last departure", () => {
    const [route] = routesOf([
      ...every(30, 330, 1410),
      ...every(5, eleven35, eleven35),
      ...every(60, 360, 1080, { service: "sundays" }),
    ]);
    expect(route).toEqual({
      route: expect.objectContaining({ shortName: "R" }),
      // 100 m in a straight line are 130 of street: two minutes and a half.
      walkMinutes: 3,
      estimated: false,
      idle: [],
      weekdays: { first: five30, last: eleven35, every: { minutes: 30, upTo: 30 }, departures: 38 },
      saturday: null,
      sunday: { first: 360, last: 1080, every: { minutes: 60, upTo: 60 }, departures: 13 },
    });
  });

  test("from its first to its last bus whichever way it goes, and by how often it comes one way", () => {
    const out = every(30, 360, 1200, { direction: "0" });
    const back = every(60, 345, 1397, { direction: "1" });
    expect(routesOf([...out, ...back])[0]!.weekdays).toEqual({
      first: 345,
      last: 1365,
      every: { minutes: 30, upTo: 30 },
      departures: out.length + back.length,
    });
    // On a day on which the better way has no bus, the other one has.
    const onSunday = every(60, 600, 900, { direction: "1", service: "sundays" });
    expect(routesOf([...out, ...onSunday])[0]!.sunday).toEqual({
      first: 600,
      last: 900,
      every: { minutes: 60, upTo: 60 },
      departures: 6,
    });
  });

  test("with its buses after midnight as the evening's, however they are written", () => {
    const until1 = [...every(60, 600, 1500)];
    const nextDay = [...every(60, 600, 1380), ...every(60, 0, 60, { service: "mondays" })];
    expect(routesOf(until1)[0]!.weekdays).toMatchObject({ first: 600, last: 1500 });
    // Written as Monday's they are Sunday's night.
    expect(routesOf(nextDay)[0]!).toMatchObject({
      weekdays: { first: 600, last: 1380 },
      sunday: { first: 1440, last: 1500 },
    });
  });

  test("with what nine of ten waits do not exceed where the rhythm changes", () => {
    const peaks = [...every(15, 360, 540), ...every(60, 600, 900), ...every(15, 960, 1140)];
    expect(routesOf(peaks)[0]!.weekdays!.every).toEqual({ minutes: 15, upTo: 60 });
  });

  test("by its number of departures where it leaves out half a day, or runs once or twice", () => {
    const rushHours = [...every(20, 360, 480), ...every(20, 960, 1080)];
    expect(routesOf(rushHours)[0]!.weekdays).toEqual({ first: 360, last: 1080, every: null, departures: 14 });
    expect(routesOf(every(60, 400, 460))[0]!.weekdays).toMatchObject({ every: null, departures: 2 });
    const lateOnly = [...every(10, 360, 420), ...every(10, 1390, 1390)];
    expect(routesOf(lateOnly)[0]!.weekdays!.every).toBeNull();
  });

  test("with the weekdays on which it does not run", () => {
    expect(routesOf(every(60, 600, 900, { service: "mondays" }))[0]!).toMatchObject({
      idle: [2, 3, 4, 5],
      weekdays: { departures: 6 },
    });
    expect(routesOf(every(60, 600, 900, { service: "sundays" }))[0]!).toMatchObject({
      idle: [],
      weekdays: null,
    });
  });

  test("from the stop that serves best, not from the nearest", () => {
    const often = every(10, 360, 1200);
    expect(routesOf([...often, ...every(60, 1000, 1000, { at: "near" })])[0]!).toMatchObject({
      walkMinutes: 3,
      weekdays: { departures: 85 },
    });
  });
});

test("the two routes that do most are told, the best one first", () => {
  const routes = routesOf([
    ...every(60, 600, 900, { route: "seldom" }),
    ...every(10, 600, 900, { route: "often" }),
    ...every(30, 600, 900, { route: "middling" }),
  ]);
  expect(routes.map(({ route }) => route.shortName)).toEqual(["often", "middling"]);
});

test("a route entered by hand says that its times are estimated", () => {
  const [stop, end] = [placed([0, 0]), placed([5000, 0])];
  const hand: HandRoute = {
    route: { shortName: "104", longName: "", color: "#000000", textColor: "#ffffff" },
    agency: "County",
    stops: [
      { name: "here", ...stop, minutes: 0 },
      { name: "there", ...end, minutes: 20 },
    ],
    bothWays: true,
    service: [{ days: [1, 2, 3, 4, 5], first: 375, last: 1095, headwayMinutes: 60 }],
    from: null,
    until: null,
    source: "leaflet",
    asOf: "2026-01-01",
  };
  expect(routesOf(every(60, 600, 660, { at: "B" }), [hand])[0]!).toMatchObject({
    estimated: true,
    route: { shortName: "104" },
    walkMinutes: 1,
    weekdays: { first: 375, last: 1095, every: { minutes: 60 } },
  });
});

test("the span is that of all lines together, for weekdays, Saturday and Sunday", () => {
  const timetable = town({
    stops,
    trips: [
      ...every(60, 600, 900),
      ...every(60, 500, 560, { route: "Q" }),
      ...every(60, 1000, 1500, { service: "sundays" }),
    ],
    calendar,
  });
  const access = accessAt(departureTable(timetable, firstDay), timetable, placed([0, 0]));
  expect(access.span).toEqual({
    weekdays: { first: 500, last: 900 },
    saturday: null,
    sunday: { first: 1000, last: 1480 },
  });
});
