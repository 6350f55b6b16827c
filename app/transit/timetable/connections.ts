/** Connections, a ride from one stop to the next, in the order they depart; and those of one service day. */
import { goesOn, type GoesOn } from "~/transit/timetable/blocks";
import { runsOn } from "~/transit/timetable/calendar";
import {
  type DayNumber,
  DROP_OFF_BY_ARRANGEMENT,
  NO_DROP_OFF,
  NO_PICKUP,
  PICKUP_BY_ARRANGEMENT,
} from "~/transit/gtfs/feed";
import { toItsEnd } from "~/transit/timetable/slices";
import type { Timetable } from "~/transit/timetable/timetable";

/** Who rides: with a wheelchair; after asking the agency or the driver, where a stop is only served so. */
export type Riders = { wheelchair: boolean; callFirst: boolean };

export const ANYBODY: Riders = { wheelchair: false, callFirst: false };

// Tonight, last night and tomorrow for questions about different days and riders, or a week where a trip runs that long.
const MOST_DAYS = 12;
const NOT_POSSIBLE = 2;
// A slice of work between two breaths of a server: a few milliseconds.
const SLICE = 1 << 16;

/** All connections of all services by departure; `at` is the stop time one departs from. Days already asked for are kept. */
export type DayOrder = {
  trip: Int32Array;
  at: Int32Array;
  earliestS: number;
  latestS: number;
  longestS: number;
  days: Map<string, Day>;
};

/**
 * The connections of one service day in order of departure. Each is eight numbers side by side, for the search reads all
 * of them once and in this order, and a connection then costs one line of the processor's cache.
 */
export type Day = {
  rides: Int32Array;
  /** The trip of each run. */
  trips: Int32Array;
  /** Whose riders a run takes over. */
  goesOn: GoesOn | null;
};

/** Where in its eight numbers a connection has what. Times are seconds after the day's beginning. */
export const RIDE = 8;
export const DEPART = 0;
export const ARRIVE = 1;
/** The stop, or -1 where one may not get on, or not get off. */
export const FROM = 2;
export const TO = 3;
/** The run, which counts the day's trips, and the stop time departed from. */
export const RUN = 4;
export const AT = 5;
/** Half the headway of a run without exact times, else 0. */
export const HALF_HEADWAY = 6;
/** 1 where the run begins with riders of another. */
export const TAKES_OVER = 7;

type Parts = Pick<Timetable, "trips" | "times">;

/**
 * A counting sort: it is stable, so the connections of one trip stay in the order they are ridden, and those of a trip
 * that ends as another begins stay before the other's, be it over the moment it begins.
 */
export function dayOrder({ trips, times }: Parts): DayOrder {
  let [earliestS, latestS, longestS, connections] = [0, 0, 0, 0];
  const count = trips.first.length;
  const [start, end] = [new Int32Array(count), new Int32Array(count)];
  for (let t = 0; t < count; t++) {
    const [first, last, offset] = [
      trips.first[t]!,
      trips.first[t]! + trips.length[t]! - 1,
      trips.offsetS[t]!,
    ];
    start[t] = times.depart[first]! + offset;
    earliestS = Math.min(earliestS, start[t]!);
    end[t] = times.arrive[last]! + offset;
    latestS = Math.max(latestS, end[t]!);
    connections += last - first;
    for (let at = first; at < last; at++)
      longestS = Math.max(longestS, times.arrive[at + 1]! - times.depart[at]!);
  }
  const byStart = Int32Array.from({ length: count }, (_, t) => t).toSorted(
    (a, b) => start[a]! - start[b]! || end[a]! - end[b]! || a - b,
  );
  const next = new Int32Array(latestS - earliestS + 2);
  const each = (visit: (trip: number, at: number, depart: number) => void) => {
    for (const t of byStart) {
      const last = trips.first[t]! + trips.length[t]! - 1;
      for (let at = trips.first[t]!; at < last; at++)
        visit(t, at, times.depart[at]! + trips.offsetS[t]! - earliestS);
    }
  };
  each((_trip, _at, depart) => next[depart + 1]!++);
  for (let s = 1; s < next.length; s++) next[s]! += next[s - 1]!;
  const order = { trip: new Int32Array(connections), at: new Int32Array(connections) };
  each((trip, at, depart) => {
    const slot = next[depart]!++;
    order.trip[slot] = trip;
    order.at[slot] = at;
  });
  return { ...order, earliestS, latestS, longestS, days: new Map() };
}

