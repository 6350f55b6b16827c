/** Adds one feed to a timetable in the making: its served stops, its trips and their days. */
import { type Feed, STOP } from "~/transit/gtfs/feed";
import { agenciesIn } from "~/transit/timetable/coverage";
import type { MergedTrip, Merger } from "~/transit/timetable/merge";
import type { NamedFeed } from "~/transit/timetable/turns";

export function mergeFeed(merger: Merger, feed: NamedFeed, feedIndex: number): void {
  const stopOf = mergeStops(merger, feed, feedIndex);
  const base = {
    route: merger.routes.length,
    headsign: merger.headsigns.length,
    shape: merger.shapeCount,
    first: merger.timeCount,
    block: merger.blockCount,
  };
  for (let route = 0; route < feed.routes.ids.length; route++) {
    const agency = feed.agencies[feed.routes.agency[route]!]!;
    merger.routes.push({ name: feed.routes.names[route]!, agency: agency.name, estimated: false });
  }
  merger.headsigns.push(...feed.trips.headsigns);
  merger.addTimes({ ...feed.stopTimes, stop: feed.stopTimes.stop.map((stop) => stopOf[stop]!) });
  merger.addShapes(feed.shapes);
  const { name = null, startsOn, endsOn } = feed;
  merger.coverage.push({ name, agencies: agenciesIn(feed), startsOn, endsOn });
  mergeTrips(merger, feed, base);
  merger.blockCount += feed.trips.block.reduce((most, block) => Math.max(most, block), -1) + 1;
}

function mergeTrips(
  merger: Merger,
  feed: Feed,
  base: { route: number; headsign: number; shape: number; first: number; block: number },
): void {
  const { trips } = feed;
  const repeated = new Map<number, Feed["frequencies"]>();
  for (const frequency of feed.frequencies)
    repeated.set(frequency.trip, [...(repeated.get(frequency.trip) ?? []), frequency]);
  const serviceOf = zonedServices(merger, feed);
  for (let t = 0; t < trips.ids.length; t++) {
    const length = trips.first[t + 1]! - trips.first[t]!;
    if (length < 2) continue;
    const route = trips.route[t]!;
    const trip: MergedTrip = {
      route: base.route + route,
      service: serviceOf(trips.service[t]!, feed.agencies[feed.routes.agency[route]!]!.timeZone),
      first: base.first + trips.first[t]!,
      length,
      offsetS: 0,
      halfHeadwayS: 0,
      headsign: trips.headsign[t]! < 0 ? -1 : base.headsign + trips.headsign[t]!,
      shape: trips.shape[t]! < 0 ? -1 : base.shape + trips.shape[t]!,
      block: trips.block[t]! < 0 ? -1 : base.block + trips.block[t]!,
      direction: trips.direction[t]!,
      wheelchair: trips.wheelchair[t]!,
    };
    const frequencies = repeated.get(t);
    if (!frequencies) merger.trips.push(trip);
    // The trip itself is then only a pattern: it does not run at the times it is written with.
    for (const { startsS, endsS, headwayS, exact } of frequencies ?? [])
      for (let start = startsS; start < endsS; start += headwayS)
        merger.trips.push({
          ...trip,
          // Which of the repeated runs a vehicle goes on with is not said.
          block: -1,
          offsetS: start - feed.stopTimes.depart[trips.first[t]!]!,
          halfHeadwayS: exact ? 0 : Math.round(headwayS / 2),
        });
  }
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

function mergeStops(merger: Merger, feed: Feed, feedIndex: number): Int32Array {
  const { stops } = feed;
  const served = new Uint8Array(stops.ids.length);
  for (const stop of feed.stopTimes.stop) served[stop] = 1;
  const stopOf = new Int32Array(stops.ids.length).fill(-1);
  const isPlaced = (stop: number) =>
    stops.kind[stop] === STOP && !Number.isNaN(stops.lat[stop]! + stops.lon[stop]!);
  for (let stop = 0; stop < stopOf.length; stop++) {
    if (!served[stop] && !(merger.everyStop && isPlaced(stop))) continue;
    const parent = stops.parent[stop]!;
    stopOf[stop] = merger.addStop({
      id: stops.ids[stop]!,
      feed: feedIndex,
      name: stops.names[stop] || (parent < 0 ? "" : stops.names[parent]!) || stops.ids[stop]!,
      lat: stops.lat[stop]!,
      lon: stops.lon[stop]!,
      wheelchair: stops.wheelchair[stop]!,
    });
  }
  return stopOf;
}
