import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../support/database";
import { seedPlace, seedPool, seedRegion } from "../support/seeds";

const database = testDatabase();
const ids: Record<string, number> = {};

beforeAll(async () => {
  const { owner } = database;
  ids.region = await seedRegion(owner, "kck");
  ids.other = await seedRegion(owner, "omaha");
  const hopeHouse = await seedPlace(owner, ids.region, { key: "hope-house" });
  const far = await seedPlace(owner, ids.other, { key: "far" });
  Object.assign(ids, { place: hopeHouse.placeId, program: hopeHouse.programId, site: hopeHouse.siteId });
  Object.assign(ids, { farSite: far.siteId, farProgram: far.programId });
  ids.pool = await seedPool(owner, hopeHouse.placeId);
  const [more] = await owner`
    with
      safe as (
        insert into programs (region_id, organization_id, source_key, name, is_safety_shelter)
        select region_id, organization_id, 'safe', 'Safety shelter', true
        from programs
        where program_id = ${hopeHouse.programId}
        returning program_id
      ),
      area as (
        insert into sites (region_id, source_key, lat, lon, approximate, is_area)
        values (${ids.region}, 'area', 39.1, -94.6, true, true)
        returning site_id
      ),
      unused as (
        insert into sites (region_id, source_key, lat, lon, approximate)
        values (${ids.region}, 'unused', 39.1, -94.6, false)
        returning site_id
      ),
      feed as (
        insert into feeds (region_id, name, source)
        values (${ids.region}, 'kcata', 'kcata.zip')
        returning feed_id
      )
    select safe.program_id as safe, area.site_id as area, unused.site_id as unused, feed.feed_id as feed
    from safe, area, unused, feed`;
  Object.assign(ids, more);
});

/** ":place" in a statement is that id. */
async function run(statement: string): Promise<void> {
  await database.owner.unsafe(
    statement.replaceAll(/:([a-z]+)\b/gi, (whole, name: string) => String(ids[name] ?? whole)),
  );
}

const region =
  "insert into regions (slug, name, time_zone, south, west, north, east, languages, fare_adult_cents)";
const place = "insert into places (region_id, program_id, site_id, kind, source_key";
const site = "insert into sites (region_id, source_key, lat, lon, approximate";
const hours = "insert into schedules (place_id, use, days, opens, closes, from_date, until_date)";
const hotline = "insert into hotlines (region_id, kind, name, phone)";
const feed = "insert into feeds (region_id, name, source, state)";

