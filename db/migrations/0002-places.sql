-- Who runs what, where it stands, and whom it takes.

create domain place_kind as text
  constraint place_kind_known check (
    value in ('shelter', 'warming-center', 'day-center', 'room', 'funded-stay')
  );

-- Papers asked for, each in words; an empty list asks for none.
create domain words_list as jsonb
  constraint words_list_holds_words check (
    value is null
    or jsonb_typeof(value) = 'array'
    and not jsonb_path_exists(value, 'strict $[*] ? (@.type() != "object")')
    and jsonb_array_length(value) = jsonb_array_length(jsonb_path_query_array(value, 'lax $[*].en'))
    and not jsonb_path_exists(value, 'strict $[*].* ? (@.type() != "string")', '{}', true)
    and not jsonb_path_exists(value, 'strict $[*].* ? (@ like_regex "^\\s*$")', '{}', true)
  );

create table organizations (
  organization_id bigint generated always as identity primary key,
  region_id bigint not null references regions,
  source_key source_key not null,
  name short_text not null,
  phone phone,
  website website,
  unique (region_id, source_key),
  unique (region_id, organization_id)
);

create table programs (
  program_id bigint generated always as identity primary key,
  region_id bigint not null,
  organization_id bigint not null,
  source_key source_key not null,
  name short_text not null,
  about words,
  rules words,
  phone phone,
  website website,
  -- Programs of victim service providers: a card with a hotline, never a place.
  is_safety_shelter boolean not null default false,
  unique (region_id, source_key),
  unique (region_id, program_id),
  unique (region_id, program_id, is_safety_shelter),
  foreign key (region_id, organization_id) references organizations (region_id, organization_id)
);

create index programs_of_organization on programs (organization_id);

create table hotlines (
  hotline_id bigint generated always as identity primary key,
  region_id bigint not null references regions on delete cascade,
  kind hotline_kind not null,
  name words not null,
  phone phone not null,
  note words,
  -- The order they are shown in.
  position smallint not null default 0,
  program_id bigint,
  unique (region_id, kind, phone),
  foreign key (region_id, program_id) references programs (region_id, program_id)
);

create table sites (
  site_id bigint generated always as identity primary key,
  region_id bigint not null references regions,
  source_key source_key not null,
  name short_text,
  address short_text,
  city short_text,
  zip text check (zip ~ '^[0-9]{5}$'),
  lat latitude not null,
  lon longitude not null,
  -- The pin is not at the door, only near it.
  approximate boolean not null,
  -- The center of an area instead of a building: all that is ever known of a member's room.
  is_area boolean not null default false,
  unique (region_id, source_key),
  unique (region_id, site_id, is_area),
  constraint sites_are_not_null_island check (lat <> 0 or lon <> 0),
  constraint sites_area_has_no_address check (not is_area or approximate and address is null and name is null)
);

create table site_facts (
  site_id bigint not null references sites on delete cascade,
  about text not null constraint site_facts_about_known check (about in ('address', 'position')),
  source short_text not null,
  as_of date not null,
  primary key (site_id, about)
);

-- A program at a site. In every attribute of fit, null is "nobody told us".
create table places (
  place_id bigint generated always as identity primary key,
  region_id bigint not null references regions,
  program_id bigint not null,
  site_id bigint not null,
  kind place_kind not null,
  source_key source_key not null,
  -- The desk's own number, where it is not the program's.
  phone phone,
  adults_alone boolean,
  families boolean,
  youth_alone boolean,
  gender text constraint places_gender_known check (gender in ('any', 'women', 'men')),
  couples boolean,
  fathers boolean,
  teen_boys boolean,
  min_age smallint check (min_age between 0 and 120),
  max_age smallint check (max_age between 0 and 120),
  max_people smallint check (max_people between 1 and 100),
  keeps_together boolean,
  takes_service_animal boolean,
  takes_cat boolean,
  takes_small_dog boolean,
  takes_large_dog boolean,
  wheelchair boolean,
  documents words_list,
  sobriety boolean,
  referral boolean,
  max_stay_nights smallint check (max_stay_nights between 1 and 3650),
  -- Gone from its source or closed for good; kept, for its reports are kept.
  retired_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  -- Cannot be written: what the two keys below hold the program and the site to.
  of_safety_shelter boolean generated always as (false) stored,
  at_area boolean generated always as (kind = 'room') stored,
  unique (region_id, source_key),
  constraint places_ages_in_order check (min_age <= max_age),
  constraint places_never_of_safety_shelter
    foreign key (region_id, program_id, of_safety_shelter)
    references programs (region_id, program_id, is_safety_shelter),
  constraint places_room_only_at_area
    foreign key (region_id, site_id, at_area) references sites (region_id, site_id, is_area)
);

create unique index places_program_once_at_site on places (program_id, site_id, kind) where retired_at is null;
create index places_of_site on places (site_id);

create table place_facts (
  place_id bigint not null references places on delete cascade,
  about text not null constraint place_facts_about_known check (about in ('hours', 'rules', 'phone', 'beds')),
  source short_text not null,
  as_of date not null,
  primary key (place_id, about)
);
