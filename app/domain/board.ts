/** What staff see of a pool, and which of their taps are asked about once before they are taken. */
import { freeUnits, type Household, type Pool, type ReportWay, type Unit } from "~/domain/pool";

export type Units = Pick<Pool, "capacity" | "occupied" | "held" | "outOfService">;

export type Statement = Omit<Units, "held"> & { at: Date; who: string; way: ReportWay };

export type BoardPool = Units & {
  poolId: number;
  household: Household;
  unit: Unit;
  peoplePerUnit: number;
  version: number;
  /** The newest first: the one in force, and the one before it. */
  said: Statement[];
};

/** A statement as the log keeps it. */
export type LogLine = {
  reportId: number;
  poolId: number;
  household: Household;
  unit: Unit;
  peoplePerUnit: number;
  capacity: number;
  occupied: number;
  outOfService: number;
  way: ReportWay;
  who: string;
  saidAt: Date;
};

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

// Long enough to see what one did, short enough that nobody has acted on it.
const UNDO_MS = 30_000;

/** The count before this one, as long as it can be taken back. */
export function undoable({ said: [last, before] }: Pick<BoardPool, "said">, now: Date): Statement | null {
  if (!last || !before || now.getTime() - last.at.getTime() > UNDO_MS) return null;
  const isSame =
    last.occupied === before.occupied &&
    last.capacity === before.capacity &&
    last.outOfService === before.outOfService;
  return isSame ? null : before;
}
