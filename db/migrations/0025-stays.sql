-- Nights that a group has bought for a family, the money that was promised for them, and the search that goes on.

create domain stay_state as text
  constraint stay_state_known check (value in ('planned', 'under-way', 'ended', 'ended-early', 'called-off'));

create table stays (
  stay_id uuid primary key,
  group_id bigint not null references groups,
  -- null: forgotten. The books go on without the family.
  ask_id uuid references asks,
  vendor short_text not null,
  vendor_kind text not null check (vendor_kind in ('motel', 'apartment', 'other')),
  vendor_phone phone,
  vendor_address short_text,
  arrives_on date not null,
  leaves_on date not null,
  -- By the region's clock; 11:00 in most houses.
  leaves_at wall_minutes not null default 660,
  night_cents integer not null check (night_cents between 0 and 10000000),
  deposit_cents integer not null default 0 check (deposit_cents between 0 and 10000000),
  state stay_state not null default 'planned',
  -- Which coordinator looks after it.
  kept_by bigint not null references people (person_id),
  made_at timestamptz not null default clock_timestamp(),
  began_at timestamptz,
  over_at timestamptz,
  -- The family has said that it wants to leave; no reason is asked.
  wants_out_at timestamptz,
  constraint stays_have_nights check (leaves_on > arrives_on and leaves_on - arrives_on <= 366),
  constraint stays_over_at_a_time check ((state in ('ended', 'ended-early', 'called-off')) = (over_at is not null)),
  constraint stays_of_a_living_ask check (over_at is not null or ask_id is not null)
);

create index stays_of_group on stays (group_id, leaves_on) where over_at is null;
create index stays_of_ask on stays (ask_id) where ask_id is not null;

-- Who did what, for the group.
create table stay_events (
  event_id bigint generated always as identity primary key,
  stay_id uuid not null references stays,
  what text not null check (
    what in ('planned', 'began', 'extended', 'shortened', 'handed-over', 'wants-out', 'ended', 'ended-early', 'called-off', 'alarm')
  ),
  person_id bigint references people,
  leaves_on date not null,
  at timestamptz not null default clock_timestamp()
);

create index stay_events_of_stay on stay_events (stay_id, event_id);

-- "Is everything all right?" By schedule; what is not answered rises.
create table check_ins (
  stay_id uuid not null references stays on delete cascade,
  due_at timestamptz not null,
  what text not null check (what in ('arrival', 'two-hours', 'morning', 'daily')),
  answer text check (answer in ('all-right', 'call-me', 'want-out')),
  answered_at timestamptz,
  risen_at timestamptz,
  primary key (stay_id, due_at),
  constraint check_ins_answered_somehow check ((answer is null) = (answered_at is null))
);

create index check_ins_due on check_ins (due_at) where answered_at is null and risen_at is null;

-- A member's promise of money to a stay. What became of it the ledger says. No card data, ever.
create table pledges (
  pledge_id uuid primary key,
  stay_id uuid not null references stays,
  person_id bigint not null references people,
  amount_cents integer not null check (amount_cents between 100 and 10000000),
  -- Straight to the vendor, or into the group's own account.
  way text not null check (way in ('vendor', 'group')),
  made_at timestamptz not null default clock_timestamp(),
  -- A coordinator's yes, who is somebody else: from then on its member may know where to pay, and so where a family sleeps.
  accepted_by bigint references people (person_id),
  accepted_at timestamptz,
  constraint pledges_accepted_by_another check (
    (accepted_by is null) = (accepted_at is null) and accepted_by is distinct from person_id
  )
);

create index pledges_of_stay on pledges (stay_id);
create index pledges_of_person on pledges (person_id);

-- Double entry: whatever moves is taken from somewhere and put somewhere, and all of it together is always nothing.
create table transfers (
  transfer_id bigint generated always as identity primary key,
  stay_id uuid not null references stays,
  pledge_id uuid references pledges,
  what text not null check (what in ('pledged', 'taken-back', 'paid', 'paid-out', 'refunded')),
  receipt text check (receipt ~ '\S' and length(receipt) <= 60),
  by_person bigint not null references people (person_id),
  -- Of what leaves the group's account: the second person.
  approved_by bigint references people (person_id),
  at timestamptz not null default clock_timestamp(),
  constraint transfers_out_by_two check (
    (what = 'paid-out') = (approved_by is not null) and approved_by is distinct from by_person
  )
);

create index transfers_of_stay on transfers (stay_id, transfer_id);

create table transfer_lines (
  transfer_id bigint not null references transfers,
  -- The member's promise, the member, the group's account, the vendor.
  account text not null check (account in ('promised', 'member', 'group', 'vendor')),
  amount_cents bigint not null check (amount_cents <> 0),
  primary key (transfer_id, account)
);

