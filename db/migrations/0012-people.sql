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

-- How often was asked for codes and guessed at them, for an hour: by the keyed hash of the day of a network address, and by
-- that of the account asked about, be there one or not. A guess is about no account here: its code counts it.
create table sign_in_attempts (
  address_hash sha256_hash not null,
  account_hash sha256_hash,
  at timestamptz not null default clock_timestamp()
);

create index sign_in_attempts_of_address on sign_in_attempts (address_hash, at);
create index sign_in_attempts_of_account on sign_in_attempts (account_hash, at) where account_hash is not null;
create index sign_in_attempts_oldest on sign_in_attempts (at);

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

-- Two limits, apart: what is asked for one account, and what one address asks and guesses. Neither depends on whether there
-- is such an account, or the limit would tell.
create function is_over_limit(from_address bytea, about_account bytea) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select
    (select count(*) > 30 from sign_in_attempts
      where address_hash = from_address and at > clock_timestamp() - interval '1 hour')
    or (select count(*) > 5 from sign_in_attempts
      where account_hash = about_account and at > clock_timestamp() - interval '1 hour')
$$;

-- Keeps the hash of a code for the account of this mail. The answer is the same whether or not there is one: only `person`
-- says whom to write to, and no page may tell.
create function ask_sign_in(to_email text, with_code_hash bytea, from_address bytea, about_account bytea)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  asked people;
begin
  delete from sign_in_attempts where at < clock_timestamp() - interval '1 hour';
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
  if is_over_limit(from_address, null) then
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

-- Who is signed in; null where nobody is.
create function who_is(session_token text) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object('personId', person_id, 'name', name, 'isOperator', is_operator)
    from people
    where person_id = (select person_of(session_token))
$$;

-- The places whoever is signed in may act for, or that one of them.
create function staff_places(session_token text, only_place bigint default null) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select coalesce(jsonb_agg(
      jsonb_build_object(
        'placeId', place_id,
        'name', programs.name,
        'address', sites.address,
        'timeZone', time_zone,
        'isManager', is_operator or role = 'manager'
      ) order by programs.name, place_id
    ), '[]')
    from people
      cross join places
      join programs using (program_id)
      join sites using (site_id)
      join regions on regions.region_id = places.region_id
      left join memberships
        on memberships.person_id = people.person_id
          and memberships.organization_id = programs.organization_id
    where people.person_id = (select person_of(session_token))
      and (is_operator or memberships.role is not null)
      and places.retired_at is null
      and (only_place is null or place_id = only_place)
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

-- What a command or the sample says; people say it below, each by the token of their session.
alter function report(uuid, text, text, bigint, integer, integer, integer, timestamptz) rename to record_report;
alter function open_tonight(uuid, text, text, bigint, date, boolean) rename to record_opening;

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
  pool pools;
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
  -- The page it was said on showed another count: it is said again, knowing this one. Who says the same again is answered as
  -- before, whatever has happened since.
  if pool.version <> seen_version
    and not exists (select from idempotency_keys where idempotency_key = change_key)
  then
    return jsonb_build_object(
      'kind', 'moved-on',
      'version', pool.version,
      'capacity', pool.capacity,
      'occupied', pool.occupied,
      'out_of_service', pool.out_of_service
    );
  end if;
  return record_report(
    change_key, 'person ' || person, 'web', in_pool,
    now_occupied, now_out_of_service, now_capacity, true_at
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
  return record_opening(change_key, 'person ' || person, 'web', at_place, for_night, opens);
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
        left join people on reports.who = 'person ' || people.person_id
      where pools.place_id = at_place and (select may_act(person_of(session_token), at_place, 'staff'))
      order by said_at desc, report_id desc
      limit least(most, 10000)
    ) as line
$$;
