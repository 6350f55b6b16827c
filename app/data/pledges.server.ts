/** Money that members promise to a stay, and what became of it: a ledger that always comes to nothing. No card data. */
import { randomUUID } from "node:crypto";
import type { Row } from "postgres";
import type { PledgeWay } from "~/domain/stay";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";

type Change = { key: string; token: string };
type OfPledge = Change & { pledgeId: string };
type NotDone = "signed-out" | "key-used-otherwise" | "out-of-range";

export type Pledged = { kind: "pledged"; pledgeId: string } | { kind: NotDone | "unknown-stay" | "over" };
export type Accepted = { kind: NotDone | "unknown-pledge" | "accepted" | "second-person" };
export type Paid =
  | { kind: NotDone | "unknown-pledge" | "paid" }
  /** More than is still promised. */
  | { kind: "too-much"; openCents: number };
export type Payout = { kind: "asked"; payoutId: string } | { kind: NotDone | "unknown-stay" };
export type PayoutDecided = {
  kind: NotDone | "unknown-stay" | "paid" | "refused" | "moved-on" | "second-person" | "too-much";
};

export async function pledgeTo({
  key,
  token,
  stayId,
  cents,
  way,
}: Change & { stayId: string; cents: number; way: PledgeWay }): Promise<Pledged> {
  return one(sql`select pledge(${key}, ${token}, ${stayId}, ${randomUUID()}, ${cents}, ${way}) as answer`);
}

/** By a coordinator who is not its member: who promised may then know where to pay. */
export async function acceptPledge({ key, token, pledgeId }: OfPledge): Promise<Accepted> {
  return one(sql`select accept_pledge(${key}, ${token}, ${pledgeId}) as answer`);
}

/** What is not paid of it yet. */
export async function takeBackPledge({
  key,
  token,
  pledgeId,
}: OfPledge): Promise<{ kind: NotDone | "unknown-pledge" | "taken-back" }> {
  return one(sql`select take_back_pledge(${key}, ${token}, ${pledgeId}) as answer`);
}

/** By a coordinator, who has seen the receipt. */
export async function notePaid({
  key,
  token,
  pledgeId,
  cents,
  receipt,
}: OfPledge & { cents: number; receipt: string | null }): Promise<Paid> {
  return one(sql`select note_paid(${key}, ${token}, ${pledgeId}, ${cents}, ${receipt}) as answer`);
}

/** From the group's account to the vendor; another coordinator lets it go. */
export async function askPayout({
  key,
  token,
  stayId,
  cents,
  receipt,
}: Change & { stayId: string; cents: number; receipt: string | null }): Promise<Payout> {
  return one(sql`
    select ask_payout(${key}, ${token}, ${stayId}, ${randomUUID()}, ${cents}, ${receipt}) as answer`);
}

export async function decidePayout({
  key,
  token,
  payoutId,
  saysYes,
}: Change & { payoutId: string; saysYes: boolean }): Promise<PayoutDecided> {
  return one(sql`select decide_payout(${key}, ${token}, ${payoutId}, ${saysYes}) as answer`);
}

/** What a vendor gives back goes into the group's account. */
export async function noteRefund({
  key,
  token,
  stayId,
  cents,
  receipt,
}: Change & { stayId: string; cents: number; receipt: string | null }): Promise<{
  kind: NotDone | "unknown-stay" | "refunded" | "too-much";
}> {
  return one(sql`select note_refund(${key}, ${token}, ${stayId}, ${cents}, ${receipt}) as answer`);
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}
