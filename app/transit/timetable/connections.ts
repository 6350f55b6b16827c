/** Connections, a ride from one stop to the next, in the order they depart; and those of one service day. */
import { runsOn } from "~/transit/timetable/calendar";
import {
  type DayNumber,
  DROP_OFF_BY_ARRANGEMENT,
  NO_DROP_OFF,
  NO_PICKUP,
  PICKUP_BY_ARRANGEMENT,
} from "~/transit/gtfs/feed";
import type { Timetable } from "~/transit/timetable/timetable";

// Asking by phone first is not a plan for tonight: such stops are passed, until the page can say "call first".
const CANNOT_BOARD = NO_PICKUP | PICKUP_BY_ARRANGEMENT;
const CANNOT_ALIGHT = NO_DROP_OFF | DROP_OFF_BY_ARRANGEMENT;

// Tonight, last night and tomorrow for questions about different days, or a week of days where a trip runs that long.
const MOST_DAYS = 9;

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
 * The connections of one service day in order of departure, as a structure of arrays: times in seconds after the day's
 * beginning; `from` is -1 where one may not get on, `to` where one may not get off; `run` counts the day's trips.
 */
export type Day = {
  depart: Int32Array;
  arrive: Int32Array;
  from: Int32Array;
  to: Int32Array;
  run: Int32Array;
  at: Int32Array;
  /** The trip of each run, and its half headway. */
  trips: Int32Array;
  halfHeadwayS: Int32Array;
};

type Parts = Pick<Timetable, "trips" | "times">;

/** A counting sort: it is stable, so the connections of one trip stay in the order they are ridden. */
export function dayOrder({ trips, times }: Parts): DayOrder {
  let [earliestS, latestS, longestS, connections] = [0, 0, 0, 0];
  for (let t = 0; t < trips.first.length; t++) {
    const [first, last, offset] = [
      trips.first[t]!,
      trips.first[t]! + trips.length[t]! - 1,
      trips.offsetS[t]!,
    ];
    earliestS = Math.min(earliestS, times.depart[first]! + offset);
    latestS = Math.max(latestS, times.arrive[last]! + offset);
    connections += last - first;
    for (let at = first; at < last; at++)
      longestS = Math.max(longestS, times.arrive[at + 1]! - times.depart[at]!);
  }
  const next = new Int32Array(latestS - earliestS + 2);
  const each = (visit: (trip: number, at: number, depart: number) => void) => {
    for (let t = 0; t < trips.first.length; t++) {
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
export function connectionsOn(timetable: Timetable, day: DayNumber, timeZone: string): Day {
  const { days } = timetable.order;
  const key = `${day} ${timeZone}`;
  const known = days.get(key);
  days.delete(key);
  const connections = known ?? dayOf(timetable, day, timeZone);
  days.set(key, connections);
  if (days.size > MOST_DAYS) days.delete(days.keys().next().value!);
  return connections;
}

function dayOf({ trips, times, order, services }: Timetable, day: DayNumber, timeZone: string): Day {
  const runs = services.map(({ service, timeZone: zone }) => zone === timeZone && runsOn(service, day));
  const runOf = new Int32Array(trips.first.length).fill(-1);
  const running: number[] = [];
  let count = 0;
  for (let t = 0; t < runOf.length; t++) {
    if (!runs[trips.service[t]!]) continue;
    runOf[t] = running.push(t) - 1;
    count += trips.length[t]! - 1;
  }
  const column = () => new Int32Array(count);
  const filled = {
    depart: column(),
    arrive: column(),
    from: column(),
    to: column(),
    run: column(),
    at: column(),
  };
  for (let i = 0, slot = 0; slot < count; i++) {
    const t = order.trip[i]!;
    if (runOf[t]! < 0) continue;
    const at = order.at[i]!;
    filled.depart[slot] = times.depart[at]! + trips.offsetS[t]!;
    filled.arrive[slot] = times.arrive[at + 1]! + trips.offsetS[t]!;
    filled.from[slot] = times.rules[at]! & CANNOT_BOARD ? -1 : times.stop[at]!;
    filled.to[slot] = times.rules[at + 1]! & CANNOT_ALIGHT ? -1 : times.stop[at + 1]!;
    filled.run[slot] = runOf[t]!;
    filled.at[slot] = at;
    slot++;
  }
  return {
    ...filled,
    trips: Int32Array.from(running),
    halfHeadwayS: Int32Array.from(running, (t) => trips.halfHeadwayS[t]!),
  };
}
