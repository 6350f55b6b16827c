-- Rooms of members: what one is, who vouched for it, and the one thing the public learns: that there are some in an area.

create domain room_kind as text
  constraint room_kind_known check (value in ('whole-unit', 'congregation', 'private-room', 'shared'));

-- An H3 cell of resolution 8, 7 or 6; a finer one would be somebody's street.
create domain area_cell as text
  constraint area_cell_coarse_enough check (value ~ '^8[678][0-9a-f]{8}fffff$');

create domain room_step as text
  constraint room_step_known check (
    value in (
      'applied', 'identity', 'reference', 'background', 'visit', 'agreement', 'approved',
      'changed', 'reported', 'paused', 'resumed', 'ended'
    )
  );

create domain child_ages as smallint[]
  constraint child_ages_of_children check (
    value is null or cardinality(value) <= 12 and 0 <= all (value) and 17 >= all (value) and array_position(value, null) is null
  );

-- How many people live in a cell; a place where few do says too much of who does.
create table cell_residents (
  region_id bigint not null references regions on delete cascade,
  cell area_cell not null,
  residents integer not null check (residents between 0 and 10000000),
  primary key (region_id, cell)
);

create table rooms (
  room_id uuid primary key,
  group_id bigint not null references groups,
  -- The host.
  person_id bigint not null references people,
  -- Sealed by the app: no key is here.
  address bytea check (octet_length(address) between 30 and 1000),
  -- The cell of resolution 8, sealed too: of it the public cell is made again when there are new figures. null: nobody has said
  -- where in the region it is.
  fine_cell bytea check (octet_length(fine_cell) between 30 and 200),
  -- What may be told; null: somewhere in the region.
  cell area_cell,
  kind room_kind not null,
  most_adults smallint not null check (most_adults between 0 and 20),
  most_children smallint not null check (most_children between 0 and 20),
  -- From 30 nights on a guest may be a tenant.
  most_nights smallint not null default 7 check (most_nights between 1 and 29),
  pets text[] not null default '{}' check (pets <@ array['service-animal', 'cat', 'small-dog', 'large-dog']),
  -- null: not said.
  step_free boolean,
  smoking boolean not null,
  -- Who lives there beside the guests.
  lives_adults smallint not null check (lives_adults between 0 and 20),
  lives_child_ages child_ages not null default '{}',
  lives_animals text check (lives_animals ~ '\S' and length(lives_animals) <= 200),
  -- Those of the group's coordinators who live there as well: they vouch for nothing of it.
  lives_with bigint[] not null default '{}' check (cardinality(lives_with) <= 20 and array_position(lives_with, null) is null),
  notes long_text,
  applied_at timestamptz not null default clock_timestamp(),
  paused_at timestamptz,
  paused_by bigint references people (person_id),
  ended_at timestamptz,
  constraint rooms_for_somebody check (most_adults + most_children > 0),
  constraint rooms_paused_by_somebody check ((paused_at is null) = (paused_by is null)),
  constraint rooms_are_somewhere_until_they_end check ((ended_at is null) = (address is not null)),
  constraint rooms_forgotten_when_they_end check (
    ended_at is null
    or num_nonnulls(fine_cell, cell, lives_animals, notes) = 0 and lives_adults = 0
      and cardinality(lives_child_ages) = 0 and cardinality(lives_with) = 0
  )
);

create unique index rooms_one_of_a_host on rooms (group_id, person_id) where ended_at is null;

-- Who saw or said what, and when: nothing of it is ever changed.
create table room_steps (
  step_id bigint generated always as identity primary key,
  room_id uuid not null references rooms,
  what room_step not null,
  person_id bigint not null references people,
  at timestamptz not null default clock_timestamp(),
  -- Of a background check.
  checked_on date,
  valid_until date,
  -- Of a home visit: what was looked at.
  seen text[],
  -- Of an approval: whose eyes they count for.
  eyes bigint references people (person_id),
  -- Why it was paused or ended, or what was reported.
  words long_text,
  constraint room_steps_check_has_dates check (
    (what = 'background') = (checked_on is not null) and (what = 'background') = (valid_until is not null)
  ),
  -- Longer ones are a slip of the finger.
  constraint room_steps_check_in_order check (valid_until > checked_on and valid_until <= checked_on + 731),
  constraint room_steps_visit_saw_it_all check (
    (what = 'visit') = (seen is not null)
    and seen @> array['alarms', 'door', 'exits', 'beds', 'firearms'] and cardinality(seen) = 5
  ),
  constraint room_steps_approval_has_eyes check ((what = 'approved') = (eyes is not null)),
  constraint room_steps_report_says_what check (what <> 'reported' or words is not null),
  constraint room_steps_words_of_some check (words is null or what in ('reported', 'paused', 'ended'))
);

