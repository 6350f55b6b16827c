-- What a second reading of 0012 to 0020 mended: what a count is worth, what is told to whoever sends again, who is written to,
-- and what is forgotten. Each function and view is its newest one with the mend in.

-- As before (0017), but an arrival is nobody's count: it moves a number that was counted when it was, and says nothing of the
-- rest. Nor is a statement that came too late to be the pool's number.
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
        where reports.pool_id = pools.pool_id
          and who <> 'time'
          and hold_id is null
          and not exists (
            select from reports as earlier
              where earlier.pool_id = reports.pool_id
                and earlier.report_id < reports.report_id
                and earlier.said_at > reports.said_at
                and earlier.who <> 'time'
          )
        order by said_at desc, report_id desc
        limit 1
    ) as newest on true
    left join lateral (
      select sum(units)::integer as units
        from holds
        where holds.pool_id = pools.pool_id and state = 'held' and until > clock_timestamp()
    ) as live on true
  where pools.retired_at is null;

-- As before (0018); which count an arrival moved.
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
        reports.tablet_id,
        jsonb_build_object(
          'poolId', pool_id,
          'household', household,
          'unit', unit,
          'peoplePerUnit', people_per_unit,
          'capacity', reports.capacity,
          'occupied', reports.occupied,
          'outOfService', reports.out_of_service,
          'extra', coalesce(reports.capacity - reports.usual_capacity, 0),
          'extraUntil', reports.temporary_until,
          'ofHold', reports.hold_id is not null
        ) as what
      from reports join pools using (pool_id)
      where pools.place_id = at_place
      union all
      select 'tonight', opening_id, said_at, who, way, tablet_id, jsonb_build_object('night', night, 'open', is_open)
      from openings
      where place_id = at_place
      union all
      select 'note', note_id, said_at, who, way, tablet_id, jsonb_build_object('words', words, 'until', until)
      from place_notes
      where place_id = at_place
    ),
    newest as (
      select said.*, people.name, tablets.name as tablet
      from said
        left join people on said.who = 'person ' || people.person_id
        left join tablets using (tablet_id)
      where (select may_act(person_of(session_token), at_place, 'staff'))
      order by said_at desc, kind, id desc
      limit least(most, 10000)
    )
  select coalesce(
      jsonb_agg(
        what || jsonb_build_object(
          'kind', kind, 'id', id, 'way', way, 'who', coalesce(name, who), 'tablet', tablet, 'saidAt', said_at
        ) order by said_at desc, kind, id desc
      ),
      '[]'
    )
    from newest
$$;

-- As before (0017); who sends again is answered as before after the pool has gone as well, and an arrival is no count to add to.
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
  -- As in report: who says the same again is answered as before.
  if not exists (select from idempotency_keys where idempotency_key = change_key) then
    if pool.retired_at is not null then
      return '{"kind": "unknown-pool"}';
    elsif pool.version <> seen_version then
      return jsonb_build_object('kind', 'moved-on', 'version', pool.version);
    elsif extra_until <= clock_timestamp() then
      return '{"kind": "already-over"}';
    elsif not exists (select from reports where pool_id = in_pool and who <> 'time' and hold_id is null) then
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

