/** A places file in CSV: the header documented in db/places-csv.md, a place a row. */
import { NEEDED_COLUMNS, isKnownColumn } from "./columns.server";
import { columnName, type CsvRow, csvRows } from "./csv-rows.server";
import { draftOfRow } from "./draft-of-row.server";
import type { PlacesFile, Refusal } from "./drafts.server";
import { keepSafetyShelter, refuseAtSafetyShelters, spotsOf } from "./safety.server";

export function readPlacesCsv(text: string): PlacesFile {
  const file: PlacesFile = { places: [], safetyShelters: [], refused: [], notes: [] };
  const records = csvRows(text);
  if ("reason" in records) return { ...file, refused: [atLine(records.line, records.reason)] };

  const [header, ...rows] = records;
  if (!header) return { ...file, refused: [atLine(1, "the file has no header")] };
  const names = header.cells.map(columnName);
  const headerFaults = faultsOfHeader(names, header);
  if (headerFaults.length > 0) return { ...file, refused: headerFaults };

  const passedOver = names.filter((name) => name !== "" && !isKnownColumn(name));
  if (passedOver.length > 0) file.notes.push(`Columns not known, passed over: ${passedOver.join(", ")}.`);
  for (const row of rows) readRow(file, names, row);
  refuseRepeatedKeys(file);
  refuseAtSafetyShelters(file);
  return file;
}

function faultsOfHeader(names: string[], { line }: CsvRow): Refusal[] {
  const missing = NEEDED_COLUMNS.filter((needed) => !names.includes(needed));
  if (missing.length > 0) {
    const hint = names.length === 1 && /[;\t]/.test(names[0]!) ? " (cells must be parted by commas)" : "";
    return [atLine(line, `the header lacks ${missing.join(", ")}${hint}`)];
  }
  const twice = names.filter((name, i) => name !== "" && names.indexOf(name) !== i);
  return twice.map((name) => ({ ...atLine(line, "stands in the header twice"), column: name }));
}

function readRow(file: PlacesFile, names: string[], { cells, line }: CsvRow): void {
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
