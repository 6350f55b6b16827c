/** One GTFS feed as typed arrays: ids stay at the door, everything else is an index into its own table. */
import type { LocalDate } from "~/domain/zone";
import type { RouteName } from "~/domain/journey";
import type { Bounds } from "~/domain/region";

/** What is wrong in a feed, and where; `line` counts from 1 as an editor does, the header being line 1. */
export type Fault = { file: string; line: number | null; column: string | null; reason: string };

export type Agency = { agencyId: string; name: string; timeZone: string };

/** Days since 1970-01-01, a date without a zone. */
export type DayNumber = number;

/** The days a trip runs on, in the zone of the agency whose trip it is. Bit 0 of `weekdays` is Monday. */
export type Service = {
  serviceId: string;
  weekdays: number;
  from: DayNumber;
  until: DayNumber;
  added: ReadonlySet<DayNumber>;
  removed: ReadonlySet<DayNumber>;
};

/** GTFS location_type. */
export const STOP = 0;
export const STATION = 1;
export const ENTRANCE = 2;
export const NODE = 3;
export const BOARDING_AREA = 4;

export type Stops = {
  ids: string[];
  names: string[];
  /** NaN where the feed gives none. */
  lat: Float64Array;
  lon: Float64Array;
  kind: Uint8Array;
  /** Index of the parent station, or -1. */
  parent: Int32Array;
  /** 0 unknown, 1 possible, 2 not possible; a stop that says nothing has its station's. */
  wheelchair: Uint8Array;
  /** level_index of levels.txt, NaN where none is given. */
  level: Float64Array;
};

export type Routes = { ids: string[]; names: RouteName[]; agency: Int32Array };

/** In the order of their ids, so that a smaller index is a smaller id whatever the order of the rows. */
export type Trips = {
  ids: string[];
  route: Int32Array;
  service: Int32Array;
  /** Index of the shape, or -1. */
  shape: Int32Array;
  /** Index into `headsigns`, or -1. */
  headsign: Int32Array;
  headsigns: string[];
  /** 0 unknown, 1 possible, 2 not possible. */
  wheelchair: Uint8Array;
  /** direction_id, 0 where blank. */
  direction: Uint8Array;
  /** Trips of one number are run by one vehicle (block_id); -1 where none is named. */
  block: Int32Array;
  /** The trip's stop times are those from first[t] up to first[t + 1]. */
  first: Int32Array;
};

/**
 * What may be done at a stop time. Where the agency (2) or the driver (3) must be asked first it is by arrangement, which
 * is not a plan for tonight without a call.
 */
export const NO_PICKUP = 1;
export const NO_DROP_OFF = 2;
export const PICKUP_BY_ARRANGEMENT = 4;
export const DROP_OFF_BY_ARRANGEMENT = 8;
export const PICKUP_BY_DRIVER = 16;
export const DROP_OFF_BY_DRIVER = 32;

/** Grouped by trip, in order; times in seconds after "noon minus 12 h" of the service day, none blank. */
export type StopTimes = { stop: Int32Array; arrive: Int32Array; depart: Int32Array; rules: Uint8Array };

/** The points of shape s are those from first[s] up to first[s + 1]. */
export type Shapes = { first: Int32Array; lat: Float32Array; lon: Float32Array };

/** A trip whose times are only the pattern of others: one every `headwayS` from `startsS` until before `endsS`. */
export type Frequency = { trip: number; startsS: number; endsS: number; headwayS: number; exact: boolean };

/** A row of transfers.txt: indices, -1 where the column is blank. A station stands for all of its stops. */
export type TransferRule = {
  fromStop: number;
  toStop: number;
  fromRoute: number;
  toRoute: number;
  fromTrip: number;
  toTrip: number;
  /** transfer_type, 0 to 5. */
  type: number;
  /** min_transfer_time in seconds, -1 where blank. */
  minS: number;
};

/** A row of pathways.txt between two points of a station. */
export type Pathway = {
  from: number;
  to: number;
  /** pathway_mode: 1 walkway, 2 stairs, 3 moving sidewalk, 4 escalator, 5 elevator, 6 fare gate, 7 exit gate. */
  mode: number;
  bothWays: boolean;
  /** length in metres, NaN where blank. */
  metres: number;
  /** traversal_time in seconds, -1 where blank. */
  seconds: number;
  /** stair_count, 0 where blank; below 0 is down. */
  stairs: number;
};

export type Feed = {
  agencies: Agency[];
  stops: Stops;
  routes: Routes;
  trips: Trips;
  stopTimes: StopTimes;
  services: Service[];
  shapes: Shapes;
  frequencies: Frequency[];
  transfers: TransferRule[];
  pathways: Pathway[];
  /** What feed_info.txt promises, else what the calendars cover. */
  startsOn: DayNumber;
  endsOn: DayNumber;
};

/** Warnings are faults that change no answer: a line that cannot be drawn, a trip without stops. */
export type ReadFeed =
  { kind: "feed"; feed: Feed; warnings: Fault[] } | { kind: "refused"; faults: [Fault, ...Fault[]] };

export type FeedFacts = {
  agencies: string[];
  timeZone: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  stops: number;
  trips: number;
  stopTimes: number;
  bounds: Bounds;
};
