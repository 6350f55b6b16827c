-- What the weather service said last of each region, and what an operator entered: so that every process, and one that
-- has just been started, has the last known value with its age.

-- [seconds since 1970, degrees Fahrenheit, wind in mph] for each hour; what it feels like follows from them.
create domain weather_hours as jsonb
  constraint weather_hours_are_numbers check (
    case jsonb_typeof(value)
      when 'array' then
        jsonb_array_length(value) between 1 and 200
        and not jsonb_path_exists(value, 'strict $[*] ? (@.type() != "array" || @.size() != 3)')
        and not jsonb_path_exists(value, 'strict $[*][*] ? (@.type() != "number")', '{}', true)
      else value is null
    end
  );

create domain weather_alerts as jsonb
  constraint weather_alerts_are_whole check (
    case jsonb_typeof(value)
      when 'array' then
        jsonb_array_length(value) <= 50
        and length(value::text) <= 20000
        and not jsonb_path_exists(value, 'strict $[*] ? (@.type() != "object")')
        and not jsonb_path_exists(
          value,
          'lax $[*] ? (!(
            exists (@.event ? (@.type() == "string"))
            && exists (@.severity ? (@ like_regex "^(extreme|severe|moderate|minor|unknown)$"))
            && exists (@.from ? (@.type() == "number"))
            && exists (@.until ? (@.type() == "number" || @.type() == "null"))
          ))'
        )
      else value is null
    end
  );

-- The two are asked for apart and fail apart. Of another point than the region's middle of today they say nothing.
create table heard_weather (
  region_id bigint primary key references regions on delete cascade,
  lat latitude not null,
  lon longitude not null,
  hours weather_hours,
  hours_as_of timestamptz,
  hours_heard_at timestamptz,
  alerts weather_alerts,
  alerts_heard_at timestamptz,
  constraint heard_weather_hours_are_dated check (
    (hours is null) = (hours_as_of is null) and (hours is null) = (hours_heard_at is null)
  ),
  constraint heard_weather_alerts_are_dated check ((alerts is null) = (alerts_heard_at is null))
);

-- A value by hand, the newest one only: what it feels like, or what the thermometer and the wind say.
create table entered_weather (
  region_id bigint primary key references regions on delete cascade,
  wind_chill_f double precision check (wind_chill_f between -120 and 130),
  temperature_f double precision check (temperature_f between -80 and 130),
  wind_mph double precision check (wind_mph between 0 and 200),
  entered_at timestamptz not null default clock_timestamp(),
  until timestamptz not null,
  constraint entered_weather_says_one_thing check (
    (wind_chill_f is null) = (temperature_f is not null) and (temperature_f is null) = (wind_mph is null)
  ),
  constraint entered_weather_ends check (until > entered_at)
);

-- What a process has heard at heard_at; what it did not ask for or did not get is null and stays as it was. An hour-old
-- copy, as the service's caches give out at times, does not replace a newer forecast.
create function keep_weather(
  of_region bigint,
  at_lat double precision,
  at_lon double precision,
  heard_at timestamptz,
  new_hours jsonb,
  made_at timestamptz,
  new_alerts jsonb
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'changes need read committed' using errcode = 'invalid_transaction_state';
  end if;
  -- Nothing was heard, or made, after now.
  heard_at := least(heard_at, clock_timestamp());
  made_at := least(made_at, heard_at);

  -- The region's lock puts two processes' words in one order.
  perform from regions where region_id = of_region for no key update;
  if not found then
    return '{"kind": "unknown-region"}';
  end if;
  delete from heard_weather where region_id = of_region and (lat, lon) <> (at_lat, at_lon);
  insert into heard_weather (region_id, lat, lon)
    values (of_region, at_lat, at_lon)
    on conflict do nothing;

  if new_hours is not null then
    update heard_weather
      set hours = case when hours_as_of > made_at then hours else new_hours end,
          hours_as_of = greatest(hours_as_of, made_at),
          hours_heard_at = greatest(hours_heard_at, heard_at)
      where region_id = of_region;
  end if;
  if new_alerts is not null then
    update heard_weather
      set alerts = new_alerts, alerts_heard_at = heard_at
      where region_id = of_region and (alerts_heard_at is null or alerts_heard_at <= heard_at);
  end if;
  return '{"kind": "kept"}';
end
$$;
