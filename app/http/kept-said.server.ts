/** What a kept form says, so that a person can decide whether it is still right. */
import { findBoardPool } from "~/data/board.server";
import { poolIn, readCount } from "~/http/count-form.server";
import type { KeptForm } from "~/http/kept-form.server";
import type { Pool } from "~/domain/pool";

export type KeptPool = Pick<Pool, "household" | "unit">;
export type ReadKept =
  | { kind: "count"; pool: KeptPool; taken: number | null; broken: number | null }
  | { kind: "tonight"; open: "open" | "closed" | "none" }
  | { kind: "other"; typed: string[] };

export async function readKept({ path, placeId, fields }: KeptForm): Promise<ReadKept> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const other: ReadKept = { kind: "other", typed: typedIn(fields) };
  if (path.endsWith("/tonight")) {
    const open = form.get("open");
    return open === "open" || open === "closed" || open === "none" ? { kind: "tonight", open } : other;
  }
  if (!path.endsWith("/count")) return other;
  const [read, pool] = [readCount(form), await findBoardPool(Number(placeId), poolIn(form))];
  if (read.kind === "unclear" || !pool) return other;
  const { occupied = null, outOfService = null } = read.count;
  return { kind: "count", pool, taken: occupied, broken: outOfService };
}

// Keys, numbers of rows and versions are ours, not what a person typed.
const OURS = new Set(["key", "hold", "pool", "version", "sure", "night"]);

function typedIn(fields: KeptForm["fields"]): string[] {
  return fields.filter(([name, value]) => !OURS.has(name) && value.trim() !== "").map(([, value]) => value);
}
