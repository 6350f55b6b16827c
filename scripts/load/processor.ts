/** How much of the processor the app's processes, the database and the client here have used so far, as Linux tells. */
import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds of one core. */
export type Used = { app: number; database: number; client: number };

// Linux counts in hundredths of a second, whatever its kernel does.
const MS_PER_TICK = 10;

type Process = { parent: number; own: number; ended: number };

export function usedSoFar(appPids: readonly number[], databasePid: number): Used {
  const all = new Map(
    readdirSync("/proc").flatMap((name) => {
      const process = /^\d+$/.test(name) ? processOf(Number(name)) : null;
      return process ? [[Number(name), process] as const] : [];
    }),
  );
  const { user, system } = process.cpuUsage();
  return {
    app: appPids.reduce((sum, pid) => sum + (all.get(pid)?.own ?? 0), 0),
    database: familyOf(databasePid, all),
    client: (user + system) / 1000,
  };
}

export function usedSince(before: Used, now: Used): Used {
  return {
    app: now.app - before.app,
    database: now.database - before.database,
    client: now.client - before.client,
  };
}

/** A database is its first process, those it started, and those of them that ended meanwhile. */
function familyOf(pid: number, all: ReadonlyMap<number, Process>): number {
  const first = all.get(pid);
  if (!first) return 0;
  const children = [...all].filter(([, { parent }]) => parent === pid);
  return first.own + first.ended + children.reduce((sum, [child]) => sum + familyOf(child, all), 0);
}

function processOf(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // A program's name may hold spaces and brackets; after the last bracket there are numbers alone.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = (from: number) => (Number(fields[from]) + Number(fields[from + 1])) * MS_PER_TICK;
    return { parent: Number(fields[1]), own: ticks(11), ended: ticks(13) };
  } catch {
    return null;
  }
}
