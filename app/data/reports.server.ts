/** What staff say: a pool's count, and whether a place opens on a night. Each is one statement, done once for its key. */
import type { LocalDate } from "~/domain/zone";
import type { ReportWay } from "~/domain/pool";
import { sql, within } from "./database.server";

/** The same key gives the same answer for 72 h; with another request it is refused. */
export type Change = {
  /** 128 bits, as 32 hex digits or a UUID. */
  key: string;
  who: string;
  way: ReportWay;
};

/** What is left out stays as it is; with nothing in it, it says "still right". */
export type Report = Change & {
  poolId: number;
  occupied?: number;
  outOfService?: number;
  capacity?: number;
  /** When it was true, where that was not just now. */
  saidAt?: Date;
};

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
  | { kind: "unknown-pool" }
  | { kind: "out-of-range" }
  | { kind: "key-used-otherwise" };

export type OpenTonight = Change & {
  placeId: number;
  /** The date the night begins on, in the region's zone: yesterday to a week ahead. */
  night: LocalDate;
  /** null takes the word back. */
  open: boolean | null;
};

export type Said =
  | { kind: "said"; placeId: number; night: LocalDate; open: boolean | null; saidAt: Date }
  | { kind: "unknown-place" }
  | { kind: "not-that-night" }
  | { kind: "key-used-otherwise" };

// Dates are text in a kept answer.
type Kept<Answer> = Answer extends { saidAt: Date } ? Omit<Answer, "saidAt"> & { saidAt: string } : Answer;

export async function report({ key, who, way, poolId, ...said }: Report): Promise<Reported> {
  // A number PostgreSQL could not even read is out of range as well.
  const numbers = [said.occupied, said.outOfService, said.capacity].filter((number) => number !== undefined);
  if (numbers.some((number) => !Number.isInteger(number) || Math.abs(number) > 1e6))
    return { kind: "out-of-range" };

  const [{ answer }] = await within(sql<[{ answer: Kept<Reported> }]>`
    select report(
      ${key},
      ${who},
      ${way},
      ${poolId},
      ${said.occupied ?? null},
      ${said.outOfService ?? null},
      ${said.capacity ?? null},
      ${said.saidAt ?? null}
    ) as answer`);
  return answer.kind === "reported" ? { ...answer, saidAt: new Date(answer.saidAt) } : answer;
}

export async function openTonight({ key, who, way, placeId, night, open }: OpenTonight): Promise<Said> {
  const [{ answer }] = await within(sql<[{ answer: Kept<Said> }]>`
    select open_tonight(${key}, ${who}, ${way}, ${placeId}, ${night}, ${open}) as answer`);
  return answer.kind === "said" ? { ...answer, saidAt: new Date(answer.saidAt) } : answer;
}
