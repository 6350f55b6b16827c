-- "Tell me when a room opens": who waits, what is offered to whom, the mails about it; and reminders to staff who should decide.

create domain alert_state as text
  constraint alert_state_known check (value in ('unconfirmed', 'waiting', 'offered', 'ended'));

create domain alert_end as text
  constraint alert_end_known check (
    value in ('taken', 'stopped', 'over', 'no-answer', 'unreachable', 'replaced', 'unconfirmed')
  );

create domain offer_end as text
  constraint offer_end_known check (value in ('taken', 'passed', 'lapsed', 'declined', 'gone'));

-- A family that waits for room in a region. Fair order is asked_at: whoever fits what is free, the longest wait first.
create table alerts (
  alert_id uuid primary key,
  region_id bigint not null references regions,
  state alert_state not null default 'unconfirmed',
  party party,
  contact email,
  -- Of the five words in its mails: who says them has read the mail.
  code_hash sha256_hash unique,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  asked_at timestamptz not null default clock_timestamp(),
  until timestamptz not null default clock_timestamp() + interval '1 hour',
  -- What is offered now.
  hold_id uuid references holds,
  -- Offers in a row that nobody answered.
  unanswered smallint not null default 0,
  ended_as alert_end,
  ended_at timestamptz,
  -- From then on the row cannot say who it was.
  forgotten_at timestamptz,
  constraint alerts_offer_is_a_hold check ((state = 'offered') = (hold_id is not null)),
  constraint alerts_ended_somehow check (
    (state = 'ended') = (ended_as is not null) and (ended_as is null) = (ended_at is null)
  ),
  constraint alerts_live_can_be_told check (
    state = 'ended' or num_nulls(party, contact, code_hash) = 0
  ),
  constraint alerts_forgotten_wholly check (
    forgotten_at is null or num_nonnulls(party, contact, code_hash) = 0
  )
);

create unique index alerts_one_a_contact on alerts (contact) where state in ('waiting', 'offered');
create index alerts_in_line on alerts (asked_at, alert_id) where state = 'waiting';
create index alerts_live on alerts (until) where state <> 'ended';
create index alerts_to_forget on alerts (ended_at) where state = 'ended' and forgotten_at is null;

-- What was offered to whom, and what came of it.
create table alert_offers (
  hold_id uuid primary key references holds,
  alert_id uuid not null references alerts,
  pool_id bigint not null references pools,
  offered_at timestamptz not null default clock_timestamp(),
  ended_as offer_end
);

create index alert_offers_of_alert on alert_offers (alert_id, pool_id, offered_at desc);
create index alert_offers_declined on alert_offers (pool_id, offered_at desc) where ended_as = 'declined';

-- How often somebody asked, for a day: by the keyed hash of a network address, and by that of the contact.
create table alert_attempts (
  address_hash sha256_hash not null,
  contact_hash sha256_hash not null,
  at timestamptz not null default clock_timestamp()
);

create index alert_attempts_of_address on alert_attempts (address_hash, at);
create index alert_attempts_of_contact on alert_attempts (contact_hash, at);
create index alert_attempts_oldest on alert_attempts (at);

create domain notice_kind as text
  constraint notice_kind_known check (
    value in ('confirm', 'offer', 'held', 'gone', 'ended', 'undecided-soon', 'undecided-now')
  );

create domain notice_end as text
  constraint notice_end_known check (value in ('sent', 'refused', 'moot', 'lost'));

-- Mails to be sent: to whom and in which words is read from what they are about, when they are sent.
create table notices (
  notice_id uuid primary key default gen_random_uuid(),
  kind notice_kind not null,
  alert_id uuid references alerts,
  hold_id uuid references holds,
  person_id bigint references people,
  place_id bigint references places,
  night date,
  made_at timestamptz not null default clock_timestamp(),
  next_try_at timestamptz not null default clock_timestamp(),
  -- From then on it would help nobody.
  until timestamptz not null,
  tries smallint not null default 0,
  -- Somebody sends it now; past that time, they died over it.
  claimed_until timestamptz,
  lost smallint not null default 0,
  ended_as notice_end,
  ended_at timestamptz,
  constraint notices_to_somebody check (num_nonnulls(alert_id, person_id) = 1),
  constraint notices_ended_somehow check ((ended_as is null) = (ended_at is null))
);

