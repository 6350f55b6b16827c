/** Which labels are worth showing at a door: its own front, taken only after the last walk and the wait for opening. */
import type { EpochSeconds, LatLon } from "~/domain/journey";
import { type Labels, NEVER, winsTie } from "~/transit/search/labels";
import { type Pace, type Walking, walkMetres, walkSeconds } from "~/transit/timetable/walking";
import { type Grid, within } from "~/transit/timetable/nearby";

/** Somewhere to go; when it lets people in, null without a limit. `key` is the asker's. */
export type Door = {
  key: number;
  lat: number;
  lon: number;
  opens: EpochSeconds | null;
  closes: EpochSeconds | null;
};

/** A way to the door, in seconds after leaving is first possible; label -1 is walking all the way. */
export type Arrival = {
  label: number;
  walkS: number;
  leaves: number;
  arrives: number;
  enters: number;
  cost: number;
};

export type DoorFront = { front: Arrival[]; stopInReach: boolean; tooLate: boolean };

export type DoorQuestion = {
  labels: Labels;
  grid: Grid;
  walking: Walking;
  origin: LatLon;
  pace: Pace;
  leaveFrom: EpochSeconds;
  /** The running cold at a second after leaving, however late. */
  runningAt: (second: number) => number;
  laterS: number;
};

/**
 * Every label that was the cheapest of its stop when it was released counts, not only those on the stop's front by
 * arrival and cost so far: one that arrives later and dearer, but with a smaller c, may be the better one at the door.
 */
export function frontAt(door: Door, question: DoorQuestion): DoorFront {
  const { labels, grid, walking, pace, leaveFrom } = question;
  const opens = door.opens === null ? -Infinity : door.opens - leaveFrom;
  const closes = door.closes === null ? Infinity : door.closes - leaveFrom;
  const stops = within(grid, door, walking.accessM).map(({ index, metres }) => ({
    stop: index,
    walkS: walkSeconds(metres, pace),
  }));
  const onFoot = wholeWalk(door, question, opens);
  let soonest = onFoot ? onFoot.arrives : NEVER;
  for (const { stop, walkS } of stops) soonest = Math.min(soonest, labels.soonest[stop]! + walkS);
  const reached = soonest < NEVER;
  if (soonest > closes) return { front: [], stopInReach: stops.length > 0, tooLate: reached };
  const latest = Math.min(closes, Math.max(soonest, opens) + question.laterS);
  const arrivals = stops.flatMap(({ stop, walkS }) => arrivalsFrom(stop, walkS, opens, latest, question));
  if (onFoot && onFoot.arrives <= latest) arrivals.push(onFoot);
  return { front: frontOf(arrivals, labels), stopInReach: stops.length > 0, tooLate: false };
}

function arrivalsFrom(
  stop: number,
  walkS: number,
  opens: number,
  latest: number,
  { labels, runningAt }: DoorQuestion,
): Arrival[] {
  const arrivals: Arrival[] = [];
  for (let label = labels.vLabel[stop]!; label >= 0; label = labels.bettered[label]!) {
    const arrives = labels.arrive[label]! + walkS;
    if (arrives > latest) continue;
    const enters = Math.max(arrives, opens);
    const leaves = labels.leave[labels.boarding[label]!]!;
    arrivals.push({ label, walkS, leaves, arrives, enters, cost: labels.c[label]! + runningAt(enters) });
    // Who comes earlier waits for the same opening, and not for less.
    if (arrives <= opens) break;
  }
  return arrivals;
}

// Leaving so as to be there when the door opens: waiting behind one's own door is warm.
function wholeWalk(
  door: Door,
  { origin, walking, pace, runningAt }: DoorQuestion,
  opens: number,
): Arrival | null {
  const metres = walkMetres(origin, door, walking.detour);
  if (metres > walking.wholeM) return null;
  const walkS = walkSeconds(metres, pace);
  const leaves = Math.max(0, opens - walkS);
  const arrives = leaves + walkS;
  return { label: -1, walkS, leaves, arrives, enters: arrives, cost: runningAt(arrives) - runningAt(leaves) };
}

/** By arrival, each cheaper than all before it. */
function frontOf(arrivals: Arrival[], labels: Labels): Arrival[] {
  arrivals.sort((a, b) => a.enters - b.enters || a.cost - b.cost || byTie(a, b, labels));
  const front: Arrival[] = [];
  for (const arrival of arrivals)
    if (front.length === 0 || arrival.cost < front.at(-1)!.cost) front.push(arrival);
  return front;
}

function byTie(a: Arrival, b: Arrival, labels: Labels): number {
  if (a.label === b.label) return 0;
  if (a.label < 0 || b.label < 0) return a.label - b.label;
  const [boardingA, boardingB] = [labels.boarding[a.label]!, labels.boarding[b.label]!];
  if (boardingA === boardingB) return a.label - b.label;
  return winsTie(labels, boardingA, boardingB) ? -1 : 1;
}
