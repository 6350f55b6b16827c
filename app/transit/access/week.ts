/** Which seven days stand for a usual week, and on which of them each service runs when no exception is made. */
import { LAST_DAY, runsOn, weekday } from "~/transit/timetable/calendar";
import type { DayNumber, Service } from "~/transit/gtfs/feed";
import type { Coverage } from "~/transit/timetable/coverage";

export const DAYS_A_WEEK = 7;

export type UsualWeek =
  | { kind: "week"; first: DayNumber }
  | { kind: "none"; reason: "no-timetable" }
  | { kind: "none"; reason: "feed-expired"; endedOn: DayNumber };

/**
 * The next seven days that are covered, from today: from the first one on where none is yet, and the last seven where
 * fewer are left, for a week does not lose its Sundays because its feed ends on a Saturday.
 */
export function usualWeek(
  coverage: readonly Pick<Coverage, "startsOn" | "endsOn">[],
  today: DayNumber,
): UsualWeek {
  if (coverage.length === 0) return { kind: "none", reason: "no-timetable" };
  const live = coverage.filter(({ startsOn, endsOn }) => endsOn >= today && endsOn >= startsOn);
  if (live.length === 0) {
    return {
      kind: "none",
      reason: "feed-expired",
      endedOn: Math.max(...coverage.map(({ endsOn }) => endsOn)),
    };
  }
  const begins = Math.min(...live.map(({ startsOn }) => startsOn));
  const next = Math.max(today, begins);
  // A hand-entered route without a last day says nothing of the feeds beside it.
  const ends = Math.max(...live.map(({ endsOn }) => endsOn).filter((day) => day < LAST_DAY));
  const lastSeven = ends === -Infinity ? next : ends - DAYS_A_WEEK + 1;
  return { kind: "week", first: Math.max(begins, Math.min(next, lastSeven)) };
}

/** Bit 0 is Monday, as in a service's own weekdays. */
export function usualDays(service: Service, first: DayNumber): number {
  let days = 0;
  for (let day = first; day < first + DAYS_A_WEEK; day++)
    if (runsUsually(service, day)) days |= 1 << weekday(day);
  return days;
}

/** A service that has dates alone is nothing but its dates; of others the dates are exceptions. */
function runsUsually(service: Service, day: DayNumber): boolean {
  if (service.weekdays === 0) return runsOn(service, day);
  const runs = ((service.weekdays >> weekday(day)) & 1) === 1;
  return runs && day >= service.from && day <= service.until;
}