create index room_steps_of_room on room_steps (room_id, what, at desc);

-- Every time an address was opened.
create table room_address_views (
  view_id bigint generated always as identity primary key,
  room_id uuid not null references rooms,
  person_id bigint references people,
  why text not null check (why in ('own')),
  at timestamptz not null default clock_timestamp()
);

create index room_address_views_of_room on room_address_views (room_id, at desc);

-- The newest approval of each person that still counts: who approved before the household changed, or before somebody reported
-- something, has to look again.
create view room_approvals as
  select distinct on (room_id, person_id) room_id, person_id, eyes, at
    from room_steps
    where what = 'approved'
      and at > clock_timestamp() - interval '12 months'
      and not exists (
        select from room_steps as doubt
          where doubt.room_id = room_steps.room_id and doubt.what in ('changed', 'reported') and doubt.at >= room_steps.at
      )
    order by room_id, person_id, at desc;

-- How far the vetting of a room has come. Of what was seen before the household changed, only who the host is counts.
create view room_checks as
  select
    room_id,
    identity_at,
    reference_count,
    background_until,
    background_until >= (clock_timestamp() at time zone time_zone)::date as background_is_good,
    -- What was seen longer ago is approved by nobody.
    visit_at > clock_timestamp() - interval '90 days' as visit_is_new,
    agreement_at > visit_at and agreement_at > clock_timestamp() - interval '90 days' as agreement_is_new,
    pairs_of_eyes,
    -- Twelve months of the older of the two newest.
    approved_until
  from rooms
    join groups using (group_id)
    join regions using (region_id)
    cross join lateral (
      select coalesce(max(at) filter (where what = 'changed'), '-infinity') as changed_at
        from room_steps where room_steps.room_id = rooms.room_id
    ) as change
    cross join lateral (
      select
          max(at) filter (where what = 'identity') as identity_at,
          count(*) filter (where what = 'reference') as reference_count,
          (array_agg(valid_until order by at desc) filter (where what = 'background' and at > changed_at))[1]
            as background_until,
          max(at) filter (where what = 'visit' and at > changed_at) as visit_at,
          max(at) filter (where what = 'agreement' and at > changed_at) as agreement_at
        from room_steps where room_steps.room_id = rooms.room_id
    ) as steps
    cross join lateral (
      select count(*) as pairs_of_eyes, (array_agg(at order by at desc))[2] + interval '12 months' as approved_until
        from (
          select max(at) as at from room_approvals where room_approvals.room_id = rooms.room_id group by eyes
        ) as pair
    ) as approvals;

-- What may be offered to a family at this moment. Where a check runs out, or the host leaves, nobody needs to notice.
create view offerable_rooms as
  select
    room_id, rooms.group_id, listed_groups.region_id, rooms.person_id, cell, kind, most_adults, most_children, most_nights, pets,
    step_free, smoking, lives_adults, lives_child_ages, lives_animals, background_until, approved_until
  from rooms
    join room_checks using (room_id)
    join listed_groups using (group_id)
    join people using (person_id)
    join group_people using (group_id, person_id)
  where rooms.ended_at is null
    and paused_at is null
    and pairs_of_eyes >= 2
    and background_is_good
    and disabled_at is null
    and entry = 'in';

-- All that the public learns of rooms: that there is one at least. An area in which fewer than 2,000 people live is not named.
create view room_areas as
  select distinct
    offerable_rooms.region_id,
    case when residents >= 2000 then cell_residents.cell end as cell
  from offerable_rooms left join cell_residents using (region_id, cell);

-- Whose eyes a coordinator sees with. Who was made coordinator within seven days sees with those of whoever made them, and so
-- on: two accounts of one person are one pair of eyes, however long the chain.
create function eyes_of(person bigint, of_group bigint) returns bigint
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  seen bigint[] := array[person];
  maker bigint;
