/**
 * What people typed, as it may be kept and shown: without control characters, some of which no database takes, and without
 * what turns the direction of a line.
 */
type Typed = FormDataEntryValue | null | undefined;

// Longer than any field takes, so that whoever wrote too much sees it.
const LONGEST = 10_000;

/** Its lines stay. */
export function typedLines(value: Typed, most = LONGEST): string {
  if (typeof value !== "string") return "";
  return value
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n]+/gu, " ")
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .trim()
    .slice(0, most);
}

/** In one line. */
export function typedLine(value: Typed, most = LONGEST): string {
  return typedLines(value).replace(/\s+/gu, " ").slice(0, most);
}
