-- Verify by phone: volunteers of a group call places whose count is old, one caller at a place at a time.

alter domain report_way drop constraint report_way_known;
alter domain report_way add constraint report_way_known check (
  value in ('web', 'sms', 'phone', 'import', 'command', 'sample', 'volunteer')
);

-- Who calls a place now: ten minutes, so that no desk is rung by two.
create table call_leases (
  place_id bigint primary key references places,
  person_id bigint not null unique references people,
  group_id bigint not null references groups,
  taken_at timestamptz not null default clock_timestamp(),
  until timestamptz not null default clock_timestamp() + interval '10 minutes'
);

create domain call_result as text
  constraint call_result_known check (value in ('counted', 'no-answer', 'wrong-number', 'will-not-say'));

create table calls (
  call_id bigint generated always as identity primary key,
  place_id bigint not null references places,
  person_id bigint not null references people,
  group_id bigint not null references groups,
  result call_result not null,
  at timestamptz not null default clock_timestamp()
);

create index calls_of_place on calls (place_id, at desc);

-- When a place's pools were last counted, the oldest of them; null: one of them never.
create function counted_at(of_place bigint) returns timestamptz
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select case when bool_or(reported_at is null) then null else min(reported_at) end
    from current_pools
    where place_id = of_place
$$;

-- Whether a call would tell something: it has beds and a number, its count is old, and nobody has tried lately. Who would not say, or has another number, is
-- left alone for a day.
create function is_to_call(of_place bigint) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select exists (
      select from listed_places
        where place_id = of_place and kind = 'shelter' and phone is not null
          and exists (select from current_pools where current_pools.place_id = of_place)
    )
    and coalesce(counted_at(of_place) < clock_timestamp() - interval '4 hours', true)
    and not exists (
      select from calls
        where place_id = of_place
          and at > clock_timestamp() - case result
            when 'no-answer' then interval '30 minutes'
            when 'counted' then interval '4 hours'
            else interval '24 hours'
          end
    )
$$;

-- A place as its caller needs it. The number of units, not how many are said to be free: who knows the answer hears it.
create function call_told(of_place bigint) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object(
      'place_id', place_id,
      'name', programs.name,
      'phone', listed_places.phone,
      'counted_at', counted_at(place_id),
      'pools', (
        select jsonb_agg(
            jsonb_build_object(
              'pool_id', pool_id,
              'household', household,
              'unit', unit,
              'people_per_unit', people_per_unit,
              'capacity', capacity - out_of_service
            ) order by pool_id
          )
          from current_pools
          where current_pools.place_id = listed_places.place_id
      ),
      'last_try', (
        select jsonb_build_object('result', result, 'at', at)
          from calls
          where calls.place_id = listed_places.place_id
          order by at desc
          limit 1
      )
    )
    from listed_places join programs using (program_id)
    where place_id = of_place
$$;

-- For every member: what to call in the group's region, the oldest count first; and the call they have taken. Null: not in it.
create function calls_to_make(session_token text, of_group bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
begin
  if not is_in_group(person, of_group, 'member') then
    return null;
  end if;
  return jsonb_build_object(
    'own', (
      select call_told(place_id) || jsonb_build_object('until', until)
        from call_leases
        where person_id = person and group_id = of_group and until > clock_timestamp()
    ),
    'calls', (
      select coalesce(jsonb_agg(call_told(place_id) order by counted_at(place_id) nulls first, place_id), '[]')
        from places join groups using (region_id)
        where group_id = of_group and groups.state = 'open'
          and is_to_call(place_id)
          and not exists (
            select from call_leases where call_leases.place_id = places.place_id and until > clock_timestamp()
          )
    )
  );
end
$$;

-- Mine to call for ten minutes; whatever I had before is anybody's again.
create function take_call(change_key uuid, session_token text, in_group bigint, at_place bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_group_change(change_key, session_token, 'take_call', in_group, 'member', to_jsonb(at_place));
  if change.answer is not null then
    return change.answer;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('call ' || at_place, 27));
  if (change.found_group).state <> 'open'
    or not exists (select from places where place_id = at_place and region_id = (change.found_group).region_id)
  then
    return keep_answer(change_key, '{"kind": "unknown-place"}');
  elsif exists (
    select from call_leases where place_id = at_place and until > clock_timestamp() and person_id <> change.person
  ) then
    return keep_answer(change_key, '{"kind": "taken"}');
  elsif not is_to_call(at_place) then
    return keep_answer(change_key, '{"kind": "counted"}');
  end if;
  delete from call_leases where person_id = change.person or place_id = at_place;
  insert into call_leases (place_id, person_id, group_id) values (at_place, change.person, in_group);
  return keep_answer(change_key, '{"kind": "yours"}');
end
$$;

-- What came of it. Free units as they were said on the phone, of the pools they spoke of: held ones are taken off by us. What staff
-- have said since the call was taken stands.
create function say_call(change_key uuid, session_token text, in_group bigint, at_place bigint, as_what text, free jsonb)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  lease call_leases;
  said record;
  pool pools;
  counted integer := 0;
begin
  select * into change from begin_group_change(
    change_key, session_token, 'say_call', in_group, 'member', jsonb_build_array(at_place, as_what, free)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('call ' || at_place, 27));
  -- A long call is not lost, while nobody else has taken it.
  select * into lease from call_leases
    where place_id = at_place and person_id = change.person and until > clock_timestamp() - interval '20 minutes';
  if not found then
    return keep_answer(change_key, '{"kind": "not-yours"}');
  elsif as_what is null or as_what not in ('counted', 'no-answer', 'wrong-number', 'will-not-say')
    or as_what = 'counted' and (jsonb_typeof(free) is distinct from 'object' or free = '{}')
  then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  if as_what = 'counted' then
    for said in select key::bigint as pool_id, value::integer as units from jsonb_each_text(free) order by key::bigint loop
      select * into pool from pools
        where pool_id = said.pool_id and place_id = at_place and retired_at is null
        for no key update;
      if not found or not said.units between 0 and pool.capacity - pool.out_of_service then
        -- None of it is kept: the caller mends it while they have the desk on the phone.
        raise exception 'no such count' using errcode = 'WS027';
      elsif not exists (
        select from reports where reports.pool_id = pool.pool_id and who <> 'time' and received_at > lease.taken_at
      ) then
        perform record_report(
          gen_random_uuid(), 'person ' || change.person, 'volunteer', pool.pool_id,
          pool.capacity - pool.out_of_service - said.units
        );
        counted := counted + 1;
      end if;
    end loop;
  end if;
  insert into calls (place_id, person_id, group_id, result) values (at_place, change.person, in_group, as_what);
  delete from call_leases where place_id = at_place;
  return keep_answer(change_key, jsonb_build_object(
    'kind', case when as_what = 'counted' and counted = 0 then 'moved-on' else 'said' end
  ));
exception when sqlstate 'WS027' or data_exception then
  return '{"kind": "out-of-range"}';
end
$$;
