-- People who sign in: who they are, where they belong, and their sessions. Seekers have no account and no row here.

create domain email as text
  constraint email_can_be_written_to check (
    value ~ '^[^\s@<>"(),:;\[\]\\]+@[^\s@<>"(),:;\[\]\\]+\.[^\s@<>"(),:;\[\]\\.]{2,}$'
    and length(value) <= 254
    and value = lower(value)
  );

create domain staff_role as text
  constraint staff_role_known check (value in ('staff', 'manager'));

create domain sha256_hash as bytea
  constraint sha256_hash_whole check (octet_length(value) = 32);

create table people (
  person_id bigint generated always as identity primary key,
  name short_text not null,
  email email not null unique,
  -- Runs the server: may do everything that staff of any organization may.
  is_operator boolean not null default false,
  language text not null default 'en' check (language ~ '^[a-z]{2,3}$'),
  created_at timestamptz not null default clock_timestamp(),
  -- From then on nobody signs in as them, and every session of theirs has ended.
  disabled_at timestamptz
);

create table memberships (
  organization_id bigint not null references organizations,
  person_id bigint not null references people,
  role staff_role not null,
  -- null: by a command on the server.
  invited_by bigint references people (person_id),
  since timestamptz not null default clock_timestamp(),
  primary key (organization_id, person_id)
);

create index memberships_of_person on memberships (person_id);

-- A code sent by mail: good once, for ten minutes, and for five guesses. Only its keyed hash is kept.
create table sign_in_codes (
  code_id bigint generated always as identity primary key,
  person_id bigint not null references people,
  code_hash sha256_hash not null,
  tries smallint not null default 0,
  sent_at timestamptz not null default clock_timestamp(),
  until timestamptz not null default clock_timestamp() + interval '10 minutes',
  used_at timestamptz
);

create index sign_in_codes_newest on sign_in_codes (person_id, sent_at desc);

-- How often a network address asked or guessed: its keyed hash of the day, for an hour.
create table sign_in_attempts (
  address_hash sha256_hash not null,
  at timestamptz not null default clock_timestamp()
);

create index sign_in_attempts_of_address on sign_in_attempts (address_hash, at);

create table sessions (
  session_id bigint generated always as identity primary key,
  person_id bigint not null references people,
  -- Of the token in the person's cookie; the token itself is kept nowhere.
  token_sha256 sha256_hash not null unique,
  started_at timestamptz not null default clock_timestamp(),
  until timestamptz not null default clock_timestamp() + interval '14 days',
  ended_at timestamptz
);

create index sessions_of_person on sessions (person_id);

-- Who said it, where it was a person who had signed in.
alter table reports add column person_id bigint references people;
alter table openings add column person_id bigint references people;

-- The person a session token stands for, or null: unknown, over, ended or disabled.
create function person_of(session_token text) returns bigint
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select person_id
    from sessions join people using (person_id)
    where token_sha256 = sha256(convert_to(session_token, 'UTF8'))
      and until > clock_timestamp()
      and ended_at is null
      and disabled_at is null
$$;

-- Whether a person may act as staff (or as a manager, where one is needed) for a place.
create function may_act(person bigint, at_place bigint, as_role staff_role) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select exists (select from people where person_id = person and is_operator and disabled_at is null)
    or exists (
      select
        from memberships
          join programs using (organization_id)
          join places using (program_id)
        where memberships.person_id = person
          and place_id = at_place
          and (role = as_role or role = 'manager')
    )
$$;

-- Two limits, apart: what one account is sent, and what one address asks for.
create function is_over_limit(of_person bigint, from_address bytea) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select
    (select count(*) >= 5 from sign_in_codes
      where person_id = of_person and sent_at > clock_timestamp() - interval '1 hour')
    or (select count(*) > 30 from sign_in_attempts
      where address_hash = from_address and at > clock_timestamp() - interval '1 hour')
$$;

-- Keeps the hash of a code for the account of this mail. The answer is the same whether or not there is one: only `person`
-- says whom to write to, and no page may tell.
create function ask_sign_in(to_email text, with_code_hash bytea, from_address bytea) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  asked people;
begin
  delete from sign_in_attempts where at < clock_timestamp() - interval '1 hour';
  insert into sign_in_attempts (address_hash) values (from_address);
  -- The row's lock puts those who ask at once for one account in one order.
  select * into asked from people where email = lower(to_email) and disabled_at is null for no key update;
  if is_over_limit(asked.person_id, from_address) then
    return '{"kind": "too-many"}';
  end if;
  if asked.person_id is null then
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

