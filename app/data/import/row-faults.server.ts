/** What each cell allows by itself and a row as a whole does not. */
import { date } from "./answers.server";
import { ASPECTS, otherLanguages } from "./columns.server";
import type { Row } from "./columns.server";

export type RowFault = { column: string | null; reason: string };

export function contradictions(row: Row, cells: Record<string, string>): RowFault[] {
  const faults: RowFault[] = [];
  if (row.min_age !== null && row.max_age !== null && row.max_age < row.min_age) {
    faults.push({ column: "max_age", reason: "is less than min_age" });
  }
  if (row.intake.exceptions.length > 0) {
    faults.push({ column: "intake", reason: "single dates belong in hours" });
  }
  if (row.lat === 0 && row.lon === 0) faults.push({ column: "lat", reason: "0, 0 lies in the sea" });
  for (const column of ["about", "rules", "documents"] as const) {
    if (otherLanguages(cells, column).length > 0 && !cells[column]?.trim()) {
      faults.push({ column, reason: "must be given in English too" });
    }
  }
  for (const [language, words] of otherLanguages(cells, "documents")) {
    if (words.split("|").length !== row.documents?.length) {
      faults.push({ column: `documents_${language}`, reason: "does not name as many papers as documents" });
    }
  }
  return [...faults, ...sourceFaults(row, cells)];
}

function sourceFaults(row: Row, cells: Record<string, string>): RowFault[] {
  const faults: RowFault[] = [];
  if (Boolean(row.source) !== Boolean(row.source_date)) {
    faults.push({ column: "source_date", reason: "a source needs its date, and a date its source" });
  }
  for (const aspect of ASPECTS) {
    const asOf = date.safeParse(cells[`${aspect}_date`] ?? "");
    if (!asOf.success) faults.push({ column: `${aspect}_date`, reason: asOf.error.issues[0]!.message });
  }
  return faults;
}
