/** A made-up country for a load: many regions, places spread over them, each with a pool and a count. */
import type { Sql } from "~/data/connection.server";

export type Country = {
  places: { placeId: number; poolId: number; lat: number; lon: number }[];
};

export async function makeCountry(owner: Sql, regions: number, places: number): Promise<Country> {
  await owner.unsafe(REGIONS, [regions]);
  await owner.unsafe(PLACES, [places, regions]);
  await owner.unsafe(COUNTS);
  await owner.unsafe("analyze");
  const rows = await owner<Country["places"]>`
    select place_id, pool_id, lat, lon
    from pools join places using (place_id) join sites using (site_id)
    order by place_id`;
  return { places: [...rows] };
}

// A degree wide each, side by side in rows of twenty.
const REGIONS = `
  insert into regions (slug, name, time_zone, south, west, north, east)
  select 'region-' || n, 'Region ' || n, 'America/Chicago',
    30 + n / 20, -110 + n % 20, 31 + n / 20, -109 + n % 20
  from generate_series(0, $1::integer - 1) as n`;

const PLACES = `
  with
    wanted as (
      select n, 'place-' || n as key, region_id,
        south + 0.1 + 0.8 * random() as lat, west + 0.1 + 0.8 * random() as lon
      from generate_series(0, $1::integer - 1) as n
        join regions on slug = 'region-' || n % $2::integer
    ),
    organization as (
      insert into organizations (region_id, source_key, name)
      select region_id, key, 'Organization ' || key from wanted
      returning organization_id, source_key, region_id
    ),
    program as (
      insert into programs (region_id, organization_id, source_key, name)
      select region_id, organization_id, source_key, 'Shelter ' || source_key from organization
      returning program_id, source_key
    ),
    site as (
      insert into sites (region_id, source_key, address, city, zip, lat, lon, approximate)
      select region_id, key, n || ' Main St', 'Example', '66101', lat, lon, true from wanted
      returning site_id, source_key
    )
  insert into places (region_id, program_id, site_id, source_key, kind, phone, families)
  select region_id, program_id, site_id, key, 'shelter', '913-555-0101', true
  from wanted join program on program.source_key = key join site on site.source_key = key`;

const COUNTS = `
  with pool as (
    insert into pools (place_id, household, unit, people_per_unit, capacity)
    select place_id, 'families', 'room', 4, 1000 from places
    returning pool_id, capacity
  )
  insert into reports (pool_id, capacity, occupied, out_of_service, way, who, said_at)
  select pool_id, capacity, 0, 0, 'command', 'the load', clock_timestamp() from pool`;