begin
  loop
    select by_whom into maker
      from group_people
      where group_id = of_group and person_id = seen[cardinality(seen)]
        and by_whom <> person_id
        and since > clock_timestamp() - interval '7 days';
    if not found or maker is null then
      return seen[cardinality(seen)];
    elsif maker = any (seen) then
      -- They made one another: whichever of them one begins with, it is the same pair.
      return (select min(one) from unnest(seen[array_position(seen, maker):]) as one);
    end if;
    seen := seen || maker;
  end loop;
end
$$;

-- Null where this coordinator may vouch for the room; else why not.
create function may_not_vouch(person bigint, room rooms) returns text
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  eyes bigint := eyes_of(person, room.group_id);
begin
  if person = room.person_id or eyes = room.person_id or array[person, eyes] && room.lives_with then
    return 'own-room';
  elsif not is_in_group(person, room.group_id, 'coordinator') then
    return 'unknown-room';
  end if;
  return null;
end
$$;

-- Whether one of these eyes has said yes to the room already. Two months before it runs out it can be said again.
create function yes_would_not_count(person bigint, by_eyes bigint, of_room uuid) returns text
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select case when person_id = person then 'approved-already' else 'same-eyes' end
    from room_approvals
    where room_id = of_room and eyes = by_eyes and at > clock_timestamp() - interval '10 months'
    order by person_id = person desc
    limit 1
$$;

-- Why a step cannot be taken now, or null: identity, two references, background check, visit, agreement, two approvals.
create function step_is_out_of_order(step room_steps, room rooms) returns text
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  checks room_checks;
begin
  select * into checks from room_checks where room_id = room.room_id;
  return case
    when step.what = 'identity' and checks.identity_at is not null then 'done-already'
    when step.what = 'reference' and checks.reference_count >= 2 then 'done-already'
    when step.what <> 'identity' and checks.identity_at is null then 'too-early'
    when step.what in ('identity', 'reference') then null
    when checks.reference_count < 2 then 'too-early'
    when step.what = 'background' then null
    when checks.background_is_good is not true then 'too-early'
    when step.what = 'visit' then null
    when checks.visit_is_new is not true then 'too-early'
    when step.what = 'agreement' then null
    when checks.agreement_is_new is not true then 'too-early'
    else yes_would_not_count(step.person_id, step.eyes, room.room_id)
  end;
end
$$;

-- Whoever writes: the order of the steps, and who may take them.
create function room_steps_in_order() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  room rooms;
  refused text;
begin
  -- The room's row puts what is said of it in one order.
  select * into room from rooms where room_id = new.room_id for no key update;
  -- Nobody dates anything back.
  new.at := clock_timestamp();
  new.eyes := case when new.what = 'approved' then eyes_of(new.person_id, room.group_id) end;
  if room.ended_at is not null and new.what <> 'ended' then
    refused := 'ended';
  elsif new.what in ('identity', 'reference', 'background', 'visit', 'agreement', 'approved') then
    -- The host agrees to the rules; a coordinator may have it on paper.
    if new.what <> 'agreement' or new.person_id <> room.person_id then
      refused := may_not_vouch(new.person_id, room);
    end if;
    refused := coalesce(refused, step_is_out_of_order(new, room));
  end if;
  if refused is not null then
    raise exception '%', refused using errcode = 'WS028';
  end if;
  return new;
end
$$;

create trigger room_steps_in_order before insert on room_steps
  for each row execute function room_steps_in_order();

create function room_steps_stay() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  raise exception 'what was said of a room is not changed' using errcode = 'WS028';
end
$$;

create trigger room_steps_stay before update or delete on room_steps
  for each row execute function room_steps_stay();

-- Another home, or other people in it, is another room to look at. It counts from this moment, whoever writes it.
create function room_household_changed() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  insert into room_steps (room_id, what, person_id) values (new.room_id, 'changed', new.person_id);
  return new;
end
$$;

