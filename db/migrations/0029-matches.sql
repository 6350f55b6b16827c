-- A family's ask and a member's room, put together by a coordinator: both say yes, and only then does the family learn where.

create domain match_state as text
  constraint match_state_known check (
    value in ('proposed', 'agreed', 'under-way', 'done', 'ended-early', 'declined', 'withdrawn', 'lapsed')
  );

create table matches (
  match_id uuid primary key,
  room_id uuid not null references rooms,
  group_id bigint not null references groups,
  -- null: forgotten, with whom it was for.
  ask_id uuid references asks,
  state match_state not null default 'proposed',
  proposed_by bigint not null references people (person_id),
  proposed_at timestamptz not null default clock_timestamp(),
  -- Without two yeses by then it lapses.
  answer_until timestamptz not null,
  party party,
  arrives_on date not null,
  -- By the region's clock.
  arrives_at wall_minutes not null,
  leaves_on date not null,
  host_yes_at timestamptz,
  family_yes_at timestamptz,
  agreed_at timestamptz,
  arrived_at timestamptz,
  over_at timestamptz,
  -- Neither side is told which of them it was.
  ended_by text check (ended_by in ('host', 'family', 'group', 'time')),
  -- The family has said that it wants to leave; no reason is asked.
  wants_out_at timestamptz,
  -- Of the two mails before its last day.
  alarms smallint not null default 0 check (alarms between 0 and 2),
  -- A coordinator's, for both.
  handover long_text,
  -- A later last day that a coordinator asked both about. The second yes moves the last day, a no ends the question.
  longer_until date,
  longer_host_yes_at timestamptz,
  longer_family_yes_at timestamptz,
  -- Of the last such question; for coordinators.
  longer_refused_by text check (longer_refused_by in ('host', 'family')),
  -- From 30 nights on a guest may be a tenant.
  constraint matches_have_nights check (leaves_on - arrives_on between 1 and 29),
  constraint matches_longer_by_some_nights check (longer_until > leaves_on and longer_until - arrives_on <= 29),
  constraint matches_longer_while_asked check (
    case when longer_until is null then num_nonnulls(longer_host_yes_at, longer_family_yes_at) = 0
      else agreed_at is not null and over_at is null and wants_out_at is null and longer_refused_by is null end
  ),
  constraint matches_over_at_a_time check (
    (state in ('proposed', 'agreed', 'under-way')) = (over_at is null) and (over_at is null) = (ended_by is null)
  ),
  constraint matches_agreed_by_both check (agreed_at is null or host_yes_at is not null and family_yes_at is not null),
  constraint matches_agreed_first check (
    state not in ('agreed', 'under-way', 'done', 'ended-early') or agreed_at is not null
  ),
  constraint matches_arrived_once_agreed check (
    (arrived_at is null or agreed_at is not null) and (state <> 'under-way' or arrived_at is not null)
  ),
  constraint matches_for_somebody check (over_at is not null or ask_id is not null and party is not null),
  constraint matches_forgotten_wholly check (ask_id is not null or num_nonnulls(party, handover) = 0)
);

-- A host sees one proposal at a time, and so does a family: neither looks through the others.
create unique index matches_one_of_a_room on matches (room_id) where state in ('proposed', 'agreed', 'under-way');
create unique index matches_one_proposal_of_an_ask on matches (ask_id) where state = 'proposed';
create unique index matches_one_of_an_ask on matches (ask_id) where state in ('agreed', 'under-way');
create index matches_of_ask on matches (ask_id, proposed_at) where ask_id is not null;

-- "Is everything all right?" By schedule; what is not answered rises to those on call, then to every coordinator.
create table match_check_ins (
  match_id uuid not null references matches on delete cascade,
  due_at timestamptz not null,
  what text not null check (what in ('arrival', 'two-hours', 'morning', 'daily')),
  answer text check (answer in ('here', 'all-right', 'call-me', 'want-out')),
  answered_at timestamptz,
  risen smallint not null default 0,
  primary key (match_id, due_at),
  constraint match_check_ins_answered_somehow check ((answer is null) = (answered_at is null))
);

create index match_check_ins_due on match_check_ins (due_at) where answered_at is null;

-- How it was, for coordinators who neither host nor live there. Gone with the ask.
create table match_words (
  word_id bigint generated always as identity primary key,
  match_id uuid not null references matches on delete cascade,
  by_side text not null check (by_side in ('host', 'family')),
  words long_text not null,
  is_report boolean not null default false,
  at timestamptz not null default clock_timestamp()
);

create index match_words_of_match on match_words (match_id, word_id);

-- A family that opens the address of its match is no person of ours.
alter table room_address_views
  drop constraint room_address_views_why_check,
  add column match_id uuid references matches,
  add constraint room_address_views_why_check check (
    (why = 'own' and person_id is not null and match_id is null) or (why = 'family' and person_id is null and match_id is not null)
  );

-- A report by a family: its own words are with the match, and forgotten with the ask.
alter table room_steps
  alter column person_id drop not null,
  add constraint room_steps_by_somebody check (person_id is not null or what = 'reported'),
  drop constraint room_steps_report_says_what,
  add constraint room_steps_report_says_what check (what <> 'reported' or (words is null) = (person_id is null));

alter domain notice_kind drop constraint notice_kind_known;
alter domain notice_kind add constraint notice_kind_known check (
  value in (
    'confirm', 'offer', 'held', 'gone', 'ended', 'undecided-soon', 'undecided-now', 'ask-new', 'ask-risen',
    'group-waits', 'join-asked', 'still-stands', 'stay-ends', 'wants-out', 'no-check-in',
    'room-asked', 'room-news', 'room-waits', 'room-call', 'room-wants-out', 'room-ends'
  )
);

alter table notices add column match_id uuid references matches;

-- As before (0027); a family's report has no name.
create or replace function room_steps_told(of_room uuid, with_reports boolean) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select coalesce(jsonb_agg(
      jsonb_build_object(
        'what', what,
        'name', name,
        'at', at,
        'valid_until', valid_until,
        'words', case when with_reports then words end
      ) order by step_id desc
    ), '[]')
    from room_steps left join people using (person_id)
    where room_id = of_room and (with_reports or what <> 'reported')
