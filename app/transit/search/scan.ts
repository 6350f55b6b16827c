/**
 * The search: one chronological scan of connections that yields, at every stop, every way of getting there that is best
 * by arrival and outdoor cost, whenever one leaves within the window.
 *
 * Let X(t) be the running integral of the cold weight: being outside from t1 to t2 costs X(t2) - X(t1). A person's
 * outdoor cost o grows exactly as X while they walk or wait, and stands still while they ride. So c = o - X(t) is a
 * constant of a person who is outside; only riding lowers it. Of two people at a stop, both able to board, the one with
 * the smaller c is the better off at every later departure. One number per stop stands for its whole front, and one
 * number per trip, `tripO`, for everyone aboard it.
 *
 * Invariant, before the connections departing at t are scanned:
 * - `vC[s]` is the smallest c of the labels at s, which all came by vehicle, with arrival < t; `vLabel[s]` is that
 *   label, and following `bettered` from it gives vC as it was at every earlier second. (Only where transfers.txt has
 *   rules for single routes or trips, `isNamed`, they give every label, the newest first, and each is asked.)
 * - minC[s], the smallest c with which one can board at s now, is therefore the least, over the ways on foot that lead
 *   to s (one of them from s itself: the change there), of vC at their beginning as it was `link` seconds ago. It is
 *   looked up, never stored: vC as it is now is no larger, and where even that is no better than being aboard already,
 *   as at most ways on foot, nothing more is asked. (A bound kept for each stop costs more to keep than it saves.)
 * - `tripO[r]` is the smallest o of all ways of being aboard r when it departs from the stop before t. Where r is the
 *   vehicle of an ended trip, its riders are asked for at r's first departure: the whole of that trip was scanned by then.
 *
 * Why it holds. Connections are scanned by departure, so labels are made out of order of arrival: a fast trip that
 * leaves later arrives earlier. That is why a label waits in the bucket of the second after its arrival, and changes vC
 * only then; every way on foot takes a second or more, so it is there in time. Since arrival >= departure >= t, that
 * bucket is still to come. A label is dropped, at its release, only if one that came by vehicle and arrived no later at
 * the same stop has no larger c (and, c being equal, is not a better tie): that one boards, walks on, enters a
 * warm room and reaches every door no later and no dearer. A person who came on foot proves nothing here, for they may
 * not walk on (one link between rides), and is never compared with. Where transfers.txt gives single routes or trips a
 * rule of their own, who came first may not change where the other may: at such a stop (`isNamed`) none is dropped.
 * A room's cost stands still as a trip's does; rooms.ts says why one list serves for it.
 *
 * To change how the cold weighs, change ANCHORS in domain/cold.ts; what a ride, a change or leaving later costs, price.ts.
 * The above asks only that X never falls, and that a boarding after another costs no less than nothing, and the same for
 * all who make it at one second. What boarding from the origin costs may be anything (leaving later is taken off there):
 * it is where an o begins.
 */
import {
  ARRIVE,
  AT,
  type Day,
  DEPART,
  FROM,
  HALF_HEADWAY,
  RIDE,
  RUN,
  TAKES_OVER,
  TO,
} from "~/transit/timetable/connections";
import type { Footpaths } from "~/transit/timetable/footpaths";
import { type Changes, cheapestOf } from "~/transit/search/changes";
import { aboardFrom, type Labels, labelsFor, NOBODY, ORIGIN, winsTie } from "~/transit/search/labels";
import type { Price } from "~/transit/search/price";
import { enterRooms, insideBy, type Rooms, settleAll } from "~/transit/search/rooms";

/** A service day's connections in this search; `shiftS` turns its seconds into those after leaving. */
export type DayRun = Day & { shiftS: number; next: number; until: number; firstRun: number };

