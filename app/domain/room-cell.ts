/**
 * Where a member's room may be said to be: a fixed cell of the map (H3) in which enough people live, never a point moved by
 * chance: of many such points the middle is the door.
 */

/** Fewer than these, and a neighbour could tell who it is. The same as in the view `room_areas`. */
export const FEWEST_RESIDENTS = 2_000;

// Resolutions 8, 7 and 6; a cell of the next one is as large as a town.
const MOST_CELLS = 3;

/** `cells` from the fine one to those it lies in. Null: "in this region", without distance or time. */
export function publicCell(cells: readonly string[], residents: ReadonlyMap<string, number>): string | null {
  return cells.slice(0, MOST_CELLS).find((cell) => (residents.get(cell) ?? 0) >= FEWEST_RESIDENTS) ?? null;
}