$$;

create function match_zone(match matches) returns text
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select time_zone from groups join regions using (region_id) where group_id = match.group_id
$$;

-- Noon of the day they leave.
create function match_ends(match matches) returns timestamptz
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select (match.leaves_on + interval '12 hours') at time zone match_zone(match)
$$;

-- Why this room cannot be for these people on these nights, or null. What is not known is asked, and no reason.
create function room_does_not_fit(of_room uuid, for_party party, arrives date, leaves date) returns text
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  room offerable_rooms;
  adults integer := (for_party ->> 'adults')::integer;
  children integer := jsonb_array_length(for_party -> 'childAges');
begin
  select * into room from offerable_rooms where room_id = of_room;
  return case
    when not found then 'not-offered'
    when adults > room.most_adults or adults + children > room.most_adults + room.most_children then 'too-many-people'
    when not room.pets @> array(select jsonb_array_elements_text(for_party -> 'pets')) then 'pets'
    when (for_party ->> 'wheelchair')::boolean and room.step_free is false then 'steps'
    when leaves - arrives > room.most_nights then 'too-many-nights'
    -- A check that runs out while they sleep there is none.
    when leaves > room.background_until or leaves > (room.approved_until)::date then 'checks-end'
  end;
end
$$;

-- Whoever writes: which states follow one another, and that the room may be offered and fits at each yes.
create function matches_in_order() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  refused text;
begin
  if new.over_at is not null or new.wants_out_at is not null then
    new.longer_until := null;
    new.longer_host_yes_at := null;
    new.longer_family_yes_at := null;
  end if;
  if tg_op = 'INSERT' and (new.state <> 'proposed' or num_nonnulls(new.host_yes_at, new.family_yes_at, new.agreed_at) > 0)
    or tg_op = 'UPDATE' and (
      (new.room_id, new.group_id, new.arrives_on, new.leaves_on)
        is distinct from (old.room_id, old.group_id, old.arrives_on, old.leaves_on)
      or new.state <> old.state and not case old.state
        when 'proposed' then new.state in ('agreed', 'declined', 'withdrawn', 'lapsed')
        when 'agreed' then new.state in ('under-way', 'withdrawn', 'lapsed')
        when 'under-way' then new.state in ('done', 'ended-early')
        else false
      end
    )
  then
    refused := 'moved-on';
  elsif tg_op = 'INSERT'
    or old.state = 'proposed' and (new.host_yes_at, new.family_yes_at) is distinct from (old.host_yes_at, old.family_yes_at)
  then
    refused := room_does_not_fit(new.room_id, new.party, new.arrives_on, new.leaves_on);
    if refused is null and new.answer_until <= clock_timestamp() then
      refused := 'lapsed';
    end if;
  elsif new.longer_until is not null
    and (new.longer_until, new.longer_host_yes_at, new.longer_family_yes_at)
      is distinct from (old.longer_until, old.longer_host_yes_at, old.longer_family_yes_at)
  then
    -- As many nights at once as the host takes people for: the host is asked again about each of them.
    refused := room_does_not_fit(new.room_id, new.party, new.leaves_on, new.longer_until);
  end if;
  if refused is null and tg_op = 'UPDATE' and new.state = 'proposed' and num_nonnulls(new.host_yes_at, new.family_yes_at) = 2 then
    new.state := 'agreed';
    new.agreed_at := clock_timestamp();
    -- Where they want to leave, the new room is the way out.
    perform close_match(match_id, case state when 'agreed' then 'withdrawn' else 'ended-early' end, 'family')
      from matches
      where ask_id = new.ask_id and state in ('agreed', 'under-way') and wants_out_at is not null;
  elsif tg_op = 'UPDATE' and new.state = 'agreed' and old.state <> 'agreed' then
    refused := 'moved-on';
  end if;
  if refused is null and num_nonnulls(new.longer_host_yes_at, new.longer_family_yes_at) = 2 then
    new.leaves_on := new.longer_until;
    new.alarms := 0;
    new.longer_until := null;
    new.longer_host_yes_at := null;
    new.longer_family_yes_at := null;
  end if;
  if refused is not null then
    raise exception '%', refused using errcode = 'WS031';
  end if;
  return new;
end
$$;

create trigger matches_in_order before insert or update on matches
  for each row execute function matches_in_order();

-- Over, whoever ended it.
create function close_match(in_match uuid, as_state text, by_whom text) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  match matches;
begin
  update matches set state = as_state, over_at = clock_timestamp(), ended_by = by_whom
    where match_id = in_match
    returning * into match;
  delete from match_check_ins where match_id = in_match and answered_at is null;
  if match.host_yes_at is not null and by_whom <> 'host' then
    perform tell_host(match, 'room-news');
  end if;
  perform pg_notify('ask_changed', match.ask_id::text) where match.ask_id is not null;
end
$$;

create function tell_host(match matches, what text) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  insert into notices (kind, person_id, group_id, match_id, until)
    select what, person_id, match.group_id, match.match_id, clock_timestamp() + interval '12 hours'
      from rooms where room_id = match.room_id;
  select pg_notify('alert_changed', '')
$$;

-- To whoever has the ask, and those on call; or to every coordinator. Never to who lives there: it may be about them.
create function tell_of_match(match matches, what text, everyone boolean) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  insert into notices (kind, person_id, group_id, match_id, until)
    select what, person_id, match.group_id, match.match_id, clock_timestamp() + interval '12 hours'
      from group_people join people using (person_id)
      where group_people.group_id = match.group_id
        and role = 'coordinator' and entry = 'in' and disabled_at is null
        and (
          everyone or on_call
          or person_id = coalesce((select claimed_by from asks where ask_id = match.ask_id), match.proposed_by)
        )
        and not exists (
          select from rooms where room_id = match.room_id and (rooms.person_id = people.person_id or people.person_id = any (lives_with))
        );
  select pg_notify('alert_changed', '')
$$;

