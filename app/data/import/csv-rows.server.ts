/** The rows of a CSV file somebody wrote, each with the line it begins on; or where and why it cannot be read. */
import { CsvError, type CsvErrorCode, parse } from "csv-parse/sync";

export type CsvRow = { cells: string[]; line: number };

const MOST_ROWS = 20_000;

/** Without rows that hold nothing. */
export function csvRows(text: string): CsvRow[] | { line: number; reason: string } {
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
    return {
      line: whole + 1,
      reason: UNREADABLE[problem.code] ?? "cannot be read as CSV: save the file as CSV (UTF-8) anew",
    };
  }
}

const QUOTED = 'a cell with a quote in it is written "so ""quoted"" as here"';
const UNREADABLE: Partial<Record<CsvErrorCode, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a cell begins with a quote that is never closed: close it, or take it away",
  CSV_INVALID_CLOSING_QUOTE: `a cell goes on after its closing quote: ${QUOTED}`,
  INVALID_OPENING_QUOTE: `a quote stands within a cell: ${QUOTED}`,
  CSV_MAX_RECORD_SIZE: "this row is longer than 100,000 letters: is a quote never closed?",
};

function newlinesIn(cells: string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

/** A column's name however it was typed: "Source date" is source_date. */
export function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
}
