import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { applyPlaces } from "~/data/import/apply.server";
import { readPlacesFile } from "~/data/import/places-file.server";
import { previewOf } from "~/data/import/preview.server";
import { storedPlaces } from "~/data/import/stored.server";
import { takeHold } from "~/data/holds.server";
import { editPlace, findPlaceSheet } from "~/data/place-sheet.server";
import { findPlace } from "~/data/places.server";
import { regions } from "~/data/regions.server";
import { recordReport } from "~/data/reports.server";
import type { PartSaid, PlacePart, PlaceParts } from "~/domain/place-sheet";
import { testDatabase } from "../support/database";
import { wanted } from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let regionId: number;
let placeId: number;
let poolId: number;
let token: string;
let seeds = 0;

beforeEach(async () => {
  const { owner } = database;
  regionId = await seedRegion(owner, `edit-${++seeds}`);
  ({ placeId } = await seedPlace(owner, regionId, { key: `csv:house-${seeds}` }));
  poolId = await seedPool(owner, placeId);
  ({ token } = await seedStaff(owner, placeId, { role: "manager" }));
});

async function edit(said: PartSaid, more: { key?: string; token?: string; seen?: string } = {}) {
  const sheet = await findPlaceSheet(token, placeId);
  const seen = sheet!.parts[said.part].seen;
  return editPlace({ key: randomUUID(), token, placeId, seen, ...said, ...more });
}

const place = async () => (await findPlace(placeId))!.place;
async function now<Part extends PlacePart>(part: Part): Promise<PlaceParts[Part]> {
  return (await findPlaceSheet(token, placeId))!.parts[part].now as PlaceParts[Part];
}

const WORDS: PlaceParts["words"] = {
  phone: "816-555-0100",
  website: "https://example.org",
  about: { en: "Rooms.", es: "Cuartos." },
  rules: null,
  languages: ["en", "es"],
};
const NIGHTS: PlaceParts["hours"] = {
  operating: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: 1080, closes: 420, from: null, until: null }],
  intake: [],
  exceptions: [{ date: "2026-12-25", hours: null }],
  rule: { lowAtOrBelowF: 25, decidedAt: 480 },
};

