/**
 * A city of St. Louis's size that never was, as a GTFS feed: a grid of cross-town lines, radial lines through the middle,
 * buses by headways of the hour on weekdays, Saturdays and Sundays, the last of them after midnight.
 */
import { type Seeded, seeded } from "./seeded";

export type City = Map<string, string>;

type Line = { name: string; radial: boolean; there: Stop[]; back: Stop[] };
type Stop = { id: string; east: number; north: number };

const MIDDLE = { lat: 38.63, lon: -90.25 };
const METRES_PER_DEGREE = 111_195;
const SPACING_M = 340;
const STOPS_A_LINE = 43;
// A third of the lines in each direction: north to south, west to east, and through the middle.
const DIRECTIONS = 3;
const METRES_PER_SECOND = 5.6;

const SERVICES = [
  { id: "weekday", days: "1,1,1,1,1,0,0", stretch: 1 },
  { id: "saturday", days: "0,0,0,0,0,1,0", stretch: 1.6 },
  { id: "sunday", days: "0,0,0,0,0,0,1", stretch: 2 },
];

// Minutes between two buses from each hour of the service day on; 25 is one in the morning.
const HEADWAYS: [fromHour: number, minutes: number][] = [
  [4.5, 40],
  [6, 22],
  [9, 34],
  [15, 22],
  [18.5, 40],
  [21, 60],
];
const LAST_HOUR = 25.5;

/** About so many stops, and 88 stop times for each of them. */
export function cityOf(stops: number, seed: number): City {
  const random = seeded(seed);
  const count = Math.max(DIRECTIONS, Math.round(stops / STOPS_A_LINE / 2));
  const lines = Array.from({ length: count }, (_, index) => lineOf(index, count, random));
  const { trips, stopTimes } = runsOf(lines, random);
  const all = lines.flatMap(({ there, back }) => [...there, ...back]);
  return new Map([
    [
      "agency.txt",
      "agency_id,agency_name,agency_url,agency_timezone\n1,Made-up Transit,http://example.org,America/Chicago\n",
    ],
    ["stops.txt", table("stop_id,stop_name,stop_lat,stop_lon", all.map(stopRow))],
    [
      "routes.txt",
      table(
        "route_id,agency_id,route_short_name,route_type",
        lines.map(({ name }) => `${name},1,${name},3`),
      ),
    ],
    ["trips.txt", table("route_id,service_id,trip_id,trip_headsign,direction_id", trips)],
    ["stop_times.txt", table("trip_id,arrival_time,departure_time,stop_id,stop_sequence", stopTimes)],
    [
      "calendar.txt",
      table(
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
        SERVICES.map(({ id, days }) => `${id},${days},20240318,20240616`),
      ),
    ],
  ]);
}

function table(header: string, rows: string[]): string {
  return `${header}\n${rows.join("\n")}\n`;
}

function lineOf(index: number, count: number, random: Seeded): Line {
  const kind = index % DIRECTIONS;
  const place = Math.floor(index / DIRECTIONS);
  const most = Math.ceil((count - kind) / DIRECTIONS);
  const half = (SPACING_M * (STOPS_A_LINE - 1)) / 2;
  const aside = most < 2 ? 0 : (2 * half * place) / (most - 1) - half;
  const angle = [Math.PI / 2, 0, (Math.PI * (place + 0.5)) / most][kind]!;
  const [along, across] = [Math.cos(angle), Math.sin(angle)];
  const stopAt =
    (direction: number) =>
    (_: unknown, n: number): Stop => {
      const far = (direction === 0 ? 1 : -1) * (n * SPACING_M - half) + 80 * (random.next() - 0.5);
      // On the right-hand side of the street, 12 m from its middle.
      const off = (kind === 2 ? 0 : aside) + (direction === 0 ? 12 : -12);
      const id = String(10_000 + (2 * index + direction) * STOPS_A_LINE + n);
      return { id, east: far * along + off * across, north: far * across - off * along };
    };
  const [there, back] = [0, 1].map((direction) => Array.from({ length: STOPS_A_LINE }, stopAt(direction)));
  return { name: String(index + 1), radial: kind === 2, there: there!, back: back! };
}

function stopRow({ id, east, north }: Stop): string {
  const lat = MIDDLE.lat + north / METRES_PER_DEGREE;
  const lon = MIDDLE.lon + east / METRES_PER_DEGREE / Math.cos((MIDDLE.lat * Math.PI) / 180);
  return `${id},Stop ${id},${lat.toFixed(6)},${lon.toFixed(6)}`;
}

function runsOf(lines: Line[], random: Seeded): { trips: string[]; stopTimes: string[] } {
  const trips: string[] = [];
  const stopTimes: string[] = [];
  for (const { name, radial, there, back } of lines)
    for (const [direction, stops] of [there, back].entries())
      for (const { id: service, stretch } of SERVICES) {
        const offset = random.next();
        for (const start of startsOf(radial ? stretch * 0.8 : stretch, offset)) {
          const trip = String(3_000_000 + trips.length);
          trips.push(`${name},${service},${trip},To ${stops.at(-1)!.id},${direction}`);
          stopTimes.push(...callsOf(trip, stops, start, random));
        }
      }
  return { trips, stopTimes };
}

function startsOf(stretch: number, offset: number): number[] {
  const starts: number[] = [];
  for (let hour = HEADWAYS[0]![0] + offset / 2; hour < LAST_HOUR;) {
    starts.push(Math.round(hour * 60) * 60);
    hour += (HEADWAYS.findLast(([from]) => from <= hour)![1] * stretch) / 60;
  }
  return starts;
}

/** Slower in the rush, and by chance at every stop. */
function callsOf(trip: string, stops: Stop[], start: number, random: Seeded): string[] {
  const hour = start / 3600;
  const slow = (hour >= 7 && hour < 9) || (hour >= 16 && hour < 18) ? 1.25 : 1;
  let at = start;
  return stops.map(({ id }, n) => {
    if (n > 0) at += Math.round((SPACING_M / METRES_PER_SECOND) * slow * (0.7 + 0.6 * random.next()));
    return `${trip},${clock(at)},${clock(at)},${id},${n + 1}`;
  });
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