// One row a line, or nobody reads it.
// prettier-ignore
const BAD_ROWS = [
  ["a region with a slug that is no slug", "regions_slug_check", `${region} values ('K C', 'x', 'America/Chicago', 1, 1, 2, 2, '{en}', null)`],
  ["a region in a time zone nobody knows", "regions_time_zone_known", `${region} values ('a', 'x', 'America/Kansas', 1, 1, 2, 2, '{en}', null)`],
  ["a region in a machine's time zone", "regions_time_zone_known", `${region} values ('a', 'x', 'CST6CDT', 1, 1, 2, 2, '{en}', null)`],
  ["a region inside out", "regions_have_an_inside", `${region} values ('a', 'x', 'America/Chicago', 2, 1, 1, 2, '{en}', null)`],
  ["a region off the earth", "latitude_on_earth", `${region} values ('a', 'x', 'America/Chicago', 2, 1, 91, 2, '{en}', null)`],
  ["a region without English", "regions_languages_check", `${region} values ('a', 'x', 'America/Chicago', 1, 1, 2, 2, '{es}', null)`],
  ["a fare without its date", "regions_fare_is_dated", `${region} values ('a', 'x', 'America/Chicago', 1, 1, 2, 2, '{en}', 200)`],
  ["a region without a name", "short_text_says_something", `${region} values ('a', ' ', 'America/Chicago', 1, 1, 2, 2, '{en}', null)`],
  ["a ZIP of four digits", "region_zips_zip_check", `insert into region_zips values (:region, '6610', 39, -94)`],
  ["words without English", "words_hold_english", `${hotline} values (:region, 'help', '{"es": "Ayuda"}', '2-1-1')`],
  ["words that are blank", "words_hold_english", `${hotline} values (:region, 'help', '{"en": " "}', '2-1-1')`],
  ["words with a blank translation", "words_hold_english", `${hotline} values (:region, 'help', '{"en": "Help", "es": ""}', '2-1-1')`],
  ["words that are a number", "words_hold_english", `${hotline} values (:region, 'help', '{"en": 211}', '2-1-1')`],
  ["words in no language", "words_hold_english", `${hotline} values (:region, 'help', '{"en": "Help", "proto_": "x"}', '2-1-1')`],
  ["words that are JSON's null", "words_hold_english", `${hotline} values (:region, 'help', 'null', '2-1-1')`],
  ["a hotline nobody can dial", "phone_can_be_dialled", `${hotline} values (:region, 'help', '{"en": "Help"}', 'call us')`],
  ["a hotline of no kind", "hotline_kind_known", `${hotline} values (:region, 'pizza', '{"en": "Help"}', '2-1-1')`],
  ["a website that is a script", "website_is_http", `update programs set website = 'javascript:alert(1)'`],
  ["a program of another region's organization", "programs_region_id_organization_id_fkey", `update programs set region_id = :other where program_id = :safe`],
  ["a place of a safety shelter", "places_never_of_safety_shelter", `${place}) values (:region, :safe, :unused, 'shelter', 'x')`],
  ["a program with places that turns into a safety shelter", "places_never_of_safety_shelter", `update programs set is_safety_shelter = true where program_id = :program`],
  ["a room at a building", "places_room_only_at_area", `${place}) values (:region, :program, :unused, 'room', 'x')`],
  ["a shelter at an area", "places_room_only_at_area", `${place}) values (:region, :program, :area, 'shelter', 'x')`],
  ["an area with an address", "sites_area_has_no_address", `update sites set address = '1 Main' where site_id = :area`],
  ["an area that is a precise pin", "sites_area_has_no_address", `update sites set approximate = false where site_id = :area`],
  ["a place at another region's site", "places_room_only_at_area", `${place}) values (:region, :program, :farSite, 'shelter', 'x')`],
  ["a place of another region's program", "places_never_of_safety_shelter", `${place}) values (:region, :farProgram, :unused, 'shelter', 'x')`],
  ["a second place of one key", "places_region_id_source_key_key", `${place}) values (:region, :program, :unused, 'shelter', 'hope-house')`],
  ["one program twice at one site", "places_program_once_at_site", `${place}) values (:region, :program, :site, 'shelter', 'x')`],
  ["a place of no kind", "place_kind_known", `${place}) values (:region, :program, :unused, 'hotel', 'x')`],
  ["a key that is blank", "source_key_fits", `${place}) values (:region, :program, :unused, 'shelter', ' x')`],
  ["ages in the wrong order", "places_ages_in_order", `${place}, min_age, max_age) values (:region, :program, :unused, 'shelter', 'x', 18, 17)`],
  ["a gender unheard of", "places_gender_known", `${place}, gender) values (:region, :program, :unused, 'shelter', 'x', 'none')`],
  ["papers that are no list", "words_list_holds_words", `update places set documents = '{"en": "ID"}' where place_id = :place`],
  ["papers without words", "words_list_holds_words", `update places set documents = '[{"en": "ID"}, {"es": "ID"}]' where place_id = :place`],
  ["papers with an array for a word", "words_list_holds_words", `update places set documents = '[{"en": ["ID"]}]' where place_id = :place`],
  ["papers that are plain text", "words_list_holds_words", `update places set documents = '["ID"]' where place_id = :place`],
  ["papers with a blank word", "words_list_holds_words", `update places set documents = '[{"en": "ID", "es": " "}]' where place_id = :place`],
  ["a site in the sea off Ghana", "sites_are_not_null_island", `${site}) values (:region, 'x', 0, 0, true)`],
  ["a site on no earth", "longitude_on_earth", `${site}) values (:region, 'x', 39, -181, true)`],
  ["a site that is not a number", "latitude_on_earth", `${site}) values (:region, 'x', 'NaN', -94, true)`],
  ["a place's fact kept with the site", "site_facts_about_known", `insert into site_facts values (:site, 'beds', 'x', '2026-01-01')`],
  ["a site's fact kept with the place", "place_facts_about_known", `insert into place_facts values (:place, 'address', 'x', '2026-01-01')`],
  ["a pool below zero", "count_of_units_believable", `update pools set occupied = -1`],
  ["a pool beyond belief", "count_of_units_believable", `update pools set capacity = 10001`],
  ["the same pool twice", "pools_once_at_place", `insert into pools (place_id, household, unit, people_per_unit, capacity) values (:place, 'families', 'room', 4, 1)`],
  ["a household nobody is", "household_known", `insert into pools (place_id, household, unit, capacity) values (:place, 'cats', 'room', 4)`],
  ["a unit nobody sleeps in", "unit_known", `insert into pools (place_id, household, unit, capacity) values (:place, 'families', 'chair', 4)`],
  ["a room for nobody", "pools_people_per_unit_check", `insert into pools (place_id, household, unit, people_per_unit, capacity) values (:place, 'women', 'room', 0, 4)`],
  ["more held than is free", "pools_never_oversold", `update pools set held = 11 where pool_id = :pool`],
  ["more held where staff took all", "pools_never_oversold", `update pools set occupied = 8, out_of_service = 2, held = 1 where pool_id = :pool`],
  ["a new pool that is sold already", "pools_never_oversold", `insert into pools (place_id, household, unit, capacity, held) values (:place, 'women', 'room', 1, 2)`],
  ["a report from the future", "reports_not_from_the_future", `insert into reports (pool_id, capacity, occupied, out_of_service, way, who, said_at) values (:pool, 1, 1, 0, 'web', 'x', now() + interval '1 hour')`],
  ["a report by no known way", "report_way_known", `insert into reports (pool_id, capacity, occupied, out_of_service, way, who, said_at) values (:pool, 1, 1, 0, 'owl', 'x', now())`],
  ["hours on an eighth day", "weekdays_of_one_week", `${hours} values (:place, 'operating', '{8}', 0, 0, null, null)`],
  ["hours on no day", "weekdays_of_one_week", `${hours} values (:place, 'operating', '{}', 0, 0, null, null)`],
  ["hours past the end of a day", "wall_minutes_of_one_day", `${hours} values (:place, 'operating', '{1}', 0, 1440, null, null)`],
  ["hours for no use", "schedule_use_known", `${hours} values (:place, 'naps', '{1}', 0, 0, null, null)`],
  ["a season that ends before it begins", "schedules_season_in_order", `${hours} values (:place, 'intake', '{1}', 0, 0, '2026-12-01', '2026-11-01')`],
  ["an exception that opens and never closes", "schedule_exceptions_whole", `insert into schedule_exceptions values (:place, '2026-12-25', 60, null)`],
  ["an opening rule for the tropics", "opening_rules_low_at_or_below_f_check", `insert into opening_rules values (:place, 200, 480)`],
  ["a feed in use that was never checked", "feeds_checked_before_use", `update feeds set state = 'active', activated_at = now() where feed_id = :feed`],
  ["a feed over 64 MB", "feeds_byte_count_check", `update feeds set byte_count = 67108865 where feed_id = :feed`],
  ["a feed in no state", "feed_state_known", `${feed} values (:region, 'kcata', 'x', 'lost')`],
  ["a part over 1 MB", "feed_parts_bytes_check", `insert into feed_parts values (:feed, 0, repeat('x', 1048577)::bytea)`],
  ["a 65th part", "feed_parts_part_check", `insert into feed_parts values (:feed, 64, 'x')`],
  ["a color that is none", "route_color_is_hex", `insert into hand_routes (region_id, agency, short_name, color, both_ways, source, as_of) values (:region, 'x', 'x', 'red', true, 'x', '2026-01-01')`],
] as const;

