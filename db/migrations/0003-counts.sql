-- Beds and rooms, what staff said of them, and the keys that make a change happen once.

create domain household as text
  constraint household_known check (
    value in ('anyone', 'families', 'adults', 'women', 'men', 'couples', 'youth')
  );

create domain unit as text
  constraint unit_known check (value in ('room', 'bed', 'mat', 'crib'));

create domain report_way as text
  constraint report_way_known check (value in ('web', 'sms', 'phone', 'import', 'command', 'sample'));

-- More than any building holds: a typing mistake, not a count.
create domain count_of_units as integer
  constraint count_of_units_believable check (value between 0 and 10000);

-- free = capacity - out_of_service - occupied - held: derived, never stored. Occupied may exceed capacity: truth first.
create table pools (
  pool_id bigint generated always as identity primary key,
  place_id bigint not null references places,
  household household not null,
  unit unit not null,
  people_per_unit smallint not null default 1 check (people_per_unit between 1 and 50),
  capacity count_of_units not null,
  occupied count_of_units not null default 0,
  held count_of_units not null default 0,
  out_of_service count_of_units not null default 0,
  version bigint not null default 1,
  retired_at timestamptz
);

create unique index pools_once_at_place on pools (place_id, household, unit, people_per_unit) where retired_at is null;
create index pools_of_place on pools (place_id);

-- Whoever writes: no promise beyond what is there. Reports may set any other truth.
create function refuse_overselling() returns trigger
  language plpgsql security definer set search_path = warmstop, pg_temp
as $$
begin
  if new.held > (case when tg_op = 'UPDATE' then old.held else 0 end)
    and new.occupied + new.held + new.out_of_service > new.capacity
  then
    raise exception 'pool % has no unit left to hold', new.pool_id
      using errcode = 'check_violation', constraint = 'pools_never_oversold';
  end if;
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
  end if;
  return new;
end
$$;

create trigger pools_never_oversold
  before insert or update on pools
  for each row execute function refuse_overselling();

create function announce_pool() returns trigger
  language plpgsql security definer set search_path = warmstop, pg_temp
as $$
begin
  perform pg_notify('pool_changed', new.pool_id || ':' || new.version);
  return null;
end
$$;

create trigger pools_announced
  after insert or update on pools
  for each row execute function announce_pool();

-- One statement of staff about a pool: the whole count as it was said.
create table reports (
  report_id bigint generated always as identity primary key,
  pool_id bigint not null references pools,
  capacity count_of_units not null,
  occupied count_of_units not null,
  out_of_service count_of_units not null,
  way report_way not null,
  who short_text not null,
  -- When it was true, and when we heard of it.
  said_at timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),
  constraint reports_not_from_the_future check (said_at <= received_at + interval '1 minute')
);

create index reports_newest on reports (pool_id, said_at desc, report_id desc);

create function refuse_rewriting() returns trigger
  language plpgsql security definer set search_path = warmstop, pg_temp
as $$
begin
  raise exception '% is append-only', tg_table_name
    using errcode = 'restrict_violation';
end
$$;

create trigger reports_append_only
  before update or delete on reports
  for each row execute function refuse_rewriting();

create trigger reports_never_emptied
  before truncate on reports
  for each statement execute function refuse_rewriting();

-- A key belongs to one actor and one request; the answer it gave is given again for 72 h.
create table idempotency_keys (
  idempotency_key uuid primary key,
  who short_text not null,
  change text not null,
  body_sha256 bytea not null check (octet_length(body_sha256) = 32),
  answer jsonb not null,
  kept_since timestamptz not null default clock_timestamp()
);

create index idempotency_keys_oldest on idempotency_keys (kept_since);
