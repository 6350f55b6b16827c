/** Which labels are worth showing at a door: its own front, taken only after the last walk and the wait for opening. */
import type { EpochSeconds, LatLon } from "~/domain/journey";
import { placeIn, putIn, tieAt } from "~/transit/search/front";
import { type Labels, NEVER, winsTie } from "~/transit/search/labels";
import type { Aim } from "~/transit/search/price";
import type { Rooms } from "~/transit/search/rooms";
import { type Reach, stopsLeadingTo } from "~/transit/timetable/reach";
import type { Timetable } from "~/transit/timetable/timetable";
import { type Pace, walkMetres, walkSeconds } from "~/transit/timetable/walking";

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
  /** The entry of the warm room one comes out of, or -1, and when one leaves it. */
  inside: number;
  leavesRoom: number;
  /** The last walk. */
  metres: number;
  walkS: number;
  leaves: number;
  arrives: number;
  enters: number;
  cost: number;
};

export type DoorFront = { front: Arrival[]; stopInReach: boolean; tooLate: boolean };

export type DoorQuestion = {
  timetable: Timetable;
  labels: Labels;
  rooms: Rooms | null;
  origin: LatLon;
  pace: Pace;
  leaveFrom: EpochSeconds;
  aim: Aim;
  wheelchair: boolean;
  /** The running cost of being outside at a second after leaving, however late. */
  runningAt: (second: number) => number;
  perSecondLater: number;
  laterS: number;
};

type Hours = { opens: number; closes: number };
type Walk = Pick<Reach, "stop" | "metres"> & { walkS: number };

/** What leads to a door, whatever is found: the stops near it, and walking all the way. */
export type Approach = { door: Door; hours: Hours; walks: Walk[]; onFoot: Omit<Arrival, "cost"> | null };

type Asked = Pick<DoorQuestion, "timetable" | "origin" | "pace" | "leaveFrom" | "aim" | "wheelchair">;

export function approachTo(door: Door, asked: Asked): Approach {
  const { timetable, pace, leaveFrom, wheelchair } = asked;
  const hours = {
    opens: door.opens === null ? -Infinity : door.opens - leaveFrom,
    closes: door.closes === null ? Infinity : door.closes - leaveFrom,
  };
  const walks = stopsLeadingTo(timetable, door, timetable.walking.accessM, wheelchair).map(
    ({ stop, metres, fixedS }) => ({ stop, metres, walkS: walkSeconds(metres, pace) + fixedS }),
  );
  return { door, hours, walks, onFoot: wholeWalk(door, asked, hours) };
}

/** The first arrival from a stop or on foot, in time or not; NEVER while there is none. */
export function soonestBy({ walks, onFoot }: Approach, labels: Labels): number {
  let soonest = onFoot ? onFoot.arrives : NEVER;
  for (const { stop, walkS } of walks) soonest = Math.min(soonest, labels.soonest[stop]! + walkS);
  return Math.min(soonest, NEVER);
}

/** The last arrival worth showing. */
export function latestShown({ hours }: Approach, soonest: number, laterS: number): number {
  return Math.min(hours.closes, Math.max(soonest, hours.opens) + laterS);
}

/**
 * Every label that was the cheapest of its stop when it was released counts, not only those on the stop's front by
 * arrival and cost so far: one that arrives later and dearer, but with a smaller c, may be the better one at the door.
 */
export function frontAt(approach: Approach, question: DoorQuestion): DoorFront {
  const { labels, runningAt, perSecondLater, laterS } = question;
  const { door, hours, walks, onFoot } = approach;
  const stopInReach = walks.length > 0;
  // A room may stand nearer to the door than any stop.
  const fromRooms = roomArrivals(door, hours.opens, question);
  const soonest = fromRooms.reduce(
    (least, { arrives }) => Math.min(least, arrives),
    soonestBy(approach, labels),
  );
  if (soonest > hours.closes) return { front: [], stopInReach, tooLate: soonest < NEVER };
  const latest = latestShown(approach, soonest, laterS);
  const front: Arrival[] = [];
  for (const walk of walks) takeFromStop(front, walk, { opens: hours.opens, latest }, question);
  for (const arrival of fromRooms) if (arrival.arrives <= latest) take(front, arrival, labels);
  if (onFoot && onFoot.arrives <= latest) {
    const { leaves, arrives } = onFoot;
    const cost = runningAt(arrives) - runningAt(leaves) - perSecondLater * leaves;
    take(front, { ...onFoot, cost }, labels);
  }
  return { front, stopInReach, tooLate: false };
}

