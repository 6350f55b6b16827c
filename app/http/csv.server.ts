/** A table to take along, as CSV (RFC 4180). */

type Cell = string | number;

export function csvAnswer(rows: readonly (readonly Cell[])[], fileName: string): Response {
  return new Response(rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join(""), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

// A spreadsheet takes what begins like this for a formula, and somebody else wrote it.
const FORMULA = /^[=+\-@\t\r]/;

function cellOf(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
