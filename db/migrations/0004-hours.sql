-- When a place is open, when it lets people in, and staff's word for one night.

create domain wall_minutes as smallint
  constraint wall_minutes_of_one_day check (value between 0 and 1439);

-- ISO 8601: 1 is Monday, 7 is Sunday.
create domain weekdays as smallint[]
  constraint weekdays_of_one_week check (
    value is null
    or value <@ '{1,2,3,4,5,6,7}'::smallint[]
    and cardinality(value) between 1 and 7
    and array_ndims(value) = 1
  );

create domain schedule_use as text
  constraint schedule_use_known check (value in ('operating', 'intake'));

-- Closing at or before opening means the next day; equal means round the clock.
create table schedules (
  schedule_id bigint generated always as identity primary key,
  place_id bigint not null references places on delete cascade,
  use schedule_use not null,
  days weekdays not null,
  opens wall_minutes not null,
  closes wall_minutes not null,
  from_date date,
  until_date date,
  constraint schedules_season_in_order check (from_date <= until_date)
);

create index schedules_of_place on schedules (place_id);

-- One date on which the usual hours do not hold; without hours it is closed all day.
create table schedule_exceptions (
  place_id bigint not null references places on delete cascade,
  date date not null,
  opens wall_minutes,
  closes wall_minutes,
  primary key (place_id, date),
  constraint schedule_exceptions_whole check ((opens is null) = (closes is null))
);

-- A program that opens only in the cold, and when it says so; without a figure the rule is another one.
create table opening_rules (
  place_id bigint primary key references places on delete cascade,
  low_at_or_below_f smallint check (low_at_or_below_f between -60 and 80),
  decided_at wall_minutes not null
);

-- Staff's word for the night that begins on this date. The newest word counts; null takes the word back.
create table openings (
  opening_id bigint generated always as identity primary key,
  place_id bigint not null references places,
  night date not null,
  is_open boolean,
  way report_way not null,
  who short_text not null,
  said_at timestamptz not null default clock_timestamp()
);

create index openings_newest on openings (place_id, night, opening_id desc);

create trigger openings_append_only
  before update or delete on openings
  for each row execute function refuse_rewriting();

create trigger openings_never_emptied
  before truncate on openings
  for each statement execute function refuse_rewriting();
