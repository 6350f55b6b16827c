/** One region's places as they were read last, and what was heard of them since. */
import type { Place } from "~/domain/place";

export type Kept = {
  places: readonly Place[];
  readAt: number;
  /** When units that are there for a time are there no more: no notice says so. */
  ends: number;
  /** How many changes were heard of, and of how many the reading knows. */
  heard: number;
  read: number;
  changed: Set<number> | "all";
  reading: Promise<void> | null;
};

export function newlyKept(): Kept {
  return { places: [], readAt: -Infinity, ends: Infinity, heard: 0, read: 0, changed: "all", reading: null };
}

/** In how many milliseconds; what has ended by now is read as such. */
export function firstEnd(places: readonly Place[]): number {
  const ends = places.flatMap(({ pools }) => pools.flatMap(({ extra }) => (extra ? [extra.until] : [])));
  return Math.max(0, Math.min(...ends) * 1000 - Date.now());
}

/** One that is listed no more is left out. */
export function withAnew(
  places: readonly Place[],
  placeIds: readonly number[],
  anew: readonly Place[],
): Place[] {
  const others = places.filter(({ placeId }) => !placeIds.includes(placeId));
  return [...others, ...anew].toSorted((a, b) => a.placeId - b.placeId);
}
