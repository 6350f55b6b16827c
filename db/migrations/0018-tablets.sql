-- Shared tablets: enrolled once by a manager, opened by each person's own PIN, locked after five minutes without use.

create table tablets (
  tablet_id bigint generated always as identity primary key,
  organization_id bigint not null references organizations,
  name short_text not null,
  -- Of the secret in the tablet's cookie; the secret itself is kept nowhere.
  token_sha256 sha256_hash not null unique,
  enrolled_by bigint not null references people (person_id),
  enrolled_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz,
  ended_by bigint references people (person_id),
  -- From then on it opens for nobody, and every session on it has ended.
  ended_at timestamptz,
  unique (tablet_id, organization_id)
);

create unique index tablets_one_of_a_name on tablets (organization_id, lower(name)) where ended_at is null;

-- The hash is made with the server's secret and the tablet's: a dump has neither, and its PINs cannot even be guessed at.
create table tablet_pins (
  tablet_id bigint not null,
  organization_id bigint not null,
  person_id bigint not null,
  pin_hash sha256_hash not null,
  -- Wrong ones in a row; after five it opens nothing until a new one is chosen.
  tries smallint not null default 0,
  set_at timestamptz not null default clock_timestamp(),
  primary key (tablet_id, person_id),
  foreign key (tablet_id, organization_id) references tablets (tablet_id, organization_id),
  -- Who leaves the organization loses it at once.
  foreign key (organization_id, person_id) references memberships on delete cascade
);

create index tablet_pins_of_member on tablet_pins (organization_id, person_id);

-- The wrong PINs typed on a tablet, whoever's, for a day.
create table pin_tries (
  try_id bigint generated always as identity primary key,
  tablet_id bigint not null references tablets,
  at timestamptz not null default clock_timestamp()
);

create index pin_tries_of_tablet on pin_tries (tablet_id, at);

alter table sessions
  -- Where it was begun; null: a device of the person's own.
  add column tablet_id bigint references tablets,
  add column by_pin boolean not null default false,
  add column used_at timestamptz not null default clock_timestamp(),
  add constraint sessions_by_pin_on_a_tablet check (not by_pin or tablet_id is not null);

create index sessions_of_tablet on sessions (tablet_id) where tablet_id is not null;

-- The tablet a statement was made on: beside the person, never instead.
alter table reports add column tablet_id bigint references tablets;
alter table openings add column tablet_id bigint references tablets;
alter table hold_events add column tablet_id bigint references tablets;
alter table place_notes add column tablet_id bigint references tablets;

-- A session as it stands by the database's clock, without making it any younger; null: unknown, over, ended, locked, disabled.
create function session_of(session_token text) returns sessions
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select sessions.*
    from sessions
      join people on people.person_id = sessions.person_id
      left join tablets on tablets.tablet_id = sessions.tablet_id
    where sessions.token_sha256 = sha256(convert_to(session_token, 'UTF8'))
      and until > clock_timestamp()
      and sessions.ended_at is null
      and disabled_at is null
      and (
        sessions.tablet_id is null
        or (tablets.ended_at is null and used_at > clock_timestamp() - interval '5 minutes')
      )
      and (
        not by_pin
        or exists (
          select from memberships
            where memberships.person_id = sessions.person_id
              and memberships.organization_id = tablets.organization_id
        )
      )
$$;

-- The session in whose name this transaction acts: written by person_of and by nobody else, read below.
create function acting_session() returns bigint
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select nullif(current_setting('warmstop.session', true), '')::bigint
$$;

create or replace function person_of(session_token text) returns bigint
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  session sessions := session_of(session_token);
begin
  perform set_config('warmstop.session', coalesce(session.session_id::text, ''), true);
  return session.person_id;
end
$$;

