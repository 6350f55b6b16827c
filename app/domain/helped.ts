/** How many were helped, month by month: only what is told of, never a number below five. */
import type { Party } from "~/domain/party";
import type { LocalDate } from "~/domain/zone";

export const COUNTED = [
  "asks",
  "kind",
  "answered",
  "helped",
  "people",
  "stays",
  "nights",
  "room-stays",
  "room-nights",
  "searches",
  "household",
  "hours",
  "area",
] as const;
export type Counted = (typeof COUNTED)[number];

/** `folded`: parts of fewer than five each, counted with this one. */
export type KeptCount = { what: Counted; part: string; folded: string[]; n: number };
export type HelpedMonth = { month: LocalDate; counts: KeptCount[] };
/** The newest month first; `asksAtLeast` of this month so far, by fives. */
export type Helped = { thisMonth: LocalDate; asksAtLeast: number; months: HelpedMonth[] };

/** As in HUD's HouseholdType: 3, 1 and 4. */
export type SearchedAs = "families" | "adults" | "children";

export function searchedAs({ adults, childAges }: Party): SearchedAs {
  if (adults === 0) return "children";
  return childAges.length > 0 ? "families" : "adults";
}

/** What is told of one thing, the most first; hours in their order. */
export function partsOf({ counts }: HelpedMonth, what: Counted): KeptCount[] {
  return counts.filter((count) => count.what === what).toSorted((one, other) => other.n - one.n);
}

/** null: fewer than five. */
export function countOf({ counts }: HelpedMonth, what: Counted): number | null {
  return counts.find((count) => count.what === what)?.n ?? null;
}

export type HoursCounted = { from: number; until: number; n: number };

/** Those of one kind of household, in the order of the day; together they are all of that household's. */
export function hoursOf({ counts }: HelpedMonth, household: string): HoursCounted[] {
  return counts
    .flatMap(({ what, part, n }) => {
      const [whose, hours = ""] = part.split(" ");
      const [from = 0, until = 24] = hours.split("-").map(Number);
      return what === "hours" && whose === household ? [{ from, until, n }] : [];
    })
    .toSorted((one, other) => one.from - other.from);
}

/** Of all that is told: what no month tells is in no sum either. */
export function sumOf(months: readonly HelpedMonth[], what: Counted): number {
  return months.reduce((sum, month) => sum + (countOf(month, what) ?? 0), 0);
}
