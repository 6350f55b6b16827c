-- Holds: a promise of units of a pool for a party until a time. No name, no account; the pool's `held` is kept by a trigger.

create domain hold_state as text
  constraint hold_state_known check (
    value in ('held', 'arrived', 'cancelled', 'expired', 'declined', 'no-show')
  );

create domain hold_event as text
  constraint hold_event_known check (
    value in ('taken', 'accepted', 'extended', 'arrived', 'cancelled', 'expired', 'declined', 'no-show')
  );

-- Ages and needs, nothing else: a key nobody planned could be a name.
create domain party as jsonb
  constraint party_has_ages_and_needs_only check (
    value is null
    or jsonb_typeof(value) = 'object'
    and value ?& array['adults', 'childAges', 'pets', 'wheelchair', 'together']
    and value - array['adults', 'childAges', 'pets', 'wheelchair', 'together'] = '{}'
    and coalesce(jsonb_path_match(value, 'strict
      $.adults.type() == "number" && $.adults >= 0 && $.adults <= 50 && $.adults.floor() == $.adults
      && $.childAges.type() == "array" && $.childAges.size() <= 50
      && !(exists ($.childAges[*] ? (@.type() != "number")))
      && !(exists ($.childAges[*] ? (@ < 0 || @ > 17 || @.floor() != @)))
      && $.adults + $.childAges.size() >= 1
      && $.wheelchair.type() == "boolean" && $.together.type() == "boolean"'), false)
    and value -> 'pets' <@ '["service-animal", "cat", "small-dog", "large-dog"]'
    and jsonb_typeof(value -> 'pets') = 'array'
  );

create table holds (
  hold_id uuid primary key,
  pool_id bigint not null references pools,
  units smallint not null check (units between 1 and 100),
  state hold_state not null default 'held',
  -- False: a request, until staff accept it.
  confirmed boolean not null,
  until timestamptz not null,
  taken_at timestamptz not null,
  -- null: nobody knows.
  arrives_at timestamptz,
  party party,
  -- How they come, in a few facts; never from where.
  journey jsonb check (jsonb_typeof(journey) = 'object' and octet_length(journey::text) <= 2000),
  -- null: by phone.
  device_hash sha256_hash,
  code_hash sha256_hash unique,
  contact short_text,
  contact_confirmed boolean not null default false,
  decline_reason short_text,
  version bigint not null default 1,
  closed_at timestamptz,
  -- From then on the row cannot say who it was.
  forgotten_at timestamptz,
  constraint holds_closed_or_held check ((closed_at is null) = (state = 'held')),
  constraint holds_confirmed_contact_is_one check (contact is not null or not contact_confirmed),
  constraint holds_declined_with_a_reason check (
    (state = 'declined') = (decline_reason is not null) or forgotten_at is not null
  ),
  constraint holds_forgotten_wholly check (
    forgotten_at is null
    or num_nonnulls(party, journey, device_hash, code_hash, contact, decline_reason) = 0
  )
);

create index holds_standing on holds (pool_id, until) where state = 'held';
create index holds_of_pool on holds (pool_id, taken_at);
create index holds_of_device on holds (device_hash, taken_at);
create index holds_of_contact on holds (contact) where state = 'held' and contact_confirmed;
create index holds_to_forget on holds (coalesce(closed_at, until)) where forgotten_at is null;

create trigger holds_never_deleted
  before delete on holds
  for each row execute function refuse_rewriting();

create trigger holds_never_emptied
  before truncate on holds
  for each statement execute function refuse_rewriting();

create table hold_events (
  event_id bigint generated always as identity primary key,
  hold_id uuid not null references holds,
  what hold_event not null,
  at timestamptz not null default clock_timestamp(),
  -- 'seeker', 'person 12' or 'time'; a seeker is nobody in particular.
  who short_text not null,
  person_id bigint references people,
  -- null: by time.
  way report_way
);

create index hold_events_of_hold on hold_events (hold_id, event_id);

create trigger hold_events_append_only
  before update or delete on hold_events
  for each row execute function refuse_rewriting();

create trigger hold_events_never_emptied
  before truncate on hold_events
  for each statement execute function refuse_rewriting();

-- How often a code was guessed wrongly: by a network address's keyed hash of the day, for an hour.
create table code_guesses (
  address_hash sha256_hash not null,
  missed boolean not null,
  at timestamptz not null default clock_timestamp()
);

create index code_guesses_missed on code_guesses (at) where missed;
create index code_guesses_of_address on code_guesses (address_hash, at) where missed;
create index code_guesses_oldest on code_guesses (at);

-- Whoever writes a hold: the pool's `held` is the units of its holds that are held, and what raises it or gives a lapsed hold
-- time again needs the room. `pools_never_oversold` refuses the first; nothing would refuse the second.
create function count_held() returns trigger
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
    select occupied + held + out_of_service > capacity into is_over
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

create trigger holds_counted
  after insert or update of pool_id, units, state, until on holds
  for each row execute function count_held();

-- A hold counts until its time is over, swept up or not; now() is older than the wait for a lock.
create or replace view current_pools as
  select
    pools.pool_id,
    pools.place_id,
    pools.household,
    pools.unit,
    pools.people_per_unit,
    pools.capacity,
    pools.occupied,
    coalesce(live.units, 0)::count_of_units as held,
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
    left join lateral (
      select sum(units)::integer as units
        from holds
        where holds.pool_id = pools.pool_id and state = 'held' and until > clock_timestamp()
    ) as live on true
  where pools.retired_at is null;

-- arrival + 30 min, at least 60 and at most 180 from taking; the same as holdUntil in app/domain/hold.ts.
create function hold_until(taken timestamptz, arriving timestamptz) returns timestamptz
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select least(
    greatest(arriving + interval '30 minutes', taken + interval '60 minutes'),
    taken + interval '180 minutes'
  )
$$;

-- One device, and one confirmed contact, at a time. Always before a pool's lock, never after it.
create function lock_seeker(device bytea, confirmed_contact text) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if device is not null then
    perform pg_advisory_xact_lock(hashtextextended('device ' || encode(device, 'hex'), 13));
  end if;
  if confirmed_contact is not null then
    perform pg_advisory_xact_lock(hashtextextended('contact ' || confirmed_contact, 13));
  end if;
end
$$;

-- Another hold of theirs that still stands.
create function standing_hold(device bytea, confirmed_contact text, other_than uuid) returns uuid
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select hold_id
    from holds
    where state = 'held'
      and until > clock_timestamp()
      and hold_id <> other_than
      and (device_hash = device or contact_confirmed and contact = confirmed_contact)
    order by device_hash = device desc nulls last, taken_at desc
    limit 1
$$;

-- Under the pool's lock: nothing else may count on what has lapsed.
create function clear_lapsed(in_pool bigint) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  with lapsed as (
    update holds
      set state = 'expired', closed_at = until, version = version + 1
      where pool_id = in_pool and state = 'held' and until <= clock_timestamp()
      returning hold_id
  )
  insert into hold_events (hold_id, what, who)
    select hold_id, 'expired', 'time' from lapsed;
end
$$;

-- No sweeper here either: every hold taken takes a few with it that were over three days ago.
create function forget_holds() returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  update holds
    set party = null, journey = null, device_hash = null, code_hash = null, contact = null,
        contact_confirmed = false, decline_reason = null, forgotten_at = clock_timestamp()
    where hold_id in (
      select hold_id
        from holds
        where coalesce(closed_at, until) < clock_timestamp() - interval '72 hours' and forgotten_at is null
        order by coalesce(closed_at, until)
        limit 20
        for update skip locked
    )
$$;

create function hold_answer(with_kind text, hold holds) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object(
    'kind', with_kind,
    'hold_id', hold.hold_id,
    'pool_id', hold.pool_id,
    'version', hold.version,
    'state', hold.state,
    'confirmed', hold.confirmed,
    'until', hold.until
  )
$$;

-- Puts a new hold into its pool, or says why not; what seekers and staff do alike.
create function place_hold(change_key uuid, draft holds, by_way text, by_person bigint) returns jsonb
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
  perform from pools where pool_id = draft.pool_id and retired_at is null for no key update;
  if not found then
    return keep_answer(change_key, '{"kind": "unknown-pool"}');
  end if;

  -- Each in a statement of its own, after the lock: in the same one they would be older than the wait for it.
  hold.taken_at := clock_timestamp();
  perform clear_lapsed(draft.pool_id);
  perform forget_holds();
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

  select * into pool from pools where pool_id = draft.pool_id;
  if pool.occupied + pool.held + pool.out_of_service + draft.units > pool.capacity then
    return keep_answer(change_key, '{"kind": "full"}');
  end if;
  if not draft.confirmed then
    select coalesce(sum(units), 0) into unconfirmed
      from holds
      where pool_id = draft.pool_id and state = 'held' and not confirmed;
    if unconfirmed + draft.units
      > greatest(1, (pool.capacity - pool.out_of_service - pool.occupied) * 30 / 100)
    then
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
  perform pg_notify('hold_changed', hold.pool_id || ':' || hold.version);
  return keep_answer(change_key, hold_answer('taken', hold));
end
$$;

-- Nobody needs more units than they are people.
create function needs_so_many(units integer, of_party party) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select units between 1 and (of_party ->> 'adults')::integer + jsonb_array_length(of_party -> 'childAges')
$$;

-- A seeker's hold: confirmed where the app has confirmed their contact, else a request that stands 15 min.
create function take_hold(
  change_key uuid,
  by_device bytea,
  new_hold uuid,
  new_code_hash bytea,
  in_pool bigint,
  for_units integer,
  for_party jsonb,
  arriving timestamptz default null,
  by_journey jsonb default null,
  with_contact text default null,
  contact_is_confirmed boolean default false,
  by_way text default 'web'
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
  draft holds;
begin
  if by_device is null or not coalesce(needs_so_many(for_units, for_party), false) then
    return '{"kind": "out-of-range"}';
  end if;

  -- What the person asked for. The hold's id, its code and the journey are worked out anew when a form comes again.
  answer := begin_change(
    change_key, 'device ' || encode(by_device, 'hex'), 'take_hold',
    jsonb_build_array(by_way, in_pool, for_units, for_party, with_contact, contact_is_confirmed)
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
  draft.confirmed := with_contact is not null and coalesce(contact_is_confirmed, false);
  draft.arrives_at := arriving;
  draft.party := for_party;
  draft.journey := by_journey;
  draft.device_hash := by_device;
  draft.code_hash := new_code_hash;
  draft.contact := with_contact;
  draft.contact_confirmed := draft.confirmed;
  return place_hold(change_key, draft, by_way, null);
end
$$;

-- For somebody on the phone with staff, who are their confirmation.
create function hold_by_phone(
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
  return place_hold(change_key, draft, 'phone', person);
end
$$;

-- The hold as it stands once its seeker and its pool are locked, and what has lapsed there is cleared; empty where it is none.
create function lock_hold(in_hold uuid) returns holds
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  hold holds;
begin
  select * into hold from holds where hold_id = in_hold;
  if found then
    perform lock_seeker(hold.device_hash, case when hold.contact_confirmed then hold.contact end);
    perform from pools where pool_id = hold.pool_id for no key update;
    perform clear_lapsed(hold.pool_id);
    select * into hold from holds where hold_id = in_hold;
  end if;
  return hold;
end
$$;

-- Writes what has become of a locked hold, and says it.
create function keep_hold(change_key uuid, changed holds, what_happened text, by_way text, by_person bigint)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  hold holds;
begin
  update holds
    set state = changed.state,
        confirmed = changed.confirmed,
        until = changed.until,
        arrives_at = changed.arrives_at,
        decline_reason = changed.decline_reason,
        closed_at = case when changed.state <> 'held' then clock_timestamp() end,
        version = version + 1
    where hold_id = changed.hold_id
    returning * into hold;
  insert into hold_events (hold_id, what, who, person_id, way)
    values (hold.hold_id, what_happened, coalesce('person ' || by_person, 'seeker'), by_person, by_way);
  perform pg_notify('hold_changed', hold.pool_id || ':' || hold.version);
  return keep_answer(change_key, hold_answer(what_happened, hold));
end
$$;

-- Whether that pool has room for a hold of this many units beside what is live.
create function has_room(in_pool bigint, for_units integer) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select occupied + held + out_of_service + for_units <= capacity from pools where pool_id = in_pool
$$;

-- More time for a hold, or time again for one that has lapsed where nobody took its room. It must be locked.
create function give_time(change_key uuid, hold holds, new_until timestamptz, by_way text, by_person bigint)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if new_until <= greatest(hold.until, clock_timestamp()) then
    return keep_answer(change_key, hold_answer('no-more-time', hold));
  end if;
  if hold.state = 'expired' then
    if standing_hold(
      hold.device_hash, case when hold.contact_confirmed then hold.contact end, hold.hold_id
    ) is not null then
      return keep_answer(change_key, '{"kind": "has-hold", "hold_id": null}');
    end if;
    if not has_room(hold.pool_id, hold.units) then
      return keep_answer(change_key, '{"kind": "full"}');
    end if;
  end if;
  hold.state := 'held';
  hold.until := new_until;
  return keep_hold(change_key, hold, 'extended', by_way, by_person);
end
$$;

-- The bus is late: the time follows the new arrival, still at most 180 min from taking. `by_holder` is the hash of the device or the code.
create function extend_hold(
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
  if not coalesce(by_holder in (hold.device_hash, hold.code_hash), false) then
    return keep_answer(change_key, '{"kind": "unknown-hold"}');
  elsif hold.state not in ('held', 'expired') then
    return keep_answer(change_key, hold_answer('closed', hold));
  elsif not hold.confirmed then
    return keep_answer(
      change_key, hold_answer(case hold.state when 'held' then 'still-a-request' else 'closed' end, hold)
    );
  elsif arriving > hold.taken_at + interval '180 minutes' then
    return keep_answer(change_key, hold_answer('arrives-too-late', hold));
  end if;
  hold.arrives_at := arriving;
  return give_time(change_key, hold, hold_until(hold.taken_at, arriving), by_way, null);
end
$$;

create function cancel_hold(change_key uuid, by_holder bytea, in_hold uuid, by_way text default 'web')
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
  hold holds;
begin
  if by_holder is null then
    return '{"kind": "out-of-range"}';
  end if;
  answer := begin_change(
    change_key, 'holder ' || encode(by_holder, 'hex'), 'cancel_hold', jsonb_build_array(by_way, in_hold)
  );
  if answer is not null then
    return answer;
  end if;
  hold := lock_hold(in_hold);
  if not coalesce(by_holder in (hold.device_hash, hold.code_hash), false) then
    return keep_answer(change_key, '{"kind": "unknown-hold"}');
  elsif hold.state <> 'held' then
    return keep_answer(change_key, hold_answer('closed', hold));
  end if;
  hold.state := 'cancelled';
  return keep_hold(change_key, hold, 'cancelled', by_way, null);
end
$$;

-- What every change by staff begins with: null and the hold locked in `hold`, or the answer to give at once.
create function begin_staff_change(
  change_key uuid,
  session_token text,
  change_name text,
  in_hold uuid,
  body jsonb,
  out answer jsonb,
  out person bigint,
  out hold holds
)
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  person := person_of(session_token);
  if person is null then
    answer := '{"kind": "signed-out"}';
    return;
  end if;
  if not exists (
    select from holds join pools using (pool_id)
      where hold_id = in_hold and may_act(begin_staff_change.person, place_id, 'staff')
  ) then
    answer := '{"kind": "unknown-hold"}';
    return;
  end if;
  answer := begin_change(change_key, 'person ' || person, change_name, jsonb_build_array(in_hold, body));
  if answer is null then
    hold := lock_hold(in_hold);
  end if;
end
$$;

-- A request becomes a hold; its time is that of a hold taken when it was.
create function accept_hold(change_key uuid, session_token text, in_hold uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  hold holds;
begin
  select * into change from begin_staff_change(change_key, session_token, 'accept_hold', in_hold, null);
  if change.answer is not null then
    return change.answer;
  end if;
  hold := change.hold;
  if hold.state <> 'held' then
    return keep_answer(change_key, hold_answer('closed', hold));
  elsif hold.confirmed then
    return keep_answer(change_key, hold_answer('accepted', hold));
  end if;
  hold.confirmed := true;
  hold.until := hold_until(hold.taken_at, hold.arrives_at);
  return keep_hold(change_key, hold, 'accepted', 'web', change.person);
end
$$;

-- 30 min more, however long it has been; never more than 180 min from now.
create function extend_hold_by_staff(change_key uuid, session_token text, in_hold uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  hold holds;
begin
  select * into change
    from begin_staff_change(change_key, session_token, 'extend_hold_by_staff', in_hold, null);
  if change.answer is not null then
    return change.answer;
  end if;
  hold := change.hold;
  if hold.state not in ('held', 'expired') then
    return keep_answer(change_key, hold_answer('closed', hold));
  end if;
  -- Whoever gives it more time has accepted it.
  hold.confirmed := true;
  return give_time(
    change_key, hold,
    least(
      greatest(hold.until, clock_timestamp()) + interval '30 minutes',
      clock_timestamp() + interval '180 minutes'
    ),
    'web', change.person
  );
end
$$;

create function decline_hold(change_key uuid, session_token text, in_hold uuid, because text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  hold holds;
begin
  if not coalesce(because ~ '\S' and length(because) <= 300, false) then
    return '{"kind": "needs-a-reason"}';
  end if;
  select * into change
    from begin_staff_change(change_key, session_token, 'decline_hold', in_hold, to_jsonb(because));
  if change.answer is not null then
    return change.answer;
  end if;
  hold := change.hold;
  if hold.state <> 'held' then
    return keep_answer(change_key, hold_answer('closed', hold));
  end if;
  hold.state := 'declined';
  hold.decline_reason := because;
  return keep_hold(change_key, hold, 'declined', 'web', change.person);
end
$$;

-- They did not come. It is no mark against anybody: the bus may have failed, and who comes later still arrives.
create function no_show(change_key uuid, session_token text, in_hold uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  hold holds;
begin
  select * into change from begin_staff_change(change_key, session_token, 'no_show', in_hold, null);
  if change.answer is not null then
    return change.answer;
  end if;
  hold := change.hold;
  -- A request that nobody accepted promised nothing: nobody failed to come.
  if hold.state not in ('held', 'expired') or hold.state = 'expired' and not hold.confirmed then
    return keep_answer(change_key, hold_answer('closed', hold));
  elsif not hold.confirmed then
    return keep_answer(change_key, hold_answer('still-a-request', hold));
  elsif hold.state = 'held' and coalesce(hold.arrives_at, hold.until) > clock_timestamp() then
    return keep_answer(change_key, hold_answer('too-early', hold));
  end if;
  hold.state := 'no-show';
  return keep_hold(change_key, hold, 'no-show', 'web', change.person);
end
$$;

-- They are in: held becomes occupied, which is a report as well. Truth comes first: who comes after their time is in too.
create function arrive(change_key uuid, session_token text, in_hold uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  hold holds;
  pool pools;
  said timestamptz;
begin
  select * into change from begin_staff_change(change_key, session_token, 'arrive', in_hold, null);
  if change.answer is not null then
    return change.answer;
  end if;
  hold := change.hold;
  if hold.state not in ('held', 'expired', 'no-show') then
    return keep_answer(change_key, hold_answer('closed', hold));
  end if;
  hold.state := 'arrived';
  hold.confirmed := true;
  perform keep_hold(change_key, hold, 'arrived', 'web', change.person);

  said := clock_timestamp();
  update pools set occupied = occupied + hold.units where pool_id = hold.pool_id returning * into pool;
  insert into reports
      (pool_id, capacity, occupied, out_of_service, way, who, said_at, received_at)
    values (
      pool.pool_id, pool.capacity, pool.occupied, pool.out_of_service,
      'web', 'person ' || change.person, said, said
    );
  select * into hold from holds where hold_id = in_hold;
  return keep_answer(change_key, hold_answer('arrived', hold) || jsonb_build_object(
    'over', pool.occupied + pool.held + pool.out_of_service > pool.capacity
  ));
end
$$;

-- A hold as its holder may read it; where its time is over it has expired, cleared or not.
create function hold_told(hold holds) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object(
      'hold_id', hold.hold_id,
      'pool_id', hold.pool_id,
      'place_id', place_id,
      'household', household,
      'unit', unit,
      'units', hold.units,
      'state', case when hold.state = 'held' and hold.until <= clock_timestamp() then 'expired' else hold.state end,
      'confirmed', hold.confirmed,
      'until', hold.until,
      'taken_at', hold.taken_at,
      'arrives_at', hold.arrives_at,
      'party', hold.party,
      'journey', hold.journey,
      'decline_reason', hold.decline_reason,
      'version', hold.version
    )
    from pools
    where pool_id = hold.pool_id
$$;

-- The hold of a code. A right and a wrong one take the same steps and are answered in the same shape. Of 2^55 codes, with 10,000
-- holds standing, 10,000 guesses an hour find one in some 40,000 years; right ones cost nothing, so that a shelter's own
-- network is not shut out.
create function find_hold(with_code_hash bytea, from_address bytea) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  found_hold holds;
  told_hold holds;
  told jsonb;
begin
  -- One guess at a time from an address, or many at once would all see a budget with one left.
  perform pg_advisory_xact_lock(hashtextextended('guess ' || encode(from_address, 'hex'), 13));
  delete from code_guesses
    where ctid in (
      select ctid from code_guesses where at < clock_timestamp() - interval '1 hour' limit 100 for update skip locked
    );
  if (
    select count(*) >= 30 from code_guesses
      where missed and address_hash = from_address and at > clock_timestamp() - interval '1 hour'
  ) or (
    select count(*) >= 10000 from code_guesses where missed and at > clock_timestamp() - interval '1 hour'
  ) then
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

-- The newest hold of a device, for a day after it is over.
create function hold_of_device(device bytea) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  hold holds;
begin
  select * into hold
    from holds
    where device_hash = device
      and (closed_at is null or closed_at > clock_timestamp() - interval '24 hours')
      and until > clock_timestamp() - interval '24 hours'
    order by state = 'held' and until > clock_timestamp() desc, taken_at desc
    limit 1;
  return hold_told(hold);
end
$$;

-- The holds of a place that stand, and those of the last 12 h, which somebody may still arrive on.
create function holds_inbox(session_token text, at_place bigint) returns jsonb
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
        hold_told(hold) || jsonb_build_object('contact', hold.contact)
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
