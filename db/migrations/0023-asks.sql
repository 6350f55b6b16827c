-- Asks to mutual aid: what a family wrote, its conversation with the group's coordinators, and their desk.

create domain ask_kind as text
  constraint ask_kind_known check (
    value in ('sleep', 'ride', 'clothes', 'food', 'phone', 'bill', 'talk', 'unsure')
  );

create domain ask_end as text
  constraint ask_end_known check (value in ('helped', 'withdrawn', 'elsewhere', 'no-contact', 'duplicate'));

create domain long_text as text
  constraint long_text_says_something check (value ~ '\S' and length(value) <= 2000);

create table asks (
  ask_id uuid primary key,
  group_id bigint not null references groups,
  -- Of its five words, and of the phone it came from.
  code_hash sha256_hash unique,
  device_hash sha256_hash,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  kinds ask_kind[] not null check (cardinality(kinds) between 1 and 8),
  party party,
  -- Roughly where, as they said it.
  area text check (area ~ '\S' and length(area) <= 120),
  words long_text,
  -- How to reach them, when and how it is safe, and how it is not.
  contact text check (contact ~ '\S' and length(contact) <= 254),
  reach text check (reach ~ '\S' and length(reach) <= 300),
  avoid text check (avoid ~ '\S' and length(avoid) <= 300),
  -- Members of the group may read it too, without how to reach them.
  is_shared boolean not null default false,
  asked_at timestamptz not null default clock_timestamp(),
  -- Since when they wait for a word of the group; null: they have one.
  waits_since timestamptz default clock_timestamp(),
  answered_at timestamptz,
  -- How often it rose to those on call since it waits.
  risen smallint not null default 0,
  risen_at timestamptz,
  claimed_by bigint references people (person_id),
  claimed_at timestamptz,
  -- The newest words each side has seen.
  seeker_seen bigint not null default 0,
  group_seen bigint not null default 0,
  last_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  closed_as ask_end,
  duplicate_of uuid references asks,
  -- From then on the row cannot say who asked.
  forgotten_at timestamptz,
  constraint asks_closed_somehow check ((closed_at is null) = (closed_as is null)),
  constraint asks_claimed_at_a_time check ((claimed_by is null) = (claimed_at is null)),
  constraint asks_open_can_be_told check (closed_at is not null or code_hash is not null),
  constraint asks_duplicate_of_another check (duplicate_of is null or closed_as = 'duplicate' and duplicate_of <> ask_id),
  constraint asks_forgotten_wholly check (
    forgotten_at is null
    or closed_at is not null
      and num_nonnulls(code_hash, device_hash, party, area, words, contact, reach, avoid, claimed_by, duplicate_of) = 0
  )
);

create index asks_of_group on asks (group_id, waits_since) where closed_at is null;
create index asks_of_device on asks (device_hash) where device_hash is not null;
create index asks_waiting on asks (waits_since) where closed_at is null and waits_since is not null;
create index asks_to_forget on asks (closed_at) where closed_at is not null and forgotten_at is null;
create index asks_quiet on asks (last_at) where closed_at is null;

-- What was said under an ask; gone with it.
create table ask_messages (
  message_id bigint generated always as identity primary key,
  ask_id uuid not null references asks on delete cascade,
  -- null: the family.
  person_id bigint references people,
  said long_text,
  -- A sentence that is there in every language.
  quick text check (quick ~ '^[a-z]+(-[a-z]+)*$' and length(quick) <= 40),
  language text not null check (language ~ '^[a-z]{2,3}$'),
  at timestamptz not null default clock_timestamp(),
  constraint ask_messages_say_one_thing check (num_nonnulls(said, quick) = 1)
);

create index ask_messages_of_ask on ask_messages (ask_id, message_id);

-- Between coordinators; gone with the ask.
create table ask_notes (
  note_id bigint generated always as identity primary key,
  ask_id uuid not null references asks on delete cascade,
  person_id bigint not null references people,
  words long_text not null,
  at timestamptz not null default clock_timestamp()
);