create index notices_to_send on notices (next_try_at) where ended_as is null;
create index notices_of_alert on notices (alert_id);
create index notices_ended on notices (ended_at) where ended_as is not null;
create unique index notices_once_a_night on notices (place_id, night, kind, person_id) where person_id is not null;

create table reminders_off (
  person_id bigint primary key references people
);

-- The one process that looks after all of this, for a while: of several the first, until it is not heard of.
create table alert_watch (
  only_one boolean primary key default true check (only_one),
  process uuid not null,
  until timestamptz not null
);

-- The alert under its locks: its contact's first, which a hold of theirs takes too, then its row; a pool's only after them.
create function lock_alert(in_alert uuid) returns alerts
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  alert alerts;
begin
  perform lock_seeker(null, contact) from alerts where alert_id = in_alert;
  select * into alert from alerts where alert_id = in_alert for no key update;
  return alert;
end
$$;

create function note(what text, of_alert uuid, of_hold uuid, sensible_until timestamptz) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  insert into notices (kind, alert_id, hold_id, until) values (what, of_alert, of_hold, sensible_until);
  select pg_notify('alert_changed', '')
$$;

create function end_alert(in_alert uuid, because text) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  update alerts
    set state = 'ended', ended_as = because, ended_at = clock_timestamp(), hold_id = null
    where alert_id = in_alert
$$;

-- What of an offer was not taken says no more who it was for.
create function end_offer(in_hold uuid, as_what text) returns void
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  update alert_offers set ended_as = as_what where hold_id = in_hold;
  update holds
    set contact = null, contact_confirmed = false
    where hold_id = in_hold and as_what <> 'taken'
$$;

-- Asks to be told. Nothing is offered before somebody has said the words that were mailed; the answer is the same whether
-- or not the contact waits already.
create function ask_alert(
  change_key uuid,
  new_alert uuid,
  new_code_hash bytea,
  in_region bigint,
  for_party jsonb,
  to_contact text,
  in_language text,
  from_address bytea,
  about_contact bytea
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
begin
  answer := begin_change(
    change_key, 'contact ' || encode(about_contact, 'hex'), 'ask_alert', jsonb_build_array(in_region, for_party)
  );
  if answer is not null then
    return answer;
  end if;
  if not exists (select from regions where region_id = in_region) then
    return keep_answer(change_key, '{"kind": "unknown-region"}');
  end if;

  -- One at a time of an address and about a contact, or many at once would all see a budget with one left.
  perform pg_advisory_xact_lock(hashtextextended('asks ' || encode(from_address, 'hex'), 19));
  perform pg_advisory_xact_lock(hashtextextended('asked about ' || encode(about_contact, 'hex'), 19));
  delete from alert_attempts
    where ctid in (
      select ctid from alert_attempts
        where at < clock_timestamp() - interval '24 hours' limit 100 for update skip locked
    );
  if (
    select count(*) >= 30 from alert_attempts
      where address_hash = from_address and at > clock_timestamp() - interval '1 hour'
  ) or (
    select count(*) filter (where at > clock_timestamp() - interval '1 hour') >= 4 or count(*) >= 10
      from alert_attempts
      where contact_hash = about_contact and at > clock_timestamp() - interval '24 hours'
  ) then
    return keep_answer(change_key, '{"kind": "too-many"}');
  end if;
  insert into alert_attempts (address_hash, contact_hash) values (from_address, about_contact);

  begin
    insert into alerts (alert_id, region_id, party, contact, code_hash, language)
      values (new_alert, in_region, for_party, lower(to_contact), new_code_hash, in_language);
  exception when check_violation or not_null_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  perform note('confirm', new_alert, null, clock_timestamp() + interval '1 hour');
  return keep_answer(change_key, '{"kind": "asked"}');
end
$$;

-- An alert as whoever has its words may read it. An offer is told while it stands.
create function alert_told(alert alerts) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object(
    'alert_id', alert.alert_id,
    'region_id', alert.region_id,
    'state', alert.state,
    'ended_as', alert.ended_as,
    'until', alert.until,
    'party', alert.party,
    'offer', (
      select jsonb_build_object(
          'hold_id', hold_id,
          'place_id', place_id,
          'unit', unit,
          'units', units,
          'until', holds.until,
          'arrives_at', arrives_at
        )
        from holds join pools using (pool_id)
        where hold_id = alert.hold_id and holds.state = 'held' and holds.until > clock_timestamp()
    )
  )
$$;

-- The alert of five words, with the budget of guesses and the equal work of find_hold.
create function find_alert(with_code_hash bytea, from_address bytea) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  found_alert alerts;
  told_alert alerts;
  told jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended('guess ' || encode(from_address, 'hex'), 13));
  delete from code_guesses
    where ctid in (
      select ctid from code_guesses where at < clock_timestamp() - interval '1 hour' limit 100 for update skip locked
    );
  if (
    select count(*) >= 30 from code_guesses
      where missed and address_hash = from_address and at > clock_timestamp() - interval '1 hour'
  ) or (
    select count(*) >= 10000 from code_guesses where missed and at > clock_timestamp() - interval '1 hour'
  ) then
    return '{"kind": "too-many", "alert": null}';
  end if;
  select * into found_alert from alerts where code_hash = with_code_hash;
  insert into code_guesses (address_hash, missed) values (from_address, found_alert.alert_id is null);
  select * into told_alert from alerts where alert_id = found_alert.alert_id;
  if found_alert.alert_id is null then
    select * into told_alert from alerts order by alert_id limit 1;
  end if;
  told := alert_told(told_alert);
  return jsonb_build_object(
    'kind', case when found_alert.alert_id is null then 'unknown-code' else 'found' end,
    'alert', case when found_alert.alert_id is not null then told end
  );
