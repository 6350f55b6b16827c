/** Timetables drawn in a test so that a reader sees the case: `trip("A 10:00", "B 10:30")`, and what comes of them. */
import type { EpochSeconds, LatLon, Way } from "~/domain/journey";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { readFeed } from "~/transit/gtfs/read-feed";
import type { Feed } from "~/transit/gtfs/feed";
import { buildTimetable, type Timetable } from "~/transit/timetable/timetable";

/** Everything is drawn in metres east and north of this corner, in a town in the zone of Chicago. */
export const CORNER: LatLon = { lat: 39.1, lon: -94.6 };
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180;

export type Place = [eastM: number, northM: number];

export function placed([east, north]: Place): LatLon {
  const lat = CORNER.lat + north / METRES_PER_DEGREE;
  return { lat, lon: CORNER.lon + east / METRES_PER_DEGREE / Math.cos((CORNER.lat * Math.PI) / 180) };
}

export type DrawnTrip = {
  id?: string;
  route?: string;
  service?: string;
  /** direction_id: "0" or "1". */
  direction?: string;
  shape?: string;
  block?: string;
  /** wheelchair_accessible: "1" or "2". */
  wheelchair?: string;
  /** Columns of stop_times.txt: stop, arrival, departure, pickup, drop-off, distance. */
  calls: {
    stop: string;
    arrive: string;
    depart: string;
    pickup: string;
    dropOff: string;
    distance: string;
  }[];
};

/** Calls as "A 10:00", "A 10:00-10:05" (arrival, departure), "A" (no time), with "no-on", "no-off", "km 1.5" after it. */
export function trip(...calls: string[]): DrawnTrip {
  return {
    calls: calls.map((call) => {
      const [stop, ...words] = call.split(" ");
      const times = words.find((word) => /^\d+:/.test(word)) ?? "";
      const [arrive, depart] = [...times.split("-"), times.split("-")[0]!] as [string, string];
      const after = (name: string) => (words.includes(name) ? (words[words.indexOf(name) + 1] ?? "") : "");
      return {
        stop: stop!,
        arrive: withSeconds(arrive),
        depart: withSeconds(depart),
        pickup: words.includes("no-on") ? "1" : words.includes("ask-on") ? "2" : "",
        dropOff: words.includes("no-off") ? "1" : words.includes("ask-off") ? "3" : "",
        distance: after("km"),
      };
    }),
  };
}

function withSeconds(time: string): string {
  return time === "" || time.split(":").length === 3 ? time : `${time}:00`;
}

export type Drawing = {
  stops: Record<string, Place>;
  trips: DrawnTrip[];
  /** Lines of calendar.txt after the service's id; by default "daily" runs all of January 2026. */
  calendar?: Record<string, string>;
  /** Lines of calendar_dates.txt. */
  dates?: string[];
  frequencies?: string[];
  /** Lines of transfers.txt: from stop, to stop, type, min time, from route, to route, from trip, to trip. */
  transfers?: string[];
  /** wheelchair_boarding of stops: "1" or "2". */
  wheelchair?: Record<string, string>;
  /** What is more than a stop on the street: location_type, parent_station, level_id. */
  inside?: Record<string, { kind?: number; of?: string; level?: string }>;
  /** Lines of pathways.txt: from, to, mode, both ways, length, time, steps. */
  pathways?: string[];
  /** level_index by level_id. */
  levels?: Record<string, number>;
  shapes?: Record<string, Place[]>;
  info?: string;
  zone?: string;
  /** Zones by agency_id, where there are several; and who runs which route, else the first. */
  agencies?: Record<string, string>;
  runBy?: Record<string, string>;
};