/** All times in seconds after the earliest leaving. */
export type Search = {
  stops: number;
  days: DayRun[];
  footpaths: Pick<Footpaths, "first" | "from">;
  /** For each way on foot: from getting off to being able to get on, at least 1. */
  linkS: Int32Array;
  /** From leaving the origin to being able to board at the stop, slack included; -1 where out of reach. */
  accessS: Int32Array;
  /** The last first departure, the last departure of all, and the last arrival there can be. */
  windowS: number;
  endS: number;
  lastArrivalS: number;
  price: Price;
  changeS: number;
  rooms: Rooms | null;
  /** Stops with rules for single routes or trips, and those rules. */
  isNamed: Uint8Array;
  changes: Changes;
  /** Whether getting off at this second or later is of no use any more: then the search may end. */
  isOver?: (labels: Labels, second: number) => boolean;
  used: Labels | undefined;
};

// Asking costs a little, going on for nothing a little more.
const ASKED_EVERY_S = 300;

const SLICE = 1 << 14;

/** In slices of a millisecond or two: other searches, and other people, may be answered between them. */
export function* scan(search: Search): Generator<void, Labels> {
  const labels = emptyLabels(search);
  for (let t = 0; (t = scanOn(search, labels, t, SLICE)) >= 0;) yield;
  return labels;
}

/** Goes on at that second, for `most` connections or a few more. Returns the second to go on at, or -1 at the end. */
function scanOn(search: Search, labels: Labels, second: number, most: number): number {
  const { days, linkS, accessS, windowS, endS, lastArrivalS, rooms, isNamed } = search;
  const { first: linkFirst, from: linkFrom } = search.footpaths;
  const { running, perChange, perRide, perSecondLater } = search.price;
  const { c, arrive, alightedAt, boarding, bettered, stop, nextInBucket, bucket } = labels;
  const { vC, vLabel, tripO, tripBoarding } = labels;
  let left = most;

  for (let t = second; t <= lastArrivalS + 1; t++) {
    if (left <= 0) return t;
    if (bucket[t]! >= 0) release(search, labels, t);
    if (rooms && rooms.bucket[t]! >= 0) settleAll(rooms, labels, t);
    if (t % ASKED_EVERY_S === 0 && search.isOver?.(labels, t)) break;
    if (t > endS) continue;
    const weight = running[t + 1]! - running[t]!;
    const anyChange = running[t]! + perChange * weight + perRide;
    for (const day of days) {
      const { rides, shiftS, until, firstRun } = day;
      let ride = day.next;
      for (; ride < until && rides[ride + DEPART]! + shiftS === t; ride += RIDE) {
        const run = firstRun + rides[ride + RUN]!;
        const at = rides[ride + AT]!;
        const from = rides[ride + FROM]!;
        if (rides[ride + TAKES_OVER] === 1) stayAboard(labels, day, run, at);
        if (from >= 0) {
          const ready = accessS[from]!;
          if (ready >= 0 && ready <= t && t <= windowS) {
            const outside = running[t]! - running[t - ready]! + rides[ride + HALF_HEADWAY]! * weight;
            board(labels, run, at, outside + perRide - perSecondLater * (t - ready), ORIGIN, t - ready, -1);
          }
          const change = anyChange + rides[ride + HALF_HEADWAY]! * weight;
          const linkEnd = linkFirst[from + 1]!;
          for (let link = linkFirst[from]!; link < linkEnd; link++) {
            const before = linkFrom[link]!;
            if (vC[before]! + change > tripO[run]!) continue;
            let label = vLabel[before]!;
            if (isNamed[before]) label = cheapestOf(search.changes, labels, { before, from, link, run, t });
            else while (label >= 0 && arrive[label]! + linkS[link]! > t) label = bettered[label]!;
            if (label >= 0) board(labels, run, at, c[label]! + change, label, 0, -1);
          }
          if (rooms && rooms.out.first[from + 1]! > rooms.out.first[from]!)
            boardFromRooms(search, rooms, labels, run, at, from, t, change);
        }
        const to = rides[ride + TO]!;
        if (to < 0 || tripO[run] === NOBODY) continue;
        const arrival = rides[ride + ARRIVE]! + shiftS;
        const label = labels.count++;
        c[label] = tripO[run]! - running[arrival]!;
        arrive[label] = arrival;
        alightedAt[label] = at + 1;
        boarding[label] = tripBoarding[run]!;
        stop[label] = to;
        nextInBucket[label] = bucket[arrival + 1]!;
        bucket[arrival + 1] = label;
      }
      left -= (ride - day.next) / RIDE;
      day.next = ride;
    }
  }
  return -1;
}

