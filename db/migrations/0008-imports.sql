-- A checked places file put in force: all of it or nothing, in one statement. For the importing command, not for the web.

-- drafts: the file's places as app/data/import/drafts.server.ts names them, keys already led by their source.
-- cards: hotlines of safety shelters. secret: keys of places that must forget where they are.
create function apply_places(in_region bigint, from_source text, drafts jsonb, cards jsonb, secret text[]) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  gone integer;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'changes need read committed' using errcode = 'invalid_transaction_state';
  end if;
  -- The region's lock puts imports in one order.
  perform from regions where region_id = in_region for no key update;
  if not found then
    return '{"kind": "unknown-region"}';
  end if;

  update places
    set retired_at = clock_timestamp()
    where region_id = in_region
      and retired_at is null
      and starts_with(source_key, from_source || ':')
      and source_key not in (select it ->> 'key' from jsonb_array_elements(drafts) as draft (it));
  get diagnostics gone = row_count;

  perform forget_sites(in_region, secret);
  perform apply_organizations(in_region, drafts);
  perform apply_sites(in_region, drafts);
  perform apply_admits(in_region, drafts);
  perform apply_pools(in_region, drafts);
  perform apply_hours(in_region, drafts);

  insert into hotlines (region_id, kind, name, phone, note, position)
    select in_region, 'safety-shelter', card -> 'name', card ->> 'phone', nullif(card -> 'note', 'null'), 50
      from jsonb_array_elements(cards) as card
    on conflict (region_id, kind, phone) do update set name = excluded.name, note = excluded.note;

  return jsonb_build_object('kind', 'applied', 'places', jsonb_array_length(drafts), 'gone', gone);
end
$$;

-- A program that turns out to be a victim service provider's: the row stays for its reports, the place is forgotten.
create function forget_sites(in_region bigint, secret text[]) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  delete from site_facts
    using sites, places
    where site_facts.site_id = sites.site_id
      and places.site_id = sites.site_id
      and places.region_id = in_region and places.source_key = any (secret);
  update sites
    set name = null, address = null, city = null, zip = null, approximate = true,
        lat = (regions.south + regions.north) / 2, lon = (regions.west + regions.east) / 2
    from places, regions
    where places.site_id = sites.site_id
      and regions.region_id = in_region
      and places.region_id = in_region and places.source_key = any (secret);
  update programs
    set about = null, rules = null
    from places
    where places.program_id = programs.program_id
      and places.region_id = in_region and places.source_key = any (secret);
$$;

create function apply_organizations(in_region bigint, drafts jsonb) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  insert into organizations (region_id, source_key, name)
    select distinct on (it ->> 'organizationKey') in_region, it ->> 'organizationKey', it ->> 'organization'
      from jsonb_array_elements(drafts) as draft (it)
    on conflict (region_id, source_key) do update set name = excluded.name;

  insert into programs (region_id, organization_id, source_key, name, about, rules, phone, website)
    select distinct on (it ->> 'programKey')
        in_region, organization_id, it ->> 'programKey', it ->> 'name',
        nullif(it -> 'about', 'null'), nullif(it -> 'rules', 'null'), it ->> 'phone', it ->> 'website'
      from jsonb_array_elements(drafts) as draft (it)
        join organizations on region_id = in_region and organizations.source_key = it ->> 'organizationKey'
    on conflict (region_id, source_key) do update
      set organization_id = excluded.organization_id, name = excluded.name,
          about = excluded.about, rules = excluded.rules, phone = excluded.phone, website = excluded.website;
end
$$;

