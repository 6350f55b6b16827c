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
  next_lapse,
  active_feeds,
  active_feed_parts,
  heard_weather,
  entered_weather
to :web;

grant execute on function
  ask_sign_in(text, bytea, bytea, bytea),
  sign_in(text, bytea, bytea, bytea),
  sign_out(text),
  who_is(text),
  staff_places(text, bigint),
  place_log(text, bigint, integer),
  report(uuid, text, bigint, integer, integer, integer, timestamptz, bigint),
  open_tonight(uuid, text, bigint, date, boolean),
  take_hold(
    uuid, bytea, uuid, bytea, bigint, integer, jsonb, timestamptz, jsonb, text, boolean, text
  ),
  hold_by_phone(uuid, text, uuid, bytea, bigint, integer, jsonb, timestamptz, text),
  extend_hold(uuid, bytea, uuid, timestamptz, text),
  extend_hold_by_staff(uuid, text, uuid),
  cancel_hold(uuid, bytea, uuid, text),
  accept_hold(uuid, text, uuid),
  decline_hold(uuid, text, uuid, text),
  no_show(uuid, text, uuid),
  arrive(uuid, text, uuid),
  find_hold(bytea, bytea),
  hold_of_device(bytea),
  holds_inbox(text, bigint),
  say_at_door(uuid, bytea, bigint, text),
  door_words_of(text, bigint),
  ask_alert(uuid, uuid, bytea, bigint, jsonb, text, text, bytea, bytea),
  find_alert(bytea, bytea),
  confirm_alert(uuid, bytea, uuid),
  alert_of(bytea, uuid),
  extend_alert(uuid, bytea, uuid),
  stop_alert(uuid, bytea, uuid),
  answer_offer(uuid, bytea, uuid, uuid, boolean),
  watch_alerts(uuid),
  settle_alert(uuid),
  offer_alert(uuid, uuid, bigint, uuid, bytea, integer, timestamptz),
  claim_notices(integer),
  note_sent(uuid, integer, text),
  remind(bigint, date, text),
  wants_reminders(text),
  set_reminders(uuid, text, boolean),
  keep_weather(bigint, double precision, double precision, timestamptz, jsonb, timestamptz, jsonb)
to :web;
