import { expect, test } from "vitest";
import { keepCounting, noteEmptySearch, writeEmptySearches } from "~/data/empty-searches.server";
import { findRegion } from "~/data/regions.server";
import { ONE_ADULT } from "~/domain/party";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";

const database = testDatabase();

test("searches without a bed are added up in memory, and kept as household, part of town and hour", async () => {
  const regionId = await seedRegion(database.owner, "wyandotte");
  await database.owner`
    insert into region_zips (region_id, zip, lat, lon)
    values (${regionId}, '66101', 39.1157, -94.6271), (${regionId}, '64106', 39.1052, -94.5694)`;
  const region = (await findRegion("wyandotte"))!;
  const now = Date.now() / 1000;
  const at = { lat: 39.1166, lon: -94.6259 };
  for (let times = 0; times < 3; times++)
    noteEmptySearch(region, at, { ...ONE_ADULT, childAges: [6, 9] }, now);
  noteEmptySearch(region, { lat: 39.106, lon: -94.57 }, ONE_ADULT, now);
  noteEmptySearch(region, { lat: 10, lon: 10 }, ONE_ADULT, now);
  await expect.poll(rows, { timeout: 2_000 }).toHaveLength(3);
  expect(await rows()).toMatchObject([
    { household: "adults", area: "", n: 1 },
    { household: "adults", area: "641", n: 1 },
    { household: "families", area: "661", n: 3 },
  ]);
  // Added to what is there, by whatever process.
  noteEmptySearch(region, at, { ...ONE_ADULT, childAges: [2] }, now);
  await expect.poll(async () => (await rows()).at(-1)?.n, { timeout: 2_000 }).toBe(4);

  const stop = keepCounting();
  noteEmptySearch(region, at, { ...ONE_ADULT, childAges: [2] }, now);
  await new Promise((done) => setTimeout(done, 300));
  stop();
  await expect
    .poll(async () => database.owner`select from empty_searches where n = 5`, { timeout: 2_000 })
    .toHaveLength(1);
});

async function rows() {
  await writeEmptySearches();
  return database.owner<{ household: string; area: string; n: number }[]>`
    select household, area, hour, n from empty_searches order by household, area`;
}