-- At the end of each transaction, whoever writes.
create function lines_balance() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  moved bigint := case tg_op when 'DELETE' then old.transfer_id else new.transfer_id end;
begin
  if (select coalesce(sum(amount_cents), 0) <> 0 from transfer_lines where transfer_id = moved) then
    raise exception 'transfer % does not come to nothing', moved
      using errcode = 'check_violation', constraint = 'transfer_lines_balance';
  end if;
  return null;
end
$$;

create constraint trigger transfer_lines_balance
  after insert or update or delete on transfer_lines
  deferrable initially deferred
  for each row execute function lines_balance();

-- Money that is to leave the group's account: asked by one coordinator, let go by another.
create table payouts (
  payout_id uuid primary key,
  stay_id uuid not null references stays,
  amount_cents integer not null check (amount_cents between 1 and 10000000),
  receipt text check (receipt ~ '\S' and length(receipt) <= 60),
  asked_by bigint not null references people (person_id),
  asked_at timestamptz not null default clock_timestamp(),
  decided_by bigint references people (person_id),
  decided_at timestamptz,
  is_paid boolean,
  constraint payouts_decided_wholly check (
    (decided_by is null) = (decided_at is null) and (decided_by is null) = (is_paid is null)
  ),
  constraint payouts_by_two check (not coalesce(is_paid, false) or decided_by <> asked_by)
);

create index payouts_of_stay on payouts (stay_id) where decided_at is null;

-- What goes on until there is a home: places applied to, calls, papers, whatever is next. Gone with its ask.
create table home_steps (
  step_id bigint generated always as identity primary key,
  ask_id uuid not null references asks on delete cascade,
  kind text not null check (kind in ('apply', 'call', 'paper', 'other', 'follow-up')),
  words text not null check (words ~ '\S' and length(words) <= 600),
  due_on date,
  person_id bigint references people,
  made_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  result text check (result ~ '\S' and length(result) <= 600),
  constraint home_steps_result_of_done check (result is null or done_at is not null)
);

create index home_steps_of_ask on home_steps (ask_id, step_id);

-- How the search stands; null: there is none yet.
alter table asks
  add column search_state text check (search_state in ('going-on', 'has-a-home', 'ended')),
  add constraint asks_search_forgotten check (forgotten_at is null or search_state is null);

alter domain notice_kind drop constraint notice_kind_known;
alter domain notice_kind add constraint notice_kind_known check (
  value in (
    'confirm', 'offer', 'held', 'gone', 'ended', 'undecided-soon', 'undecided-now', 'ask-new', 'ask-risen',
    'group-waits', 'join-asked', 'still-stands', 'stay-ends', 'wants-out', 'no-check-in'
  )
);

alter table notices add column stay_id uuid references stays;

-- The moment a stay ends by its dates.
create function stay_ends(stay stays) returns timestamptz
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select (stay.leaves_on + stay.leaves_at * interval '1 minute') at time zone time_zone
    from groups join regions using (region_id)
    where group_id = stay.group_id
$$;

-- The money of a stay, in cents: what it costs, what is promised still, what the vendor has, what lies in the group's account.
create function stay_money(of_stay uuid) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object(
      'cost', (leaves_on - arrives_on) * night_cents + deposit_cents,
      'promised', coalesce(sum(amount_cents) filter (where account = 'promised'), 0),
      'vendor', coalesce(sum(amount_cents) filter (where account = 'vendor'), 0),
      'group', coalesce(sum(amount_cents) filter (where account = 'group'), 0)
    )
    from stays
      left join transfers using (stay_id)
      left join transfer_lines using (transfer_id)
    where stay_id = of_stay
    group by stay_id
$$;

-- Nights that the vendor has been paid for; a deposit comes first, as houses ask for it.
create function paid_nights(stay stays) returns integer
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select least(
    stay.leaves_on - stay.arrives_on,
    case
      when stay.night_cents > 0
        then greatest(0, ((stay_money(stay.stay_id) ->> 'vendor')::bigint - stay.deposit_cents) / stay.night_cents)
      else stay.leaves_on - stay.arrives_on
    end
  )::integer
$$;

create function note_stay(stay stays, what text, by_person bigint) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  insert into stay_events (stay_id, what, person_id, leaves_on)
    values (stay.stay_id, what, by_person, stay.leaves_on);
  select pg_notify('ask_changed', stay.ask_id::text) where stay.ask_id is not null
$$;

