/** A place's log as a table: one statement a row, with the columns of what it is about filled in. */
import type { LogLine } from "~/domain/board";

// New columns come last: whoever reads the old ones by their place still may.
export const LOG_HEAD = [
  "said_at",
  "who",
  "way",
  "pool",
  "household",
  "unit",
  "capacity",
  "taken",
  "out_of_service",
  "what",
  "extra",
  "extra_until",
  "night",
  "open",
  "note_en",
  "note_es",
  "note_until",
  "tablet",
];

export function logRow(line: LogLine): (string | number)[] {
  return [...rowOf(line), line.tablet ?? ""];
}

function rowOf(line: LogLine): (string | number)[] {
  const head = [line.saidAt.toISOString(), line.who, line.way];
  switch (line.kind) {
    case "count":
    case "ended": {
      const { poolId, household, unit, capacity, occupied, outOfService, kind, extra, extraUntil } = line;
      const count = [poolId, household, unit, capacity, occupied, outOfService];
      return [...head, ...count, kind, extra, extraUntil?.toISOString() ?? "", ...blanks(5)];
    }
    case "tonight": {
      const open = line.open === null ? "not decided" : line.open ? "yes" : "no";
      return [...head, ...blanks(6), line.kind, ...blanks(2), line.night, open, ...blanks(3)];
    }
    case "note": {
      const { en = "", es = "" } = line.words ?? {};
      return [...head, ...blanks(6), line.kind, ...blanks(4), en, es, line.until?.toISOString() ?? ""];
    }
  }
}

function blanks(count: number): string[] {
  return Array<string>(count).fill("");
}
