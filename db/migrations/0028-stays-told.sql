-- What a member has promised in a group, and what became of it; and money that a vendor gives back.

-- Not where anybody sleeps: that a promise tells (stays_to_fund) while it is open, and after another's yes alone.
create function own_pledges(session_token text, of_group bigint) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  person bigint := own_person(session_token);
begin
  if not is_in_group(person, of_group, 'member') then
    return null;
  end if;
  return (
    select coalesce(jsonb_agg(told order by made_at desc), '[]')
      from (
        select pledges.made_at, jsonb_build_object(
            'pledge_id', pledge_id, 'amount_cents', amount_cents, 'way', way, 'made_at', pledges.made_at,
            'open_cents', still_promised(pledge_id),
            'paid_cents', (
              select coalesce(sum(transfer_lines.amount_cents), 0)
                from transfers join transfer_lines using (transfer_id)
                where transfers.pledge_id = pledges.pledge_id and what = 'paid' and transfer_lines.amount_cents > 0
            ),
            'receipts', (
              select coalesce(jsonb_agg(receipt order by transfer_id), '[]')
                from transfers
                where transfers.pledge_id = pledges.pledge_id and receipt is not null
            )
          ) as told
          from pledges join stays using (stay_id)
          where group_id = of_group and person_id = person
          order by pledges.made_at desc
          limit 100
      ) as newest
  );
end
$$;

-- A house that was paid for nights nobody slept there gives some of it back, to the group's account.
create function note_refund(change_key uuid, session_token text, in_stay uuid, amount integer, with_receipt text) returns jsonb
  language plpgsql volatile security definer set search_path = warmstop, pg_temp
as $$
declare
  change record;
begin
  select * into change from begin_stay_change(
    change_key, session_token, 'note_refund', in_stay, 'coordinator', jsonb_build_array(amount, with_receipt)
  );
  if change.answer is not null then
    return change.answer;
  elsif amount is null or amount < 1 then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  elsif amount > (stay_money(in_stay) ->> 'vendor')::bigint then
    return keep_answer(change_key, '{"kind": "too-much"}');
  end if;
  begin
    perform move_money(in_stay, null, 'refunded', 'vendor', 'group', amount, with_receipt, change.person, null);
  exception when check_violation then
    return keep_answer(change_key, '{"kind": "out-of-range"}');
  end;
  return keep_answer(change_key, '{"kind": "refunded"}');
end
$$;
