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
  current_notes,
  next_lapse,
  active_feeds,
  active_feed_parts,
  heard_weather,
  entered_weather
to :web;

grant execute on function
  ask_sign_in(text, bytea, bytea, bytea),
  sign_in(text, bytea, bytea, bytea, text),
  sign_out(text),
  who_is(text),
  is_signed_in(text),
  tablet_screen(text),
  unlock_tablet(text, bigint, bytea, bytea),
  set_pin(uuid, text, text, bytea),
  enroll_tablet(uuid, text, bigint, text, bytea),
  end_tablet(uuid, text, bigint),
  managed_organizations(text),
  invite_person(uuid, text, bigint, text, text, text),
  end_access(uuid, text, bigint, bigint),
  staff_places(text, bigint),
  place_log(text, bigint, integer),
  report(uuid, text, bigint, integer, integer, integer, timestamptz, bigint),
  report_extra(uuid, text, bigint, integer, timestamptz, timestamptz, bigint),
  open_tonight(uuid, text, bigint, date, boolean),
  open_tonight_late(uuid, text, bigint, date, boolean, timestamptz),
  say_note(uuid, text, bigint, jsonb, timestamptz, bigint),
  notes_of(text, bigint, integer),
  take_hold(
    uuid, bytea, bytea, uuid, bytea, bigint, integer, jsonb, timestamptz, jsonb, text, text
  ),
  hold_by_phone(uuid, text, uuid, bytea, bigint, integer, jsonb, timestamptz, text),
  extend_hold(uuid, bytea, uuid, timestamptz, text),
  extend_hold_by_staff(uuid, text, uuid),
  cancel_hold(uuid, bytea, uuid, text),
  accept_hold(uuid, text, uuid),
  decline_hold(uuid, text, uuid, text),
  no_show(uuid, text, uuid),
  arrive(uuid, text, uuid),
  take_back_arrival(uuid, text, uuid),
  find_hold(bytea, bytea),
  hold_of_device(bytea),
  holds_inbox(text, bigint),
  ask_contact_code(bytea, text, bytea, bytea),
  contact_of_device(bytea),
  confirm_contact(uuid, bytea, text, bytea, bytea),
  forget_what_is_over(),
  say_at_door(uuid, bytea, bigint, text),
  door_words_of(text, bigint),
  place_sheet(text, bigint),
  edit_place(uuid, text, bigint, text, text, jsonb),
  keep_weather(bigint, double precision, double precision, timestamptz, jsonb, timestamptz, jsonb)
to :web;
