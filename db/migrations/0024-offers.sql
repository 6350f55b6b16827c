-- What members of a group offer: nights they would pay for, a ride, things, time. A room is a table of its own.

create domain offer_kind as text
  constraint offer_kind_known check (value in ('nights', 'ride', 'things', 'time'));

create domain offer_state as text
  constraint offer_state_known check (value in ('open', 'paused', 'used', 'ended'));

create table offers (
  offer_id uuid primary key,
  group_id bigint not null references groups,
  person_id bigint not null references people,
  kind offer_kind not null,
  -- Which asks it may meet.
  helps ask_kind[] not null check (cardinality(helps) between 1 and 8),
  words text not null check (words ~ '\S' and length(words) <= 600),
  -- Where; empty: anywhere in the group's region.
  zips zips not null default '{}',
  -- Of nights: how much they would pay in all.
  amount_cents integer check (amount_cents between 100 and 10000000),
  -- Of a ride: how many fit, how many of the seats are for children, and when, by the region's clock. Until before from: over
  -- midnight.
  seats smallint check (seats between 1 and 20),
  child_seats smallint check (child_seats between 0 and 10),
  days weekdays,
  from_minutes wall_minutes,
  until_minutes wall_minutes,
  -- Gone when it was used; otherwise it can be used again and again.
  is_once boolean not null,
  state offer_state not null default 'open',
  made_at timestamptz not null default clock_timestamp(),
  -- When they last said that it stands, and until when that is believed.
  stands_since timestamptz not null default clock_timestamp(),
  until timestamptz not null default clock_timestamp() + interval '30 days',
  closed_at timestamptz,
  constraint offers_of_nights_have_an_amount check ((kind = 'nights') = (amount_cents is not null)),
  constraint offers_of_rides_have_seats check (
    (kind = 'ride') = (seats is not null)
    and (kind = 'ride') = (child_seats is not null)
    and num_nonnulls(days, from_minutes, until_minutes) in (0, 3)
    and (kind = 'ride' or days is null)
    and coalesce(child_seats <= seats, true)
  ),
  constraint offers_closed_at_a_time check ((state in ('used', 'ended')) = (closed_at is not null))
);

create index offers_of_group on offers (group_id, kind) where state = 'open';
create index offers_of_person on offers (person_id);
create index offers_to_ask_about on offers (until) where state = 'open';

-- Which offers met which asks; the ask says nothing of its family three days after it was over.
create table ask_offers (
  ask_id uuid not null references asks on delete cascade,
  offer_id uuid not null references offers,
  person_id bigint not null references people,
  at timestamptz not null default clock_timestamp(),
  primary key (ask_id, offer_id)
);

create index ask_offers_of_offer on ask_offers (offer_id);

alter domain notice_kind drop constraint notice_kind_known;
alter domain notice_kind add constraint notice_kind_known check (
  value in (
    'confirm', 'offer', 'held', 'gone', 'ended', 'undecided-soon', 'undecided-now', 'ask-new', 'ask-risen',
    'group-waits', 'join-asked', 'still-stands'
  )
);

-- Offers that may be used now: their person is in the group still, and has said lately that they stand.
create view standing_offers as
  select offers.*
    from offers
      join groups using (group_id)
      join group_people using (group_id, person_id)
      join people using (person_id)
    where offers.state = 'open'
      and offers.until > clock_timestamp()
      and groups.state = 'open'
      and entry = 'in'
      and disabled_at is null;

-- When somebody may be driven, and nothing else: the public reads that one may ask.
create view ride_times as
  select distinct region_id, days, from_minutes, until_minutes
    from standing_offers join listed_groups using (group_id)
    where kind = 'ride';

create function offer_told(offer offers) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object(
    'offer_id', offer.offer_id,
    'kind', offer.kind,
    'helps', to_jsonb(offer.helps::text[]),
    'words', offer.words,
    'zips', to_jsonb(offer.zips::text[]),
    'amount_cents', offer.amount_cents,
    'seats', offer.seats,
    'child_seats', offer.child_seats,
    'days', to_jsonb(offer.days::smallint[]),
    'from_minutes', offer.from_minutes,
    'until_minutes', offer.until_minutes,
    'is_once', offer.is_once,
    'state', offer.state,
    'stands_since', offer.stands_since,
    'until', offer.until
  )
