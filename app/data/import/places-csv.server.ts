/** A places file in CSV: the header documented in db/places-csv.md, a place a row. */
import { CsvError, type CsvErrorCode, parse } from "csv-parse/sync";
import { NEEDED_COLUMNS, isKnownColumn } from "./columns.server";
import { draftOfRow } from "./draft-of-row.server";
import type { PlacesFile, Refusal } from "./drafts.server";
import { keepSafetyShelter, refuseAtSafetyShelters, spotsOf } from "./safety.server";

type Record = { cells: string[]; line: number };

const MOST_ROWS = 20_000;

export function readPlacesCsv(text: string): PlacesFile {
  const file: PlacesFile = { places: [], safetyShelters: [], refused: [], notes: [] };
  const records = recordsOf(text);
  if ("reason" in records) return { ...file, refused: [records] };

  const [header, ...rows] = records;
  if (!header) return { ...file, refused: [atLine(1, "the file has no header")] };
  const names = header.cells.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, "_"),
  );
  const headerFaults = faultsOfHeader(names, header);
  if (headerFaults.length > 0) return { ...file, refused: headerFaults };

  const passedOver = names.filter((name) => name !== "" && !isKnownColumn(name));
  if (passedOver.length > 0) file.notes.push(`Columns not known, passed over: ${passedOver.join(", ")}.`);
  for (const row of rows) readRow(file, names, row);
  refuseRepeatedKeys(file);
  refuseAtSafetyShelters(file);
  return file;
}

function recordsOf(text: string): Record[] | Refusal {
  let whole = 0;
  try {
    const parsed = parse(text.replaceAll(/\r\n?/g, "\n"), {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 100_000,
      to: MOST_ROWS + 1,
      on_record: (record, { lines }) => {
        whole = lines;
        return record;
      },
    }) as unknown as { record: string[]; info: { lines: number } }[];
    // csv-parse counts the line a record ends on; a quoted cell may have begun it some lines above.
    return parsed
      .map(({ record, info }) => ({ cells: record, line: info.lines - newlinesIn(record) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem;
    // csv-parse names the line where it stopped, which for an open quote is the end of the file.
    return atLine(
      whole + 1,
      UNREADABLE[problem.code] ?? "cannot be read as CSV: save the file as CSV (UTF-8) anew",
    );
  }
}

const QUOTED = 'a cell with a quote in it is written "so ""quoted"" as here"';
const UNREADABLE: Partial<globalThis.Record<CsvErrorCode, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a cell begins with a quote that is never closed: close it, or take it away",
  CSV_INVALID_CLOSING_QUOTE: `a cell goes on after its closing quote: ${QUOTED}`,
  INVALID_OPENING_QUOTE: `a quote stands within a cell: ${QUOTED}`,
  CSV_MAX_RECORD_SIZE: "this row is longer than 100,000 letters: is a quote never closed?",
};

function newlinesIn(cells: string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function faultsOfHeader(names: string[], { line }: Record): Refusal[] {
  const missing = NEEDED_COLUMNS.filter((needed) => !names.includes(needed));
  if (missing.length > 0) {
    const hint = names.length === 1 && /[;\t]/.test(names[0]!) ? " (cells must be parted by commas)" : "";
    return [atLine(line, `the header lacks ${missing.join(", ")}${hint}`)];
  }
  const twice = names.filter((name, i) => name !== "" && names.indexOf(name) !== i);
  return twice.map((name) => ({ ...atLine(line, "stands in the header twice"), column: name }));
}

function readRow(file: PlacesFile, names: string[], { cells, line }: Record): void {
  const typed = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
  const key = typed.key?.trim() || null;
  // A comma too many shifts every cell after it: empty cells at the end are harmless, full ones are not.
  if (cells.some((cell, i) => cell.trim() !== "" && !names[i])) {
    file.refused.push({ line, key, column: null, reason: "has more cells than the header has names" });
    return;
  }
  const read = draftOfRow(typed);
  if (read.kind === "place") file.places.push({ line, draft: read.draft });
  else if (read.kind === "refused")
    file.refused.push(...read.faults.map((fault) => ({ line, key, ...fault })));
  else keepSafetyShelter(file, { line, key, ...read }, spotsOf(typed.address, typed.lat, typed.lon));
}

function refuseRepeatedKeys(file: PlacesFile): void {
  const firstLine = new Map<string, number | null>();
  for (const { line, draft } of file.places) {
    const first = firstLine.get(draft.key);
    if (first === undefined) firstLine.set(draft.key, line);
    else file.refused.push({ line, key: draft.key, column: "key", reason: `is used in line ${first} too` });
  }
}

function atLine(line: number | null, reason: string): Refusal {
  return { line, key: null, column: null, reason };
}
