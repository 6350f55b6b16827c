/** The database as the run left it, and the questions a looker-on asks all the while. */
import type { Sql } from "~/data/connection.server";
import type { EventRow, HoldRow, KeyRow, PoolRow, ReportRow, Rows } from "./history";

export async function readRows(owner: Sql): Promise<Rows> {
  const keys = await owner<KeyRow[]>`
    select idempotency_key as key, change, answer::text as answer
    from idempotency_keys
    -- That a count was asked about stands beside its key, and is no change.
    where change <> 'asked about'`;
  const [{ doorReports, openings }] = await owner<[{ doorReports: number; openings: number }]>`
    select (select count(*) from door_reports) as door_reports, (select count(*) from openings) as openings`;
  return {
    // As text: the driver would spell the keys of the JSON in its own way.
    keys: keys.map((row) => ({
      ...row,
      answer: JSON.parse(row.answer as unknown as string) as KeyRow["answer"],
    })),
    holds: await owner<HoldRow[]>`select hold_id, pool_id, units, state from holds`,
    events: await owner<EventRow[]>`
      select event_id, hold_id, what, (extract(epoch from at) * 1000000)::bigint as at
      from hold_events
      order by event_id`,
    reports: await owner<ReportRow[]>`
      select
        report_id,
        pool_id,
        capacity,
        occupied,
        out_of_service,
        way,
        (extract(epoch from received_at) * 1000000)::bigint as at,
        (extract(epoch from said_at) * 1000000)::bigint as said_at
      from reports
      order by report_id`,
    pools: await owner<PoolRow[]>`
      select pool_id, capacity, occupied, held, out_of_service from pools order by pool_id`,
    doorReports,
    openings,
  };
}

/** What must never be so in any snapshot: `held` beside its holds, and more promised than there is since the last report. */
export async function brokenNow(owner: Sql): Promise<string[]> {
  const rows = await owner<{ poolId: number; what: string }[]>`
    select
      pool_id,
      case
        when held <> of_holds then 'held ' || held || ', and its holds are ' || of_holds
        else 'oversold: ' || occupied || ' taken, ' || held || ' held, of ' || capacity
      end as what
    from pools
      cross join lateral (
        select coalesce(sum(units), 0) as of_holds, max(taken_at) as newest
        from holds
        where holds.pool_id = pools.pool_id and state = 'held'
      ) as own
      cross join lateral (
        select max(received_at) as last from reports where reports.pool_id = pools.pool_id
      ) as told
    where held <> of_holds or (occupied + held + out_of_service > capacity and newest > last)`;
  return rows.map(({ poolId, what }) => `seen during the run: pool ${poolId} is ${what}`);
}

/** As if time went faster for some holds, so that they lapse, are given time again, and their room is taken. */
export async function letSomeLapse(owner: Sql, share: number): Promise<void> {
  await owner`
    update holds
    set until = clock_timestamp() + random() * interval '3 seconds',
        arrives_at = least(arrives_at, clock_timestamp())
    where state = 'held' and until > clock_timestamp() + interval '1 minute' and random() < ${share}`;
}
