/** What a family asks: where from, for whom, when; and the link that asks it again. */
import type { LocalDate, WallMinutes } from "~/domain/zone";
import type { Party, Pet } from "~/domain/party";

/** "at": the next time the wall clock shows that; "on": at that wall time of a date. */
export type When =
  | { kind: "now" }
  /** `eitherHalf`: "5:30" alone may be the morning or the afternoon; `minutes` are those of the morning. */
  | { kind: "at"; minutes: WallMinutes; eitherHalf?: true }
  | { kind: "on"; date: LocalDate; minutes: WallMinutes };

export type Search = {
  /** As typed; empty on a first visit. */
  where: string;
  /** The region's slug where a link names it; else the words decide. */
  region: string | null;
  party: Party;
  when: When;
};

/** The form's fields as they were typed, to be shown again. */
export type Typed = {
  where: string;
  region: string;
  adults: string;
  children: string;
  pets: string[];
  wheelchair: boolean;
  together: boolean;
  when: string;
};

export type SearchProblem = {
  field: keyof Typed;
  problem: "too-long" | "not-a-number" | "out-of-range" | "too-many" | "not-a-time" | "not-known";
};

export const MOST_ADULTS = 12;
export const MOST_CHILDREN = 12;
export const LONGEST_WHERE = 80;

/** The query of a search, in a fixed order, defaults left out, so that equal searches have equal links. */
export function searchQuery(search: Search): URLSearchParams {
  const query = new URLSearchParams();
  if (search.where) query.set("where", search.where);
  if (search.region) query.set("region", search.region);
  const { adults, childAges, pets, wheelchair, together } = search.party;
  if (adults !== 1) query.set("adults", String(adults));
  if (childAges.length > 0) query.set("children", childAges.join(","));
  for (const pet of pets) query.append("pets", pet satisfies Pet);
  if (wheelchair) query.set("wheelchair", "1");
  if (together) query.set("together", "1");
  if (search.when.kind !== "now") query.set("when", whenTyped(search.when));
  return query;
}

function whenTyped(when: Exclude<When, { kind: "now" }>): string {
  const time = clock(when.minutes);
  // With a leading zero it would be the morning alone.
  if (when.kind === "at" && when.eitherHalf) return time.replace(/^0/, "");
  return when.kind === "on" ? `${when.date} ${time}` : time;
}

/** "17:30": what a time field holds. */
export function clock(minutes: WallMinutes): string {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
