-- Whether a key was used: its change is answered as before, whatever has moved on since. A key is as hard to guess as a hold.
create function was_asked(change_key uuid) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select exists (select from idempotency_keys where idempotency_key = change_key)
$$;

-- As before (0021); the same form by another network is the same word, not another's.
create or replace function say_at_door(change_key uuid, from_voice bytea, at_place bigint, said_word text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
begin
  if said_word is null or said_word not in ('full', 'closed', 'got-in') then
    return '{"kind": "unknown-word"}';
  end if;
  answer := begin_change(change_key, 'somebody at a door', 'say_at_door', jsonb_build_array(at_place, said_word));
  if answer is not null then
    return answer;
  end if;
  -- A member's room has no door that strangers may speak of.
  if not exists (select from listed_places where place_id = at_place and kind <> 'room') then
    return keep_answer(change_key, '{"kind": "unknown-place"}');
  end if;

  -- One word at a time of a voice, or many at once would all see an hour with one left.
  perform pg_advisory_xact_lock(hashtextextended('voice ' || encode(from_voice, 'hex'), 15));
  update door_reports
    set voice = null
    where door_report_id in (
      select door_report_id
        from door_reports
        where voice is not null and said_at < clock_timestamp() - interval '2 hours'
        order by said_at
        limit 100
        for update skip locked
    );
  if (
    select count(*) >= 10
      from door_reports
      where voice = from_voice and said_at > clock_timestamp() - interval '1 hour'
  ) then
    return keep_answer(change_key, '{"kind": "too-many"}');
  end if;

  insert into door_reports (place_id, word, voice) values (at_place, said_word, from_voice);
  -- Whoever shows the place reads again what its counts are worth.
  perform pg_notify('pool_changed', pool_id || ':' || version) from pools where place_id = at_place;
  return keep_answer(change_key, '{"kind": "heard"}');
end
$$;

-- As before (0013); less than a minute is no time that anybody was given.
create or replace function give_time(change_key uuid, hold holds, new_until timestamptz, by_way text, by_person bigint)
  returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if new_until < greatest(hold.until, clock_timestamp()) + interval '1 minute' then
    return keep_answer(change_key, hold_answer('no-more-time', hold));
  end if;
  if hold.state = 'expired' then
    if standing_hold(
      hold.device_hash, case when hold.contact_confirmed then hold.contact end, hold.hold_id
    ) is not null then
      return keep_answer(change_key, '{"kind": "has-hold", "hold_id": null}');
    end if;
    if not has_room(hold.pool_id, hold.units) then
      return keep_answer(change_key, '{"kind": "full"}');
    end if;
  end if;
  hold.state := 'held';
  hold.until := new_until;
  return keep_hold(change_key, hold, 'extended', by_way, by_person);
end
$$;