describe("a manager's change", () => {
  test("of words is what people read, with its date and source", async () => {
    expect(await edit({ part: "words", said: WORDS })).toEqual({ kind: "edited" });
    const { phone, website, about, rules, languages, facts, organization } = await place();
    expect({ phone, website, about, rules, languages }).toEqual(WORDS);
    expect(facts.filter(({ about: of }) => of === "phone")).toEqual([
      { about: "phone", source: organization, asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    ]);
  });

  test("takes a number away from the program as well", async () => {
    await database.owner`
      update programs set phone = '816-555-0199' where program_id = (select program_id from places where place_id = ${placeId})`;
    expect((await now("words")).phone).toBe("816-555-0199");
    await edit({ part: "words", said: { ...WORDS, phone: null } });
    expect((await place()).phone).toBeNull();
  });

  test("of who can come and of hours is read back as it was said", async () => {
    const who = { ...(await now("who")), families: true, maxStayNights: 30, documents: [{ en: "Photo ID" }] };
    expect(await edit({ part: "who", said: who })).toEqual({ kind: "edited" });
    expect(await edit({ part: "hours", said: NIGHTS })).toEqual({ kind: "edited" });
    expect(await now("who")).toEqual(who);
    const { admits, hours } = await place();
    expect(admits).toEqual(who);
    expect(hours).toEqual({ ...NIGHTS, words: [] });
  });

  test("of sizes makes no count younger, adds what is new and ends what is gone", async () => {
    const said = { key: randomUUID(), who: "test", way: "command" as const, poolId, occupied: 7 };
    await recordReport(database.owner, said);
    const before = (await place()).pools[0]!;
    const rooms = { household: "families", unit: "room", peoplePerUnit: 4, capacity: 9 } as const;
    const beds = { household: "men", unit: "bed", peoplePerUnit: 1, capacity: 40 } as const;
    expect(await edit({ part: "units", said: { pools: [rooms, beds] } })).toEqual({ kind: "edited" });
    const [after, added] = (await place()).pools;
    expect(after).toEqual({ ...before, capacity: 9 });
    expect(added).toMatchObject({ ...beds, lastReport: null });
    expect(await edit({ part: "units", said: { pools: [beds] } })).toEqual({ kind: "edited" });
    expect((await place()).pools.map(({ household }) => household)).toEqual(["men"]);
  });

  test("does not end a kind that is held for somebody", async () => {
    await recordReport(database.owner, {
      key: randomUUID(),
      who: "test",
      way: "command",
      poolId,
      occupied: 0,
    });
    expect(await takeHold(wanted(poolId))).toMatchObject({ kind: "taken" });
    expect(await edit({ part: "units", said: { pools: [] } })).toEqual({ kind: "has-holds" });
    expect(await now("units")).toMatchObject({ pools: [{ household: "families" }] });
  });

  test("is done once for its key", async () => {
    const key = randomUUID();
    expect(await edit({ part: "words", said: WORDS }, { key })).toEqual({ kind: "edited" });
    expect(await edit({ part: "words", said: WORDS }, { key })).toEqual({ kind: "edited" });
    expect(await edit({ part: "words", said: { ...WORDS, rules: { en: "Other." } } }, { key })).toEqual({
      kind: "key-used-otherwise",
    });
    const { edits } = (await findPlaceSheet(token, placeId))!;
    expect(edits).toEqual([{ part: "words", who: "Ana", at: expect.any(Date) }]);
  });

  test("made on a page that is old is told, and changes nothing", async () => {
    const seen = (await findPlaceSheet(token, placeId))!.parts.hours.seen;
    await edit({ part: "hours", said: NIGHTS });
    const other = { ...NIGHTS, rule: null };
    const told = await edit({ part: "hours", said: other }, { seen });
    expect(told).toMatchObject({ kind: "moved-on" });
    expect((await now("hours")).rule).toEqual(NIGHTS.rule);
    expect(await edit({ part: "hours", said: other }, { seen: (told as { seen: string }).seen })).toEqual({
      kind: "edited",
    });
  });

  test("of two at once one is told of the other", async () => {
    const seen = (await findPlaceSheet(token, placeId))!.parts.words.seen;
    const told = await Promise.all(
      ["One.", "Two."].map((en) => edit({ part: "words", said: { ...WORDS, rules: { en } } }, { seen })),
    );
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(["edited", "moved-on"]);
  });
});

describe("whoever is no manager of the place", () => {
  test("sees no sheet and changes nothing", async () => {
    const { owner } = database;
    const { placeId: elsewhere } = await seedPlace(owner, regionId, { key: `csv:elsewhere-${seeds}` });
    const staff = await seedStaff(owner, placeId, { name: "Ben" });
    const stranger = await seedStaff(owner, elsewhere, { name: "Cara", role: "manager" });
    for (const other of [staff.token, stranger.token]) {
      expect(await findPlaceSheet(other, placeId)).toBeUndefined();
      expect(await edit({ part: "words", said: WORDS }, { token: other })).toEqual({ kind: "unknown-place" });
    }
    expect(await findPlaceSheet("nobody", placeId)).toBeUndefined();
    expect(await edit({ part: "words", said: WORDS }, { token: "nobody" })).toEqual({ kind: "signed-out" });
    expect((await place()).about).toBeNull();
  });
});

test("what managers stated outlives the next import, which may still say the rest", async () => {
  const { owner } = database;
  const file = (hours: string, about: string, name = "House") => {
    const rows = [
      "key,kind,name,organization,lat,lon,hours,about,families,pools",
      `h${seeds},shelter,${name},Hope,39.1,-94.65,${hours},${about},yes,men bed x4`,
    ];
    return readPlacesFile(Buffer.from(rows.join("\n")), "America/Chicago");
  };
  const region = (await regions()).find((known) => known.regionId === regionId)!;
  const apply = async (read: ReturnType<typeof file>) =>
    applyPlaces(
      owner,
      regionId,
      "list",
      previewOf(read, await storedPlaces(owner, regionId, "list"), region, "list"),
    );
  await apply(file("24/7", "From the file."));
  const [{ listed }] = await owner<[{ listed: number }]>`
    select place_id as listed from places where region_id = ${regionId} and source_key = ${`list:h${seeds}`}`;
  placeId = listed;
  ({ token } = await seedStaff(owner, placeId, { name: "Dora", role: "manager" }));

  await edit({ part: "hours", said: NIGHTS });
  await apply(file("08:00-17:00", "Newer words.", "House of Hope"));
  const { hours, about, name } = await place();
  expect(hours.operating).toEqual(NIGHTS.operating);
  expect(hours.rule).toEqual(NIGHTS.rule);
  expect(about).toEqual({ en: "Newer words." });
  expect(name).toBe("House of Hope");
});
