/** What a group's members offer: each change is one statement, done once for its key. */
import { randomUUID } from "node:crypto";
import type { Row } from "postgres";
import type {
  Offer,
  OfferAtAsk,
  OfferState,
  OfferWords,
  OwnOffer,
  RideTime,
  StandingOffer,
} from "~/domain/offer";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";

type Change = { key: string; token: string };
type NotDone = "signed-out" | "unknown-offer" | "key-used-otherwise" | "out-of-range";

export type Made =
  | { kind: "made"; offerId: string }
  | { kind: "signed-out" | "unknown-group" | "too-many" | "out-of-range" | "key-used-otherwise" };
export type ChangedOffer = { kind: NotDone | "changed" | "closed" };
export type UsedOffer = { kind: NotDone | "used" | "closed" | "unknown-ask" };

type Told<Of extends Offer> = Omit<Of, "standsSince" | "until"> & { standsSince: string; until: string };

export async function makeOffer({
  key,
  token,
  groupId,
  said,
}: Change & { groupId: number; said: OfferWords }): Promise<Made> {
  return one(sql`
    select make_offer(${key}, ${token}, ${groupId}, ${randomUUID()}, ${sql.json(said)}) as answer`);
}

export async function changeOffer({
  key,
  token,
  offerId,
  said,
}: Change & { offerId: string; said: OfferWords }): Promise<ChangedOffer> {
  return one(sql`select change_offer(${key}, ${token}, ${offerId}, ${sql.json(said)}) as answer`);
}

/** `open`: it stands for thirty days from now. */
export async function keepOffer({
  key,
  token,
  offerId,
  as,
}: Change & { offerId: string; as: Exclude<OfferState, "used"> }): Promise<ChangedOffer> {
  return one(sql`select keep_offer(${key}, ${token}, ${offerId}, ${as}) as answer`);
}

/** By a coordinator, for an ask of the group. */
export async function useOffer({
  key,
  token,
  offerId,
  askId,
}: Change & { offerId: string; askId: string }): Promise<UsedOffer> {
  return one(sql`select use_offer(${key}, ${token}, ${offerId}, ${askId}) as answer`);
}

/** Null: not in the group. */
export async function myOffers(token: string, groupId: number): Promise<OwnOffer[] | null> {
  const told = await one<Told<OwnOffer>[] | null>(sql`select my_offers(${token}, ${groupId}) as answer`);
  return told?.map((offer) => offerOf<OwnOffer>(offer)) ?? null;
}

/** Those of all its members, for coordinators alone; also those that were not confirmed in the last thirty days. */
export async function offersOf(token: string, groupId: number): Promise<StandingOffer[] | null> {
  const told = await one<Told<StandingOffer>[] | null>(sql`select offers_of(${token}, ${groupId}) as answer`);
  return told?.map((offer) => offerOf<StandingOffer>(offer)) ?? null;
}

/** What met an ask so far, for its coordinators. Null: not theirs. */
export async function offersAtAsk(token: string, askId: string): Promise<OfferAtAsk[] | null> {
  type ToldAt = Omit<OfferAtAsk, "at"> & { at: string };
  const told = await one<ToldAt[] | null>(sql`select offers_at_ask(${token}, ${askId}) as answer`);
  return told?.map((offer) => ({ ...offer, at: new Date(offer.at) })) ?? null;
}

/** When somebody of a listed group may drive; null times: at any hour. */
export async function rideTimes(regionId: number): Promise<(RideTime | null)[]> {
  const rows = await within(sql<RideTime[]>`
    select days::smallint[] as days, from_minutes, until_minutes
    from ride_times
    where region_id = ${regionId}`);
  return rows.map((row) => (row.days === null ? null : row));
}

function offerOf<Of extends Offer>({ standsSince, until, ...offer }: Told<Of>): Of {
  return { ...offer, standsSince: new Date(standsSince), until: new Date(until) } as unknown as Of;
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}
