/** Where there are vetted rooms of members, as coarsely as it may be told, and the way to the middle of each such area. */
import { warmest } from "~/domain/choosing";
import { areasInOrder, type RoomArea, type RoomsTonight } from "~/domain/room-area";
import { centerOf, outlineOfCell } from "./cells.server";
import { sql, within } from "./database.server";
import { type Going, waysToPoints } from "./ways.server";

export type RoomAreas = { areas: RoomArea[]; inRegion: boolean };

/** Read anew whenever a list is made: a room that is paused is gone from the next one. */
export async function roomAreasIn(regionId: number): Promise<RoomAreas> {
  const rows = await within(sql<{ cell: string | null }[]>`
    select cell
    from room_areas
    where region_id = ${regionId}
    order by cell`);
  const cells = rows.flatMap(({ cell }) => (cell === null ? [] : [cell]));
  return {
    areas: cells.map((cell) => ({ cell, center: centerOf(cell), outline: outlineOfCell(cell) })),
    inRegion: cells.length < rows.length,
  };
}

/** A door that is open at any time stands in the middle of each area: whoever goes there goes when a coordinator said so. */
export async function roomsTonight({ areas, inRegion }: RoomAreas, going: Going): Promise<RoomsTonight> {
  if (areas.length === 0) return { areas: [], inRegion };
  const ways = await waysToPoints(
    areas.map(({ center }) => center),
    going,
  );
  const reached = areas.map((area, at) => {
    const way = ways[at]!;
    return { ...area, best: way.kind === "journeys" ? warmest(way.journeys) : null };
  });
  return { areas: areasInOrder(reached), inRegion };
}
