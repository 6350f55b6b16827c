/** The cells of the map (H3) that stand for a member's room, and how many people live in them. */
import { cellToBoundary, cellToLatLng, cellToParent, latLngToCell } from "h3-js";
import type { LatLon } from "~/domain/journey";
import { publicCell } from "~/domain/room-cell";
import { seal, unseal } from "./sealed.server";
import { sql, within } from "./database.server";
import type { Sql } from "./connection.server";

/** From fine to coarse. */
export const CELL_RESOLUTIONS = [8, 7, 6] as const;

export function cellsAround(fine: string): string[] {
  return CELL_RESOLUTIONS.map((resolution) => cellToParent(fine, resolution));
}

export function cellAt({ lat, lon }: LatLon): string {
  return latLngToCell(lat, lon, CELL_RESOLUTIONS[0]);
}

/** All ways, orders and times to a room are those to this point. */
export function centerOf(cell: string): LatLon {
  const [lat, lon] = cellToLatLng(cell);
  return { lat: Number(lat.toFixed(5)), lon: Number(lon.toFixed(5)) };
}

/** [lon, lat] of its corners, the first one again at the end; four decimals are 11 m. */
export function outlineOfCell(cell: string): [number, number][] {
  return cellToBoundary(cell, true).map(([lon, lat]) => [Number(lon!.toFixed(4)), Number(lat!.toFixed(4))]);
}

export type CellOfRoom = { cell: string | null; fineCell: Buffer | null };

/** What is kept of where a room is: its fine cell sealed, and the cell that may be told. */
export async function cellOfRoom(roomId: string, regionId: number, at: LatLon | null): Promise<CellOfRoom> {
  if (!at) return { cell: null, fineCell: null };
  const fine = cellAt(at);
  const cells = cellsAround(fine);
  const rows = await within(sql<{ cell: string; residents: number }[]>`
    select cell, residents
    from cell_residents
    where region_id = ${regionId} and cell = any (${cells})`);
  const residents = new Map(rows.map((row) => [row.cell, row.residents]));
  return { cell: publicCell(cells, residents), fineCell: seal("room cell", roomId, fine) };
}

export type CellResidents = ReadonlyMap<string, number>;

/** By the owner: the figures of a region anew, and every room's cell made again of them. */
export async function replaceCells(
  owner: Sql,
  regionId: number,
  residents: CellResidents,
): Promise<{ cells: number; rooms: number }> {
  await within(owner`
    select replace_cell_residents(${regionId}, ${[...residents.keys()]}, ${[...residents.values()]})`);
  const rooms = await within(owner<{ roomId: string; fineCell: Uint8Array }[]>`
    select room_id, fine_cell
    from rooms join groups using (group_id)
    where region_id = ${regionId} and fine_cell is not null`);
  for (const { roomId, fineCell } of rooms) {
    const cell = publicCell(cellsAround(unseal("room cell", roomId, fineCell)), residents);
    await within(owner`
      update rooms set cell = ${cell}
      where room_id = ${roomId} and fine_cell = ${fineCell}`);
  }
  return { cells: residents.size, rooms: rooms.length };
}
