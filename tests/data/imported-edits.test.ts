import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { findHold, holdByPhone } from "~/data/holds.server";
import { applyPlaces } from "~/data/import/apply.server";
import { readPlacesFile } from "~/data/import/places-file.server";
import { previewOf } from "~/data/import/preview.server";
import { storedPlaces } from "~/data/import/stored.server";
import { editPlace, findPlaceSheet } from "~/data/place-sheet.server";
import { findPlace } from "~/data/places.server";
import { regions } from "~/data/regions.server";
import { report } from "~/data/reports.server";
import { testDatabase } from "../support/database";
import { aHash, MOTHER_AND_TWO } from "../support/holds";
import { seedPlace, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
const BEDS = { household: "men", unit: "bed", peoplePerUnit: 1, capacity: 4 } as const;
const ROOMS = { household: "families", unit: "room", peoplePerUnit: 4, capacity: 6 } as const;
let regionId: number;
let placeId: number;
let token: string;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
});

beforeEach(async () => {
  await importFile();
  const [row] = await database.owner<[{ placeId: number }]>`select place_id from places`;
  ({ placeId } = row);
  ({ token } = await seedStaff(database.owner, placeId, { role: "manager" }));
});

/** A file that knows of four beds for men, and nothing of rooms. */
async function importFile(): Promise<void> {
  const rows = [
    "key,kind,name,organization,lat,lon,hours,families,pools",
    "h,shelter,House,Hope,39.1,-94.65,24/7,yes,men bed x4",
  ];
  const read = readPlacesFile(Buffer.from(rows.join("\n")), "America/Chicago");
  const region = (await regions()).find((known) => known.regionId === regionId)!;
  const stored = await storedPlaces(database.owner, regionId, "list");
  await applyPlaces(database.owner, regionId, "list", previewOf(read, stored, region, "list"));
}

async function sayUnits(...pools: (typeof BEDS | typeof ROOMS)[]): Promise<void> {
  const { seen } = (await findPlaceSheet(token, placeId))!.parts.units;
  const said = { part: "units", said: { pools } } as const;
  expect(await editPlace({ key: randomUUID(), token, placeId, seen, ...said })).toEqual({ kind: "edited" });
}

const poolsNow = async () => (await findPlace(placeId))!.place.pools;
const pools = () => database.owner`select pool_id, household, retired_at from pools order by pool_id`;

test("rooms a manager added keep their count and who holds one, whatever file comes after", async () => {
  await sayUnits(BEDS, ROOMS);
  const rooms = (await poolsNow()).find(({ household }) => household === "families")!;
  await report({ key: randomUUID(), token, poolId: rooms.poolId, occupied: 2 });
  const codeHash = aHash();
  await holdByPhone({
    key: randomUUID(),
    token,
    holdId: randomUUID(),
    codeHash,
    poolId: rooms.poolId,
    units: 1,
    party: MOTHER_AND_TWO,
  });
  const before = (await poolsNow()).find(({ household }) => household === "families");
  expect(before).toMatchObject({ poolId: rooms.poolId, occupied: 2, held: 1 });

  await importFile();
  expect((await poolsNow()).find(({ household }) => household === "families")).toEqual(before);
  expect(await findHold(codeHash, aHash())).toMatchObject({ hold: { poolId: rooms.poolId, state: "held" } });
});

test("beds a manager took away are not begun and ended again by every file", async () => {
  await sayUnits(ROOMS);
  const before = await pools();
  await importFile();
  await importFile();
  expect(await pools()).toEqual(before);
});

test("of one program at two sites the newest words stay, whichever site they were said for", async () => {
  const { owner } = database;
  const keys = ["one-site", "another-site"];
  const first = await seedPlace(owner, regionId, { key: keys[0]! });
  const second = await seedPlace(owner, regionId, { key: keys[1]!, program_id: first.programId });
  ({ token } = await seedStaff(owner, first.placeId, { role: "manager" }));
  const say = async (at: number, website: string) => {
    const { seen } = (await findPlaceSheet(token, at))!.parts.words;
    const words = { phone: null, website, about: null, rules: null, languages: null };
    const said = { part: "words", said: words } as const;
    expect(await editPlace({ key: randomUUID(), token, placeId: at, seen, ...said })).toEqual({
      kind: "edited",
    });
  };
  await say(second.placeId, "https://example.org/old");
  await say(first.placeId, "https://example.org/new");
  const drafts = keys.map((key) => ({ key }));
  await owner`select keep_edits(${regionId}, ${owner.json(drafts)})`;
  expect((await findPlace(second.placeId))!.place.website).toBe("https://example.org/new");
});
