/** The sample's two GTFS routes: their stops in order, and when their trips leave the first one. */
import type { WallMinutes } from "~/domain/zone";
import type { RouteName } from "~/domain/journey";

export type Service = "weekday" | "saturday" | "sunday";

export type SampleTrips = {
  route: string;
  headsign: string;
  direction: 0 | 1;
  /** Ids of `stops.ts`, in order. */
  stops: string[];
  departures: Partial<Record<Service, WallMinutes[]>>;
};

export const SAMPLE_ROUTES: Record<string, RouteName> = {
  "101": { shortName: "101", longName: "State", color: "#0b5fa5", textColor: "#ffffff" },
  "107": { shortName: "107", longName: "7th Street-Parallel", color: "#2e7d32", textColor: "#ffffff" },
};

// 101: every 30 min by day, hourly in the evening; 62 trips on a weekday, 24 on Saturday, 19 on Sunday, both ways
// together; the first leaves at 5:30 am, the last arrives by 11:35 pm.
const STATE_WEST = stopIds(`
  east-village 12-grand 12-broadway 5-armstrong 6-minnesota 7-minnesota-wb
  10-minnesota 14-minnesota 18-state 23-state 29-state 34-state 38-state 42-state
  47-state 51-state 55-state 59-state 63-state 67-state kckcc 78-state 82-state
  86-state 90-state 94-state 98-state 102-state village-west
`);
const STATE_EAST = STATE_WEST.toReversed().map((id) => (id === "7-minnesota-wb" ? "7-minnesota-eb" : id));

// 107: every 50 min from 5:52 am, the last bus at its last stop by 6:22 pm; no Sunday. Its west end is our guess.
const SEVENTH_NORTH = stopIds(`
  7-kansas-nb 7-osage 7-pacific 7-central-nb 7-reynolds 7-sandusky 7-barnett
  7-minnesota-nb 7-washington 7-freeman 7-parallel 10-parallel 13-parallel
  18-parallel 22-parallel 27-parallel 32-parallel 38-parallel 42-parallel
  47-parallel 47-state
`);
const SEVENTH_SOUTH = SEVENTH_NORTH.toReversed().map((id) =>
  id === "7-minnesota-nb" ? "7-minnesota-sb" : id,
);

export const SAMPLE_TRIPS: SampleTrips[] = [
  {
    route: "101",
    headsign: "Village West",
    direction: 0,
    stops: STATE_WEST,
    departures: {
      weekday: [...every(30, at(5, 30), at(18, 30)), ...every(60, at(19, 30), at(22, 30))],
      saturday: every(90, at(5, 30), at(22, 0)),
      sunday: every(105, at(6, 30), at(22, 15)),
    },
  },
  {
    route: "101",
    headsign: "Downtown Kansas City, Missouri",
    direction: 1,
    stops: STATE_EAST,
    departures: {
      weekday: [...every(30, at(5, 30), at(18, 30)), ...every(60, at(19, 30), at(22, 30))],
      saturday: every(90, at(5, 45), at(22, 15)),
      sunday: every(115, at(6, 30), at(21, 50)),
    },
  },
  {
    route: "107",
    headsign: "47th & State MetroCenter",
    direction: 0,
    stops: SEVENTH_NORTH,
    departures: { weekday: every(50, at(5, 52), at(17, 32)), saturday: every(50, at(5, 52), at(17, 32)) },
  },
  {
    route: "107",
    headsign: "7th & Kansas Ave",
    direction: 1,
    stops: SEVENTH_SOUTH,
    departures: { weekday: every(50, at(6, 12), at(17, 52)), saturday: every(50, at(6, 12), at(17, 52)) },
  },
];

function stopIds(words: string): string[] {
  return words.trim().split(/\s+/);
}

function at(hour: number, minute: number): WallMinutes {
  return hour * 60 + minute;
}

/** From the first to the last, both included. */
function every(headway: number, first: WallMinutes, last: WallMinutes): WallMinutes[] {
  return Array.from({ length: Math.floor((last - first) / headway) + 1 }, (_, i) => first + i * headway);
}
