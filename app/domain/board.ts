/** What staff see of a pool, and which of their taps are asked about once before they are taken. */
import type { NoteWords } from "~/domain/note";
import {
  freeUnits,
  type ExtraUntil,
  type Household,
  type Pool,
  type ReportWay,
  type Unit,
} from "~/domain/pool";
import type { LocalDate } from "~/domain/zone";

export type Units = Pick<Pool, "capacity" | "occupied" | "held" | "outOfService">;

export type Statement = Omit<Units, "held"> & {
  extra: number;
  extraUntil: Date | null;
  at: Date;
  who: string;
  way: ReportWay;
};

export type BoardPool = Units & {
  poolId: number;
  household: Household;
  unit: Unit;
  peoplePerUnit: number;
  version: number;
  extra: ExtraUntil | null;
  /** The newest first: the one in force, and the one before it. */
  said: Statement[];
  /** The newest that somebody counted: an arrival moves a number and says nothing of the rest. */
  counted: Statement | null;
};

/** A statement about a pool as the log keeps it; "ended": time put the usual capacity back, nobody said anything. */
export type CountLine = {
  kind: "count" | "ended";
  poolId: number;
  household: Household;
  unit: Unit;
  peoplePerUnit: number;
  capacity: number;
  occupied: number;
  outOfService: number;
  extra: number;
  extraUntil: Date | null;
  /** An arrival, or one that was taken back. */
  ofHold: boolean;
};

/** What was said of a place: by whom, when, by what way. */
export type LogLine = {
  id: number;
  who: string;
  way: ReportWay;
  saidAt: Date;
  /** The shared tablet it was said on; null where it was none. */
  tablet: string | null;
} & (
  | CountLine
  | { kind: "tonight"; night: LocalDate; open: boolean | null }
  | { kind: "note"; words: NoteWords | null; until: Date | null }
);

/** How many are taken when none is free any more. */
export function takenWhenFull({ capacity, held, outOfService }: Units): number {
  return Math.max(0, capacity - outOfService - held);
}

/** A slip of the thumb costs most where it shuts a place, or changes more than half of it. */
export function isWorthAsking(before: Units, occupied: number): boolean {
  const after = { ...before, occupied };
  const shuts = freeUnits(before) > 0 && freeUnits(after) <= 0;
  return shuts || Math.abs(occupied - before.occupied) * 2 > before.capacity;
}

/** Twice as many as there usually are is more often a key held too long than a delivery of mats. */
export function isExtraWorthAsking(
  { capacity, extra }: Pick<BoardPool, "capacity" | "extra">,
  units: number,
) {
  return units > capacity - (extra?.units ?? 0);
}

/** What a page showed of a count; that somebody holds a unit is no other count. */
export function countShown({ capacity, occupied, outOfService }: Omit<Units, "held">): string {
  return [occupied, outOfService, capacity].join("-");
}

// Long enough to see what one did, short enough that nobody has acted on it.
export const UNDO_MS = 30_000;

/** The count before this one, as long as it can be taken back. */
export function undoable({ said: [last, before] }: Pick<BoardPool, "said">, now: Date): Statement | null {
  if (!last || !before || now.getTime() - last.at.getTime() > UNDO_MS) return null;
  const isSame = countShown(last) === countShown(before) && !isOtherExtra(last, before);
  return isSame ? null : before;
}

/** Whether what is taken back is units for a time, not a count. */
export function isOtherExtra(last: Statement, before: Statement): boolean {
  return last.extra !== before.extra || last.extraUntil?.getTime() !== before.extraUntil?.getTime();
}
