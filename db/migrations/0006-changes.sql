-- Every change that a person makes: one function each, one statement for the client, done once for its key.

-- The key's earlier answer, or null when it is new; then keep_answer must follow in the same call.
create function begin_change(change_key uuid, by_whom text, change_name text, body jsonb) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  body_hash bytea := sha256(convert_to(body::text, 'UTF8'));
  earlier idempotency_keys;
begin
  -- Under another isolation the rows read after a wait for a lock would be older than the lock.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'changes need read committed' using errcode = 'invalid_transaction_state';
  end if;

  -- No sweeper: every change takes a few lapsed keys with it.
  delete from idempotency_keys
    where idempotency_key in (
      select idempotency_key
        from idempotency_keys
        where kept_since < clock_timestamp() - interval '72 hours'
        order by kept_since
        limit 20
        for update skip locked
    );

  -- Waits here for another call with the same key.
  insert into idempotency_keys (idempotency_key, who, change, body_sha256, answer)
    values (change_key, by_whom, change_name, body_hash, '{"kind": "under-way"}')
    on conflict do nothing;
  if found then
    return null;
  end if;

  select * into earlier from idempotency_keys where idempotency_key = change_key;
  if (earlier.who, earlier.change, earlier.body_sha256) = (by_whom, change_name, body_hash) then
    return earlier.answer;
  end if;
  return '{"kind": "key-used-otherwise"}';
end
$$;

create function keep_answer(change_key uuid, given jsonb) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  update idempotency_keys set answer = given where idempotency_key = change_key returning answer
$$;

-- What staff say of a pool now, or said at said_at; what is left out stays as it is ("still right").
create function report(
  change_key uuid,
  by_whom text,
  by_way text,
  in_pool bigint,
  now_occupied integer default null,
  now_out_of_service integer default null,
  now_capacity integer default null,
  true_at timestamptz default null
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
    jsonb_build_array(by_way, in_pool, now_occupied, now_out_of_service, now_capacity, true_at)
  );
  if answer is not null then
    return answer;
  end if;

  select * into pool from pools where pool_id = in_pool and retired_at is null for no key update;
  if not found then
    return keep_answer(change_key, '{"kind": "unknown-pool"}');
  end if;
  heard := clock_timestamp();
  at := least(coalesce(true_at, heard), heard);
  newest := not exists (select from reports where pool_id = in_pool and said_at > at);

  insert into reports (pool_id, capacity, occupied, out_of_service, way, who, said_at, received_at)
    values (
      in_pool,
      coalesce(now_capacity, pool.capacity),
      coalesce(now_occupied, pool.occupied),
      coalesce(now_out_of_service, pool.out_of_service),
      by_way, by_whom, at, heard
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

-- Staff's switch for one night: true opens, false does not, null takes the word back.
create function open_tonight(
  change_key uuid,
  by_whom text,
  by_way text,
  at_place bigint,
  for_night date,
  opens boolean
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

  insert into openings (place_id, night, is_open, way, who)
    values (at_place, for_night, opens, by_way, by_whom)
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

-- Puts a checked feed (or the one retired last) in the place of the active one of its name. For the importing command, not for the web.
create function activate_feed(feed bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  chosen feeds;
  stored bytea;
  before bigint;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'changes need read committed' using errcode = 'invalid_transaction_state';
  end if;

  -- The region's lock puts activations in one order.
  perform from regions join feeds using (region_id) where feed_id = feed for no key update of regions;
  select * into chosen from feeds where feed_id = feed for update;
  if not found then
    return '{"kind": "unknown-feed"}';
  elsif chosen.state = 'active' then
    return jsonb_build_object('kind', 'activated', 'feed_id', feed, 'replaced', null);
  elsif chosen.state = 'receiving' then
    return '{"kind": "not-checked"}';
  end if;

  select string_agg(bytes, ''::bytea order by part) into stored from feed_parts where feed_id = feed;
  if octet_length(stored) is distinct from chosen.byte_count or sha256(stored) <> chosen.sha256 then
    return '{"kind": "not-whole"}';
  end if;

  -- The feed replaced is kept for a way back; those before it go.
  delete from feeds
    where region_id = chosen.region_id and name = chosen.name and state = 'retired' and feed_id <> feed;
  update feeds
    set state = 'retired', retired_at = clock_timestamp()
    where region_id = chosen.region_id and name = chosen.name and state = 'active'
    returning feed_id into before;
  update feeds
    set state = 'active', activated_at = clock_timestamp(), retired_at = null
    where feed_id = feed;
  perform pg_notify('timetable_changed', chosen.region_id::text);
  return jsonb_build_object('kind', 'activated', 'feed_id', feed, 'replaced', before);
end
$$;
