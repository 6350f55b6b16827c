import { beforeAll, expect, test } from "vitest";
import { cellAt, cellsAround, centerOf, outlineOfCell, replaceCells } from "~/data/cells.server";
import { metresBetween } from "~/domain/geo";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, type SeededGroup } from "../support/groups";
import { ARMSTRONG, FAR_OFF, NEBRASKA, offerRoom, openRoom } from "../support/rooms";
import { seedRegion } from "../support/seeds";

process.env.APP_SECRET = "a secret of at least thirty-two letters";
const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
});

const cells = cellsAround(cellAt(NEBRASKA.at!));
const figures = (counts: Record<string, number>) =>
  replaceCells(database.owner, regionId, new Map(Object.entries(counts)));
const areas = async () =>
  (await database.owner<{ cell: string | null }[]>`select cell from room_areas`).map(({ cell }) => cell);

test("two doors of a neighborhood lie in one cell, and its middle is nobody's door", () => {
  expect(cellAt(ARMSTRONG.at!)).toBe(cells[0]);
  expect(cellAt(FAR_OFF.at!)).not.toBe(cells[0]);
  expect(metresBetween(centerOf(cells[0]!), NEBRASKA.at!)).toBeGreaterThan(50);
  const outline = outlineOfCell(cells[0]!);
  expect(outline).toHaveLength(7);
  expect(outline[0]).toEqual(outline[6]);
});

test("an area is named as finely as enough people live there, and anew with new figures", async () => {
  await openRoom(await seedMember(database.owner, wyco.groupId), wyco, regionId);
  const [fine, middle, coarse] = cells as [string, string, string];
  expect(await areas()).toEqual([null]);
  for (const [counts, cell] of [
    [{ [fine]: 2_000, [middle]: 9_000 }, fine],
    [{ [fine]: 1_999, [middle]: 9_000 }, middle],
    [{ [fine]: 3, [middle]: 40, [coarse]: 5_000 }, coarse],
    [{ [coarse]: 1_999 }, null],
    [{ [fine]: 2_500 }, fine],
  ] as const) {
    expect(await figures(counts)).toMatchObject({ rooms: 1 });
    expect(await areas(), JSON.stringify(counts)).toEqual([cell]);
  }
  // Taken away by hand, the figures take the name of the area with them.
  await database.owner`update cell_residents set residents = 1999`;
  expect(await areas()).toEqual([null]);
});

test("a room that nobody placed is in the region, whatever the figures", async () => {
  const host = await seedMember(database.owner, wyco.groupId);
  const { roomId } = await offerRoom(
    host,
    { groupId: wyco.groupId, regionId },
    { place: { ...NEBRASKA, at: null } },
  );
  await figures({ [cells[0]!]: 9_000 });
  expect(await database.owner`select cell, fine_cell from rooms where room_id = ${roomId}`).toEqual([
    { cell: null, fineCell: null },
  ]);
});