-- Nights are bought for an ask of the group.
create function plan_stay(change_key uuid, session_token text, for_ask uuid, new_stay uuid, said jsonb) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  stay stays;
begin
  select * into change from begin_desk_change(change_key, session_token, 'plan_stay', for_ask, said);
  if change.answer is not null then
    return change.answer;
  elsif (change.ask).closed_at is not null then
    return keep_answer(change_key, '{"kind": "closed"}');
  elsif (select count(*) >= 5 from stays where ask_id = for_ask and over_at is null) then
    return keep_answer(change_key, '{"kind": "too-many"}');
  end if;
  begin
    insert into stays (
        stay_id, group_id, ask_id, vendor, vendor_kind, vendor_phone, vendor_address, arrives_on, leaves_on, leaves_at,
        night_cents, deposit_cents, kept_by
      )
      values (
        new_stay, (change.ask).group_id, for_ask, said ->> 'vendor', said ->> 'vendorKind', said ->> 'vendorPhone',
        said ->> 'vendorAddress', (said ->> 'arrivesOn')::date, (said ->> 'leavesOn')::date, coalesce((said ->> 'leavesAt')::smallint, 660),
        (said ->> 'nightCents')::integer, (said ->> 'depositCents')::integer, change.person
      )
      returning * into stay;
    if stay.arrives_on < current_date - 7 then
      raise exception 'long ago' using errcode = 'check_violation';
    end if;
  exception when check_violation or not_null_violation or data_exception then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  update asks set search_state = coalesce(search_state, 'going-on'), last_at = clock_timestamp() where ask_id = for_ask;
  perform note_stay(stay, 'planned', change.person);
  return keep_answer(change_key, jsonb_build_object('kind', 'planned', 'stay_id', new_stay));
end
$$;

-- What every change to a stay begins with: null, the person and the stay locked; or the answer to give at once.
create function begin_stay_change(
  change_key uuid,
  session_token text,
  change_name text,
  in_stay uuid,
  as_role text,
  body jsonb,
  out answer jsonb,
  out person bigint,
  out stay stays
)
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  person := own_person(session_token);
  if person is null then
    answer := '{"kind": "signed-out"}';
    return;
  end if;
  answer := begin_change(
    change_key, 'person ' || person, change_name, jsonb_build_array(in_stay, body)
  );
  if answer is not null then
    return;
  end if;
  select * into stay from stays where stay_id = in_stay for no key update;
  if stay.stay_id is null or not is_in_group(person, stay.group_id, as_role) then
    answer := keep_answer(change_key, '{"kind": "unknown-stay"}');
  end if;
end
$$;