/** The day's connections, made when first asked for. */
export function connectionsOn(
  timetable: Timetable,
  day: DayNumber,
  timeZone: string,
  riders: Riders = ANYBODY,
): Day {
  return toItsEnd(makeConnections(timetable, day, timeZone, riders));
}

/** The same in slices of a few milliseconds. */
export function* makeConnections(
  timetable: Timetable,
  day: DayNumber,
  timeZone: string,
  riders: Riders,
): Generator<void, Day> {
  const { days } = timetable.order;
  const key = `${day} ${timeZone} ${riders.wheelchair} ${riders.callFirst}`;
  const known = days.get(key) ?? (yield* dayOf(timetable, day, timeZone, riders));
  days.delete(key);
  days.set(key, known);
  if (days.size > MOST_DAYS) days.delete(days.keys().next().value!);
  return known;
}

/** Whether some stop is only served for who asks the agency or the driver before. */
export function asksFirst({ times }: Parts): boolean {
  return times.rules.some((rules) => (rules & (PICKUP_BY_ARRANGEMENT | DROP_OFF_BY_ARRANGEMENT)) !== 0);
}

function* dayOf(
  timetable: Timetable,
  day: DayNumber,
  timeZone: string,
  riders: Riders,
): Generator<void, Day> {
  const { trips, order, services } = timetable;
  const runs = services.map(({ service, timeZone: zone }) => zone === timeZone && runsOn(service, day));
  const runOf = new Int32Array(trips.first.length).fill(-1);
  const [running, unusable]: [number[], number[]] = [[], []];
  let count = 0;
  for (let t = 0; t < runOf.length; t++) {
    if (!runs[trips.service[t]!]) continue;
    if (riders.wheelchair && trips.wheelchair[t] === NOT_POSSIBLE) {
      unusable.push(t);
      continue;
    }
    runOf[t] = running.push(t) - 1;
    count += trips.length[t]! - 1;
  }
  yield;
  const follows = goesOn(timetable, running, unusable);
  yield;
  const rides = new Int32Array(RIDE * count);
  const fill = filler(timetable, riders, rides);
  for (let i = 0, slot = 0; slot < rides.length; i++) {
    const trip = order.trip[i]!;
    const run = runOf[trip]!;
    if (i % SLICE === SLICE - 1) yield;
    if (run < 0) continue;
    const at = order.at[i]!;
    fill(slot, trip, at);
    rides[slot + RUN] = run;
    const takesOver =
      follows !== null && at === trips.first[trip] && follows.first[run + 1]! > follows.first[run]!;
    rides[slot + TAKES_OVER] = takesOver ? 1 : 0;
    slot += RIDE;
  }
  return { rides, trips: Int32Array.from(running), goesOn: follows };
}

/** Writes the connection that departs at a stop time of a trip into its eight numbers. */
function filler({ trips, times, stops }: Timetable, riders: Riders, rides: Int32Array) {
  const cannotBoard = riders.callFirst ? NO_PICKUP : NO_PICKUP | PICKUP_BY_ARRANGEMENT;
  const cannotAlight = riders.callFirst ? NO_DROP_OFF : NO_DROP_OFF | DROP_OFF_BY_ARRANGEMENT;
  const usable = (stop: number) => !riders.wheelchair || stops.wheelchair[stop] !== NOT_POSSIBLE;
  return (slot: number, trip: number, at: number) => {
    const [from, to, offsetS] = [times.stop[at]!, times.stop[at + 1]!, trips.offsetS[trip]!];
    rides[slot + DEPART] = times.depart[at]! + offsetS;
    rides[slot + ARRIVE] = times.arrive[at + 1]! + offsetS;
    rides[slot + FROM] = times.rules[at]! & cannotBoard || !usable(from) ? -1 : from;
    rides[slot + TO] = times.rules[at + 1]! & cannotAlight || !usable(to) ? -1 : to;
    rides[slot + AT] = at;
    rides[slot + HALF_HEADWAY] = trips.halfHeadwayS[trip]!;
  };
}
