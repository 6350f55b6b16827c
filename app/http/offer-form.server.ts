/** The forms of what a member offers: a new one, another wording, whether it stands. What was typed is kept. */
import { z } from "zod";
import { ASK_KINDS } from "~/domain/ask";
import { OFFER_KINDS, type Offer, type OfferKind, type OfferWords } from "~/domain/offer";
import type { Weekday } from "~/domain/zone";
import { typedIn, type Typed } from "~/http/edit/typed.server";
import type { OfferProblem } from "~/text/offers";

const key = z.uuid();
const keeping = z.object({ key, offer: z.uuid(), do: z.enum(["open", "paused", "ended"]) });
const offering = z
  .object({ key, offer: z.uuid() })
  .transform((read) => ({ key: read.key, offerId: read.offer }));
const LONGEST_WORDS = 600;
const MOST_DOLLARS = 100_000;
const MOST_SEATS = 20;
const MOST_CHILD_SEATS = 10;
const MOST_ZIPS = 200;
const DAYS: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

type Problems = Record<string, OfferProblem>;
export type ReadOffer =
  | { kind: "offer"; key: string; said: OfferWords; typed: Typed }
  | { kind: "unclear"; problems: Problems; typed: Typed };

export function offerKind(text: string | null): OfferKind | null {
  return OFFER_KINDS.find((kind) => kind === text) ?? null;
}

/** Null: no form of ours. */
export function readKeeping(form: FormData): z.infer<typeof keeping> | null {
  return keeping.safeParse(Object.fromEntries(form)).data ?? null;
}

/** By a coordinator, to a family. Null: no form of ours. */
export function readOffered(form: FormData): z.infer<typeof offering> | null {
  return offering.safeParse(Object.fromEntries(form)).data ?? null;
}

export function readOffer(form: FormData, kind: OfferKind): ReadOffer {
  const typed = typedIn(form);
  const problems: Problems = {};
  const wrong = (field: string, problem: OfferProblem) => {
    problems[field] = problem;
    return null;
  };
  const words = (typed.words ?? "").slice(0, LONGEST_WORDS + 1);
  if (words === "" || words.length > LONGEST_WORDS) wrong("words", "words");
  const helps = ASK_KINDS.filter((ask) => typed[`helps-${ask}`]);
  if (helps.length === 0) wrong("helps", "helps");
  const zips = (typed.zips ?? "").split(/[\s,;]+/).filter(Boolean);
  if (zips.length > MOST_ZIPS || zips.some((zip) => !/^\d{5}$/.test(zip))) wrong("zips", "zips");
  const ours = key.safeParse(form.get("key"));
  if (!ours.success) wrong("form", "old-form");
  const said: OfferWords = {
    ...NOTHING_ELSE,
    kind,
    helps,
    words,
    zips,
    isOnce: typed.once !== "again",
    ...(kind === "nights" && { amountCents: amountIn(typed, wrong) }),
    ...(kind === "ride" && rideIn(typed, wrong)),
  };
  return Object.keys(problems).length > 0
    ? { kind: "unclear", problems, typed }
    : { kind: "offer", key: ours.data!, said, typed };
}

const NOTHING_ELSE = {
  amountCents: null,
  seats: null,
  childSeats: null,
  days: null,
  fromMinutes: null,
  untilMinutes: null,
};

type Wrong = (field: string, problem: OfferProblem) => null;

function amountIn(typed: Typed, wrong: Wrong): number | null {
  const dollars = (typed.amount ?? "").replace(/[$,\s]/g, "");
  const isWhole = /^\d{1,6}$/.test(dollars) && Number(dollars) >= 1 && Number(dollars) <= MOST_DOLLARS;
  return isWhole ? Number(dollars) * 100 : wrong("amount", "amount");
}

function rideIn(typed: Typed, wrong: Wrong): Partial<OfferWords> {
  const seats = numberIn(typed.seats, 1, MOST_SEATS) ?? wrong("seats", "seats");
  const childSeats =
    numberIn(typed["child-seats"] || "0", 0, Math.min(seats ?? MOST_SEATS, MOST_CHILD_SEATS)) ??
    wrong("child-seats", "childSeats");
  if (typed.when !== "times") return { seats, childSeats };
  const days = DAYS.filter((day) => typed[`day-${day}`]);
  const [fromMinutes, untilMinutes] = [minutesIn(typed.from), minutesIn(typed.until)];
  if (days.length === 0 || fromMinutes === null || untilMinutes === null || fromMinutes === untilMinutes)
    wrong("when", "times");
  return { seats, childSeats, days, fromMinutes, untilMinutes };
}

function numberIn(text = "", least: number, most: number): number | null {
  return /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;
}

function minutesIn(text = ""): number | null {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}

/** As it would have been typed. */
export function typedOffer(offer: Offer): Typed {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return {
    words: offer.words,
    zips: offer.zips.join(" "),
    once: offer.isOnce ? "once" : "again",
    ...Object.fromEntries(offer.helps.map((kind) => [`helps-${kind}`, "on"])),
    ...(offer.amountCents !== null && { amount: String(offer.amountCents / 100) }),
    ...(offer.seats !== null && { seats: String(offer.seats), "child-seats": String(offer.childSeats ?? 0) }),
    ...(offer.days && {
      when: "times",
      from: clock(offer.fromMinutes ?? 0),
      until: clock(offer.untilMinutes ?? 0),
      ...Object.fromEntries(offer.days.map((day) => [`day-${day}`, "on"])),
    }),
  };
}
