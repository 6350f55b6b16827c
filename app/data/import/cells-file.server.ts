/** How many people live in each cell of the map, from a CSV file as db/cells-file.md has it. */
import { cellToParent, getResolution, isValidCell } from "h3-js";
import { metresOutside } from "~/domain/geo";
import type { Bounds } from "~/domain/region";
import type { Fault } from "~/transit/gtfs/feed";
import { escaped } from "~/transit/gtfs/shown";
import { CELL_RESOLUTIONS, centerOf, type CellResidents } from "../cells.server";
import { columnName, type CsvRow, csvRows } from "./csv-rows.server";

export type CellsFile =
  | { kind: "cells"; residents: CellResidents; elsewhere: number }
  | { kind: "refused"; faults: [Fault, ...Fault[]] };

const COLUMNS = ["cell", "residents"] as const;
const MOST_ROWS = 20_000;
const MOST_RESIDENTS = 10_000_000;
const MOST_LETTERS_SAID = 40;
// The middle of a cell may lie outside of a region that the cell reaches into.
const NEAR_M = 10_000;
const [FINE, MIDDLE, COARSE] = CELL_RESOLUTIONS;

type Line = { cell: string; residents: number; line: number };
type Say = (line: number | null, column: string | null, reason: string) => undefined;

/** Cells that the file does not name, and the coarser ones, are the sum of what it names in them. Nothing of a file with a fault is taken. */
export function cellsIn(words: string, file: string, bounds: Bounds): CellsFile {
  const faults: Fault[] = [];
  const say: Say = (line, column, reason) => void faults.push({ file, line, column, reason });
  const rows = csvRows(words);
  if ("reason" in rows) say(rows.line, null, rows.reason);
  const lines = "reason" in rows ? [] : linesOf(rows, say);
  const here = lines.filter(({ cell }) => metresOutside(centerOf(cell), bounds) <= NEAR_M);
  if (faults.length === 0 && here.length === 0) say(null, null, "no cell of it lies in this region");
  const residents = wholeOf(here, say);
  const [first, ...others] = faults;
  if (first) return { kind: "refused", faults: [first, ...others] };
  return { kind: "cells", residents, elsewhere: lines.length - here.length };
}

function linesOf([head, ...rows]: CsvRow[], say: Say): Line[] {
  const names = head?.cells.map(columnName) ?? [];
  const [cellAt, residentsAt] = COLUMNS.map((name) => names.indexOf(name));
  for (const name of COLUMNS)
    if (!names.includes(name)) say(head?.line ?? 1, null, `has no column "${name}"`);
  if (cellAt! < 0 || residentsAt! < 0) return [];
  if (rows.length > MOST_ROWS) say(null, null, "has more than 20,000 rows: keep those of your region");
  const seen = new Map<string, number>();
  return rows.slice(0, MOST_ROWS).flatMap(({ cells, line }) => {
    const cell = (cells[cellAt!] ?? "").trim().toLowerCase();
    const residents = (cells[residentsAt!] ?? "").trim();
    const wrong = cellFault(cell) ?? (seen.has(cell) ? `is in line ${seen.get(cell)} already` : null);
    if (wrong) return say(line, "cell", wrong) ?? [];
    seen.set(cell, line);
    if (!/^\d{1,8}(\.\d{1,9})?$/.test(residents) || Number(residents) > MOST_RESIDENTS)
      return say(line, "residents", `"${brief(residents)}" is not a number of people, like 2150`) ?? [];
    return [{ cell, residents: Math.floor(Number(residents)), line }];
  });
}

function cellFault(cell: string): string | null {
  if (!/^[0-9a-f]{15}$/.test(cell) || !isValidCell(cell))
    return `"${brief(cell)}" is not a cell: H3 cells are 15 letters and digits, like 8826560833fffff`;
  const resolution = getResolution(cell);
  return CELL_RESOLUTIONS.some((known) => known === resolution)
    ? null
    : `${cell} is of resolution ${resolution}: cells of resolution 8 are best, 7 and 6 are taken too`;
}

/** The coarser ones too, as given or as the sum of what lies in them. */
function wholeOf(lines: readonly Line[], say: Say): Map<string, number> {
  const given = new Map(lines.map(({ cell, ...rest }) => [cell, rest]));
  const whole = new Map(lines.map(({ cell, residents }) => [cell, residents]));
  for (const [from, to] of [
    [FINE, MIDDLE],
    [MIDDLE, COARSE],
  ] as const) {
    const sums = new Map<string, number>();
    for (const [cell, residents] of whole) {
      if (getResolution(cell) !== from) continue;
      const parent = cellToParent(cell, to);
      sums.set(parent, (sums.get(parent) ?? 0) + residents);
    }
    for (const [parent, sum] of sums) {
      const stated = given.get(parent);
      if (!stated) whole.set(parent, sum);
      else if (stated.residents < sum)
        say(stated.line, "residents", `fewer people than the ${sum} in the cells that lie in it`);
    }
  }
  return whole;
}

// A stranger's file must not steer a terminal, nor fill it.
function brief(words: string): string {
  return escaped(words.replaceAll(/\s+/g, " ")).slice(0, MOST_LETTERS_SAID);
}
