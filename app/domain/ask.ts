/** A family's request to mutual aid, the conversation under it, and which one must not wait. */
import type { Party } from "~/domain/party";
import { isFamily } from "~/domain/party";

/** "What would help tonight?" In the order in which it is asked. */
export const ASK_KINDS = ["sleep", "ride", "clothes", "food", "phone", "bill", "talk", "unsure"] as const;
export type AskKind = (typeof ASK_KINDS)[number];

/** How it ended: by the family the first two, by a coordinator all but the second. */
export const ASK_ENDS = ["helped", "withdrawn", "elsewhere", "no-contact", "duplicate"] as const;
export type AskEnd = (typeof ASK_ENDS)[number];

/** Sentences that are there in both languages, whoever says them. */
export const SEEKER_QUICK = ["yes", "no", "we-are-safe", "call-me", "do-not-call", "thank-you"] as const;
export const GROUP_QUICK = [
  "read",
  "looking",
  "can-we-call",
  "where-now",
  "found-something",
  "nothing-yet",
] as const;
export type SeekerQuick = (typeof SEEKER_QUICK)[number];
export type GroupQuick = (typeof GROUP_QUICK)[number];

/** What a family writes. */
export type AskWords = {
  kinds: AskKind[];
  party: Party | null;
  area: string | null;
  words: string | null;
  contact: string | null;
  reach: string | null;
  avoid: string | null;
  /** Members of the group may read it, without how to reach them. */
  isShared: boolean;
};

export type AskMessage = {
  messageId: number;
  from: "seeker" | "group";
  /** The coordinator's. */
  name: string | null;
  said: string | null;
  quick: string | null;
  language: string;
  at: Date;
};

export type Ask = AskWords & {
  askId: string;
  regionId: number;
  group: string;
  askedAt: Date;
  /** null: the group has answered all that was said. */
  waitsSince: Date | null;
  /** The coordinator who has it. */
  who: string | null;
  closedAt: Date | null;
  closedAs: AskEnd | null;
  /** A coordinator has opened it. */
  isRead: boolean;
  /** The newest message of the family that a coordinator has seen. */
  groupSeen: number;
  messages: AskMessage[];
};

/** At the desk, without how to reach anybody. */
export type DeskLine = Pick<AskWords, "kinds" | "party" | "area"> & {
  askId: string;
  language: string;
  askedAt: Date;
  waitsSince: Date | null;
  risen: number;
  who: { personId: number; name: string } | null;
  unread: number;
  isRead: boolean;
  /** Other open asks that may be the same family's. */
  like: string[];
  closedAt: Date | null;
  closedAs: AskEnd | null;
};

/** The same two times as in `raise_asks`: half an hour on a cold night, else four. */
export const RISES_AFTER_MINUTES = { cold: 30, mild: 240 };

/**
 * What the desk looks at first: the higher, the sooner. Children and a cold night count as hours of waiting would; an ask that
 * has waited to its limit comes before every ask that has not, whatever they are about.
 */
export function urgency(
  ask: Pick<DeskLine, "kinds" | "party" | "waitsSince">,
  isCold: boolean,
  now: Date,
): number {
  if (ask.waitsSince === null) return 0;
  const minutes = Math.max(0, (now.getTime() - ask.waitsSince.getTime()) / 60_000);
  const limit = isCold ? RISES_AFTER_MINUTES.cold : RISES_AFTER_MINUTES.mild;
  const tonight = ask.kinds.includes("sleep") || ask.kinds.includes("unsure");
  const children = ask.party !== null && isFamily(ask.party);
  const weight = 1 + (children ? 2 : 0) + (tonight ? 1 : 0) + (tonight && isCold ? 2 : 0);
  // Past its time: in the order of how long past, before everything else.
  const overdue = minutes >= limit ? 1_000 : 0;
  return overdue + weight * (1 + minutes / limit);
}

/** By urgency, the longest wait first where that is equal; those that wait for nothing last. */
export function byUrgency<Line extends Pick<DeskLine, "kinds" | "party" | "waitsSince" | "askedAt">>(
  lines: Line[],
  isCold: boolean,
  now: Date,
): Line[] {
  return lines.toSorted(
    (one, other) =>
      urgency(other, isCold, now) - urgency(one, isCold, now) ||
      one.askedAt.getTime() - other.askedAt.getTime(),
  );
}
