/** Drives for coats or food, outreach rounds, and the things members offer held against what families ask for. */
import type { AskKind, DeskLine } from "~/domain/ask";
import { offersFor, type StandingOffer } from "~/domain/offer";
import { zipIn } from "~/domain/where/matches";
import type { LocalDate, WallMinutes } from "~/domain/zone";

/** `who` is null but for coordinators. */
export type Gift = { giftId: string; n: number; isBrought: boolean; isOwn: boolean; who: string | null };
/** `what` with its size; `promised` holds what was brought too. */
export type Need = {
  needId: number;
  what: string;
  wanted: number;
  promised: number;
  brought: number;
  gifts: Gift[];
};
export type Drive = {
  driveId: string;
  name: string;
  words: string | null;
  dropOff: string | null;
  until: LocalDate;
  isOver: boolean;
  needs: Need[];
};
export type DriveWords = Pick<Drive, "name" | "words" | "dropOff" | "until"> & {
  needs: Pick<Need, "what" | "wanted">[];
};

export type RoundPerson = { personId: number; name: string; isOn: boolean };
/** `place` and `people` only for who `knows`: those on it, and coordinators. */
export type Round = {
  roundId: string;
  name: string;
  onDay: LocalDate;
  fromMinutes: WallMinutes;
  words: string | null;
  overAs: "done" | "called-off" | null;
  standing: "not" | "asked" | "on";
  knows: boolean;
  place: string | null;
  people: RoundPerson[];
};
export type RoundWords = Pick<Round, "name" | "onDay" | "fromMinutes" | "words">;

/** What people do on the page of both. */
export const DRIVE_CHANGES = [
  "bring",
  "brought",
  "end",
  "come",
  "stay",
  "let-on",
  "take-off",
  "round-over",
] as const;
export type DriveChange = (typeof DRIVE_CHANGES)[number];
/** What came of it. */
export const DRIVE_SAID = ["saved", "old-form", "number", "over"] as const;
export type DriveSaid = (typeof DRIVE_SAID)[number];

export const MOST_NEEDS = 30;
export const MOST_OF_ONE = 1000;
const LONGEST_NEED = 120;
const NEED = /^(\d{1,4})\s*(?:x\s+)?(\D.*|\d.*)$/i;

export type NeedsProblem = { line: string; problem: "number" | "long" };

/** One a line: "3 coats, size 6"; without a number it is one. */
export function needsIn(text: string): DriveWords["needs"] | NeedsProblem {
  const needs: DriveWords["needs"] = [];
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line === "") continue;
    const [, digits = "1", what = line] = NEED.exec(line) ?? [];
    const wanted = Number(digits);
    if (wanted < 1 || wanted > MOST_OF_ONE) return { line, problem: "number" };
    if ([...what].length > LONGEST_NEED) return { line, problem: "long" };
    needs.push({ what, wanted });
  }
  return needs;
}

/** Never below none: people bring more than was asked for. */
export function stillNeeded({ wanted, promised }: Pick<Need, "wanted" | "promised">): number {
  return Math.max(0, wanted - promised);
}

// What can be carried to somebody's hands.
const THINGS: readonly AskKind[] = ["clothes", "food", "phone"];

export type ThingsMet = { line: DeskLine; offers: StandingOffer[] };

/** Open asks for things that somebody offers, who waits longest first. */
export function thingsMet(
  lines: readonly DeskLine[],
  offers: readonly StandingOffer[],
  now: Date,
): ThingsMet[] {
  const things = offers.filter(({ kind }) => kind === "things");
  return lines
    .filter(({ closedAt }) => closedAt === null)
    .map((line) => {
      const kinds = line.kinds.filter((kind) => THINGS.includes(kind));
      const ask = { kinds, party: line.party };
      return { line, offers: offersFor(things, ask, zipIn(line.area ?? ""), now) };
    })
    .filter((met) => met.offers.length > 0)
    .toSorted((one, other) => one.line.askedAt.getTime() - other.line.askedAt.getTime());
}
