/** A journey leg by leg, made from a label and the labels before it, for what is shown only. */
import { coldSeconds, type ColdCurve } from "~/domain/cold";
import type { EpochSeconds, Journey, LatLon, Leg, NamedPoint } from "~/domain/journey";
import type { Arrival, Door } from "~/transit/search/doors";
import type { Labels } from "~/transit/search/labels";
import { ridePath } from "~/transit/timetable/ride-path";
import type { DayRun } from "~/transit/search/scan";
import type { Timetable } from "~/transit/timetable/timetable";
import { type Pace, walkMetres, walkSeconds } from "~/transit/timetable/walking";

export type Told = {
  timetable: Timetable;
  labels: Labels;
  days: DayRun[];
  origin: LatLon;
  leaveFrom: EpochSeconds;
  pace: Pace;
  curve: ColdCurve;
};

/** One vehicle taken: the stop times it is boarded and left at. */
type Ride = { trip: number; shiftS: number; boardedAt: number; alightedAt: number };

export function journeyOf(arrival: Arrival, door: Door, told: Told): Journey {
  const { leaveFrom, timetable } = told;
  const rides = ridesTo(arrival.label, told);
  const legs: Leg[] = [];
  let here: NamedPoint = { lat: told.origin.lat, lon: told.origin.lon, name: "" };
  let outside = leaveFrom + arrival.leaves;
  let [outdoorS, coldS] = [0, 0];
  for (const ride of rides) {
    const leg = rideLeg(ride, told);
    if (here.name !== leg.from.name || here.lat !== leg.from.lat || here.lon !== leg.from.lon)
      addWalk(legs, { from: here, to: leg.from, departs: outside }, told);
    const estimateS = timetable.trips.halfHeadwayS[ride.trip]!;
    outdoorS += leg.departs - outside + estimateS;
    coldS +=
      coldSeconds(told.curve, outside, leg.departs) +
      estimateS * coldSeconds(told.curve, leg.departs, leg.departs + 1);
    legs.push(leg);
    here = leg.to;
    outside = leg.arrives;
  }
  addWalk(legs, { from: here, to: { lat: door.lat, lon: door.lon, name: "" }, departs: outside }, told);
  const enters = leaveFrom + arrival.enters;
  return {
    leaveBy: leaveFrom + arrival.leaves,
    arrives: leaveFrom + arrival.arrives,
    enters,
    outdoorS: outdoorS + enters - outside,
    coldMinutes: (coldS + coldSeconds(told.curve, outside, enters)) / 60,
    boardings: rides.length,
    estimated: legs.some((leg) => leg.kind === "ride" && leg.estimated),
    worst: { seconds: 0, coldMinutes: 0, peakWeight: 1 },
    callFirst: false,
    stepFree: "maybe",
    legs,
  };
}

function ridesTo(label: number, { labels, days, timetable }: Told): Ride[] {
  const rides: Ride[] = [];
  for (let at = label; at >= 0;) {
    const boarding = labels.boarding[at]!;
    const run = labels.run[boarding]!;
    const day = days.findLast((candidate) => candidate.firstRun <= run)!;
    const trip = day.trips[run - day.firstRun]!;
    const shiftS = day.shiftS + timetable.trips.offsetS[trip]!;
    rides.push({ trip, shiftS, boardedAt: labels.boardedAt[boarding]!, alightedAt: labels.alightedAt[at]! });
    at = labels.parent[boarding]!;
  }
  return rides.toReversed();
}

function rideLeg({ trip, shiftS, boardedAt, alightedAt }: Ride, told: Told): Leg & { kind: "ride" } {
  const { timetable, leaveFrom } = told;
  const { trips, times } = timetable;
  const route = timetable.routes[trips.route[trip]!]!;
  return {
    kind: "ride",
    route: route.name,
    headsign: timetable.headsigns[trips.headsign[trip]!] ?? null,
    from: stopPoint(timetable, times.stop[boardedAt]!),
    to: stopPoint(timetable, times.stop[alightedAt]!),
    departs: leaveFrom + shiftS + times.depart[boardedAt]!,
    arrives: leaveFrom + shiftS + times.arrive[alightedAt]!,
    stops: alightedAt - boardedAt,
    estimated: route.estimated || trips.halfHeadwayS[trip]! > 0,
    staysOn: false,
    ask: { on: "nobody", off: "nobody" },
    stepFree: "maybe",
    // Most legs are counted and not drawn: the line is made when it is read.
    get path() {
      return ridePath(timetable, trip, boardedAt, alightedAt);
    },
  };
}

function stopPoint({ stops }: Timetable, stop: number): NamedPoint {
  return { name: stops.names[stop]!, lat: stops.lat[stop]!, lon: stops.lon[stop]! };
}

type Step = { from: NamedPoint; to: NamedPoint; departs: EpochSeconds };

function addWalk(legs: Leg[], { from, to, departs }: Step, { timetable, pace }: Told): void {
  const metres = walkMetres(from, to, timetable.walking.detour);
  if (metres === 0) return;
  legs.push({ kind: "walk", from, to, departs, arrives: departs + walkSeconds(metres, pace), metres });
}