-- Every use puts the lock of a tablet off; what an open page asks by itself is none. Written once in ten seconds, and never
-- waited for: two requests of one page must not stand in each other's way.
create function note_use(session sessions) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if session.tablet_id is null or session.used_at >= clock_timestamp() - interval '10 seconds' then
    return;
  end if;
  update sessions set used_at = clock_timestamp()
    where session_id in (
      select session_id from sessions where session_id = session.session_id for no key update skip locked
    );
  update tablets set last_used_at = clock_timestamp()
    where tablet_id in (
      select tablet_id from tablets where tablet_id = session.tablet_id for no key update skip locked
    );
end
$$;

-- A PIN is worth what staff of the tablet's organization may do, whoever typed it.
create or replace function may_act(person bigint, at_place bigint, as_role staff_role) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  with by_pin as (
    select organization_id
      from sessions join tablets using (tablet_id)
      where session_id = acting_session() and sessions.person_id = person and by_pin
  )
  select
    (
      not exists (select from by_pin)
      and exists (select from people where person_id = person and is_operator and disabled_at is null)
    )
    or exists (
      select
        from memberships
          join programs using (organization_id)
          join places using (program_id)
        where memberships.person_id = person
          and place_id = at_place
          and (role = as_role or role = 'manager')
          and (
            not exists (select from by_pin)
            or (as_role = 'staff' and organization_id = (select organization_id from by_pin))
          )
    )
$$;

create function note_tablet() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  -- What lapses by time in somebody's transaction is not theirs.
  if new.who like 'person %' then
    new.tablet_id := (select tablet_id from sessions where session_id = acting_session());
  end if;
  return new;
end
$$;

create trigger reports_note_tablet before insert on reports for each row execute function note_tablet();
create trigger openings_note_tablet before insert on openings for each row execute function note_tablet();
create trigger place_notes_note_tablet before insert on place_notes for each row execute function note_tablet();
create trigger hold_events_note_tablet before insert on hold_events for each row execute function note_tablet();

-- Whoever is let back in later begins anew: no old PIN, no old session.
create function end_disabled() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  delete from tablet_pins where person_id = new.person_id;
  update sessions set ended_at = clock_timestamp() where person_id = new.person_id and ended_at is null;
  return new;
end
$$;

create trigger people_disabled
  after update of disabled_at on people
  for each row when (old.disabled_at is null and new.disabled_at is not null)
  execute function end_disabled();

create function find_tablet(tablet_token text) returns tablets
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select tablets.* from tablets
    where token_sha256 = sha256(convert_to(tablet_token, 'UTF8')) and ended_at is null
$$;

-- One person at a time on a tablet: who comes ends who was there.
create function begin_session_on(tablet bigint, of_person bigint, with_pin boolean, new_token_sha256 bytea) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  update sessions set ended_at = clock_timestamp() where sessions.tablet_id = tablet and ended_at is null;
  -- A shift, however busy the tablet is.
  insert into sessions (person_id, token_sha256, tablet_id, by_pin, until)
    values (of_person, new_token_sha256, tablet, with_pin, clock_timestamp() + interval '12 hours');
  update tablets set last_used_at = clock_timestamp() where tablets.tablet_id = tablet;
end
$$;

drop function sign_in(text, bytea, bytea, bytea);

