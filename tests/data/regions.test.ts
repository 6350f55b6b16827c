import { beforeAll, expect, test } from "vitest";
import { findRegion, regions, zipsIn } from "~/data/regions.server";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
let regionId: number;

beforeAll(async () => {
  const { owner } = database;
  regionId = await seedRegion(owner, "kck");
  await seedRegion(owner, "omaha");
  await owner`
    update regions
    set name = 'Kansas City, Kansas', is_sample = true, fare_adult_cents = 200, fare_as_of = '2026-06-01',
        fare_note = ${owner.json({ en: "A day costs $4 at most." })}
    where region_id = ${regionId}`;
  await owner`
    insert into hotlines (region_id, kind, name, phone, position)
    values
      (${regionId}, 'transit', ${owner.json({ en: "RideKC", es: "RideKC" })}, '816-221-0660', 2),
      (${regionId}, 'help', ${owner.json({ en: "United Way" })}, '2-1-1', 1)`;
  await owner`insert into region_zips (region_id, zip, lat, lon) values (${regionId}, '66101', 39.12, -94.63)`;
});

test("a region comes with its clock, its edges, its fare and its numbers in their order", async () => {
  expect(await findRegion("kck")).toEqual({
    regionId,
    slug: "kck",
    name: "Kansas City, Kansas",
    timeZone: "America/Chicago",
    bounds: { south: 38.98, west: -94.91, north: 39.21, east: -94.59 },
    languages: ["en", "es"],
    isSample: true,
    fare: { adultCents: 200, childCents: null, note: { en: "A day costs $4 at most." }, asOf: "2026-06-01" },
    hotlines: [
      { kind: "help", name: { en: "United Way" }, phone: "2-1-1", note: null },
      { kind: "transit", name: { en: "RideKC", es: "RideKC" }, phone: "816-221-0660", note: null },
    ],
  });
});

test("a server carries many regions, in the order of their names", async () => {
  expect((await regions()).map(({ slug, fare }) => ({ slug, fare: fare !== null }))).toEqual([
    { slug: "kck", fare: true },
    { slug: "omaha", fare: false },
  ]);
});

test("a slug nobody has finds no region", async () => {
  expect(await findRegion("atlantis' or true --")).toBeUndefined();
});

test("a ZIP code is a named point of its region only", async () => {
  expect(await zipsIn(regionId)).toEqual([{ kind: "zip", name: "66101", lat: 39.12, lon: -94.63 }]);
  expect(await zipsIn(regionId + 1)).toEqual([]);
});
