-- Managers edit what people read of their place, part by part; each change is dated and kept, and outlives the next import.

create domain place_part as text
  constraint place_part_known check (value in ('words', 'who', 'hours', 'units'));

-- What the staff speak, by code; null is "nobody told us".
alter table places
  add column languages text[]
    constraint places_languages_are_codes check (
      cardinality(languages) > 0
      and array_position(languages, null) is null
      and array_to_string(languages, ' ') ~ '^[a-z]{2,3}( [a-z]{2,3})*$'
    );

create or replace view listed_places as
  select
    place_id,
    region_id,
    program_id,
    site_id,
    kind,
    phone,
    adults_alone,
    families,
    youth_alone,
    gender,
    couples,
    fathers,
    teen_boys,
    min_age,
    max_age,
    max_people,
    keeps_together,
    takes_service_animal,
    takes_cat,
    takes_small_dog,
    takes_large_dog,
    wheelchair,
    documents,
    sobriety,
    referral,
    max_stay_nights,
    languages
  from places
  where retired_at is null;

create table place_edits (
  edit_id bigint generated always as identity primary key,
  place_id bigint not null references places,
  part place_part not null,
  person_id bigint not null references people,
  at timestamptz not null default clock_timestamp(),
  before jsonb not null,
  after jsonb not null
);

create index place_edits_newest on place_edits (place_id, part, edit_id desc);

create trigger place_edits_append_only
  before update or delete on place_edits
  for each row execute function refuse_rewriting();

create trigger place_edits_never_emptied
  before truncate on place_edits
  for each statement execute function refuse_rewriting();

create function spans_now(at_place bigint, in_use text) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
      'days', days, 'opens', opens, 'closes', closes, 'from', from_date, 'until', until_date
    ) order by schedule_id), '[]')
    from schedules
    where place_id = at_place and use = in_use
$$;

-- A part as it is, in the shape a places file states it (0008).
create function place_part_now(at_place bigint, of_part text) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select case of_part
      when 'words' then jsonb_build_object(
        'phone', coalesce(places.phone, programs.phone), 'website', programs.website, 'about', programs.about, 'rules', programs.rules,
        'languages', to_jsonb(places.languages)
      )
      when 'who' then jsonb_build_object(
        'adultsAlone', adults_alone, 'families', families, 'youthAlone', youth_alone, 'gender', gender,
        'couples', couples, 'fathers', fathers, 'teenBoys', teen_boys,
        'minAge', min_age, 'maxAge', max_age, 'maxPeople', max_people, 'keepsTogether', keeps_together,
        'pets', jsonb_build_object(
          'service-animal', takes_service_animal, 'cat', takes_cat,
          'small-dog', takes_small_dog, 'large-dog', takes_large_dog
        ),
        'wheelchair', wheelchair, 'documents', documents, 'sobriety', sobriety,
        'referral', referral, 'maxStayNights', max_stay_nights
      )
      when 'hours' then jsonb_build_object(
        'operating', spans_now(at_place, 'operating'),
        'intake', spans_now(at_place, 'intake'),
        'exceptions', (
          select coalesce(jsonb_agg(jsonb_build_object(
              'date', date,
              'hours', case when opens is not null then jsonb_build_object('opens', opens, 'closes', closes) end
            ) order by date), '[]')
            from schedule_exceptions
            where schedule_exceptions.place_id = at_place
        ),
        'rule', (
          select jsonb_build_object('lowAtOrBelowF', low_at_or_below_f, 'decidedAt', decided_at)
            from opening_rules
            where opening_rules.place_id = at_place
        )
      )
      when 'units' then jsonb_build_object('pools', (
        select coalesce(jsonb_agg(jsonb_build_object(
            'household', household, 'unit', unit, 'peoplePerUnit', people_per_unit,
            'capacity', coalesce(usual_capacity, capacity)
          ) order by pool_id), '[]')
          from pools
          where pools.place_id = at_place and retired_at is null
      ))
    end
    from places join programs using (program_id)
    where place_id = at_place
$$;

