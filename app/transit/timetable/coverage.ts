/** Whose buses a timetable knows and for which days, and whose times have ended. */
import type { OldTimes } from "~/domain/journey";
import type { DayNumber, Feed } from "~/transit/gtfs/feed";
import { localDate } from "~/transit/timetable/calendar";
import type { Timetable } from "~/transit/timetable/timetable";

/** A feed or a hand-entered route: whose buses they are, and their first and last day. */
export type Coverage = {
  /** What the region calls the feed; null for a hand-entered route and a feed without a name. */
  name: string | null;
  agencies: string[];
  startsOn: DayNumber;
  endsOn: DayNumber;
};

/** The agencies that have a trip in the feed: one that is only listed has no times that could end. */
export function agenciesIn({ agencies, routes, trips }: Feed): string[] {
  const running = new Set(Array.from(trips.route, (route) => routes.agency[route]!));
  return [...new Set(agencies.filter((_, agency) => running.has(agency)).map(({ name }) => name))];
}

/**
 * The agencies whose times ended before that day, the latest end of each, in the order of their names. An agency is not
 * among them where another source of its own, or of the feed's name, covers the day: that one took over.
 */
export function oldTimes({ coverage }: Pick<Timetable, "coverage">, day: DayNumber): OldTimes[] {
  const inForce = coverage.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  const names = new Set(inForce.map(({ name }) => name));
  const agencies = new Set(inForce.flatMap((source) => source.agencies.map(spelled)));
  const ended = new Map<string, OldTimes>();
  for (const source of coverage.toSorted((a, b) => a.endsOn - b.endsOn)) {
    if (source.endsOn >= day || (source.name !== null && names.has(source.name))) continue;
    for (const agency of source.agencies)
      if (!agencies.has(spelled(agency)))
        ended.set(spelled(agency), { agency, endedOn: localDate(source.endsOn) });
  }
  return [...ended].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, old]) => old);
}

/** Two feeds of one agency may write it with other capitals and blanks. */
function spelled(agency: string): string {
  return agency.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