create function apply_sites(in_region bigint, drafts jsonb) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  insert into sites (region_id, source_key, name, address, city, zip, lat, lon, approximate)
    select distinct on (it ->> 'siteKey')
        in_region, it ->> 'siteKey', site ->> 'name', site ->> 'address', site ->> 'city', site ->> 'zip',
        (site ->> 'lat')::double precision, (site ->> 'lon')::double precision, (site ->> 'approximate')::boolean
      from jsonb_array_elements(drafts) as draft (it) cross join lateral (select it -> 'site' as site) as at
    on conflict (region_id, source_key) do update
      set name = excluded.name, address = excluded.address, city = excluded.city, zip = excluded.zip,
          lat = excluded.lat, lon = excluded.lon, approximate = excluded.approximate;

  delete from site_facts
    using sites
    where site_facts.site_id = sites.site_id
      and region_id = in_region and source_key in (select it ->> 'siteKey' from jsonb_array_elements(drafts) as draft (it));
  insert into site_facts (site_id, about, source, as_of)
    select distinct on (site_id, fact ->> 'about')
        site_id, fact ->> 'about', fact ->> 'source', (fact ->> 'asOf')::date
      from jsonb_array_elements(drafts) as draft (it)
        join sites on region_id = in_region and sites.source_key = it ->> 'siteKey'
        cross join lateral jsonb_array_elements(it -> 'facts') as fact
      where fact ->> 'about' in ('address', 'position');
end
$$;

create function apply_admits(in_region bigint, drafts jsonb) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  insert into places (
      region_id, source_key, program_id, site_id, kind, phone,
      adults_alone, families, youth_alone, gender, couples, fathers, teen_boys, min_age, max_age, max_people,
      keeps_together, takes_service_animal, takes_cat, takes_small_dog, takes_large_dog,
      wheelchair, documents, sobriety, referral, max_stay_nights
    )
    select
        in_region, it ->> 'key', program_id, site_id, it ->> 'kind', it ->> 'phone',
        (admits ->> 'adultsAlone')::boolean, (admits ->> 'families')::boolean, (admits ->> 'youthAlone')::boolean,
        admits ->> 'gender', (admits ->> 'couples')::boolean, (admits ->> 'fathers')::boolean,
        (admits ->> 'teenBoys')::boolean, (admits ->> 'minAge')::smallint, (admits ->> 'maxAge')::smallint,
        (admits ->> 'maxPeople')::smallint, (admits ->> 'keepsTogether')::boolean,
        (admits -> 'pets' ->> 'service-animal')::boolean, (admits -> 'pets' ->> 'cat')::boolean,
        (admits -> 'pets' ->> 'small-dog')::boolean, (admits -> 'pets' ->> 'large-dog')::boolean,
        (admits ->> 'wheelchair')::boolean, nullif(admits -> 'documents', 'null'),
        (admits ->> 'sobriety')::boolean, (admits ->> 'referral')::boolean, (admits ->> 'maxStayNights')::smallint
      from jsonb_array_elements(drafts) as draft (it)
        cross join lateral (select it -> 'admits' as admits) as who
        join programs on programs.region_id = in_region and programs.source_key = it ->> 'programKey'
        join sites on sites.region_id = in_region and sites.source_key = it ->> 'siteKey'
    on conflict (region_id, source_key) do update
      set program_id = excluded.program_id, site_id = excluded.site_id, kind = excluded.kind, phone = excluded.phone,
          adults_alone = excluded.adults_alone, families = excluded.families, youth_alone = excluded.youth_alone,
          gender = excluded.gender, couples = excluded.couples, fathers = excluded.fathers,
          teen_boys = excluded.teen_boys, min_age = excluded.min_age, max_age = excluded.max_age,
          max_people = excluded.max_people, keeps_together = excluded.keeps_together,
          takes_service_animal = excluded.takes_service_animal, takes_cat = excluded.takes_cat,
          takes_small_dog = excluded.takes_small_dog, takes_large_dog = excluded.takes_large_dog,
          wheelchair = excluded.wheelchair, documents = excluded.documents, sobriety = excluded.sobriety,
          referral = excluded.referral, max_stay_nights = excluded.max_stay_nights, retired_at = null;

  delete from place_facts
    using places
    where place_facts.place_id = places.place_id
      and region_id = in_region and source_key in (select it ->> 'key' from jsonb_array_elements(drafts) as draft (it));
  insert into place_facts (place_id, about, source, as_of)
    select place_id, fact ->> 'about', fact ->> 'source', (fact ->> 'asOf')::date
      from jsonb_array_elements(drafts) as draft (it)
        join places on region_id = in_region and places.source_key = it ->> 'key'
        cross join lateral jsonb_array_elements(it -> 'facts') as fact
      where fact ->> 'about' not in ('address', 'position');
