/** The service areas this server carries, and the ZIP codes they know. */
import type { Hotline, Region } from "~/domain/region";
import type { Named } from "~/domain/where/where";
import { sql, within } from "./database.server";

type RegionRow = Omit<Region, "bounds" | "fare"> &
  Region["bounds"] & {
    fareAdultCents: number | null;
    fareChildCents: number | null;
    fareNote: Hotline["note"];
    fareAsOf: string | null;
  };

/** In the order of their names. */
export async function regions(): Promise<Region[]> {
  const rows = await within(sql<RegionRow[]>`${regionRows()} order by name, region_id`);
  return rows.map(regionOf);
}

export async function findRegion(slug: string): Promise<Region | undefined> {
  const [row] = await within(sql<[RegionRow?]>`${regionRows()} where slug = ${slug}`);
  return row && regionOf(row);
}

/** The middle of each ZIP code of a region. */
export async function zipsIn(regionId: number): Promise<Named[]> {
  return within(sql<Named[]>`
    select 'zip' as kind, zip as name, lat, lon
    from region_zips
    where region_id = ${regionId}
    order by zip`);
}

function regionRows() {
  return sql`
    select
      region_id,
      slug,
      name,
      time_zone,
      south,
      west,
      north,
      east,
      languages,
      is_sample,
      fare_adult_cents,
      fare_child_cents,
      fare_note,
      fare_as_of,
      (
        select coalesce(json_agg(hotline), '[]')
        from (
          select kind, name, phone, note
          from hotlines
          where hotlines.region_id = regions.region_id
          order by position, hotline_id
        ) as hotline
      ) as hotlines
    from regions`;
}

function regionOf(row: RegionRow): Region {
  const { south, west, north, east, fareAdultCents, fareChildCents, fareNote, fareAsOf, ...region } = row;
  return {
    ...region,
    bounds: { south, west, north, east },
    fare:
      fareAdultCents === null || fareAsOf === null
        ? null
        : { adultCents: fareAdultCents, childCents: fareChildCents, note: fareNote, asOf: fareAsOf },
  };
}
