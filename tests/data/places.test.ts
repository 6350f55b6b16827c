import { beforeAll, expect, test } from "vitest";
import { findPlace, placesIn } from "~/data/places.server";
import { recordOpening, recordReport } from "~/data/reports.server";
import { testDatabase } from "../support/database";
import { seedPlace, seedPool, seedRegion, type SeededPlace } from "../support/seeds";

const database = testDatabase();
let regionId: number;
let hopeHouse: SeededPlace;
let bareRoom: SeededPlace;
let families: number;
let today: string;

beforeAll(async () => {
  const { owner } = database;
  regionId = await seedRegion(owner);
  hopeHouse = await seedPlace(owner, regionId, {
    key: "hope-house",
    families: true,
    max_age: 60,
    takes_cat: false,
  });
  bareRoom = await seedPlace(owner, regionId, {
    key: "bare-room",
    kind: "warming-center",
    phone: "913-555-0100",
  });
  families = await seedPool(owner, hopeHouse.placeId);
  await seedPool(owner, hopeHouse.placeId, { household: "women", unit: "bed", capacity: 8 });
  const { placeId } = hopeHouse;
  await owner`
    update places set documents = ${owner.json([{ en: "Photo ID", es: "Identificación" }])} where place_id = ${placeId}`;
  await owner`
    update programs
    set about = ${owner.json({ en: "Rooms for families", "pt-BR": "Quartos" })}, website = 'https://example.org/hope'
    where program_id = ${hopeHouse.programId}`;
  await owner`
    insert into schedules (place_id, use, days, opens, closes, from_date, until_date)
    values
      (${placeId}, 'operating', '{1,2,3,4,5,6,7}', 1080, 420, '2026-11-01', '2027-03-31'),
      (${placeId}, 'intake', '{1,2,3,4,5}', 1080, 1200, null, null)`;
  await owner`
    insert into schedule_exceptions (place_id, date, opens, closes)
    values (${placeId}, '2026-12-24', 960, 480), (${placeId}, '2026-12-25', null, null)`;
  await owner`insert into opening_rules values (${placeId}, 25, 480)`;
  await owner`insert into site_facts values (${hopeHouse.siteId}, 'position', 'the street grid', '2026-10-02')`;
  await owner`insert into place_facts values (${placeId}, 'hours', 'a call', '2026-11-20')`;
  const [{ date }] = await owner<
    [{ date: string }]
  >`select (now() at time zone 'America/Chicago')::date as date`;
  today = date;
});

test("a place comes whole: rules, hours, counts and the source of each fact", async () => {
  const saidAt = new Date(Date.now() - 20 * 60_000);
  await recordReport(database.owner, {
    key: crypto.randomUUID(),
    who: "desk",
    way: "phone",
    poolId: families,
    occupied: 7,
    saidAt,
  });
  await recordOpening(database.owner, {
    key: crypto.randomUUID(),
    who: "desk",
    way: "web",
    placeId: hopeHouse.placeId,
    night: today,
    open: true,
  });

  const found = await findPlace(hopeHouse.placeId);

  expect(found?.regionSlug).toBe("kck");
  expect(found?.place).toEqual({
    placeId: hopeHouse.placeId,
    kind: "shelter",
    name: "hope-house",
    organization: "Organization hope-house",
    phone: null,
    website: "https://example.org/hope",
    about: { en: "Rooms for families", "pt-BR": "Quartos" },
    rules: null,
    languages: null,
    note: null,
    site: {
      name: null,
      address: "645 Nebraska Ave",
      city: "Kansas City",
      zip: "66101",
      lat: 39.115464,
      lon: -94.62653,
      approximate: true,
    },
    admits: {
      adultsAlone: null,
      families: true,
      youthAlone: null,
      gender: null,
      couples: null,
      fathers: null,
      teenBoys: null,
      minAge: null,
      maxAge: 60,
      maxPeople: null,
      keepsTogether: null,
      pets: { "service-animal": null, cat: false, "small-dog": null, "large-dog": null },
      wheelchair: null,
      documents: [{ en: "Photo ID", es: "Identificación" }],
      sobriety: null,
      referral: null,
      maxStayNights: null,
    },
    pools: [
      {
        poolId: families,
        household: "families",
        unit: "room",
        peoplePerUnit: 4,
        capacity: 10,
        occupied: 7,
        held: 0,
        outOfService: 0,
        lastReport: { at: saidAt, way: "phone" },
        doubted: false,
        extra: null,
      },
      expect.objectContaining({ household: "women", capacity: 8, lastReport: null }),
    ],
    hours: {
      operating: [
        { days: [1, 2, 3, 4, 5, 6, 7], opens: 1080, closes: 420, from: "2026-11-01", until: "2027-03-31" },
      ],
      intake: [{ days: [1, 2, 3, 4, 5], opens: 1080, closes: 1200, from: null, until: null }],
      exceptions: [
        { date: "2026-12-24", hours: { opens: 960, closes: 480 } },
        { date: "2026-12-25", hours: null },
      ],
      rule: { lowAtOrBelowF: 25, decidedAt: 480 },
      words: [{ night: today, open: true, saidAt: expect.any(Date) }],
    },
    facts: [
      { about: "hours", source: "a call", asOf: "2026-11-20" },
      { about: "position", source: "the street grid", asOf: "2026-10-02" },
    ],
  });
});

test("a place nobody told us anything of has unknowns and empty lists, not guesses", async () => {
  const found = await findPlace(bareRoom.placeId);
  expect(found?.place.phone).toBe("913-555-0100");
  expect(found?.place.admits.documents).toBeNull();
  expect(found?.place.pools).toEqual([]);
  expect(found?.place.hours).toEqual({ operating: [], intake: [], exceptions: [], rule: null, words: [] });
});

test("an empty list of papers is known to ask for none", async () => {
  const { placeId } = await seedPlace(database.owner, regionId, { key: "no-papers" });
  await database.owner`update places set documents = '[]' where place_id = ${placeId}`;
  expect((await findPlace(placeId))?.place.admits.documents).toEqual([]);
});

test("a region has its own places only, and no place that is gone", async () => {
  const elsewhere = await seedRegion(database.owner, "elsewhere");
  const there = await seedPlace(database.owner, elsewhere, { key: "there" });
  const gone = await seedPlace(database.owner, elsewhere, { key: "gone" });
  await database.owner`update places set retired_at = now() where place_id = ${gone.placeId}`;

  expect((await placesIn(elsewhere)).map(({ placeId }) => placeId)).toEqual([there.placeId]);
  expect(await findPlace(gone.placeId)).toBeUndefined();
  expect(await findPlace(987_654)).toBeUndefined();
});

test("a pool that is gone is not counted any more", async () => {
  const { placeId } = await seedPlace(database.owner, regionId, { key: "smaller" });
  const poolId = await seedPool(database.owner, placeId);
  await database.owner`update pools set retired_at = now() where pool_id = ${poolId}`;
  expect((await findPlace(placeId))?.place.pools).toEqual([]);
});