-- The family waits for a word again: it comes up at the desk, and rises as every ask does.
create function ask_waits_again(in_ask uuid) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  update asks
    set waits_since = coalesce(waits_since, clock_timestamp()), last_at = clock_timestamp()
    where ask_id = in_ask and closed_at is null;
  select pg_notify('ask_changed', in_ask::text)
$$;

-- Agreed: from when on somebody asks whether they are there.
create function matches_ask_for_arrival() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  insert into match_check_ins (match_id, due_at, what)
    values (
      new.match_id,
      greatest(
        (new.arrives_on + new.arrives_at * interval '1 minute') at time zone match_zone(new),
        clock_timestamp() + interval '30 minutes'
      ),
      'arrival'
    );
  perform tell_host(new, 'room-news');
  return new;
end
$$;

create trigger matches_ask_for_arrival after update on matches
  for each row
  when (new.state = 'agreed' and old.state = 'proposed')
  execute function matches_ask_for_arrival();

-- A room that is stopped, by whatever, takes nobody in; who sleeps there is called.
create function matches_stop_with_room() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  match matches;
begin
  for match in select * from matches where room_id = new.room_id and over_at is null loop
    perform from asks where ask_id = match.ask_id for no key update;
    select * into match from matches where match_id = match.match_id and over_at is null for no key update;
    continue when not found;
    if match.state <> 'under-way' then
      perform close_match(match.match_id, 'withdrawn', 'group');
    else
      update matches set longer_until = null, longer_host_yes_at = null, longer_family_yes_at = null
        where match_id = match.match_id;
    end if;
    perform ask_waits_again(match.ask_id);
    perform tell_of_match(match, case when match.state = 'proposed' then 'room-waits' else 'room-call' end, match.state <> 'proposed');
  end loop;
  return new;
end
$$;

create trigger matches_stop_with_room after insert on room_steps
  for each row
  when (new.what in ('changed', 'reported', 'paused', 'ended'))
  execute function matches_stop_with_room();

-- Whoever needs it no more is waited for by nobody. Who has a room through the ask keeps it.
create function matches_end_with_ask() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  perform close_match(match_id, 'withdrawn', 'group')
    from matches
    where ask_id = new.ask_id
      and (state = 'proposed' or state = 'agreed' and new.closed_as in ('withdrawn', 'no-contact', 'duplicate'));
  return new;
end
$$;

create trigger matches_end_with_ask after update on asks
  for each row
  when (new.closed_at is not null and old.closed_at is null)
  execute function matches_end_with_ask();

-- That a room took somebody in, and for how long, stays; whom, and what was said, does not.
create function matches_forgotten_with_ask() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  perform close_match(match_id, case state when 'under-way' then 'done' else 'lapsed' end, 'time')
    from matches where ask_id = new.ask_id and over_at is null;
  delete from match_words where match_id in (select match_id from matches where ask_id = new.ask_id);
  delete from match_check_ins where match_id in (select match_id from matches where ask_id = new.ask_id);
  update matches set ask_id = null, party = null, handover = null where ask_id = new.ask_id;
  return new;
end
$$;

create trigger matches_forgotten_with_ask after update on asks
  for each row
  when (new.forgotten_at is not null and old.forgotten_at is null)
  execute function matches_forgotten_with_ask();

-- Three days after an ask is over no row says who asked, or who helped them. That somebody asked, for what, and when it was
-- answered, stays; and the books, which say of no stay whose it was. Whoever sleeps somewhere through it, or is on the way
-- there, is not forgotten yet.
create function forget_asks(most integer) returns integer
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  gone uuid[];
begin
  gone := array(
    select ask_id from asks
      where forgotten_at is null and closed_at < clock_timestamp() - interval '72 hours'
        and not exists (select from stays where stays.ask_id = asks.ask_id and over_at is null)
        and not exists (select from matches where matches.ask_id = asks.ask_id and over_at is null)
      order by closed_at
      limit most
      for update skip locked
  );
  delete from ask_messages where ask_id = any (gone);
  delete from ask_notes where ask_id = any (gone);
  delete from ask_events where ask_id = any (gone);
  delete from home_steps where ask_id = any (gone);
  delete from check_ins where stay_id in (select stay_id from stays where ask_id = any (gone));
  update stays set ask_id = null where ask_id = any (gone);
  update asks set duplicate_of = null where duplicate_of = any (gone);
  update asks
    set code_hash = null, device_hash = null, party = null, area = null, words = null, contact = null, reach = null,
        avoid = null, claimed_by = null, claimed_at = null, duplicate_of = null, risen_at = null, search_state = null,
        seeker_seen = 0, group_seen = 0, forgotten_at = clock_timestamp()
    where ask_id = any (gone);
  delete from ask_attempts where at < clock_timestamp() - interval '1 hour';
  return cardinality(gone);
end
$$;

-- As before (0020). A coordinator's mail about asks is one while some family of the group waits for a word; about a stay or a
-- match while it is so; whether an offer stands is asked while it is in doubt; that a room is held, while it is.
create or replace function is_moot(about notices) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select about.until <= clock_timestamp() or case
    when about.match_id is not null and about.kind in ('room-asked', 'room-news') then
      not is_in_group(about.person_id, about.group_id, 'member')
      or about.kind = 'room-asked' and not exists (
        select from matches
          where match_id = about.match_id
            and (state = 'proposed' and host_yes_at is null or longer_until is not null and longer_host_yes_at is null)
      )
    when about.match_id is not null then
      not is_in_group(about.person_id, about.group_id, 'coordinator')
      or about.kind = 'room-ends' and exists (select from matches where match_id = about.match_id and over_at is not null)
    when about.stay_id is not null then
      not is_in_group(about.person_id, about.group_id, 'coordinator')
      or exists (
        select from stays
          where stay_id = about.stay_id
            and (over_at is not null or about.kind = 'stay-ends' and stay_ends(stays) > clock_timestamp() + interval '72 hours')
      )
    when about.kind = 'still-stands' then
      not exists (
        select from standing_offers
          where person_id = about.person_id and group_id = about.group_id
            and standing_offers.until < clock_timestamp() + interval '3 days'
      )
    when about.kind = 'group-waits' then
      not exists (select from groups where group_id = about.group_id and state = 'waiting')
      or not exists (select from people where person_id = about.person_id and is_operator and disabled_at is null)
    when about.kind = 'join-asked' then
      not is_in_group(about.person_id, about.group_id, 'coordinator')
      or not exists (select from group_people where group_id = about.group_id and entry = 'asked')
    when about.group_id is not null then
      not is_in_group(about.person_id, about.group_id, 'coordinator')
      or not exists (
        select from asks where group_id = about.group_id and waits_since is not null and closed_at is null
      )
    when about.person_id is not null then
      exists (select from people where person_id = about.person_id and disabled_at is not null)
      or exists (select from reminders_off where person_id = about.person_id)
      or exists (select from current_openings where place_id = about.place_id and night = about.night)
    when about.kind = 'confirm' then
      not exists (select from alerts where alert_id = about.alert_id and state = 'unconfirmed')
    when about.kind = 'offer' then
      not exists (select from alerts where alert_id = about.alert_id and hold_id = about.hold_id)
    when about.kind = 'held' then
      not exists (select from holds where hold_id = about.hold_id and state = 'held')
    else
      not exists (select from alerts where alert_id = about.alert_id and contact is not null)
  end
