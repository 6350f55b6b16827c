-- The board: units for one night, a note for callers, and a log of all that was said of a place.

-- `capacity` is what counts now; beside it what it was and will be again, while some units are there for a time only.
alter table pools
  add column usual_capacity count_of_units,
  add column temporary_until timestamptz,
  add constraint pools_temporary_whole check ((usual_capacity is null) = (temporary_until is null)),
  add constraint pools_temporary_adds check (usual_capacity < capacity);

create index pools_temporary on pools (temporary_until) where temporary_until is not null;

alter table reports
  add column usual_capacity count_of_units,
  add column temporary_until timestamptz;

-- Whoever writes the report: the units for a time only that were in the capacity it states.
create function note_temporary() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  select usual_capacity, temporary_until into new.usual_capacity, new.temporary_until
    from pools
    where pool_id = new.pool_id and capacity = new.capacity and temporary_until > new.said_at;
  return new;
end
$$;

create trigger reports_note_temporary
  before insert on reports
  for each row execute function note_temporary();

-- As before (0003); units whose time is over are no room, put back or not.
create or replace function refuse_overselling() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if new.held > (case when tg_op = 'UPDATE' then old.held else 0 end)
    and new.occupied + new.held + new.out_of_service
      > (case when new.temporary_until <= clock_timestamp() then new.usual_capacity else new.capacity end)
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

-- As before (0014); units for a time count until it is over, and a capacity put back by time is nobody's count.
create or replace view current_pools as
  select
    pools.pool_id,
    pools.place_id,
    pools.household,
    pools.unit,
    pools.people_per_unit,
    (
      case when pools.temporary_until <= clock_timestamp() then pools.usual_capacity else pools.capacity end
    )::count_of_units as capacity,
    pools.occupied,
    coalesce(live.units, 0)::count_of_units as held,
    pools.out_of_service,
    pools.version,
    newest.said_at as reported_at,
    newest.way as reported_way,
    (
      select count(*) >= 2
        from door_words
        where door_words.place_id = pools.place_id
          and word in ('full', 'closed')
          and door_words.said_at > newest.said_at
    ) as doubted,
    case when pools.temporary_until > clock_timestamp() then pools.capacity - pools.usual_capacity end
      as temporary_units,
    case when pools.temporary_until > clock_timestamp() then pools.temporary_until end as temporary_until
  from pools
    left join lateral (
      select said_at, way
        from reports
        where reports.pool_id = pools.pool_id and who <> 'time'
        order by said_at desc, report_id desc
        limit 1
    ) as newest on true
    left join lateral (
      select sum(units)::integer as units
        from holds
        where holds.pool_id = pools.pool_id and state = 'held' and until > clock_timestamp()
    ) as live on true
  where pools.retired_at is null;

-- As before (0015), and when units for a time are there no more.
create or replace view next_lapse as
  select min(at) as at
  from (
    select min(until) as at
    from holds
    where state = 'held' and until > clock_timestamp()
    union all
    select min(temporary_until)
    from pools
    where temporary_until > clock_timestamp()
  ) as lapses;

-- As before (0013), and puts the usual capacity back. Under the pool's lock.
create or replace function clear_lapsed(in_pool bigint) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  pool pools;
  ended timestamptz;
begin
  with lapsed as (
    update holds
      set state = 'expired', closed_at = until, version = version + 1
      where pool_id = in_pool and state = 'held' and until <= clock_timestamp()
      returning hold_id
  )
  insert into hold_events (hold_id, what, who)
    select hold_id, 'expired', 'time' from lapsed;

  select temporary_until into ended
    from pools
    where pool_id = in_pool and temporary_until <= clock_timestamp();
  if found then
    update pools
      set capacity = usual_capacity, usual_capacity = null, temporary_until = null
      where pool_id = in_pool
      returning * into pool;
    -- Kept, so that what counted at any moment can be told; the way is the server's own.
    insert into reports (pool_id, capacity, occupied, out_of_service, way, who, said_at)
      values (in_pool, pool.capacity, pool.occupied, pool.out_of_service, 'command', 'time', ended);
  end if;
end
$$;

-- As before (0006), but what has lapsed is cleared first: it is neither in use nor room. Who states the capacity states all
-- of it, and units for a time end with that. Who knows the newest statement speaks after it, whatever their clock says.
drop function record_report(uuid, text, text, bigint, integer, integer, integer, timestamptz);