create index ask_notes_of_ask on ask_notes (ask_id, note_id);

-- Who did what with an ask, and who looked at how to reach them.
create table ask_events (
  event_id bigint generated always as identity primary key,
  ask_id uuid not null references asks on delete cascade,
  what text not null check (
    what in ('asked', 'read', 'claimed', 'handed-over', 'let-go', 'risen', 'changed', 'closed', 'reopened')
  ),
  person_id bigint references people,
  at timestamptz not null default clock_timestamp()
);

create index ask_events_of_ask on ask_events (ask_id, event_id);

-- How often a network asked, for an hour.
create table ask_attempts (
  address_hash sha256_hash not null,
  at timestamptz not null default clock_timestamp()
);

create index ask_attempts_of_address on ask_attempts (address_hash, at);

alter domain notice_kind drop constraint notice_kind_known;
alter domain notice_kind add constraint notice_kind_known check (
  value in (
    'confirm', 'offer', 'held', 'gone', 'ended', 'undecided-soon', 'undecided-now', 'ask-new', 'ask-risen',
    'group-waits', 'join-asked'
  )
);

alter table notices add column group_id bigint references groups;

create or replace function notice_told(about notices) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object(
      'noticeId', about.notice_id,
      'kind', about.kind,
      'tries', about.tries,
      'to', coalesce(people.email, alerts.contact),
      'language', coalesce(people.language, alerts.language),
      'name', people.name,
      'placeId', coalesce(about.place_id, pools.place_id),
      'alertId', about.alert_id,
      'endedAs', alerts.ended_as,
      'party', alerts.party,
      'regionId', alerts.region_id,
      'groupId', about.group_id,
      'group', groups.name,
      'hold', case when holds.hold_id is not null then jsonb_build_object(
        'holdId', holds.hold_id,
        'unit', pools.unit,
        'units', holds.units,
        'until', holds.until,
        'arrivesAt', holds.arrives_at
      ) end
    )
    from (select 1) as one
      left join people on people.person_id = about.person_id
      left join alerts on alerts.alert_id = about.alert_id
      left join groups on groups.group_id = about.group_id
      left join holds on holds.hold_id = about.hold_id
      left join pools on pools.pool_id = holds.pool_id
$$;

-- To those on call, or to every coordinator where nobody is, or it must not wait any longer.
create function tell_coordinators(of_group bigint, what text, everyone boolean, for_long interval default '2 hours') returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  insert into notices (kind, person_id, group_id, until)
    select what, person_id, of_group, clock_timestamp() + for_long
      from group_people join people using (person_id)
      where group_people.group_id = of_group
        and role = 'coordinator' and entry = 'in' and disabled_at is null
        and (
          everyone
          or on_call
          or not exists (
            select from group_people as other join people as able using (person_id)
              where other.group_id = of_group and other.on_call and able.disabled_at is null
          )
        )
        -- One mail about several asks at once.
        and not exists (
          select from notices as earlier
            where earlier.person_id = people.person_id and earlier.group_id = of_group
              and earlier.kind = what and earlier.ended_as is null and earlier.claimed_until is null
        );
  select pg_notify('alert_changed', '')
$$;

create function tell_operators(of_group bigint, what text) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  insert into notices (kind, person_id, group_id, until)
    select what, person_id, of_group, clock_timestamp() + interval '3 days'
      from people
      where is_operator and disabled_at is null;
  select pg_notify('alert_changed', '')
$$;

create function note_ask(in_ask uuid, what text, by_person bigint) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  insert into ask_events (ask_id, what, person_id) values (in_ask, what, by_person)
$$;