$$;

-- Everything about a match is locked in this order: the group where people of it act, the room, the ask, the match.
create function lock_match(in_match uuid) returns matches
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  match matches;
begin
  select * into match from matches where match_id = in_match;
  perform from rooms where room_id = match.room_id for no key update;
  perform from asks where ask_id = match.ask_id for no key update;
  select * into match from matches where match_id = in_match for no key update;
  return match;
end
$$;

-- What every change by somebody of the group begins with: the host of the room, or a coordinator who neither offers it nor
-- lives there. To anybody else it is as unknown as one that is not there.
create function begin_match_change(
  change_key uuid,
  session_token text,
  change_name text,
  in_match uuid,
  as_side text,
  body jsonb,
  out answer jsonb,
  out person bigint,
  out match matches
)
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  room rooms;
begin
  person := own_person(session_token);
  if person is null then
    answer := '{"kind": "signed-out"}';
    return;
  end if;
  answer := begin_change(change_key, 'person ' || person, change_name, jsonb_build_array(in_match, body));
  if answer is not null then
    return;
  end if;
  perform from groups where group_id = (select group_id from matches where match_id = in_match) for no key update;
  match := lock_match(in_match);
  select * into room from rooms where room_id = match.room_id;
  if match.match_id is null
    or as_side = 'host' and (room.person_id <> person or not is_in_group(person, match.group_id, 'member'))
    or as_side = 'group' and may_not_vouch(person, room) is not null
  then
    answer := keep_answer(change_key, '{"kind": "unknown-match"}');
  end if;
end
$$;

-- And by whoever has the words of the ask.
create function begin_own_match_change(
  change_key uuid,
  by_holder bytea,
  change_name text,
  in_ask uuid,
  in_match uuid,
  body jsonb,
  out answer jsonb,
  out match matches
)
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if by_holder is null then
    answer := '{"kind": "unknown-match"}';
    return;
  end if;
  answer := begin_change(
    change_key, 'holder ' || encode(by_holder, 'hex'), change_name, jsonb_build_array(in_ask, in_match, body)
  );
  if answer is not null then
    return;
  end if;
  if exists (select from matches join asks using (ask_id) where match_id = in_match and ask_id = in_ask and code_hash = by_holder) then
    match := lock_match(in_match);
  end if;
  if match.match_id is null or match.ask_id is distinct from in_ask then
    answer := keep_answer(change_key, '{"kind": "unknown-match"}');
  end if;
end
$$;