-- They have arrived: from now on somebody asks how it goes.
create function begin_stay(change_key uuid, session_token text, in_stay uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  zone text;
begin
  select * into change from begin_stay_change(change_key, session_token, 'begin_stay', in_stay, 'coordinator', null);
  if change.answer is not null then
    return change.answer;
  elsif (change.stay).state <> 'planned' then
    return keep_answer(change_key, '{"kind": "moved-on"}');
  end if;
  select time_zone into zone from groups join regions using (region_id) where group_id = (change.stay).group_id;
  update stays set state = 'under-way', began_at = clock_timestamp() where stay_id = in_stay;
  insert into check_ins (stay_id, due_at, what) values
    (in_stay, clock_timestamp(), 'arrival'),
    (in_stay, clock_timestamp() + interval '2 hours', 'two-hours');
  insert into check_ins (stay_id, due_at, what)
    select in_stay, due_at, case number when 1 then 'morning' else 'daily' end
      from (
        select row_number() over (order by day) as number, (day + interval '10 hours') at time zone zone as due_at
          from generate_series(
            ((clock_timestamp() at time zone zone)::date + 1)::timestamp, (change.stay).leaves_on, interval '1 day'
          ) as day
      ) as mornings
    on conflict do nothing;
  perform note_stay(change.stay, 'began', change.person);
  return keep_answer(change_key, '{"kind": "under-way"}');
end
$$;

-- Another last day: longer, or shorter. Mornings that come are asked about, those that do not are not.
create function move_stay(change_key uuid, session_token text, in_stay uuid, new_leaves_on date) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  moved stays;
  zone text;
begin
  select * into change from begin_stay_change(
    change_key, session_token, 'move_stay', in_stay, 'coordinator', to_jsonb(new_leaves_on)
  );
  if change.answer is not null then
    return change.answer;
  elsif (change.stay).over_at is not null then
    return keep_answer(change_key, '{"kind": "over"}');
  elsif (change.stay).leaves_on = new_leaves_on then
    return keep_answer(change_key, '{"kind": "moved"}');
  end if;
  begin
    update stays set leaves_on = new_leaves_on where stay_id = in_stay returning * into moved;
  exception when check_violation or not_null_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  select time_zone into zone from groups join regions using (region_id) where group_id = moved.group_id;
  if moved.state = 'under-way' then
    delete from check_ins
      where stay_id = in_stay and answered_at is null and what = 'daily'
        and due_at > greatest(clock_timestamp(), (moved.leaves_on + interval '10 hours') at time zone zone);
    insert into check_ins (stay_id, due_at, what)
      select in_stay, (day + interval '10 hours') at time zone zone, 'daily'
        from generate_series(((change.stay).leaves_on + 1)::timestamp, moved.leaves_on, interval '1 day') as day
        where (day + interval '10 hours') at time zone zone > clock_timestamp()
      on conflict do nothing;
  end if;
  perform note_stay(
    moved, case when moved.leaves_on > (change.stay).leaves_on then 'extended' else 'shortened' end, change.person
  );
  return keep_answer(change_key, '{"kind": "moved"}');
end
$$;

create function close_stay(in_stay uuid, as_what text, by_person bigint) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  stay stays;
begin
  update stays set state = as_what, over_at = clock_timestamp() where stay_id = in_stay returning * into stay;
  delete from check_ins where stay_id = in_stay and answered_at is null;
  perform note_stay(stay, as_what, by_person);
end
$$;

-- Over; early, or before it began.
create function end_stay(change_key uuid, session_token text, in_stay uuid, as_what text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_stay_change(
    change_key, session_token, 'end_stay', in_stay, 'coordinator', to_jsonb(as_what)
  );
  if change.answer is not null then
    return change.answer;
  elsif (change.stay).over_at is not null then
    return keep_answer(change_key, '{"kind": "over"}');
  elsif as_what is null
    or as_what not in ('ended', 'ended-early', 'called-off')
    or (as_what = 'called-off') is distinct from ((change.stay).state = 'planned')
  then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  perform close_stay(in_stay, as_what, change.person);
  return keep_answer(change_key, '{"kind": "over"}');
end
$$;

create function hand_over_stay(change_key uuid, session_token text, in_stay uuid, to_person bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_stay_change(
    change_key, session_token, 'hand_over_stay', in_stay, 'coordinator', to_jsonb(to_person)
  );
  if change.answer is not null then
    return change.answer;
  elsif not is_in_group(to_person, (change.stay).group_id, 'coordinator') then
    return keep_answer(change_key, '{"kind": "unknown-person"}');
  end if;
  update stays set kept_by = to_person where stay_id = in_stay;
  perform note_stay(change.stay, 'handed-over', change.person);
  return keep_answer(change_key, '{"kind": "handed-over"}');
end
$$;

-- Lines of one transfer: from, to, how much.
create function move_money(
  of_stay uuid,
  of_pledge uuid,
  as_what text,
  from_account text,
  to_account text,
  amount bigint,
  with_receipt text,
  by_whom bigint,
  with_yes_of bigint
) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  made bigint;
begin
  insert into transfers (stay_id, pledge_id, what, receipt, by_person, approved_by)
    values (of_stay, of_pledge, as_what, with_receipt, by_whom, with_yes_of)
    returning transfer_id into made;
  insert into transfer_lines (transfer_id, account, amount_cents)
    values (made, from_account, -amount), (made, to_account, amount);
end
$$;

-- What of a pledge is still only a promise.
create function still_promised(of_pledge uuid) returns bigint
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select coalesce(sum(amount_cents), 0)::bigint
    from transfers join transfer_lines using (transfer_id)
    where pledge_id = of_pledge and account = 'promised'
$$;

create function pledge(change_key uuid, session_token text, to_stay uuid, new_pledge uuid, amount integer, by_way text)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_stay_change(
    change_key, session_token, 'pledge', to_stay, 'member', jsonb_build_array(amount, by_way)
  );
  if change.answer is not null then
    return change.answer;
  elsif (change.stay).over_at is not null then
    return keep_answer(change_key, '{"kind": "over"}');
  end if;
  begin
    insert into pledges (pledge_id, stay_id, person_id, amount_cents, way)
      values (new_pledge, to_stay, change.person, amount, by_way);
  exception when check_violation or not_null_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  perform move_money(to_stay, new_pledge, 'pledged', 'member', 'promised', amount, null, change.person, null);
  return keep_answer(change_key, jsonb_build_object('kind', 'pledged', 'pledge_id', new_pledge));
end
$$;

-- What every change to a pledge begins with: by its member, or by a coordinator. The stay's row puts its money in one order.
create function begin_pledge_change(
  change_key uuid,
  session_token text,
  change_name text,
  in_pledge uuid,
  body jsonb,
  out answer jsonb,
  out person bigint,
  out found_pledge pledges,
  out open_cents bigint
)
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_stay_change(
    change_key, session_token, change_name, (select stay_id from pledges where pledge_id = in_pledge), 'member',
    jsonb_build_array(in_pledge, body)
  );
  answer := change.answer;
  person := change.person;
  if answer is not null then
    if answer ->> 'kind' = 'unknown-stay' then
      answer := keep_answer(change_key, '{"kind": "unknown-pledge"}');
    end if;
    return;
  end if;
  select * into found_pledge from pledges where pledge_id = in_pledge;
  if found_pledge.person_id <> person and not is_in_group(person, (change.stay).group_id, 'coordinator') then
    answer := keep_answer(change_key, '{"kind": "unknown-pledge"}');
    return;
  end if;
  open_cents := still_promised(in_pledge);
end
$$;

-- What is still only a promise is taken back, all of it.
create function take_back_pledge(change_key uuid, session_token text, in_pledge uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_pledge_change(change_key, session_token, 'take_back_pledge', in_pledge, null);
  if change.answer is not null then
    return change.answer;
  elsif change.open_cents > 0 then
    perform move_money(
      (change.found_pledge).stay_id, in_pledge, 'taken-back', 'promised', 'member', change.open_cents, null, change.person, null
    );
  end if;
  return keep_answer(change_key, '{"kind": "taken-back"}');
end
$$;

-- A coordinator says yes to a promise of somebody else.
create function accept_pledge(change_key uuid, session_token text, in_pledge uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_pledge_change(change_key, session_token, 'accept_pledge', in_pledge, null);
  if change.answer is not null then
    return change.answer;
  elsif change.person = (change.found_pledge).person_id then
    return keep_answer(change_key, '{"kind": "second-person"}');
  end if;
  update pledges
    set accepted_by = change.person, accepted_at = clock_timestamp()
    where pledge_id = in_pledge and accepted_at is null;
  return keep_answer(change_key, '{"kind": "accepted"}');
end
$$;

-- Some of a promise was paid, where it said; never more than is left of it. A coordinator writes it down, who has seen it.
create function note_paid(change_key uuid, session_token text, in_pledge uuid, amount integer, with_receipt text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_pledge_change(
    change_key, session_token, 'note_paid', in_pledge, jsonb_build_array(amount, with_receipt)
  );
  if change.answer is not null then
    return change.answer;
  elsif not is_in_group(change.person, (select group_id from stays where stay_id = (change.found_pledge).stay_id), 'coordinator') then
    return keep_answer(change_key, '{"kind": "unknown-pledge"}');
  elsif amount is null or amount < 1 then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  elsif amount > change.open_cents then
    return keep_answer(change_key, jsonb_build_object('kind', 'too-much', 'open_cents', change.open_cents));
  end if;
  begin
    perform move_money(
      (change.found_pledge).stay_id, in_pledge, 'paid', 'promised', (change.found_pledge).way, amount, with_receipt,
      change.person, null
    );
  exception when check_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  return keep_answer(change_key, '{"kind": "paid"}');
end
$$;

create function ask_payout(
  change_key uuid,
  session_token text,
  in_stay uuid,
  new_payout uuid,
  amount integer,
  with_receipt text
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_stay_change(
    change_key, session_token, 'ask_payout', in_stay, 'coordinator', jsonb_build_array(amount, with_receipt)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  begin
    insert into payouts (payout_id, stay_id, amount_cents, receipt, asked_by)
      values (new_payout, in_stay, amount, with_receipt, change.person);
  exception when check_violation or not_null_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  return keep_answer(change_key, jsonb_build_object('kind', 'asked', 'payout_id', new_payout));
end
$$;

-- The second person lets the money go, or does not; who asked may only take it back.
create function decide_payout(change_key uuid, session_token text, in_payout uuid, says_yes boolean) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  payout payouts;
begin
  select * into change from begin_stay_change(
    change_key, session_token, 'decide_payout', (select stay_id from payouts where payout_id = in_payout), 'coordinator',
    jsonb_build_array(in_payout, says_yes)
  );
  if change.answer is not null then
    return change.answer;
  elsif says_yes is null then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  select * into payout from payouts where payout_id = in_payout;
  if payout.decided_at is not null then
    return keep_answer(change_key, '{"kind": "moved-on"}');
  elsif says_yes and payout.asked_by = change.person then
    return keep_answer(change_key, '{"kind": "second-person"}');
  elsif says_yes and payout.amount_cents > (stay_money(payout.stay_id) ->> 'group')::bigint then
    return keep_answer(change_key, '{"kind": "too-much"}');
  end if;
  update payouts
    set decided_by = change.person, decided_at = clock_timestamp(), is_paid = says_yes
    where payout_id = in_payout;
  if says_yes then
    perform move_money(
      payout.stay_id, null, 'paid-out', 'group', 'vendor', payout.amount_cents, payout.receipt, payout.asked_by, change.person
    );
  end if;
  return keep_answer(change_key, jsonb_build_object('kind', case when says_yes then 'paid' else 'refused' end));
end
$$;

-- A step of the search: made, or done with what came of it.
create function add_step(change_key uuid, session_token text, for_ask uuid, as_kind text, with_words text, on_day date)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  made bigint;
begin
  select * into change from begin_desk_change(
    change_key, session_token, 'add_step', for_ask, jsonb_build_array(as_kind, with_words, on_day)
  );
  if change.answer is not null then
    return change.answer;
  elsif (select count(*) >= 200 from home_steps where ask_id = for_ask) then
    return keep_answer(change_key, '{"kind": "too-many"}');
  end if;
  begin
    insert into home_steps (ask_id, kind, words, due_on, person_id)
      values (for_ask, as_kind, with_words, on_day, change.person)
      returning step_id into made;
  exception when check_violation or not_null_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  update asks set search_state = coalesce(search_state, 'going-on'), last_at = clock_timestamp() where ask_id = for_ask;
  perform pg_notify('ask_changed', for_ask::text);
  return keep_answer(change_key, jsonb_build_object('kind', 'added', 'step_id', made));
end
$$;

create function finish_step(change_key uuid, session_token text, in_step bigint, with_result text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_desk_change(
    change_key, session_token, 'finish_step', (select ask_id from home_steps where step_id = in_step),
    jsonb_build_array(in_step, with_result)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  begin
    update home_steps
      set done_at = coalesce(done_at, clock_timestamp()), result = coalesce(with_result, result)
      where step_id = in_step;
  exception when check_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  update asks set last_at = clock_timestamp() where ask_id = (change.ask).ask_id;
  perform pg_notify('ask_changed', (change.ask).ask_id::text);
  return keep_answer(change_key, '{"kind": "done"}');
end
$$;

-- There is a home, or the search ended, or goes on. After a home somebody asks once more how it goes.
create function settle_search(change_key uuid, session_token text, for_ask uuid, as_what text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_desk_change(change_key, session_token, 'settle_search', for_ask, to_jsonb(as_what));
  if change.answer is not null then
    return change.answer;
  elsif as_what is null or as_what not in ('going-on', 'has-a-home', 'ended') then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  update asks set search_state = as_what, last_at = clock_timestamp() where ask_id = for_ask;
  if as_what = 'has-a-home' and (change.ask).search_state is distinct from 'has-a-home' then
    insert into home_steps (ask_id, kind, words, due_on, person_id)
      values (for_ask, 'follow-up', 'How is it going?', current_date + 30, change.person);
  end if;
  perform pg_notify('ask_changed', for_ask::text);
  return keep_answer(change_key, '{"kind": "settled"}');
end
$$;

create function stay_told(stay stays) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object(
    'stay_id', stay.stay_id,
    'vendor', stay.vendor,
    'vendor_kind', stay.vendor_kind,
    'vendor_phone', stay.vendor_phone,
    'vendor_address', stay.vendor_address,
    'arrives_on', stay.arrives_on,
    'leaves_on', stay.leaves_on,
    'leaves_at', stay.leaves_at,
    'ends_at', stay_ends(stay),
    'state', stay.state,
    'paid_nights', paid_nights(stay),
    'wants_out_at', stay.wants_out_at
  )
$$;

create function steps_told(of_ask uuid) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select coalesce(jsonb_agg(
      jsonb_build_object(
        'step_id', step_id, 'kind', kind, 'words', words, 'due_on', due_on, 'done_at', done_at, 'result', result
      ) order by done_at is not null, due_on nulls last, step_id
    ), '[]')
    from home_steps
    where ask_id = of_ask
$$;

-- What whoever has the words of an ask may know: where they can sleep, until when, what is asked of them now, and the search.
create function stays_of_ask(by_holder bytea, in_ask uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  ask asks;
begin
  select * into ask from asks where ask_id = in_ask and code_hash = by_holder;
  if not found then
    return null;
  end if;
  return jsonb_build_object(
    'search', ask.search_state,
    'steps', steps_told(in_ask),
    'stays', (
      select coalesce(jsonb_agg(
          stay_told(stays) || jsonb_build_object(
            'who', (select name from people where person_id = kept_by),
            'check_in', (
              select jsonb_build_object('due_at', due_at, 'what', what)
                from check_ins
                where stay_id = stays.stay_id and answered_at is null and due_at <= clock_timestamp()
                order by due_at desc
                limit 1
            )
          ) order by arrives_on, made_at
        ), '[]')
        from stays
        where ask_id = in_ask and state <> 'called-off'
          and (over_at is null or over_at > clock_timestamp() - interval '24 hours')
    )
  );
end
$$;

-- "All right", "call me", or "we want to leave": one tap. Everything that was asked up to now is answered by it.
create function answer_check_in(change_key uuid, by_holder bytea, in_ask uuid, in_stay uuid, with_answer text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  stay stays;
begin
  select * into change from begin_ask_change(
    change_key, by_holder, 'answer_check_in', in_ask, jsonb_build_array(in_stay, with_answer)
  );
  if change.answer is not null then
    return change.answer;
  elsif with_answer is null or with_answer not in ('all-right', 'call-me', 'want-out') then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  select * into stay from stays where stay_id = in_stay and ask_id = in_ask for no key update;
  if not found or stay.over_at is not null then
    return keep_answer(change_key, '{"kind": "over"}');
  end if;
  update check_ins
    set answer = with_answer, answered_at = clock_timestamp()
    where stay_id = in_stay and answered_at is null and due_at <= clock_timestamp();
  -- Said unasked it stands there too, or nobody would know whom to call.
  if not found and (select count(*) < 200 from check_ins where stay_id = in_stay) then
    insert into check_ins (stay_id, due_at, what, answer, answered_at)
      values (in_stay, clock_timestamp(), 'daily', with_answer, clock_timestamp());
  end if;
  update asks set last_at = clock_timestamp() where ask_id = in_ask;
  if with_answer <> 'all-right' then
    update asks set waits_since = coalesce(waits_since, clock_timestamp()) where ask_id = in_ask;
    if with_answer = 'want-out' and stay.wants_out_at is null then
      update stays set wants_out_at = clock_timestamp() where stay_id = in_stay returning * into stay;
      perform note_stay(stay, 'wants-out', null);
    end if;
    perform tell_of_stay(stay, case with_answer when 'want-out' then 'wants-out' else 'no-check-in' end, true);
  end if;
  perform pg_notify('ask_changed', in_ask::text);
  return keep_answer(change_key, '{"kind": "answered"}');
end
$$;

-- To whoever keeps the stay, and those on call; or to every coordinator.
create function tell_of_stay(stay stays, what text, everyone boolean) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  insert into notices (kind, person_id, group_id, stay_id, until)
    select what, person_id, stay.group_id, stay.stay_id, clock_timestamp() + interval '12 hours'
      from group_people join people using (person_id)
      where group_people.group_id = stay.group_id
        and role = 'coordinator' and entry = 'in' and disabled_at is null
        and (everyone or on_call or person_id = stay.kept_by);
  select pg_notify('alert_changed', '')
$$;

-- For the app's own watch: stays that end within three days, and within one; check-ins that nobody answers for half an hour, for an hour
-- by day.
create function watch_stays() returns integer
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  stay stays;
  told integer := 0;
begin
  -- Nobody said that it is over. Left so, its ask would never be forgotten.
  for stay in
    select stays.* from stays
      where over_at is null and greatest(stay_ends(stays), made_at) < clock_timestamp() - interval '72 hours'
      limit 100
      for no key update skip locked
  loop
    perform close_stay(stay.stay_id, case stay.state when 'planned' then 'called-off' else 'ended' end, null);
    told := told + 1;
  end loop;
  for stay in
    select stays.* from stays
      where over_at is null
        and stay_ends(stays) < clock_timestamp() + interval '72 hours'
        and (
          select count(*) from stay_events
            where stay_events.stay_id = stays.stay_id and what = 'alarm' and stay_events.leaves_on = stays.leaves_on
        ) < case when stay_ends(stays) < clock_timestamp() + interval '24 hours' then 2 else 1 end
      order by leaves_on
      limit 100
      for no key update skip locked
  loop
    -- Told late once, it is not told twice: the day before counts for both.
    if stay_ends(stay) < clock_timestamp() + interval '24 hours' then
      insert into stay_events (stay_id, what, leaves_on)
        select stay.stay_id, 'alarm', stay.leaves_on
          from generate_series(1, 2 - (
            select count(*)::integer from stay_events
              where stay_events.stay_id = stay.stay_id and what = 'alarm' and stay_events.leaves_on = stay.leaves_on
          ));
    else
      perform note_stay(stay, 'alarm', null);
    end if;
    perform tell_of_stay(stay, 'stay-ends', false);
    told := told + 1;
  end loop;
  for stay in
    select stays.* from stays
      where state = 'under-way'
        and exists (
          select from check_ins
            where check_ins.stay_id = stays.stay_id and answered_at is null and risen_at is null
              and due_at < clock_timestamp() - interval '1 hour'
        )
      limit 100
      for no key update skip locked
  loop
    update check_ins set risen_at = clock_timestamp()
      where stay_id = stay.stay_id and answered_at is null and risen_at is null
        and due_at < clock_timestamp() - interval '1 hour';
    perform tell_of_stay(stay, 'no-check-in', false);
    told := told + 1;
  end loop;
  return told;
end
$$;

-- A group's stays for its coordinators: all of the money, who promised it and how it was paid.
create function stays_of(session_token text, of_group bigint, only_stay uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
begin
  if not is_in_group(person, of_group, 'coordinator') then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(
        stay_told(stays) || jsonb_build_object(
          'ask_id', ask_id,
          'person_id', person,
          'kept_by', (select jsonb_build_object('person_id', person_id, 'name', name) from people where person_id = kept_by),
          'night_cents', night_cents,
          'deposit_cents', deposit_cents,
          'money', stay_money(stay_id),
          'next_step', (
            select jsonb_build_object('words', words, 'kind', kind, 'due_on', due_on)
              from home_steps
              where home_steps.ask_id = stays.ask_id and done_at is null
              order by due_on nulls last, step_id
              limit 1
          ),
          'pledges', (
            select coalesce(jsonb_agg(
                jsonb_build_object(
                  'pledge_id', pledge_id, 'who', name, 'amount_cents', amount_cents, 'way', way,
                  'open_cents', still_promised(pledge_id), 'made_at', made_at, 'is_accepted', accepted_at is not null,
                  'is_own', pledges.person_id = person
                ) order by made_at
              ), '[]')
              from pledges join people using (person_id)
              where pledges.stay_id = stays.stay_id
          ),
          'payouts', (
            select coalesce(jsonb_agg(
                jsonb_build_object(
                  'payout_id', payout_id, 'amount_cents', amount_cents, 'receipt', receipt, 'asked_by', asked_by,
                  'who', name, 'is_paid', is_paid
                ) order by asked_at
              ), '[]')
              from payouts join people on person_id = asked_by
              where payouts.stay_id = stays.stay_id
          ),
          'transfers', (
            select coalesce(jsonb_agg(
                jsonb_build_object(
                  'what', what, 'who', name, 'receipt', receipt, 'at', at,
                  'second', (select name from people where person_id = approved_by),
                  'from_account', (
                    select account from transfer_lines where transfer_lines.transfer_id = transfers.transfer_id and amount_cents < 0
                  ),
                  'to_account', (
                    select account from transfer_lines where transfer_lines.transfer_id = transfers.transfer_id and amount_cents > 0
                  ),
                  'amount_cents', (select max(amount_cents) from transfer_lines where transfer_lines.transfer_id = transfers.transfer_id)
                ) order by transfer_id
              ), '[]')
              from transfers join people on person_id = by_person
              where transfers.stay_id = stays.stay_id
          ),
          'check_ins', (
            select coalesce(jsonb_agg(
                jsonb_build_object('due_at', due_at, 'what', what, 'answer', answer, 'answered_at', answered_at)
                order by due_at
              ), '[]')
              from check_ins
              where check_ins.stay_id = stays.stay_id and due_at <= clock_timestamp()
          ),
          'events', (
            select coalesce(jsonb_agg(
                jsonb_build_object('what', what, 'who', name, 'leaves_on', stay_events.leaves_on, 'at', at) order by event_id
              ), '[]')
              from stay_events left join people using (person_id)
              where stay_events.stay_id = stays.stay_id
          )
        ) order by over_at nulls first, leaves_on
      ), '[]')
      from stays
      where group_id = of_group
        and (only_stay is null or stay_id = only_stay)
        and (only_stay is not null or over_at is null or over_at > clock_timestamp() - interval '30 days')
  );
end
$$;

-- Stays that still need money, for the group's members: how many nights, how much is missing; not where, and not for whom.
create function stays_to_fund(session_token text, of_group bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
begin
  if not is_in_group(person, of_group, 'member') then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(
        jsonb_build_object(
          'stay_id', stay_id,
          'arrives_on', arrives_on,
          'leaves_on', leaves_on,
          'nights', leaves_on - arrives_on,
          'is_over', over_at is not null,
          'money', stay_money(stay_id),
          'own', (
            select coalesce(jsonb_agg(
                jsonb_build_object(
                  'pledge_id', pledge_id, 'amount_cents', amount_cents, 'way', way, 'open_cents', still_promised(pledge_id),
                  'is_accepted', accepted_at is not null,
                  'vendor', case when way = 'vendor' and accepted_at is not null then vendor end,
                  'vendor_phone', case when way = 'vendor' and accepted_at is not null then vendor_phone end
                ) order by made_at
              ), '[]')
              from pledges
              where pledges.stay_id = stays.stay_id and person_id = person
          )
        ) order by arrives_on
      ), '[]')
      from stays
      where group_id = of_group
        and (over_at is null or exists (
          select from pledges where pledges.stay_id = stays.stay_id and person_id = person and still_promised(pledge_id) > 0
        ))
  );
end
$$;

-- The search of an ask, for the desk.
create function search_of(session_token text, in_ask uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  ask asks;
begin
  select * into ask from asks where ask_id = in_ask and forgotten_at is null;
  if not found or not is_in_group(own_person(session_token), ask.group_id, 'coordinator') then
    return null;
  end if;
  return jsonb_build_object('search', ask.search_state, 'steps', steps_told(in_ask));
end
$$;
