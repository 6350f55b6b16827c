-- A promise told to who made it names its stay: sent again after the stay is over it is known, and answered as before.
create or replace function own_pledges(session_token text, of_group bigint) returns jsonb
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
            'pledge_id', pledge_id, 'stay_id', stay_id, 'amount_cents', amount_cents, 'way', way, 'made_at', pledges.made_at,
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
