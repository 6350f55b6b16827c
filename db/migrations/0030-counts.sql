-- What of the members' offers met an ask, for its coordinators; and how many were helped, kept when the asks are forgotten.

create function offers_at_ask(session_token text, in_ask uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  ask asks;
begin
  select * into ask from asks where ask_id = in_ask and forgotten_at is null;
  if not found or not is_in_group(own_person(session_token), ask.group_id, 'coordinator') then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(
        jsonb_build_object(
          'offer_id', offer_id,
          'kind', offers.kind,
          'words', offers.words,
          'who', people.name,
          'email', people.email,
          'at', ask_offers.at
        ) order by ask_offers.at, offer_id
      ), '[]')
      from ask_offers
        join offers using (offer_id)
        join people on people.person_id = offers.person_id
      where ask_offers.ask_id = in_ask
  );
end
$$;

-- How many were helped. A month is counted once, four days after its end, when nothing in it can change any more: whoever reads
-- it today and tomorrow learns nothing from the difference. What is fewer than five is not kept at all.
create table counted_months (
  count_id bigint generated always as identity primary key,
  region_id bigint not null references regions,
  -- null: the searches of the whole region.
  group_id bigint references groups,
  month date not null check (extract(day from month) = 1),
  unique nulls not distinct (region_id, group_id, month)
);

-- `folded`: parts of fewer than five each, counted with this one, the largest. As far as anybody can tell from all that is kept,
-- there were none of them: put into the largest, they would leave every number as it is.
create table counts (
  count_id bigint not null references counted_months on delete cascade,
  what text not null check (
    what in (
      'asks', 'kind', 'answered', 'helped', 'people', 'stays', 'nights', 'room-stays', 'room-nights', 'searches', 'household',
      'hours', 'area'
    )
  ),
  part text not null default '' check (part ~ '^[a-z0-9 -]*$' and length(part) <= 40),
  folded text[] not null default '{}',
  n integer not null check (n >= 5),
  primary key (count_id, what, part)
);

-- Added up until the month is counted: of an ask it says neither when nor which.
create table helped_so_far (
  group_id bigint not null references groups,
  month date not null,
  families integer not null,
  adults integer not null,
  children integer not null,
  primary key (group_id, month)
);

-- Searches that found no bed, with no time finer than the hour and no place finer than the first three figures of a ZIP code.
create table empty_searches (
  region_id bigint not null references regions,
  month date not null,
  household text not null check (household in ('families', 'adults', 'children')),
  area text not null check (area ~ '^(\d{3})?$'),
  hour smallint not null check (hour between 0 and 23),
  n integer not null check (n > 0),
  primary key (region_id, month, household, area, hour)
);

create index asks_by_time on asks (group_id, asked_at);

-- Who was helped is forgotten; how many they were is added up before.
create function count_helped() returns trigger
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  insert into helped_so_far as kept (group_id, month, families, adults, children)
    select new.group_id, date_trunc('month', old.closed_at at time zone time_zone)::date, 1,
        coalesce((old.party ->> 'adults')::integer, 0), coalesce(jsonb_array_length(old.party -> 'childAges'), 0)
      from groups join regions using (region_id)
      where groups.group_id = new.group_id
    on conflict (group_id, month) do update
      set families = kept.families + 1,
          adults = kept.adults + excluded.adults,
          children = kept.children + excluded.children;
  return null;
end
$$;

create trigger asks_count_helped
  after update of forgotten_at on asks
  for each row
  when (old.forgotten_at is null and new.forgotten_at is not null and old.closed_as = 'helped')
  execute function count_helped();

-- What happened that many times, under each of its parts; `sets` say which parts belong to one of it, and how many are like it.
create function keep_parts(of_count bigint, of_what text, parts text[], sets jsonb, named boolean) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  sizes constant bigint[] := array(
    select coalesce(sum((each ->> 'n')::bigint), 0)
      from unnest(parts) with ordinality as listed (part, place)
        left join jsonb_array_elements(coalesce(sets, '[]')) as each on each -> 'tags' ? part
      group by place
      order by place
  );
  largest text;
  small text[];
begin
  select parts[place] into largest from unnest(sizes) with ordinality as sized (n, place)
    where n >= 5 order by n desc, place limit 1;
  if largest is null then
    return;
  end if;
  small := array(select parts[place] from unnest(sizes) with ordinality as sized (n, place) where n < 5 order by place);
  insert into counts (count_id, what, part, n)
    select of_count, of_what, parts[place], n from unnest(sizes) with ordinality as sized (n, place)
      where n >= 5 and parts[place] <> largest;
  insert into counts (count_id, what, part, folded, n)
    select of_count, of_what, largest, case when named then small else '{}' end, sum((each ->> 'n')::bigint)
      from jsonb_array_elements(sets) as each
      where each -> 'tags' ?| (small || largest);
