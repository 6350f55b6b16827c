-- Whether a key was used: its change is answered as before, whatever has moved on since. A key is as hard to guess as a hold.
create function was_asked(change_key uuid) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select exists (select from idempotency_keys where idempotency_key = change_key)
$$;

-- As before (0021); the same form by another network is the same word, not another's.
create or replace function say_at_door(change_key uuid, from_voice bytea, at_place bigint, said_word text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
begin
  if said_word is null or said_word not in ('full', 'closed', 'got-in') then
    return '{"kind": "unknown-word"}';
  end if;
  answer := begin_change(change_key, 'somebody at a door', 'say_at_door', jsonb_build_array(at_place, said_word));
  if answer is not null then
    return answer;
  end if;
  -- A member's room has no door that strangers may speak of.
  if not exists (select from listed_places where place_id = at_place and kind <> 'room') then
    return keep_answer(change_key, '{"kind": "unknown-place"}');
  end if;

  -- One word at a time of a voice, or many at once would all see an hour with one left.
  perform pg_advisory_xact_lock(hashtextextended('voice ' || encode(from_voice, 'hex'), 15));
  update door_reports
    set voice = null
    where door_report_id in (
      select door_report_id
        from door_reports
        where voice is not null and said_at < clock_timestamp() - interval '2 hours'
        order by said_at
        limit 100
        for update skip locked
    );
  if (
    select count(*) >= 10
      from door_reports
      where voice = from_voice and said_at > clock_timestamp() - interval '1 hour'
  ) then
    return keep_answer(change_key, '{"kind": "too-many"}');
  end if;

  insert into door_reports (place_id, word, voice) values (at_place, said_word, from_voice);
  -- Whoever shows the place reads again what its counts are worth.
  perform pg_notify('pool_changed', pool_id || ':' || version) from pools where place_id = at_place;
  return keep_answer(change_key, '{"kind": "heard"}');
end
$$;

-- As before (0013); who comes later within the time they have is expected later all the same: staff see it, and nobody is a
-- no-show before.
create or replace function extend_hold(
  change_key uuid,
  by_holder bytea,
  in_hold uuid,
  arriving timestamptz,
  by_way text default 'web'
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
  hold holds;
  new_until timestamptz;
begin
  if by_holder is null or arriving is null then
    return '{"kind": "out-of-range"}';
  end if;
  -- The bus moves while a form is sent again: the arrival is no part of what was asked.
  answer := begin_change(
    change_key, 'holder ' || encode(by_holder, 'hex'), 'extend_hold', jsonb_build_array(by_way, in_hold)
  );
  if answer is not null then
    return answer;
  end if;
  hold := lock_hold(in_hold);
  -- What staff gave beyond three hours is time too.
  new_until := greatest(hold_until(hold.taken_at, arriving), hold.until);
  if not coalesce(by_holder in (hold.device_hash, hold.code_hash), false) then
    return keep_answer(change_key, '{"kind": "unknown-hold"}');
  elsif hold.state not in ('held', 'expired') then
    return keep_answer(change_key, hold_answer('closed', hold));
  elsif not hold.confirmed then
    return keep_answer(
      change_key, hold_answer(case hold.state when 'held' then 'still-a-request' else 'closed' end, hold)
    );
  elsif arriving > greatest(hold.taken_at + interval '180 minutes', case hold.state when 'held' then hold.until end)
    or new_until <= clock_timestamp()
  then
    return keep_answer(change_key, hold_answer('arrives-too-late', hold));
  end if;
  hold.arrives_at := arriving;
  if hold.state = 'held' and new_until = hold.until then
    return keep_hold(change_key, hold, 'extended', by_way, null);
  end if;
  -- One that is over may have been so before its time.
  hold.until := least(hold.until, clock_timestamp());
  return give_time(change_key, hold, new_until, by_way, null);
end
$$;

-- A change that is answered with a question is not done. That it was asked about is kept beside its key, so that the same one,
-- still on its way when the question is told, does nothing when it comes; whoever goes back may say otherwise by the same form.
create function question_key(change_key uuid, person bigint, change_name text, said jsonb) returns uuid
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select md5(concat_ws(' ', 'asked about', change_key, person, change_name, said))::uuid
$$;

create function keep_question(question uuid, person bigint, said jsonb, told jsonb) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  return coalesce(
    begin_change(question, 'person ' || person, 'asked about', said),
    keep_answer(question, told)
  );
end
$$;

-- As before (0017); seen version 0, which no pool has had, says that it is asked about.
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
  said jsonb := jsonb_build_array(in_pool, now_occupied, now_out_of_service, now_capacity, true_at);
  question uuid := question_key(change_key, person, 'report', said);
  told jsonb;
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
  select answer into told from idempotency_keys where idempotency_key = question;
  if told is not null then
    return told;
  end if;
  -- The page it was said on showed another count: it is said again, knowing this one. Who says the same again is answered as
  -- before, whatever has happened since.
  if pool.version <> seen_version
    and not exists (select from idempotency_keys where idempotency_key = change_key)
  then
    told := jsonb_build_object(
      'kind', 'moved-on',
      'version', pool.version,
      'capacity', pool.capacity,
      'occupied', pool.occupied,
      'out_of_service', pool.out_of_service
    );
    return case when seen_version = 0 then keep_question(question, person, said, told) else told end;
  end if;
  return record_report(
    change_key, 'person ' || person, 'web', in_pool,
    now_occupied, now_out_of_service, now_capacity, true_at,
    coalesce(pool.version = seen_version, false)
  );
end
$$;

-- As before (0021); asked about as in report.
create or replace function report_extra(
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
  said jsonb := jsonb_build_array(in_pool, extra_units, extra_until, true_at);
  question uuid := question_key(change_key, person, 'report_extra', said);
  told jsonb;
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
    where pool_id = in_pool and may_act(person, place_id, 'staff')
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
  select idempotency_keys.answer into told from idempotency_keys where idempotency_key = question;
  if told is not null then
    return told;
  end if;
  -- As in report: who says the same again is answered as before.
  if not exists (select from idempotency_keys where idempotency_key = change_key) then
    if pool.retired_at is not null then
      return '{"kind": "unknown-pool"}';
    elsif pool.version <> seen_version then
      told := jsonb_build_object('kind', 'moved-on', 'version', pool.version);
      return case when seen_version = 0 then keep_question(question, person, said, told) else told end;
    elsif extra_until <= clock_timestamp() then
      return '{"kind": "already-over"}';
    elsif not exists (select from reports where pool_id = in_pool and who <> 'time' and hold_id is null) then
      -- Nobody said yet how many are taken: this would make a count of a number that is nobody's.
      return '{"kind": "no-count-yet"}';
    elsif coalesce(pool.usual_capacity, pool.capacity) + extra_units > 10000 then
      return '{"kind": "out-of-range"}';
    end if;
  end if;
  answer := begin_change(change_key, 'person ' || person, 'report_extra', said);
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

-- Whoever has the page of a wait open reads it again: each change of one is told, with its id, whoever made it.
create function tell_alert_changed() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  perform pg_notify('alert_changed', new.alert_id::text);
  return null;
end
$$;

create trigger alerts_tell
  after update on alerts
  for each row
  when ((old.state, old.until, old.hold_id) is distinct from (new.state, new.until, new.hold_id))
  execute function tell_alert_changed();

-- Who is signed in, asked by a page that reads itself anew: nobody is using the tablet then, and it locks in its time.
create function who_watches(session_token text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := person_of(session_token);
begin
  return (
    select jsonb_build_object(
        'personId', people.person_id,
        'name', people.name,
        'isOperator', is_operator and not by_pin,
        'tablet', case when tablets.tablet_id is not null then jsonb_build_object(
          'name', tablets.name,
          'byPin', by_pin
        ) end
      )
      from people
        join sessions using (person_id)
        left join tablets using (tablet_id)
      where people.person_id = person and session_id = acting_session()
  );
end
$$;

-- As before (0018).
create or replace function who_is(session_token text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  perform note_use(session_of(session_token));
  return who_watches(session_token);
end
$$;
