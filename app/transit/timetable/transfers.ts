/** What transfers.txt says of single routes and trips: who may change where, and which runs are one vehicle's. */
import { NEVER_S } from "~/transit/timetable/footpaths";

/** A rule for who comes by one route or trip, or goes on with one; indices into the timetable, -1 for any. */
export type NamedRule = {
  fromRoute: number;
  fromTrip: number;
  toRoute: number;
  toTrip: number;
  /** A trip that is repeated is so many runs, one after the other in the timetable; else 1. */
  fromRuns?: number;
  toRuns?: number;
  /** Seconds from getting off to being able to get on, in the place of walk and change; -1: as everybody. */
  minS: number;
  /** No change between these two. */
  forbidden: boolean;
};

export type Transfers = {
  /** The rules between two stops, the most particular first; by pairKey. */
  named: Map<number, NamedRule[]>;
  /** 1 for each stop that such a rule leads away from. */
  isNamed: Uint8Array;
  /** Pairs of trips, from * trips + to: one vehicle all the same (type 4), or not one for its riders (type 5). */
  stays: Set<number>;
  parts: Set<number>;
};

type Ride = { trip: number; route: number };

/**
 * The seconds from getting off one trip to being able to get on the other; Infinity where that is forbidden.
 * `usualS` is what everybody needs; above NEVER_S where the two stops are not linked for everybody, by what it would take.
 */
export function changeSeconds(
  rules: readonly NamedRule[] | undefined,
  from: Ride,
  to: Ride,
  usualS: number,
): number {
  const rule = rules?.find(
    ({ fromTrip, fromRuns, fromRoute, toTrip, toRuns, toRoute }) =>
      (fromRoute < 0 || fromRoute === from.route) &&
      (toRoute < 0 || toRoute === to.route) &&
      isRunOf(fromTrip, fromRuns, from.trip) &&
      isRunOf(toTrip, toRuns, to.trip),
  );
  if (!rule) return usualS;
  if (rule.forbidden) return Infinity;
  if (rule.minS >= 0) return Math.max(rule.minS, 1);
  return usualS < NEVER_S ? usualS : usualS - NEVER_S;
}

function isRunOf(first: number, runs = 1, trip: number): boolean {
  return first < 0 || (trip >= first && trip < first + runs);
}
