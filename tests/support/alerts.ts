/** Families that wait in tests: they ask, read their mail, and say its words. */
import { randomUUID } from "node:crypto";
import type { Sql } from "~/data/connection.server";
import { askAlert, confirmAlert, type ToAskAlert } from "~/data/room-alerts.server";
import { MOTHER_AND_TWO } from "./holds";

export function toAsk(regionId: number, more: Partial<ToAskAlert> = {}): ToAskAlert {
  return {
    key: randomUUID(),
    regionId,
    party: MOTHER_AND_TWO,
    contact: `family-${randomUUID().slice(0, 8)}@example.org`,
    language: "en",
    address: randomUUID(),
    ...more,
  };
}

/** Asked and confirmed: the alert's id. */
export async function waiting(owner: Sql, regionId: number, more: Partial<ToAskAlert> = {}): Promise<string> {
  const asked = toAsk(regionId, more);
  await askAlert(asked);
  const alertId = await newestAlert(owner, asked.contact);
  const confirmed = await confirmAlert({ key: randomUUID(), alertId });
  if (confirmed.kind !== "confirmed") throw new Error(confirmed.kind);
  return confirmed.alertId;
}

export async function newestAlert(owner: Sql, contact: string): Promise<string> {
  const [{ alertId }] = await owner<[{ alertId: string }]>`
    select alert_id from alerts where contact = ${contact.toLowerCase()} order by asked_at desc limit 1`;
  return alertId;
}

export type StoredAlert = {
  state: string;
  endedAs: string | null;
  unanswered: number;
  holdId: string | null;
  poolId: number | null;
};

export async function storedAlert(owner: Sql, alertId: string): Promise<StoredAlert> {
  const [row] = await owner<[StoredAlert]>`
    select alerts.state, ended_as, unanswered, alerts.hold_id, pool_id
    from alerts left join holds using (hold_id)
    where alert_id = ${alertId}`;
  return { ...row };
}

/** As if the time of an offer, and of its mails, had passed. */
export async function offerPasses(owner: Sql, holdId: string, minutes: number): Promise<void> {
  await owner`
    update holds
    set until = until - ${minutes} * interval '1 minute', taken_at = taken_at - ${minutes} * interval '1 minute'
    where hold_id = ${holdId}`;
  await owner`
    update notices
    set until = until - ${minutes} * interval '1 minute', made_at = made_at - ${minutes} * interval '1 minute'
    where hold_id = ${holdId}`;
}

export async function noAlerts(owner: Sql): Promise<void> {
  for (const table of ["notices", "alert_offers", "alerts", "alert_watch", "alert_attempts", "reminders_off"])
    await owner.unsafe(`delete from ${table}`);
}