type Shown = { opens: number; latest: number };

function takeFromStop(front: Arrival[], walk: Walk, { opens, latest }: Shown, question: DoorQuestion): void {
  const { labels, runningAt, timetable } = question;
  const { stop, metres, walkS } = walk;
  for (let label = labels.vLabel[stop]!; label >= 0; label = labels.bettered[label]!) {
    const arrives = labels.arrive[label]! + walkS;
    if (arrives > latest) continue;
    const enters = Math.max(arrives, opens);
    const cost = labels.c[label]! + runningAt(enters);
    // Hundreds come to a door: only who is worth showing is written down.
    if (placeIn(front, enters, cost) >= 0) {
      const leaves = labels.leave[labels.boarding[label]!]!;
      take(front, { label, inside: -1, leavesRoom: 0, metres, walkS, leaves, arrives, enters, cost }, labels);
    }
    // Who comes earlier waits for the same opening, and not for less.
    if (arrives <= opens && !timetable.transfers.isNamed[stop]) break;
  }
}

/** Out of a warm room: at once, or so as to be at the door when it opens, or when the room closes. */
function roomArrivals(
  door: Door,
  opens: number,
  { timetable, labels, rooms, pace, runningAt }: DoorQuestion,
): Arrival[] {
  if (!rooms) return [];
  return rooms.rooms.flatMap(({ room, closes }, index) => {
    const metres = walkMetres(room, door, timetable.walking.detour);
    if (metres > timetable.walking.accessM) return [];
    const walkS = walkSeconds(metres, pace);
    const arrivals: Arrival[] = [];
    for (let inside = rooms.newest[index]!; inside >= 0; inside = rooms.bettered[inside]!) {
      const leavesRoom = Math.min(Math.max(rooms.entered[inside]!, opens - walkS), closes);
      const arrives = leavesRoom + walkS;
      const enters = Math.max(arrives, opens);
      const label = rooms.label[inside]!;
      const cost = rooms.o[inside]! + runningAt(enters) - runningAt(leavesRoom);
      const leaves = labels.leave[labels.boarding[label]!]!;
      arrivals.push({ label, inside, leavesRoom, metres, walkS, leaves, arrives, enters, cost });
    }
    return arrivals;
  });
}

// Leaving so as to be there when the door opens: waiting behind one's own door is warm. The last chance is to be there
// the moment it closes.
function wholeWalk(door: Door, asked: Asked, { opens, closes }: Hours): Approach["onFoot"] {
  const { origin, pace, aim } = asked;
  const { detour, wholeM } = asked.timetable.walking;
  const metres = walkMetres(origin, door, detour);
  if (metres > wholeM) return null;
  const walkS = walkSeconds(metres, pace);
  const last = aim === "latest-leave" && closes < Infinity ? closes - walkS : 0;
  const leaves = Math.max(0, opens - walkS, last);
  const arrives = leaves + walkS;
  return { label: -1, inside: -1, leavesRoom: 0, metres, walkS, leaves, arrives, enters: arrives };
}

/** Puts a way into the front where it belongs there. */
function take(front: Arrival[], arrival: Arrival, labels: Labels): void {
  const place = placeIn(front, arrival.enters, arrival.cost);
  if (place < 0) return;
  const tie = tieAt(front, place, arrival);
  if (!tie || winsAgainst(arrival, tie, labels)) putIn(front, place, arrival);
}

function winsAgainst(a: Arrival, b: Arrival, labels: Labels): boolean {
  if (a.label === b.label) return a.inside < b.inside;
  if (a.label < 0 || b.label < 0) return a.label < b.label;
  const [boardingA, boardingB] = [labels.boarding[a.label]!, labels.boarding[b.label]!];
  return boardingA === boardingB ? a.label < b.label : winsTie(labels, boardingA, boardingB);
}