describe.each(BAD_ROWS)("%s", (_, constraint, statement) => {
  test(`is refused by ${constraint}`, async () => {
    await expect(run(statement)).rejects.toMatchObject({ constraint_name: constraint });
  });
});

test("two active feeds of one name in one region cannot begin on one day", async () => {
  const active = (startsOn: string) =>
    `insert into feeds (region_id, name, source, byte_count, sha256, facts, starts_on, ends_on, state, activated_at)
    values (:other, 'metro', 'x', 1, sha256('x'), '{}', '${startsOn}', '2026-02-01', 'active', now())`;
  await run(active("2026-01-01"));
  await run(active("2026-01-02"));
  await expect(run(active("2026-01-01"))).rejects.toMatchObject({ constraint_name: "feeds_one_active_from" });
});

test("a room stands at an area, and that is all that is known of where", async () => {
  await run(`${place}) values (:region, :program, :area, 'room', 'a-room')`);
});

test("what was said is never changed, not even by the owner", async () => {
  await run(
    `insert into reports (pool_id, capacity, occupied, out_of_service, way, who, said_at) values (:pool, 1, 1, 0, 'web', 'x', now())`,
  );
  await run(
    `insert into openings (place_id, night, is_open, way, who) values (:place, '2026-11-23', true, 'web', 'x')`,
  );
  for (const statement of [
    "update reports set occupied = 0",
    "delete from reports",
    "truncate reports",
    "truncate pools cascade",
    "update openings set is_open = false",
    "delete from openings",
    "truncate openings",
  ]) {
    await expect(run(statement), statement).rejects.toThrow("is append-only");
  }
});

test("a count may be any truth, but no promise is made on top of it", async () => {
  const poolId = await seedPool(database.owner, ids.place!, {
    household: "adults",
    unit: "mat",
    capacity: 5,
  });
  const change = (words: string) => run(`update pools set ${words} where pool_id = ${poolId}`);
  await change("held = 5");
  await change("occupied = 5");
  await change("capacity = 2");
  await expect(change("held = 6")).rejects.toMatchObject({ constraint_name: "pools_never_oversold" });
  await change("held = 4");
  await expect(change("held = 5")).rejects.toMatchObject({ constraint_name: "pools_never_oversold" });
});