-- Begins a session for whoever has the code; `new_token_sha256` is the hash of the token that goes into the cookie. On a
-- shared tablet it locks like any other there.
create function sign_in(
  to_email text,
  with_code_hash bytea,
  from_address bytea,
  new_token_sha256 bytea,
  on_tablet text default null
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  code sign_in_codes;
  tablet tablets := find_tablet(on_tablet);
begin
  if on_tablet is not null and tablet.tablet_id is null then
    return '{"kind": "unknown-tablet"}';
  end if;
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
  if on_tablet is null then
    insert into sessions (person_id, token_sha256) values (code.person_id, new_token_sha256);
  else
    perform begin_session_on(tablet.tablet_id, code.person_id, false, new_token_sha256);
  end if;
  return '{"kind": "signed-in"}';
end
$$;

-- Who is signed in and asks for a page or sends a form; null where nobody is. On a tablet: which.
create or replace function who_is(session_token text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := person_of(session_token);
begin
  perform note_use(session_of(session_token));
  return (
    select jsonb_build_object(
        'personId', people.person_id,
        'name', people.name,
        'isOperator', is_operator and not by_pin,
        'tablet', case when tablets.tablet_id is not null then jsonb_build_object(
          'name', tablets.name,
          'byPin', by_pin
        ) end
      )
      from people
        join sessions using (person_id)
        left join tablets using (tablet_id)
      where people.person_id = person and session_id = acting_session()
  );
end
$$;

-- Whether a session still stands, for what asks again and again by itself: nobody is using the tablet then.
create function is_signed_in(session_token text) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select (session_of(session_token)).session_id is not null
$$;

-- What a locked tablet shows: its name and the people who have a PIN on it; null where it is none of ours, or not any more.
create function tablet_screen(tablet_token text) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object(
      'name', tablets.name,
      'organization', organizations.name,
      'people', (
        select coalesce(jsonb_agg(
            jsonb_build_object('personId', person_id, 'name', people.name, 'needsMail', tries >= 5)
            order by people.name, person_id
          ), '[]')
          from tablet_pins join people using (person_id)
          where tablet_pins.tablet_id = tablets.tablet_id and disabled_at is null
      )
    )
    from find_tablet(tablet_token) as tablets join organizations using (organization_id)
    where tablets.tablet_id is not null
$$;

-- Opens a tablet for a person. The try is counted before the PIN is looked at, under the tablet's lock, so that guesses sent
-- at once are counted like others; a right one takes its count back. Five wrong in a row end a PIN. Ten in an hour or
-- twenty in a day, whoever's, rest the tablet: who stole it has twenty guesses a day at 9,500 PINs or more until it is missed,
-- and who watches for the right ones in between needs most of a year.
create function unlock_tablet(tablet_token text, for_person bigint, with_pin_hash bytea, new_token_sha256 bytea)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  tablet bigint := (find_tablet(tablet_token)).tablet_id;
  pin tablet_pins;
  this_try bigint;
begin
  -- Under another isolation guesses sent at once would not see each other counted.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'changes need read committed' using errcode = 'invalid_transaction_state';
  end if;
  perform from tablets where tablet_id = tablet and ended_at is null for no key update;
  if not found then
    return '{"kind": "unknown-tablet"}';
  end if;
  delete from pin_tries where tablet_id = tablet and at < clock_timestamp() - interval '1 day';
  if (
    select count(*) >= 20 or count(*) filter (where at > clock_timestamp() - interval '1 hour') >= 10
      from pin_tries where tablet_id = tablet
  ) then
    return '{"kind": "resting"}';
  end if;
  insert into pin_tries (tablet_id) values (tablet) returning try_id into this_try;
  update tablet_pins set tries = least(tries + 1, 6)
    from people
    where tablet_pins.tablet_id = tablet
      and tablet_pins.person_id = for_person
      and people.person_id = for_person
      and disabled_at is null
    returning tablet_pins.* into pin;
  if pin.tries > 5 or (pin.tries = 5 and pin.pin_hash <> with_pin_hash) then
    return '{"kind": "needs-mail"}';
  elsif pin.pin_hash is distinct from with_pin_hash then
    return jsonb_build_object('kind', 'wrong-pin', 'left', 5 - coalesce(pin.tries, 1));
  end if;
  delete from pin_tries where try_id = this_try;
  update tablet_pins set tries = 0 where tablet_id = tablet and person_id = for_person;
  perform begin_session_on(tablet, for_person, true, new_token_sha256);
  return jsonb_build_object('kind', 'unlocked', 'missed', pin.tries - 1);
end
$$;

-- A person chooses their own PIN, on the tablet, signed in there by mail: a PIN cannot make another.
create function set_pin(change_key uuid, session_token text, tablet_token text, new_pin_hash bytea) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := person_of(session_token);
  session sessions := session_of(session_token);
  tablet tablets := find_tablet(tablet_token);
  answer jsonb;
begin
  if person is null then
    return '{"kind": "signed-out"}';
  elsif session.by_pin or tablet.tablet_id is null or session.tablet_id is distinct from tablet.tablet_id then
    return '{"kind": "needs-mail"}';
  end if;
  answer := begin_change(
    change_key, 'person ' || person, 'set_pin',
    jsonb_build_array(tablet.tablet_id, encode(sha256(new_pin_hash), 'hex'))
  );
  if answer is not null then
    return answer;
  end if;
  -- Held until the PIN is there: who is sent away meanwhile takes it along.
  perform from memberships
    where organization_id = tablet.organization_id and person_id = person for key share;
  if not found then
    return keep_answer(change_key, '{"kind": "not-a-member"}');
  end if;
  insert into tablet_pins (tablet_id, organization_id, person_id, pin_hash)
    values (tablet.tablet_id, tablet.organization_id, person, new_pin_hash)
    on conflict (tablet_id, person_id) do update
      set pin_hash = excluded.pin_hash, tries = 0, set_at = clock_timestamp();
  return keep_answer(change_key, '{"kind": "pin-set"}');
end
$$;

-- Who may manage an organization, by a session that a mail began: `refusal` says why not.
create function begin_managing(session_token text, organization bigint, out person bigint, out refusal jsonb)
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  person := person_of(session_token);
  if person is null then
    refusal := '{"kind": "signed-out"}';
  elsif (select by_pin from sessions where session_id = acting_session()) then
    refusal := '{"kind": "needs-mail"}';
  elsif not exists (
    select
      from people left join memberships using (person_id)
      where people.person_id = begin_managing.person
        and (is_operator or (organization_id = organization and role = 'manager'))
  ) then
    refusal := '{"kind": "unknown-organization"}';
  end if;
end
$$;

-- This device becomes a shared tablet, and the session on it one of the tablet's: from now on it locks.
create function enroll_tablet(
  change_key uuid,
  session_token text,
  in_organization bigint,
  tablet_name text,
  new_token_sha256 bytea
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  manager record;
  answer jsonb;
  made bigint;
begin
  select * into manager from begin_managing(session_token, in_organization);
  if manager.refusal is not null then
    return manager.refusal;
  end if;
  answer := begin_change(
    change_key, 'person ' || manager.person, 'enroll_tablet',
    jsonb_build_array(in_organization, tablet_name, encode(new_token_sha256, 'hex'))
  );
  if answer is not null then
    return answer;
  end if;
  perform from organizations where organization_id = in_organization;
  if not found then
    return keep_answer(change_key, '{"kind": "unknown-organization"}');
  elsif (select tablet_id is not null from sessions where session_id = acting_session()) then
    return keep_answer(change_key, '{"kind": "is-tablet"}');
  end if;
  insert into tablets (organization_id, name, token_sha256, enrolled_by)
    values (in_organization, tablet_name, new_token_sha256, manager.person)
    on conflict (organization_id, lower(name)) where ended_at is null do nothing
    returning tablet_id into made;
  if made is null then
    return keep_answer(change_key, '{"kind": "name-taken"}');
  end if;
  update sessions set tablet_id = made, used_at = clock_timestamp() where session_id = acting_session();
  return keep_answer(change_key, '{"kind": "enrolled"}');
end
$$;

-- Lost, stolen or given away: it opens for nobody from now on.
create function end_tablet(change_key uuid, session_token text, the_tablet bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  tablet tablets;
  manager record;
  answer jsonb;
begin
  select * into tablet from tablets where tablet_id = the_tablet for no key update;
  select * into manager from begin_managing(session_token, tablet.organization_id);
  if manager.refusal is not null then
    return manager.refusal;
  elsif tablet.tablet_id is null then
    return '{"kind": "unknown-tablet"}';
  end if;
  answer := begin_change(
    change_key, 'person ' || manager.person, 'end_tablet', jsonb_build_array(the_tablet)
  );
  if answer is not null then
    return answer;
  end if;
  update tablets set ended_at = clock_timestamp(), ended_by = manager.person
    where tablet_id = the_tablet and ended_at is null;
  update sessions set ended_at = clock_timestamp() where tablet_id = the_tablet and ended_at is null;
  delete from tablet_pins where tablet_id = the_tablet;
  delete from pin_tries where tablet_id = the_tablet;
  return keep_answer(change_key, '{"kind": "ended"}');
end
$$;

-- The organizations whoever is signed in manages, with their tablets and people; null by PIN or for nobody. An operator is
-- shown those that have somebody.
create function managed_organizations(session_token text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := person_of(session_token);
begin
  if person is null or (select by_pin from sessions where session_id = acting_session()) then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(
        jsonb_build_object(
          'organizationId', organizations.organization_id,
          'name', organizations.name,
          'timeZone', time_zone,
          'tablets', tablets_told(organizations.organization_id),
          'people', members_told(organizations.organization_id)
        ) order by organizations.name, organizations.organization_id
      ), '[]')
      from organizations join regions using (region_id)
      where exists (
        select
          from people join memberships
            on memberships.person_id = people.person_id and role = 'manager' or is_operator
          where people.person_id = person
            and memberships.organization_id = organizations.organization_id
      )
  );
end
$$;

create function tablets_told(of_organization bigint) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select coalesce(jsonb_agg(
      jsonb_build_object(
        'tabletId', tablet_id,
        'name', tablets.name,
        'enrolledBy', people.name,
        'enrolledAt', enrolled_at,
        'lastUsedAt', last_used_at
      ) order by tablets.name
    ), '[]')
    from tablets join people on people.person_id = enrolled_by
    where organization_id = of_organization and ended_at is null
$$;

create function members_told(of_organization bigint) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select coalesce(jsonb_agg(
      jsonb_build_object(
        'personId', person_id,
        'name', people.name,
        'email', email,
        'role', role
      ) order by people.name, person_id
    ), '[]')
    from memberships join people using (person_id)
    where organization_id = of_organization and disabled_at is null
$$;

-- A manager lets somebody in, or changes what they are here. Who is known already keeps their name, and who runs the server
-- has shut out stays out.
create function invite_person(
  change_key uuid,
  session_token text,
  in_organization bigint,
  to_email text,
  with_name text,
  as_role text
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  manager record;
  invited people;
  answer jsonb;
begin
  select * into manager from begin_managing(session_token, in_organization);
  if manager.refusal is not null then
    return manager.refusal;
  end if;
  answer := begin_change(
    change_key, 'person ' || manager.person, 'invite_person',
    jsonb_build_array(in_organization, lower(to_email), with_name, as_role)
  );
  if answer is not null then
    return answer;
  end if;
  -- A mail goes to each: enough for a new team, too few to trouble a town.
  if (
    select count(*) >= 30 from memberships
      where invited_by = manager.person and since > clock_timestamp() - interval '1 day'
  ) then
    return keep_answer(change_key, '{"kind": "too-many"}');
  end if;
  insert into people (name, email) values (with_name, lower(to_email)) on conflict (email) do nothing;
  select * into invited from people where email = lower(to_email) for no key update;
  if invited.disabled_at is not null then
    return keep_answer(change_key, '{"kind": "shut-out"}');
  elsif invited.person_id = manager.person then
    return keep_answer(change_key, '{"kind": "yourself"}');
  end if;
  insert into memberships (organization_id, person_id, role, invited_by)
    values (in_organization, invited.person_id, as_role, manager.person)
    on conflict (organization_id, person_id) do update
      set role = excluded.role, invited_by = excluded.invited_by, since = clock_timestamp();
  return keep_answer(change_key, jsonb_build_object(
    'kind', 'invited',
    'email', invited.email,
    'name', invited.name,
    'language', invited.language
  ));
end
$$;

-- Takes a person's access to an organization away: their PINs go, and who is at a tablet of it right now is out.
create function end_access(change_key uuid, session_token text, in_organization bigint, of_person bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  manager record;
  answer jsonb;
begin
  select * into manager from begin_managing(session_token, in_organization);
  if manager.refusal is not null then
    return manager.refusal;
  elsif manager.person = of_person then
    return '{"kind": "yourself"}';
  end if;
  answer := begin_change(
    change_key, 'person ' || manager.person, 'end_access', jsonb_build_array(in_organization, of_person)
  );
  if answer is not null then
    return answer;
  end if;
  delete from memberships where organization_id = in_organization and person_id = of_person;
  update sessions set ended_at = clock_timestamp()
    from tablets
    where sessions.tablet_id = tablets.tablet_id
      and tablets.organization_id = in_organization
      and sessions.person_id = of_person
      and sessions.ended_at is null;
  return keep_answer(change_key, '{"kind": "ended"}');
end
$$;

-- As before (0012); by PIN those of the tablet's organization, as staff.
create or replace function staff_places(session_token text, only_place bigint default null) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := person_of(session_token);
begin
  return (
    select coalesce(jsonb_agg(
        jsonb_build_object(
          'placeId', place_id,
          'name', programs.name,
          'address', sites.address,
          'timeZone', time_zone,
          'isManager', may_act(person, place_id, 'manager')
        ) order by programs.name, place_id
      ), '[]')
      from places
        join programs using (program_id)
        join sites using (site_id)
        join regions on regions.region_id = places.region_id
      where places.retired_at is null
        and (only_place is null or place_id = only_place)
        and may_act(person, place_id, 'staff')
  );
end
$$;

-- As before (0017), and on which shared tablet. The newest statements about a place, for those who may act for it: of its pools, of its nights, its notes; who said what, when,
-- by what way. `ended` is a capacity that time put back.
create or replace function place_log(session_token text, at_place bigint, most integer) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  with
    said as (
      select
        case when reports.who = 'time' then 'ended' else 'count' end as kind,
        report_id as id,
        reports.said_at,
        reports.who,
        reports.way,
        reports.tablet_id,
        jsonb_build_object(
          'poolId', pool_id,
          'household', household,
          'unit', unit,
          'peoplePerUnit', people_per_unit,
          'capacity', reports.capacity,
          'occupied', reports.occupied,
          'outOfService', reports.out_of_service,
          'extra', coalesce(reports.capacity - reports.usual_capacity, 0),
          'extraUntil', reports.temporary_until
        ) as what
      from reports join pools using (pool_id)
      where pools.place_id = at_place
      union all
      select 'tonight', opening_id, said_at, who, way, tablet_id, jsonb_build_object('night', night, 'open', is_open)
      from openings
      where place_id = at_place
      union all
      select 'note', note_id, said_at, who, way, tablet_id, jsonb_build_object('words', words, 'until', until)
      from place_notes
      where place_id = at_place
    ),
    newest as (
      select said.*, people.name, tablets.name as tablet
      from said
        left join people on said.who = 'person ' || people.person_id
        left join tablets using (tablet_id)
      where (select may_act(person_of(session_token), at_place, 'staff'))
      order by said_at desc, kind, id desc
      limit least(most, 10000)
    )
  select coalesce(
      jsonb_agg(
        what || jsonb_build_object(
          'kind', kind, 'id', id, 'way', way, 'who', coalesce(name, who), 'tablet', tablet, 'saidAt', said_at
        ) order by said_at desc, kind, id desc
      ),
      '[]'
    )
    from newest
$$;
