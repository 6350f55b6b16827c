/** The timetable of a region: feeds and hand-entered routes as one set of typed arrays, ready to be searched. */
import type { RouteName } from "~/domain/journey";
import { dayOrder, type DayOrder } from "~/transit/timetable/connections";
import type { Coverage } from "~/transit/timetable/coverage";
import type { AllDoorways } from "~/transit/stations/doorways";
import type { Footpaths } from "~/transit/timetable/footpaths";
import type { Service, Shapes } from "~/transit/gtfs/feed";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { linked } from "~/transit/timetable/linked";
import { Merger } from "~/transit/timetable/merge";
import { mergeFeed } from "~/transit/timetable/merge-feed";
import { mergeHandRoute } from "~/transit/timetable/merge-hand-route";
import { type Grid, gridOf } from "~/transit/timetable/nearby";
import type { Placed } from "~/transit/timetable/ride-path";
import type { Transfers } from "~/transit/timetable/transfers";
import { inTurns, type NamedFeed } from "~/transit/timetable/turns";
import { USUAL_WALKING, type Walking } from "~/transit/timetable/walking";

/** A run that the timetable knows: where its stop times begin, shifted by `offsetS` where a pattern repeats. */
export type TripTable = {
  route: Int32Array;
  service: Int32Array;
  first: Int32Array;
  length: Int32Array;
  offsetS: Int32Array;
  /** Half a headway, what one waits on average where times are only known as "every so often"; else 0. */
  halfHeadwayS: Int32Array;
  headsign: Int32Array;
  shape: Int32Array;
  /** Runs of one number are one vehicle's on a day they both run; -1 where that is not known. */
  block: Int32Array;
  direction: Int32Array;
  /** 0 unknown, 1 possible, 2 not possible. */
  wheelchair: Int32Array;
};

/** Stops that are served by a trip; ids are apart by feed. */
export type StopTable = {
  ids: string[];
  feed: Int32Array;
  names: string[];
  lat: Float64Array;
  lon: Float64Array;
  /** 0 unknown, 1 possible, 2 not possible. */
  wheelchair: Uint8Array;
};

export type Timetable = {
  /** The region's; an agency's own is at its services. */
  timeZone: string;
  walking: Walking;
  stops: StopTable;
  grid: Grid;
  footpaths: Footpaths;
  /** Those without stairs and escalators, where they are others. */
  stepFreePaths: Footpaths | null;
  /** Between the street and the stops inside stations; null where no feed has pathways. */
  doorways: AllDoorways | null;
  transfers: Transfers;
  routes: { name: RouteName; agency: string; estimated: boolean }[];
  headsigns: string[];
  trips: TripTable;
  times: { stop: Int32Array; arrive: Int32Array; depart: Int32Array; rules: Uint8Array };
  services: { service: Service; timeZone: string }[];
  timeZones: string[];
  shapes: Shapes;
  /** First and last day of each feed, as far as its turn goes, and of each hand-entered route. */
  coverage: Coverage[];
  order: DayOrder;
  /** Where stops lie along each shape, as far as it was asked for. */
  placed: Map<number, Placed[]>;
};

/**
 * Shapes: every array is indexed by stop, trip or stop time. Units: seconds after the service day's beginning, street
 * metres, WGS 84 degrees. Takes a third of a second for 450,000 stop times.
 */
export function buildTimetable(parts: {
  feeds: NamedFeed[];
  handRoutes: HandRoute[];
  timeZone: string;
  walking?: Walking;
  /** Also the stops where nothing calls: one may come there on foot. */
  everyStop?: boolean;
}): Timetable {
  const { walking = USUAL_WALKING } = parts;
  const merger = new Merger(parts.timeZone, parts.everyStop);
  inTurns(parts.feeds).forEach((feed, index) => {
    if (feed.startsOn <= feed.endsOn) mergeFeed(merger, feed, index);
  });
  for (const route of parts.handRoutes) mergeHandRoute(merger, route);
  const merged = merger.finish();
  const { lat, lon } = merged.stops;
  const grid = gridOf(lat, lon, walking.detour);
  return {
    ...merged,
    timeZone: parts.timeZone,
    walking,
    grid,
    ...linked(merger, { grid, linkM: walking.linkM, trips: merger.trips.length }),
    order: dayOrder(merged),
    placed: new Map(),
  };
}