end
$$;

-- Once staff have spoken of a pool, its size is theirs to say: a file only begins pools and ends them.
create function apply_pools(in_region bigint, drafts jsonb) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  update pools
    set retired_at = clock_timestamp()
    from places, jsonb_array_elements(drafts) as draft (it)
    where pools.place_id = places.place_id
      and places.region_id = in_region and places.source_key = it ->> 'key'
      and pools.retired_at is null
      and not exists (
        select from jsonb_array_elements(it -> 'pools') as pool
          where pool ->> 'household' = household
            and pool ->> 'unit' = unit
            and (pool ->> 'peoplePerUnit')::smallint = people_per_unit
      );
  update pools
    set capacity = (pool ->> 'capacity')::integer
    from places, jsonb_array_elements(drafts) as draft (it), jsonb_array_elements(it -> 'pools') as pool
    where pools.place_id = places.place_id
      and places.region_id = in_region and places.source_key = it ->> 'key'
      and pools.retired_at is null
      and pool ->> 'household' = household
      and pool ->> 'unit' = unit
      and (pool ->> 'peoplePerUnit')::smallint = people_per_unit
      and (pool ->> 'capacity')::integer <> capacity
      and not exists (select from reports where reports.pool_id = pools.pool_id);
  insert into pools (place_id, household, unit, people_per_unit, capacity)
    select
        place_id, pool ->> 'household', pool ->> 'unit',
        (pool ->> 'peoplePerUnit')::smallint, (pool ->> 'capacity')::integer
      from jsonb_array_elements(drafts) as draft (it)
        join places on region_id = in_region and source_key = it ->> 'key'
        cross join lateral jsonb_array_elements(it -> 'pools') as pool
    on conflict (place_id, household, unit, people_per_unit) where retired_at is null do nothing;
end
$$;

create function apply_hours(in_region bigint, drafts jsonb) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  stated bigint[] := array(
    select place_id
      from jsonb_array_elements(drafts) as draft (it)
        join places on region_id = in_region and source_key = it ->> 'key'
  );
begin
  delete from schedules where place_id = any (stated);
  insert into schedules (place_id, use, days, opens, closes, from_date, until_date)
    select
        place_id, use, array(select jsonb_array_elements_text(span -> 'days')::smallint),
        (span ->> 'opens')::smallint, (span ->> 'closes')::smallint,
        (span ->> 'from')::date, (span ->> 'until')::date
      from jsonb_array_elements(drafts) as draft (it)
        join places on region_id = in_region and source_key = it ->> 'key'
        cross join (values ('operating'), ('intake')) as uses (use)
        cross join lateral jsonb_array_elements(it -> 'hours' -> use) as span;

  delete from schedule_exceptions where place_id = any (stated);
  insert into schedule_exceptions (place_id, date, opens, closes)
    select
        place_id, (day ->> 'date')::date,
        (day -> 'hours' ->> 'opens')::smallint, (day -> 'hours' ->> 'closes')::smallint
      from jsonb_array_elements(drafts) as draft (it)
        join places on region_id = in_region and source_key = it ->> 'key'
        cross join lateral jsonb_array_elements(it -> 'hours' -> 'exceptions') as day;

  delete from opening_rules where place_id = any (stated);
  insert into opening_rules (place_id, low_at_or_below_f, decided_at)
    select
        place_id, (it -> 'hours' -> 'rule' ->> 'lowAtOrBelowF')::smallint,
        (it -> 'hours' -> 'rule' ->> 'decidedAt')::smallint
      from jsonb_array_elements(drafts) as draft (it)
        join places on region_id = in_region and source_key = it ->> 'key'
      where jsonb_typeof(it -> 'hours' -> 'rule') = 'object';
end
$$;