end
$$;

-- What every change by whoever has the words begins with: null and the alert locked, or the answer to give at once.
create function begin_alert_change(
  change_key uuid,
  by_holder bytea,
  change_name text,
  in_alert uuid,
  body jsonb,
  out answer jsonb,
  out alert alerts
)
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  if by_holder is null then
    answer := '{"kind": "unknown-alert"}';
    return;
  end if;
  answer := begin_change(
    change_key, 'holder ' || encode(by_holder, 'hex'), change_name, jsonb_build_array(in_alert, body)
  );
  if answer is not null then
    return;
  end if;
  alert := lock_alert(in_alert);
  if not coalesce(alert.code_hash = by_holder, false) then
    answer := keep_answer(change_key, '{"kind": "unknown-alert"}');
  end if;
end
$$;

-- The words were said: the mail was read, and the wait begins, or goes on. A contact waits once: the older alert gives its
-- place in the line to the newer, and keeps it itself while something is offered to it.
create function confirm_alert(change_key uuid, by_holder bytea, in_alert uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  alert alerts;
  older alerts;
begin
  select * into change from begin_alert_change(change_key, by_holder, 'confirm_alert', in_alert, null);
  if change.answer is not null then
    return change.answer;
  end if;
  alert := change.alert;
  if alert.state <> 'unconfirmed' then
    return keep_answer(change_key, jsonb_build_object('kind', 'confirmed', 'alert_id', in_alert));
  elsif alert.until <= clock_timestamp() then
    perform end_alert(in_alert, 'unconfirmed');
    return keep_answer(change_key, '{"kind": "too-late"}');
  end if;
  select * into older from alerts
    where contact = alert.contact and state in ('waiting', 'offered')
    for no key update;
  if older.state = 'offered' then
    perform end_alert(in_alert, 'replaced');
    return keep_answer(change_key, jsonb_build_object('kind', 'confirmed', 'alert_id', older.alert_id));
  elsif older.state = 'waiting' then
    perform end_alert(older.alert_id, 'replaced');
  end if;
  update alerts
    set state = 'waiting',
        asked_at = least(asked_at, older.asked_at),
        until = clock_timestamp() + interval '24 hours'
    where alert_id = in_alert;
  perform pg_notify('alert_changed', '');
  return keep_answer(change_key, jsonb_build_object('kind', 'confirmed', 'alert_id', in_alert));
end
$$;

create function alert_of(by_holder bytea, in_alert uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  alert alerts;
begin
  select * into alert from alerts where alert_id = in_alert and code_hash = by_holder;
  return case when found then alert_told(alert) end;
end
$$;

-- 24 h more from now; one that has ended begins again, at the end of the line.
create function extend_alert(change_key uuid, by_holder bytea, in_alert uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  alert alerts;
begin
  select * into change from begin_alert_change(change_key, by_holder, 'extend_alert', in_alert, null);
  if change.answer is not null then
    return change.answer;
  end if;
  alert := change.alert;
  if alert.state in ('waiting', 'offered') then
    update alerts set until = clock_timestamp() + interval '24 hours' where alert_id = in_alert;
    return keep_answer(change_key, '{"kind": "extended"}');
  elsif alert.state <> 'ended' or alert.ended_as not in ('over', 'no-answer') or alert.contact is null
    or exists (select from alerts where contact = alert.contact and state in ('waiting', 'offered'))
  then
    return keep_answer(change_key, '{"kind": "closed"}');
  end if;
  update alerts
    set state = 'waiting', ended_as = null, ended_at = null, unanswered = 0,
        asked_at = clock_timestamp(), until = clock_timestamp() + interval '24 hours'
    where alert_id = in_alert;
  perform pg_notify('alert_changed', '');
  return keep_answer(change_key, '{"kind": "extended"}');
end
$$;

-- Gives back what was offered; nobody in particular did it.
create function withdraw_hold(in_hold uuid, by_whom text) returns void
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  hold holds;
begin
  update holds
    set state = 'cancelled', closed_at = clock_timestamp(), version = version + 1
    where hold_id = in_hold and state = 'held'
    returning * into hold;
  if found then
    insert into hold_events (hold_id, what, who, way)
      values (in_hold, 'cancelled', by_whom, case by_whom when 'seeker' then 'web' end);
    perform pg_notify('hold_changed', hold.pool_id || ':' || hold.version);
  end if;
end
$$;

create function stop_alert(change_key uuid, by_holder bytea, in_alert uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  alert alerts;
  hold holds;
begin
  select * into change from begin_alert_change(change_key, by_holder, 'stop_alert', in_alert, null);
  if change.answer is not null then
    return change.answer;
  end if;
  alert := change.alert;
  if alert.state = 'ended' then
    return keep_answer(change_key, '{"kind": "closed"}');
  end if;
  if alert.state = 'offered' then
    hold := lock_hold(alert.hold_id);
    if hold.state = 'held' and not hold.confirmed then
      perform withdraw_hold(alert.hold_id, 'seeker');
      perform end_offer(alert.hold_id, 'passed');
    end if;
  end if;
  perform end_alert(in_alert, 'stopped');
  update alerts set party = null, contact = null where alert_id = in_alert;
  return keep_answer(change_key, '{"kind": "stopped"}');
end
$$;

-- Yes: the hold is theirs, with the time of a hold taken now. No: the next in the line is asked, and they wait on.
create function answer_offer(
  change_key uuid,
  by_holder bytea,
  in_alert uuid,
  in_hold uuid,
  says_yes boolean
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
  alert alerts;
  hold holds;
  is_over boolean;
begin
  select * into change from begin_alert_change(
    change_key, by_holder, 'answer_offer', in_alert, jsonb_build_array(in_hold, says_yes)
  );
  if change.answer is not null then
    return change.answer;
  end if;
  alert := change.alert;
  if alert.hold_id is distinct from in_hold or alert.hold_id is null then
    return keep_answer(change_key, '{"kind": "gone"}');
  end if;
  hold := lock_hold(in_hold);
  -- Staff may have said yes, or filled the bed at the desk: their word is first.
  select occupied + held + out_of_service > capacity into is_over from pools where pool_id = hold.pool_id;
  if hold.state <> 'held' or is_over and not hold.confirmed then
    return keep_answer(change_key, '{"kind": "gone"}');
  end if;

  if not says_yes then
    perform withdraw_hold(in_hold, 'seeker');
    perform end_offer(in_hold, 'passed');
    update alerts set state = 'waiting', hold_id = null, unanswered = 0 where alert_id = in_alert;
    perform pg_notify('alert_changed', '');
    return keep_answer(change_key, '{"kind": "passed"}');
  end if;
  if not hold.confirmed then
    hold.confirmed := true;
    hold.until := hold_until(clock_timestamp(), hold.arrives_at);
    perform keep_hold(change_key, hold, 'accepted', 'web', null);
  end if;
  perform end_offer(in_hold, 'taken');
  perform end_alert(in_alert, 'taken');
  perform note('held', in_alert, in_hold, hold.until);
  return keep_answer(change_key, jsonb_build_object('kind', 'taken', 'hold_id', in_hold));
end
$$;

-- What follows is for the app's own watch over alerts. It needs no key: done twice, each changes nothing the second time.

-- Mine, and what there is to do; or somebody else's. Who is not heard of for 20 s has died.
create function watch_alerts(by_process uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  insert into alert_watch (process, until) values (by_process, clock_timestamp() + interval '20 seconds')
    on conflict (only_one) do update
      set process = excluded.process, until = excluded.until
      where alert_watch.process = by_process or alert_watch.until <= clock_timestamp();
  if not found then
    return '{"kind": "watched"}';
  end if;

  -- Who it was is forgotten as soon as nothing has to be told any more; after a wait that ended by itself they have three
  -- days to go on with one tap.
  update alerts
    set party = null, contact = null, code_hash = null, forgotten_at = clock_timestamp()
    where alert_id in (
      select alert_id
        from alerts
        where state = 'ended'
          and forgotten_at is null
          and (
            ended_at < clock_timestamp() - interval '72 hours'
            or ended_as in ('replaced', 'unconfirmed', 'unreachable') and ended_at < clock_timestamp() - interval '1 hour'
          )
        order by ended_at
        limit 100
        for update skip locked
    );
  update alerts
    set party = null, contact = null
    where state = 'ended'
      and ended_as in ('taken', 'unreachable', 'replaced')
      and contact is not null
      and forgotten_at is null
      and not exists (
        select from notices where notices.alert_id = alerts.alert_id and notices.ended_as is null
      );
  delete from notices where ended_at < clock_timestamp() - interval '72 hours';
  delete from alert_attempts where at < clock_timestamp() - interval '24 hours';

  return jsonb_build_object(
    'kind', 'mine',
    'settle', coalesce((select jsonb_agg(alert_id) from alerts_to_settle()), '[]'),
    'waiting', coalesce((
      select jsonb_agg(
          jsonb_build_object('alertId', alert_id, 'regionId', region_id, 'party', party, 'offered', offered)
          order by asked_at, alert_id
        )
        from (
          select
            alert_id,
            region_id,
            party,
            asked_at,
            (
              select coalesce(jsonb_agg(jsonb_build_object('poolId', pool_id, 'at', offered_at)), '[]')
                from alert_offers
                where alert_offers.alert_id = alerts.alert_id
            ) as offered
          from alerts
          where state = 'waiting'
            and until > clock_timestamp()
            -- Who holds room somewhere waits for none.
            and not exists (
              select from holds
                where holds.contact = alerts.contact and contact_confirmed
                  and holds.state = 'held' and holds.until > clock_timestamp()
            )
          order by asked_at, alert_id
          limit 500
        ) as in_line
    ), '[]'),
    'declined', coalesce((
      select jsonb_agg(jsonb_build_object('poolId', pool_id, 'at', at))
        from (
          select pool_id, max(offered_at) as at from alert_offers where ended_as = 'declined' group by pool_id
        ) as newest
    ), '[]'),
    'notices', (select count(*) from notices where ended_as is null)
  );
end
$$;

-- Whether the mail about an offer has been on its way for too long to be answered in time.
create function is_unsent(in_hold uuid) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select exists (
    select from notices
      where hold_id = in_hold and kind = 'offer' and ended_as is distinct from 'sent'
        and made_at < clock_timestamp() - interval '3 minutes'
  )
$$;

create function is_unreachable(in_alert uuid) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select exists (select from notices where alert_id = in_alert and ended_as = 'refused')
$$;

-- Alerts about which something has to be written down: time is over, the offer's hold has changed, a mail came back.
create function alerts_to_settle() returns table (alert_id uuid)
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select alerts.alert_id
    from alerts
      left join holds using (hold_id)
      left join pools using (pool_id)
    where alerts.state <> 'ended'
      and (
        alerts.state <> 'offered' and alerts.until <= clock_timestamp()
        or holds.state <> 'held'
        or holds.confirmed
        or holds.until <= clock_timestamp()
        or pools.occupied + pools.held + pools.out_of_service > pools.capacity
        or alerts.state = 'offered' and is_unsent(alerts.hold_id)
        or is_unreachable(alerts.alert_id)
      )
    order by alerts.asked_at
    limit 100
$$;

-- What has become of an offer: nothing yet is null.
create function offer_now(hold holds) returns text
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select case
    when hold.confirmed and hold.state in ('held', 'expired', 'arrived', 'no-show') or hold.state = 'arrived' then 'taken'
    when hold.state = 'expired' then 'lapsed'
    when hold.state = 'declined' then 'declined'
    when hold.state <> 'held' then 'gone'
    -- Staff filled it at the desk: truth first.
    when (
      select occupied + held + out_of_service > capacity from pools where pool_id = hold.pool_id
    ) or is_unsent(hold.hold_id) or is_unreachable(
      (select alert_id from alert_offers where hold_id = hold.hold_id)
    ) then 'gone'
  end
$$;

create function settle_alert(in_alert uuid) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  alert alerts := lock_alert(in_alert);
  hold holds;
  became text;
  was_told boolean;
begin
  if alert.state is null or alert.state = 'ended' then
    return '{"kind": "settled"}';
  end if;
  if alert.state = 'offered' then
    hold := lock_hold(alert.hold_id);
    became := offer_now(hold);
    if became is null then
      return '{"kind": "settled"}';
    end if;
    was_told := exists (
      select from notices where hold_id = hold.hold_id and kind = 'offer' and ended_as = 'sent'
    );
    if hold.state = 'held' and became <> 'taken' then
      perform withdraw_hold(hold.hold_id, 'time');
    end if;
    perform end_offer(hold.hold_id, became);
    if became = 'taken' then
      perform end_alert(in_alert, 'taken');
      perform note('held', in_alert, hold.hold_id, hold.until);
      return '{"kind": "settled"}';
    end if;
    if became in ('gone', 'declined') and was_told then
      perform note('gone', in_alert, hold.hold_id, clock_timestamp() + interval '1 hour');
    end if;
    update alerts
      set state = 'waiting', hold_id = null,
          -- A mail that never left was never left unanswered.
          unanswered = unanswered + (became = 'lapsed' and was_told)::integer
      where alert_id = in_alert
      returning * into alert;
  end if;

  if is_unreachable(in_alert) then
    perform end_alert(in_alert, 'unreachable');
  elsif alert.state = 'unconfirmed' and alert.until <= clock_timestamp() then
    perform end_alert(in_alert, 'unconfirmed');
  elsif alert.unanswered >= 2 then
    perform end_alert(in_alert, 'no-answer');
    perform note('ended', in_alert, null, clock_timestamp() + interval '12 hours');
  elsif alert.until <= clock_timestamp() then
    perform end_alert(in_alert, 'over');
    perform note('ended', in_alert, null, clock_timestamp() + interval '12 hours');
  end if;
  return '{"kind": "settled"}';
end
$$;

-- Really holds room for whoever is asked next: a request that stands ten minutes, of which only so many may stand at once.
-- Who is next, and what fits, the app knows; that the count is of this hour and doubted by nobody is seen to here as well.
create function offer_alert(
  change_key uuid,
  in_alert uuid,
  in_pool bigint,
  new_hold uuid,
  new_code_hash bytea,
  for_units integer,
  arriving timestamptz default null
) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
  alert alerts;
  draft holds;
begin
  answer := begin_change(
    change_key, 'alert ' || in_alert, 'offer_alert', jsonb_build_array(in_pool, for_units)
  );
  if answer is not null then
    return answer;
  end if;
  alert := lock_alert(in_alert);
  if alert.state is distinct from 'waiting' or alert.until <= clock_timestamp() then
    return keep_answer(change_key, '{"kind": "not-waiting"}');
  elsif not coalesce(needs_so_many(for_units, alert.party), false) then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  elsif not exists (
    select from current_pools join places using (place_id)
      where pool_id = in_pool
        and region_id = alert.region_id
        and kind = 'shelter'
        and places.retired_at is null
        and reported_at > clock_timestamp() - interval '60 minutes'
        and not doubted
        -- Once a count: what they passed on, or what staff would not give, comes again when staff have counted again.
        and not exists (
          select from alert_offers
            where alert_offers.pool_id = in_pool
              and offered_at > reported_at
              and (alert_id = in_alert or ended_as = 'declined')
        )
  ) then
    return keep_answer(change_key, '{"kind": "not-offered"}');
  end if;

  draft.hold_id := new_hold;
  draft.pool_id := in_pool;
  draft.units := for_units;
  draft.confirmed := false;
  draft.arrives_at := arriving;
  draft.party := alert.party;
  draft.code_hash := new_code_hash;
  draft.contact := alert.contact;
  draft.contact_confirmed := true;
  answer := place_hold(change_key, draft, 'web', null, null);
  if answer ->> 'kind' <> 'taken' then
    return answer;
  end if;
  update holds
    set until = taken_at + interval '10 minutes'
    where hold_id = new_hold
    returning * into draft;
  insert into alert_offers (hold_id, alert_id, pool_id) values (new_hold, in_alert, in_pool);
  update alerts set state = 'offered', hold_id = new_hold where alert_id = in_alert;
  perform note('offer', in_alert, new_hold, draft.until);
  return keep_answer(change_key, hold_answer('taken', draft));
end
$$;

-- Whether a mail still says something that is so.
create function is_moot(about notices) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select about.until <= clock_timestamp() or case
    when about.person_id is not null then
      exists (select from people where person_id = about.person_id and disabled_at is not null)
      or exists (select from reminders_off where person_id = about.person_id)
      or exists (select from current_openings where place_id = about.place_id and night = about.night)
    when about.kind = 'confirm' then
      not exists (select from alerts where alert_id = about.alert_id and state = 'unconfirmed')
    when about.kind = 'offer' then
      not exists (select from alerts where alert_id = about.alert_id and hold_id = about.hold_id)
    else
      not exists (select from alerts where alert_id = about.alert_id and contact is not null)
  end
$$;

-- The mails to send now, for this caller alone for 30 s. Each is sent at least once while it makes sense; one whose sender
-- died over it may have left already, and is sent once more, never twice more.
create function claim_notices(most integer) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  claimed jsonb;
begin
  update notices as due
    set ended_as = case when is_moot(due) then 'moot' else 'lost' end, ended_at = clock_timestamp()
    where notice_id in (
        select notice_id from notices where ended_as is null for update skip locked
      )
      and (is_moot(due) or claimed_until <= clock_timestamp() and lost >= 1);
  with due as (
    select notice_id
      from notices
      where ended_as is null
        and next_try_at <= clock_timestamp()
        and (claimed_until is null or claimed_until <= clock_timestamp())
      order by next_try_at
      limit least(most, 20)
      for update skip locked
  ), taken as (
    update notices
      set claimed_until = clock_timestamp() + interval '30 seconds',
          tries = tries + 1,
          lost = lost + (claimed_until is not null)::integer
      where notice_id in (select notice_id from due)
      returning *
  )
  select jsonb_agg(notice_told(taken.*::notices) order by made_at) into claimed from taken;
  return coalesce(claimed, '[]');
end
$$;

create function notice_told(about notices) returns jsonb
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select jsonb_build_object(
      'noticeId', about.notice_id,
      'kind', about.kind,
      'tries', about.tries,
      'to', coalesce(people.email, alerts.contact),
      'language', coalesce(people.language, alerts.language),
      'name', people.name,
      'placeId', coalesce(about.place_id, pools.place_id),
      'alertId', about.alert_id,
      'endedAs', alerts.ended_as,
      'party', alerts.party,
      'regionId', alerts.region_id,
      'hold', case when holds.hold_id is not null then jsonb_build_object(
        'holdId', holds.hold_id,
        'unit', pools.unit,
        'units', holds.units,
        'until', holds.until,
        'arrivesAt', holds.arrives_at
      ) end
    )
    from (select 1) as one
      left join people on people.person_id = about.person_id
      left join alerts on alerts.alert_id = about.alert_id
      left join holds on holds.hold_id = about.hold_id
      left join pools on pools.pool_id = holds.pool_id
$$;

-- What became of a claimed mail. `away` is tried again after a pause that doubles, from 5 s to 5 min.
create function note_sent(in_notice uuid, at_try integer, outcome text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
begin
  update notices
    set claimed_until = null,
        next_try_at = clock_timestamp() + least(interval '5 seconds' * 2 ^ least(tries - 1, 10), interval '5 minutes'),
        ended_as = case when outcome in ('sent', 'refused') then outcome end,
        ended_at = case when outcome in ('sent', 'refused') then clock_timestamp() end
    where notice_id = in_notice and ended_as is null and tries = at_try and outcome in ('sent', 'refused', 'away');
  return jsonb_build_object('kind', case when found then 'noted' else 'not-mine' end);
end
$$;

-- Tells those who should decide whether a place opens tonight, where nobody has: once before its hour, once at it.
create function remind(at_place bigint, for_night date, stage text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  deadline timestamptz;
  told integer;
begin
  select (for_night + decided_at * interval '1 minute') at time zone time_zone into deadline
    from places
      join regions using (region_id)
      join opening_rules using (place_id)
    where place_id = at_place and retired_at is null;
  if deadline is null
    or stage is null
    or stage not in ('soon', 'now')
    or stage = 'soon' and clock_timestamp() not between deadline - interval '30 minutes' and deadline
    or stage = 'now' and clock_timestamp() not between deadline and deadline + interval '1 hour'
  then
    return '{"kind": "not-now"}';
  elsif exists (select from current_openings where place_id = at_place and night = for_night) then
    return '{"kind": "decided"}';
  end if;
  insert into notices (kind, person_id, place_id, night, until)
    select
        'undecided-' || stage, person_id, at_place, for_night,
        case stage when 'soon' then deadline else deadline + interval '2 hours' end
      from places
        join programs using (program_id)
        join memberships using (organization_id)
        join people using (person_id)
      where place_id = at_place
        and disabled_at is null
        and not exists (select from reminders_off where reminders_off.person_id = people.person_id)
    on conflict do nothing;
  get diagnostics told = row_count;
  return jsonb_build_object('kind', 'reminded', 'people', told);
end
$$;

create function wants_reminders(session_token text) returns boolean
  language sql volatile security definer set search_path = warmstop, pg_temp
as $$
  select not exists (select from reminders_off where person_id = (select person_of(session_token)))
$$;

create function set_reminders(change_key uuid, session_token text, wanted boolean) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  answer jsonb;
  person bigint := person_of(session_token);
begin
  if person is null then
    return '{"kind": "signed-out"}';
  elsif wanted is null then
    return '{"kind": "out-of-range"}';
  end if;
  answer := begin_change(change_key, 'person ' || person, 'set_reminders', to_jsonb(wanted));
  if answer is not null then
    return answer;
  end if;
  if wanted then
    delete from reminders_off where person_id = person;
  else
    insert into reminders_off (person_id) values (person) on conflict do nothing;
  end if;
  return keep_answer(change_key, '{"kind": "set"}');
end
$$;
