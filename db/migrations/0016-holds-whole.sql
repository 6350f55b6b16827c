-- Holds, made whole: a share of requests for each network, counts that must be called about, contacts shown to be theirs by a
-- code, an arrival that can be taken back, and forgetting that runs by itself.

alter domain hold_event drop constraint hold_event_known;
alter domain hold_event add constraint hold_event_known check (
  value in (
    'taken', 'accepted', 'confirmed', 'extended', 'arrived', 'taken-back', 'cancelled', 'expired', 'declined', 'no-show'
  )
);

alter table holds
  -- As it was until they arrived, should that have been a slip.
  add column before_arrival hold_state,
  add column confirmed_before_arrival boolean,
  -- A key nobody planned could say from where.
  add constraint holds_journey_has_facts_only check (
    journey - array['by', 'lines', 'leavesAt', 'outsideMinutes'] = '{}'
  );

-- Of the hold whose arrival, or its taking back, made the count; null: somebody counted.
alter table reports add column hold_id uuid references holds;
create index reports_of_hold on reports (hold_id, report_id) where hold_id is not null;

-- Where a request came from, as a network address's keyed hash of the day, for an hour.
create table hold_requests (
  hold_id uuid primary key references holds,
  address_hash sha256_hash not null,
  at timestamptz not null default clock_timestamp()
);

create index hold_requests_of_address on hold_requests (address_hash, at);
create index hold_requests_oldest on hold_requests (at);

-- A code sent to a seeker's mail address: good once, for ten minutes, for five guesses, and on the device that asked for it.
-- Once used, the address counts as theirs on that device for an hour. Gone after two hours, with the address.
create table contact_codes (
  code_id bigint generated always as identity primary key,
  device_hash sha256_hash not null,
  contact email not null,
  code_hash sha256_hash not null,
  tries smallint not null default 0,
  sent_at timestamptz not null default clock_timestamp(),
  until timestamptz not null default clock_timestamp() + interval '10 minutes',
  used_at timestamptz
);

create index contact_codes_of_device on contact_codes (device_hash, sent_at desc);
create index contact_codes_of_contact on contact_codes (contact, sent_at);
create index contact_codes_oldest on contact_codes (sent_at);

-- How often a network asked for such codes and guessed at them, for an hour; apart from those of staff.
create table contact_attempts (
  address_hash sha256_hash not null,
  at timestamptz not null default clock_timestamp()
);

create index contact_attempts_of_address on contact_attempts (address_hash, at);
create index contact_attempts_oldest on contact_attempts (at);

-- How many units of a pool may stand unconfirmed.
create function unconfirmed_share(of_pool pools) returns integer
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select greatest(1, (of_pool.capacity - of_pool.out_of_service - of_pool.occupied) * 30 / 100)
$$;

-- Whether a network asks for more than its share with one more request. What staff or a code confirmed does not count, so that
-- the lobby of a shelter or a library, whose families get their yes, is not shut out. Of the rest:
-- 1. ten requests may stand at once, which is more phones than wait for an answer in one room;
-- 2. thirty may be made in an hour, as many as wrong guesses: some eight units taken at any time, of a whole server;
-- 3. at one pool, half of an hour's share: whoever asks again and again under new names leaves it to others for at least
--    half of every hour, while as many families as fit into the whole share can still ask together, twice.
create function asks_too_much(from_address bytea, at_pool pools, for_units integer) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select
    count(*) filter (where state = 'held' and until > clock_timestamp()) >= 10
    or count(*) >= 30
    or coalesce(
      sum(units * extract(epoch from least(closed_at, until) - taken_at)) filter (where pool_id = at_pool.pool_id), 0
    ) + for_units * 900 > unconfirmed_share(at_pool) * 1800
  from hold_requests join holds using (hold_id)
  where address_hash = from_address and at > clock_timestamp() - interval '1 hour' and not confirmed
$$;

-- Whether the count of a pool is no promise any more: nobody made one, it was made four hours ago, or the door doubts it.
create function must_call_first(in_pool bigint) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select coalesce(doubted or reported_at <= clock_timestamp() - interval '4 hours', true)
    from current_pools
    where pool_id = in_pool
$$;

drop function place_hold(uuid, holds, text, bigint);

