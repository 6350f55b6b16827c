-- All that the web role may do. What is not said here it may not; :web is its name.
revoke all on all tables in schema warmstop from :web;
revoke all on all functions in schema warmstop from :web;
revoke all on schema warmstop from :web;

grant usage on schema warmstop to :web;

grant select on
  regions,
  region_zips,
  hotlines,
  organizations,
  programs,
  sites,
  site_facts,
  place_facts,
  schedules,
  schedule_exceptions,
  opening_rules,
  hand_routes,
  hand_route_stops,
  hand_route_services,
  listed_places,
  current_pools,
  current_openings,
  active_feeds,
  active_feed_parts,
  heard_weather,
  entered_weather
to :web;

grant execute on function
  ask_sign_in(text, bytea, bytea),
  sign_in(text, bytea, bytea, bytea),
  sign_out(text),
  who_is(text),
  place_log(text, bigint, integer),
  report(uuid, text, bigint, integer, integer, integer, timestamptz, bigint),
  open_tonight(uuid, text, bigint, date, boolean),
  keep_weather(bigint, double precision, double precision, timestamptz, jsonb, timestamptz, jsonb)
to :web;
