/** What members of a group offer, and which of it may meet an ask. A room is its own subject. */
import type { AskKind } from "~/domain/ask";
import type { Party } from "~/domain/party";
import { people } from "~/domain/party";
import type { LocalTime, WallMinutes } from "~/domain/zone";

export const OFFER_KINDS = ["nights", "ride", "things", "time"] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];
export type OfferState = "open" | "paused" | "used" | "ended";

/** When somebody drives, by the region's clock; until at or before from: over midnight. Days as in ISO 8601, 1 is Monday. */
export type RideTime = { days: number[]; fromMinutes: WallMinutes; untilMinutes: WallMinutes };

export type OfferWords = {
  kind: OfferKind;
  helps: AskKind[];
  words: string;
  zips: string[];
  amountCents: number | null;
  seats: number | null;
  childSeats: number | null;
  days: number[] | null;
  fromMinutes: WallMinutes | null;
  untilMinutes: WallMinutes | null;
  /** Gone when it was used. */
  isOnce: boolean;
};

export type Offer = OfferWords & { offerId: string; state: OfferState; standsSince: Date; until: Date };
export type OwnOffer = Offer & { timesUsed: number };
export type StandingOffer = Offer & { who: string; email: string };
/** One that a coordinator has offered to a family: whose it is, for the coordinators alone. */
export type OfferAtAsk = Pick<StandingOffer, "offerId" | "kind" | "words" | "who" | "email"> & { at: Date };
/** What came of offering one to a family. */
export type Offered = "used" | "closed" | "old-form";

/** The asks an offer usually meets; whoever makes it may say otherwise. */
export const USUALLY_HELPS: Record<OfferKind, AskKind[]> = {
  nights: ["sleep", "bill"],
  ride: ["ride"],
  things: ["clothes", "food", "phone"],
  time: ["talk", "unsure"],
};

// Children under eight ride in a seat of their own size in Kansas and Missouri (K.S.A. 8-1344, RSMo 307.179).
const CHILD_SEAT_UNTIL_AGE = 8;

export type Meeting =
  { meets: "yes" } | { meets: "maybe"; why: "child-seats" | "elsewhere" | "other-hours" | "not-confirmed" };

/** Whether an offer may meet an ask; null: it cannot. `zip` null: nobody knows where they are. `at`: by the region's clock. */
export function meeting(
  offer: Omit<Offer, "offerId" | "words" | "amountCents" | "isOnce" | "state" | "standsSince">,
  ask: { kinds: AskKind[]; party: Party | null },
  zip: string | null,
  now: Date,
  at: Pick<LocalTime, "weekday" | "minutes"> | null = null,
): Meeting | null {
  // Who is not sure what to ask for may need any of it.
  if (!ask.kinds.includes("unsure") && !offer.helps.some((kind) => ask.kinds.includes(kind))) return null;
  if (offer.kind === "ride" && ask.party) {
    if (people(ask.party) > (offer.seats ?? 0)) return null;
    const small = ask.party.childAges.filter((age) => age < CHILD_SEAT_UNTIL_AGE).length;
    if (small > (offer.childSeats ?? 0)) return { meets: "maybe", why: "child-seats" };
  }
  if (offer.zips.length > 0 && (zip === null || !offer.zips.includes(zip)))
    return { meets: "maybe", why: "elsewhere" };
  const times = rideTimeOf(offer);
  if (at && times && !drivesAt(times, at.weekday, at.minutes)) return { meets: "maybe", why: "other-hours" };
  if (offer.until <= now) return { meets: "maybe", why: "not-confirmed" };
  return { meets: "yes" };
}

/** What to offer an ask first: what fits whole, then what lately was said to stand. */
export function offersFor<Of extends Offer>(
  offers: Of[],
  ask: { kinds: AskKind[]; party: Party | null },
  zip: string | null,
  now: Date,
  at: Pick<LocalTime, "weekday" | "minutes"> | null = null,
): (Of & { meeting: Meeting })[] {
  return offers
    .flatMap((offer) => {
      const how = offer.state === "open" ? meeting(offer, ask, zip, now, at) : null;
      return how ? [{ ...offer, meeting: how }] : [];
    })
    .toSorted(
      (one, other) =>
        Number(other.meeting.meets === "yes") - Number(one.meeting.meets === "yes") ||
        other.standsSince.getTime() - one.standsSince.getTime(),
    );
}

/** Whether somebody drives at that weekday and minute of the region's clock; a ride over midnight belongs to the day it begins. */
export function drivesAt(
  { days, fromMinutes, untilMinutes }: RideTime,
  day: number,
  minutes: WallMinutes,
): boolean {
  const dayBefore = day === 1 ? 7 : day - 1;
  if (fromMinutes < untilMinutes)
    return days.includes(day) && minutes >= fromMinutes && minutes < untilMinutes;
  return (
    (days.includes(day) && minutes >= fromMinutes) || (days.includes(dayBefore) && minutes < untilMinutes)
  );
}

/** Whether anybody of these may drive then; null among them: at any hour. */
export function isAnyDriving(
  times: readonly (RideTime | null)[],
  { weekday, minutes }: Pick<LocalTime, "weekday" | "minutes">,
): boolean {
  return times.some((time) => time === null || drivesAt(time, weekday, minutes));
}

function rideTimeOf({ days, fromMinutes, untilMinutes }: Pick<Offer, keyof RideTime>): RideTime | null {
  if (!days || fromMinutes === null || untilMinutes === null) return null;
  return { days, fromMinutes, untilMinutes };
}
