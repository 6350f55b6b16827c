-- What the web role reads where a whole table would tell too much: no names of who said it, no retired rows.

-- Each pool with its newest report; without one no number is known.
create view current_pools as
  select
    pools.pool_id,
    pools.place_id,
    pools.household,
    pools.unit,
    pools.people_per_unit,
    pools.capacity,
    pools.occupied,
    pools.held,
    pools.out_of_service,
    pools.version,
    newest.said_at as reported_at,
    newest.way as reported_way
  from pools
    left join lateral (
      select said_at, way
        from reports
        where reports.pool_id = pools.pool_id
        order by said_at desc, report_id desc
        limit 1
    ) as newest on true
  where pools.retired_at is null;

-- The newest word for each night that is not long past.
create view current_openings as
  select place_id, night, is_open, said_at
  from (
    select distinct on (place_id, night) place_id, night, is_open, said_at
      from openings
      where night >= current_date - 3
      order by place_id, night, opening_id desc
  ) as newest
  where is_open is not null;

-- The places a seeker may see.
create view listed_places as
  select
    place_id,
    region_id,
    program_id,
    site_id,
    kind,
    phone,
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
    takes_service_animal,
    takes_cat,
    takes_small_dog,
    takes_large_dog,
    wheelchair,
    documents,
    sobriety,
    referral,
    max_stay_nights
  from places
  where retired_at is null;

create view active_feeds as
  select feed_id, region_id, name, byte_count, sha256, starts_on, ends_on, activated_at
  from feeds
  where state = 'active';

create view active_feed_parts as
  select feed_id, part, bytes
  from feed_parts
    join feeds using (feed_id)
  where state = 'active';