-- The ask of a family, without an account. One phone asks three things at a time, and a network so many an hour.
create function ask_help(
  change_key uuid,
  by_device bytea,
  new_ask uuid,
  new_code_hash bytea,
  of_group bigint,
  said jsonb,
  in_language text,
  from_address bytea
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
begin
  if by_device is null or new_code_hash is null or from_address is null then
    return '{"kind": "out-of-range"}';
  end if;
  answer := begin_change(
    change_key, 'device ' || encode(by_device, 'hex'), 'ask_help', jsonb_build_array(of_group, said)
  );
  if answer is not null then
    return answer;
  elsif not exists (select from listed_groups where group_id = of_group) then
    return keep_answer(change_key, '{"kind": "unknown-group"}');
  end if;
  -- One at a time, or many at once would all see an hour with one left.
  perform pg_advisory_xact_lock(hashtextextended('device asks ' || encode(by_device, 'hex'), 24));
  perform pg_advisory_xact_lock(hashtextextended('asks of ' || encode(from_address, 'hex'), 24));
  delete from ask_attempts where at < clock_timestamp() - interval '1 hour';
  if (select count(*) >= 3 from asks where device_hash = by_device and closed_at is null)
    or (select count(*) >= 20 from ask_attempts where address_hash = from_address)
  then
    return keep_answer(change_key, '{"kind": "too-many"}');
  end if;
  begin
    insert into asks (
        ask_id, group_id, code_hash, device_hash, language, kinds, party, area, words, contact, reach, avoid, is_shared
      )
      select
        new_ask, of_group, new_code_hash, by_device, in_language,
        array(select distinct jsonb_array_elements_text(said -> 'kinds') order by 1)::ask_kind[],
        nullif(said -> 'party', 'null'), said ->> 'area', said ->> 'words', said ->> 'contact',
        said ->> 'reach', said ->> 'avoid', (said ->> 'isShared')::boolean;
  exception when check_violation or not_null_violation or invalid_parameter_value or invalid_text_representation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  insert into ask_attempts (address_hash) values (from_address);
  perform note_ask(new_ask, 'asked', null);
  perform tell_coordinators(of_group, 'ask-new', false);
  perform pg_notify('ask_changed', new_ask::text);
  return keep_answer(change_key, jsonb_build_object('kind', 'asked', 'ask_id', new_ask));
end
$$;

create function messages_told(of_ask uuid) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select coalesce(jsonb_agg(
      jsonb_build_object(
        'message_id', message_id,
        'from', case when person_id is null then 'seeker' else 'group' end,
        'name', people.name,
        'said', said,
        'quick', quick,
        'language', ask_messages.language,
        'at', at
      ) order by message_id
    ), '[]')
    from ask_messages left join people using (person_id)
    where ask_id = of_ask
$$;

-- An ask as whoever has its words may read it.
create function ask_told(ask asks) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object(
    'ask_id', ask.ask_id,
    'region_id', (select region_id from groups where group_id = ask.group_id),
    'group', (select name from groups where group_id = ask.group_id),
    'kinds', to_jsonb(ask.kinds::text[]),
    'party', ask.party,
    'area', ask.area,
    'words', ask.words,
    'contact', ask.contact,
    'reach', ask.reach,
    'avoid', ask.avoid,
    'is_shared', ask.is_shared,
    'asked_at', ask.asked_at,
    'waits_since', ask.waits_since,
    'who', (select name from people where person_id = ask.claimed_by),
    'closed_at', ask.closed_at,
    'closed_as', ask.closed_as,
    'is_read', exists (select from ask_events where ask_id = ask.ask_id and what = 'read'),
    'group_seen', ask.group_seen,
    'messages', messages_told(ask.ask_id)
  )
$$;

-- The ask of five words, with the budget of guesses and the equal work of find_hold.
create function find_ask(with_code_hash bytea, from_address bytea) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  found_ask asks;
  told_ask asks;
  told jsonb;
begin
  if guesses_are_spent(from_address) then
    return '{"kind": "too-many", "ask": null}';
  end if;
  select * into found_ask from asks where code_hash = with_code_hash;
  insert into code_guesses (address_hash, missed) values (from_address, found_ask.ask_id is null);
  select * into told_ask from asks where ask_id = found_ask.ask_id;
  if found_ask.ask_id is null then
    select * into told_ask from asks order by ask_id limit 1;
  end if;
  told := ask_told(told_ask);
  return jsonb_build_object(
    'kind', case when found_ask.ask_id is null then 'unknown-code' else 'found' end,
    'ask', case when found_ask.ask_id is not null then told end
  );
end
$$;

-- In a browser in which its words were said before; who reads it has seen what is there.
create function ask_of(by_holder bytea, in_ask uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  ask asks;
  newest bigint;
begin
  select * into ask from asks where ask_id = in_ask and code_hash = by_holder;
  if not found then
    return null;
  end if;
  select max(message_id) into newest from ask_messages where ask_id = in_ask and person_id is not null;
  if newest > ask.seeker_seen then
    update asks set seeker_seen = newest where ask_id = in_ask and seeker_seen < newest;
    perform pg_notify('ask_changed', in_ask::text);
  end if;
  return ask_told(ask);
end
$$;

-- What every change by whoever has the words begins with: null and the ask locked, or the answer to give at once.
create function begin_ask_change(
  change_key uuid,
  by_holder bytea,
  change_name text,
  in_ask uuid,
  body jsonb,
  out answer jsonb,
  out ask asks
)
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if by_holder is null then
    answer := '{"kind": "unknown-ask"}';
    return;
  end if;
  answer := begin_change(
    change_key, 'holder ' || encode(by_holder, 'hex'), change_name, jsonb_build_array(in_ask, body)
  );
  if answer is not null then
    return;
  end if;
  select * into ask from asks where ask_id = in_ask and code_hash = by_holder for no key update;
  if not found then
    answer := keep_answer(change_key, '{"kind": "unknown-ask"}');
  end if;
end
$$;

-- The family says something. Said to an ask that is over, it opens it again while it can still be told.
create function say_in_ask(
  change_key uuid,
  by_holder bytea,
  in_ask uuid,
  with_words text,
  with_quick text,
  in_language text
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_ask_change(
    change_key, by_holder, 'say_in_ask', in_ask, jsonb_build_array(with_words, with_quick)
  );
  if change.answer is not null then
    return change.answer;
  elsif (
    select count(*) >= 60 from ask_messages
      where ask_id = in_ask and person_id is null and at > clock_timestamp() - interval '1 hour'
  ) then
    return keep_answer(change_key, '{"kind": "too-many"}');
  end if;
  begin
    insert into ask_messages (ask_id, said, quick, language) values (in_ask, with_words, with_quick, in_language);
  exception when check_violation or not_null_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  if (change.ask).closed_at is not null then
    perform note_ask(in_ask, 'reopened', null);
  end if;
  update asks
    set closed_at = null, closed_as = null, duplicate_of = null,
        last_at = clock_timestamp(),
        risen = case when waits_since is null then 0 else risen end,
        waits_since = coalesce(waits_since, clock_timestamp())
    where ask_id = in_ask;
  perform pg_notify('ask_changed', in_ask::text);
  return keep_answer(change_key, '{"kind": "said"}');
end
$$;

-- How to reach them, and who may read it.
create function change_ask(change_key uuid, by_holder bytea, in_ask uuid, said jsonb) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_ask_change(change_key, by_holder, 'change_ask', in_ask, said);
  if change.answer is not null then
    return change.answer;
  elsif (change.ask).closed_at is not null then
    return keep_answer(change_key, '{"kind": "closed"}');
  end if;
  begin
    update asks
      set contact = said ->> 'contact',
          reach = said ->> 'reach',
          avoid = said ->> 'avoid',
          is_shared = (said ->> 'isShared')::boolean,
          last_at = clock_timestamp()
      where ask_id = in_ask;
  exception when check_violation or not_null_violation or invalid_text_representation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  perform note_ask(in_ask, 'changed', null);
  perform pg_notify('ask_changed', in_ask::text);
  return keep_answer(change_key, '{"kind": "changed"}');
end
$$;

-- The family needs it no more: helped, or not.
create function end_ask(change_key uuid, by_holder bytea, in_ask uuid, as_what text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_ask_change(change_key, by_holder, 'end_ask', in_ask, to_jsonb(as_what));
  if change.answer is not null then
    return change.answer;
  elsif as_what is null or as_what not in ('helped', 'withdrawn') then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  if (change.ask).closed_at is null then
    perform close_ask(in_ask, as_what, null, null);
  end if;
  return keep_answer(change_key, '{"kind": "closed"}');
end
$$;

create function close_ask(in_ask uuid, as_what text, of_other uuid, by_person bigint) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  update asks
    set closed_at = clock_timestamp(), closed_as = as_what, duplicate_of = of_other,
        waits_since = null, risen = 0, last_at = clock_timestamp()
    where ask_id = in_ask;
  perform note_ask(in_ask, 'closed', by_person);
  perform pg_notify('ask_changed', in_ask::text);
end
$$;

-- What follows is for the desk.

-- What every change by a coordinator begins with: null, the person and the ask locked; or the answer to give at once.
create function begin_desk_change(
  change_key uuid,
  session_token text,
  change_name text,
  in_ask uuid,
  body jsonb,
  out answer jsonb,
  out person bigint,
  out ask asks
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
    change_key, 'person ' || person, change_name, jsonb_build_array(in_ask, body)
  );
  if answer is not null then
    return;
  end if;
  select * into ask from asks where ask_id = in_ask and forgotten_at is null for no key update;
  if ask.ask_id is null or not is_in_group(person, ask.group_id, 'coordinator') then
    answer := keep_answer(change_key, '{"kind": "unknown-ask"}');
  end if;
end
$$;

-- Mine to look after; from nobody, or from the one the page showed.
create function claim_ask(change_key uuid, session_token text, in_ask uuid, from_person bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_desk_change(
    change_key, session_token, 'claim_ask', in_ask, to_jsonb(from_person)
  );
  if change.answer is not null then
    return change.answer;
  elsif (change.ask).closed_at is not null then
    return keep_answer(change_key, '{"kind": "closed"}');
  elsif (change.ask).claimed_by is distinct from from_person and (change.ask).claimed_by is distinct from change.person then
    return keep_answer(change_key, jsonb_build_object(
      'kind', 'moved-on', 'who', (select name from people where person_id = (change.ask).claimed_by)
    ));
  end if;
  update asks set claimed_by = change.person, claimed_at = clock_timestamp() where ask_id = in_ask;
  perform note_ask(in_ask, 'claimed', change.person);
  perform pg_notify('ask_changed', in_ask::text);
  return keep_answer(change_key, '{"kind": "claimed"}');
end
$$;

-- To another coordinator; to nobody: whoever is next takes it.
create function hand_over_ask(change_key uuid, session_token text, in_ask uuid, to_person bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_desk_change(
    change_key, session_token, 'hand_over_ask', in_ask, to_jsonb(to_person)
  );
  if change.answer is not null then
    return change.answer;
  elsif (change.ask).closed_at is not null then
    return keep_answer(change_key, '{"kind": "closed"}');
  elsif to_person is not null and not is_in_group(to_person, (change.ask).group_id, 'coordinator') then
    return keep_answer(change_key, '{"kind": "unknown-person"}');
  end if;
  update asks
    set claimed_by = to_person, claimed_at = case when to_person is not null then clock_timestamp() end
    where ask_id = in_ask;
  perform note_ask(in_ask, case when to_person is null then 'let-go' else 'handed-over' end, change.person);
  perform pg_notify('ask_changed', in_ask::text);
  return keep_answer(change_key, '{"kind": "handed-over"}');
end
$$;

-- A coordinator's words to the family; whoever answers first has it.
create function answer_ask(
  change_key uuid,
  session_token text,
  in_ask uuid,
  with_words text,
  with_quick text,
  in_language text
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_desk_change(
    change_key, session_token, 'answer_ask', in_ask, jsonb_build_array(with_words, with_quick)
  );
  if change.answer is not null then
    return change.answer;
  elsif (change.ask).closed_at is not null then
    return keep_answer(change_key, '{"kind": "closed"}');
  end if;
  begin
    insert into ask_messages (ask_id, person_id, said, quick, language)
      values (in_ask, change.person, with_words, with_quick, in_language);
  exception when check_violation or not_null_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  update asks
    set waits_since = null, risen = 0,
        answered_at = coalesce(answered_at, clock_timestamp()),
        last_at = clock_timestamp(),
        claimed_by = coalesce(claimed_by, change.person),
        claimed_at = coalesce(claimed_at, clock_timestamp())
    where ask_id = in_ask;
  if (change.ask).claimed_by is null then
    perform note_ask(in_ask, 'claimed', change.person);
  end if;
  perform pg_notify('ask_changed', in_ask::text);
  return keep_answer(change_key, '{"kind": "said"}');
end
$$;

create function note_on_ask(change_key uuid, session_token text, in_ask uuid, with_words text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_desk_change(change_key, session_token, 'note_on_ask', in_ask, to_jsonb(with_words));
  if change.answer is not null then
    return change.answer;
  end if;
  begin
    insert into ask_notes (ask_id, person_id, words) values (in_ask, change.person, with_words);
  exception when check_violation or not_null_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  perform pg_notify('ask_changed', in_ask::text);
  return keep_answer(change_key, '{"kind": "noted"}');
end
$$;

-- Over, by a coordinator; or open again, while it can still be told. A duplicate says of which other ask of the group.
create function settle_ask(change_key uuid, session_token text, in_ask uuid, as_what text, of_other uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_desk_change(
    change_key, session_token, 'settle_ask', in_ask, jsonb_build_array(as_what, of_other)
  );
  if change.answer is not null then
    return change.answer;
  elsif as_what = 'open' then
    update asks set closed_at = null, closed_as = null, duplicate_of = null, last_at = clock_timestamp()
      where ask_id = in_ask and closed_at is not null;
    if found then
      perform note_ask(in_ask, 'reopened', change.person);
      perform pg_notify('ask_changed', in_ask::text);
    end if;
    return keep_answer(change_key, '{"kind": "open"}');
  elsif as_what is null or as_what not in ('helped', 'elsewhere', 'no-contact', 'duplicate')
    or (as_what = 'duplicate') is distinct from (of_other is not null)
    or of_other is not null and not exists (
      select from asks where ask_id = of_other and ask_id <> in_ask and group_id = (change.ask).group_id and forgotten_at is null
    )
  then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  if (change.ask).closed_at is null then
    perform close_ask(in_ask, as_what, of_other, change.person);
  end if;
  return keep_answer(change_key, '{"kind": "closed"}');
end
$$;

-- Other open asks of the group that may be the same family's: from the same phone, or to be reached the same way.
create function like_ask(ask asks) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select coalesce(jsonb_agg(ask_id order by asked_at), '[]')
    from asks
    where group_id = ask.group_id
      and ask_id <> ask.ask_id
      and closed_at is null
      and (
        device_hash = ask.device_hash
        or lower(contact) = lower(ask.contact)
        or length(regexp_replace(contact, '\D', '', 'g')) >= 10
          and right(regexp_replace(contact, '\D', '', 'g'), 10) = right(regexp_replace(ask.contact, '\D', '', 'g'), 10)
      )
$$;

-- An ask in a line of the desk: never how to reach them.
create function desk_line(ask asks) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object(
    'ask_id', ask.ask_id,
    'kinds', to_jsonb(ask.kinds::text[]),
    'party', ask.party,
    'area', ask.area,
    'language', ask.language,
    'asked_at', ask.asked_at,
    'waits_since', ask.waits_since,
    'risen', ask.risen,
    'who', (select jsonb_build_object('person_id', person_id, 'name', name) from people where person_id = ask.claimed_by),
    'unread', (
      select count(*) from ask_messages
        where ask_id = ask.ask_id and person_id is null and message_id > ask.group_seen
    ),
    'is_read', ask.group_seen > 0 or exists (select from ask_events where ask_id = ask.ask_id and what = 'read'),
    'like', like_ask(ask),
    'closed_at', ask.closed_at,
    'closed_as', ask.closed_as
  )
$$;

-- The open asks of a group, and those that ended within three days; null: no coordinator there.
create function desk_of(session_token text, of_group bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if not is_in_group(own_person(session_token), of_group, 'coordinator') then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(desk_line(asks) order by asks.closed_at desc nulls first, asks.asked_at), '[]')
      from asks
      where group_id = of_group and forgotten_at is null
        and (closed_at is null or closed_at > clock_timestamp() - interval '72 hours')
  );
end
$$;

-- One ask, whole, with how to reach them: who looked is written down.
create function ask_sheet(session_token text, in_ask uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
  ask asks;
  newest bigint;
begin
  select * into ask from asks where ask_id = in_ask and forgotten_at is null;
  if not found or not is_in_group(person, ask.group_id, 'coordinator') then
    return null;
  end if;
  if not exists (
    select from ask_events
      where ask_id = in_ask and what = 'read' and person_id = person and at > clock_timestamp() - interval '1 hour'
  ) then
    perform note_ask(in_ask, 'read', person);
  end if;
  select max(message_id) into newest from ask_messages where ask_id = in_ask and person_id is null;
  if newest > ask.group_seen then
    update asks set group_seen = newest where ask_id = in_ask and group_seen < newest;
    perform pg_notify('ask_changed', in_ask::text);
  end if;
  return ask_told(ask) || desk_line(ask) || jsonb_build_object(
    'group_id', ask.group_id,
    'person_id', person,
    'seeker_seen', ask.seeker_seen,
    'coordinators', (
      select jsonb_agg(jsonb_build_object('person_id', person_id, 'name', name) order by name, person_id)
        from group_people join people using (person_id)
        where group_people.group_id = ask.group_id and role = 'coordinator' and entry = 'in' and disabled_at is null
    ),
    'notes', (
      select coalesce(jsonb_agg(jsonb_build_object('name', name, 'words', words, 'at', at) order by note_id), '[]')
        from ask_notes join people using (person_id)
        where ask_id = in_ask
    ),
    'events', (
      select coalesce(jsonb_agg(jsonb_build_object('what', what, 'name', name, 'at', at) order by event_id), '[]')
        from ask_events left join people using (person_id)
        where ask_id = in_ask
    )
  );
end
$$;

-- What families let a group's members read: what and for whom, roughly where, their words; never how to reach them.
create function shared_asks(session_token text, of_group bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if not is_in_group(own_person(session_token), of_group, 'member') then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(
        jsonb_build_object(
          'ask_id', ask_id,
          'kinds', to_jsonb(kinds::text[]),
          'party', party,
          'area', area,
          'words', words,
          'language', language,
          'asked_at', asked_at,
          'who', (select name from people where person_id = claimed_by)
        ) order by asked_at, ask_id
      ), '[]')
      from asks
      where group_id = of_group and is_shared and closed_at is null
  );
end
$$;

-- For the app's own watch. An ask that waits for a word rises to those on call after half an hour in a region where the night is
-- cold, else after four hours; after as long again to every coordinator. One that nobody has touched for a month is over.
create function raise_asks(cold_regions bigint[]) returns integer
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  ask record;
  raised integer := 0;
begin
  for ask in
    select ask_id, group_id, asks.risen
      from asks join groups using (group_id)
      where closed_at is null
        and asks.risen < 2
        and waits_since < clock_timestamp() - (asks.risen + 1) * case
          when region_id = any (cold_regions) then interval '30 minutes'
          else interval '4 hours'
        end
      order by waits_since
      limit 100
      for no key update of asks skip locked
  loop
    update asks set risen = asks.risen + 1, risen_at = clock_timestamp() where ask_id = ask.ask_id;
    perform note_ask(ask.ask_id, 'risen', null);
    perform tell_coordinators(ask.group_id, 'ask-risen', ask.risen > 0);
    perform pg_notify('ask_changed', ask.ask_id::text);
    raised := raised + 1;
  end loop;
  perform close_ask(ask_id, 'no-contact', null, null)
    from (
      select ask_id from asks
        where closed_at is null and last_at < clock_timestamp() - interval '30 days'
        limit 100
        for no key update skip locked
    ) as quiet;
  return raised;
end
$$;
