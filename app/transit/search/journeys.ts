/** The question families ask, answered for all doors at once: how to get there, when to leave, how long outside. */
import { coldSeconds, coldTable, type ColdCurve, WEATHER_UNKNOWN } from "~/domain/cold";
import type { EpochSeconds, Journey, LatLon, NoJourney, Way } from "~/domain/journey";
import { connectionsOn, type Day } from "~/transit/timetable/connections";
import { type Door, type DoorFront, frontAt } from "~/transit/search/doors";
import { linkSeconds } from "~/transit/timetable/footpaths";
import { journeyOf } from "~/transit/search/legs";
import { type Near, within } from "~/transit/timetable/nearby";
import { type DayRun, scan, type Search } from "~/transit/search/scan";
import { localDay, serviceDayStart } from "~/transit/timetable/service-day";
import type { Timetable } from "~/transit/timetable/timetable";
import { FAMILY_PACE, type Pace, walkSeconds } from "~/transit/timetable/walking";

const WINDOW_S = 4 * 3600;
// Nothing that departs later is ridden, not even by those aboard.
const AFTER_WINDOW_S = 4 * 3600;
const LATER_S = 3600;
const DAY_S = 86_400;

export type Question = {
  origin: LatLon;
  doors: Door[];
  /** The earliest moment to leave. */
  leaveFrom: EpochSeconds;
  /** The first vehicle departs at most this long after it. */
  windowS?: number;
  /** Shown are arrivals at most this long after the earliest; Infinity for no cut. */
  laterS?: number;
  pace?: Pace;
  coldWeight?: ColdCurve;
};

/** A Way for the key of every door, from one search. */
export function journeysFrom(timetable: Timetable, question: Question): Map<number, Way> {
  const leaveFrom = Math.ceil(question.leaveFrom);
  const { origin, pace = FAMILY_PACE, coldWeight: curve = WEATHER_UNKNOWN } = question;
  const access = within(timetable.grid, origin, timetable.walking.accessM);
  const search = searchOf(timetable, access, { ...question, leaveFrom }, pace, curve);
  // Taken while this question is answered: one asked meanwhile finds none and makes its own.
  const labels = scan({ ...search, used: timetable.used.pop() });
  const runningAt = (second: number) =>
    search.running[second] ?? coldSeconds(curve, leaveFrom, leaveFrom + second);
  const told = { timetable, labels, days: search.days, origin, leaveFrom, pace, curve };
  const asked = {
    labels,
    grid: timetable.grid,
    walking: timetable.walking,
    origin,
    pace,
    leaveFrom,
    runningAt,
    laterS: question.laterS ?? LATER_S,
  };
  const ways = new Map<number, Way>();
  for (const door of question.doors) {
    const found = frontAt(door, asked);
    const [first, ...rest] = found.front.map((arrival): Journey => journeyOf(arrival, door, told));
    const reason = () => whyNone(timetable, found, access.length > 0, leaveFrom);
    ways.set(
      door.key,
      first ? { kind: "journeys", journeys: [first, ...rest] } : { kind: "none", reason: reason() },
    );
  }
  timetable.used.push(labels);
  return ways;
}

function searchOf(
  timetable: Timetable,
  access: Near[],
  question: Question,
  pace: Pace,
  curve: ColdCurve,
): Omit<Search, "used"> {
  const { leaveFrom, windowS = WINDOW_S } = question;
  const endS = windowS + AFTER_WINDOW_S;
  const lastArrivalS = endS + timetable.order.longestS;
  const stops = timetable.stops.lat.length;
  const accessS = new Int32Array(stops).fill(-1);
  for (const { index, metres } of access) accessS[index] = walkSeconds(metres, pace) + pace.slackS;
  return {
    stops,
    days: access.length > 0 ? daysOf(timetable, leaveFrom, endS) : [],
    footpaths: timetable.footpaths,
    linkS: linkSeconds(timetable, pace),
    accessS,
    windowS,
    endS,
    lastArrivalS,
    penaltyS: pace.boardingPenaltyS,
    ...coldTable(curve, leaveFrom, lastArrivalS),
  };
}

/** Every service day with a departure in the time searched: yesterday's buses run past midnight. */
function daysOf(timetable: Timetable, leaveFrom: EpochSeconds, endS: number): DayRun[] {
  const { earliestS, latestS } = timetable.order;
  const days: DayRun[] = [];
  let firstRun = 0;
  for (const zone of timetable.timeZones) {
    // A day more on either side, for days of 23 and 25 hours.
    const first = localDay(leaveFrom, zone) - Math.ceil(latestS / DAY_S) - 1;
    const last = localDay(leaveFrom + endS, zone) + Math.ceil(-earliestS / DAY_S) + 1;
    for (let day = first; day <= last; day++) {
      const shiftS = serviceDayStart(day, zone) - leaveFrom;
      if (shiftS + latestS < 0 || shiftS + earliestS > endS) continue;
      const connections = connectionsOn(timetable, day, zone);
      const next = firstAtOrAfter(connections, -shiftS);
      const until = firstAtOrAfter(connections, endS - shiftS + 1);
      if (next === until) continue;
      days.push({ ...connections, shiftS, next, until, firstRun });
      firstRun += connections.trips.length;
    }
  }
  return days;
}

function firstAtOrAfter({ depart }: Day, second: number): number {
  let [low, high] = [0, depart.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (depart[middle]! < second) low = middle + 1;
    else high = middle;
  }
  return low;
}

function whyNone(
  timetable: Timetable,
  found: DoorFront,
  originInReach: boolean,
  at: EpochSeconds,
): NoJourney {
  if (found.tooLate) return "doors-closed";
  if (timetable.coverage.length === 0) return "no-timetable";
  const today = localDay(at, timetable.timeZone);
  if (timetable.coverage.every(({ endsOn }) => endsOn < today)) return "feed-expired";
  if (timetable.coverage.every(({ startsOn, endsOn }) => today < startsOn || today > endsOn))
    return "outside-feed-dates";
  return originInReach && found.stopInReach ? "last-bus-gone" : "no-stop-in-reach";
}
