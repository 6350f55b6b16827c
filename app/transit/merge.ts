/** Brings several feeds and hand-entered routes into one timetable, so that equal ids of two feeds stay apart. */
import type { Feed } from "~/transit/gtfs/feed";
import { firstDay, type HandRoute, handRuns, handService, handStarts, lastDay } from "~/transit/hand-route";
import type { StopTable, Timetable, TripTable } from "~/transit/timetable";

type Merged = Omit<Timetable, "timeZone" | "grid" | "footpaths" | "order" | "placed" | "links" | "used">;
type Trip = { [Column in keyof TripTable]: number };

/** Grows a timetable part by part. Kept as lists until `finish`: the number of trips is not known before. */
export class Merger {
  readonly stops = {
    ids: [] as string[],
    feed: [] as number[],
    names: [] as string[],
    lat: [] as number[],
    lon: [] as number[],
  };
  readonly trips: Trip[] = [];
  readonly times: Timetable["times"][] = [];
  timeCount = 0;
  readonly routes: Timetable["routes"] = [];
  readonly headsigns: string[] = [];
  readonly services: Timetable["services"] = [];
  readonly shapes: Timetable["shapes"][] = [];
  shapeCount = 0;
  readonly coverage: Timetable["coverage"] = [];

  constructor(readonly timeZone: string) {}

  addTimes(times: Timetable["times"]): void {
    this.times.push(times);
    this.timeCount += times.stop.length;
  }

  finish(): Merged {
    const { stops, trips, times } = this;
    const column = (name: keyof Trip) => Int32Array.from(trips, (trip) => trip[name]);
    return {
      stops: {
        ids: stops.ids,
        feed: Int32Array.from(stops.feed),
        names: stops.names,
        lat: Float64Array.from(stops.lat),
        lon: Float64Array.from(stops.lon),
      } satisfies StopTable,
      routes: this.routes,
      headsigns: this.headsigns,
      trips: {
        route: column("route"),
        service: column("service"),
        first: column("first"),
        length: column("length"),
        offsetS: column("offsetS"),
        halfHeadwayS: column("halfHeadwayS"),
        headsign: column("headsign"),
        shape: column("shape"),
      },
      times: {
        stop: joined(
          times.map((part) => part.stop),
          (length) => new Int32Array(length),
        ),
        arrive: joined(
          times.map((part) => part.arrive),
          (length) => new Int32Array(length),
        ),
        depart: joined(
          times.map((part) => part.depart),
          (length) => new Int32Array(length),
        ),
        rules: joined(
          times.map((part) => part.rules),
          (length) => new Uint8Array(length),
        ),
      },
      services: this.services,
      timeZones: [...new Set(this.services.map((service) => service.timeZone))],
      shapes: joinedShapes(this.shapes),
      coverage: this.coverage,
    };
  }
}

export function mergeFeed(merger: Merger, feed: Feed, feedIndex: number): void {
  const stopOf = mergeStops(merger, feed, feedIndex);
  const base = {
    route: merger.routes.length,
    headsign: merger.headsigns.length,
    shape: merger.shapeCount,
    first: merger.timeCount,
  };
  for (let route = 0; route < feed.routes.ids.length; route++) {
    const agency = feed.agencies[feed.routes.agency[route]!]!;
    merger.routes.push({ name: feed.routes.names[route]!, agency: agency.name, estimated: false });
  }
  merger.headsigns.push(...feed.trips.headsigns);
  merger.addTimes({ ...feed.stopTimes, stop: feed.stopTimes.stop.map((stop) => stopOf[stop]!) });
  merger.shapes.push(feed.shapes);
  merger.shapeCount += feed.shapes.first.length - 1;
  merger.coverage.push({ startsOn: feed.startsOn, endsOn: feed.endsOn });
  mergeTrips(merger, feed, base);
}

