/**
 * What is said of a place: a pool's count, and whether it opens on a night. Each is one statement, done once for its key:
 * by staff who are signed in, or by a command of the server's owner.
 */
import type { LocalDate } from "~/domain/zone";
import type { ReportWay } from "~/domain/pool";
import type { Sql } from "./connection.server";
import { sql, within } from "./database.server";

/** The same key gives the same answer for 72 h; with another request it is refused. 32 hex digits or a UUID. */
type Key = { key: string };
/** Of whoever is signed in. */
type ByStaff = Key & { token: string };
type ByCommand = Key & { who: string; way: ReportWay };

/** What is left out stays as it is; with nothing in it, it says "still right". */
type Count = {
  poolId: number;
  occupied?: number;
  outOfService?: number;
  capacity?: number;
  /** When it was true, where that was not just now. */
  saidAt?: Date;
  /** The pool as the page showed it: where it has changed since, nothing is done. */
  seenVersion?: number;
};

export type StaffReport = ByStaff & Count;
export type CommandReport = ByCommand & Count;

export type Reported =
  | {
      kind: "reported";
      poolId: number;
      version: number;
      /** False where somebody said something newer in the meantime. */
      applied: boolean;
      /** More is in use than there is: no holds until it is not. */
      over: boolean;
      saidAt: Date;
    }
  | { kind: "moved-on"; version: number; capacity: number; occupied: number; outOfService: number }
  | { kind: "unknown-pool" }
  | { kind: "out-of-range" }
  | { kind: "signed-out" }
  | { kind: "key-used-otherwise" };

type Night = {
  placeId: number;
  /** The date the night begins on, in the region's zone: yesterday to a week ahead. */
  night: LocalDate;
  /** null takes the word back. */
  open: boolean | null;
};

export type StaffOpening = ByStaff & Night;
export type CommandOpening = ByCommand & Night;

/** Units that are there until a moment only: so many beside the usual ones; none takes them away. */
export type StaffExtra = ByStaff & {
  poolId: number;
  units: number;
  until: Date | null;
  saidAt?: Date;
  seenVersion?: number;
};

export type ExtraReported =
  Exclude<Reported, { kind: "moved-on" }> | { kind: "moved-on" | "already-over" | "no-count-yet" };

/** The same word, said a while ago: nothing is done where somebody has said another since. */
export type LateOpening = StaffOpening & { saidAt: Date };

export type SaidLate = Said | { kind: "moved-on"; open: boolean | null };

export type Said =
  | { kind: "said"; placeId: number; night: LocalDate; open: boolean | null; saidAt: Date }
  | { kind: "unknown-place" }
  | { kind: "not-that-night" }
  | { kind: "signed-out" }
  | { kind: "key-used-otherwise" };

/**
 * A version no pool has had: what was saved by the key is answered as before; what was not is asked about, and is not saved
 * by this key any more, also where it was sent before and comes later.
 */
export const NEVER_SEEN = 0;

// Dates are text in a kept answer.
type Kept<Answer> = Answer extends { saidAt: Date } ? Omit<Answer, "saidAt"> & { saidAt: string } : Answer;

export async function report({ key, token, ...said }: StaffReport): Promise<Reported> {
  if (!isReadable(said)) return { kind: "out-of-range" };
  const [{ answer }] = await within(sql<[{ answer: Kept<Reported> }]>`
    select report(
      ${key},
      ${token},
      ${said.poolId},
      ${said.occupied ?? null},
      ${said.outOfService ?? null},
      ${said.capacity ?? null},
      ${said.saidAt ?? null},
      ${said.seenVersion ?? null}
    ) as answer`);
  return reportedOf(answer);
}

export async function openTonight({ key, token, placeId, night, open }: StaffOpening): Promise<Said> {
  const [{ answer }] = await within(sql<[{ answer: Kept<Said> }]>`
    select open_tonight(${key}, ${token}, ${placeId}, ${night}, ${open}) as answer`);
  return saidOf(answer);
}

export async function reportExtra({ key, token, poolId, units, until, ...said }: StaffExtra) {
  if (!isReadable({ poolId, capacity: units })) return { kind: "out-of-range" } as const;
  const [{ answer }] = await within(sql<[{ answer: Kept<ExtraReported> }]>`
    select report_extra(
      ${key},
      ${token},
      ${poolId},
      ${units},
      ${until},
      ${said.saidAt ?? null},
      ${said.seenVersion ?? null}
    ) as answer`);
  return (answer.kind === "reported" ? reportedOf(answer) : answer) as ExtraReported;
}

export async function openTonightLate({ key, token, saidAt, ...night }: LateOpening): Promise<SaidLate> {
  const [{ answer }] = await within(sql<
    [{ answer: Kept<Said> | { kind: "moved-on"; open: boolean | null } }]
  >`
    select open_tonight_late(
      ${key},
      ${token},
      ${night.placeId},
      ${night.night},
      ${night.open},
      ${saidAt}
    ) as answer`);
  return answer.kind === "moved-on" ? answer : saidOf(answer);
}

/** For commands: the web role may not. */
export async function recordReport(owner: Sql, { key, who, way, ...said }: CommandReport): Promise<Reported> {
  if (!isReadable(said)) return { kind: "out-of-range" };
  const [{ answer }] = await within(owner<[{ answer: Kept<Reported> }]>`
    select record_report(
      ${key},
      ${who},
      ${way},
      ${said.poolId},
      ${said.occupied ?? null},
      ${said.outOfService ?? null},
      ${said.capacity ?? null},
      ${said.saidAt ?? null}
    ) as answer`);
  return reportedOf(answer);
}

/** For commands: the web role may not. */
export async function recordOpening(
  owner: Sql,
  { key, who, way, placeId, night, open }: CommandOpening,
): Promise<Said> {
  const [{ answer }] = await within(owner<[{ answer: Kept<Said> }]>`
    select record_opening(${key}, ${who}, ${way}, ${placeId}, ${night}, ${open}) as answer`);
  return saidOf(answer);
}

/** A number PostgreSQL could not even read is out of range as well. */
function isReadable({ occupied, outOfService, capacity }: Count): boolean {
  const numbers = [occupied, outOfService, capacity].filter((number) => number !== undefined);
  return numbers.every((number) => Number.isInteger(number) && Math.abs(number) <= 1e6);
}

function reportedOf(answer: Kept<Reported>): Reported {
  return answer.kind === "reported" ? { ...answer, saidAt: new Date(answer.saidAt) } : answer;
}

function saidOf(answer: Kept<Said>): Said {
  return answer.kind === "said" ? { ...answer, saidAt: new Date(answer.saidAt) } : answer;
}