/** Those who arrived a second ago can now be seen by everybody who boards. */
function release({ isNamed, rooms, price }: Search, labels: Labels, t: number): void {
  const { c, stop, arrive, boarding, bettered, nextInBucket, vC, vLabel, soonest } = labels;
  for (let label = labels.bucket[t]!; label >= 0; label = nextInBucket[label]!) {
    const at = stop[label]!;
    const cost = c[label]!;
    const known = vLabel[at]!;
    if (known < 0) soonest[at] = arrive[label]!;
    // Dearer than the cheapest released there, or as dear and not a better tie.
    else if (
      cost >= vC[at]! &&
      isNamed[at] === 0 &&
      (cost > vC[at]! || !winsTie(labels, boarding[label]!, boarding[known]!))
    )
      continue;
    bettered[label] = known;
    vLabel[at] = label;
    if (cost < vC[at]!) vC[at] = cost;
    if (rooms) enterRooms(rooms, labels, label, price.running, t);
  }
}

/** Gets on the run at this stop time, from a label or the origin, where that is cheaper than being aboard already. */
function board(
  labels: Labels,
  run: number,
  at: number,
  o: number,
  parent: number,
  leaves: number,
  inside: number,
): void {
  if (o > labels.tripO[run]!) return;
  const before = parent >= 0 ? labels.boarding[parent]! : aboardFrom(parent);
  const rides = parent === ORIGIN ? 1 : labels.rides[before]! + (parent >= 0 ? 1 : 0);
  const leave = parent === ORIGIN ? leaves : labels.leave[before]!;
  const aboard = labels.tripBoarding[run]!;
  if (o === labels.tripO[run]) {
    const [known, knownLeave] = [labels.rides[aboard]!, labels.leave[aboard]!];
    if (rides > known || (rides === known && leave <= knownLeave)) return;
  }
  // A boarding of this very connection has no label yet and is written over, so one connection makes at most one.
  const fresh = labels.tripO[run]! < NOBODY && labels.boardedAt[aboard] === at;
  const boarding = fresh ? aboard : labels.boardings++;
  labels.run[boarding] = run;
  labels.boardedAt[boarding] = at;
  labels.parent[boarding] = parent;
  labels.inside[boarding] = inside;
  labels.rides[boarding] = rides;
  labels.leave[boarding] = leave;
  labels.tripO[run] = o;
  labels.tripBoarding[run] = boarding;
}

/** Who is aboard at the end of a trip that goes on as this one stays, and pays nothing. */
function stayAboard(labels: Labels, { goesOn, firstRun }: DayRun, run: number, at: number): void {
  const { first, from } = goesOn!;
  for (let i = first[run - firstRun]!; i < first[run - firstRun + 1]!; i++) {
    const before = firstRun + from[i]!;
    const o = labels.tripO[before]!;
    if (o < NOBODY) board(labels, run, at, o, aboardFrom(labels.tripBoarding[before]!), 0, -1);
  }
}

/** Out of each warm room near the stop: at the last moment for this departure, or when the room closes. */
function boardFromRooms(
  { changeS, price: { running } }: Search,
  rooms: Rooms,
  labels: Labels,
  run: number,
  at: number,
  from: number,
  t: number,
  change: number,
): void {
  const { first, room: roomOf, walkS } = rooms.out;
  for (let near = first[from]!; near < first[from + 1]!; near++) {
    const room = roomOf[near]!;
    const leaves = Math.min(t - walkS[near]! - changeS, rooms.rooms[room]!.closes);
    const entry = insideBy(rooms, room, leaves);
    if (entry < 0) continue;
    board(labels, run, at, rooms.o[entry]! - running[leaves]! + change, rooms.label[entry]!, 0, entry);
  }
}

function emptyLabels({ days, stops, lastArrivalS, used }: Search): Labels {
  const last = days.at(-1);
  const connections = days.reduce((sum, day) => sum + (day.until - day.next) / RIDE, 0);
  const runs = last ? last.firstRun + last.trips.length : 0;
  return labelsFor({ connections, stops, seconds: lastArrivalS + 2, runs }, used);
}
