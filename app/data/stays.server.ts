/** Nights a group bought: each change is one statement, done once for its key. */
import { randomUUID } from "node:crypto";
import type { Row } from "postgres";
import type { VendorKind } from "~/domain/stay";
import type { OwnPledge, StaySheet, StayToFund } from "~/domain/stay-sheet";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";
import { timed } from "./timed.server";

type Change = { key: string; token: string };
type OfStay = Change & { stayId: string };
type NotDone = "signed-out" | "unknown-stay" | "unknown-ask" | "key-used-otherwise" | "out-of-range";

export type ToPlan = {
  vendor: string;
  vendorKind: VendorKind;
  vendorPhone: string | null;
  vendorAddress: string | null;
  arrivesOn: string;
  leavesOn: string;
  leavesAt: number;
  nightCents: number;
  depositCents: number;
};
export type Planned = { kind: "planned"; stayId: string } | { kind: NotDone | "closed" | "too-many" };

export async function planStay({
  key,
  token,
  askId,
  said,
}: Change & { askId: string; said: ToPlan }): Promise<Planned> {
  return one(sql`select plan_stay(${key}, ${token}, ${askId}, ${randomUUID()}, ${sql.json(said)}) as answer`);
}

export async function beginStay({
  key,
  token,
  stayId,
}: OfStay): Promise<{ kind: NotDone | "under-way" | "moved-on" }> {
  return one(sql`select begin_stay(${key}, ${token}, ${stayId}) as answer`);
}

export async function moveStay({
  key,
  token,
  stayId,
  leavesOn,
}: OfStay & { leavesOn: string }): Promise<{ kind: NotDone | "moved" | "over" }> {
  return one(sql`select move_stay(${key}, ${token}, ${stayId}, ${leavesOn}) as answer`);
}

export async function endStay({
  key,
  token,
  stayId,
  as,
}: OfStay & { as: "ended" | "ended-early" | "called-off" }): Promise<{ kind: NotDone | "over" }> {
  return one(sql`select end_stay(${key}, ${token}, ${stayId}, ${as}) as answer`);
}

export async function handOverStay({
  key,
  token,
  stayId,
  to,
}: OfStay & { to: number }): Promise<{ kind: NotDone | "handed-over" | "unknown-person" }> {
  return one(sql`select hand_over_stay(${key}, ${token}, ${stayId}, ${to}) as answer`);
}

/** For coordinators; null: none of that group. With an id that one, however long it is over. */
export async function staysOf(
  token: string,
  groupId: number,
  stayId: string | null = null,
): Promise<StaySheet[] | null> {
  return timed(await one(sql`select stays_of(${token}, ${groupId}, ${stayId}) as answer`));
}

export async function staysToFund(token: string, groupId: number): Promise<StayToFund[] | null> {
  return one(sql`select stays_to_fund(${token}, ${groupId}) as answer`);
}

/** What became of all that somebody has promised there. */
export async function ownPledges(token: string, groupId: number): Promise<OwnPledge[] | null> {
  return timed(await one(sql`select own_pledges(${token}, ${groupId}) as answer`));
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}
