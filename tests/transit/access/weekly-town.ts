/** Small towns with a week's timetable for properties, and their access worked out the long way from the drawing alone. */
import * as fc from "fast-check";
import { buildTimetable, type Timetable } from "~/transit/timetable/timetable";
import { dayNumber } from "~/transit/timetable/calendar";
import { type DrawnTrip, type Drawing, feedFiles, feedOf, placed, type Place } from "../picture";

/** Wednesday the 14th of January, 2026. */
export const FIRST_DAY = dayNumber("2026-01-14");

export const CALENDAR = {
  weekdays: "1,1,1,1,1,0,0,20260101,20260131",
  saturdays: "0,0,0,0,0,1,0,20260101,20260131",
  sundays: "0,0,0,0,0,0,1,20260101,20260131",
  ended: "1,1,1,1,1,1,1,20260101,20260116",
};
/** Exceptions of the weekday service do not count; a service of dates alone runs on those within the week. */
const DATES = ["weekdays,20260115,2", "weekdays,20260118,1", "dated,20260117,1", "dated,20260125,1"];
/** Monday is 0. */
const DAYS: Record<string, number[]> = {
  weekdays: [0, 1, 2, 3, 4],
  saturdays: [5],
  sundays: [6],
  ended: [2, 3, 4],
  dated: [5],
};

export type Call = { stop: number; after: number; pickup: string };
export type WeeklyTrip = {
  route: string;
  direction: string;
  service: string;
  /** Seconds of the service day. */
  starts: number;
  calls: Call[];
};
export type WeeklyTown = { stops: Place[]; trips: WeeklyTrip[]; point: Place };

const aPlace = fc.tuple(fc.integer({ min: -700, max: 700 }), fc.integer({ min: -700, max: 700 }));

export const aTrip = (stops: number): fc.Arbitrary<WeeklyTrip> =>
  fc.record({
    route: fc.constantFrom("P", "Q", "R"),
    direction: fc.constantFrom("0", "1"),
    service: fc.constantFrom(...Object.keys(DAYS)),
    starts: fc.integer({ min: 0, max: 27 * 3600 }),
    calls: fc.array(
      fc.record({
        stop: fc.integer({ min: 0, max: stops - 1 }),
        after: fc.integer({ min: 0, max: 5400 }),
        pickup: fc.constantFrom("", "0", "0", "0", "1", "2", "3"),
      }),
      { minLength: 2, maxLength: 6 },
    ),
  });

export const aTown: fc.Arbitrary<WeeklyTown> = fc
  .array(aPlace, { minLength: 2, maxLength: 7 })
  .chain((stops) =>
    fc.record({
      stops: fc.constant(stops),
      trips: fc.array(aTrip(stops.length), { minLength: 1, maxLength: 16 }),
      point: aPlace,
    }),
  );

export function drawn({ stops, trips }: WeeklyTown): Drawing {
  return {
    stops: Object.fromEntries(stops.map((place, index) => [`s${index}`, place])),
    trips: trips.map(drawnTrip),
    calendar: CALENDAR,
    dates: DATES,
  };
}

function drawnTrip({ route, direction, service, starts, calls }: WeeklyTrip): DrawnTrip {
  let now = starts;
  return {
    route,
    direction,
    service,
    calls: calls.map(({ stop, after, pickup }, index) => {
      if (index > 0) now += after;
      return {
        stop: `s${stop}`,
        arrive: hhmmss(now),
        depart: hhmmss(now),
        pickup,
        dropOff: "",
        distance: "",
      };
    }),
  };
}

function hhmmss(s: number): string {
  return [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60]
    .map((n) => String(n).padStart(2, "0"))
    .join(":");
}

export function timetableOf(town: WeeklyTown): Timetable {
  const feeds = [feedOf(feedFiles(drawn(town)))];
  return buildTimetable({ feeds, handRoutes: [], timeZone: "America/Chicago" });
}

/** u_h for each hour of the week as the definition has it: hour by hour, line by line, stop by stop, bus by bus. */
export function hoursTheLongWay(town: WeeklyTown): number[] {
  const lines = new Set(town.trips.map(({ route, direction }) => `${route} ${direction}`));
  return Array.from({ length: 168 }, (_, hour) => {
    let none = 1;
    for (const line of lines) {
      const chances = town.stops.map((place, stop) => {
        const n = boardedIn(town, { hour, line, stop });
        return Math.max(0, 1 - walkMinutes(place, town.point) / 15) * (n / (n + 2));
      });
      none *= 1 - Math.max(...chances);
    }
    return 1 - none;
  });
}

function boardedIn({ trips }: WeeklyTown, asked: { hour: number; line: string; stop: number }): number {
  let n = 0;
  for (const { route, direction, service, starts, calls } of trips) {
    if (`${route} ${direction}` !== asked.line) continue;
    let now = starts;
    calls.forEach(({ stop, after, pickup }, index) => {
      if (index > 0) now += after;
      if (stop !== asked.stop || index === calls.length - 1 || !["", "0"].includes(pickup)) return;
      n += DAYS[service]!.filter((day) => (day * 24 + Math.floor(now / 3600)) % 168 === asked.hour).length;
    });
  }
  return n;
}

function walkMinutes(from: Place, to: Place): number {
  const [a, b] = [placed(from), placed(to)];
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const h =
    Math.sin(rad(b.lat - a.lat) / 2) ** 2 +
    Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return Math.ceil((2 * 6_371_008.8 * Math.asin(Math.sqrt(h)) * 1.3) / 0.9) / 60;
}
