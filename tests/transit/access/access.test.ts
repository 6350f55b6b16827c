import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accessAt } from "~/transit/access/access";
import { departureTable } from "~/transit/access/departures";
import { buildTimetable } from "~/transit/timetable/timetable";
import { asFiles, feedFiles, feedOf, placed, town, trip } from "../picture";
import {
  aTown,
  aTrip,
  type Call,
  drawn,
  FIRST_DAY,
  hoursTheLongWay,
  timetableOf,
  type WeeklyTown,
} from "./weekly-town";

const RUNS = { numRuns: 100 };

function accessOf(weekly: WeeklyTown, timetable = timetableOf(weekly)) {
  return accessAt(departureTable(timetable, FIRST_DAY), timetable, placed(weekly.point));
}

/** Each hour at least what it was, but for the last bits of a product. */
function expectNoHourLower(after: number[], before: number[]) {
  after.forEach((share, hour) => expect(share).toBeGreaterThanOrEqual(before[hour]! - 1e-12));
}

function expectSame(one: number[], other: number[]) {
  one.forEach((share, hour) => expect(share).toBeCloseTo(other[hour]!, 12));
}

describe("the access of a point", () => {
  test("is what the definition says, worked out the long way", () => {
    let busy = 0;
    fc.assert(
      fc.property(aTown, (weekly) => {
        const { hours, score } = accessOf(weekly);
        const plain = hoursTheLongWay(weekly);
        expectSame(hours, plain);
        expect(score).toBeCloseTo((100 * plain.reduce((sum, share) => sum + share, 0)) / 168, 9);
        if (score > 0) busy++;
      }),
      { numRuns: 200 },
    );
    expect(busy).toBeGreaterThan(60);
  });

  test("lies between 0 and 100 in whole and in part", () => {
    fc.assert(
      fc.property(aTown, (weekly) => {
        const { hours, score, day, night } = accessOf(weekly);
        for (const part of [score, day, night]) expect(part >= 0 && part <= 100).toBe(true);
        expect(hours.every((share) => share >= 0 && share < 1)).toBe(true);
      }),
      RUNS,
    );
  });

  test("never falls when a trip is added", () => {
    const townAndTrip = aTown.chain((weekly) => fc.tuple(fc.constant(weekly), aTrip(weekly.stops.length)));
    fc.assert(
      fc.property(townAndTrip, ([weekly, more]) => {
        const after = accessOf({ ...weekly, trips: [...weekly.trips, more] });
        expectNoHourLower(after.hours, accessOf(weekly).hours);
      }),
      RUNS,
    );
  });

  test("never falls when trips call at one stop more", () => {
    fc.assert(
      fc.property(aTown, fc.integer({ min: -600, max: 600 }), (weekly, east) => {
        const stop = weekly.stops.length;
        const call: Call = { stop, after: 0, pickup: "0" };
        const trips = weekly.trips.map((one) => ({ ...one, calls: one.calls.toSpliced(1, 0, call) }));
        const after = accessOf({ ...weekly, stops: [...weekly.stops, [east, east]], trips });
        expectNoHourLower(after.hours, accessOf(weekly).hours);
      }),
      RUNS,
    );
  });

  test("never falls when a stop moves closer", () => {
    fc.assert(
      fc.property(
        aTown,
        fc.nat({ max: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (weekly, which, by) => {
          const [east, north] = weekly.point;
          const stops = weekly.stops.map(([x, y], index): [number, number] =>
            index === which ? [x + (east - x) * by, y + (north - y) * by] : [x, y],
          );
          expectNoHourLower(accessOf({ ...weekly, stops }).hours, accessOf(weekly).hours);
        },
      ),
      RUNS,
    );
  });

  test("is the same whatever the order of the rows", () => {
    fc.assert(
      fc.property(aTown, (weekly) => {
        const files = [...feedFiles(drawn(weekly))].map(([name, bytes]) => {
          const [header, ...rows] = new TextDecoder().decode(bytes).trim().split("\n");
          return [name, [header!, ...rows.toReversed()]];
        });
        const feeds = [feedOf(asFiles(Object.fromEntries(files) as Record<string, string[]>))];
        const turned = buildTimetable({ feeds, handRoutes: [], timeZone: "America/Chicago" });
        const [one, other] = [accessOf(weekly), accessOf(weekly, turned)];
        expectSame(one.hours, other.hours);
        expect(other.span).toEqual(one.span);
      }),
      RUNS,
    );
  });

  test("is the same when its feed is split by whole routes", () => {
    fc.assert(
      fc.property(aTown, (weekly) => {
        const partOf = (isOf: (route: string) => boolean) => weekly.trips.filter(({ route }) => isOf(route));
        const feeds = [partOf((route) => route === "P"), partOf((route) => route !== "P")]
          .filter((trips) => trips.length > 0)
          .map((trips) => feedOf(feedFiles(drawn({ ...weekly, trips }))));
        const split = buildTimetable({ feeds, handRoutes: [], timeZone: "America/Chicago" });
        expectSame(accessOf(weekly, split).hours, accessOf(weekly).hours);
      }),
      RUNS,
    );
  });
});

test("of two stops as good and as near the one with the first bus tells the span", () => {
  const [A, B, C] = [0, 1, 2];
  const weekly: WeeklyTown = {
    stops: [
      [-6, 4],
      [-6, 2],
      [3000, 0],
    ],
    trips: [],
    point: [-11, 2],
  };
  const call = (stop: number, after: number): Call => ({ stop, after, pickup: "" });
  const oneWay = (...stops: number[]) => ({
    ...weekly,
    trips: [
      {
        route: "P",
        direction: "0",
        service: "weekdays",
        starts: 480,
        calls: [...stops.map((stop, at) => call(stop, 60 * at)), call(C, 600)],
      },
    ],
  });
  const spans = [oneWay(A, B), oneWay(B, A)].map((one) => accessOf(one).span.weekdays);
  expect(spans).toEqual([spans[0], spans[0]]);
});

test("an hour past midnight is the next day's, and Sunday night's is Monday's", () => {
  const stops: Record<string, [number, number]> = { A: [0, 0], B: [5000, 0] };
  const sunday = { sunday: "0,0,0,0,0,0,1,20260101,20260131" };
  const late = { ...trip("A 25:10", "B 25:30"), service: "sunday" };
  const night = town({ stops, trips: [late], calendar: sunday });
  const { hours } = accessAt(departureTable(night, FIRST_DAY), night, placed([0, 0]));
  expect(hours.flatMap((share, hour) => (share > 0 ? [hour] : []))).toEqual([1]);
  expect(hours[1]).toBeCloseTo(1 / 3, 12);
});

test("a nearer stop with fewer buses takes nothing away", () => {
  const stops: Record<string, [number, number]> = { near: [30, 0], far: [200, 0], end: [9000, 0] };
  const often = ["10:00", "10:20", "10:40"].map((time) => trip(`far ${time}`, "end 11:30"));
  const through = trip("near 10:05", "far 10:08", "end 11:40");
  const hourOf = (trips: ReturnType<typeof trip>[]) => {
    const drawnTown = town({ stops, trips });
    return accessAt(departureTable(drawnTown, FIRST_DAY), drawnTown, placed([0, 0])).hours[10]!;
  };
  const walkS = Math.ceil((200 * 1.3) / 0.9);
  expect(hourOf([...often, through])).toBeCloseTo((1 - walkS / 900) * (4 / 6), 9);
  expect(hourOf([...often, through])).toBeGreaterThan(hourOf([through]));
});

test("walking more than a quarter of an hour is no access", () => {
  const stops: Record<string, [number, number]> = { A: [0, 0], B: [5000, 0] };
  const drawnTown = town({ stops, trips: [trip("A 10:00", "B 10:30")] });
  const table = departureTable(drawnTown, FIRST_DAY);
  const scoreAt = (east: number) => accessAt(table, drawnTown, placed([east, 0])).score;
  // 810 metres of street are 623.08 in a straight line.
  expect(scoreAt(-622)).toBeGreaterThan(0);
  expect(scoreAt(-623.1)).toBe(0);
  // At the last stop nobody gets on.
  expect(scoreAt(5000)).toBe(0);
  expect(accessAt(table, drawnTown, placed([5000, 0]))).toMatchObject({
    routes: [],
    span: { weekdays: null, saturday: null, sunday: null },
  });
});
