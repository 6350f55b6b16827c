/** The service days whose vehicles a search may meet: yesterday's run past midnight. */
import type { EpochSeconds } from "~/domain/journey";
import type { DayRun } from "~/transit/search/scan";
import {
  connectionsOn,
  type Day,
  DEPART,
  makeConnections,
  RIDE,
  type Riders,
} from "~/transit/timetable/connections";
import type { DayNumber } from "~/transit/gtfs/feed";
import { localDay, serviceDayStart } from "~/transit/timetable/service-day";
import type { Timetable } from "~/transit/timetable/timetable";

const DAY_S = 86_400;

type Span = { leaveFrom: EpochSeconds; endS: number };

/** Each with its share of the time searched. */
export function daysOf(timetable: Timetable, { leaveFrom, endS }: Span, riders: Riders): DayRun[] {
  const days: DayRun[] = [];
  let firstRun = 0;
  for (const { day, zone, shiftS } of daysBetween(timetable, { leaveFrom, endS })) {
    const connections = connectionsOn(timetable, day, zone, riders);
    const next = firstAtOrAfter(connections, -shiftS);
    const until = firstAtOrAfter(connections, endS - shiftS + 1);
    if (next === until) continue;
    days.push({ ...connections, shiftS, next, until, firstRun });
    firstRun += connections.trips.length;
  }
  return days;
}

/** Makes these days in slices of a few milliseconds: run to its end before a search, that search makes none. */
export function* makeDays(timetable: Timetable, span: Span, riders: Riders): Generator<void> {
  for (const { day, zone } of daysBetween(timetable, span))
    yield* makeConnections(timetable, day, zone, riders);
}

type ZonedDay = { day: DayNumber; zone: string; shiftS: number };

/** Every service day with a departure in that time. */
function daysBetween({ order, timeZones }: Timetable, { leaveFrom, endS }: Span): ZonedDay[] {
  const { earliestS, latestS } = order;
  return timeZones.flatMap((zone) => {
    // A day more on either side, for days of 23 and 25 hours.
    const first = localDay(leaveFrom, zone) - Math.ceil(latestS / DAY_S) - 1;
    const last = localDay(leaveFrom + endS, zone) + Math.ceil(-earliestS / DAY_S) + 1;
    return Array.from({ length: last - first + 1 }, (_, i) => ({
      day: first + i,
      zone,
      shiftS: serviceDayStart(first + i, zone) - leaveFrom,
    })).filter(({ shiftS }) => shiftS + latestS >= 0 && shiftS + earliestS <= endS);
  });
}

/** Where the first connection that departs then or later begins. */
function firstAtOrAfter({ rides }: Day, second: number): number {
  let [low, high] = [0, rides.length / RIDE];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rides[RIDE * middle + DEPART]! < second) low = middle + 1;
    else high = middle;
  }
  return RIDE * low;
}
