/** What is stored of one source's places, in the shape a file states them, so that the two can be compared. */
import type { Sql } from "~/data/connection.server";
import type { PlaceDraft } from "./drafts.server";

export type StoredPlace = {
  draft: PlaceDraft;
  placeId: number;
  retired: boolean;
  /** Pools staff have spoken of: their size is staff's to say. */
  reportedPools: PlaceDraft["pools"];
};

/** Keys carry their source in front, so that two lists of one region never mix. */
export async function storedPlaces(sql: Sql, regionId: number, source: string): Promise<StoredPlace[]> {
  const rows = await sql<{ stored: StoredPlace }[]>`
    select jsonb_build_object(
        'placeId', places.place_id,
        'retired', places.retired_at is not null,
        'reportedPools', ${poolsOf(sql, sql`and exists (select from reports where reports.pool_id = pools.pool_id)`)},
        'draft', jsonb_build_object(
          'key', places.source_key,
          'programKey', programs.source_key,
          'organizationKey', organizations.source_key,
          'siteKey', sites.source_key,
          'kind', places.kind,
          'name', programs.name,
          'organization', organizations.name,
          'phone', places.phone,
          'website', programs.website,
          'about', programs.about,
          'rules', programs.rules,
          'site', jsonb_build_object(
            'name', sites.name, 'address', sites.address, 'city', sites.city, 'zip', sites.zip,
            'lat', sites.lat, 'lon', sites.lon, 'approximate', sites.approximate
          ),
          'admits', ${admitsOf(sql)},
          'pools', ${poolsOf(sql, sql``)},
          'hours', ${hoursOf(sql)},
          'facts', ${factsOf(sql)}
        )
      ) as stored
    from places
      join programs using (program_id)
      join organizations on organizations.organization_id = programs.organization_id
      join sites using (site_id)
    where places.region_id = ${regionId}
      and starts_with(places.source_key, ${`${source}:`})
    order by places.source_key
  `;
  return rows.map(({ stored }) => stored);
}

function admitsOf(sql: Sql) {
  return sql`jsonb_build_object(
    'adultsAlone', adults_alone, 'families', families, 'youthAlone', youth_alone, 'gender', gender,
    'couples', couples, 'fathers', fathers, 'teenBoys', teen_boys,
    'minAge', min_age, 'maxAge', max_age, 'maxPeople', max_people, 'keepsTogether', keeps_together,
    'pets', jsonb_build_object(
      'service-animal', takes_service_animal, 'cat', takes_cat,
      'small-dog', takes_small_dog, 'large-dog', takes_large_dog
    ),
    'wheelchair', wheelchair, 'documents', documents, 'sobriety', sobriety,
    'referral', referral, 'maxStayNights', max_stay_nights
  )`;
}

function poolsOf(sql: Sql, also: ReturnType<Sql>) {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object(
        'household', household, 'unit', unit, 'peoplePerUnit', people_per_unit, 'capacity', capacity
      ) order by pool_id), '[]')
    from pools
    where pools.place_id = places.place_id and pools.retired_at is null ${also}
  )`;
}

function hoursOf(sql: Sql) {
  const spans = (use: string) => sql`(
    select coalesce(jsonb_agg(jsonb_build_object(
        'days', days, 'opens', opens, 'closes', closes, 'from', from_date, 'until', until_date
      ) order by schedule_id), '[]')
    from schedules
    where schedules.place_id = places.place_id and use = ${use}
  )`;
  return sql`jsonb_build_object(
    'operating', ${spans("operating")},
    'intake', ${spans("intake")},
    'exceptions', (
      select coalesce(jsonb_agg(jsonb_build_object(
          'date', date,
          'hours', case when opens is not null then jsonb_build_object('opens', opens, 'closes', closes) end
        ) order by date), '[]')
      from schedule_exceptions
      where schedule_exceptions.place_id = places.place_id
    ),
    'rule', (
      select jsonb_build_object('lowAtOrBelowF', low_at_or_below_f, 'decidedAt', decided_at)
      from opening_rules
      where opening_rules.place_id = places.place_id
    )
  )`;
}

function factsOf(sql: Sql) {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('about', about, 'source', source, 'asOf', as_of) order by about), '[]')
    from (
      select about, source, as_of from place_facts where place_facts.place_id = places.place_id
      union all
      select about, source, as_of from site_facts where site_facts.site_id = sites.site_id
    ) as facts
  )`;
}
