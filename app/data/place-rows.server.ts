/** The one select behind every question about places: a row each, in the domain's shape, with lists as JSON. */
import { sql } from "./database.server";

/** To be followed by a where clause. */
export function placeRows() {
  return sql`
    select
      place_id,
      kind,
      programs.name,
      organizations.name as organization,
      coalesce(listed_places.phone, programs.phone, organizations.phone) as phone,
      coalesce(programs.website, organizations.website) as website,
      programs.about,
      programs.rules,
      listed_places.languages,
      regions.slug as region_slug,
      ${site()} as site,
      ${admits()} as admits,
      ${pools()} as pools,
      ${spans("operating")} as operating,
      ${spans("intake")} as intake,
      ${exceptions()} as exceptions,
      ${rule()} as rule,
      ${words()} as words,
      ${facts()} as facts,
      ${note()} as note
    from listed_places
      join regions using (region_id)
      join programs using (program_id)
      join organizations using (organization_id)`;
}

function site() {
  return sql`(
    select to_json(site)
    from (
      select name, address, city, zip, lat, lon, approximate
      from sites
      where sites.site_id = listed_places.site_id
    ) as site
  )`;
}

function admits() {
  return sql`(
    select to_json(admits)
    from (
      select
        adults_alone,
        families,
        youth_alone,
        gender,
        couples,
        fathers,
        teen_boys,
        min_age,
        max_age,
        max_people,
        keeps_together,
        json_build_object(
          'service-animal', takes_service_animal,
          'cat', takes_cat,
          'small-dog', takes_small_dog,
          'large-dog', takes_large_dog
        ) as pets,
        wheelchair,
        documents,
        sobriety,
        referral,
        max_stay_nights
    ) as admits
  )`;
}

function pools() {
  return sql`(
    select coalesce(json_agg(pool), '[]')
    from (
      select
        pool_id,
        household,
        unit,
        people_per_unit,
        capacity,
        occupied,
        held,
        out_of_service,
        doubted,
        case
          when temporary_units is not null then json_build_object(
            'units', temporary_units,
            'until', extract(epoch from temporary_until)::bigint
          )
        end as extra,
        case
          when reported_at is not null then json_build_object('at', reported_at, 'way', reported_way)
        end as last_report
      from current_pools
      where current_pools.place_id = listed_places.place_id
      order by pool_id
    ) as pool
  )`;
}

function spans(use: "operating" | "intake") {
  return sql`(
    select coalesce(json_agg(span), '[]')
    from (
      select days, opens, closes, from_date as from, until_date as until
      from schedules
      where schedules.place_id = listed_places.place_id and use = ${use}
      order by schedule_id
    ) as span
  )`;
}

function exceptions() {
  return sql`(
    select coalesce(json_agg(day), '[]')
    from (
      select
        date,
        case when opens is not null then json_build_object('opens', opens, 'closes', closes) end as hours
      from schedule_exceptions
      where schedule_exceptions.place_id = listed_places.place_id
      order by date
    ) as day
  )`;
}

function rule() {
  return sql`(
    select to_json(rule)
    from (
      select low_at_or_below_f, decided_at
      from opening_rules
      where opening_rules.place_id = listed_places.place_id
    ) as rule
  )`;
}

function words() {
  return sql`(
    select coalesce(json_agg(word), '[]')
    from (
      select night, is_open as open, said_at
      from current_openings
      where current_openings.place_id = listed_places.place_id
      order by night
    ) as word
  )`;
}

function facts() {
  return sql`(
    select coalesce(json_agg(fact), '[]')
    from (
      select about, source, as_of
      from site_facts
      where site_facts.site_id = listed_places.site_id
      union all
      select about, source, as_of
      from place_facts
      where place_facts.place_id = listed_places.place_id
      order by about
    ) as fact
  )`;
}

function note() {
  return sql`(
    select json_build_object('words', words, 'said_at', extract(epoch from said_at)::bigint)
    from current_notes
    where current_notes.place_id = listed_places.place_id
  )`;
}
