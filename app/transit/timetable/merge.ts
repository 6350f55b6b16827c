/** A timetable in the making: it takes feeds and hand-entered routes one after the other, their ids kept apart. */
import { emptyInside } from "~/transit/stations/doorways";
import type { Changes } from "~/transit/timetable/merge-transfers";
import type { StopTable, Timetable, TripTable } from "~/transit/timetable/timetable";

/** What the parts themselves say; the rest of a timetable follows from it. */
export type Merged = Pick<
  Timetable,
  "stops" | "routes" | "headsigns" | "trips" | "times" | "services" | "timeZones" | "shapes" | "coverage"
>;
export type MergedTrip = { [Column in keyof TripTable]: number };
export type MergedStop = {
  id: string;
  feed: number;
  name: string;
  lat: number;
  lon: number;
  wheelchair: number;
};

/** Lists until `finish`: how many trips there will be is not known before. */
export class Merger {
  readonly trips: MergedTrip[] = [];
  readonly routes: Timetable["routes"] = [];
  readonly headsigns: string[] = [];
  readonly services: Timetable["services"] = [];
  readonly coverage: Timetable["coverage"] = [];
  readonly stops = {
    ids: [] as string[],
    feed: [] as number[],
    names: [] as string[],
    lat: [] as number[],
    lon: [] as number[],
    wheelchair: [] as number[],
  };
  readonly inside = emptyInside();
  readonly changes: Changes = { rules: [], stays: [], parts: [] };
  timeCount = 0;
  shapeCount = 0;
  blockCount = 0;
  #times: Timetable["times"][] = [];
  #shapes: Timetable["shapes"][] = [];

  constructor(
    readonly timeZone: string,
    readonly everyStop = false,
  ) {}

  addStop(stop: MergedStop): number {
    this.stops.ids.push(stop.id);
    this.stops.feed.push(stop.feed);
    this.stops.names.push(stop.name);
    this.stops.lat.push(stop.lat);
    this.stops.lon.push(stop.lon);
    this.stops.wheelchair.push(stop.wheelchair);
    return this.stops.ids.length - 1;
  }

  addTimes(times: Timetable["times"]): void {
    this.#times.push(times);
    this.timeCount += times.stop.length;
  }

  addShapes(shapes: Timetable["shapes"]): void {
    this.#shapes.push(shapes);
    this.shapeCount += shapes.first.length - 1;
  }

  finish(): Merged {
    const { stops } = this;
    return {
      stops: {
        ids: stops.ids,
        feed: Int32Array.from(stops.feed),
        names: stops.names,
        lat: Float64Array.from(stops.lat),
        lon: Float64Array.from(stops.lon),
        wheelchair: Uint8Array.from(stops.wheelchair),
      } satisfies StopTable,
      routes: this.routes,
      headsigns: this.headsigns,
      trips: tripTable(this.trips),
      times: joinedTimes(this.#times),
      services: this.services,
      timeZones: [...new Set(this.services.map((service) => service.timeZone))],
      shapes: joinedShapes(this.#shapes),
      coverage: this.coverage,
    };
  }
}

function tripTable(trips: MergedTrip[]): TripTable {
  const column = (name: keyof TripTable) => {
    const values = new Int32Array(trips.length);
    trips.forEach((trip, index) => (values[index] = trip[name]));
    return values;
  };
  return {
    route: column("route"),
    service: column("service"),
    first: column("first"),
    length: column("length"),
    offsetS: column("offsetS"),
    halfHeadwayS: column("halfHeadwayS"),
    headsign: column("headsign"),
    shape: column("shape"),
    block: column("block"),
    direction: column("direction"),
    wheelchair: column("wheelchair"),
  };
}

function joinedTimes(parts: Timetable["times"][]): Timetable["times"] {
  const column = (name: "stop" | "arrive" | "depart") =>
    joined(
      parts.map((part) => part[name]),
      (length) => new Int32Array(length),
    );
  return {
    stop: column("stop"),
    arrive: column("arrive"),
    depart: column("depart"),
    rules: joined(
      parts.map((part) => part.rules),
      (length) => new Uint8Array(length),
    ),
  };
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