end
$$;

-- By the hour; hours of fewer than five are put together with those after them, the last ones with those before.
create function keep_hours(of_count bigint, household text, households text[], in_region bigint, in_month date) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  since integer := 0;
  kept integer;
  so_far bigint := 0;
  searched record;
begin
  for searched in
    select hours.hour, coalesce(sum(n), 0) as n
      from generate_series(0, 23) as hours (hour)
        left join empty_searches on empty_searches.hour = hours.hour and region_id = in_region and month = in_month
          and empty_searches.household = any (households)
      group by hours.hour
      order by hours.hour
  loop
    so_far := so_far + searched.n;
    if so_far >= 5 then
      insert into counts (count_id, what, part, n)
        values (of_count, 'hours', household || ' ' || since || '-' || searched.hour + 1, so_far);
      kept := since;
      since := searched.hour + 1;
      so_far := 0;
    end if;
  end loop;
  if kept is not null and since < 24 then
    update counts set part = household || ' ' || kept || '-24', n = n + so_far
      where count_id = of_count and what = 'hours' and part = household || ' ' || kept || '-' || since;
  end if;
end
$$;

create function count_group(of_count bigint, of_group bigint, in_month date, in_zone text) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  since constant timestamptz := in_month::timestamp at time zone in_zone;
  before constant timestamptz := (in_month + interval '1 month') at time zone in_zone;
  ends constant date := in_month + interval '1 month';
  kinds_asked jsonb;
  answered jsonb;
  asked bigint;
  helped helped_so_far;
begin
  select count(*) into asked from asks
    where group_id = of_group and asked_at >= since and asked_at < before and closed_as is distinct from 'duplicate';
  if asked >= 5 then
    insert into counts (count_id, what, n) values (of_count, 'asks', asked);
    select jsonb_agg(jsonb_build_object('tags', to_jsonb(kinds), 'n', n)) into kinds_asked
      from (
        select kinds::text[] as kinds, count(*) as n from asks
          where group_id = of_group and asked_at >= since and asked_at < before and closed_as is distinct from 'duplicate'
          group by 1
      ) as each;
    perform keep_parts(
      of_count, 'kind', array['sleep', 'ride', 'clothes', 'food', 'phone', 'bill', 'talk', 'unsure'], kinds_asked, true
    );
    select jsonb_agg(jsonb_build_object('tags', jsonb_build_array(took), 'n', n)) into answered
      from (
        select case
              when answered_at <= asked_at + interval '30 minutes' then 'half-hour'
              when answered_at <= asked_at + interval '4 hours' then 'four-hours'
              when answered_at <= asked_at + interval '3 days' then 'later'
              else 'never'
            end as took, count(*) as n
          from asks
          where group_id = of_group and asked_at >= since and asked_at < before and closed_as is distinct from 'duplicate'
          group by 1
      ) as each;
    perform keep_parts(of_count, 'answered', array['half-hour', 'four-hours', 'later', 'never'], answered, true);
  end if;

  select * into helped from helped_so_far where group_id = of_group and month = in_month;
  delete from helped_so_far where group_id = of_group and month <= in_month;
  if helped.families >= 5 then
    insert into counts (count_id, what, n) values (of_count, 'helped', helped.families);
    perform keep_parts(of_count, 'people', array['adults', 'children'], jsonb_build_array(
      jsonb_build_object('tags', jsonb_build_array('adults'), 'n', helped.adults),
      jsonb_build_object('tags', jsonb_build_array('children'), 'n', helped.children)
    ), true);
  end if;

  -- Nights count as small where few families slept them.
  insert into counts (count_id, what, n)
    select of_count, whose || what, n
      from (
        select whose, count(*) as families, sum(nights) as nights
          from (
            select '' as whose,
                least(leaves_on, (over_at at time zone in_zone)::date, ends) - greatest(arrives_on, in_month) as nights
              from stays
              where group_id = of_group and began_at is not null and arrives_on < ends
            union all
            select 'room-',
                least(leaves_on, (over_at at time zone in_zone)::date, ends) - greatest(arrives_on, in_month)
              from matches
              where group_id = of_group and arrived_at is not null and arrives_on < ends
          ) as slept
          where nights > 0
          group by whose
      ) as sums,
      lateral (values ('stays', families), ('nights', nights)) as told (what, n)
      where families >= 5;
end
$$;

create function count_searches_of(of_count bigint, in_region bigint, in_month date) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  searched bigint;
  kept record;