$$;

-- What of an offer is said by whoever makes or changes it. A check refuses what does not fit together.
create function offer_said(said jsonb, of_offer uuid, of_group bigint, of_person bigint) returns offers
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  offer offers;
begin
  offer.offer_id := of_offer;
  offer.group_id := of_group;
  offer.person_id := of_person;
  offer.kind := said ->> 'kind';
  offer.helps := array(select distinct jsonb_array_elements_text(said -> 'helps') order by 1)::ask_kind[];
  offer.words := said ->> 'words';
  offer.zips := array(select distinct jsonb_array_elements_text(said -> 'zips') order by 1)::zips;
  offer.amount_cents := (said ->> 'amountCents')::integer;
  offer.seats := (said ->> 'seats')::smallint;
  offer.child_seats := (said ->> 'childSeats')::smallint;
  offer.days := case
    when jsonb_typeof(said -> 'days') = 'array'
      then array(select distinct jsonb_array_elements_text(said -> 'days')::smallint order by 1)::weekdays
  end;
  offer.from_minutes := (said ->> 'fromMinutes')::smallint;
  offer.until_minutes := (said ->> 'untilMinutes')::smallint;
  offer.is_once := (said ->> 'isOnce')::boolean;
  return offer;
end
$$;

create function make_offer(change_key uuid, session_token text, in_group bigint, new_offer uuid, said jsonb) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  offer offers;
begin
  select * into change from begin_group_change(change_key, session_token, 'make_offer', in_group, 'member', said);
  if change.answer is not null then
    return change.answer;
  elsif (
    select count(*) >= 20 from offers
      where group_id = in_group and person_id = change.person and state in ('open', 'paused')
  ) then
    return keep_answer(change_key, '{"kind": "too-many"}');
  end if;
  begin
    offer := offer_said(said, new_offer, in_group, change.person);
    insert into offers (
        offer_id, group_id, person_id, kind, helps, words, zips, amount_cents, seats, child_seats, days, from_minutes,
        until_minutes, is_once
      )
      values (
        offer.offer_id, offer.group_id, offer.person_id, offer.kind, offer.helps, offer.words, offer.zips,
        offer.amount_cents, offer.seats, offer.child_seats, offer.days, offer.from_minutes, offer.until_minutes,
        offer.is_once
      );
  exception
    when check_violation or not_null_violation or data_exception then
      return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  return keep_answer(change_key, jsonb_build_object('kind', 'made', 'offer_id', new_offer));
end
$$;

-- What every change to one's own offer begins with: null and the offer locked, or the answer to give at once.
create function begin_offer_change(
  change_key uuid,
  session_token text,
  change_name text,
  in_offer uuid,
  body jsonb,
  out answer jsonb,
  out offer offers
)
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
begin
  if person is null then
    answer := '{"kind": "signed-out"}';
    return;
  end if;
  answer := begin_change(
    change_key, 'person ' || person, change_name, jsonb_build_array(in_offer, body)
  );
  if answer is not null then
    return;
  end if;
  select * into offer from offers where offer_id = in_offer and person_id = person for no key update;
  if not found or not is_in_group(person, offer.group_id, 'member') then
    answer := keep_answer(change_key, '{"kind": "unknown-offer"}');
  end if;
end
$$;

create function change_offer(change_key uuid, session_token text, in_offer uuid, said jsonb) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  draft offers;
begin
  select * into change from begin_offer_change(change_key, session_token, 'change_offer', in_offer, said);
  if change.answer is not null then
    return change.answer;
  elsif (change.offer).closed_at is not null then
    return keep_answer(change_key, '{"kind": "closed"}');
  end if;
  begin
    draft := offer_said(said, in_offer, (change.offer).group_id, (change.offer).person_id);
    update offers
      set kind = draft.kind, helps = draft.helps, words = draft.words, zips = draft.zips,
          amount_cents = draft.amount_cents, seats = draft.seats, child_seats = draft.child_seats, days = draft.days,
          from_minutes = draft.from_minutes, until_minutes = draft.until_minutes, is_once = draft.is_once
      where offer_id = in_offer;
  exception
    when check_violation or not_null_violation or data_exception then
      return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  return keep_answer(change_key, '{"kind": "changed"}');