create trigger room_household_changed after update on rooms
  for each row
  when (
    old.ended_at is null and new.ended_at is null
    and (
      old.person_id, old.group_id, old.address, old.kind, old.lives_adults, old.lives_child_ages, old.lives_animals, old.lives_with
    ) is distinct from (
      new.person_id, new.group_id, new.address, new.kind, new.lives_adults, new.lives_child_ages, new.lives_animals, new.lives_with
    )
    or old.most_adults < new.most_adults
    or old.most_children < new.most_children
    or old.step_free is false and new.step_free
  )
  execute function room_household_changed();

-- Over: what could say where it was, or who lives there, is gone at once. What was seen and said of it stays.
create function forget_room(of_room uuid, by_person bigint, because text) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  update rooms
    set ended_at = clock_timestamp(), paused_at = null, paused_by = null,
        address = null, fine_cell = null, cell = null, notes = null,
        lives_adults = 0, lives_child_ages = '{}', lives_animals = null, lives_with = '{}'
    where room_id = of_room and ended_at is null;
  if found then
    insert into room_steps (room_id, what, person_id, words) values (of_room, 'ended', by_person, because);
  end if;
end
$$;

-- Who is out of a group offers no room in it, and no address of theirs is kept.
create function rooms_end_with_host() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  perform forget_room(room_id, coalesce(new.by_whom, new.person_id), null)
    from rooms
    where group_id = new.group_id and person_id = new.person_id and ended_at is null;
  return new;
end
$$;

create trigger rooms_end_with_host after update on group_people
  for each row
  when (new.entry = 'ended' and old.entry <> 'ended')
  execute function rooms_end_with_host();

create function rooms_end_with_group() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  perform forget_room(room_id, coalesce(new.decided_by, person_id), null)
    from rooms
    where group_id = new.group_id and ended_at is null;
  return new;
end
$$;

create trigger rooms_end_with_group after update on groups
  for each row
  when (new.state = 'closed' and old.state <> 'closed')
  execute function rooms_end_with_group();

-- A host's words become a room, new or as it is from now on. Null: some of them cannot be.
create function room_said(room rooms, said jsonb) returns rooms
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  room.kind := said ->> 'kind';
  room.most_adults := (said ->> 'mostAdults')::smallint;
  room.most_children := (said ->> 'mostChildren')::smallint;
  room.most_nights := (said ->> 'mostNights')::smallint;
  room.pets := array(select distinct jsonb_array_elements_text(said -> 'pets') order by 1);
  room.step_free := (said ->> 'stepFree')::boolean;
  room.smoking := (said ->> 'smoking')::boolean;
  room.lives_adults := (said ->> 'livesAdults')::smallint;
  room.lives_child_ages := array(select jsonb_array_elements_text(said -> 'livesChildAges')::smallint order by 1);
  room.lives_animals := said ->> 'livesAnimals';
  room.lives_with := array(select distinct jsonb_array_elements_text(said -> 'livesWith')::bigint order by 1);
  room.notes := said ->> 'notes';
  if exists (
    select from unnest(room.lives_with) as other
      where other = room.person_id or not is_in_group(other, room.group_id, 'coordinator')
  ) then
    return null;
  end if;
  return room;
exception
  when data_exception or check_violation then
    return null;
end
$$;