begin
  select sum(n) into searched from empty_searches where region_id = in_region and month = in_month;
  if searched >= 5 then
    insert into counts (count_id, what, n) values (of_count, 'searches', searched);
    perform keep_parts(of_count, 'household', array['families', 'adults', 'children'], (
      select jsonb_agg(jsonb_build_object('tags', jsonb_build_array(household), 'n', n))
        from (select household, sum(n) as n from empty_searches where region_id = in_region and month = in_month group by 1) as each
    ), true);
    for kept in select part, folded from counts where count_id = of_count and what = 'household' loop
      perform keep_hours(of_count, kept.part, kept.part || kept.folded, in_region, in_month);
    end loop;
    perform keep_parts(
      of_count, 'area',
      array(select distinct area from empty_searches where region_id = in_region and month = in_month order by 1),
      (
        select jsonb_agg(jsonb_build_object('tags', jsonb_build_array(area), 'n', n))
          from (select area, sum(n) as n from empty_searches where region_id = in_region and month = in_month group by 1) as each
      ),
      -- Which small parts there were at all would say that somebody was there.
      false
    );
  end if;
  delete from empty_searches where region_id = in_region and month <= in_month;
end
$$;

-- The months that are over and not counted yet, of groups and of whole regions.
create function count_months() returns integer
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  due record;
  counted bigint;
  months integer := 0;
begin
  for due in
    select region_id, group_id, time_zone, month::date as month
      from (
        select region_id, group_id, begun_at as since from groups where state in ('open', 'closed')
        union all select region_id, null, (select min(month) from empty_searches where empty_searches.region_id = regions.region_id)
          from regions
      ) as of
        join regions using (region_id),
        generate_series(
          date_trunc('month', of.since at time zone time_zone),
          date_trunc('month', (clock_timestamp() - interval '4 days') at time zone time_zone) - interval '1 month',
          interval '1 month'
        ) as month
      where not exists (
        select from counted_months as done
          where done.region_id = of.region_id and done.group_id is not distinct from of.group_id and done.month = month.month::date
      )
      order by month.month, group_id
      limit 200
  loop
    insert into counted_months (region_id, group_id, month) values (due.region_id, due.group_id, due.month)
      returning count_id into counted;
    if due.group_id is null then
      perform count_searches_of(counted, due.region_id, due.month);
    else
      perform count_group(counted, due.group_id, due.month, due.time_zone);
    end if;
    months := months + 1;
  end loop;
  return months;
end
$$;

-- From the app's own tally, once a minute: what is lost on the way is lost. A month that was counted is not counted again.
create function add_empty_searches(said jsonb) returns integer
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  added integer;
begin
  insert into empty_searches as kept (region_id, month, household, area, hour, n)
    select region_id, month, household, area, hour, sum(n)
      from jsonb_to_recordset(said) as each (region_id bigint, month date, household text, area text, hour smallint, n integer)
        join regions using (region_id)
      where n between 1 and 100000
        and month >= date_trunc('month', (clock_timestamp() - interval '1 day') at time zone time_zone)
        and month <= clock_timestamp() at time zone time_zone
        and extract(day from month) = 1
      group by region_id, month, household, area, hour
    on conflict (region_id, month, household, area, hour) do update set n = least(kept.n + excluded.n, 1000000000);
  get diagnostics added = row_count;
  return added;
end
$$;

-- For a group's members: what is kept, month by month; of this month only by fives, and nothing but how many.
create function helped_by(session_token text, of_group bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  region regions;
  this_month date;
begin
  if not is_in_group(own_person(session_token), of_group, 'member') then
    return null;
  end if;
  select regions.* into region from regions join groups using (region_id) where group_id = of_group;
  this_month := date_trunc('month', clock_timestamp() at time zone region.time_zone)::date;
  return jsonb_build_object(
    'this_month', this_month,
    'asks_at_least', (
      select count(*) / 5 * 5 from asks
        where group_id = of_group and closed_as is distinct from 'duplicate'
          and asked_at >= this_month::timestamp at time zone region.time_zone
    ),
    'months', (
      select coalesce(jsonb_agg(jsonb_build_object('month', month, 'counts', told) order by month desc), '[]')
        from (
          select month, jsonb_agg(
                jsonb_build_object('what', what, 'part', part, 'folded', to_jsonb(folded), 'n', n) order by what, part
              ) filter (where what is not null) as told
            from counted_months left join counts using (count_id)
            where region_id = region.region_id and (group_id = of_group or group_id is null)
              and month >= this_month - interval '24 months'
              -- Nothing of the region's from before this group was there.
              and month >= (select date_trunc('month', begun_at at time zone region.time_zone) from groups where group_id = of_group)
            group by month
        ) as each
    )
  );
end
$$;
