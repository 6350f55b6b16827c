-- What people say who stood at the door: one tap, no account. It never changes a number; two voices make one ask first.

create domain door_word as text
  constraint door_word_known check (value in ('full', 'closed', 'got-in'));

create table door_reports (
  door_report_id bigint generated always as identity primary key,
  place_id bigint not null references places,
  word door_word not null,
  said_at timestamptz not null default clock_timestamp(),
  -- Tells two voices apart while their words count, and is forgotten then.
  voice sha256_hash
);

create index door_reports_of_place on door_reports (place_id, said_at);
create index door_reports_of_voice on door_reports (voice, said_at) where voice is not null;

create trigger door_reports_never_deleted
  before delete on door_reports
  for each row execute function refuse_rewriting();

create trigger door_reports_never_emptied
  before truncate on door_reports
  for each statement execute function refuse_rewriting();

-- The last word of each voice within two hours.
create view door_words as
  select distinct on (place_id, voice) place_id, voice, word, said_at
    from door_reports
    where voice is not null and said_at > clock_timestamp() - interval '2 hours'
    order by place_id, voice, said_at desc, door_report_id desc;

-- As before (0013), and whether it is doubted: while two voices since then say that there is no way in.
create or replace view current_pools as
  select
    pools.pool_id,
    pools.place_id,
    pools.household,
    pools.unit,
    pools.people_per_unit,
    pools.capacity,
    pools.occupied,
    coalesce(live.units, 0)::count_of_units as held,
    pools.out_of_service,
    pools.version,
    newest.said_at as reported_at,
    newest.way as reported_way,
    (
      select count(*) >= 2
        from door_words
        where door_words.place_id = pools.place_id
          and word in ('full', 'closed')
          and door_words.said_at > newest.said_at
    ) as doubted
  from pools
    left join lateral (
      select said_at, way
        from reports
        where reports.pool_id = pools.pool_id
        order by said_at desc, report_id desc
        limit 1
    ) as newest on true
    left join lateral (
      select sum(units)::integer as units
        from holds
        where holds.pool_id = pools.pool_id and state = 'held' and until > clock_timestamp()
    ) as live on true
  where pools.retired_at is null;

-- Ten words an hour of one voice are enough for a family that goes from door to door.
create function say_at_door(change_key uuid, from_voice bytea, at_place bigint, said_word text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
begin
  if said_word is null or said_word not in ('full', 'closed', 'got-in') then
    return '{"kind": "unknown-word"}';
  end if;
  if not exists (select from listed_places where place_id = at_place) then
    return '{"kind": "unknown-place"}';
  end if;
  answer := begin_change(
    change_key, 'voice ' || encode(from_voice, 'hex'), 'say_at_door', jsonb_build_array(at_place, said_word)
  );
  if answer is not null then
    return answer;
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

-- What was said at the door of late, for those who may act for the place.
create function door_words_of(session_token text, at_place bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('word', word, 'at', said_at) order by said_at desc), '[]')
      from door_words
      where place_id = at_place and may_act(person_of(session_token), at_place, 'staff')
  );
end
$$;
