/** Adds the trips of a feed to a timetable in the making, each as often as it runs in a day, and their days. */
import type { Feed, Frequency } from "~/transit/gtfs/feed";
import type { MergedTrip, Merger } from "~/transit/timetable/merge";

/** Where the feed's own numbers begin in the timetable. */
export type Base = { route: number; headsign: number; shape: number; first: number; block: number };

/** The runs of the feed's trip t are those from result[t] up to result[t + 1]: one, or as many as it is repeated. */
export function mergeTrips(merger: Merger, feed: Feed, base: Base): Int32Array {
  const { trips } = feed;
  const repeated = new Map<number, Frequency[]>();
  for (const frequency of feed.frequencies)
    repeated.set(frequency.trip, [...(repeated.get(frequency.trip) ?? []), frequency]);
  const serviceOf = zonedServices(merger, feed);
  const firstRun = new Int32Array(trips.ids.length + 1).fill(merger.trips.length);
  const from = (number: number, first: number) => (number < 0 ? -1 : first + number);
  for (let t = 0; t < trips.ids.length; t++) {
    const length = trips.first[t + 1]! - trips.first[t]!;
    const route = trips.route[t]!;
    if (length >= 2) {
      const trip = {
        route: base.route + route,
        service: serviceOf(trips.service[t]!, feed.agencies[feed.routes.agency[route]!]!.timeZone),
        first: base.first + trips.first[t]!,
        length,
        offsetS: 0,
        halfHeadwayS: 0,
        headsign: from(trips.headsign[t]!, base.headsign),
        shape: from(trips.shape[t]!, base.shape),
        block: from(trips.block[t]!, base.block),
        direction: trips.direction[t]!,
        wheelchair: trips.wheelchair[t]!,
      };
      const frequencies = repeated.get(t);
      if (frequencies) pushRuns(merger, trip, frequencies, feed.stopTimes.depart[trips.first[t]!]!);
      else merger.trips.push(trip);
    }
    firstRun[t + 1] = merger.trips.length;
  }
  return firstRun;
}

/** The trip itself is then only a pattern: it does not run at the times it is written with. */
function pushRuns(merger: Merger, trip: MergedTrip, frequencies: Frequency[], writtenS: number): void {
  for (const { startsS, endsS, headwayS, exact } of frequencies)
    for (let start = startsS; start < endsS; start += headwayS)
      merger.trips.push({
        ...trip,
        // Which of the repeated runs a vehicle goes on with is not said.
        block: -1,
        offsetS: start - writtenS,
        halfHeadwayS: exact ? 0 : Math.round(headwayS / 2),
      });
}

/** A service's days are those of its agency's zone: where agencies differ, one service becomes one per zone. */
function zonedServices(merger: Merger, feed: Feed): (service: number, timeZone: string) => number {
  const merged = new Map<string, number>();
  return (service, timeZone) => {
    const key = `${service} ${timeZone}`;
    let index = merged.get(key);
    if (index === undefined) {
      index = merger.services.length;
      merged.set(key, index);
      merger.services.push({ service: within(feed, feed.services[service]!), timeZone });
    }
    return index;
  };
}

/** No feed is believed for days it does not cover, whatever its calendars say. */
function within(feed: Feed, service: Feed["services"][number]): Feed["services"][number] {
  return {
    ...service,
    from: Math.max(service.from, feed.startsOn),
    until: Math.min(service.until, feed.endsOn),
    added: new Set([...service.added].filter((day) => day >= feed.startsOn && day <= feed.endsOn)),
  };
}