-- By whoever has the ask, of a room that is not theirs. Without a party of the ask's own they say who it is for.
create function propose_room(
  change_key uuid,
  session_token text,
  in_ask uuid,
  in_room uuid,
  new_match uuid,
  said jsonb
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
  answer jsonb;
  room rooms;
  ask asks;
  match matches;
  today date;
begin
  if person is null then
    return '{"kind": "signed-out"}';
  end if;
  answer := begin_change(change_key, 'person ' || person, 'propose_room', jsonb_build_array(in_ask, in_room, said));
  if answer is not null then
    return answer;
  end if;
  perform from groups where group_id = (select group_id from rooms where room_id = in_room) for no key update;
  select * into room from rooms where room_id = in_room for no key update;
  select * into ask from asks where ask_id = in_ask and forgotten_at is null for no key update;
  if room.room_id is null or ask.ask_id is null or room.group_id <> ask.group_id or may_not_vouch(person, room) is not null then
    return keep_answer(change_key, '{"kind": "unknown-room"}');
  elsif ask.closed_at is not null then
    return keep_answer(change_key, '{"kind": "closed"}');
  elsif ask.claimed_by is distinct from person then
    return keep_answer(change_key, '{"kind": "not-yours"}');
  elsif exists (
    select from matches where ask_id = in_ask and state in ('agreed', 'under-way') and wants_out_at is null
  ) then
    return keep_answer(change_key, '{"kind": "has-one"}');
  end if;
  select (clock_timestamp() at time zone time_zone)::date into today
    from groups join regions using (region_id)
    where group_id = room.group_id;
  begin
    insert into matches (
        match_id, room_id, group_id, ask_id, proposed_by, answer_until, party, arrives_on, arrives_at, leaves_on
      )
      values (
        new_match, in_room, room.group_id, in_ask, person,
        clock_timestamp() + case when (said ->> 'arrivesOn')::date <= today then interval '3 hours' else interval '24 hours' end,
        coalesce(ask.party, nullif(said -> 'party', 'null'))::party, (said ->> 'arrivesOn')::date,
        (said ->> 'arrivesAt')::smallint, (said ->> 'arrivesOn')::date + (said ->> 'nights')::integer
      )
      returning * into match;
    if match.arrives_on < today or match.arrives_on > today + 60 then
      raise exception 'not soon' using errcode = 'check_violation';
    end if;
  exception
    when sqlstate 'WS031' then
      return keep_answer(change_key, jsonb_build_object('kind', sqlerrm));
    when unique_violation then
      return keep_answer(change_key, '{"kind": "taken"}');
    when check_violation or not_null_violation or data_exception then
      return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  insert into ask_messages (ask_id, person_id, quick, language) values (in_ask, person, 'found-something', ask.language);
  update asks
    set waits_since = null, risen = 0, answered_at = coalesce(answered_at, clock_timestamp()), last_at = clock_timestamp()
    where ask_id = in_ask;
  perform tell_host(match, 'room-asked');
  perform pg_notify('ask_changed', in_ask::text);
  return keep_answer(change_key, jsonb_build_object('kind', 'proposed', 'match_id', new_match));
end
$$;

-- A yes or a no of one side. The second yes agrees; where the room cannot be offered any more there is nothing to say yes to.
create function say_of_match(match matches, side text, says_yes boolean) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  now_so matches;
begin
  if says_yes is null then
    return '{"kind": "out-of-range"}';
  elsif match.state not in ('proposed', 'agreed') or not says_yes and match.state = 'agreed' then
    return jsonb_build_object('kind', 'moved-on');
  elsif not says_yes then
    perform close_match(match.match_id, 'declined', side);
    perform ask_waits_again(match.ask_id);
    perform tell_of_match(match, 'room-waits', false);
    return '{"kind": "declined"}';
  end if;
  begin
    update matches
      set host_yes_at = case when side = 'host' then coalesce(host_yes_at, clock_timestamp()) else host_yes_at end,
          family_yes_at = case when side = 'family' then coalesce(family_yes_at, clock_timestamp()) else family_yes_at end
      where match_id = match.match_id
      returning * into now_so;
  exception
    when sqlstate 'WS031' then
      perform close_match(match.match_id, case sqlerrm when 'lapsed' then 'lapsed' else 'withdrawn' end, 'time');
      perform ask_waits_again(match.ask_id);
      perform tell_of_match(match, 'room-waits', false);
      return jsonb_build_object('kind', 'moved-on');
    when unique_violation then
      return '{"kind": "moved-on"}';
  end;
  perform pg_notify('ask_changed', match.ask_id::text);
  return jsonb_build_object('kind', case now_so.state when 'agreed' then 'agreed' else 'said' end);
end
$$;

create function answer_match_as_host(change_key uuid, session_token text, in_match uuid, says_yes boolean) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_match_change(
    change_key, session_token, 'answer_match_as_host', in_match, 'host', to_jsonb(says_yes)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  return keep_answer(change_key, say_of_match(change.match, 'host', says_yes));
end
$$;

create function answer_match(change_key uuid, by_holder bytea, in_ask uuid, in_match uuid, says_yes boolean) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_own_match_change(
    change_key, by_holder, 'answer_match', in_ask, in_match, to_jsonb(says_yes)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  return keep_answer(change_key, say_of_match(change.match, 'family', says_yes));
end
$$;

-- They are there: from now on somebody asks how it goes.
create function arrive_in_room(match matches) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  zone text := match_zone(match);
begin
  update matches set state = 'under-way', arrived_at = clock_timestamp() where match_id = match.match_id;
  -- As with paid nights: from now on there is a home to look for.
  update asks set search_state = coalesce(search_state, 'going-on') where ask_id = match.ask_id;
  update match_check_ins set answer = 'here', answered_at = clock_timestamp()
    where match_id = match.match_id and what = 'arrival' and answered_at is null;
  insert into match_check_ins (match_id, due_at, what)
    values (match.match_id, clock_timestamp() + interval '2 hours', 'two-hours');
  insert into match_check_ins (match_id, due_at, what)
    select match.match_id, due_at, case number when 1 then 'morning' else 'daily' end
      from (
        select row_number() over (order by day) as number, (day + interval '10 hours') at time zone zone as due_at
          from generate_series(
            ((clock_timestamp() at time zone zone)::date + 1)::timestamp, match.leaves_on, interval '1 day'
          ) as day
      ) as mornings
    on conflict do nothing;
  perform pg_notify('ask_changed', match.ask_id::text);
end
$$;

-- More nights: a coordinator asks both about a later last day, or takes the question back (null). Asked anew, both are asked anew.
create function ask_for_longer(change_key uuid, session_token text, in_match uuid, new_last_day date) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_match_change(
    change_key, session_token, 'ask_for_longer', in_match, 'group', to_jsonb(new_last_day)
  );
  if change.answer is not null then
    return change.answer;
  elsif (change.match).state not in ('agreed', 'under-way') or (change.match).wants_out_at is not null then
    return keep_answer(change_key, '{"kind": "moved-on"}');
  end if;
  begin
    update matches
      set longer_until = new_last_day, longer_host_yes_at = null, longer_family_yes_at = null, longer_refused_by = null
      where match_id = in_match;
  exception
    when sqlstate 'WS031' then
      return keep_answer(change_key, jsonb_build_object('kind', sqlerrm));
    when check_violation then
      return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  if new_last_day is not null then
    perform tell_host(change.match, 'room-asked');
  end if;
  perform pg_notify('ask_changed', (change.match).ask_id::text);
  return keep_answer(change_key, '{"kind": "settled"}');
end
$$;

-- A yes or a no of one side, about the day it has read. Neither is told which of them a no came from.
create function say_of_longer(match matches, side text, about_day date, says_yes boolean) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  now_so matches;
begin
  if says_yes is null then
    return '{"kind": "out-of-range"}';
  elsif match.longer_until is distinct from about_day or about_day is null then
    return '{"kind": "moved-on"}';
  elsif not says_yes then
    update matches
      set longer_until = null, longer_host_yes_at = null, longer_family_yes_at = null, longer_refused_by = side
      where match_id = match.match_id;
    perform ask_waits_again(match.ask_id);
    -- Nobody is reminded of the last day again.
    perform tell_of_match(match, 'room-ends', false) where match.alarms > 0;
    return '{"kind": "no-longer"}';
  end if;
  begin
    update matches
      set longer_host_yes_at = case when side = 'host' then coalesce(longer_host_yes_at, clock_timestamp()) else longer_host_yes_at end,
          longer_family_yes_at =
            case when side = 'family' then coalesce(longer_family_yes_at, clock_timestamp()) else longer_family_yes_at end
      where match_id = match.match_id
      returning * into now_so;
  exception when sqlstate 'WS031' then
    return '{"kind": "moved-on"}';
  end;
  perform pg_notify('ask_changed', match.ask_id::text);
  if now_so.leaves_on = match.leaves_on then
    return '{"kind": "yes-longer"}';
  end if;
  if now_so.state = 'under-way' then
    insert into match_check_ins (match_id, due_at, what)
      select match.match_id, (day + interval '10 hours') at time zone match_zone(match), 'daily'
        from generate_series((match.leaves_on + 1)::timestamp, now_so.leaves_on, interval '1 day') as day
      on conflict do nothing;
  end if;
  perform tell_host(match, 'room-news') where side = 'family';
  return '{"kind": "longer"}';
end
$$;

create function answer_longer_as_host(change_key uuid, session_token text, in_match uuid, about_day date, says_yes boolean)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_match_change(
    change_key, session_token, 'answer_longer_as_host', in_match, 'host', jsonb_build_array(about_day, says_yes)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  return keep_answer(change_key, say_of_longer(change.match, 'host', about_day, says_yes));
end
$$;

create function answer_longer(
  change_key uuid,
  by_holder bytea,
  in_ask uuid,
  in_match uuid,
  about_day date,
  says_yes boolean
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_own_match_change(
    change_key, by_holder, 'answer_longer', in_ask, in_match, jsonb_build_array(about_day, says_yes)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  return keep_answer(change_key, say_of_longer(change.match, 'family', about_day, says_yes));
end
$$;

-- The family's one tap. "We want to leave" is told to every coordinator at once, and asks nothing.
create function answer_match_check_in(change_key uuid, by_holder bytea, in_ask uuid, in_match uuid, with_answer text)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_own_match_change(
    change_key, by_holder, 'answer_match_check_in', in_ask, in_match, to_jsonb(with_answer)
  );
  if change.answer is not null then
    return change.answer;
  elsif with_answer is null or with_answer not in ('here', 'all-right', 'call-me', 'want-out') then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  elsif (change.match).state not in ('agreed', 'under-way') then
    return keep_answer(change_key, '{"kind": "moved-on"}');
  end if;
  if with_answer = 'here' and (change.match).state = 'agreed' then
    perform arrive_in_room(change.match);
  end if;
  update match_check_ins
    set answer = with_answer, answered_at = clock_timestamp()
    where match_id = in_match and answered_at is null and due_at <= clock_timestamp();
  update asks set last_at = clock_timestamp() where ask_id = in_ask;
  if with_answer in ('call-me', 'want-out') then
    -- Whoever thought it over for three days says it as plainly.
    update asks set closed_at = null, closed_as = null, duplicate_of = null where ask_id = in_ask and closed_at is not null;
    perform ask_waits_again(in_ask);
    if with_answer = 'call-me' or (change.match).wants_out_at is null then
      perform tell_of_match(change.match, case with_answer when 'want-out' then 'room-wants-out' else 'room-call' end, true);
    end if;
    if with_answer = 'want-out' then
      update matches set wants_out_at = coalesce(wants_out_at, clock_timestamp()) where match_id = in_match;
    end if;
  end if;
  perform pg_notify('ask_changed', in_ask::text);
  return keep_answer(change_key, '{"kind": "answered"}');
end
$$;

-- By a coordinator: they have arrived, it is over, or it does not come about.
create function settle_match(change_key uuid, session_token text, in_match uuid, as_what text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  state text;
begin
  select * into change from begin_match_change(change_key, session_token, 'settle_match', in_match, 'group', to_jsonb(as_what));
  if change.answer is not null then
    return change.answer;
  end if;
  state := (change.match).state;
  if as_what is null or as_what not in ('arrived', 'withdrawn', 'done', 'ended-early') then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  elsif not (
    case as_what
      when 'arrived' then state = 'agreed'
      when 'withdrawn' then state in ('proposed', 'agreed')
      else state = 'under-way'
    end
  ) then
    return keep_answer(change_key, '{"kind": "moved-on"}');
  elsif as_what = 'arrived' then
    perform arrive_in_room(change.match);
  else
    perform close_match(in_match, as_what, 'group');
  end if;
  return keep_answer(change_key, '{"kind": "settled"}');
end
$$;

-- What both are to know: where the key is, who opens the door.
create function hand_over_room(change_key uuid, session_token text, in_match uuid, with_words text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_match_change(
    change_key, session_token, 'hand_over_room', in_match, 'group', to_jsonb(with_words)
  );
  if change.answer is not null then
    return change.answer;
  elsif (change.match).over_at is not null then
    return keep_answer(change_key, '{"kind": "moved-on"}');
  end if;
  begin
    update matches set handover = with_words where match_id = in_match;
  exception when check_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  if (change.match).agreed_at is not null then
    perform tell_host(change.match, 'room-news');
  end if;
  perform pg_notify('ask_changed', (change.match).ask_id::text);
  return keep_answer(change_key, '{"kind": "noted"}');
end
$$;

-- How it was, or is; ten times are enough for anybody, and whoever was not safe says so after that too.
create function keep_match_words(match matches, side text, with_words text, as_report boolean) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if match.agreed_at is null or match.ask_id is null then
    return '{"kind": "moved-on"}';
  elsif (
    select count(*) >= case when as_report then 20 else 10 end
      from match_words where match_id = match.match_id and by_side = side
  ) then
    return '{"kind": "too-many"}';
  end if;
  begin
    insert into match_words (match_id, by_side, words, is_report)
      values (match.match_id, side, with_words, coalesce(as_report, false));
  exception when check_violation or not_null_violation then
    return '{"kind": "out-of-range"}';
  end;
  perform pg_notify('ask_changed', match.ask_id::text);
  return '{"kind": "said"}';
end
$$;

create function tell_match_as_host(change_key uuid, session_token text, in_match uuid, with_words text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_match_change(
    change_key, session_token, 'tell_match_as_host', in_match, 'host', to_jsonb(with_words)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  return keep_answer(change_key, keep_match_words(change.match, 'host', with_words, false));
end
$$;

-- A family that was not safe stops the room by saying so.
create function tell_match(change_key uuid, by_holder bytea, in_ask uuid, in_match uuid, with_words text, not_safe boolean)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  kept jsonb;
begin
  select * into change from begin_own_match_change(
    change_key, by_holder, 'tell_match', in_ask, in_match, jsonb_build_array(with_words, not_safe)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  kept := keep_match_words(change.match, 'family', with_words, not_safe);
  if kept ->> 'kind' = 'said' and not_safe then
    if exists (select from rooms where room_id = (change.match).room_id and ended_at is null) then
      insert into room_steps (room_id, what) values ((change.match).room_id, 'reported');
    end if;
    -- The room tells of a match that is under way; of one that is over nobody else would.
    if (change.match).over_at is not null then
      perform ask_waits_again(in_ask);
      perform tell_of_match(change.match, 'room-call', true);
    end if;
  end if;
  return keep_answer(change_key, kept);
end
$$;

-- What either side may know of the other: before both have said yes only this.
create function match_told(match matches) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object(
    'match_id', match.match_id,
    'state', match.state,
    'arrives_on', match.arrives_on,
    'arrives_at', match.arrives_at,
    'leaves_on', match.leaves_on,
    'lapses_at', match.answer_until,
    'over_at', match.over_at,
    'handover', case when match.agreed_at is not null then match.handover end,
    'longer_until', match.longer_until
  )
$$;

-- For the family: what kind of room and who lives there; where only as the public does. The host's name once both have said
-- yes. The address is not here.
create function matches_of_ask(by_holder bytea, in_ask uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if not exists (select from asks where ask_id = in_ask and code_hash = by_holder) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(
        match_told(matches) || jsonb_build_object(
          'kind', rooms.kind,
          'step_free', step_free,
          'smoking', smoking,
          'pets', to_jsonb(pets),
          'lives_adults', lives_adults,
          'lives_child_ages', to_jsonb(lives_child_ages::smallint[]),
          'lives_animals', lives_animals,
          'cell', (
            select cell_residents.cell from cell_residents
              where cell_residents.region_id = groups.region_id and cell_residents.cell = rooms.cell and residents >= 2000
          ),
          'said_yes', family_yes_at is not null,
          'host', case when agreed_at is not null then people.name end,
          'is_address_open', address_is_open(matches),
          'wants_out', wants_out_at is not null,
          'said_yes_longer', longer_family_yes_at is not null,
          'can_tell', agreed_at is not null,
          'check_in', (
            select what from match_check_ins
              where match_check_ins.match_id = matches.match_id and answered_at is null and due_at <= clock_timestamp()
              order by due_at desc
              limit 1
          )
        ) order by over_at is not null, proposed_at desc
      ), '[]')
      from matches
        join rooms using (room_id)
        join people using (person_id)
        join groups on groups.group_id = matches.group_id
      where ask_id = in_ask
        and (over_at is null or over_at > clock_timestamp() - interval '72 hours')
  );
end
$$;

-- From the second yes until a day after the stay; not of one that did not come about.
create function address_is_open(match matches) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select match.state in ('agreed', 'under-way', 'done', 'ended-early')
    and least(coalesce(match.over_at, 'infinity'), match_ends(match)) > clock_timestamp() - interval '24 hours'
    and exists (select from rooms where room_id = match.room_id and address is not null)
$$;

-- The sealed address for the family of a match, in its window; that it was opened is written down.
create function match_address(by_holder bytea, in_ask uuid, in_match uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  room rooms;
begin
  select rooms.* into room
    from matches join rooms using (room_id) join asks using (ask_id)
    where match_id = in_match and ask_id = in_ask and code_hash = by_holder and address_is_open(matches);
  if not found then
    return null;
  end if;
  insert into room_address_views (room_id, match_id, why) values (room.room_id, in_match, 'family');
  return jsonb_build_object(
    'room_id', room.room_id, 'address', encode(room.address, 'hex'), 'fine_cell', encode(room.fine_cell, 'hex')
  );
end
$$;

-- For the host: how many and how long. How old the children are, roughly, once both have said yes.
create function matches_of_host(session_token text, of_group bigint) returns jsonb
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
        match_told(matches) || jsonb_build_object(
          'adults', (party ->> 'adults')::integer,
          'children', jsonb_array_length(party -> 'childAges'),
          'pets', case when agreed_at is not null then party -> 'pets' end,
          'age_bands', case when agreed_at is not null then (
            select coalesce(jsonb_agg(distinct case when age < 2 then 'baby' when age < 6 then 'small' when age < 13 then 'school' else 'teen' end), '[]')
              from (select age::text::numeric as age from jsonb_array_elements(party -> 'childAges') as age) as ages
          ) end,
          'said_yes', host_yes_at is not null,
          'said_yes_longer', longer_host_yes_at is not null,
          'can_tell', agreed_at is not null
        ) order by over_at is not null, proposed_at desc
      ), '[]')
      from matches join rooms using (room_id)
      where matches.group_id = of_group and rooms.person_id = person and ask_id is not null
        and (over_at is null or agreed_at is not null and over_at > clock_timestamp() - interval '72 hours')
  );
end
$$;

-- For a coordinator who neither hosts nor lives there: all but the address.
create function match_told_to_group(match matches) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select match_told(match) || jsonb_build_object(
      'ask_id', match.ask_id,
      'room_id', match.room_id,
      'host', host.name,
      'kind', rooms.kind,
      'party', match.party,
      'proposer', proposer.name,
      'proposed_at', match.proposed_at,
      'host_yes_at', match.host_yes_at,
      'family_yes_at', match.family_yes_at,
      'agreed_at', match.agreed_at,
      'arrived_at', match.arrived_at,
      'wants_out_at', match.wants_out_at,
      'ended_by', match.ended_by,
      'longer_host_yes_at', match.longer_host_yes_at,
      'longer_family_yes_at', match.longer_family_yes_at,
      'longer_refused_by', match.longer_refused_by,
      'handover', match.handover,
      'check_ins', (
        select coalesce(jsonb_agg(
            jsonb_build_object('due_at', due_at, 'what', what, 'answer', answer, 'answered_at', answered_at) order by due_at
          ), '[]')
          from match_check_ins where match_id = match.match_id
      ),
      'words', (
        select coalesce(jsonb_agg(
            jsonb_build_object('side', by_side, 'words', words, 'is_report', is_report, 'at', at) order by word_id
          ), '[]')
          from match_words where match_id = match.match_id
      )
    )
    from rooms
      join people as host on host.person_id = rooms.person_id
      join people as proposer on proposer.person_id = match.proposed_by
    where rooms.room_id = match.room_id
$$;

create function match_sheet(session_token text, in_match uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  match matches;
  room rooms;
begin
  select * into match from matches where match_id = in_match and ask_id is not null;
  select * into room from rooms where room_id = match.room_id;
  if match.match_id is null or may_not_vouch(own_person(session_token), room) is not null then
    return null;
  end if;
  return match_told_to_group(match) || jsonb_build_object('group_id', match.group_id);
end
$$;

-- The rooms that could be for an ask, and what was proposed of them so far.
create function rooms_for_ask(session_token text, in_ask uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
  ask asks;
begin
  select * into ask from asks where ask_id = in_ask and forgotten_at is null;
  if not found or not is_in_group(person, ask.group_id, 'coordinator') then
    return null;
  end if;
  return jsonb_build_object(
    'rooms', (
      select coalesce(jsonb_agg(
          jsonb_build_object(
            'room_id', room_id,
            'host', people.name,
            'kind', offerable_rooms.kind,
            'most_adults', offerable_rooms.most_adults,
            'most_children', offerable_rooms.most_children,
            'most_nights', offerable_rooms.most_nights,
            'pets', to_jsonb(offerable_rooms.pets),
            'step_free', offerable_rooms.step_free,
            'smoking', offerable_rooms.smoking,
            'lives_adults', offerable_rooms.lives_adults,
            'lives_child_ages', to_jsonb(offerable_rooms.lives_child_ages::smallint[]),
            'lives_animals', offerable_rooms.lives_animals,
            'notes', rooms.notes,
            'is_taken', exists (
              select from matches
                where matches.room_id = offerable_rooms.room_id and state in ('proposed', 'agreed', 'under-way')
            ),
            -- For one night; how many it is to be is not said yet.
            'problem', case when ask.party is not null then room_does_not_fit(room_id, ask.party, current_date, current_date + 1) end
          ) order by applied_at, room_id
        ), '[]')
        from offerable_rooms join rooms using (room_id) join people on people.person_id = rooms.person_id
        where offerable_rooms.group_id = ask.group_id and may_not_vouch(person, rooms) is null
    ),
    'matches', (
      select coalesce(jsonb_agg(match_told_to_group(matches) order by proposed_at desc), '[]')
        from matches join rooms using (room_id)
        where ask_id = in_ask and may_not_vouch(person, rooms) is null
    )
  );
end
$$;

-- For the app's own watch: what lapses, what is not answered, what ends. It waits for nobody: what is locked is looked at next time.
create function watch_matches() returns integer
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  candidate record;
  match matches;
  told integer := 0;
begin
  for candidate in select match_id, room_id, ask_id from matches where over_at is null order by proposed_at limit 1000 loop
    perform from rooms where room_id = candidate.room_id for no key update skip locked;
    continue when not found;
    perform from asks where ask_id = candidate.ask_id for no key update skip locked;
    continue when not found;
    select * into match from matches where match_id = candidate.match_id and over_at is null for no key update skip locked;
    continue when not found;
    if match.state = 'proposed' and match.answer_until <= clock_timestamp() then
      perform close_match(match.match_id, 'lapsed', 'time');
    elsif match.state <> 'under-way' and not exists (select from offerable_rooms where room_id = match.room_id) then
      perform close_match(match.match_id, 'withdrawn', 'time');
    elsif match_ends(match) <= clock_timestamp() then
      perform close_match(match.match_id, case match.state when 'under-way' then 'done' else 'lapsed' end, 'time');
      continue when match.state = 'under-way';
    else
      match := match_is_late(match);
      told := told + (case when match.match_id is null then 0 else 1 end);
      continue;
    end if;
    perform ask_waits_again(match.ask_id);
    perform tell_of_match(match, case when match.state = 'proposed' then 'room-waits' else 'room-call' end, false);
    told := told + 1;
  end loop;
  return told;
end
$$;

-- Check-ins that nobody answers for an hour rise to those on call, after three to everybody; and the last days. Null: nothing was told.
create function match_is_late(match matches) returns matches
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  rises smallint;
begin
  select max(case when due_at < clock_timestamp() - interval '3 hours' then 2 else 1 end) into rises
    from match_check_ins
    where match_id = match.match_id and answered_at is null
      and (
        risen = 0 and due_at < clock_timestamp() - interval '1 hour'
        or risen = 1 and due_at < clock_timestamp() - interval '3 hours'
      );
  if rises is not null then
    update match_check_ins set risen = greatest(risen, rises)
      where match_id = match.match_id and answered_at is null and due_at < clock_timestamp() - interval '1 hour';
    perform ask_waits_again(match.ask_id);
    perform tell_of_match(match, 'room-call', rises = 2);
    return match;
  elsif match.state = 'under-way'
    and match.alarms < (
      case
        when match_ends(match) < clock_timestamp() + interval '24 hours' then 2
        when match_ends(match) < clock_timestamp() + interval '72 hours' then 1
        else 0
      end
    )
  then
    update matches
      set alarms = case when match_ends(match) < clock_timestamp() + interval '24 hours' then 2 else 1 end
      where match_id = match.match_id;
    perform tell_of_match(match, 'room-ends', false);
    return match;
  end if;
  return null;
end
$$;