-- As before (0017); who sends again is answered as before after the place has gone as well.
create or replace function say_note(
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
  if not may_act(person, at_place, 'staff') then
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
  -- A member's room has no page to put it on.
  perform from places where place_id = at_place and retired_at is null and kind <> 'room' for no key update;
  if not found then
    return keep_answer(change_key, '{"kind": "unknown-place"}');
  end if;
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

-- As before (0014); who sends again is answered as before after the place has gone as well.
create or replace function say_at_door(change_key uuid, from_voice bytea, at_place bigint, said_word text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
begin
  if said_word is null or said_word not in ('full', 'closed', 'got-in') then
    return '{"kind": "unknown-word"}';
  end if;
  answer := begin_change(
    change_key, 'voice ' || encode(from_voice, 'hex'), 'say_at_door', jsonb_build_array(at_place, said_word)
  );
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

-- As before (0013); units whose time is over are no room for a lapsed hold either, put back or not.
create or replace function count_held() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  before_units integer := 0;
  after_units integer := case when new.state = 'held' then new.units else 0 end;
  is_over boolean;
begin
  if tg_op = 'UPDATE' then
    if new.pool_id <> old.pool_id then
      raise exception 'a hold stays at its pool' using errcode = 'check_violation';
    end if;
    before_units := case when old.state = 'held' then old.units else 0 end;
  end if;

  if after_units <> before_units then
    update pools set held = held + after_units - before_units where pool_id = new.pool_id;
  elsif new.state = 'held' and old.until <= clock_timestamp() and new.until > clock_timestamp() then
    select occupied + held + out_of_service
        > (case when temporary_until <= clock_timestamp() then usual_capacity else capacity end)
      into is_over
      from pools
      where pool_id = new.pool_id
      for no key update;
    if is_over then
      raise exception 'pool % has no unit left to hold', new.pool_id
        using errcode = 'check_violation', constraint = 'pools_never_oversold';
    end if;
  end if;
  return null;
end
$$;

-- As before (0016), but units for a time are no room for somebody who comes after it, and a place that has gone has none.
create or replace function place_hold(change_key uuid, draft holds, by_way text, by_person bigint, from_address bytea)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  pool pools;
  hold holds := draft;
  confirmed_contact text := case when draft.contact_confirmed then draft.contact end;
  other uuid;
  unconfirmed integer;
begin
  perform lock_seeker(draft.device_hash, confirmed_contact);
  -- Many at once from one network would all see a share with one left.
  if from_address is not null then
    perform pg_advisory_xact_lock(hashtextextended('requests ' || encode(from_address, 'hex'), 16));
  end if;
  perform from pools join places using (place_id)
    where pool_id = draft.pool_id and pools.retired_at is null and places.retired_at is null
    for no key update of pools;
  if not found then
    return keep_answer(change_key, '{"kind": "unknown-pool"}');
  end if;

  -- Each in a statement of its own, after the lock: in the same one they would be older than the wait for it.
  hold.taken_at := clock_timestamp();
  perform clear_lapsed(draft.pool_id);
  other := standing_hold(draft.device_hash, confirmed_contact, draft.hold_id);
  if other is not null then
    -- Somebody who only shares the contact is not led to the hold.
    return keep_answer(change_key, jsonb_build_object(
      'kind', 'has-hold',
      'hold_id', (select hold_id from holds where hold_id = other and device_hash = draft.device_hash)
    ));
  end if;
  if draft.arrives_at > hold.taken_at + interval '180 minutes' then
    return keep_answer(change_key, '{"kind": "arrives-too-late"}');
  end if;
  if by_person is null and must_call_first(draft.pool_id) then
    return keep_answer(change_key, '{"kind": "call-first"}');
  end if;

  select * into pool from pools where pool_id = draft.pool_id;
  -- Units for a time (0017) are gone when somebody comes after it.
  if pool.occupied + pool.held + pool.out_of_service + draft.units
    > (case when draft.arrives_at >= pool.temporary_until then pool.usual_capacity else pool.capacity end)
  then
    return keep_answer(change_key, '{"kind": "full"}');
  end if;
  if not draft.confirmed then
    if from_address is not null and asks_too_much(from_address, pool, draft.units) then
      return keep_answer(change_key, '{"kind": "many-from-here"}');
    end if;
    select coalesce(sum(units), 0) into unconfirmed
      from holds
      where pool_id = draft.pool_id and state = 'held' and not confirmed;
    if unconfirmed + draft.units > unconfirmed_share(pool) then
      return keep_answer(change_key, '{"kind": "too-many-requests"}');
    end if;
  end if;

  hold.until := case
    when draft.confirmed then hold_until(hold.taken_at, draft.arrives_at)
    else hold.taken_at + interval '15 minutes'
  end;
  insert into holds
      (hold_id, pool_id, units, confirmed, until, taken_at, arrives_at, party, journey,
        device_hash, code_hash, contact, contact_confirmed)
    values (
      hold.hold_id, hold.pool_id, hold.units, hold.confirmed, hold.until, hold.taken_at, hold.arrives_at,
      hold.party, hold.journey, hold.device_hash, hold.code_hash, hold.contact, hold.contact_confirmed
    )
    returning * into hold;
  insert into hold_events (hold_id, what, who, person_id, way)
    values (hold.hold_id, 'taken', coalesce('person ' || by_person, 'seeker'), by_person, by_way);
  if not hold.confirmed and from_address is not null then
    insert into hold_requests (hold_id, address_hash) values (hold.hold_id, from_address);
  end if;
  perform pg_notify('hold_changed', hold.pool_id || ':' || hold.version);
  return keep_answer(change_key, hold_answer('taken', hold));
end
$$;

-- As before (0016), but a count from before the arrival that is heard late is none since; and
-- whoever waited (0020) and was told that the room is theirs keeps it.
create or replace function take_back_arrival(change_key uuid, session_token text, in_hold uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  hold holds;
  is_counted_since boolean;
begin
  select * into change from begin_staff_change(change_key, session_token, 'take_back_arrival', in_hold, null);
  if change.answer is not null then
    return change.answer;
  end if;
  hold := change.hold;
  if hold.state <> 'arrived' or hold.closed_at < clock_timestamp() - interval '12 hours' then
    return keep_answer(change_key, hold_answer('closed', hold));
  end if;
  -- Time is nobody who counts, and a count from before that was heard late changed nothing.
  select coalesce(bool_or(reports.hold_id is null and who <> 'time' and said_at >= own.at), true)
    into is_counted_since
    from reports
      cross join (
        select report_id as id, said_at as at
          from reports
          where hold_id = in_hold
          order by report_id desc
          limit 1
      ) as own
    where pool_id = hold.pool_id and report_id >= own.id;
  if not is_counted_since then
    perform count_for_hold(hold, -hold.units, change.person);
  end if;

  hold.confirmed := coalesce(hold.confirmed_before_arrival, hold.confirmed);
  if exists (select from alert_offers where alert_offers.hold_id = in_hold and ended_as = 'taken') then
    hold.confirmed := true;
    hold.until := greatest(hold.until, hold_until(hold.taken_at, hold.arrives_at));
  end if;
  hold.state := case
    when hold.before_arrival = 'no-show' then 'no-show'
    when hold.until > clock_timestamp()
      and has_room(hold.pool_id, hold.units)
      and standing_hold(
        hold.device_hash, case when hold.contact_confirmed then hold.contact end, hold.hold_id
      ) is null
      then 'held'
    else 'expired'
  end;
  return keep_answer(change_key,
    keep_hold(change_key, hold, 'taken-back', 'web', change.person)
      || jsonb_build_object('is_counted_since', is_counted_since));
end
$$;

-- As before (0016), but whoever waits for room (0020) is reached through us alone until somebody has said yes.
create or replace function holds_inbox(session_token text, at_place bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := person_of(session_token);
begin
  if person is null then
    return '{"kind": "signed-out"}';
  end if;
  if not may_act(person, at_place, 'staff') then
    return '{"kind": "unknown-place"}';
  end if;
  return jsonb_build_object('kind', 'holds', 'holds', coalesce((
    select jsonb_agg(
        hold_told(hold) || jsonb_build_object(
          'contact', case
            when hold.confirmed or not exists (
              select from alert_offers where alert_offers.hold_id = hold.hold_id
            )
              then hold.contact
          end,
          'counted_at', (select max(said_at) from reports where reports.hold_id = hold.hold_id)
        )
        order by hold.arrives_at nulls last, hold.taken_at
      )
      from holds as hold join pools using (pool_id)
      where place_id = at_place
        and (
          hold.state = 'held' and hold.until > clock_timestamp()
          or coalesce(hold.closed_at, hold.until) > clock_timestamp() - interval '12 hours'
        )
  ), '[]'::jsonb));
end
$$;

-- As before (0016), but a request whose bed staff have filled meanwhile waits for their word: an address is no bed.
create or replace function confirm_contact(change_key uuid, by_device bytea, to_contact text, with_code_hash bytea, from_address bytea)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
  mailbox text := lower(to_contact);
  code contact_codes;
  own uuid;
  hold holds;
  is_over boolean;
begin
  if by_device is null or mailbox is null or with_code_hash is null or from_address is null then
    return '{"kind": "out-of-range"}';
  end if;
  answer := begin_change(
    change_key, 'device ' || encode(by_device, 'hex'), 'confirm_contact',
    jsonb_build_array(mailbox, encode(with_code_hash, 'hex'))
  );
  if answer is not null then
    return answer;
  end if;
  -- In the order in which a hold takes them.
  perform lock_seeker(by_device, mailbox);
  if contact_is_over_limit(from_address) then
    return keep_answer(change_key, '{"kind": "too-many"}');
  end if;
  select * into code
    from contact_codes
    where device_hash = by_device
      and contact = mailbox
      and used_at is null
      and until > clock_timestamp()
      and tries < 5
    order by sent_at desc
    limit 1;
  if not found then
    return keep_answer(change_key, '{"kind": "wrong-code"}');
  elsif code.code_hash <> with_code_hash then
    update contact_codes set tries = tries + 1 where code_id = code.code_id;
    return keep_answer(change_key, '{"kind": "wrong-code"}');
  end if;
  update contact_codes set used_at = clock_timestamp() where code_id = code.code_id;

  own := standing_hold(by_device, null, '00000000-0000-0000-0000-000000000000');
  if own is not null then
    hold := lock_hold(own);
  end if;
  if hold.state is distinct from 'held' then
    return keep_answer(change_key, '{"kind": "confirmed", "hold_id": null}');
  elsif standing_hold(null, mailbox, own) is not null then
    return keep_answer(change_key, '{"kind": "has-hold", "hold_id": null}');
  end if;
  update holds set contact = mailbox, contact_confirmed = true where hold_id = own;
  select occupied + held + out_of_service > capacity into is_over from pools where pool_id = hold.pool_id;
  if not hold.confirmed and not is_over then
    hold.confirmed := true;
    hold.until := greatest(hold.until, hold_until(hold.taken_at, hold.arrives_at));
  end if;
  return keep_hold(change_key, hold, 'confirmed', 'web', null);
end
$$;

-- The budget of guesses at words, whatever they open: thirty wrong ones an hour of a network, ten thousand of all. Holds the
-- network's lock until its guess is counted: many at once would all see a budget with one left.
create function guesses_are_spent(from_address bytea) returns boolean
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('guess ' || encode(from_address, 'hex'), 13));
  delete from code_guesses
    where ctid in (
      select ctid from code_guesses where at < clock_timestamp() - interval '1 hour' limit 100 for update skip locked
    );
  return (
    select count(*) >= 30 from code_guesses
      where missed and address_hash = from_address and at > clock_timestamp() - interval '1 hour'
  ) or (
    select count(*) >= 10000 from code_guesses where missed and at > clock_timestamp() - interval '1 hour'
  );
end
$$;

-- As before (0013), with the budget by its name.
create or replace function find_hold(with_code_hash bytea, from_address bytea) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  found_hold holds;
  told_hold holds;
  told jsonb;
begin
  if guesses_are_spent(from_address) then
    return '{"kind": "too-many", "hold": null}';
  end if;
  select * into found_hold from holds where code_hash = with_code_hash;
  insert into code_guesses (address_hash, missed) values (from_address, found_hold.hold_id is null);
  select * into told_hold from holds where hold_id = found_hold.hold_id;
  -- A miss is answered after the work of a hit: some other hold is told to nobody.
  if found_hold.hold_id is null then
    select * into told_hold from holds order by hold_id limit 1;
  end if;
  told := hold_told(told_hold);
  return jsonb_build_object(
    'kind', case when found_hold.hold_id is null then 'unknown-code' else 'found' end,
    'hold', case when found_hold.hold_id is not null then told end
  );
end
$$;

-- As before (0020), with the same budget.
create or replace function find_alert(with_code_hash bytea, from_address bytea) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  found_alert alerts;
  told_alert alerts;
  told jsonb;
begin
  if guesses_are_spent(from_address) then
    return '{"kind": "too-many", "alert": null}';
  end if;
  select * into found_alert from alerts where code_hash = with_code_hash;
  insert into code_guesses (address_hash, missed) values (from_address, found_alert.alert_id is null);
  select * into told_alert from alerts where alert_id = found_alert.alert_id;
  if found_alert.alert_id is null then
    select * into told_alert from alerts order by alert_id limit 1;
  end if;
  told := alert_told(told_alert);
  return jsonb_build_object(
    'kind', case when found_alert.alert_id is null then 'unknown-code' else 'found' end,
    'alert', case when found_alert.alert_id is not null then told end
  );
end
$$;

-- The hold of whoever said its words before: no guess, and in no budget of guesses.
create function hold_of(by_holder bytea, in_hold uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  hold holds;
begin
  select * into hold from holds where hold_id = in_hold and code_hash = by_holder;
  return case when found then hold_told(hold) end;
end
$$;

-- As before (0012), one at a time about an account, be there one or not: many at once would all see an hour with one left.
create or replace function ask_sign_in(to_email text, with_code_hash bytea, from_address bytea, about_account bytea)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  asked people;
begin
  delete from sign_in_attempts where at < clock_timestamp() - interval '1 hour';
  perform pg_advisory_xact_lock(hashtextextended('sign-in ' || encode(about_account, 'hex'), 12));
  insert into sign_in_attempts (address_hash, account_hash) values (from_address, about_account);
  if is_over_limit(from_address, about_account) then
    return '{"kind": "too-many"}';
  end if;
  -- The row's lock puts those who ask at once for one account in one order.
  select * into asked from people where email = lower(to_email) and disabled_at is null for no key update;
  if not found then
    return '{"kind": "asked", "person": null}';
  end if;
  -- Only the newest code counts.
  update sign_in_codes set until = clock_timestamp()
    where person_id = asked.person_id and used_at is null and until > clock_timestamp();
  insert into sign_in_codes (person_id, code_hash) values (asked.person_id, with_code_hash);
  return jsonb_build_object(
    'kind', 'asked',
    'person', jsonb_build_object('email', asked.email, 'name', asked.name, 'language', asked.language)
  );
end
$$;

-- As before (0018); the tablet's lock is first, as where it is ended.
create or replace function begin_session_on(tablet bigint, of_person bigint, with_pin boolean, new_token_sha256 bytea) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  perform from tablets where tablets.tablet_id = tablet for no key update;
  update sessions set ended_at = clock_timestamp() where sessions.tablet_id = tablet and ended_at is null;
  -- A shift, however busy the tablet is.
  insert into sessions (person_id, token_sha256, tablet_id, by_pin, until)
    values (of_person, new_token_sha256, tablet, with_pin, clock_timestamp() + interval '12 hours');
  update tablets set last_used_at = clock_timestamp() where tablets.tablet_id = tablet;
end
$$;

-- As before (0018), but for a shift, as every session on a tablet.
create or replace function enroll_tablet(
  change_key uuid,
  session_token text,
  in_organization bigint,
  tablet_name text,
  new_token_sha256 bytea
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  manager record;
  answer jsonb;
  made bigint;
begin
  select * into manager from begin_managing(session_token, in_organization);
  if manager.refusal is not null then
    return manager.refusal;
  end if;
  answer := begin_change(
    change_key, 'person ' || manager.person, 'enroll_tablet',
    jsonb_build_array(in_organization, tablet_name, encode(new_token_sha256, 'hex'))
  );
  if answer is not null then
    return answer;
  end if;
  perform from organizations where organization_id = in_organization;
  if not found then
    return keep_answer(change_key, '{"kind": "unknown-organization"}');
  elsif (select tablet_id is not null from sessions where session_id = acting_session()) then
    return keep_answer(change_key, '{"kind": "is-tablet"}');
  end if;
  insert into tablets (organization_id, name, token_sha256, enrolled_by)
    values (in_organization, tablet_name, new_token_sha256, manager.person)
    on conflict (organization_id, lower(name)) where ended_at is null do nothing
    returning tablet_id into made;
  if made is null then
    return keep_answer(change_key, '{"kind": "name-taken"}');
  end if;
  update sessions
    set tablet_id = made, used_at = clock_timestamp(), until = least(until, clock_timestamp() + interval '12 hours')
    where session_id = acting_session();
  return keep_answer(change_key, '{"kind": "enrolled"}');
end
$$;

-- As before (0018), with the locks in the order of whose access ends.
create or replace function end_tablet(change_key uuid, session_token text, the_tablet bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  tablet tablets;
  manager record;
  answer jsonb;
begin
  select * into tablet from tablets where tablet_id = the_tablet for no key update;
  select * into manager from begin_managing(session_token, tablet.organization_id);
  if manager.refusal is not null then
    return manager.refusal;
  elsif tablet.tablet_id is null then
    return '{"kind": "unknown-tablet"}';
  end if;
  answer := begin_change(
    change_key, 'person ' || manager.person, 'end_tablet', jsonb_build_array(the_tablet)
  );
  if answer is not null then
    return answer;
  end if;
  update tablets set ended_at = clock_timestamp(), ended_by = manager.person
    where tablet_id = the_tablet and ended_at is null;
  delete from tablet_pins where tablet_id = the_tablet;
  update sessions set ended_at = clock_timestamp() where tablet_id = the_tablet and ended_at is null;
  delete from pin_tries where tablet_id = the_tablet;
  return keep_answer(change_key, '{"kind": "ended"}');
end
$$;

-- The mails a manager has caused within a day: who is let in and sent away again was mailed all the same.
create table invitations (
  invited_by bigint not null references people (person_id),
  at timestamptz not null default clock_timestamp()
);

create index invitations_of_manager on invitations (invited_by, at);

insert into invitations (invited_by, at)
  select invited_by, since from memberships
    where invited_by is not null and since > clock_timestamp() - interval '1 day';

-- As before (0018), but by the mails, and `is_new`: a mail goes to them.
create or replace function invite_person(
  change_key uuid,
  session_token text,
  in_organization bigint,
  to_email text,
  with_name text,
  as_role text
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  manager record;
  invited people;
  answer jsonb;
begin
  select * into manager from begin_managing(session_token, in_organization);
  if manager.refusal is not null then
    return manager.refusal;
  end if;
  answer := begin_change(
    change_key, 'person ' || manager.person, 'invite_person',
    jsonb_build_array(in_organization, lower(to_email), with_name, as_role)
  );
  if answer is not null then
    return answer;
  end if;
  -- A mail goes to each: enough for a new team, too few to trouble a town. One at a time, or many at once would all see a day
  -- with one left.
  perform pg_advisory_xact_lock(hashtextextended('invites ' || manager.person, 18));
  delete from invitations where invited_by = manager.person and at < clock_timestamp() - interval '1 day';
  if (select count(*) >= 30 from invitations where invited_by = manager.person) then
    return keep_answer(change_key, '{"kind": "too-many"}');
  end if;
  insert into people (name, email) values (with_name, lower(to_email)) on conflict (email) do nothing;
  select * into invited from people where email = lower(to_email) for no key update;
  if invited.disabled_at is not null then
    return keep_answer(change_key, '{"kind": "shut-out"}');
  elsif invited.person_id = manager.person then
    return keep_answer(change_key, '{"kind": "yourself"}');
  end if;
  insert into memberships (organization_id, person_id, role, invited_by)
    values (in_organization, invited.person_id, as_role, manager.person)
    on conflict (organization_id, person_id) do update
      set role = excluded.role, invited_by = excluded.invited_by, since = clock_timestamp();
  insert into invitations (invited_by) values (manager.person);
  -- Not kept: who sends the form again causes no second mail.
  return '{"is_new": true}' || keep_answer(change_key, jsonb_build_object(
    'kind', 'invited',
    'email', invited.email,
    'name', invited.name,
    'language', invited.language
  ));
end
$$;

-- As before (0019), in the order in which they stated it: a program at two sites has one set of words.
create or replace function keep_edits(in_region bigint, drafts jsonb) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select write_place_part(place_id, part, after, (at at time zone time_zone)::date)
    from (
      select distinct on (place_id, part) place_id, part, after, at, time_zone, edit_id
        from place_edits
          join places using (place_id)
          join regions using (region_id)
        where region_id = in_region
          and retired_at is null
          and source_key in (select it ->> 'key' from jsonb_array_elements(drafts) as draft (it))
        order by place_id, part, edit_id desc
    ) as newest
    order by edit_id
$$;

-- The units of a place that managers stated are not a file's to begin and end: it would take the count and the holds along.
create function with_own_units(in_region bigint, drafts jsonb) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select coalesce(
      jsonb_agg(it || case when after is null then '{}' else jsonb_build_object('pools', after -> 'pools') end order by nth), '[]'
    )
    from jsonb_array_elements(drafts) with ordinality as draft (it, nth)
      left join lateral (
        select after
          from place_edits join places using (place_id)
          where region_id = in_region and source_key = it ->> 'key' and part = 'units'
          order by edit_id desc
          limit 1
      ) as newest on true
$$;

-- As before (0019), but for the units that managers stated.
alter function apply_places(bigint, text, jsonb, jsonb, text[]) rename to apply_file;

create function apply_places(in_region bigint, from_source text, drafts jsonb, cards jsonb, secret text[]) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  -- The region's lock, or a manager could state other units in between.
  perform from regions where region_id = in_region for no key update;
  return apply_file(in_region, from_source, with_own_units(in_region, drafts), cards, secret);
end
$$;

-- As before (0020), but whatever has become of an offer meanwhile: who said stop comes no more, and is forgotten at once.
create or replace function stop_alert(change_key uuid, by_holder bytea, in_alert uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  alert alerts;
  hold holds;
begin
  select * into change from begin_alert_change(change_key, by_holder, 'stop_alert', in_alert, null);
  if change.answer is not null then
    return change.answer;
  end if;
  alert := change.alert;
  if alert.state = 'ended' then
    return keep_answer(change_key, '{"kind": "closed"}');
  end if;
  if alert.state = 'offered' then
    hold := lock_hold(alert.hold_id);
    perform withdraw_hold(alert.hold_id, 'seeker');
    perform end_offer(alert.hold_id, case hold.state when 'arrived' then 'taken' else 'passed' end);
    update holds set contact = null, contact_confirmed = false where hold_id = alert.hold_id;
  end if;
  perform end_alert(in_alert, 'stopped');
  update alerts set party = null, contact = null where alert_id = in_alert;
  return keep_answer(change_key, '{"kind": "stopped"}');
end
$$;

-- Whether or not anybody watches, three days after a wait was over no row says who waited. How many it was.
create function forget_alerts(most integer) returns integer
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  delete from alert_attempts where at < clock_timestamp() - interval '24 hours';
  delete from notices where coalesce(ended_at, until) < clock_timestamp() - interval '72 hours';
  with forgotten as (
    update alerts
      set party = null, contact = null, code_hash = null, forgotten_at = clock_timestamp(),
          state = 'ended',
          hold_id = null,
          ended_as = coalesce(ended_as, case state when 'unconfirmed' then 'unconfirmed' else 'over' end),
          ended_at = coalesce(ended_at, clock_timestamp())
      where alert_id in (
        select alert_id
          from alerts
          where forgotten_at is null and coalesce(ended_at, until) < clock_timestamp() - interval '72 hours'
          limit most
          for update skip locked
      )
      returning 1
  )
  select count(*)::integer from forgotten
$$;
