/** A GTFS file from its text, as a reader sees it. */
import { CsvRows } from "~/transit/gtfs/csv";
import { Faults } from "~/transit/gtfs/faults";

export function rowsOf(text: string, file = "x.txt"): { rows: CsvRows; faults: Faults } {
  const faults = new Faults();
  return { rows: new CsvRows(file, new TextEncoder().encode(text), faults), faults };
}

/** "stops.txt:3 stop_lat: reason". */
export function said(faults: Faults): string[] {
  return faults.found.map(({ file, line, column, reason }) => `${file}:${line} ${column}: ${reason}`);
}
