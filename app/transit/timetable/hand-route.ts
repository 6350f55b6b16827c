/** A bus line entered by hand, for agencies that publish no GTFS: stops, headway, span and days. */
import type { LocalDate, WallMinutes, Weekday } from "~/domain/zone";
import type { RouteName } from "~/domain/journey";
import { dayNumber, FIRST_DAY, LAST_DAY } from "~/transit/timetable/calendar";
import type { DayNumber, Service } from "~/transit/gtfs/feed";

export type HandRoute = {
  route: RouteName;
  agency: string;
  /** In order; `minutes` from the first stop. */
  stops: { name: string; lat: number; lon: number; minutes: number }[];
  /** The same stops are run backwards too. */
  bothWays: boolean;
  /** First and last departure at the run's first stop; `last` before `first` is after midnight. */
  service: { days: Weekday[]; first: WallMinutes; last: WallMinutes; headwayMinutes: number }[];
  from: LocalDate | null;
  until: LocalDate | null;
  source: string;
  asOf: LocalDate;
};

/** One run of a hand-entered route: the positions of its stops in `HandRoute.stops`, and seconds from its start. */
export type HandRun = { stops: number[]; seconds: number[] };

export function handRuns(route: HandRoute): HandRun[] {
  const there = {
    stops: route.stops.map((_, index) => index),
    seconds: route.stops.map((stop) => stop.minutes * 60),
  };
  if (!route.bothWays) return [there];
  const end = there.seconds.at(-1) ?? 0;
  const back = {
    stops: there.stops.toReversed(),
    seconds: there.seconds.map((seconds) => end - seconds).toReversed(),
  };
  return [there, back];
}

/** When runs start on a service day, in seconds after its beginning. */
export function handStarts(service: HandRoute["service"][number]): number[] {
  const last = service.last < service.first ? service.last + 24 * 60 : service.last;
  // A headway of nothing would run for ever.
  const headway = Math.max(service.headwayMinutes, 1);
  const starts: number[] = [];
  for (let minutes = service.first; minutes <= last; minutes += headway) starts.push(minutes * 60);
  return starts;
}

export function handService(route: HandRoute, service: HandRoute["service"][number]): Service {
  return {
    serviceId: route.route.shortName,
    weekdays: service.days.reduce((bits, day) => bits | (1 << (day - 1)), 0),
    from: firstDay(route),
    until: lastDay(route),
    added: new Set(),
    removed: new Set(),
  };
}

export function firstDay(route: HandRoute): DayNumber {
  return route.from === null ? FIRST_DAY : dayNumber(route.from);
}

export function lastDay(route: HandRoute): DayNumber {
  return route.until === null ? LAST_DAY : dayNumber(route.until);
}
