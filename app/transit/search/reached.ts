/** The plain front of every stop, come to by vehicle or on foot after one: what another implementation can be held to. */
import { coldSeconds, WEATHER_UNKNOWN } from "~/domain/cold";
import type { EpochSeconds } from "~/domain/journey";
import { rideOf } from "~/transit/search/changes";
import { footpathsFor, type Question, searched, type Searched } from "~/transit/search/journeys";
import { aboardFrom, type Labels, ORIGIN, winsTie } from "~/transit/search/labels";
import type { Search } from "~/transit/search/scan";
import { footSeconds } from "~/transit/timetable/footpaths";
import type { Timetable } from "~/transit/timetable/timetable";
import { FAMILY_PACE } from "~/transit/timetable/walking";

/** `outdoorS` is told without boarding penalties; the front is taken with them, and with the cold. */
export type Reached = { arrives: EpochSeconds; outdoorS: number };

type Asked = Omit<Question, "doors" | "aim">;

/** Getting off, and the walk to a stop nearby, or none. */
type Coming = { label: number; walkS: number; at: number; cost: number };

/** For each stop by its index: arrivals in order, each cheaper than all before it; none where it is not reached. */
export function reachedFrom(timetable: Timetable, asked: Asked): Reached[][] {
  const { coldWeight: curve = WEATHER_UNKNOWN, pace = FAMILY_PACE, laterS = Infinity } = asked;
  const footpaths = footpathsFor(timetable, asked.wheelchair ?? false);
  return searched(timetable, { ...asked, doors: [] }, (found) => {
    const { search, labels, leaveFrom } = found;
    const runningAt = (second: number) =>
      search.price.running[second] ?? coldSeconds(curve, leaveFrom, leaveFrom + second);
    const outdoorS = outdoorSeconds(timetable, found);
    return Array.from({ length: search.stops }, (_, stop) => {
      const coming = comingFrom(stop, 0, labels, runningAt);
      for (let path = footpaths.first[stop]!; path < footpaths.first[stop + 1]!; path++) {
        // A way from a stop to itself is the change there.
        if (footpaths.from[path] === stop) continue;
        const walkS = footSeconds(footpaths, path, pace);
        coming.push(...comingFrom(footpaths.from[path]!, walkS, labels, runningAt));
      }
      const front = frontOf(coming, labels);
      const latest = (front[0]?.at ?? 0) + laterS;
      return front
        .filter(({ at }) => at <= latest)
        .map(({ label, at, walkS }) => ({ arrives: leaveFrom + at, outdoorS: outdoorS(label) + walkS }));
    });
  });
}

function comingFrom(
  stop: number,
  walkS: number,
  labels: Labels,
  runningAt: (second: number) => number,
): Coming[] {
  const coming: Coming[] = [];
  for (let label = labels.vLabel[stop]!; label >= 0; label = labels.bettered[label]!) {
    const at = labels.arrive[label]! + walkS;
    coming.push({ label, walkS, at, cost: labels.c[label]! + runningAt(at) });
  }
  return coming;
}

function frontOf(coming: Coming[], labels: Labels): Coming[] {
  coming.sort((a, b) => a.at - b.at || a.cost - b.cost || byTie(a, b, labels));
  let cheapest = Infinity;
  return coming.filter(({ cost }) => {
    const isCheaper = cost < cheapest;
    if (isCheaper) cheapest = cost;
    return isCheaper;
  });
}

function byTie({ label: a }: Coming, { label: b }: Coming, labels: Labels): number {
  const [boardingA, boardingB] = [labels.boarding[a]!, labels.boarding[b]!];
  if (boardingA === boardingB) return a - b;
  return winsTie(labels, boardingA, boardingB) ? -1 : 1;
}

/** Seconds outside until a label, each boarding's added up once: many labels come of one. */
function outdoorSeconds(
  { trips, times }: Timetable,
  { search, labels }: Searched,
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
  const near = rooms.room.indexOf(room, rooms.first[stop]);
  const leaves = Math.min(departs - rooms.walkS[near]! - changeS, rooms.rooms[room]!.closes);
  return leaves - rooms.entered[entry]!;
}
