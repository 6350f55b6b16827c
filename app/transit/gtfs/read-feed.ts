/** Reads a GTFS feed from its files; refuses it whole, with file, line and column, where anything in it is broken. */
import { FIRST_DAY, localDate } from "~/transit/timetable/calendar";
import { CsvRows } from "~/transit/gtfs/csv";
import { EnoughFaults, Faults } from "~/transit/gtfs/faults";
import { type Fault, type Feed, type FeedFacts, type ReadFeed, STOP } from "~/transit/gtfs/feed";
import { readLevels, readPathways } from "~/transit/gtfs/read-pathways";
import { readAgencies, readRoutes } from "~/transit/gtfs/read-routes";
import { coverageOf, readServices } from "~/transit/gtfs/read-services";
import { NO_SHAPES, readShapes } from "~/transit/gtfs/read-shapes";
import { readStopTimes } from "~/transit/gtfs/read-stop-times";
import { readStops } from "~/transit/gtfs/read-stops";
import { readTransfers } from "~/transit/gtfs/read-transfers";
import { readFrequencies, readTrips } from "~/transit/gtfs/read-trips";
import { shown } from "~/transit/gtfs/shown";

const REQUIRED = ["agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt"];

type Files = ReadonlyMap<string, Uint8Array>;

export function readFeed(files: Files): ReadFeed {
  const faults = new Faults();
  try {
    for (const file of REQUIRED)
      if (!files.has(file)) faults.add(file, null, null, "this required file is missing");
    if (!files.has("calendar.txt") && !files.has("calendar_dates.txt"))
      faults.add("calendar.txt", null, null, "neither calendar.txt nor calendar_dates.txt is there");
    if (faults.sound) {
      const feed = feedOf(files, faults);
      if (faults.sound) return { kind: "feed", feed, warnings: faults.warnings };
    }
  } catch (error) {
    if (!(error instanceof EnoughFaults)) throw error;
  }
  return { kind: "refused", faults: faults.found as [Fault, ...Fault[]] };
}

function feedOf(files: Files, faults: Faults): Feed {
  const rows = (file: string) => new CsvRows(file, files.get(file)!, faults);
  // Some exporters write out a file with nothing in it for each table they have no rows for.
  const optional = (file: string) => (files.get(file)?.length ? rows(file) : null);
  const { agencies, ids: agencyIds } = readAgencies(rows("agency.txt"));
  const readStop = readStops(rows("stops.txt"), readLevels(optional("levels.txt")));
  const { stops, ids: stopIds, lines } = readStop;
  const { routes, ids: routeIds } = readRoutes(rows("routes.txt"), agencies, agencyIds);
  const { services, ids: serviceIds } = readServices(
    optional("calendar.txt"),
    optional("calendar_dates.txt"),
  );
  const shapeRows = optional("shapes.txt");
  const drawn = shapeRows ? readShapes(shapeRows) : null;
  const trips = readTrips(rows("trips.txt"), routeIds, serviceIds, drawn?.ids ?? null);
  const { stopTimes, first } = readStopTimes(rows("stop_times.txt"), trips, stops, stopIds);
  const feed = {
    agencies,
    stops,
    routes,
    trips: { ...trips.trips, first },
    stopTimes,
    services,
    shapes: drawn?.shapes ?? NO_SHAPES,
    frequencies: readFrequencies(optional("frequencies.txt"), trips),
    transfers: readTransfers(optional("transfers.txt"), { stops, stopIds, routeIds, trips }),
    pathways: readPathways(optional("pathways.txt"), readStop),
    ...datesOf(optional("feed_info.txt"), services, faults),
  };
  if (faults.sound) judge(feed, lines, faults);
  return feed;
}

/** What no row shows by itself: a fault where nobody could ride at all, else warnings. */
function judge({ stops, trips, stopTimes }: Feed, stopLines: number[], faults: Faults): void {
  const called = new Uint8Array(stops.ids.length);
  for (const stop of stopTimes.stop) called[stop] = 1;
  for (const [stop, line] of stopLines.entries())
    if (called[stop] === 1 && stops.lat[stop] === 0 && stops.lon[stop] === 0)
      faults.warn("stops.txt", line, "stop_lat", `${shown(stops.ids[stop]!)} is at 0, 0, in the sea`);
  const idle = trips.ids.filter((_, trip) => trips.first[trip + 1]! - trips.first[trip]! < 2);
  for (const id of idle)
    faults.warn("trips.txt", null, "trip_id", `trip ${shown(id)} has fewer than two stop times`);
  if (idle.length === trips.ids.length)
    faults.add("stop_times.txt", null, null, "no trip has two stop times: nobody could ride");
}

function datesOf(info: CsvRows | null, services: Feed["services"], faults: Faults) {
  const coverage = coverageOf(info, services);
  if (!faults.isSound("calendar.txt") || !faults.isSound("calendar_dates.txt")) return coverage;
  if (coverage.endsOn === FIRST_DAY) faults.add("calendar.txt", null, null, "no service runs on any day");
  else if (coverage.endsOn < coverage.startsOn)
    faults.add(info ? "feed_info.txt" : "calendar.txt", null, null, "the feed ends before it starts");
  return coverage;
}

export function feedFacts(feed: Feed): FeedFacts {
  const { stops } = feed;
  const bounds = { south: 90, west: 180, north: -90, east: -180 };
  let count = 0;
  for (let stop = 0; stop < stops.ids.length; stop++) {
    if (stops.kind[stop] !== STOP) continue;
    count++;
    const [lat, lon] = [stops.lat[stop]!, stops.lon[stop]!];
    if (Number.isNaN(lat + lon)) continue;
    bounds.south = Math.min(bounds.south, lat);
    bounds.north = Math.max(bounds.north, lat);
    bounds.west = Math.min(bounds.west, lon);
    bounds.east = Math.max(bounds.east, lon);
  }
  return {
    agencies: feed.agencies.map((agency) => agency.name),
    timeZone: feed.agencies[0]!.timeZone,
    startsOn: localDate(feed.startsOn),
    endsOn: localDate(feed.endsOn),
    stops: count,
    trips: feed.trips.ids.length,
    stopTimes: feed.stopTimes.stop.length,
    bounds,
  };
}
