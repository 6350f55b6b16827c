/** The question families ask, answered for all doors at once: how to get there, when to leave, how long outside. */
import { coldSeconds, type ColdCurve, WEATHER_UNKNOWN } from "~/domain/cold";
import type { EpochSeconds, Journey, LatLon, NoJourney, WarmRoom, Way } from "~/domain/journey";
import { daysOf, makeDays } from "~/transit/search/days";
import { approachTo, type Door, type DoorFront, frontAt } from "~/transit/search/doors";
import type { Labels } from "~/transit/search/labels";
import { journeyOf } from "~/transit/search/legs";
import { type Aim, priceOf } from "~/transit/search/price";
import { roomsOf } from "~/transit/search/rooms";
import { scan, type Search } from "~/transit/search/scan";
import { settlingOf } from "~/transit/search/settled";
import { linkSeconds } from "~/transit/timetable/footpaths";
import { type Reach, stopsNear } from "~/transit/timetable/reach";
import { localDay } from "~/transit/timetable/service-day";
import { toItsEnd } from "~/transit/timetable/slices";
import type { Timetable } from "~/transit/timetable/timetable";
import { FAMILY_PACE, type Pace, walkSeconds } from "~/transit/timetable/walking";

const WINDOW_S = 4 * 3600;
// Nothing that departs later is ridden, not even by those aboard.
const AFTER_WINDOW_S = 4 * 3600;
const LATER_S = 3600;

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
  aim?: Aim;
  /** Where one may wait indoors on the way. */
  rooms?: readonly WarmRoom[];
  /** Only stops and vehicles that are not known to be unusable with one. */
  wheelchair?: boolean;
  /** Also stops where one must ask the agency or the driver before; the journeys say so. */
  callFirst?: boolean;
};

/** One search, done: what to make answers of. */
export type Searched = {
  search: Search;
  labels: Labels;
  access: Reach[];
  leaveFrom: EpochSeconds;
};

// Room for a search, free to be used again. Taken while a question is answered: one asked meanwhile makes its own.
const spare = new WeakMap<Timetable, Labels[]>();

/** A Way for the key of every door, from one search. */
export function journeysFrom(timetable: Timetable, question: Question): Map<number, Way> {
  return toItsEnd(journeysInSlices(timetable, question));
}

/** The same in slices of a few milliseconds, for a server that answers others meanwhile; days are made as needed. */
export function* journeysInSlices(
  timetable: Timetable,
  question: Question,
): Generator<void, Map<number, Way>> {
  const { origin, pace = FAMILY_PACE, coldWeight: curve = WEATHER_UNKNOWN } = question;
  const { laterS = LATER_S, aim = "warmest", wheelchair = false, rooms = [] } = question;
  const asked = { timetable, origin, pace, leaveFrom: Math.ceil(question.leaveFrom), aim, wheelchair };
  const approaches = question.doors.map((door) => approachTo(door, asked));
  const tell = function* ({ search, labels, access, leaveFrom }: Searched) {
    const { days, price } = search;
    const runningAt = (second: number) =>
      price.running[second] ??
      (aim === "latest-leave" ? 0 : coldSeconds(curve, leaveFrom, leaveFrom + second));
    const { perSecondLater } = price;
    const shared = { ...asked, labels, rooms: search.rooms };
    const found = { ...shared, runningAt, perSecondLater, laterS };
    const told = { ...shared, days, curve, access, footpaths: footpathsFor(timetable, wheelchair) };
    const ways = new Map<number, Way>();
    for (const approach of approaches) {
      const { door } = approach;
      const front = frontAt(approach, found);
      const [first, ...rest] = front.front.map((arrival): Journey => journeyOf(arrival, door, told));
      const reason = () => whyNone(timetable, front, access.length > 0, leaveFrom);
      ways.set(
        door.key,
        first ? { kind: "journeys", journeys: [first, ...rest] } : { kind: "none", reason: reason() },
      );
      yield;
    }
    return ways;
  };
  return yield* searching(timetable, question, tell, settlingOf(approaches, { timetable, rooms, laterS }));
}

/** Searches, and hands what was found to `tell`, to be read before it returns: then it is used again. */
export function searched<T>(timetable: Timetable, question: Question, tell: (found: Searched) => T): T {
  return toItsEnd(
    searching(timetable, question, function* (found) {
      yield;
      return tell(found);
    }),
  );
}

/**
 * `isOver` may end the search before its time: it is asked whether what gets off at that second or later is of no use any
 * more.
 */
function* searching<T>(
  timetable: Timetable,
  question: Question,
  tell: (found: Searched) => Generator<void, T>,
  isOver?: Search["isOver"],
): Generator<void, T> {
  yield* prepare(timetable, question);
  const leaveFrom = Math.ceil(question.leaveFrom);
  const { origin, wheelchair = false } = question;
  const access = stopsNear(timetable, origin, timetable.walking.accessM, wheelchair);
  const search = searchOf(timetable, access, { ...question, leaveFrom });
  const free = spare.get(timetable) ?? [];
  spare.set(timetable, free);
  const labels = yield* scan({ ...search, isOver, used: free.pop() });
  const told = yield* tell({ search, labels, access, leaveFrom });
  free.push(labels);
  return told;
}

/** Makes the days a question needs in slices of a few milliseconds; its search then makes none. */
export function prepare(timetable: Timetable, question: Question): Generator<void> {
  const { leaveFrom, windowS = WINDOW_S } = question;
  return makeDays(
    timetable,
    { leaveFrom: Math.ceil(leaveFrom), endS: windowS + AFTER_WINDOW_S },
    ridersOf(question),
  );
}

function ridersOf({ wheelchair = false, callFirst = false }: Question) {
  return { wheelchair, callFirst };
}

export function footpathsFor(timetable: Timetable, wheelchair: boolean) {
  return (wheelchair && timetable.stepFreePaths) || timetable.footpaths;
}

function searchOf(timetable: Timetable, access: Reach[], question: Question): Search {
  const { leaveFrom, windowS = WINDOW_S, pace = FAMILY_PACE, aim = "warmest" } = question;
  const { coldWeight: curve = WEATHER_UNKNOWN, rooms = [], wheelchair = false } = question;
  const endS = windowS + AFTER_WINDOW_S;
  const lastArrivalS = endS + timetable.order.longestS;
  const { stops, trips, transfers } = timetable;
  const footpaths = footpathsFor(timetable, wheelchair);
  const linkS = linkSeconds(footpaths, pace);
  const days = access.length > 0 ? daysOf(timetable, { leaveFrom, endS }, ridersOf(question)) : [];
  const cold = { curve, from: leaveFrom, seconds: lastArrivalS, perChange: pace.boardingPenaltyS };
  return {
    stops: stops.lat.length,
    days,
    footpaths,
    linkS,
    accessS: accessSeconds(access, stops.lat.length, pace),
    windowS,
    endS,
    lastArrivalS,
    price: priceOf(aim, cold),
    changeS: Math.max(pace.changeS, 1),
    // Waiting warm or cold, one is as late.
    rooms:
      aim === "latest-leave"
        ? null
        : roomsOf(timetable, { rooms, pace, leaveFrom, seconds: lastArrivalS, wheelchair }),
    isNamed: transfers.isNamed,
    changes: { transfers, trips, stops: stops.lat.length, days, linkS },
    used: undefined,
  };
}

function accessSeconds(access: Reach[], stops: number, pace: Pace): Int32Array {
  const seconds = new Int32Array(stops).fill(-1);
  for (const { stop, metres, fixedS } of access)
    seconds[stop] = walkSeconds(metres, pace) + fixedS + pace.slackS;
  return seconds;
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