-- Puts a part in the place of what is there; a fact beside it says who stated it and when.
create function write_place_part(at_place bigint, of_part text, said jsonb, as_of date) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  place places;
begin
  select * into place from places where place_id = at_place;
  case of_part
    when 'words' then
      update places
        set phone = said ->> 'phone',
            languages = (select array_agg(code) from jsonb_array_elements_text(nullif(said -> 'languages', 'null')) as code)
        where place_id = at_place;
      update programs
        set phone = said ->> 'phone',
            website = said ->> 'website',
            about = nullif(said -> 'about', 'null'),
            rules = nullif(said -> 'rules', 'null')
        where program_id = place.program_id;
    when 'who' then
      perform write_admits(at_place, said);
    when 'hours' then
      perform apply_hours(
        place.region_id, jsonb_build_array(jsonb_build_object('key', place.source_key, 'hours', said))
      );
    when 'units' then
      perform apply_pools(
        place.region_id, jsonb_build_array(jsonb_build_object('key', place.source_key, 'pools', said -> 'pools'))
      );
  end case;

  insert into place_facts (place_id, about, source, as_of)
    select at_place, fact, organizations.name, write_place_part.as_of
      from programs
        join organizations using (organization_id)
        cross join unnest(case of_part
          when 'words' then array['rules', 'phone']
          when 'who' then array['rules']
          when 'hours' then array['hours']
          else array['beds']
        end) as fact
      where program_id = place.program_id
    on conflict (place_id, about) do update
      set source = excluded.source, as_of = greatest(place_facts.as_of, excluded.as_of);
end
$$;

create function write_admits(at_place bigint, said jsonb) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  update places
    set adults_alone = (said ->> 'adultsAlone')::boolean,
        families = (said ->> 'families')::boolean,
        youth_alone = (said ->> 'youthAlone')::boolean,
        gender = said ->> 'gender',
        couples = (said ->> 'couples')::boolean,
        fathers = (said ->> 'fathers')::boolean,
        teen_boys = (said ->> 'teenBoys')::boolean,
        min_age = (said ->> 'minAge')::smallint,
        max_age = (said ->> 'maxAge')::smallint,
        max_people = (said ->> 'maxPeople')::smallint,
        keeps_together = (said ->> 'keepsTogether')::boolean,
        takes_service_animal = (said -> 'pets' ->> 'service-animal')::boolean,
        takes_cat = (said -> 'pets' ->> 'cat')::boolean,
        takes_small_dog = (said -> 'pets' ->> 'small-dog')::boolean,
        takes_large_dog = (said -> 'pets' ->> 'large-dog')::boolean,
        wheelchair = (said ->> 'wheelchair')::boolean,
        documents = nullif(said -> 'documents', 'null'),
        sobriety = (said ->> 'sobriety')::boolean,
        referral = (said ->> 'referral')::boolean,
        max_stay_nights = (said ->> 'maxStayNights')::smallint
    where place_id = at_place
$$;

-- The size a manager states, where staff have counted before: it is no count, and makes no count younger. Units for a time
-- (0017) come on top of it.
create function write_sizes(at_place bigint, said jsonb) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  update pools
    set capacity = (pool ->> 'capacity')::integer + capacity - coalesce(usual_capacity, capacity),
        usual_capacity = case when usual_capacity is not null then (pool ->> 'capacity')::integer end
    from jsonb_array_elements(said -> 'pools') as pool
    where place_id = at_place
      and retired_at is null
      and pool ->> 'household' = household
      and pool ->> 'unit' = unit
      and (pool ->> 'peoplePerUnit')::smallint = people_per_unit
      and (pool ->> 'capacity')::integer <> coalesce(usual_capacity, capacity)
$$;

create function goes_from(at_place bigint, said jsonb) returns setof bigint
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select pool_id
    from pools
    where place_id = at_place
      and retired_at is null
      and not exists (
        select from jsonb_array_elements(said -> 'pools') as pool
          where pool ->> 'household' = household
            and pool ->> 'unit' = unit
            and (pool ->> 'peoplePerUnit')::smallint = people_per_unit
      )
$$;