function mergeTrips(
  merger: Merger,
  feed: Feed,
  base: { route: number; headsign: number; shape: number; first: number },
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
    const trip: Trip = {
      route: base.route + route,
      service: serviceOf(trips.service[t]!, feed.agencies[feed.routes.agency[route]!]!.timeZone),
      first: base.first + trips.first[t]!,
      length,
      offsetS: 0,
      halfHeadwayS: 0,
      headsign: trips.headsign[t]! < 0 ? -1 : base.headsign + trips.headsign[t]!,
      shape: trips.shape[t]! < 0 ? -1 : base.shape + trips.shape[t]!,
    };
    const frequencies = repeated.get(t);
    if (!frequencies) merger.trips.push(trip);
    // The trip itself is then only a pattern: it does not run at the times it is written with.
    for (const { startsS, endsS, headwayS, exact } of frequencies ?? [])
      for (let start = startsS; start < endsS; start += headwayS)
        merger.trips.push({
          ...trip,
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
  for (let stop = 0; stop < stopOf.length; stop++) {
    if (!served[stop]) continue;
    const parent = stops.parent[stop]!;
    stopOf[stop] = merger.stops.ids.length;
    merger.stops.ids.push(stops.ids[stop]!);
    merger.stops.feed.push(feedIndex);
    merger.stops.names.push(
      stops.names[stop] || (parent < 0 ? "" : stops.names[parent]!) || stops.ids[stop]!,
    );
    merger.stops.lat.push(stops.lat[stop]!);
    merger.stops.lon.push(stops.lon[stop]!);
  }
  return stopOf;
}

export function mergeHandRoute(merger: Merger, hand: HandRoute): void {
  const route = merger.routes.length;
  merger.routes.push({ name: hand.route, agency: hand.agency, estimated: true });
  const firstStop = merger.stops.ids.length;
  for (const [index, stop] of hand.stops.entries()) {
    merger.stops.ids.push(`${hand.route.shortName}/${index}`);
    merger.stops.feed.push(-1);
    merger.stops.names.push(stop.name);
    merger.stops.lat.push(stop.lat);
    merger.stops.lon.push(stop.lon);
  }
  const services = hand.service.map((service) => {
    merger.services.push({ service: handService(hand, service), timeZone: merger.timeZone });
    return {
      index: merger.services.length - 1,
      starts: handStarts(service),
      headwayS: service.headwayMinutes * 60,
    };
  });
  for (const run of handRuns(hand)) {
    const first = merger.timeCount;
    const seconds = Int32Array.from(run.seconds);
    const stop = Int32Array.from(run.stops, (index) => firstStop + index);
    merger.addTimes({ stop, arrive: seconds, depart: seconds, rules: new Uint8Array(seconds.length) });
    const headsign = merger.headsigns.push(hand.stops[run.stops.at(-1)!]!.name) - 1;
    for (const { index: service, starts, headwayS } of services)
      for (const offsetS of starts) {
        const halfHeadwayS = Math.round(headwayS / 2);
        merger.trips.push({
          route,
          service,
          first,
          length: seconds.length,
          offsetS,
          halfHeadwayS,
          headsign,
          shape: -1,
        });
      }
  }
  merger.coverage.push({ startsOn: firstDay(hand), endsOn: lastDay(hand) });
}

function joined<T extends Int32Array | Uint8Array | Float32Array>(
  parts: T[],
  empty: (length: number) => T,
): T {
  if (parts.length === 1) return parts[0]!;
  const whole = empty(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function joinedShapes(parts: Timetable["shapes"][]): Timetable["shapes"] {
  const first: number[] = [0];
  for (const part of parts) {
    const base = first.at(-1)!;
    for (let shape = 1; shape < part.first.length; shape++) first.push(base + part.first[shape]!);
  }
  return {
    first: Int32Array.from(first),
    lat: joined(
      parts.map((part) => part.lat),
      (length) => new Float32Array(length),
    ),
    lon: joined(
      parts.map((part) => part.lon),
      (length) => new Float32Array(length),
    ),
  };
}
