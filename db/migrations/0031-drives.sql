-- Drives for coats or food, with what is needed and who brings it; and rounds, whose place only those on them may know.

create table drives (
  drive_id uuid primary key,
  group_id bigint not null references groups,
  name short_text not null check (length(name) <= 80),
  words text check (words ~ '\S' and length(words) <= 600),
  -- Where to bring things, and when. For members: it may be somebody's porch.
  drop_off text check (drop_off ~ '\S' and length(drop_off) <= 300),
  until date not null,
  begun_by bigint not null references people (person_id),
  begun_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz
);

create index drives_of_group on drives (group_id, until);

create table drive_needs (
  need_id bigint generated always as identity primary key,
  drive_id uuid not null references drives on delete cascade,
  -- With its size: "coats, size 6".
  what short_text not null check (length(what) <= 120),
  wanted integer not null check (wanted between 1 and 1000)
);

create index drive_needs_of_drive on drive_needs (drive_id, need_id);

create table drive_gifts (
  gift_id uuid primary key,
  need_id bigint not null references drive_needs on delete cascade,
  person_id bigint not null references people,
  n integer not null check (n between 1 and 1000),
  at timestamptz not null default clock_timestamp(),
  brought_at timestamptz
);

create index drive_gifts_of_need on drive_gifts (need_id);

create table rounds (
  round_id uuid primary key,
  group_id bigint not null references groups,
  name short_text not null check (length(name) <= 80),
  on_day date not null,
  from_minutes wall_minutes not null,
  -- What to take along; nothing of where.
  words text check (words ~ '\S' and length(words) <= 600),
  -- Sealed by the app (AES-256-GCM); gone when the round is over, or the day after.
  place bytea check (octet_length(place) between 30 and 2000),
  planned_by bigint not null references people (person_id),
  planned_at timestamptz not null default clock_timestamp(),
  over_at timestamptz,
  over_as text check (over_as in ('done', 'called-off')),
  constraint rounds_over_somehow check ((over_at is null) = (over_as is null)),
  constraint rounds_over_have_no_place check (over_at is null or place is null)
);

create index rounds_of_group on rounds (group_id, on_day);

create table round_people (
  round_id uuid not null references rounds on delete cascade,
  person_id bigint not null references people,
  -- null: they asked, and no coordinator has said yes.
  let_on_by bigint references people (person_id),
  at timestamptz not null default clock_timestamp(),
  primary key (round_id, person_id)
);

create function start_drive(change_key uuid, session_token text, in_group bigint, new_drive uuid, said jsonb) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_group_change(change_key, session_token, 'start_drive', in_group, 'coordinator', said);
  if change.answer is not null then
    return change.answer;
  elsif (select count(*) >= 20 from drives where group_id = in_group and ended_at is null) then
    return keep_answer(change_key, '{"kind": "too-many"}');
  elsif coalesce(jsonb_array_length(said -> 'needs'), 0) not between 1 and 30 then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  begin
    insert into drives (drive_id, group_id, name, words, drop_off, until, begun_by)
      values (
        new_drive, in_group, said ->> 'name', said ->> 'words', said ->> 'dropOff', (said ->> 'until')::date, change.person
      );
    insert into drive_needs (drive_id, what, wanted)
      select new_drive, each ->> 'what', (each ->> 'wanted')::integer
        from jsonb_array_elements(said -> 'needs') with ordinality as listed (each, place)
        order by place;
  exception
    when check_violation or not_null_violation or data_exception then
      return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  return keep_answer(change_key, '{"kind": "done"}');
end
$$;

