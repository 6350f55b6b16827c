/** Holds to ask for in tests, and what the rows say of them. */
import { randomBytes, randomUUID } from "node:crypto";
import type { Sql } from "~/data/connection.server";
import { sql } from "~/data/database.server";
import * as app from "~/data/holds.server";
import type { Taken } from "~/domain/hold";
import type { Party } from "~/domain/party";

/** `contactConfirmed`: with a contact that its device has shown to be theirs. */
export type ToTake = app.ToTake & { contactConfirmed?: boolean };

export const MOTHER_AND_TWO: Party = {
  adults: 1,
  childAges: [6, 9],
  pets: [],
  wheelchair: false,
  together: true,
};

export const aHash = (): Uint8Array => randomBytes(32);
export const inMinutes = (count: number): Date => new Date(Date.now() + count * 60_000);

/** One unit for a mother and two, from a new device whose contact is confirmed. */
export function wanted(poolId: number, more: Partial<ToTake> = {}): ToTake {
  return {
    key: randomUUID(),
    device: aHash(),
    address: aHash(),
    holdId: randomUUID(),
    codeHash: aHash(),
    poolId,
    units: 1,
    party: MOTHER_AND_TWO,
    contact: `${randomUUID()}@example.org`,
    contactConfirmed: true,
    ...more,
  };
}

/** The same without a contact: a request. */
export function requested(poolId: number, more: Partial<ToTake> = {}): ToTake {
  return wanted(poolId, { contact: undefined, contactConfirmed: false, ...more });
}

const shown = new Map<string, Promise<unknown>>();

/** As the app does, after a code has shown the contact to be theirs, where it is to be confirmed. */
export async function takeHold({ contactConfirmed, ...hold }: ToTake): Promise<Taken> {
  if (contactConfirmed) {
    const pair = `${Buffer.from(hold.device).toString("hex")} ${hold.contact}`;
    if (!shown.has(pair)) shown.set(pair, showContact(hold));
    await shown.get(pair);
  }
  return app.takeHold(hold);
}

/** The way of the mail without the mail. */
export async function showContact({ device, contact }: Pick<ToTake, "device" | "contact">): Promise<void> {
  const [code, address] = [aHash(), aHash()];
  await sql`select ask_contact_code(${device}, ${contact!}, ${code}, ${address})`;
  const [row] = await sql`
    select confirm_contact(${randomUUID()}, ${device}, ${contact!}, ${code}, ${address}) ->> 'kind' as kind`;
  if (row?.kind !== "confirmed" && row?.kind !== "has-hold") throw new Error(`contact: ${row?.kind}`);
}

/** As if so much time had passed since it was taken. */
export async function letPass(owner: Sql, holdId: string, minutes: number): Promise<void> {
  await owner`
    update holds
    set until = until - ${minutes} * interval '1 minute',
        taken_at = taken_at - ${minutes} * interval '1 minute',
        arrives_at = arrives_at - ${minutes} * interval '1 minute'
    where hold_id = ${holdId}`;
}

export type Stored = { state: string; confirmed: boolean; minutes: number; events: string[] };

/** `minutes`: from taking to its end. */
export async function storedHold(owner: Sql, holdId: string): Promise<Stored> {
  const [row] = await owner<[Stored]>`
    select
      state,
      confirmed,
      round(extract(epoch from until - taken_at) / 60)::integer as minutes,
      (select array_agg(what::text order by event_id) from hold_events where hold_id = holds.hold_id) as events
    from holds
    where hold_id = ${holdId}`;
  return { ...row };
}

export type StoredPool = { capacity: number; occupied: number; held: number; outOfService: number };

export async function storedPool(owner: Sql, poolId: number): Promise<StoredPool> {
  const [row] = await owner<[StoredPool]>`
    select capacity, occupied, held, out_of_service from pools where pool_id = ${poolId}`;
  return { ...row };
}

/** Keeps what every change left of a pool's row, in the order the row's lock gave them. */
export async function auditPools(owner: Sql): Promise<void> {
  await owner.unsafe(`
    create table pool_history as select * from pools limit 0;
    alter table pool_history add column change_id bigint generated always as identity;
    create function keep_history() returns trigger language plpgsql security definer
      set search_path = warmstop, pg_temp
    as $$
    begin
      insert into pool_history
          (pool_id, capacity, occupied, held, out_of_service, version)
        values (new.pool_id, new.capacity, new.occupied, new.held, new.out_of_service, new.version);
      return null;
    end
    $$;
    create trigger history after insert or update on pools for each row execute function keep_history()`);
}

/** Each instant at which more was promised than there was, and each pool whose held is not that of its holds. */
export async function oversold(owner: Sql): Promise<unknown[]> {
  const rows = await owner`
    select 'promised too much' as what, pool_id, version
    from (
      select *, lag(held, 1, 0::integer) over (partition by pool_id order by version) as before
      from pool_history
    ) as history
    where held > before and occupied + held + out_of_service > capacity
    union all
    select 'held is not its holds', pool_id, version
    from pools
    where held <> (select coalesce(sum(units), 0) from holds where holds.pool_id = pools.pool_id and state = 'held')`;
  return [...rows];
}
