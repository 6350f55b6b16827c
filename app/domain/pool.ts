/** The beds and rooms of a place for one household type, and what the public is told of them. */
import { worthOf, type Worth } from "~/domain/freshness";
import type { EpochSeconds } from "~/domain/journey";
import { isFamily, people, type Party, ONE_ADULT } from "~/domain/party";

export const HOUSEHOLDS = ["anyone", "families", "adults", "women", "men", "couples", "youth"] as const;
export type Household = (typeof HOUSEHOLDS)[number];

export const UNITS = ["room", "bed", "mat", "crib"] as const;
export type Unit = (typeof UNITS)[number];

/** By what way a report came in. */
export const REPORT_WAYS = ["web", "sms", "phone", "import", "command", "sample", "volunteer"] as const;
export type ReportWay = (typeof REPORT_WAYS)[number];

export type Pool = {
  poolId: number;
  household: Household;
  unit: Unit;
  peoplePerUnit: number;
  capacity: number;
  occupied: number;
  held: number;
  outOfService: number;
  /** The newest report, if there ever was one; without it no number is known. */
  lastReport: { at: Date; way: ReportWay } | null;
  /** Since then people said at the door that there is no way in. */
  doubted?: boolean;
  /** In the capacity, until then. */
  extra?: ExtraUntil | null;
};

/** Units that are there until a moment only. */
export type ExtraUntil = { units: number; until: EpochSeconds };

/** What the public may read of a pool: never more than its worth allows. */
export type Count = {
  poolId: number;
  household: Household;
  unit: Unit;
  peoplePerUnit: number;
  worth: Worth;
  way: ReportWay | null;
  /** Said while the count is a promise. */
  extra?: ExtraUntil | null;
  /** How many units the party that asks would need. */
  needs: number;
};

/** Below zero the pool is over: more people than room, stated by staff, and true. */
export function freeUnits(pool: Pick<Pool, "capacity" | "outOfService" | "occupied" | "held">): number {
  return pool.capacity - pool.outOfService - pool.occupied - pool.held;
}

/** Nobody shares a bed or a room with strangers: a started unit is a whole one. */
export function unitsNeeded(pool: Pick<Pool, "peoplePerUnit">, party: Party): number {
  return Math.max(1, Math.ceil(people(party) / Math.max(1, pool.peoplePerUnit)));
}

/**
 * Could this pool take the party? We never ask for a gender, so a pool for women or for men could take any party
 * of adults. A crib is beside a bed, never instead of one.
 */
export function couldTake(pool: Pick<Pool, "unit" | "household" | "peoplePerUnit">, party: Party): boolean {
  if (pool.unit === "crib") return false;
  // Two rooms on one corridor still part a family that asked to be kept together.
  if (party.together && pool.unit === "room" && unitsNeeded(pool, party) > 1) return false;
  return isFor(pool.household, party);
}

/** The pools that could take the party when it comes at `then`, the best known one first. */
export function countsFor(
  pools: readonly Pool[],
  party: Party,
  now: EpochSeconds,
  then: EpochSeconds = now,
): Count[] {
  return pools
    .filter((pool) => couldTake(pool, party))
    .map((pool) => countOf(pool, party, now, then))
    .toSorted((a, b) => promise(b) - promise(a) || knownFree(b) - knownFree(a) || a.poolId - b.poolId);
}

/** Every pool, for whoever has not said who they are. */
export function countsForAnyone(pools: readonly Pool[], now: EpochSeconds): Count[] {
  return pools.map((pool) => countOf(pool, ONE_ADULT, now, now));
}

/**
 * Is there room for the party? Answered from the public count alone: an answer from the exact number of a small
 * pool would give the number away to whoever asks for parties of two, four and six in turn.
 */
export function roomIn(count: Count): "yes" | "no" | "ask" {
  const { worth, needs } = count;
  if (worth.kind === "call-first" || worth.kind === "unknown") return "ask";
  if (worth.free.kind === "none") return "no";
  if (worth.free.kind === "some") return needs > 1 ? "ask" : "yes";
  return worth.free.units >= needs ? "yes" : "no";
}

function countOf(pool: Pool, party: Party, now: EpochSeconds, then: EpochSeconds): Count {
  const { poolId, household, unit, peoplePerUnit, lastReport, capacity, outOfService, doubted } = pool;
  const { extra = null } = pool;
  const said = lastReport && {
    at: lastReport.at.getTime() / 1000,
    inService: capacity - outOfService,
    free: freeUnits(pool),
    doubted,
  };
  const worth = worthOf(said, now, then);
  const isPromise = worth.kind === "fresh" || worth.kind === "aging";
  return {
    poolId,
    household,
    unit,
    peoplePerUnit,
    worth,
    way: lastReport?.way ?? null,
    extra: isPromise ? extra : null,
    needs: unitsNeeded(pool, party),
  };
}

function isFor(household: Household, party: Party): boolean {
  const alone = party.adults === 0;
  switch (household) {
    case "anyone":
      return true;
    case "families":
      return isFamily(party) && !alone;
    case "youth":
      return alone;
    case "couples":
      return party.adults === 2 && !isFamily(party);
    case "adults":
    case "women":
    case "men":
      return !isFamily(party) && !alone;
  }
}

const PROMISE = { yes: 4, ask: 2, no: 0 };

/** A known room counts most, then what is worth a question; of two, the newer count. */
function promise(count: Count): number {
  return PROMISE[roomIn(count)] + (count.worth.kind === "fresh" || count.worth.kind === "call-first" ? 1 : 0);
}

function knownFree({ worth }: Count): number {
  if (worth.kind !== "fresh" && worth.kind !== "aging") return 0;
  return worth.free.kind === "number" ? worth.free.units : 0;
}
