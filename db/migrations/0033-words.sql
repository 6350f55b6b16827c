-- A word for tonight that was said a while ago stands at the moment it was said: whoever said two offline, or two in one
-- second, is not told that somebody changed the first.

-- Staff's switch for one night: true opens, false does not, null takes the word back. Said at true_at; null: now.
create function record_opening_at(
  change_key uuid,
  by_whom text,
  by_way text,
  at_place bigint,
  for_night date,
  opens boolean,
  true_at timestamptz
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

  insert into openings (place_id, night, is_open, way, who, said_at)
    values (at_place, for_night, opens, by_way, by_whom, least(true_at, clock_timestamp()))
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

create or replace function record_opening(
  change_key uuid,
  by_whom text,
  by_way text,
  at_place bigint,
  for_night date,
  opens boolean
) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select record_opening_at(change_key, by_whom, by_way, at_place, for_night, opens, null)
$$;

create or replace function open_tonight_late(
  change_key uuid,
  session_token text,
  at_place bigint,
  for_night date,
  opens boolean,
  true_at timestamptz
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := person_of(session_token);
  newest openings;
begin
  if person is null then
    return '{"kind": "signed-out"}';
  end if;
  if not may_act(person, at_place, 'staff') then
    return '{"kind": "unknown-place"}';
  end if;
  perform from places where place_id = at_place for no key update;
  select * into newest
    from openings
    where place_id = at_place and night = for_night
    order by said_at desc, opening_id desc
    limit 1;
  if newest.said_at > true_at
    and newest.is_open is distinct from opens
    and not exists (select from idempotency_keys where idempotency_key = change_key)
  then
    return jsonb_build_object('kind', 'moved-on', 'open', newest.is_open, 'said_at', newest.said_at);
  end if;
  return record_opening_at(change_key, 'person ' || person, 'web', at_place, for_night, opens, true_at);
end
$$;
