/** A hold: a promise of units for a party until a time, taken by a family without an account, and what becomes of it. */
import type { EpochSeconds } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { Household, Unit } from "~/domain/pool";

export const HOLD_STATES = ["held", "arrived", "cancelled", "expired", "declined", "no-show"] as const;
export type HoldState = (typeof HOLD_STATES)[number];

export const HOLD_EVENTS = [
  "taken",
  "accepted",
  "confirmed",
  "extended",
  "arrived",
  "taken-back",
  "cancelled",
  "expired",
  "declined",
  "no-show",
] as const;
export type HoldEvent = (typeof HOLD_EVENTS)[number];

export type Hold = {
  holdId: string;
  poolId: number;
  placeId: number;
  household: Household;
  unit: Unit;
  units: number;
  state: HoldState;
  /** False: a request, which stands for a quarter of an hour unless staff accept it. */
  confirmed: boolean;
  until: Date;
  takenAt: Date;
  arrivesAt: Date | null;
  /** null once it is forgotten, three days after it was over. */
  party: Party | null;
  journey: Record<string, unknown> | null;
  declineReason: string | null;
  version: number;
};

/** What a change left of the hold. */
export type HoldNow = {
  holdId: string;
  poolId: number;
  version: number;
  state: HoldState;
  confirmed: boolean;
  until: Date;
};

type KeyUsedOtherwise = { kind: "key-used-otherwise" };
type SignedOut = { kind: "signed-out" };
type OutOfRange = { kind: "out-of-range" };
type UnknownHold = { kind: "unknown-hold" };
/** It is over already: its state says how. */
type Closed = { kind: "closed" } & HoldNow;
/** Their own other hold, where it is this device's. */
type HasHold = { kind: "has-hold"; holdId: string | null };

type NotPlaced =
  | { kind: "full" }
  | { kind: "unknown-pool" }
  /** A hold stands for three hours at most: who comes later asks later. */
  | { kind: "arrives-too-late" }
  | OutOfRange
  | KeyUsedOtherwise;

/**
 * `too-many-requests`: as many units as may stand unconfirmed do; `many-from-here`: as many as one network may ask for. A call,
 * or a confirmed contact, still helps. `call-first`: the count is too old, or doubted, or there is none.
 */
export type Taken =
  | ({ kind: "taken" } & HoldNow)
  | { kind: "too-many-requests" | "many-from-here" | "call-first" }
  | { kind: "has-hold"; holdId: string | null }
  | NotPlaced;
export type HeldByPhone = ({ kind: "taken" } & HoldNow) | NotPlaced | SignedOut;

export type Cancelled =
  ({ kind: "cancelled" } & HoldNow) | Closed | UnknownHold | OutOfRange | KeyUsedOtherwise;
export type Extended =
  | ({ kind: "extended" | "still-a-request" | "arrives-too-late" } & HoldNow)
  /** It had lapsed, and others have its room by now. */
  | { kind: "full" }
  | HasHold
  | Closed
  | UnknownHold
  | OutOfRange
  | KeyUsedOtherwise;

type ByStaff = Closed | UnknownHold | SignedOut | KeyUsedOtherwise;
export type Accepted = ({ kind: "accepted" } & HoldNow) | ByStaff;
/** `isMost`: not all of the half hour could be given. */
export type ExtendedByStaff =
  | ({ kind: "extended"; isMost: boolean } & HoldNow)
  | ({ kind: "no-more-time" } & HoldNow)
  | { kind: "full" }
  | HasHold
  | ByStaff;
export type Declined = ({ kind: "declined" } & HoldNow) | { kind: "needs-a-reason" } | ByStaff;
export type NoShow = ({ kind: "no-show" | "too-early" | "still-a-request" } & HoldNow) | ByStaff;
/** `over`: more people are in than there is room; it is true all the same. */
export type Arrived = ({ kind: "arrived"; over: boolean } & HoldNow) | ByStaff;
/** A slip: the hold is as it was before. `isCountedSince`: somebody counted after it, and that count stands. */
export type TakenBack = ({ kind: "taken-back"; isCountedSince: boolean } & HoldNow) | ByStaff;
/** The contact is theirs. With a hold, that one is a full hold from then on; `has-hold`: they have another one with it. */
export type ContactConfirmed =
  | ({ kind: "confirmed" } & HoldNow)
  | { kind: "confirmed"; holdId: null }
  | { kind: "has-hold"; holdId: null }
  | { kind: "wrong-code" | "too-many" }
  | OutOfRange
  | KeyUsedOtherwise;

const MINUTE = 60;
// Time to find the door after the bus.
const AFTER_ARRIVAL_MINUTES = 30;
// Shorter is no promise to a family with a bag to pack; longer keeps a bed from others who stand in the cold.
const LEAST_MINUTES = 60;
const MOST_MINUTES = 180;

/** Until when a confirmed hold stands; db/migrations/0013-holds.sql keeps the same rule as hold_until. */
export function holdUntil(takenAt: EpochSeconds, arrivesAt: EpochSeconds | null): EpochSeconds {
  const arrival = arrivesAt === null ? takenAt : arrivesAt + AFTER_ARRIVAL_MINUTES * MINUTE;
  return Math.min(Math.max(arrival, takenAt + LEAST_MINUTES * MINUTE), takenAt + MOST_MINUTES * MINUTE);
}

/** From when on a hold can be asked for that still stands at that arrival. */
export function askableFrom(arrivesAt: EpochSeconds): EpochSeconds {
  return arrivesAt - MOST_MINUTES * MINUTE;
}

/** How much later the bus may be said to be. */
export const LATER_MINUTES = [15, 30] as const;
export type LaterMinutes = (typeof LATER_MINUTES)[number];

/** So much later than they said; whoever should be there by now counts from now. */
export function laterArrival(
  arrivesAt: EpochSeconds | null,
  minutes: LaterMinutes,
  now: EpochSeconds,
): EpochSeconds {
  return Math.max(arrivesAt ?? now, now) + minutes * MINUTE;
}