-- `seen`: what the page showed, as place_sheet named it; where it is another by now, nothing is done.
create function edit_place(
  change_key uuid,
  session_token text,
  at_place bigint,
  of_part text,
  seen text,
  said jsonb
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := person_of(session_token);
  answer jsonb;
  region regions;
  before jsonb;
begin
  if person is null then
    return '{"kind": "signed-out"}';
  end if;
  if of_part is null or of_part not in ('words', 'who', 'hours', 'units') or not may_act(person, at_place, 'manager') then
    return '{"kind": "unknown-place"}';
  end if;
  answer := begin_change(
    change_key, 'person ' || person, 'edit_place', jsonb_build_array(at_place, of_part, said)
  );
  if answer is not null then
    return answer;
  end if;

  -- The region's lock first, as an import takes it, then the place's, then its pools'.
  select regions.* into region
    from regions join places using (region_id)
    where place_id = at_place
    for no key update of regions;
  perform from places where place_id = at_place and retired_at is null for no key update;
  if not found then
    return keep_answer(change_key, '{"kind": "unknown-place"}');
  end if;
  perform from pools where place_id = at_place and retired_at is null order by pool_id for no key update;
  before := place_part_now(at_place, of_part);
  if md5(before::text) is distinct from seen then
    return keep_answer(change_key, jsonb_build_object('kind', 'moved-on', 'now', before, 'seen', md5(before::text)));
  end if;
  if of_part = 'units' and exists (
    select from holds
      where pool_id in (select goes_from(at_place, said)) and state = 'held' and until > clock_timestamp()
  ) then
    return keep_answer(change_key, '{"kind": "has-holds"}');
  end if;

  perform write_place_part(at_place, of_part, said, (clock_timestamp() at time zone region.time_zone)::date);
  if of_part = 'units' then
    perform write_sizes(at_place, said);
  end if;
  insert into place_edits (place_id, part, person_id, before, after)
    values (at_place, of_part, person, before, place_part_now(at_place, of_part));
  -- Open pages read the place again.
  perform pg_notify('opening_changed', at_place || ':' || (clock_timestamp() at time zone region.time_zone)::date);
  return keep_answer(change_key, '{"kind": "edited"}');
end
$$;

-- Each part of a place with the name of what is seen, and who changed what of late: for its managers.
create function place_sheet(session_token text, at_place bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if not coalesce(may_act(person_of(session_token), at_place, 'manager'), false) then
    return null;
  end if;
  return jsonb_build_object(
    'parts', (
      select jsonb_object_agg(part, jsonb_build_object('now', now, 'seen', md5(now::text)))
        from unnest(array['words', 'who', 'hours', 'units']) as part
          cross join lateral place_part_now(at_place, part) as now
    ),
    'edits', (
      select coalesce(jsonb_agg(
          jsonb_build_object('part', part, 'at', at, 'who', name, 'before', before, 'after', after) order by edit_id desc
        ), '[]')
        from (select * from place_edits where place_id = at_place order by edit_id desc limit 100) as newest
          join people using (person_id)
    )
  );
end
$$;

-- What managers stated stays theirs: a file that says otherwise, or nothing, does not take it back. Sizes it never touches.
create function keep_edits(in_region bigint, drafts jsonb) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select write_place_part(place_id, part, after, (at at time zone time_zone)::date)
    from (
      select distinct on (place_id, part) place_id, part, after, at, time_zone
        from place_edits
          join places using (place_id)
          join regions using (region_id)
        where region_id = in_region
          and retired_at is null
          and source_key in (select it ->> 'key' from jsonb_array_elements(drafts) as draft (it))
        order by place_id, part, edit_id desc
    ) as newest
$$;

-- As before (0008), and then what managers stated.
create or replace function apply_places(in_region bigint, from_source text, drafts jsonb, cards jsonb, secret text[]) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  gone integer;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'changes need read committed' using errcode = 'invalid_transaction_state';
  end if;
  -- The region's lock puts imports in one order.
  perform from regions where region_id = in_region for no key update;
  if not found then
    return '{"kind": "unknown-region"}';
  end if;

  update places
    set retired_at = clock_timestamp()
    where region_id = in_region
      and retired_at is null
      and starts_with(source_key, from_source || ':')
      and source_key not in (select it ->> 'key' from jsonb_array_elements(drafts) as draft (it));
  get diagnostics gone = row_count;

  perform forget_sites(in_region, secret);
  perform apply_organizations(in_region, drafts);
  perform apply_sites(in_region, drafts);
  perform apply_admits(in_region, drafts);
  perform apply_pools(in_region, drafts);
  perform apply_hours(in_region, drafts);
  perform keep_edits(in_region, drafts);

  insert into hotlines (region_id, kind, name, phone, note, position)
    select in_region, 'safety-shelter', card -> 'name', card ->> 'phone', nullif(card -> 'note', 'null'), 50
      from jsonb_array_elements(cards) as card
    on conflict (region_id, kind, phone) do update set name = excluded.name, note = excluded.note;

  return jsonb_build_object('kind', 'applied', 'places', jsonb_array_length(drafts), 'gone', gone);
end
$$;
