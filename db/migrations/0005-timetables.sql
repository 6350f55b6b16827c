-- Feeds as they came, and the routes of agencies that publish none.

create domain feed_state as text
  constraint feed_state_known check (value in ('receiving', 'checked', 'active', 'retired'));

-- The feed itself is in feed_parts; what was found in it is here. Over 64 MB it is refused.
create table feeds (
  feed_id bigint generated always as identity primary key,
  region_id bigint not null references regions,
  -- What the region calls it; the next import of the same name takes its place.
  name text not null check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(name) <= 60),
  source short_text not null,
  byte_count integer check (byte_count between 1 and 67108864),
  sha256 bytea check (octet_length(sha256) = 32),
  -- What the reader found: agencies, zone, sizes, bounds; and what it doubted.
  facts jsonb check (jsonb_typeof(facts) = 'object'),
  warnings jsonb not null default '[]' check (jsonb_typeof(warnings) = 'array'),
  starts_on date,
  ends_on date,
  state feed_state not null default 'receiving',
  imported_at timestamptz not null default clock_timestamp(),
  activated_at timestamptz,
  retired_at timestamptz,
  constraint feeds_dates_in_order check (starts_on <= ends_on),
  constraint feeds_checked_before_use check (
    state = 'receiving'
    or num_nonnulls(byte_count, sha256, facts, starts_on, ends_on) = 5
  ),
  constraint feeds_active_since check (state <> 'active' or activated_at is not null and retired_at is null),
  constraint feeds_retired_since check (state <> 'retired' or retired_at is not null)
);

create unique index feeds_one_active on feeds (region_id, name) where state = 'active';
create index feeds_of_region on feeds (region_id, name, feed_id desc);

-- 64 parts of 1 MB are the 64 MB.
create table feed_parts (
  feed_id bigint not null references feeds on delete cascade,
  part smallint not null check (part between 0 and 63),
  bytes bytea not null check (octet_length(bytes) between 1 and 1048576),
  primary key (feed_id, part)
);

-- Zip files do not shrink twice.
alter table feed_parts alter column bytes set storage external;

create domain route_color as text
  constraint route_color_is_hex check (value ~ '^#[0-9a-f]{6}$');

create table hand_routes (
  hand_route_id bigint generated always as identity primary key,
  region_id bigint not null references regions,
  agency short_text not null,
  short_name short_text not null,
  long_name text not null default '' check (length(long_name) <= 300),
  color route_color not null default '#5a5a5a',
  text_color route_color not null default '#ffffff',
  -- The same stops run backwards too.
  both_ways boolean not null,
  from_date date,
  until_date date,
  source short_text not null,
  as_of date not null,
  unique (region_id, agency, short_name),
  constraint hand_routes_season_in_order check (from_date <= until_date)
);

create table hand_route_stops (
  hand_route_id bigint not null references hand_routes on delete cascade,
  position smallint not null check (position between 0 and 999),
  name short_text not null,
  lat latitude not null,
  lon longitude not null,
  -- From the first stop.
  minutes smallint not null check (minutes between 0 and 1439),
  primary key (hand_route_id, position)
);

-- Departures at the first stop.
create table hand_route_services (
  hand_route_service_id bigint generated always as identity primary key,
  hand_route_id bigint not null references hand_routes on delete cascade,
  days weekdays not null,
  first wall_minutes not null,
  last wall_minutes not null,
  headway_minutes smallint not null check (headway_minutes between 1 and 1440)
);

create index hand_route_services_of_route on hand_route_services (hand_route_id);

-- At commit: a route that runs has two stops or more, times that rise from 0, and a service.
create function require_whole_hand_route() returns trigger
  language plpgsql security definer set search_path = warmstop, pg_temp
as $$
declare
  route bigint := case when tg_op = 'DELETE' then old.hand_route_id else new.hand_route_id end;
  whole boolean;
begin
  if not exists (select from hand_routes where hand_route_id = route) then
    return null;
  end if;
  select count(*) >= 2 and min(minutes) = 0 and bool_and(rises) into whole
    from (
      select
        minutes,
        minutes >= lag(minutes, 1, minutes) over (order by position) as rises
      from hand_route_stops
      where hand_route_id = route
    ) as stops;
  if not whole or not exists (select from hand_route_services where hand_route_id = route) then
    raise exception 'hand route % needs two stops, times that rise from 0, and a service', route
      using errcode = 'check_violation', constraint = 'hand_routes_whole';
  end if;
  return null;
end
$$;

create constraint trigger hand_routes_whole
  after insert or update on hand_routes deferrable initially deferred
  for each row execute function require_whole_hand_route();
create constraint trigger hand_route_stops_whole
  after insert or update or delete on hand_route_stops deferrable initially deferred
  for each row execute function require_whole_hand_route();
create constraint trigger hand_route_services_whole
  after update or delete on hand_route_services deferrable initially deferred
  for each row execute function require_whole_hand_route();

-- Deferred to commit as well; equal notices of one transaction are sent once.
create function announce_hand_route() returns trigger
  language plpgsql security definer set search_path = warmstop, pg_temp
as $$
declare
  route bigint := case when tg_op = 'DELETE' then old.hand_route_id else new.hand_route_id end;
begin
  if tg_table_name = 'hand_routes' then
    perform pg_notify('timetable_changed', (case when tg_op = 'DELETE' then old.region_id else new.region_id end)::text);
  else
    perform pg_notify('timetable_changed', region_id::text) from hand_routes where hand_route_id = route;
  end if;
  return null;
end
$$;

create trigger hand_routes_announced
  after insert or update or delete on hand_routes
  for each row execute function announce_hand_route();
create trigger hand_route_stops_announced
  after insert or update or delete on hand_route_stops
  for each row execute function announce_hand_route();
create trigger hand_route_services_announced
  after insert or update or delete on hand_route_services
  for each row execute function announce_hand_route();
