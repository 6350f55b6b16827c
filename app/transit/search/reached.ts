/** The plain front of every stop, come to by vehicle or on foot after one: what another implementation can be held to. */
import { coldSeconds, WEATHER_UNKNOWN } from "~/domain/cold";
import type { EpochSeconds } from "~/domain/journey";
import { rideOf } from "~/transit/search/changes";
import { placeIn, putIn, tieAt } from "~/transit/search/front";
import { footpathsFor, type Question, searched } from "~/transit/search/journeys";
import { aboardFrom, type Labels, NEVER, ORIGIN, winsTie } from "~/transit/search/labels";
import type { Search } from "~/transit/search/scan";
import { type Footpaths, footSeconds, NEVER_S } from "~/transit/timetable/footpaths";
import type { Timetable } from "~/transit/timetable/timetable";
import { FAMILY_PACE, type Pace } from "~/transit/timetable/walking";

/** `outdoorS` is told without boarding penalties; the front is taken with them, and with the cold. */
export type Reached = { arrives: EpochSeconds; outdoorS: number };

type Asked = Omit<Question, "doors" | "aim">;

/** Getting off, and the walk to a stop nearby, or none. */
type Coming = { label: number; walkS: number; enters: number; cost: number };

/** For each stop by its index: arrivals in order, each cheaper than all before it; none where it is not reached. */
export function reachedFrom(timetable: Timetable, asked: Asked): Reached[][] {
  const { coldWeight: curve = WEATHER_UNKNOWN, pace = FAMILY_PACE, laterS = Infinity } = asked;
  return searched(timetable, { ...asked, doors: [] }, ({ search, labels, leaveFrom }) => {
    const { running } = search.price;
    const runningAt = (second: number) =>
      running[second] ?? coldSeconds(curve, leaveFrom, leaveFrom + second);
    const outdoorS = outdoorSeconds(timetable, search, labels);
    const waysTo = waysOnFoot(footpathsFor(timetable, asked.wheelchair ?? false), pace);
    return Array.from({ length: search.stops }, (_, stop) => {
      const ways = waysTo(stop);
      const soonest = ways.reduce(
        (least, { from, walkS }) => Math.min(least, labels.soonest[from]! + walkS),
        NEVER,
      );
      const front: Coming[] = [];
      for (const { from, walkS } of ways)
        for (let label = labels.vLabel[from]!; label >= 0; label = labels.bettered[label]!) {
          const enters = labels.arrive[label]! + walkS;
          if (enters > soonest + laterS) continue;
          const cost = labels.c[label]! + runningAt(enters);
          if (placeIn(front, enters, cost) >= 0) take(front, { label, walkS, enters, cost }, labels);
        }
      return front.map(({ label, enters, walkS }) => ({
        arrives: leaveFrom + enters,
        outdoorS: outdoorS(label) + walkS,
      }));
    });
  });
}

type OnFoot = { from: number; walkS: number };

/** From where one comes to a stop after getting off: there itself, and from those near it. */
function waysOnFoot(footpaths: Footpaths, pace: Pace): (stop: number) => OnFoot[] {
  return (stop) => {
    const ways: OnFoot[] = [{ from: stop, walkS: 0 }];
    for (let path = footpaths.first[stop]!; path < footpaths.first[stop + 1]!; path++) {
      const from = footpaths.from[path]!;
      // A way from a stop to itself is the change there; one that some riders may use is none for all.
      if (from !== stop && footpaths.minS[path]! < NEVER_S)
        ways.push({ from, walkS: footSeconds(footpaths, path, pace) });
    }
    return ways;
  };
}

function take(front: Coming[], coming: Coming, labels: Labels): void {
  const place = placeIn(front, coming.enters, coming.cost);
  if (place < 0) return;
  const tie = tieAt(front, place, coming);
  if (!tie || winsAgainst(coming.label, tie.label, labels)) putIn(front, place, coming);
}

function winsAgainst(a: number, b: number, labels: Labels): boolean {
  const [boardingA, boardingB] = [labels.boarding[a]!, labels.boarding[b]!];
  return boardingA === boardingB ? a < b : winsTie(labels, boardingA, boardingB);
}

/** Seconds outside until a label, each boarding's added up once: many labels come of one. */
function outdoorSeconds(
  { trips, times }: Timetable,
  search: Search,
  labels: Labels,
): (label: number) => number {
  const known = new Map<number, number>();
  const addUp = (boarding: number): number => {
    const parent = labels.parent[boarding]!;
    if (parent < ORIGIN) return untilAboard(aboardFrom(parent));
    const { day, trip } = rideOf({ days: search.days, trips }, labels.run[boarding]!);
    const at = labels.boardedAt[boarding]!;
    const departs = times.depart[at]! + trips.offsetS[trip]! + day.shiftS;
    const estimateS = trips.halfHeadwayS[trip]!;
    if (parent === ORIGIN) return departs - labels.leave[boarding]! + estimateS;
    const outside =
      departs -
      labels.arrive[parent]! -
      insideSeconds(search, labels, boarding, {
        stop: times.stop[at]!,
        departs,
      });
    return untilAboard(labels.boarding[parent]!) + outside + estimateS;
  };
  const untilAboard = (boarding: number): number => {
    const outdoorS = known.get(boarding) ?? addUp(boarding);
    known.set(boarding, outdoorS);
    return outdoorS;
  };
  return (label) => untilAboard(labels.boarding[label]!);
}

type Boarding = { stop: number; departs: number };

/** How long one sat in a warm room before getting on. */
function insideSeconds(
  { rooms, changeS }: Search,
  labels: Labels,
  boarding: number,
  { stop, departs }: Boarding,
): number {
  const entry = labels.inside[boarding]!;
  if (!rooms || entry < 0) return 0;
  const room = rooms.of[entry]!;
  const near = rooms.out.room.indexOf(room, rooms.out.first[stop]);
  const leaves = Math.min(departs - rooms.out.walkS[near]! - changeS, rooms.rooms[room]!.closes);
  return leaves - rooms.entered[entry]!;
}