end
$$;

-- It still stands, for thirty days more, whatever it was before; rests; or is over.
create function keep_offer(change_key uuid, session_token text, in_offer uuid, as_what text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_offer_change(change_key, session_token, 'keep_offer', in_offer, to_jsonb(as_what));
  if change.answer is not null then
    return change.answer;
  elsif as_what is null or as_what not in ('open', 'paused', 'ended') then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  update offers
    set state = as_what,
        stands_since = case as_what when 'open' then clock_timestamp() else stands_since end,
        until = case as_what when 'open' then clock_timestamp() + interval '30 days' else until end,
        closed_at = case as_what when 'ended' then coalesce(closed_at, clock_timestamp()) end
    where offer_id = in_offer;
  return keep_answer(change_key, '{"kind": "changed"}');
end
$$;

-- A coordinator says that it was used for an ask of the group: once is gone, the rest stands.
create function use_offer(change_key uuid, session_token text, in_offer uuid, for_ask uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  offer offers;
begin
  select * into change from begin_desk_change(change_key, session_token, 'use_offer', for_ask, to_jsonb(in_offer));
  if change.answer is not null then
    return change.answer;
  end if;
  select * into offer from offers
    where offer_id = in_offer and group_id = (change.ask).group_id
    for no key update;
  if not found then
    return keep_answer(change_key, '{"kind": "unknown-offer"}');
  elsif offer.state <> 'open' or offer.until <= clock_timestamp() then
    return keep_answer(change_key, '{"kind": "closed"}');
  end if;
  if offer.is_once then
    update offers set state = 'used', closed_at = clock_timestamp() where offer_id = in_offer;
  end if;
  insert into ask_offers (ask_id, offer_id, person_id) values (for_ask, in_offer, change.person) on conflict do nothing;
  perform pg_notify('ask_changed', for_ask::text);
  return keep_answer(change_key, '{"kind": "used"}');
end
$$;

create function my_offers(session_token text, of_group bigint) returns jsonb
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
        offer_told(offers) || jsonb_build_object('times_used', (select count(*) from ask_offers where ask_offers.offer_id = offers.offer_id))
        order by closed_at desc nulls first, made_at
      ), '[]')
      from offers
      where group_id = of_group and person_id = person
        and (closed_at is null or closed_at > clock_timestamp() - interval '90 days')
  );
end
$$;

-- For coordinators alone: what stands, whose it is, and what has not been confirmed lately.
create function offers_of(session_token text, of_group bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if not is_in_group(own_person(session_token), of_group, 'coordinator') then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(
        offer_told(offers) || jsonb_build_object('who', people.name, 'email', people.email)
        order by offers.until > clock_timestamp() desc, kind, stands_since desc
      ), '[]')
      from offers
        join people using (person_id)
        join group_people using (group_id, person_id)
      where group_id = of_group and offers.state = 'open' and entry = 'in' and disabled_at is null
        and offers.until > clock_timestamp() - interval '30 days'
  );
end
$$;

-- For the app's own watch: "does it still stand?", once for each thirty days, three days before they are over.
create function ask_whether_offers_stand() returns integer
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  told integer;
begin
  insert into notices (kind, person_id, group_id, until)
    select distinct 'still-stands', person_id, group_id, clock_timestamp() + interval '3 days'
      from standing_offers
      where standing_offers.until < clock_timestamp() + interval '3 days'
        and not exists (
          select from notices
            where notices.person_id = standing_offers.person_id
              and notices.group_id = standing_offers.group_id
              and kind = 'still-stands'
              and made_at > clock_timestamp() - interval '3 days'
        );
  get diagnostics told = row_count;
  return told;
end
$$;
