/** Makes the sample's GTFS feed: the 101 and the 107 for a stretch of days, as an agency would publish them. */
import { strToU8, zipSync } from "fflate";
import type { LocalDate } from "~/domain/zone";
import type { LatLon } from "~/domain/journey";
import { SAMPLE_REGION } from "./region";
import { SAMPLE_ROUTES, SAMPLE_TRIPS } from "./routes";
import type { SampleTrips, Service } from "./routes";
import { SAMPLE_STOPS } from "./stops";
import type { SampleStop } from "./stops";

const AGENCY = "KCATA (sample)";

// A city bus with its stops and lights: 26 km/h over the streets, which are a little longer than straight lines.
const METRES_PER_SECOND = 7.3;
const STREET_DETOUR = 1.15;
const EARTH_RADIUS_M = 6_371_008.8;

const SERVICE_DAYS: Record<Service, number[]> = {
  weekday: [1, 1, 1, 1, 1, 0, 0],
  saturday: [0, 0, 0, 0, 0, 1, 0],
  sunday: [0, 0, 0, 0, 0, 0, 1],
};

type Cell = string | number;

/** The feed's files, both days included. */
export function makeSampleFeed(startsOn: LocalDate, endsOn: LocalDate): Map<string, Uint8Array> {
  const files = { ...timelessFiles(), ...datedFiles(startsOn, endsOn) };
  return new Map(Object.entries(files).map(([name, rows]) => [name, strToU8(csv(rows))]));
}

/** Equal files make equal bytes: the zip holds a fixed date. */
export function zipped(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(files), { mtime: "2026-01-01T12:00:00", level: 6 });
}

function timelessFiles(): Record<string, Cell[][]> {
  return {
    "agency.txt": [
      columns("agency_id agency_name agency_url agency_timezone agency_lang agency_phone"),
      ["kcata", AGENCY, "https://ridekc.org", SAMPLE_REGION.timeZone, "en", "816-221-0660"],
    ],
    "stops.txt": [columns("stop_id stop_name stop_lat stop_lon stop_desc"), ...stopRows()],
    "routes.txt": [
      columns("route_id agency_id route_short_name route_long_name route_type route_color route_text_color"),
      ...routeRows(),
    ],
    "shapes.txt": [
      columns("shape_id shape_pt_lat shape_pt_lon shape_pt_sequence shape_dist_traveled"),
      ...SAMPLE_TRIPS.flatMap(shapeRows),
    ],
    ...tripFiles(),
  };
}

function datedFiles(startsOn: LocalDate, endsOn: LocalDate): Record<string, Cell[][]> {
  const start = startsOn.replaceAll("-", "");
  const end = endsOn.replaceAll("-", "");
  const week = "monday tuesday wednesday thursday friday saturday sunday";
  return {
    "calendar.txt": [
      columns(`service_id ${week} start_date end_date`),
      ...Object.entries(SERVICE_DAYS).map(([service, days]) => [service, ...days, start, end]),
    ],
    "feed_info.txt": [
      columns("feed_publisher_name feed_publisher_url feed_lang feed_start_date feed_end_date feed_version"),
      [
        "Warmstop sample, not an agency's timetable",
        "https://ridekc.org",
        "en",
        start,
        end,
        `sample ${startsOn}`,
      ],
    ],
  };
}

function columns(names: string): string[] {
  return names.split(" ");
}

function stopRows(): Cell[][] {
  return usedStops().map(({ id, name, lat, lon, interpolated }) => {
    return [id, name, lat.toFixed(6), lon.toFixed(6), interpolated ? "placed by interpolation" : ""];
  });
}

function routeRows(): Cell[][] {
  return Object.entries(SAMPLE_ROUTES).map(([id, { shortName, longName, color, textColor }]) => {
    return [id, "kcata", shortName, longName, 3, color.slice(1), textColor.slice(1)];
  });
}

function shapeRows(trips: SampleTrips): Cell[][] {
  return metresAlong(trips).map(({ stop, metres }, i) => {
    return [shapeId(trips), stop.lat.toFixed(6), stop.lon.toFixed(6), i, metres.toFixed(0)];
  });
}

function tripFiles(): Record<string, Cell[][]> {
  const trips: Cell[][] = [
    ["route_id", "service_id", "trip_id", "trip_headsign", "direction_id", "shape_id"],
  ];
  const times: Cell[][] = [
    columns("trip_id arrival_time departure_time stop_id stop_sequence shape_dist_traveled timepoint"),
  ];
  for (const pattern of SAMPLE_TRIPS) {
    const calls = metresAlong(pattern);
    for (const [service, departures] of Object.entries(pattern.departures)) {
      for (const [i, departs] of departures.entries()) {
        const trip = `${pattern.route}-${pattern.direction}-${service}-${i + 1}`;
        trips.push([pattern.route, service, trip, pattern.headsign, pattern.direction, shapeId(pattern)]);
        for (const [n, { stop, metres }] of calls.entries()) {
          const time = clock(departs * 60 + secondsTo(metres));
          times.push([trip, time, time, stop.id, n + 1, metres.toFixed(0), stop.interpolated ? 0 : 1]);
        }
      }
    }
  }
  return { "trips.txt": trips, "stop_times.txt": times };
}

function usedStops(): SampleStop[] {
  const used = new Set(SAMPLE_TRIPS.flatMap(({ stops }) => stops));
  return [...SAMPLE_STOPS.values()].filter(({ id }) => used.has(id));
}

function metresAlong({ stops }: SampleTrips): { stop: SampleStop; metres: number }[] {
  let metres = 0;
  return stops.map((id, i) => {
    const stop = SAMPLE_STOPS.get(id)!;
    if (i > 0) metres += metresBetween(SAMPLE_STOPS.get(stops[i - 1]!)!, stop) * STREET_DETOUR;
    return { stop, metres };
  });
}

// Whole half minutes: a driver keeps no finer time, and the road back takes as long.
function secondsTo(metres: number): number {
  return Math.round(metres / METRES_PER_SECOND / 30) * 30;
}

function metresBetween(one: LatLon, other: LatLon): number {
  const radians = Math.PI / 180;
  const north = (other.lat - one.lat) * radians;
  const east = (other.lon - one.lon) * radians * Math.cos(((one.lat + other.lat) / 2) * radians);
  return EARTH_RADIUS_M * Math.hypot(north, east);
}

function shapeId({ route, direction }: SampleTrips): string {
  return `${route}-${direction}`;
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

function csv(rows: Cell[][]): string {
  const quoted = (cell: Cell) =>
    /[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell;
  return rows.map((row) => row.map(quoted).join(",")).join("\r\n") + "\r\n";
}
