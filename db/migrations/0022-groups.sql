-- Mutual aid groups: who they are, who belongs to them and who coordinates; and people who come in by themselves.

create domain group_role as text
  constraint group_role_known check (value in ('member', 'coordinator'));

-- Two coordinators make a group; the operator lets it in, for whoever it is will read what families write.
create domain group_state as text
  constraint group_state_known check (value in ('gathering', 'waiting', 'open', 'closed'));

-- Of a person in a group: asked to come in, was invited, is in, or not any more.
create domain group_entry as text
  constraint group_entry_known check (value in ('asked', 'invited', 'in', 'ended'));

create domain zips as text[]
  constraint zips_of_five_digits check (
    value is null
    or array_position(value, null) is null
    and cardinality(value) <= 200
    and array_to_string(value, ' ') ~ '^([0-9]{5}( [0-9]{5})*)?$'
  );

create table groups (
  group_id bigint generated always as identity primary key,
  region_id bigint not null references regions,
  name short_text not null check (length(name) <= 80),
  -- What it does, for families and for those who would join.
  about text check (about ~ '\S' and length(about) <= 600),
  -- Which part of the region; empty: all of it.
  zips zips not null default '{}',
  state group_state not null default 'gathering',
  begun_by bigint not null references people (person_id),
  begun_at timestamptz not null default clock_timestamp(),
  decided_by bigint references people (person_id),
  decided_at timestamptz,
  constraint groups_decided_by_somebody check ((decided_by is null) = (decided_at is null)),
  constraint groups_open_was_decided check (state <> 'open' or decided_at is not null)
);

create unique index groups_one_of_a_name on groups (region_id, lower(name)) where state <> 'closed';

create table group_people (
  group_id bigint not null references groups,
  person_id bigint not null references people,
  role group_role not null default 'member',
  entry group_entry not null,
  -- As whoever invited them calls them: their own name is theirs to say, by coming in.
  called short_text,
  -- What they wrote when they asked to come in.
  words text check (words ~ '\S' and length(words) <= 600),
  -- Who made them what they are here; null: they themselves, by beginning the group.
  by_whom bigint references people (person_id),
  since timestamptz not null default clock_timestamp(),
  -- Told when something must not wait.
  on_call boolean not null default false,
  primary key (group_id, person_id),
  constraint group_people_on_call_coordinate check (not on_call or role = 'coordinator' and entry = 'in')
);

create index group_people_of_person on group_people (person_id);

-- The mails somebody has caused within a day.
create table group_invitations (
  invited_by bigint not null references people (person_id),
  at timestamptz not null default clock_timestamp()
);

create index group_invitations_of_person on group_invitations (invited_by, at);

-- Who comes in by themselves: no row among people before the code of the mail was typed.
create table sign_up_codes (
  code_id bigint generated always as identity primary key,
  email email not null,
  name short_text not null,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  code_hash sha256_hash not null,
  tries smallint not null default 0,
  sent_at timestamptz not null default clock_timestamp(),
  until timestamptz not null default clock_timestamp() + interval '10 minutes',
  used_at timestamptz
);

create index sign_up_codes_newest on sign_up_codes (email, sent_at desc);

-- Groups that families are told of.
create view listed_groups as
  select group_id, region_id, name, about, zips
    from groups
    where state = 'open'
      and (
        select count(*) >= 2
          from group_people join people using (person_id)
          where group_people.group_id = groups.group_id
            and role = 'coordinator' and entry = 'in' and disabled_at is null
      );

