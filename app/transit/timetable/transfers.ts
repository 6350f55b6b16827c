/** What transfers.txt says of single routes and trips: who may change where, and which runs are one vehicle's. */

/** A rule for who comes by one route or trip, or goes on with one; indices into the timetable, -1 for any. */
export type NamedRule = {
  fromRoute: number;
  fromTrip: number;
  toRoute: number;
  toTrip: number;
  /** Seconds from getting off to being able to get on, in the place of walk and change; -1: as everybody. */
  minS: number;
  /** No change between these two. */
  forbidden: boolean;
};

export type Transfers = {
  /** The rules between two stops, the most particular first; the key is from * stops + to. */
  named: Map<number, NamedRule[]>;
  /** 1 for each stop that such a rule leads away from. */
  isNamed: Uint8Array;
  /** Pairs of trips, from * trips + to: one vehicle all the same (type 4), or not one for its riders (type 5). */
  stays: Set<number>;
  parts: Set<number>;
};

export function noTransfers(stops: number): Transfers {
  return { named: new Map(), isNamed: new Uint8Array(stops), stays: new Set(), parts: new Set() };
}

/**
 * The seconds from getting off one trip to being able to get on the other; Infinity where that is forbidden.
 * `usualS` is what everybody needs, Infinity where the two stops are not linked for everybody.
 */
export function changeSeconds(
  rules: readonly NamedRule[] | undefined,
  from: { trip: number; route: number },
  to: { trip: number; route: number },
  usualS: number,
): number {
  const rule = rules?.find(
    ({ fromTrip, fromRoute, toTrip, toRoute }) =>
      (fromTrip < 0 || fromTrip === from.trip) &&
      (fromRoute < 0 || fromRoute === from.route) &&
      (toTrip < 0 || toTrip === to.trip) &&
      (toRoute < 0 || toRoute === to.route),
  );
  if (!rule) return usualS;
  if (rule.forbidden) return Infinity;
  return rule.minS < 0 ? usualS : Math.max(rule.minS, 1);
}
