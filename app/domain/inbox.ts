/** The inbox of a place's holds: what comes first in it, what staff may do with each, and how it fits its pool. */
import type {
  Accepted,
  Arrived,
  Declined,
  ExtendedByStaff,
  Hold,
  HoldNow,
  HoldState,
  NoShow,
  TakenBack,
} from "~/domain/hold";
import type { EpochSeconds } from "~/domain/journey";
import type { Party } from "~/domain/party";
import { couldTake, unitsNeeded, type Pool } from "~/domain/pool";

export const STEPS = ["accept", "arrived", "not-in", "more-time", "did-not-come", "decline"] as const;
export type Step = (typeof STEPS)[number];

export type StepAnswer = Accepted | Arrived | TakenBack | ExtendedByStaff | NoShow | Declined;
type DoneKind = "accepted" | "arrived" | "taken-back" | "extended" | "no-show" | "declined";
export type RefusedKind = Exclude<StepAnswer["kind"], DoneKind>;

type Standing = Pick<Hold, "state" | "confirmed" | "until" | "arrivesAt">;

const DONE: Record<DoneKind, true> = {
  accepted: true,
  arrived: true,
  "taken-back": true,
  extended: true,
  "no-show": true,
  declined: true,
};

export function isDone(answer: StepAnswer): answer is StepAnswer & { kind: DoneKind } & HoldNow {
  return Object.hasOwn(DONE, answer.kind);
}

export type Inbox<Of> = {
  /** They wait for a yes, and lapse soonest. */
  asks: Of[];
  coming: Of[];
  over: Of[];
};

/** Asks by how long they have waited, who comes by when they come, what is over by how lately. */
export function inboxOf<Of extends Standing & Pick<Hold, "takenAt">>(holds: readonly Of[]): Inbox<Of> {
  const standing = holds.filter(({ state }) => state === "held");
  const arrival = ({ arrivesAt, until }: Of) => (arrivesAt ?? until).getTime();
  return {
    asks: standing
      .filter(({ confirmed }) => !confirmed)
      .toSorted((a, b) => a.takenAt.getTime() - b.takenAt.getTime()),
    coming: standing.filter(({ confirmed }) => confirmed).toSorted((a, b) => arrival(a) - arrival(b)),
    over: holds
      .filter(({ state }) => state !== "held")
      .toSorted((a, b) => b.until.getTime() - a.until.getTime()),
  };
}

/** The likeliest first. Whoever comes late still arrives; who was told no, or gave it back, asks anew. */
export function stepsFor(hold: Standing, now: EpochSeconds): Step[] {
  switch (hold.state) {
    case "held":
      if (!hold.confirmed) return ["accept", "arrived", "decline"];
      return [
        "arrived",
        "more-time",
        ...(hasMissed(hold, now) ? (["did-not-come"] as const) : []),
        "decline",
      ];
    case "expired":
      return hold.confirmed ? ["arrived", "more-time", "did-not-come"] : ["arrived", "more-time"];
    case "no-show":
      return ["arrived"];
    case "arrived":
      return ["not-in"];
    case "cancelled":
    case "declined":
      return [];
  }
}

/** From when staff may say that they did not come: not before they meant to be there. */
export function missedFrom({ arrivesAt, until }: Pick<Hold, "arrivesAt" | "until">): EpochSeconds {
  return (arrivesAt ?? until).getTime() / 1000;
}

function hasMissed(hold: Standing, now: EpochSeconds): boolean {
  return missedFrom(hold) <= now;
}

/** What has to be said of a change beside how the hold is now. */
export const NOTES = ["most", "counted-since"] as const;
export type Note = (typeof NOTES)[number];

export function noteOf(answer: StepAnswer): Note | null {
  if (answer.kind === "extended" && answer.isMost) return "most";
  return answer.kind === "taken-back" && answer.isCountedSince ? "counted-since" : null;
}

/** The hold whose arrival, or the taking back of one, made the count that was said at that time. */
export function holdBehind<Of extends { poolId: number; state: HoldState; countedAt: Date | null }>(
  count: { poolId: number; said: { at: Date }[] },
  holds: readonly Of[],
): Of | undefined {
  const at = count.said[0]?.at.getTime();
  if (at === undefined) return undefined;
  return holds.find(({ poolId, countedAt }) => poolId === count.poolId && countedAt?.getTime() === at);
}

/** `apart`: they asked to be kept together, and it is several rooms. */
export type PoolFit = "fits" | "tight" | "apart" | "not-meant";

export function poolFit(
  party: Party,
  pool: Pick<Pool, "unit" | "household" | "peoplePerUnit">,
  units: number,
): PoolFit {
  if (party.together && pool.unit === "room" && units > 1) return "apart";
  if (!couldTake(pool, { ...party, together: false })) return "not-meant";
  return units < unitsNeeded(pool, party) ? "tight" : "fits";
}

/** How they come, as far as the hold says. */
export type Way = {
  onFoot: boolean;
  lines: string[];
  leavesAt: EpochSeconds | null;
  outsideMinutes: number | null;
};

const MOST_LINES = 6;

/** The facts were written by another page, perhaps of an older version: what cannot be read is left out. */
export function wayOf(journey: Record<string, unknown> | null): Way | null {
  if (journey === null) return null;
  const { by, lines, leavesAt, outsideMinutes } = journey;
  const way: Way = {
    onFoot: by === "foot",
    lines: (Array.isArray(lines) ? lines : [])
      .filter((line): line is string => typeof line === "string" && line !== "")
      .slice(0, MOST_LINES),
    leavesAt: numberIn(leavesAt),
    outsideMinutes: numberIn(outsideMinutes),
  };
  const isKnown = way.onFoot || way.lines.length > 0 || way.leavesAt !== null || way.outsideMinutes !== null;
  return isKnown ? way : null;
}

function numberIn(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}
