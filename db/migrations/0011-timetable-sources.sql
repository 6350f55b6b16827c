-- Feeds of one name that follow one another, and routes entered by hand: what the importing commands do with them.

-- A feed that begins later waits beside the one in force and takes over on its day. Dates decide which of them the buses
-- of a day are from (app/transit/timetable/turns.ts): of those that have begun, the one that began last. So nothing has
-- to happen here on the day itself.
drop index feeds_one_active;
create unique index feeds_one_active_from on feeds (region_id, name, starts_on) where state = 'active';

-- Without those whose turn is over: the next one of the name began two days ago or before, so that the last evening's
-- buses have arrived, whatever zone their agency is in.
create or replace view active_feeds as
  select feed_id, region_id, feeds.name, byte_count, sha256, starts_on, ends_on, activated_at
  from feeds
    join regions using (region_id)
  where state = 'active'
    and not exists (
      select from feeds as next
        where next.region_id = feeds.region_id
          and next.name = feeds.name
          and next.state = 'active'
          and next.starts_on > feeds.starts_on
          and next.starts_on < (clock_timestamp() at time zone time_zone)::date - 1
    );

create or replace view active_feed_parts as
  select feed_id, part, bytes
  from feed_parts
    join active_feeds using (feed_id);

-- Puts a checked feed, or a retired one, in force: now, or from its first day where that lies ahead. `replaced` is the
-- feed in whose place it stands. For the importing command, not for the web.
create or replace function activate_feed(feed bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  chosen feeds;
  stored bytea;
  at timestamptz;
  today date;
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
  elsif chosen.state = 'receiving' then
    return '{"kind": "not-checked"}';
  end if;

  select string_agg(bytes, ''::bytea order by part) into stored from feed_parts where feed_id = feed;
  if octet_length(stored) is distinct from chosen.byte_count or sha256(stored) <> chosen.sha256 then
    return '{"kind": "not-whole"}';
  end if;

  at := clock_timestamp();
  select (at at time zone time_zone)::date into today from regions where region_id = chosen.region_id;
  -- The one in force; for a feed that waits, the one that waited for the same day.
  select feed_id into before
    from feeds
    where region_id = chosen.region_id and name = chosen.name and state = 'active'
      and (starts_on = chosen.starts_on or greatest(starts_on, chosen.starts_on) <= today)
    order by starts_on desc
    limit 1;

  -- By their dates these would go on standing before it; one that is yet to begin is to follow it.
  update feeds
    set state = 'retired', retired_at = at
    where region_id = chosen.region_id and name = chosen.name and state = 'active' and feed_id <> feed
      and (starts_on = chosen.starts_on or starts_on > chosen.starts_on and starts_on <= today);
  update feeds
    set state = 'active', activated_at = at, retired_at = null
    where feed_id = feed;
  update feeds
    set state = 'retired', retired_at = at
    where region_id = chosen.region_id and name = chosen.name and state = 'active'
      and feed_id not in (select feed_id from active_feeds);
  -- What was retired just now is kept for a way back; what was retired before that goes.
  delete from feeds
    where region_id = chosen.region_id and name = chosen.name and state = 'retired' and retired_at < at
      and exists (
        select from feeds as gone
          where gone.region_id = chosen.region_id and gone.name = chosen.name and gone.retired_at = at
      );
  perform pg_notify('timetable_changed', chosen.region_id::text);
  return jsonb_build_object('kind', 'activated', 'feed_id', feed, 'replaced', nullif(before, feed));
end
$$;

-- Takes out a feed in force, or one that waits for its day; the one before it of its name goes on where it is kept.
create function withdraw_feed(feed bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  region bigint;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'changes need read committed' using errcode = 'invalid_transaction_state';
  end if;
  perform from regions join feeds using (region_id) where feed_id = feed for no key update of regions;
  update feeds
    set state = 'retired', retired_at = clock_timestamp()
    where feed_id = feed and state = 'active'
    returning region_id into region;
  if not found then
    return '{"kind": "not-active"}';
  end if;
  perform pg_notify('timetable_changed', region::text);
  return jsonb_build_object('kind', 'withdrawn', 'feed_id', feed);
end
$$;

-- A route as app/transit/timetable/hand-route.ts names it, in the place of the agency's route of that number.
create function save_hand_route(in_region bigint, it jsonb) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  route bigint;
  replaced boolean;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'changes need read committed' using errcode = 'invalid_transaction_state';
  end if;
  perform from regions where region_id = in_region for no key update;
  if not found then
    return '{"kind": "unknown-region"}';
  end if;

  delete from hand_routes
    where region_id = in_region and agency = it ->> 'agency' and short_name = it #>> '{route,shortName}';
  replaced := found;
  insert into hand_routes (
      region_id, agency, short_name, long_name, color, text_color, both_ways, from_date, until_date, source, as_of
    )
    values (
      in_region, it ->> 'agency', it #>> '{route,shortName}', it #>> '{route,longName}',
      it #>> '{route,color}', it #>> '{route,textColor}', (it ->> 'bothWays')::boolean,
      (it ->> 'from')::date, (it ->> 'until')::date, it ->> 'source', (it ->> 'asOf')::date
    )
    returning hand_route_id into route;
  insert into hand_route_stops (hand_route_id, position, name, lat, lon, minutes)
    select
        route, place - 1, stop ->> 'name', (stop ->> 'lat')::double precision,
        (stop ->> 'lon')::double precision, (stop ->> 'minutes')::smallint
      from jsonb_array_elements(it -> 'stops') with ordinality as each (stop, place);
  insert into hand_route_services (hand_route_id, days, first, last, headway_minutes)
    select
        route, array(select jsonb_array_elements_text(service -> 'days')::smallint),
        (service ->> 'first')::smallint, (service ->> 'last')::smallint, (service ->> 'headwayMinutes')::smallint
      from jsonb_array_elements(it -> 'service') with ordinality as each (service, place)
      order by place;
  return jsonb_build_object('kind', 'saved', 'replaced', replaced);
end
$$;