-- Begins a session for whoever has the code; `new_token_sha256` is the hash of the token that goes into the cookie.
create function sign_in(
  to_email text,
  with_code_hash bytea,
  from_address bytea,
  new_token_sha256 bytea
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  code sign_in_codes;
begin
  insert into sign_in_attempts (address_hash) values (from_address);
  if is_over_limit(null, from_address) then
    return '{"kind": "too-many"}';
  end if;
  select sign_in_codes.* into code
    from sign_in_codes join people using (person_id)
    where email = lower(to_email)
      and disabled_at is null
      and used_at is null
      and until > clock_timestamp()
      and tries < 5
    order by sent_at desc
    limit 1
    for update of sign_in_codes;
  if not found then
    return '{"kind": "wrong-code"}';
  end if;
  if code.code_hash <> with_code_hash then
    update sign_in_codes set tries = tries + 1 where code_id = code.code_id;
    return '{"kind": "wrong-code"}';
  end if;
  update sign_in_codes set used_at = clock_timestamp() where code_id = code.code_id;
  insert into sessions (person_id, token_sha256) values (code.person_id, new_token_sha256);
  return '{"kind": "signed-in"}';
end
$$;

create function sign_out(session_token text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  update sessions set ended_at = clock_timestamp()
    where token_sha256 = sha256(convert_to(session_token, 'UTF8')) and ended_at is null;
  return '{"kind": "signed-out"}';
end
$$;

-- Who is signed in, and the places they may act for; null where nobody is.
create function who_is(session_token text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person people;
begin
  select * into person from people where person_id = person_of(session_token);
  if not found then
    return null;
  end if;
  return jsonb_build_object(
    'personId', person.person_id,
    'name', person.name,
    'isOperator', person.is_operator,
    'places', coalesce((
      select jsonb_agg(
          jsonb_build_object(
            'placeId', place_id, 'name', programs.name, 'site', sites.name, 'address', sites.address,
            'isManager', may_act(person.person_id, place_id, 'manager')
          ) order by programs.name, place_id
        )
        from places
          join programs using (program_id)
          join sites using (site_id)
        where places.retired_at is null and may_act(person.person_id, place_id, 'staff')
    ), '[]'::jsonb)
  );
end
$$;

-- Makes a person and their membership, or renews it; for the command. A person of another name keeps theirs.
create function invite(to_email text, with_name text, to_organization bigint, with_role staff_role, as_operator boolean)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  invited bigint;
begin
  insert into people (name, email, is_operator) values (with_name, lower(to_email), as_operator)
    on conflict (email) do update
      set is_operator = people.is_operator or excluded.is_operator, disabled_at = null
    returning person_id into invited;
  if to_organization is not null then
    insert into memberships (organization_id, person_id, role) values (to_organization, invited, with_role)
      on conflict (organization_id, person_id) do update set role = excluded.role;
  end if;
  return jsonb_build_object('kind', 'invited', 'person_id', invited);
end
$$;

-- What was said by a command, the sample, or (below) a person; the same as before, with the person beside it.
drop function report(uuid, text, text, bigint, integer, integer, integer, timestamptz);
drop function open_tonight(uuid, text, text, bigint, date, boolean);

create function record_report(
  change_key uuid,
  by_whom text,
  by_way text,
  in_pool bigint,
  now_occupied integer default null,
  now_out_of_service integer default null,
  now_capacity integer default null,
  true_at timestamptz default null,
  by_person bigint default null,
  seen_version bigint default null
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
  pool pools;
  heard timestamptz;
  at timestamptz;
  newest boolean;
begin
  if not 0 <= all (array_remove(array[now_occupied, now_out_of_service, now_capacity], null))
    or not 10000 >= all (array_remove(array[now_occupied, now_out_of_service, now_capacity], null))
    or true_at > clock_timestamp() + interval '1 minute'
  then
    return '{"kind": "out-of-range"}';
  end if;

  answer := begin_change(
    change_key, by_whom, 'report',
    jsonb_build_array(
      by_way, in_pool, now_occupied, now_out_of_service, now_capacity, true_at, seen_version
    )
  );
  if answer is not null then
    return answer;
  end if;

  select * into pool from pools where pool_id = in_pool and retired_at is null for no key update;
  if not found then
    return keep_answer(change_key, '{"kind": "unknown-pool"}');
  end if;
  -- The page it was said on showed another count: it is said again, knowing this one.
  if seen_version <> pool.version then
    return keep_answer(change_key, jsonb_build_object(
      'kind', 'moved-on',
      'version', pool.version,
      'capacity', pool.capacity,
      'occupied', pool.occupied,
      'out_of_service', pool.out_of_service
    ));
  end if;
  heard := clock_timestamp();
  at := least(coalesce(true_at, heard), heard);
  newest := not exists (select from reports where pool_id = in_pool and said_at > at);

  insert into reports
      (pool_id, capacity, occupied, out_of_service, way, who, person_id, said_at, received_at)
    values (
      in_pool,
      coalesce(now_capacity, pool.capacity),
      coalesce(now_occupied, pool.occupied),
      coalesce(now_out_of_service, pool.out_of_service),
      by_way, by_whom, by_person, at, heard
    );

  -- A statement that comes late, from a queue, is kept but does not undo a newer one.
  if newest then
    update pools
      set capacity = coalesce(now_capacity, capacity),
          occupied = coalesce(now_occupied, occupied),
          out_of_service = coalesce(now_out_of_service, out_of_service)
      where pool_id = in_pool
      returning * into pool;
  end if;

  return keep_answer(change_key, jsonb_build_object(
    'kind', 'reported',
    'pool_id', pool.pool_id,
    'version', pool.version,
    'applied', newest,
    'over', pool.occupied + pool.held + pool.out_of_service > pool.capacity,
    'said_at', at
  ));
end
$$;

create function record_opening(
  change_key uuid,
  by_whom text,
  by_way text,
  at_place bigint,
  for_night date,
  opens boolean,
  by_person bigint default null
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
  today date;
  said openings;
begin
  answer := begin_change(
    change_key, by_whom, 'open_tonight', jsonb_build_array(by_way, at_place, for_night, opens)
  );
  if answer is not null then
    return answer;
  end if;

  -- The place's lock puts words about one place in one order.
  select (clock_timestamp() at time zone time_zone)::date into today
    from places join regions using (region_id)
    where place_id = at_place and retired_at is null
    for no key update of places;
  if not found then
    return keep_answer(change_key, '{"kind": "unknown-place"}');
  end if;
  -- Last night's shelter is still open in the morning; further ahead than a week nobody knows.
  if for_night not between today - 1 and today + 7 then
    return keep_answer(change_key, '{"kind": "not-that-night"}');
  end if;

  insert into openings (place_id, night, is_open, way, who, person_id)
    values (at_place, for_night, opens, by_way, by_whom, by_person)
    returning * into said;
  perform pg_notify('opening_changed', at_place || ':' || for_night);

  return keep_answer(change_key, jsonb_build_object(
    'kind', 'said',
    'place_id', at_place,
    'night', said.night,
    'open', said.is_open,
    'said_at', said.said_at
  ));
end
$$;

-- The same by whoever is signed in, where they may. A stranger's pool is as unknown as one that is not there.
create function report(
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
begin
  if person is null then
    return '{"kind": "signed-out"}';
  end if;
  if not exists (select from pools where pool_id = in_pool and may_act(person, place_id, 'staff')) then
    return '{"kind": "unknown-pool"}';
  end if;
  return record_report(
    change_key, 'person ' || person, 'web', in_pool,
    now_occupied, now_out_of_service, now_capacity, true_at, person, seen_version
  );
end
$$;

create function open_tonight(
  change_key uuid,
  session_token text,
  at_place bigint,
  for_night date,
  opens boolean
) returns jsonb
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
  return record_opening(change_key, 'person ' || person, 'web', at_place, for_night, opens, person);
end
$$;

-- The newest statements about a place's pools, for those who may act for it: who said what, when, by what way.
create function place_log(session_token text, at_place bigint, most integer) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select coalesce(jsonb_agg(to_jsonb(line) order by line."saidAt" desc, line."reportId" desc), '[]')
    from (
      select
        report_id as "reportId",
        pool_id as "poolId",
        household,
        unit,
        people_per_unit as "peoplePerUnit",
        reports.capacity,
        reports.occupied,
        reports.out_of_service as "outOfService",
        way,
        coalesce(people.name, reports.who) as who,
        said_at as "saidAt"
      from reports
        join pools using (pool_id)
        left join people on people.person_id = reports.person_id
      where pools.place_id = at_place and may_act(person_of(session_token), at_place, 'staff')
      order by said_at desc, report_id desc
      limit least(most, 10000)
    ) as line
$$;
