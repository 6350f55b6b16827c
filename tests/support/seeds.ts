/** Rows to begin a database test with: a region, and places in it, by the facts a test cares for. */
import type { Sql } from "~/data/connection.server";
import type { Household, Unit } from "~/domain/pool";
import { nightOf } from "~/domain/hours/night";
import type { LocalDate } from "~/domain/zone";

/** The night of the regions that are seeded: until five in the morning it is yesterday's. */
export const tonight = (): LocalDate => nightOf(Date.now() / 1000, "America/Chicago");

export type SeededPlace = { placeId: number; programId: number; siteId: number };

/** Kansas City, Kansas, with its own clock and edges. */
export async function seedRegion(owner: Sql, slug = "kck"): Promise<number> {
  const [{ regionId }] = await owner<[{ regionId: number }]>`
    insert into regions (slug, name, time_zone, south, west, north, east)
    values (${slug}, ${`Region ${slug}`}, 'America/Chicago', 38.98, -94.91, 39.21, -94.59)
    returning region_id`;
  return regionId;
}

/** A shelter of its own organization at 7th & Minnesota; `columns` go into places. */
export async function seedPlace(
  owner: Sql,
  regionId: number,
  { key, ...columns }: { key: string; kind?: string } & Record<string, string | number | boolean | null>,
): Promise<SeededPlace> {
  const { programId, siteId } = await seedProgramAndSite(owner, regionId, key);
  const row = {
    kind: "shelter",
    region_id: regionId,
    program_id: programId,
    site_id: siteId,
    source_key: key,
  };
  const [{ placeId }] = await owner<[{ placeId: number }]>`
    insert into places ${owner({ ...row, ...columns } as Record<string, unknown> as Record<string, string>)}
    returning place_id`;
  return { placeId, programId, siteId };
}

export async function seedPool(
  owner: Sql,
  placeId: number,
  {
    household = "families",
    unit = "room",
    capacity = 10,
    counted = false,
  }: { household?: Household; unit?: Unit; capacity?: number; counted?: boolean } = {},
): Promise<number> {
  const [{ poolId }] = await owner<[{ poolId: number }]>`
    insert into pools (place_id, household, unit, people_per_unit, capacity)
    values (${placeId}, ${household}, ${unit}, 4, ${capacity})
    returning pool_id`;
  if (counted) await countPool(owner, poolId);
  return poolId;
}

/** Somebody has just said that its numbers are right: before that nothing in it is held. */
export async function countPool(owner: Sql, poolId: number): Promise<void> {
  await owner`
    insert into reports (pool_id, capacity, occupied, out_of_service, way, who, said_at)
    select pool_id, capacity, occupied, out_of_service, 'command', 'the desk', clock_timestamp()
    from pools
    where pool_id = ${poolId}`;
}

/** Somebody who has signed in, staff of the place's organization. */
export async function seedStaff(
  owner: Sql,
  placeId: number,
  { name = "Ana", role = "staff" }: { name?: string; role?: "staff" | "manager" } = {},
): Promise<{ personId: number; email: string; token: string }> {
  const token = crypto.randomUUID();
  const email = `${name.toLowerCase()}-${token.slice(0, 8)}@example.org`;
  const [{ personId }] = await owner<[{ personId: number }]>`
    select (invite(${email}, ${name}, organization_id, ${role}, false) ->> 'person_id')::bigint as person_id
    from places join programs using (program_id)
    where place_id = ${placeId}`;
  await owner`
    insert into sessions (person_id, token_sha256)
    values (${personId}, sha256(convert_to(${token}, 'UTF8')))`;
  return { personId, email, token };
}

/** A member's room, known only by the center of its area. */
export async function seedRoom(owner: Sql, regionId: number, key: string): Promise<SeededPlace> {
  const { placeId, programId } = await seedPlace(owner, regionId, { key });
  const [{ siteId }] = await owner<[{ siteId: number }]>`
    insert into sites (region_id, source_key, lat, lon, approximate, is_area)
    values (${regionId}, ${`${key} (area)`}, 39.11, -94.63, true, true)
    returning site_id`;
  await owner`update places set kind = 'room', site_id = ${siteId} where place_id = ${placeId}`;
  return { placeId, programId, siteId };
}

async function seedProgramAndSite(owner: Sql, regionId: number, key: string) {
  const [ids] = await owner<[{ programId: number; siteId: number }]>`
    with
      organization as (
        insert into organizations (region_id, source_key, name)
        values (${regionId}, ${key}, ${`Organization ${key}`})
        returning organization_id
      ),
      program as (
        insert into programs (region_id, organization_id, source_key, name)
        select ${regionId}, organization_id, ${key}, ${key}
        from organization
        returning program_id
      ),
      site as (
        insert into sites (region_id, source_key, address, city, zip, lat, lon, approximate)
        values (${regionId}, ${key}, '645 Nebraska Ave', 'Kansas City', '66101', 39.115464, -94.62653, true)
        returning site_id
      )
    select program_id, site_id
    from program, site`;
  return ids!;
}
