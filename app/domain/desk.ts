/** A group's desk: which ask comes first, what stands beside one, and which places are worth telling its family of. */
import { byUrgency, RISES_AFTER_MINUTES, type Ask, type AskKind, type DeskLine } from "~/domain/ask";
import type { EpochSeconds } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { Option } from "~/domain/tonight";

export type Coordinator = { personId: number; name: string };
export type AskNote = { name: string; words: string; at: Date };
export type AskDeed =
  "asked" | "read" | "claimed" | "handed-over" | "let-go" | "risen" | "changed" | "closed" | "reopened";
export type AskEvent = {
  what: AskDeed;
  /** null: the family, or time. */
  name: string | null;
  at: Date;
};

/** One ask, whole, with how to reach the family. */
export type AskSheet = Omit<Ask, "who"> &
  DeskLine & {
    groupId: number;
    /** Who is looking. */
    personId: number;
    /** The newest message of the group that the family has seen. */
    seekerSeen: number;
    coordinators: Coordinator[];
    notes: AskNote[];
    events: AskEvent[];
  };

/** As members may read it. */
export type SharedAsk = Pick<Ask, "kinds" | "party" | "area" | "words" | "askedAt" | "who"> & {
  askId: string;
  language: string;
};

/** What a coordinator does with an ask; "places" changes nothing, it looks from another spot. */
export const ASK_CHANGES = ["say", "claim", "hand", "note", "end", "places"] as const;
export type AskChange = (typeof ASK_CHANGES)[number];

/** Why a form changed nothing. */
export type AskProblem =
  | { kind: "moved-on"; who: string | null }
  | { kind: "too-long"; length: number }
  | { kind: "closed" | "empty" | "unknown-person" | "key-used-otherwise" | "old-form" };

/** The longest message or note that is kept. */
export const LONGEST_SAID = 2000;

export type DeskOrder = { waiting: DeskLine[]; answered: DeskLine[]; ended: DeskLine[] };

/** Those who wait for a word by urgency, then those who have one, then what ended, the newest first. */
export function deskOrder(lines: readonly DeskLine[], isCold: boolean, now: Date): DeskOrder {
  const open = byUrgency(
    lines.filter(({ closedAt }) => closedAt === null),
    isCold,
    now,
  );
  return {
    waiting: open.filter(({ waitsSince }) => waitsSince !== null),
    answered: open.filter(({ waitsSince }) => waitsSince === null),
    ended: lines
      .filter(({ closedAt }) => closedAt !== null)
      .toSorted((one, other) => other.closedAt!.getTime() - one.closedAt!.getTime()),
  };
}

/** Whole minutes; never below none, whatever two clocks say. */
export function minutesSince(at: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - at.getTime()) / 60_000));
}

/** As long as an ask may wait before it rises. */
export function isLate({ waitsSince }: Pick<DeskLine, "waitsSince">, isCold: boolean, now: Date): boolean {
  const limit = isCold ? RISES_AFTER_MINUTES.cold : RISES_AFTER_MINUTES.mild;
  return waitsSince !== null && minutesSince(waitsSince, now) >= limit;
}

/** A coat or a bill is no search for a place tonight. */
export function looksForPlace(kinds: readonly AskKind[]): boolean {
  return kinds.some((kind) => kind === "sleep" || kind === "unsure" || kind === "ride");
}

/** Places to tell a family of, and from where they were looked for; or what has to be typed first. */
export type Suggestions =
  | {
      kind: "places";
      where: string;
      /** As the way there is asked for. */
      region: string;
      party: Party | null;
      now: EpochSeconds;
      from: EpochSeconds;
      options: Option[];
    }
  | { kind: "no-area" }
  | { kind: "not-known"; typed: string }
  | { kind: "several"; choices: string[] };

// More than these nobody weighs in a message.
const MOST_SUGGESTED = 5;

/** In the find page's own order: those that take them, then those worth a call. */
export function suggestedAmong(options: readonly Option[]): Option[] {
  return options
    .filter(({ standing, fit }) => standing !== "no" && fit.kind !== "no")
    .slice(0, MOST_SUGGESTED);
}
