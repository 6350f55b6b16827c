-- Service areas: their clock, their edges, their helping numbers.

-- A sentence in one or more languages. English is always there; no key is a guess, no sentence is blank.
create domain words as jsonb
  constraint words_hold_english check (
    value is null
    or jsonb_typeof(value) = 'object'
    and coalesce(jsonb_typeof(value -> 'en') = 'string', false)
    and not jsonb_path_exists(value, 'strict $.keyvalue() ? (!(@.key like_regex "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"))')
    and not jsonb_path_exists(value, 'strict $.* ? (@.type() != "string")')
    and not jsonb_path_exists(value, 'strict $.* ? (@ like_regex "^\\s*$")')
  );

-- Text that somebody wrote: never blank, never a page.
create domain short_text as text
  constraint short_text_says_something check (value ~ '\S' and length(value) <= 300);

-- As dialled: digits with what people write between them.
create domain phone as text
  constraint phone_can_be_dialled check (value ~ '[0-9]' and value ~ '^[0-9+*#(). extEXT/-]{3,40}$');

create domain website as text
  constraint website_is_http check (value ~ '^https?://[^\s<>"]+$' and length(value) <= 500);

create domain latitude as double precision
  constraint latitude_on_earth check (value between -90 and 90);

create domain longitude as double precision
  constraint longitude_on_earth check (value between -180 and 180);

-- What a source calls a thing, so that its next import finds it again.
create domain source_key as text
  constraint source_key_fits check (value ~ '^\S(.*\S)?$' and length(value) <= 200);

create domain hotline_kind as text
  constraint hotline_kind_known check (
    value in ('help', 'transit', 'safety-shelter', 'emergency', 'mutual-aid', 'local')
  );

create table regions (
  region_id bigint generated always as identity primary key,
  slug text not null unique
    check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name short_text not null,
  time_zone text not null,
  south latitude not null,
  west longitude not null,
  north latitude not null,
  east longitude not null,
  languages text[] not null default '{en,es}'
    check (
      'en' = any (languages)
      and array_position(languages, null) is null
      and array_to_string(languages, ' ') ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*( [a-z]{2,3}(-[A-Za-z0-9]{2,8})*)*$'
    ),
  is_sample boolean not null default false,
  fare_adult_cents integer check (fare_adult_cents between 0 and 100000),
  fare_child_cents integer check (fare_child_cents between 0 and 100000),
  fare_note words,
  fare_as_of date,
  created_at timestamptz not null default clock_timestamp(),
  constraint regions_have_an_inside check (south < north and west < east),
  constraint regions_fare_is_dated check (
    (fare_adult_cents is null) = (fare_as_of is null)
    and (fare_adult_cents is not null or fare_child_cents is null and fare_note is null)
  )
);

-- A check cannot ask a catalog; names like "CST6CDT" or "posix/..." are for machines, not for regions.
create function require_known_time_zone() returns trigger
  language plpgsql security definer set search_path = warmstop, pg_temp
as $$
begin
  if new.time_zone not like '%/%'
    or new.time_zone like 'posix/%'
    or not exists (select from pg_timezone_names where name = new.time_zone)
  then
    raise exception 'time zone % is not known', new.time_zone
      using errcode = 'check_violation', constraint = 'regions_time_zone_known';
  end if;
  return new;
end
$$;

create trigger regions_time_zone_known
  before insert or update of time_zone on regions
  for each row execute function require_known_time_zone();

create table region_zips (
  region_id bigint not null references regions on delete cascade,
  zip text not null check (zip ~ '^[0-9]{5}$'),
  lat latitude not null,
  lon longitude not null,
  primary key (region_id, zip)
);
