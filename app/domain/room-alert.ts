/** "Tell me when a room opens": who waits, and what of that which is free now could be offered to them. */
import { fitOf } from "~/domain/fit";
import { lettingIn, openingAt } from "~/domain/hours/opening";
import type { EpochSeconds } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { Place } from "~/domain/place";
import { couldTake, freeUnits, unitsNeeded, type Pool, type Unit } from "~/domain/pool";
import { isGendered } from "~/domain/rank";

/** unconfirmed: nobody has said the words of the mail. */
export type AlertState = "unconfirmed" | "waiting" | "offered" | "ended";

/** no-answer: two offers in a row were not answered. replaced: the same contact asked again. */
export type AlertEnd =
  "taken" | "stopped" | "over" | "no-answer" | "unreachable" | "replaced" | "unconfirmed";

export type RoomAlert = {
  alertId: string;
  regionId: number;
  state: AlertState;
  endedAs: AlertEnd | null;
  until: Date;
  /** null once it is forgotten. */
  party: Party | null;
  /** Really held for them while they think. */
  offer: {
    holdId: string;
    placeId: number;
    unit: Unit;
    units: number;
    until: Date;
    arrivesAt: Date | null;
  } | null;
};

/** A pool, and when it was offered, or when staff would not give what was offered of it. */
export type OfferedPool = { poolId: number; at: EpochSeconds };

export type InLine = { party: Party; offered: readonly OfferedPool[] };

export type Offer = { poolId: number; units: number; arrivesAt: EpochSeconds | null };

// Who comes at the count of the last hour finds it so; an older one is a reason to call, not to promise.
const FRESH_S = 3600;
// A hold stands for three hours, half an hour of it after the arrival, and ten minutes pass before they say yes.
const LONGEST_AHEAD_S = 140 * 60;

/**
 * What could be offered to a party now, the best first: places known to take them before those that may, then the fewest
 * people per unit, for a large room may be the only one for a large family.
 */
export function offersFor(
  { party, offered }: InLine,
  places: readonly Place[],
  declined: readonly OfferedPool[],
  { now, timeZone }: { now: EpochSeconds; timeZone: string },
): Offer[] {
  const found = places.flatMap((place) => {
    // A member's room and a funded stay are a coordinator's to give; a hall holds no room.
    const fit = place.kind === "shelter" ? fitOf(party, place.admits) : null;
    const arrival = arrivalAt(place, timeZone, now);
    if (fit === null || fit.kind === "no" || arrival === "not-tonight") return [];
    return place.pools
      .filter((pool) => isOfferable(pool, party, now) && !isSettled(pool, [...offered, ...declined]))
      .map((pool) => ({ pool, sure: fit.kind === "yes", arrivesAt: arrival === "now" ? null : arrival }));
  });
  return found
    .toSorted(
      (a, b) =>
        Number(b.sure) - Number(a.sure) ||
        a.pool.peoplePerUnit - b.pool.peoplePerUnit ||
        a.pool.poolId - b.pool.poolId,
    )
    .map(({ pool, arrivesAt }) => ({ poolId: pool.poolId, units: unitsNeeded(pool, party), arrivesAt }));
}

/** Nobody is asked for a gender: a bed for women or for men alone is a call's to find out. */
function isOfferable(pool: Pool, party: Party, now: EpochSeconds): boolean {
  const said = pool.lastReport?.at.getTime();
  const isFresh = said !== undefined && now - said / 1000 < FRESH_S && !pool.doubted;
  return (
    isFresh &&
    !isGendered(pool.household) &&
    couldTake(pool, party) &&
    freeUnits(pool) >= unitsNeeded(pool, party)
  );
}

/** Offered and passed on, or not given, since staff last counted: it is not asked about again. */
function isSettled({ poolId, lastReport }: Pool, before: readonly OfferedPool[]): boolean {
  const said = (lastReport?.at.getTime() ?? 0) / 1000;
  return before.some((offer) => offer.poolId === poolId && offer.at > said);
}

/** Where nobody told us the hours, staff who count say that somebody is there. */
function arrivalAt(place: Place, timeZone: string, now: EpochSeconds): EpochSeconds | "now" | "not-tonight" {
  const opening = openingAt(place.hours, timeZone, now, true);
  if (opening.kind === "unknown") return "now";
  const intake = opening.kind === "open" || opening.kind === "opens" ? lettingIn(opening) : null;
  if (!intake || intake.from > now + LONGEST_AHEAD_S) return "not-tonight";
  return intake.from > now ? intake.from : "now";
}