-- A member offers a room. `address_mark` tells two addresses apart where the sealed ones always differ.
create function apply_room(
  change_key uuid,
  session_token text,
  in_group bigint,
  new_room uuid,
  said jsonb,
  new_address bytea,
  address_mark bytea,
  new_cell text,
  new_fine_cell bytea
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  room rooms;
begin
  select * into change from begin_group_change(
    change_key, session_token, 'apply_room', in_group, 'member',
    jsonb_build_array(said, encode(address_mark, 'hex'))
  );
  if change.answer is not null then
    return change.answer;
  elsif exists (select from rooms where group_id = in_group and person_id = change.person and ended_at is null) then
    return keep_answer(change_key, '{"kind": "one-already"}');
  elsif (
    select count(*) >= 5 from rooms
      where person_id = change.person and applied_at > clock_timestamp() - interval '30 days'
  ) then
    return keep_answer(change_key, '{"kind": "too-many"}');
  end if;
  room.room_id := new_room;
  room.group_id := in_group;
  room.person_id := change.person;
  room := room_said(room, said);
  begin
    insert into rooms (
        room_id, group_id, person_id, address, fine_cell, cell, kind, most_adults, most_children, most_nights, pets, step_free,
        smoking, lives_adults, lives_child_ages, lives_animals, lives_with, notes
      )
      values (
        room.room_id, in_group, change.person, new_address, new_fine_cell, new_cell, room.kind, room.most_adults,
        room.most_children, room.most_nights, room.pets, room.step_free, room.smoking, room.lives_adults,
        room.lives_child_ages, room.lives_animals, room.lives_with, room.notes
      );
  exception when check_violation or not_null_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  insert into room_steps (room_id, what, person_id) values (new_room, 'applied', change.person);
  return keep_answer(change_key, jsonb_build_object('kind', 'applied', 'room_id', new_room));
end
$$;

-- What every change to a room begins with: the person, and the room locked; or the answer to give at once. Its host may, or a
-- coordinator of its group; to anybody else it is as unknown as one that is not there.
create function begin_room_change(
  change_key uuid,
  session_token text,
  change_name text,
  in_room uuid,
  body jsonb,
  out answer jsonb,
  out person bigint,
  out room rooms
)
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  person := own_person(session_token);
  if person is null then
    answer := '{"kind": "signed-out"}';
    return;
  end if;
  answer := begin_change(change_key, 'person ' || person, change_name, jsonb_build_array(in_room, body));
  if answer is not null then
    return;
  end if;
  -- As every change to a group: who coordinates it does not change meanwhile.
  perform from groups where group_id = (select group_id from rooms where room_id = in_room) for no key update;
  select * into room from rooms where room_id = in_room for no key update;
  if room.room_id is null
    or not is_in_group(person, room.group_id, case when room.person_id = person then 'member' else 'coordinator' end)
  then
    answer := keep_answer(change_key, '{"kind": "unknown-room"}');
  elsif room.ended_at is not null then
    answer := keep_answer(change_key, '{"kind": "ended"}');
  end if;
end
$$;

-- The host says it anew; without a new address it stays where it is.
create function change_room(
  change_key uuid,
  session_token text,
  in_room uuid,
  said jsonb,
  new_address bytea,
  address_mark bytea,
  new_cell text,
  new_fine_cell bytea
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  room rooms;
begin
  select * into change from begin_room_change(
    change_key, session_token, 'change_room', in_room, jsonb_build_array(said, encode(address_mark, 'hex'))
  );
  if change.answer is not null then
    return change.answer;
  elsif (change.room).person_id <> change.person then
    return keep_answer(change_key, '{"kind": "unknown-room"}');
  end if;
  room := room_said(change.room, said);
  begin
    update rooms
      set kind = room.kind, most_adults = room.most_adults, most_children = room.most_children,
          most_nights = room.most_nights, pets = room.pets, step_free = room.step_free, smoking = room.smoking,
          lives_adults = room.lives_adults, lives_child_ages = room.lives_child_ages,
          lives_animals = room.lives_animals, lives_with = room.lives_with, notes = room.notes,
          address = coalesce(new_address, address),
          cell = case when new_address is null then cell else new_cell end,
          fine_cell = case when new_address is null then fine_cell else new_fine_cell end
      where room_id = in_room;
  exception when check_violation or not_null_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  return keep_answer(change_key, '{"kind": "changed"}');
end
$$;

-- A coordinator has seen something; the agreement is the host's own to give, or seen on paper. At the visit somebody may have
-- said where in town it is.
create function record_room_step(
  change_key uuid,
  session_token text,
  in_room uuid,
  step text,
  seen_items text[],
  checked date,
  valid date,
  new_cell text,
  new_fine_cell bytea
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  today date;
begin
  select * into change from begin_room_change(
    change_key, session_token, 'record_room_step', in_room, jsonb_build_array(step, seen_items, checked, valid, new_cell)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  select (clock_timestamp() at time zone time_zone)::date into today
    from groups join regions using (region_id)
    where group_id = (change.room).group_id;
  if step is null or step not in ('identity', 'reference', 'background', 'visit', 'agreement')
    or checked > today or valid <= today
  then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end if;
  begin
    insert into room_steps (room_id, what, person_id, seen, checked_on, valid_until)
      values (
        in_room, step, change.person,
        case when step = 'visit' then array(select distinct unnest(seen_items)) end, checked, valid
      );
    if step = 'visit' and new_fine_cell is not null then
      update rooms set cell = new_cell, fine_cell = new_fine_cell where room_id = in_room;
    end if;
  exception
    when sqlstate 'WS028' then
      return keep_answer(change_key, jsonb_build_object('kind', sqlerrm));
    when check_violation or not_null_violation then
      return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  return keep_answer(change_key, '{"kind": "recorded"}');
end
$$;

create function approve_room(change_key uuid, session_token text, in_room uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_room_change(change_key, session_token, 'approve_room', in_room, null);
  if change.answer is not null then
    return change.answer;
  end if;
  begin
    insert into room_steps (room_id, what, person_id) values (in_room, 'approved', change.person);
  exception when sqlstate 'WS028' then
    return keep_answer(change_key, jsonb_build_object('kind', sqlerrm));
  end;
  return keep_answer(change_key, jsonb_build_object(
    'kind', 'approved', 'is_offerable', exists (select from offerable_rooms where room_id = in_room)
  ));
end
$$;

-- By its host or any coordinator, at once. What a coordinator stopped the host does not begin again.
create function pause_room(change_key uuid, session_token text, in_room uuid, because text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  host bigint;
begin
  select * into change from begin_room_change(change_key, session_token, 'pause_room', in_room, to_jsonb(because));
  if change.answer is not null then
    return change.answer;
  end if;
  host := (change.room).person_id;
  begin
    insert into room_steps (room_id, what, person_id, words) values (in_room, 'paused', change.person, because);
  exception when check_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  update rooms
    set paused_at = coalesce(paused_at, clock_timestamp()),
        paused_by = case when change.person = host then coalesce(paused_by, host) else change.person end
    where room_id = in_room;
  return keep_answer(change_key, '{"kind": "paused"}');
end
$$;

create function resume_room(change_key uuid, session_token text, in_room uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  refused text;
begin
  select * into change from begin_room_change(change_key, session_token, 'resume_room', in_room, null);
  if change.answer is not null then
    return change.answer;
  elsif (change.room).paused_at is null then
    return keep_answer(change_key, '{"kind": "resumed"}');
  elsif change.person = (change.room).person_id then
    refused := case when (change.room).paused_by <> change.person then 'own-room' end;
  else
    refused := may_not_vouch(change.person, change.room);
  end if;
  if refused is not null then
    return keep_answer(change_key, jsonb_build_object('kind', refused));
  end if;
  insert into room_steps (room_id, what, person_id) values (in_room, 'resumed', change.person);
  update rooms set paused_at = null, paused_by = null where room_id = in_room;
  return keep_answer(change_key, '{"kind": "resumed"}');
end
$$;

create function end_room(change_key uuid, session_token text, in_room uuid, because text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_room_change(change_key, session_token, 'end_room', in_room, to_jsonb(because));
  if change.answer is not null then
    return change.answer;
  end if;
  begin
    perform forget_room(in_room, change.person, because);
  exception when check_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  return keep_answer(change_key, '{"kind": "ended"}');
end
$$;

-- Somebody was not safe, or may not be: it is offered to nobody until two coordinators have looked again and approved it.
create function report_room(change_key uuid, session_token text, in_room uuid, because text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_room_change(change_key, session_token, 'report_room', in_room, to_jsonb(because));
  if change.answer is not null then
    return change.answer;
  elsif not is_in_group(change.person, (change.room).group_id, 'coordinator') then
    return keep_answer(change_key, '{"kind": "unknown-room"}');
  end if;
  begin
    insert into room_steps (room_id, what, person_id, words) values (in_room, 'reported', change.person, because);
  exception when check_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  return keep_answer(change_key, '{"kind": "reported"}');
end
$$;

-- Which step is next; null: none.
create function next_room_step(checks room_checks) returns text
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select case
    when checks.identity_at is null then 'identity'
    when checks.reference_count < 2 then 'reference'
    when checks.background_is_good is not true then 'background'
    when checks.pairs_of_eyes >= 2 then null
    when checks.visit_is_new is not true then 'visit'
    when checks.agreement_is_new is not true then 'agreement'
    else 'approved'
  end
$$;

-- A room as its host and its group's coordinators may read it: never its address, nor where it is.
create function room_told(room rooms) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object(
      'room_id', room.room_id,
      'group_id', room.group_id,
      'host', (select name from people where person_id = room.person_id),
      'kind', room.kind,
      'most_adults', room.most_adults,
      'most_children', room.most_children,
      'most_nights', room.most_nights,
      'pets', to_jsonb(room.pets),
      'step_free', room.step_free,
      'smoking', room.smoking,
      'lives_adults', room.lives_adults,
      'lives_child_ages', to_jsonb(room.lives_child_ages::smallint[]),
      'lives_animals', room.lives_animals,
      'lives_with', to_jsonb(room.lives_with),
      'notes', room.notes,
      'has_area', room.fine_cell is not null,
      'applied_at', room.applied_at,
      'paused_at', room.paused_at,
      'is_paused_by_host', room.paused_by = room.person_id,
      'ended_at', room.ended_at,
      'next', next_room_step(room_checks),
      'reference_count', reference_count,
      'background_until', background_until,
      'approved_until', approved_until,
      'is_offerable', exists (select from offerable_rooms where offerable_rooms.room_id = room.room_id)
    )
    from room_checks
    where room_checks.room_id = room.room_id
$$;

-- What was done with a room; what somebody reported its host never reads, nor who lives there.
create function room_steps_told(of_room uuid, with_reports boolean) returns jsonb
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
    from room_steps join people using (person_id)
    where room_id = of_room and (with_reports or what <> 'reported')
$$;

-- The room of whoever is signed in: the one they offer, or offered last; null: none.
create function own_room(session_token text, of_group bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
  room rooms;
begin
  if not is_in_group(person, of_group, 'member') then
    return null;
  end if;
  select * into room
    from rooms
    where group_id = of_group and person_id = person
    order by ended_at is null desc, applied_at desc
    limit 1;
  if not found then
    return null;
  end if;
  return room_told(room) || jsonb_build_object('steps', room_steps_told(room.room_id, false));
end
$$;

-- The sealed address, for the room's host alone; that it was opened is written down.
create function room_address(session_token text, in_room uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
  sealed bytea;
begin
  select address into sealed
    from rooms
    where room_id = in_room and person_id = person and ended_at is null and is_in_group(person, group_id, 'member');
  if not found then
    return null;
  end if;
  insert into room_address_views (room_id, person_id, why) values (in_room, person, 'own');
  return to_jsonb(encode(sealed, 'hex'));
end
$$;

-- The rooms of a group, for its coordinators, but their own; null: none of its coordinators.
create function rooms_of(session_token text, of_group bigint) returns jsonb
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
        room_told(rooms) || jsonb_build_object('may_not', may_not_vouch(person, rooms)) order by applied_at, room_id
      ), '[]')
      from rooms
      where group_id = of_group and ended_at is null
        and person_id <> person and not person = any (lives_with)
  );
end
$$;

-- One room, for a coordinator who neither offers it nor lives there.
create function room_sheet(session_token text, in_room uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
  room rooms;
begin
  select * into room from rooms where room_id = in_room;
  if not found or not is_in_group(person, room.group_id, 'coordinator')
    or room.person_id = person or person = any (room.lives_with)
  then
    return null;
  end if;
  return room_told(room) || jsonb_build_object(
    'may_not', may_not_vouch(person, room),
    'yes_would_not_count', yes_would_not_count(person, eyes_of(person, room.group_id), in_room),
    'steps', room_steps_told(in_room, true)
  );
end
$$;

-- The figures of a region, all of them anew. For the command, not for the web.
create function replace_cell_residents(in_region bigint, cells text[], counts integer[]) returns integer
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  perform from regions where region_id = in_region for no key update;
  delete from cell_residents where region_id = in_region;
  insert into cell_residents (region_id, cell, residents) select in_region, * from unnest(cells, counts);
  perform pg_notify('rooms_changed', in_region::text);
  return cardinality(cells);
end
$$;

-- Whoever keeps an answer that tells of rooms makes it anew; which room it was is nobody's to hear.
create function tell_rooms_changed() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  perform pg_notify('rooms_changed', region_id::text)
    from rooms join groups using (group_id)
    where room_id = new.room_id;
  return null;
end
$$;

create trigger rooms_told after insert or update on rooms
  for each row execute function tell_rooms_changed();
create trigger room_steps_told after insert on room_steps
  for each row execute function tell_rooms_changed();