-- No more is brought; by a coordinator.
create function end_drive(change_key uuid, session_token text, in_group bigint, in_drive uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_group_change(
    change_key, session_token, 'end_drive', in_group, 'coordinator', to_jsonb(in_drive)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  update drives set ended_at = coalesce(ended_at, clock_timestamp()) where drive_id = in_drive and group_id = in_group;
  return keep_answer(change_key, jsonb_build_object('kind', case when found then 'done' else 'unknown' end));
end
$$;

-- A member says how many they bring of what is needed: anew, not in addition. None: they bring none after all.
create function bring(change_key uuid, session_token text, in_group bigint, to_need bigint, new_gift uuid, n_brought integer) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_group_change(
    change_key, session_token, 'bring', in_group, 'member', jsonb_build_array(to_need, n_brought)
  );
  if change.answer is not null then
    return change.answer;
  elsif n_brought is null or n_brought not between 0 and 1000 then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  perform from drive_needs join drives using (drive_id)
    where need_id = to_need and group_id = in_group and ended_at is null
    for no key update of drives;
  if not found then
    return keep_answer(change_key, '{"kind": "unknown"}');
  end if;
  delete from drive_gifts where need_id = to_need and person_id = change.person and brought_at is null;
  if n_brought > 0 then
    insert into drive_gifts (gift_id, need_id, person_id, n) values (new_gift, to_need, change.person, n_brought);
  end if;
  return keep_answer(change_key, '{"kind": "done"}');
end
$$;

-- It has arrived where things are gathered; its member says so, or a coordinator.
create function note_brought(change_key uuid, session_token text, in_group bigint, in_gift uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_group_change(
    change_key, session_token, 'note_brought', in_group, 'member', to_jsonb(in_gift)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  update drive_gifts set brought_at = coalesce(brought_at, clock_timestamp())
    from drive_needs join drives using (drive_id)
    where gift_id = in_gift and drive_needs.need_id = drive_gifts.need_id and group_id = in_group
      and (drive_gifts.person_id = change.person or is_in_group(change.person, in_group, 'coordinator'));
  return keep_answer(change_key, jsonb_build_object('kind', case when found then 'done' else 'unknown' end));
end
$$;

-- For members: what is needed, and how much of it is on its way or there; who brings it, coordinators read.
create function drives_of(session_token text, of_group bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
  coordinates boolean;
begin
  if not is_in_group(person, of_group, 'member') then
    return null;
  end if;
  coordinates := is_in_group(person, of_group, 'coordinator');
  return (
    select coalesce(jsonb_agg(
        jsonb_build_object(
          'drive_id', drive_id,
          'name', name,
          'words', words,
          'drop_off', drop_off,
          'until', until,
          'is_over', ended_at is not null,
          'needs', (
            select coalesce(jsonb_agg(
                jsonb_build_object(
                  'need_id', need_id,
                  'what', what,
                  'wanted', wanted,
                  'promised', (select coalesce(sum(n), 0) from drive_gifts where drive_gifts.need_id = drive_needs.need_id),
                  'brought', (
                    select coalesce(sum(n), 0) from drive_gifts
                      where drive_gifts.need_id = drive_needs.need_id and brought_at is not null
                  ),
                  'gifts', (
                    select coalesce(jsonb_agg(
                        jsonb_build_object(
                          'gift_id', gift_id, 'n', n, 'is_brought', brought_at is not null,
                          'is_own', drive_gifts.person_id = person,
                          'who', case when coordinates then people.name end
                        ) order by at, gift_id
                      ), '[]')
                      from drive_gifts join people using (person_id)
                      where drive_gifts.need_id = drive_needs.need_id
                        and (coordinates or drive_gifts.person_id = person)
                  )
                ) order by need_id
              ), '[]')
              from drive_needs
              where drive_needs.drive_id = drives.drive_id
          )
        ) order by ended_at is not null, until, drive_id
      ), '[]')
      from drives
      where group_id = of_group and (ended_at is null or ended_at > clock_timestamp() - interval '30 days')
  );
end
$$;

-- The place comes sealed. `place_hash` tells the same form sent again from another one, and nothing else.
create function plan_round(
  change_key uuid,
  session_token text,
  in_group bigint,
  new_round uuid,
  said jsonb,
  sealed_place bytea,
  place_hash bytea
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_group_change(
    change_key, session_token, 'plan_round', in_group, 'coordinator', jsonb_build_array(said, encode(place_hash, 'hex'))
  );
  if change.answer is not null then
    return change.answer;
  elsif (select count(*) >= 50 from rounds where group_id = in_group and over_at is null) then
    return keep_answer(change_key, '{"kind": "too-many"}');
  elsif sealed_place is null then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  begin
    insert into rounds (round_id, group_id, name, on_day, from_minutes, words, place, planned_by)
      values (
        new_round, in_group, said ->> 'name', (said ->> 'onDay')::date, (said ->> 'fromMinutes')::smallint, said ->> 'words',
        sealed_place, change.person
      );
    insert into round_people (round_id, person_id, let_on_by) values (new_round, change.person, change.person);
  exception
    when check_violation or not_null_violation or data_exception then
      return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  return keep_answer(change_key, '{"kind": "done"}');
end
$$;

-- What every change to a round begins with: null and the round locked, or the answer to give at once.
create function begin_round_change(
  change_key uuid,
  session_token text,
  change_name text,
  in_group bigint,
  in_round uuid,
  as_role text,
  body jsonb,
  out answer jsonb,
  out person bigint
)
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_group_change(
    change_key, session_token, change_name, in_group, as_role, jsonb_build_array(in_round, body)
  );
  answer := change.answer;
  person := change.person;
  if answer is not null then
    return;
  end if;
  perform from rounds where round_id = in_round and group_id = in_group and over_at is null for no key update;
  if not found then
    answer := keep_answer(change_key, '{"kind": "unknown"}');
  end if;
end
$$;

-- A member would come, or does not after all. Where it is they read when a coordinator has said yes.
create function come_along(change_key uuid, session_token text, in_group bigint, in_round uuid, comes boolean) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_round_change(
    change_key, session_token, 'come_along', in_group, in_round, 'member', to_jsonb(comes)
  );
  if change.answer is not null then
    return change.answer;
  elsif comes then
    insert into round_people (round_id, person_id) values (in_round, change.person) on conflict do nothing;
  else
    delete from round_people where round_id = in_round and person_id = change.person;
  end if;
  return keep_answer(change_key, '{"kind": "done"}');
end
$$;

-- A coordinator lets somebody on a round who asked, or takes them off it.
create function let_on_round(
  change_key uuid,
  session_token text,
  in_group bigint,
  in_round uuid,
  of_person bigint,
  is_let_on boolean
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_round_change(
    change_key, session_token, 'let_on_round', in_group, in_round, 'coordinator', jsonb_build_array(of_person, is_let_on)
  );
  if change.answer is not null then
    return change.answer;
  elsif is_let_on then
    update round_people set let_on_by = coalesce(let_on_by, change.person)
      where round_id = in_round and person_id = of_person and is_in_group(of_person, in_group, 'member');
  else
    delete from round_people where round_id = in_round and person_id = of_person;
  end if;
  return keep_answer(change_key, jsonb_build_object('kind', case when found then 'done' else 'unknown' end));
end
$$;

-- It is over, and where it was is forgotten at once.
create function end_round(change_key uuid, session_token text, in_group bigint, in_round uuid, as_what text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_round_change(
    change_key, session_token, 'end_round', in_group, in_round, 'coordinator', to_jsonb(as_what)
  );
  if change.answer is not null then
    return change.answer;
  elsif as_what is null or as_what not in ('done', 'called-off') then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  update rounds set place = null, over_at = clock_timestamp(), over_as = as_what where round_id = in_round;
  return keep_answer(change_key, '{"kind": "done"}');
end
$$;

-- For members: when there is one, and what to take along. Where, and who comes, for who is on it and for coordinators.
create function rounds_of(session_token text, of_group bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
  coordinates boolean;
begin
  if not is_in_group(person, of_group, 'member') then
    return null;
  end if;
  coordinates := is_in_group(person, of_group, 'coordinator');
  return (
    select coalesce(jsonb_agg(
        jsonb_build_object(
          'round_id', rounds.round_id,
          'name', name,
          'on_day', on_day,
          'from_minutes', from_minutes,
          'words', words,
          'over_as', over_as,
          'standing', case when own.person_id is null then 'not' when own.let_on_by is null then 'asked' else 'on' end,
          'knows', coordinates or own.let_on_by is not null,
          'place', case when coordinates or own.let_on_by is not null then encode(place, 'hex') end,
          'people', case when coordinates or own.let_on_by is not null then (
            select coalesce(jsonb_agg(
                jsonb_build_object('person_id', person_id, 'name', people.name, 'is_on', let_on_by is not null)
                order by round_people.at, person_id
              ), '[]')
              from round_people join people using (person_id)
              where round_people.round_id = rounds.round_id and (coordinates or let_on_by is not null)
          ) else '[]' end
        ) order by over_at is not null, on_day, from_minutes, rounds.round_id
      ), '[]')
      from rounds
        left join round_people as own on own.round_id = rounds.round_id and own.person_id = person
      where group_id = of_group and (over_at is null or over_at > clock_timestamp() - interval '30 days')
  );
end
$$;

-- The day after a round nobody needs its place or who came any more, whether somebody said that it is over or not; nor after a
-- drive where things were brought, and by whom.
create function forget_rounds() returns integer
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  forgotten integer;
begin
  update rounds set place = null, over_at = clock_timestamp(), over_as = 'done'
    from groups join regions using (region_id)
    where groups.group_id = rounds.group_id and over_at is null
      and on_day + 1 < (clock_timestamp() at time zone time_zone)::date;
  get diagnostics forgotten = row_count;
  delete from rounds where over_at < clock_timestamp() - interval '30 days';
  update drives set ended_at = clock_timestamp()
    from groups join regions using (region_id)
    where groups.group_id = drives.group_id and ended_at is null
      and until < (clock_timestamp() at time zone time_zone)::date;
  delete from drives where ended_at < clock_timestamp() - interval '30 days';
  return forgotten;
end
$$;

-- As before (0016). Also of those who waited, which no watch over alerts need be there for; of asks; and of rounds that are
-- over. The months that are over are counted once nothing of them is left to forget. The answer says of each kind how many.
create or replace function forget_what_is_over() returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  most constant integer := 2000;
  forgotten integer;
  asks integer;
  waits integer;
  keys integer;
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
  select count(*) into keys from gone;
  is_more := keys >= most or is_more;
  delete from code_guesses where at < clock_timestamp() - interval '1 hour';
  delete from hold_requests where at < clock_timestamp() - interval '1 hour';
  delete from contact_attempts where at < clock_timestamp() - interval '1 hour';
  delete from sign_in_attempts where at < clock_timestamp() - interval '1 hour';
  delete from contact_codes where sent_at < clock_timestamp() - interval '2 hours';
  update door_reports set voice = null where voice is not null and said_at < clock_timestamp() - interval '2 hours';
  -- Of people who never came in.
  delete from sign_up_codes where sent_at < clock_timestamp() - interval '1 hour';
  delete from invitations where at < clock_timestamp() - interval '1 day';
  delete from group_invitations where at < clock_timestamp() - interval '1 day';
  perform forget_rounds();
  waits := forget_alerts(most);
  asks := forget_asks(most);
  is_more := waits >= most or asks >= most or is_more;
  if not is_more then
    -- Whatever is wrong with a count keeps nobody from being forgotten.
    begin
      perform count_months();
    exception when others then
      raise warning 'months could not be counted: %', sqlerrm;
    end;
  end if;
  return jsonb_build_object(
    'kind', 'forgotten', 'holds', forgotten, 'waits', waits, 'asks', asks, 'keys', keys, 'is_more', is_more
  );
end
$$;
