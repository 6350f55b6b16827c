/**
 * Warm rooms on the way: who is inside pays nothing until they leave. A room is a place to start from, as the origin is:
 * whatever the departure, one leaves it at the last moment, and nobody's earlier being there makes them better off than
 * who came in with a smaller cost. So one falling list a room, of who is inside and since when, stands for all.
 */
import type { EpochSeconds, WarmRoom } from "~/domain/journey";
import { type Labels, winsTie } from "~/transit/search/labels";
import type { Timetable } from "~/transit/timetable/timetable";
import { type Reach, stopsLeadingTo, stopsNear } from "~/transit/timetable/reach";
import { type Pace, walkSeconds } from "~/transit/timetable/walking";

/** One stretch of a room's hours, in seconds after leaving is first possible. */
export type Room = { room: WarmRoom; opens: number; closes: number };

/** The rooms on foot from stop s, or to it, with the seconds there, are those from first[s] up to first[s + 1]. */
export type NearRooms = { first: Int32Array; room: number[]; walkS: number[] };

export type Rooms = {
  rooms: Room[];
  /** Into rooms from the stops, and out of them to the stops: pathways may lead one way only. */
  into: NearRooms;
  out: NearRooms;
  /** Everyone who ever was inside, by order of entering: since when, at which cost, after which label. */
  entered: number[];
  o: number[];
  label: number[];
  /** The room of the entry, the entry it bettered there, the next one entering at the same second. */
  of: number[];
  bettered: number[];
  nextInBucket: number[];
  bucket: Int32Array;
  /** Per room: the newest entry, the cheapest of all. */
  newest: Int32Array;
};

type RoomQuestion = {
  rooms: readonly WarmRoom[];
  pace: Pace;
  leaveFrom: EpochSeconds;
  seconds: number;
  wheelchair: boolean;
};

export function roomsOf(timetable: Timetable, question: RoomQuestion): Rooms | null {
  const { pace, leaveFrom, seconds, wheelchair } = question;
  const rooms = question.rooms.flatMap((room) =>
    room.open
      .map(({ from, until }) => ({ room, opens: from - leaveFrom, closes: until - leaveFrom }))
      .filter(({ opens, closes }) => closes > 0 && opens < seconds),
  );
  if (rooms.length === 0) return null;
  const { linkM } = timetable.walking;
  const stops = timetable.stops.lat.length;
  return {
    rooms,
    into: nearRooms(rooms, stops, pace, (room) => stopsLeadingTo(timetable, room, linkM, wheelchair)),
    out: nearRooms(rooms, stops, pace, (room) => stopsNear(timetable, room, linkM, wheelchair)),
    entered: [],
    o: [],
    label: [],
    of: [],
    bettered: [],
    nextInBucket: [],
    bucket: new Int32Array(seconds + 2).fill(-1),
    newest: new Int32Array(rooms.length).fill(-1),
  };
}

function nearRooms(rooms: Room[], stops: number, pace: Pace, near: (room: WarmRoom) => Reach[]): NearRooms {
  const walks = rooms
    .flatMap(({ room }, index) =>
      near(room).map(({ stop, metres, fixedS }) => ({
        stop,
        index,
        walkS: walkSeconds(metres, pace) + fixedS,
      })),
    )
    .toSorted((a, b) => a.stop - b.stop || a.index - b.index);
  const first = new Int32Array(stops + 1);
  for (const { stop } of walks) first[stop + 1]!++;
  for (let stop = 0; stop < stops; stop++) first[stop + 1]! += first[stop]!;
  return { first, room: walks.map(({ index }) => index), walkS: walks.map(({ walkS }) => walkS) };
}

/** Someone who got off walks into the rooms near the stop, waiting outside where one is still shut. */
export function enterRooms(
  rooms: Rooms,
  labels: Labels,
  label: number,
  running: Float64Array,
  now: number,
): void {
  const stop = labels.stop[label]!;
  const { first, room, walkS } = rooms.into;
  for (let near = first[stop]!; near < first[stop + 1]!; near++) {
    const { opens, closes } = rooms.rooms[room[near]!]!;
    const at = Math.max(labels.arrive[label]! + walkS[near]!, opens);
    if (at >= closes || at >= rooms.bucket.length) continue;
    const entry = rooms.o.length;
    rooms.entered.push(at);
    rooms.o.push(labels.c[label]! + running[at]!);
    rooms.label.push(label);
    rooms.of.push(room[near]!);
    rooms.bettered.push(-1);
    rooms.nextInBucket.push(-1);
    // Whose door is the stop itself was in before they could be released there.
    if (at <= now) settle(rooms, labels, entry);
    else {
      rooms.nextInBucket[entry] = rooms.bucket[at]!;
      rooms.bucket[at] = entry;
    }
  }
}

export function settleAll(rooms: Rooms, labels: Labels, now: number): void {
  for (let entry = rooms.bucket[now]!; entry >= 0; entry = rooms.nextInBucket[entry]!)
    settle(rooms, labels, entry);
}

function settle(rooms: Rooms, labels: Labels, entry: number): void {
  const of = rooms.of[entry]!;
  const newest = rooms.newest[of]!;
  if (newest >= 0) {
    const [o, known] = [rooms.o[entry]!, rooms.o[newest]!];
    const boardings = [entry, newest].map((e) => labels.boarding[rooms.label[e]!]!) as [number, number];
    if (o > known || (o === known && !winsTie(labels, ...boardings))) return;
  }
  rooms.bettered[entry] = newest;
  rooms.newest[of] = entry;
}

/** Who leaves the room at `at` at the least cost: the newest entry that was inside by then, or -1. */
export function insideBy(rooms: Rooms, room: number, at: number): number {
  let entry = rooms.newest[room]!;
  while (entry >= 0 && rooms.entered[entry]! > at) entry = rooms.bettered[entry]!;
  return entry;
}