/** The files of a feed as a zip would hold them. */
export function feedFiles(drawing: Drawing): Map<string, Uint8Array> {
  const {
    stops,
    trips,
    dates = [],
    frequencies = [],
    transfers = [],
    wheelchair = {},
    inside = {},
    pathways = [],
    levels = {},
    shapes = {},
    runBy = {},
  } = drawing;
  const { agencies } = drawing;
  const calendar = drawing.calendar ?? { daily: "1,1,1,1,1,1,1,20260101,20260131" };
  const routes = [...new Set(trips.map(({ route = "R" }) => route))];
  const id = (t: DrawnTrip, i: number) => t.id ?? `t${String(i).padStart(3, "0")}`;
  const texts: Record<string, string[]> = {
    "agency.txt": agencies
      ? [
          "agency_id,agency_name,agency_url,agency_timezone",
          ...Object.entries(agencies).map(([agency, zone]) => `${agency},${agency},http://x,${zone}`),
        ]
      : ["agency_name,agency_url,agency_timezone", `Town,http://x,${drawing.zone ?? "America/Chicago"}`],
    "stops.txt": [
      "stop_id,stop_name,stop_lat,stop_lon,wheelchair_boarding,location_type,parent_station,level_id",
      ...Object.entries(stops).map(([name, place]) => {
        const { kind = "", of = "", level = "" } = inside[name] ?? {};
        const { lat, lon } = placed(place);
        return [name, name, lat, lon, wheelchair[name] ?? "", kind, of, level].join();
      }),
    ],
    "routes.txt": agencies
      ? [
          "route_id,agency_id,route_short_name,route_type",
          ...routes.map((route) => `${route},${runBy[route] ?? Object.keys(agencies)[0]},${route},3`),
        ]
      : ["route_id,route_short_name,route_type", ...routes.map((route) => `${route},${route},3`)],
    "trips.txt": [
      "trip_id,route_id,service_id,direction_id,shape_id,block_id,wheelchair_accessible",
      ...trips.map((t, i) =>
        [
          id(t, i),
          t.route ?? "R",
          t.service ?? "daily",
          t.direction ?? "",
          t.shape ?? "",
          t.block ?? "",
          t.wheelchair ?? "",
        ].join(),
      ),
    ],
    "stop_times.txt": [
      "trip_id,stop_sequence,stop_id,arrival_time,departure_time,pickup_type,drop_off_type,shape_dist_traveled",
      ...trips.flatMap((t, i) => t.calls.map((c, n) => [id(t, i), n, ...Object.values(c)].join())),
    ],
    "calendar.txt": [
      "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
      ...Object.entries(calendar).map(([service, line]) => `${service},${line}`),
    ],
  };
  if (dates.length > 0) texts["calendar_dates.txt"] = ["service_id,date,exception_type", ...dates];
  if (frequencies.length > 0)
    texts["frequencies.txt"] = ["trip_id,start_time,end_time,headway_secs,exact_times", ...frequencies];
  if (transfers.length > 0)
    texts["transfers.txt"] = [
      "from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_route_id,to_route_id,from_trip_id,to_trip_id",
      ...transfers,
    ];
  if (pathways.length > 0)
    texts["pathways.txt"] = [
      "pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,length,traversal_time,stair_count",
      ...pathways.map((line, i) => `${i},${line}`),
    ];
  if (Object.keys(levels).length > 0)
    texts["levels.txt"] = [
      "level_id,level_index",
      ...Object.entries(levels).map(([level, index]) => `${level},${index}`),
    ];
  if (drawing.info) texts["feed_info.txt"] = ["feed_start_date,feed_end_date", drawing.info];
  if (Object.keys(shapes).length > 0)
    texts["shapes.txt"] = [
      "shape_id,shape_pt_sequence,shape_pt_lat,shape_pt_lon",
      ...Object.entries(shapes).flatMap(([shape, places]) =>
        places.map((place, i) => `${shape},${i},${placed(place).lat},${placed(place).lon}`),
      ),
    ];
  return asFiles(texts);
}

export function asFiles(texts: Record<string, string[] | string>): Map<string, Uint8Array> {
  const encoder = new TextEncoder();
  const text = (lines: string[] | string) => (typeof lines === "string" ? lines : `${lines.join("\n")}\n`);
  return new Map(Object.entries(texts).map(([name, lines]) => [name, encoder.encode(text(lines))]));
}

export function feedOf(files: Map<string, Uint8Array>): Feed {
  const read = readFeed(files);
  if (read.kind === "refused") throw new Error(JSON.stringify(read.faults));
  return read.feed;
}

export function town(drawing: Drawing, handRoutes: HandRoute[] = []): Timetable {
  return buildTimetable({ feeds: [feedOf(feedFiles(drawing))], handRoutes, timeZone: "America/Chicago" });
}

/** In January the town is six hours behind UTC: "14 10:30" is the 14th at half past ten. */
export function at(time: string): EpochSeconds {
  const [day, clock] = time.split(" ") as [string, string];
  const [h, m, s = 0] = clock.split(":").map(Number) as [number, number, number?];
  return Date.UTC(2026, 0, Number(day), h + 6, m, s) / 1000;
}

export function clockOf(second: EpochSeconds): string {
  return new Date((second - 6 * 3600) * 1000).toISOString().slice(11, 19);
}

/** A front as lines: "leave 09:50:00, there 10:30:00, 300 s outside, 1 ride". */
export function told(way: Way | undefined): string[] {
  if (!way) return ["no answer"];
  if (way.kind === "none") return [way.reason];
  return way.journeys.map(
    ({ leaveBy, enters, outdoorS, boardings }) =>
      `leave ${clockOf(leaveBy)}, in ${clockOf(enters)}, ${outdoorS} s outside, ${boardings} ride${boardings === 1 ? "" : "s"}`,
  );
}