create function record_report(
  change_key uuid,
  by_whom text,
  by_way text,
  in_pool bigint,
  now_occupied integer default null,
  now_out_of_service integer default null,
  now_capacity integer default null,
  true_at timestamptz default null,
  knows_newest boolean default false
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
  pool pools;
  heard timestamptz;
  at timestamptz;
  last_said timestamptz;
  newest boolean;
begin
  if not 0 <= all (array_remove(array[now_occupied, now_out_of_service, now_capacity], null))
    or not 10000 >= all (array_remove(array[now_occupied, now_out_of_service, now_capacity], null))
    or true_at > clock_timestamp() + interval '1 minute'
  then
    return '{"kind": "out-of-range"}';
  end if;

  answer := begin_change(
    change_key, by_whom, 'report',
    jsonb_build_array(by_way, in_pool, now_occupied, now_out_of_service, now_capacity, true_at)
  );
  if answer is not null then
    return answer;
  end if;

  perform from pools where pool_id = in_pool and retired_at is null for no key update;
  if not found then
    return keep_answer(change_key, '{"kind": "unknown-pool"}');
  end if;
  perform clear_lapsed(in_pool);
  select * into pool from pools where pool_id = in_pool;
  heard := clock_timestamp();
  at := least(coalesce(true_at, heard), heard);
  select max(said_at) into last_said from reports where pool_id = in_pool and who <> 'time';
  if knows_newest then
    at := greatest(at, least(last_said, heard));
  end if;
  newest := last_said is null or last_said <= at;

  -- A statement that comes late, from a queue, is kept but does not undo a newer one.
  if newest then
    update pools
      set capacity = coalesce(now_capacity, capacity),
          usual_capacity = case when now_capacity is null then usual_capacity end,
          temporary_until = case when now_capacity is null then temporary_until end,
          occupied = coalesce(now_occupied, occupied),
          out_of_service = coalesce(now_out_of_service, out_of_service)
      where pool_id = in_pool
      returning * into pool;
  end if;
  insert into reports (pool_id, capacity, occupied, out_of_service, way, who, said_at, received_at)
    values (
      in_pool,
      coalesce(now_capacity, pool.capacity),
      coalesce(now_occupied, pool.occupied),
      coalesce(now_out_of_service, pool.out_of_service),
      by_way, by_whom, at, heard
    );

  return keep_answer(change_key, jsonb_build_object(
    'kind', 'reported',
    'pool_id', pool.pool_id,
    'version', pool.version,
    'applied', newest,
    'over', pool.occupied + pool.held + pool.out_of_service > pool.capacity,
    'said_at', at
  ));
end
$$;

-- As before (0012); a seen version that is still the pool's is the newest statement known.
create or replace function report(
  change_key uuid,
  session_token text,
  in_pool bigint,
  now_occupied integer default null,
  now_out_of_service integer default null,
  now_capacity integer default null,
  true_at timestamptz default null,
  seen_version bigint default null
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := person_of(session_token);
  pool pools;
begin
  if person is null then
    return '{"kind": "signed-out"}';
  end if;
  select * into pool from pools
    where pool_id = in_pool and may_act(person, place_id, 'staff')
    for no key update;
  if not found then
    return '{"kind": "unknown-pool"}';
  end if;
  -- The page it was said on showed another count: it is said again, knowing this one. Who says the same again is answered as
  -- before, whatever has happened since.
  if pool.version <> seen_version
    and not exists (select from idempotency_keys where idempotency_key = change_key)
  then
    return jsonb_build_object(
      'kind', 'moved-on',
      'version', pool.version,
      'capacity', pool.capacity,
      'occupied', pool.occupied,
      'out_of_service', pool.out_of_service
    );
  end if;
  return record_report(
    change_key, 'person ' || person, 'web', in_pool,
    now_occupied, now_out_of_service, now_capacity, true_at,
    coalesce(pool.version = seen_version, false)
  );
end
$$;

-- "20 extra mats until 8 am": beside what is usually there, until that moment; none takes them away. It is a report as well.
create function report_extra(
  change_key uuid,
  session_token text,
  in_pool bigint,
  extra_units integer,
  extra_until timestamptz default null,
  true_at timestamptz default null,
  seen_version bigint default null
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := person_of(session_token);
  answer jsonb;
  pool pools;
  usual integer;
  heard timestamptz;
  at timestamptz;
begin
  if person is null then
    return '{"kind": "signed-out"}';
  end if;
  select * into pool from pools
    where pool_id = in_pool and retired_at is null and may_act(person, place_id, 'staff')
    for no key update;
  if not found then
    return '{"kind": "unknown-pool"}';
  end if;
  if extra_units is null or extra_units not between 0 and 10000
    or (extra_until is null) <> (extra_units = 0)
    or extra_until > clock_timestamp() + interval '36 hours'
    or true_at > clock_timestamp() + interval '1 minute'
  then
    return '{"kind": "out-of-range"}';
  end if;
  -- As in report: who says the same again is answered as before.
  if not exists (select from idempotency_keys where idempotency_key = change_key) then
    if pool.version <> seen_version then
      return jsonb_build_object('kind', 'moved-on', 'version', pool.version);
    elsif extra_until <= clock_timestamp() then
      return '{"kind": "already-over"}';
    elsif not exists (select from reports where pool_id = in_pool and who <> 'time') then
      -- Nobody said yet how many are taken: this would make a count of a number that is nobody's.
      return '{"kind": "no-count-yet"}';
    elsif coalesce(pool.usual_capacity, pool.capacity) + extra_units > 10000 then
      return '{"kind": "out-of-range"}';
    end if;
  end if;
  answer := begin_change(
    change_key, 'person ' || person, 'report_extra',
    jsonb_build_array(in_pool, extra_units, extra_until, true_at)
  );
  if answer is not null then
    return answer;
  end if;

  perform clear_lapsed(in_pool);
  select coalesce(usual_capacity, capacity) into usual from pools where pool_id = in_pool;
  update pools
    set capacity = usual + extra_units,
        usual_capacity = case when extra_units > 0 then usual end,
        temporary_until = extra_until
    where pool_id = in_pool
    returning * into pool;
  heard := clock_timestamp();
  select greatest(least(coalesce(true_at, heard), heard), least(max(said_at), heard)) into at
    from reports
    where pool_id = in_pool and who <> 'time';
  insert into reports (pool_id, capacity, occupied, out_of_service, way, who, said_at, received_at)
    values (in_pool, pool.capacity, pool.occupied, pool.out_of_service, 'web', 'person ' || person, at, heard);
  return keep_answer(change_key, jsonb_build_object(
    'kind', 'reported',
    'pool_id', pool.pool_id,
    'version', pool.version,
    'applied', true,
    'over', pool.occupied + pool.held + pool.out_of_service > pool.capacity,
    'said_at', at
  ));
end
$$;

-- The word for tonight, said at true_at and heard only now: where somebody has said another since, nothing is done.
create function open_tonight_late(
  change_key uuid,
  session_token text,
  at_place bigint,
  for_night date,
  opens boolean,
  true_at timestamptz
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := person_of(session_token);
  newest openings;
begin
  if person is null then
    return '{"kind": "signed-out"}';
  end if;
  if not may_act(person, at_place, 'staff') then
    return '{"kind": "unknown-place"}';
  end if;
  perform from places where place_id = at_place for no key update;
  select * into newest
    from openings
    where place_id = at_place and night = for_night
    order by opening_id desc
    limit 1;
  if newest.said_at > true_at
    and newest.is_open is distinct from opens
    and not exists (select from idempotency_keys where idempotency_key = change_key)
  then
    return jsonb_build_object('kind', 'moved-on', 'open', newest.is_open, 'said_at', newest.said_at);
  end if;
  return open_tonight(change_key, session_token, at_place, for_night, opens);
end
$$;

-- What callers are told, in the languages it was given in: plain text, short enough to be read at the door.
create domain note_words as jsonb
  constraint note_words_are_short check (
    value is null
    or jsonb_typeof(value) = 'object'
    and value <> '{}'
    and not jsonb_path_exists(value, 'strict $.keyvalue() ? (!(@.key like_regex "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"))')
    and not jsonb_path_exists(value, 'strict $.* ? (@.type() != "string")')
    and not jsonb_path_exists(value, 'strict $.* ? (@ like_regex "^\\s*$")')
    and not jsonb_path_exists(value, 'strict $.* ? (@ like_regex "^.{150}.{151}" flag "s")')
  );

-- The newest counts; without words it was taken away.
create table place_notes (
  note_id bigint generated always as identity primary key,
  place_id bigint not null references places,
  words note_words,
  -- null: until somebody takes it away.
  until timestamptz,
  way report_way not null,
  who short_text not null,
  said_at timestamptz not null default clock_timestamp(),
  constraint place_notes_end_something check (words is not null or until is null)
);

create index place_notes_newest on place_notes (place_id, note_id desc);

create trigger place_notes_append_only
  before update or delete on place_notes
  for each row execute function refuse_rewriting();

create trigger place_notes_never_emptied
  before truncate on place_notes
  for each statement execute function refuse_rewriting();

create view current_notes as
  select place_id, words, until, said_at
  from (
    select distinct on (place_id) place_id, words, until, said_at
      from place_notes
      order by place_id, note_id desc
  ) as newest
  where words is not null and (until is null or until > clock_timestamp());

-- Says a note, or takes it away (null). `seen_note` is the newest one that was shown, 0 for none.
create function say_note(
  change_key uuid,
  session_token text,
  at_place bigint,
  in_words jsonb,
  note_until timestamptz,
  seen_note bigint
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := person_of(session_token);
  answer jsonb;
  given note_words;
  newest bigint;
begin
  if person is null then
    return '{"kind": "signed-out"}';
  end if;
  -- A member's room has no page to put it on.
  if not may_act(person, at_place, 'staff')
    or not exists (select from places where place_id = at_place and retired_at is null and kind <> 'room')
  then
    return '{"kind": "unknown-place"}';
  end if;
  begin
    given := in_words;
  exception when check_violation then
    return '{"kind": "out-of-range"}';
  end;
  answer := begin_change(
    change_key, 'person ' || person, 'say_note', jsonb_build_array(at_place, in_words, note_until)
  );
  if answer is not null then
    return answer;
  end if;
  perform from places where place_id = at_place for no key update;
  select coalesce(max(note_id), 0) into newest from place_notes where place_id = at_place;
  if newest <> seen_note then
    return keep_answer(change_key, jsonb_build_object('kind', 'moved-on', 'note_id', newest));
  elsif note_until <= clock_timestamp() or note_until > clock_timestamp() + interval '36 hours' then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  insert into place_notes (place_id, words, until, way, who)
    values (at_place, given, case when given is not null then note_until end, 'web', 'person ' || person)
    returning note_id into newest;
  -- Whoever shows the place reads it again.
  perform pg_notify('opening_changed', at_place || ':note');
  return keep_answer(change_key, jsonb_build_object('kind', 'said', 'note_id', newest));
end
$$;

-- The newest notes of a place, for those who may act for it; the first is in force unless its time is over.
create function notes_of(session_token text, at_place bigint, most integer) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  return (
    select coalesce(jsonb_agg(to_jsonb(note) order by note."noteId" desc), '[]')
      from (
        select
          note_id as "noteId",
          words,
          until,
          coalesce(people.name, place_notes.who) as who,
          said_at as "saidAt"
        from place_notes left join people on place_notes.who = 'person ' || people.person_id
        where place_id = at_place and (select may_act(person_of(session_token), at_place, 'staff'))
        order by note_id desc
        limit least(most, 100)
      ) as note
  );
end
$$;

-- The newest statements about a place, for those who may act for it: of its pools, of its nights, its notes; who said what, when,
-- by what way. `ended` is a capacity that time put back.
create or replace function place_log(session_token text, at_place bigint, most integer) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  with
    said as (
      select
        case when reports.who = 'time' then 'ended' else 'count' end as kind,
        report_id as id,
        reports.said_at,
        reports.who,
        reports.way,
        jsonb_build_object(
          'poolId', pool_id,
          'household', household,
          'unit', unit,
          'peoplePerUnit', people_per_unit,
          'capacity', reports.capacity,
          'occupied', reports.occupied,
          'outOfService', reports.out_of_service,
          'extra', coalesce(reports.capacity - reports.usual_capacity, 0),
          'extraUntil', reports.temporary_until
        ) as what
      from reports join pools using (pool_id)
      where pools.place_id = at_place
      union all
      select 'tonight', opening_id, said_at, who, way, jsonb_build_object('night', night, 'open', is_open)
      from openings
      where place_id = at_place
      union all
      select 'note', note_id, said_at, who, way, jsonb_build_object('words', words, 'until', until)
      from place_notes
      where place_id = at_place
    ),
    newest as (
      select said.*, people.name
      from said left join people on said.who = 'person ' || people.person_id
      where (select may_act(person_of(session_token), at_place, 'staff'))
      order by said_at desc, kind, id desc
      limit least(most, 10000)
    )
  select coalesce(
      jsonb_agg(
        what || jsonb_build_object(
          'kind', kind, 'id', id, 'way', way, 'who', coalesce(name, who), 'saidAt', said_at
        ) order by said_at desc, kind, id desc
      ),
      '[]'
    )
    from newest
$$;