-- A code for somebody new, or for somebody known; the answer is the same. `is_new` says which mail to write, and no page may
-- tell. A known one gets the code of an ordinary sign-in, and keeps their name.
create function ask_sign_up(
  to_email text,
  with_name text,
  in_language text,
  with_code_hash bytea,
  from_address bytea,
  about_account bytea
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb := ask_sign_in(to_email, with_code_hash, from_address, about_account);
begin
  if answer ->> 'kind' <> 'asked' or answer -> 'person' <> 'null'
    -- Who runs the server has shut them out.
    or exists (select from people where email = lower(to_email))
  then
    return answer;
  end if;
  delete from sign_up_codes where sent_at < clock_timestamp() - interval '1 hour';
  perform pg_advisory_xact_lock(hashtextextended('sign up ' || lower(to_email), 23));
  update sign_up_codes set until = clock_timestamp()
    where email = lower(to_email) and used_at is null and until > clock_timestamp();
  begin
    insert into sign_up_codes (email, name, language, code_hash)
      values (lower(to_email), with_name, in_language, with_code_hash);
  exception when check_violation or not_null_violation then
    return '{"kind": "out-of-range"}';
  end;
  return jsonb_build_object(
    'kind', 'asked',
    'person', jsonb_build_object('email', lower(to_email), 'name', with_name, 'language', in_language),
    'is_new', true
  );
end
$$;

-- Begins a session for whoever has the code; who was not known is from now on.
create function sign_up(to_email text, with_code_hash bytea, from_address bytea, new_token_sha256 bytea) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  -- It counts the guess.
  answer jsonb := sign_in(to_email, with_code_hash, from_address, new_token_sha256);
  code sign_up_codes;
  person people;
begin
  if answer ->> 'kind' <> 'wrong-code' then
    return answer;
  end if;
  select * into code
    from sign_up_codes
    where email = lower(to_email) and used_at is null and until > clock_timestamp() and tries < 5
    order by sent_at desc
    limit 1
    for update;
  if not found then
    return '{"kind": "wrong-code"}';
  elsif code.code_hash <> with_code_hash then
    update sign_up_codes set tries = tries + 1 where code_id = code.code_id;
    return '{"kind": "wrong-code"}';
  end if;
  update sign_up_codes set used_at = clock_timestamp() where code_id = code.code_id;
  insert into people (name, email, language) values (code.name, code.email, code.language)
    on conflict (email) do nothing;
  select * into person from people where email = code.email and disabled_at is null for no key update;
  if not found then
    return '{"kind": "wrong-code"}';
  end if;
  insert into sessions (person_id, token_sha256) values (person.person_id, new_token_sha256);
  return '{"kind": "signed-in"}';
end
$$;

-- Whoever is signed in on a device of their own; null where nobody is. A PIN on a shared tablet opens no group.
create function own_person(session_token text) returns bigint
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := person_of(session_token);
begin
  if exists (select from sessions where session_id = acting_session() and by_pin) then
    return null;
  end if;
  return person;
end
$$;

-- Whether a person is in a group, as a coordinator where one is needed.
create function is_in_group(person bigint, of_group bigint, as_role text) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select exists (
    select
      from group_people
        join groups using (group_id)
        join people using (person_id)
      where group_people.person_id = person
        and group_id = of_group
        and entry = 'in'
        and (role = as_role or role = 'coordinator')
        and groups.state <> 'closed'
        and disabled_at is null
  )
$$;

-- What every change to a group begins with: the person and the key taken, or the answer to give at once. A stranger's group is
-- as unknown as one that is not there. The group's row puts its changes in one order.
create function begin_group_change(
  change_key uuid,
  session_token text,
  change_name text,
  in_group bigint,
  as_role text,
  body jsonb,
  out answer jsonb,
  out person bigint,
  out found_group groups
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
    change_key, 'person ' || person, change_name, jsonb_build_array(in_group, body)
  );
  if answer is not null then
    return;
  end if;
  select * into found_group from groups where group_id = in_group for no key update;
  if found_group.group_id is null or (as_role is not null and not is_in_group(person, in_group, as_role)) then
    answer := keep_answer(change_key, '{"kind": "unknown-group"}');
  end if;
end
$$;

-- Somebody's invitation is written down, and theirs to answer. `is_new`: a mail goes to them; who sends the form again causes
-- no second one.
create function add_invitation(of_group bigint, to_email text, with_name text, as_role text, by_person bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  invited people;
  there group_people;
begin
  -- One at a time, or many at once would all see a day with one left.
  perform pg_advisory_xact_lock(hashtextextended('group invites ' || by_person, 23));
  delete from group_invitations where invited_by = by_person and at < clock_timestamp() - interval '1 day';
  if (select count(*) >= 30 from group_invitations where invited_by = by_person) then
    return '{"kind": "too-many"}';
  end if;
  begin
    insert into people (name, email) values (with_name, lower(to_email)) on conflict (email) do nothing;
  exception when check_violation or not_null_violation then
    return '{"kind": "out-of-range"}';
  end;
  select * into invited from people where email = lower(to_email);
  if invited.person_id = by_person then
    return '{"kind": "yourself"}';
  end if;
  insert into group_invitations (invited_by) values (by_person);
  select * into there from group_people where group_id = of_group and person_id = invited.person_id;
  if there.entry = 'in' then
    return '{"kind": "in-already"}';
  elsif there.entry = 'asked' then
    -- Both want it.
    update group_people
      set entry = 'in', role = as_role, by_whom = by_person, since = clock_timestamp()
      where group_id = of_group and person_id = invited.person_id;
    return '{"kind": "in"}';
  end if;
  insert into group_people (group_id, person_id, role, entry, called, by_whom)
    values (of_group, invited.person_id, as_role, 'invited', with_name, by_person)
    on conflict (group_id, person_id) do update
      set role = excluded.role, entry = 'invited', called = excluded.called, words = null,
          by_whom = excluded.by_whom, since = clock_timestamp();
  return jsonb_build_object(
    'kind', 'invited',
    -- Who is shut out is written to by nobody, and the answer does not tell.
    'email', case when invited.disabled_at is null then invited.email end,
    'language', invited.language
  );
end
$$;

-- What is kept of an answer names no mail to send: the same form sent again sends none.
create function keep_invitation(change_key uuid, given jsonb) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select given from keep_answer(change_key, given - 'email' - 'language')
$$;

create function begin_group(
  change_key uuid,
  session_token text,
  in_region bigint,
  with_name text,
  with_about text,
  in_zips text[],
  second_name text,
  second_email text
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
  answer jsonb;
  made bigint;
begin
  if person is null then
    return '{"kind": "signed-out"}';
  end if;
  answer := begin_change(
    change_key, 'person ' || person, 'begin_group',
    jsonb_build_array(in_region, with_name, with_about, in_zips, second_name, lower(second_email))
  );
  if answer is not null then
    return answer;
  end if;
  perform from people where person_id = person for no key update;
  if not exists (select from regions where region_id = in_region) then
    return keep_answer(change_key, '{"kind": "unknown-region"}');
  elsif (select count(*) >= 3 from groups where begun_by = person and begun_at > clock_timestamp() - interval '7 days') then
    return keep_answer(change_key, '{"kind": "too-many"}');
  end if;
  begin
    insert into groups (region_id, name, about, zips, begun_by)
      values (in_region, with_name, with_about, coalesce(in_zips, '{}'), person)
      on conflict do nothing
      returning group_id into made;
    if made is null then
      return keep_answer(change_key, '{"kind": "name-taken"}');
    end if;
    insert into group_people (group_id, person_id, role, entry, on_call) values (made, person, 'coordinator', 'in', true);
    answer := add_invitation(made, second_email, second_name, 'coordinator', person);
    if answer ->> 'kind' <> 'invited' then
      raise exception '%', answer ->> 'kind' using errcode = 'WS001';
    end if;
  exception
    when sqlstate 'WS001' then
      return keep_answer(change_key, jsonb_build_object('kind', sqlerrm));
    when check_violation or not_null_violation then
      return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  return keep_invitation(change_key, answer || jsonb_build_object('kind', 'begun', 'group_id', made));
end
$$;

create function invite_to_group(
  change_key uuid,
  session_token text,
  in_group bigint,
  to_email text,
  with_name text,
  as_role text
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_group_change(
    change_key, session_token, 'invite_to_group', in_group, 'coordinator',
    jsonb_build_array(lower(to_email), with_name, as_role)
  );
  if change.answer is not null then
    return change.answer;
  elsif as_role is null or as_role not in ('member', 'coordinator') then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  return keep_invitation(change_key, add_invitation(in_group, to_email, with_name, as_role, change.person));
end
$$;

-- Two coordinators who are in: the operator may decide.
create function group_may_wait(of_group bigint) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  update groups set state = 'waiting'
    where group_id = of_group
      and state = 'gathering'
      and (
        select count(*) >= 2 from group_people
          where group_people.group_id = of_group and role = 'coordinator' and entry = 'in'
      );
  if found then
    perform tell_operators(of_group, 'group-waits');
  end if;
end
$$;

-- Yes or no to an invitation; by saying yes they say what they are called.
create function answer_invitation(change_key uuid, session_token text, in_group bigint, says_yes boolean, own_name text)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_group_change(
    change_key, session_token, 'answer_invitation', in_group, null, jsonb_build_array(says_yes, own_name)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  perform from group_people
    where group_id = in_group and person_id = change.person and entry = 'invited';
  if not found or (change.found_group).state = 'closed' then
    return keep_answer(change_key, '{"kind": "unknown-group"}');
  end if;
  if says_yes and own_name is not null then
    begin
      update people set name = own_name where person_id = change.person;
    exception when check_violation then
      return keep_answer(change_key, '{"kind": "out-of-range"}');
    end;
  end if;
  update group_people
    set entry = case when says_yes then 'in' else 'ended' end, since = clock_timestamp()
    where group_id = in_group and person_id = change.person;
  perform group_may_wait(in_group);
  return keep_answer(change_key, jsonb_build_object('kind', case when says_yes then 'in' else 'ended' end));
end
$$;

create function ask_to_join(change_key uuid, session_token text, in_group bigint, with_words text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  there group_people;
begin
  select * into change from begin_group_change(
    change_key, session_token, 'ask_to_join', in_group, null, to_jsonb(with_words)
  );
  if change.answer is not null then
    return change.answer;
  elsif not exists (select from listed_groups where group_id = in_group) then
    return keep_answer(change_key, '{"kind": "unknown-group"}');
  end if;
  select * into there from group_people where group_id = in_group and person_id = change.person;
  if there.entry = 'in' then
    return keep_answer(change_key, '{"kind": "in-already"}');
  elsif there.entry = 'invited' then
    -- Both want it.
    update group_people set entry = 'in', since = clock_timestamp()
      where group_id = in_group and person_id = change.person;
    return keep_answer(change_key, '{"kind": "in"}');
  elsif there.entry = 'ended' and there.since > clock_timestamp() - interval '7 days' then
    return keep_answer(change_key, '{"kind": "too-soon"}');
  elsif (
    select count(*) >= 5 from group_people where person_id = change.person and entry = 'asked'
  ) then
    return keep_answer(change_key, '{"kind": "too-many"}');
  end if;
  begin
    insert into group_people (group_id, person_id, role, entry, words)
      values (in_group, change.person, 'member', 'asked', with_words)
      on conflict (group_id, person_id) do update
        set role = 'member', entry = 'asked', words = excluded.words, called = null, by_whom = null,
            since = clock_timestamp();
  exception when check_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  perform tell_coordinators(in_group, 'join-asked', true, '3 days');
  return keep_answer(change_key, '{"kind": "asked"}');
end
$$;

-- A coordinator's yes or no to who asked.
create function answer_join(change_key uuid, session_token text, in_group bigint, of_person bigint, says_yes boolean)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_group_change(
    change_key, session_token, 'answer_join', in_group, 'coordinator', jsonb_build_array(of_person, says_yes)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  update group_people
    set entry = case when says_yes then 'in' else 'ended' end, words = null, by_whom = change.person,
        since = clock_timestamp()
    where group_id = in_group and person_id = of_person and entry = 'asked';
  if not found then
    return keep_answer(change_key, '{"kind": "moved-on"}');
  end if;
  return keep_answer(change_key, jsonb_build_object('kind', case when says_yes then 'in' else 'ended' end));
end
$$;

-- Whether a group would have too few to coordinate it without this person.
create function needs_coordinator(of_group bigint, of_person bigint) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select
    exists (
      select from group_people
        where group_id = of_group and person_id = of_person and role = 'coordinator' and entry = 'in'
    )
    and (
      select count(*) < 2
        from group_people join people using (person_id)
        where group_id = of_group and person_id <> of_person
          and role = 'coordinator' and entry = 'in' and disabled_at is null
    )
$$;

-- What a person is here, and whether they are told what must not wait.
create function change_role(
  change_key uuid,
  session_token text,
  in_group bigint,
  of_person bigint,
  as_role text,
  is_on_call boolean
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_group_change(
    change_key, session_token, 'change_role', in_group, 'coordinator',
    jsonb_build_array(of_person, as_role, is_on_call)
  );
  if change.answer is not null then
    return change.answer;
  elsif as_role is null or as_role not in ('member', 'coordinator') or is_on_call is null then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  elsif as_role = 'member' and needs_coordinator(in_group, of_person) then
    return keep_answer(change_key, '{"kind": "too-few"}');
  end if;
  update group_people
    set role = as_role,
        on_call = is_on_call and as_role = 'coordinator',
        by_whom = case when role = as_role then by_whom else change.person end,
        since = case when role = as_role then since else clock_timestamp() end
    where group_id = in_group and person_id = of_person and entry = 'in';
  if not found then
    return keep_answer(change_key, '{"kind": "moved-on"}');
  end if;
  perform group_may_wait(in_group);
  return keep_answer(change_key, '{"kind": "changed"}');
end
$$;

-- Out of a group: by a coordinator, or by themselves. A group keeps two coordinators.
create function leave_group(change_key uuid, session_token text, in_group bigint, of_person bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_group_change(
    change_key, session_token, 'leave_group', in_group, null, to_jsonb(of_person)
  );
  if change.answer is not null then
    return change.answer;
  elsif of_person is distinct from change.person and not is_in_group(change.person, in_group, 'coordinator')
    or not exists (
      select from group_people where group_id = in_group and person_id = of_person and entry <> 'ended'
    )
  then
    return keep_answer(change_key, '{"kind": "unknown-group"}');
  elsif (change.found_group).state <> 'closed' and needs_coordinator(in_group, of_person) then
    return keep_answer(change_key, '{"kind": "too-few"}');
  end if;
  update group_people
    set entry = 'ended', role = 'member', on_call = false, words = null, by_whom = change.person, since = clock_timestamp()
    where group_id = in_group and person_id = of_person;
  return keep_answer(change_key, '{"kind": "ended"}');
end
$$;

-- What a group says of itself.
create function describe_group(
  change_key uuid,
  session_token text,
  in_group bigint,
  with_name text,
  with_about text,
  in_zips text[]
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_group_change(
    change_key, session_token, 'describe_group', in_group, 'coordinator',
    jsonb_build_array(with_name, with_about, in_zips)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  begin
    update groups set name = with_name, about = with_about, zips = coalesce(in_zips, '{}') where group_id = in_group;
  exception
    when unique_violation then
      return keep_answer(change_key, '{"kind": "name-taken"}');
    when check_violation or not_null_violation then
      return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  return keep_answer(change_key, '{"kind": "changed"}');
end
$$;

-- The operator of the server lets a group in, or ends it.
create function decide_group(change_key uuid, session_token text, in_group bigint, lets_in boolean) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_group_change(
    change_key, session_token, 'decide_group', in_group, null, to_jsonb(lets_in)
  );
  if change.answer is not null then
    return change.answer;
  elsif not exists (select from people where person_id = change.person and is_operator) then
    return keep_answer(change_key, '{"kind": "unknown-group"}');
  elsif lets_in and (change.found_group).state <> 'waiting' or (change.found_group).state = 'closed' then
    return keep_answer(change_key, '{"kind": "moved-on"}');
  end if;
  update groups
    set state = case when lets_in then 'open' else 'closed' end,
        decided_by = change.person, decided_at = clock_timestamp()
    where group_id = in_group;
  return keep_answer(change_key, jsonb_build_object('kind', case when lets_in then 'open' else 'closed' end));
end
$$;

-- The groups of whoever is signed in, and those that ask them in; for the operator those that wait as well.
create function my_groups(session_token text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
begin
  return (
    select coalesce(jsonb_agg(
        jsonb_build_object(
          'groupId', group_id,
          'name', groups.name,
          'region', regions.name,
          'state', groups.state,
          'role', role,
          'entry', entry,
          'calledYou', called,
          'isOnCall', coalesce(on_call, false),
          'decides', is_operator and groups.state = 'waiting',
          'asking', case when entry = 'in' and role = 'coordinator' then (
            select count(*)
              from group_people as asking join people as able on able.person_id = asking.person_id
              where asking.group_id = groups.group_id and asking.entry = 'asked' and able.disabled_at is null
          ) else 0 end
        ) order by groups.name, group_id
      ), '[]')
      from groups
        join regions using (region_id)
        join people on people.person_id = person
        left join group_people using (group_id, person_id)
      where groups.state <> 'closed'
        and (entry in ('asked', 'invited', 'in') or is_operator and groups.state = 'waiting')
  );
end
$$;

-- A group as those in it may see it; mails and who asks only its coordinators, and the operator while it waits.
create function group_sheet(session_token text, of_group bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
  is_coordinator boolean := is_in_group(person, of_group, 'coordinator');
  decides boolean := exists (
    select from people cross join groups
      where person_id = person and is_operator and group_id = of_group and state in ('gathering', 'waiting', 'open')
  );
begin
  if not is_in_group(person, of_group, 'member') and not decides then
    return null;
  end if;
  return (
    select jsonb_build_object(
        'groupId', group_id,
        'regionId', region_id,
        'region', regions.name,
        'timeZone', time_zone,
        'name', groups.name,
        'about', about,
        'zips', to_jsonb(zips::text[]),
        'state', groups.state,
        'isMember', is_in_group(person, of_group, 'member'),
        'isCoordinator', is_coordinator,
        'decides', decides,
        'personId', person,
        'people', (
          select coalesce(jsonb_agg(
              jsonb_build_object(
                'personId', person_id,
                'name', case when entry = 'invited' then called else people.name end,
                'email', case when is_coordinator or decides then email end,
                'role', role,
                'entry', entry,
                'words', case when is_coordinator then words end,
                'isOnCall', on_call,
                'since', since
              ) order by role, people.name, person_id
            ), '[]')
            from group_people join people using (person_id)
            where group_people.group_id = of_group
              and disabled_at is null
              and (
                entry = 'in' and (role = 'coordinator' or is_coordinator)
                or entry in ('asked', 'invited') and (is_coordinator or decides)
              )
        )
      )
      from groups join regions using (region_id)
      where group_id = of_group
  );
end
$$;
