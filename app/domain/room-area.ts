/** Members' rooms as the public may know of them: that there are vetted ones in a part of town, or somewhere in the region. */
import { hardship } from "~/domain/choosing";
import type { Journey, LatLon } from "~/domain/journey";

/** A cell of the map; every way to it, and the time, is one to its center. */
export type RoomArea = {
  cell: string;
  center: LatLon;
  /** [lon, lat] of its corners, the first one again at the end. */
  outline: [number, number][];
};

export type AreaTonight = RoomArea & { best: Journey | null };

export type RoomsTonight = {
  areas: AreaTonight[];
  /** There is one at least that no area may stand for. */
  inRegion: boolean;
};

/** The warmest way first; equal ones in the order of their cells, so that equal questions get equal answers. */
export function areasInOrder(areas: readonly AreaTonight[]): AreaTonight[] {
  const hard = ({ best }: AreaTonight) => (best ? hardship(best) : Number.MAX_VALUE);
  return areas.toSorted((one, other) => hard(one) - hard(other) || (one.cell < other.cell ? -1 : 1));
}
