/** A GTFS file from its text, as a reader sees it. */
import { CsvRows } from "~/transit/gtfs/csv";
import { Faults } from "~/transit/gtfs/faults";
import { Ids } from "~/transit/gtfs/ids";

export function rowsOf(text: string, file = "x.txt"): { rows: CsvRows; faults: Faults } {
  const faults = new Faults();
  return { rows: new CsvRows(file, new TextEncoder().encode(text), faults), faults };
}

/** "stops.txt:3 stop_lat: reason". */
export function said(faults: Faults): string[] {
  return faults.found.map(({ file, line, column, reason }) => `${file}:${line} ${column}: ${reason}`);
}

/** The same of what only is warned of. */
export function warned(faults: Faults): string[] {
  return faults.warnings.map(({ file, line, column, reason }) => `${file}:${line} ${column}: ${reason}`);
}

export function idsOf(...names: string[]): Ids {
  const ids = new Ids();
  for (const name of names) ids.add(new TextEncoder().encode(name), 0, name.length);
  return ids;
}