-- As before (0013); a seeker's comes from an address, staff's from nowhere: they know their house, whatever was said of it. What
-- is offered to a seeker comes from nowhere either (0020).
create function place_hold(change_key uuid, draft holds, by_way text, by_person bigint, from_address bytea)
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
  perform from pools where pool_id = draft.pool_id and retired_at is null for no key update;
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
  if pool.occupied + pool.held + pool.out_of_service + draft.units > pool.capacity then
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

drop function take_hold(
  uuid, bytea, uuid, bytea, bigint, integer, jsonb, timestamptz, jsonb, text, boolean, text
);

-- A seeker's hold: confirmed where a code showed this device that the contact is theirs, else a request that stands 15 min.
create function take_hold(
  change_key uuid,
  by_device bytea,
  from_address bytea,
  new_hold uuid,
  new_code_hash bytea,
  in_pool bigint,
  for_units integer,
  for_party jsonb,
  arriving timestamptz default null,
  by_journey jsonb default null,
  with_contact text default null,
  by_way text default 'web'
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
  draft holds;
begin
  if by_device is null
    or from_address is null
    or by_way is null or by_way not in ('web', 'sms')
    or not coalesce(needs_so_many(for_units, for_party), false)
  then
    return '{"kind": "out-of-range"}';
  end if;

  -- What the person asked for. The hold's id, its code and the journey are worked out anew when a form comes again, and the
  -- network of a phone changes on its way.
  answer := begin_change(
    change_key, 'device ' || encode(by_device, 'hex'), 'take_hold',
    jsonb_build_array(by_way, in_pool, for_units, for_party, with_contact)
  );
  if answer is not null then
    return answer;
  end if;
  -- A member's room or a funded stay is a coordinator's to give.
  if not exists (
    select from pools join places using (place_id)
      where pool_id = in_pool and places.retired_at is null and kind not in ('room', 'funded-stay')
  ) then
    return keep_answer(change_key, '{"kind": "unknown-pool"}');
  end if;

  draft.hold_id := new_hold;
  draft.pool_id := in_pool;
  draft.units := for_units;
  draft.confirmed := exists (
    select from contact_codes
      where device_hash = by_device
        and contact = lower(with_contact)
        and used_at > clock_timestamp() - interval '1 hour'
  );
  draft.arrives_at := arriving;
  draft.party := for_party;
  draft.journey := by_journey;
  draft.device_hash := by_device;
  draft.code_hash := new_code_hash;
  draft.contact := case when draft.confirmed then lower(with_contact) else with_contact end;
  draft.contact_confirmed := draft.confirmed;
  return place_hold(change_key, draft, by_way, null, from_address);
end
$$;

-- As before (0013).
create or replace function hold_by_phone(
  change_key uuid,
  session_token text,
  new_hold uuid,
  new_code_hash bytea,
  in_pool bigint,
  for_units integer,
  for_party jsonb,
  arriving timestamptz default null,
  with_contact text default null
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
  draft holds;
  person bigint := person_of(session_token);
begin
  if person is null then
    return '{"kind": "signed-out"}';
  end if;
  if not exists (select from pools where pool_id = in_pool and may_act(person, place_id, 'staff')) then
    return '{"kind": "unknown-pool"}';
  end if;
  if not coalesce(needs_so_many(for_units, for_party), false) then
    return '{"kind": "out-of-range"}';
  end if;
  answer := begin_change(
    change_key, 'person ' || person, 'hold_by_phone',
    jsonb_build_array(in_pool, for_units, for_party, arriving, with_contact)
  );
  if answer is not null then
    return answer;
  end if;

  draft.hold_id := new_hold;
  draft.pool_id := in_pool;
  draft.units := for_units;
  draft.confirmed := true;
  draft.arrives_at := arriving;
  draft.party := for_party;
  draft.code_hash := new_code_hash;
  draft.contact := with_contact;
  draft.contact_confirmed := false;
  return place_hold(change_key, draft, 'phone', person, null);
end
$$;

-- 30 min more, however long it has been; never more than 180 min from now. `is_most`: not all of the 30 could be given.
create or replace function extend_hold_by_staff(change_key uuid, session_token text, in_hold uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  hold holds;
  most timestamptz;
  wished timestamptz;
  given jsonb;
begin
  select * into change
    from begin_staff_change(change_key, session_token, 'extend_hold_by_staff', in_hold, null);
  if change.answer is not null then
    return change.answer;
  end if;
  hold := change.hold;
  if hold.state not in ('held', 'expired') or hold.forgotten_at is not null then
    return keep_answer(change_key, hold_answer('closed', hold));
  end if;
  most := clock_timestamp() + interval '180 minutes';
  wished := greatest(hold.until, clock_timestamp()) + interval '30 minutes';
  -- Seconds are no time that anybody was given.
  if most < hold.until + interval '1 minute' then
    return keep_answer(change_key, hold_answer('no-more-time', hold));
  end if;
  -- Whoever gives it more time has accepted it.
  hold.confirmed := true;
  given := give_time(change_key, hold, least(wished, most), 'web', change.person);
  return case
    when given ->> 'kind' = 'extended'
      then keep_answer(change_key, given || jsonb_build_object('is_most', wished > most))
    else given
  end;
end
$$;

-- They are in: held becomes occupied, which is a report as well. Truth comes first: who comes after their time is in too.
create or replace function arrive(change_key uuid, session_token text, in_hold uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  hold holds;
  pool pools;
begin
  select * into change from begin_staff_change(change_key, session_token, 'arrive', in_hold, null);
  if change.answer is not null then
    return change.answer;
  end if;
  hold := change.hold;
  if hold.state not in ('held', 'expired', 'no-show') or hold.forgotten_at is not null then
    return keep_answer(change_key, hold_answer('closed', hold));
  end if;
  update holds
    set before_arrival = hold.state, confirmed_before_arrival = hold.confirmed
    where hold_id = in_hold;
  hold.state := 'arrived';
  hold.confirmed := true;
  perform keep_hold(change_key, hold, 'arrived', 'web', change.person);

  pool := count_for_hold(hold, hold.units, change.person);
  select * into hold from holds where hold_id = in_hold;
  return keep_answer(change_key, hold_answer('arrived', hold) || jsonb_build_object(
    'over', pool.occupied + pool.held + pool.out_of_service > pool.capacity
  ));
end
$$;

-- Moves a pool's count by what came of a hold, and says so in a report. The pool must be locked.
create function count_for_hold(of_hold holds, more_units integer, by_person bigint) returns pools
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  pool pools;
  said timestamptz := clock_timestamp();
begin
  update pools set occupied = greatest(0, occupied + more_units) where pool_id = of_hold.pool_id returning * into pool;
  insert into reports
      (pool_id, capacity, occupied, out_of_service, way, who, said_at, received_at, hold_id)
    values (
      pool.pool_id, pool.capacity, pool.occupied, pool.out_of_service,
      'web', 'person ' || by_person, said, said, of_hold.hold_id
    );
  return pool;
end
$$;

-- They are not in after all: the hold is as it was, with its old time, where that still runs and the room is still there, else
-- it is over. The count goes back with it, unless somebody has counted since: then what they said stands.
create function take_back_arrival(change_key uuid, session_token text, in_hold uuid) returns jsonb
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
  -- Time is nobody who counts.
  select coalesce(bool_or(hold_id is null and who <> 'time'), true) into is_counted_since
    from reports
    where pool_id = hold.pool_id
      and report_id >= (select max(report_id) from reports where hold_id = in_hold);
  if not is_counted_since then
    perform count_for_hold(hold, -hold.units, change.person);
  end if;

  hold.confirmed := coalesce(hold.confirmed_before_arrival, hold.confirmed);
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

-- As before (0013); `counted_at` is when its arrival, or the taking back of one, last made a count.
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
          'contact', hold.contact,
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

-- Thirty times an hour a network may ask for codes and guess at them, as with those of staff. One at a time.
create function contact_is_over_limit(from_address bytea) returns boolean
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('contact ' || encode(from_address, 'hex'), 16));
  insert into contact_attempts (address_hash) values (from_address);
  return (
    select count(*) > 30 from contact_attempts
      where address_hash = from_address and at > clock_timestamp() - interval '1 hour'
  );
end
$$;

-- Keeps the hash of a code for this device and mail address; `is_new`: it is to be sent. A second tap within the minute is
-- answered with the first one's code. Five an hour go to one address, whoever asks: it may be a stranger's.
create function ask_contact_code(by_device bytea, to_contact text, with_code_hash bytea, from_address bytea)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  mailbox email;
begin
  begin
    mailbox := lower(to_contact);
  exception when check_violation then
    return '{"kind": "out-of-range"}';
  end;
  if by_device is null or mailbox is null or with_code_hash is null or from_address is null then
    return '{"kind": "out-of-range"}';
  end if;
  perform lock_seeker(by_device, mailbox);
  if exists (
    select from contact_codes
      where device_hash = by_device and contact = mailbox
        and used_at is null and tries < 5 and sent_at > clock_timestamp() - interval '1 minute'
  ) then
    return '{"kind": "asked", "is_new": false}';
  end if;
  if contact_is_over_limit(from_address) or (
    select count(*) >= 5 from contact_codes
      where contact = mailbox and sent_at > clock_timestamp() - interval '1 hour'
  ) then
    return '{"kind": "too-many"}';
  end if;
  -- Only the newest code counts.
  update contact_codes set until = clock_timestamp()
    where device_hash = by_device and used_at is null and until > clock_timestamp();
  insert into contact_codes (device_hash, contact, code_hash) values (by_device, mailbox, with_code_hash);
  return '{"kind": "asked", "is_new": true}';
end
$$;

-- The address a device asked a code for, or showed to be theirs in the last hour.
create function contact_of_device(device bytea) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object('contact', contact, 'confirmed', used_at is not null)
    from contact_codes
    where device_hash = device
      and case
        when used_at is null then sent_at > clock_timestamp() - interval '15 minutes'
        else used_at > clock_timestamp() - interval '1 hour'
      end
    order by sent_at desc, code_id desc
    limit 1
$$;

-- The code of the mail was typed: the address is theirs, and a request of this device stands as long as any hold.
create function confirm_contact(change_key uuid, by_device bytea, to_contact text, with_code_hash bytea, from_address bytea)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
  mailbox text := lower(to_contact);
  code contact_codes;
  own uuid;
  hold holds;
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
  if not hold.confirmed then
    hold.confirmed := true;
    hold.until := greatest(hold.until, hold_until(hold.taken_at, hold.arrives_at));
  end if;
  return keep_hold(change_key, hold, 'confirmed', 'web', null);
end
$$;

-- One look at whatever is due to be forgotten, some thousands at a time; `is_more`: there is more of it. The app asks every hour:
-- in a quiet week nobody takes a hold. Only one process at a time finds anything to do.
create function forget_what_is_over() returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  most constant integer := 2000;
  forgotten integer;
  is_more boolean;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('forgetting', 16)) then
    return '{"kind": "busy"}';
  end if;
  forgotten := forget_holds(most);
  is_more := forgotten >= most;
  with gone as (
    delete from idempotency_keys
      where idempotency_key in (
        select idempotency_key from idempotency_keys
          where kept_since < clock_timestamp() - interval '72 hours'
          limit most for update skip locked
      )
      returning 1
  )
  select count(*) >= most or is_more into is_more from gone;
  delete from code_guesses where at < clock_timestamp() - interval '1 hour';
  delete from hold_requests where at < clock_timestamp() - interval '1 hour';
  delete from contact_attempts where at < clock_timestamp() - interval '1 hour';
  delete from sign_in_attempts where at < clock_timestamp() - interval '1 hour';
  delete from contact_codes where sent_at < clock_timestamp() - interval '2 hours';
  update door_reports set voice = null where voice is not null and said_at < clock_timestamp() - interval '2 hours';
  return jsonb_build_object('kind', 'forgotten', 'holds', forgotten, 'is_more', is_more);
end
$$;

drop function forget_holds();

create function forget_holds(most integer) returns integer
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  with forgotten as (
    update holds
      set party = null, journey = null, device_hash = null, code_hash = null, contact = null,
          contact_confirmed = false, decline_reason = null, arrives_at = null, forgotten_at = clock_timestamp()
      where hold_id in (
        select hold_id
          from holds
          where coalesce(closed_at, until) < clock_timestamp() - interval '72 hours' and forgotten_at is null
          order by coalesce(closed_at, until)
          limit most
          for update skip locked
      )
      returning 1
  )
  select count(*)::integer from forgotten
$$;
