/**
 * Families that wait to be told when a room opens: each change is one statement, done once for its key. `holder` is the
 * keyed hash of the five words, which only their mails say.
 */
import { randomUUID } from "node:crypto";
import type { Row } from "postgres";
import type { Party } from "~/domain/party";
import type { RoomAlert } from "~/domain/room-alert";
import type { Language } from "~/text/language";
import { codeOf, hashOfCode } from "./codes.server";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";
import { overTheLapse } from "./lapse.server";
import { addressHash, keyedHash } from "./keyed-hash.server";
import { canSendMail } from "./mail.server";

type ByHolder = { key: string; alertId: string };

export type ToAskAlert = {
  key: string;
  regionId: number;
  party: Party;
  contact: string;
  language: Language;
  /** The network address it came from. */
  address: string;
};

/** `away`: no mail could be sent to anybody. */
export type AlertAsked = {
  kind: "asked" | "too-many" | "out-of-range" | "unknown-region" | "key-used-otherwise" | "away";
};
export type FoundAlert =
  { kind: "found"; alert: RoomAlert } | { kind: "unknown-code" } | { kind: "too-many" };
export type Confirmed =
  { kind: "confirmed"; alertId: string } | { kind: "too-late" | "unknown-alert" | "key-used-otherwise" };
export type Kept = { kind: "extended" | "stopped" | "closed" | "unknown-alert" | "key-used-otherwise" };
export type Answered =
  { kind: "taken"; holdId: string } | { kind: "passed" | "gone" | "unknown-alert" | "key-used-otherwise" };

type ToldOffer = Omit<NonNullable<RoomAlert["offer"]>, "until" | "arrivesAt"> & {
  until: string;
  arrivesAt: string | null;
};
type Told = Omit<RoomAlert, "until" | "offer"> & { until: string; offer: ToldOffer | null };

/** The same answer whether or not that contact waits already: their mail alone says more. */
export async function askAlert(asked: ToAskAlert, now = new Date()): Promise<AlertAsked> {
  if (!canSendMail()) return { kind: "away" };
  const alertId = randomUUID();
  const contact = asked.contact.toLowerCase();
  return one<AlertAsked>(sql`
    select ask_alert(
      ${asked.key},
      ${alertId},
      ${holderOf(alertId)},
      ${asked.regionId},
      ${sql.json(asked.party)},
      ${contact},
      ${asked.language},
      ${addressHash(asked.address, now)},
      ${keyedHash("alert's contact", contact)}
    ) as answer`);
}

/** By its five words; `address` is the keyed hash of where the guess comes from. */
export async function findAlert(codeHash: Uint8Array, address: Uint8Array): Promise<FoundAlert> {
  const answer = await one<{ kind: FoundAlert["kind"]; alert: Told | null }>(sql`
    select find_alert(${codeHash}, ${address}) as answer`);
  return answer.alert
    ? { kind: "found", alert: alertOf(answer.alert) }
    : ({ kind: answer.kind } as FoundAlert);
}

/** Of a browser that has said its words before. */
export async function ownAlert(alertId: string): Promise<RoomAlert | undefined> {
  const told = await one<Told | null>(sql`select alert_of(${holderOf(alertId)}, ${alertId}) as answer`);
  return told ? alertOf(told) : undefined;
}

export async function confirmAlert({ key, alertId }: ByHolder): Promise<Confirmed> {
  return one<Confirmed>(sql`select confirm_alert(${key}, ${holderOf(alertId)}, ${alertId}) as answer`);
}

/** A day more; or again, where it has ended by itself. */
export async function extendAlert({ key, alertId }: ByHolder): Promise<Kept> {
  return one<Kept>(sql`select extend_alert(${key}, ${holderOf(alertId)}, ${alertId}) as answer`);
}

export async function stopAlert({ key, alertId }: ByHolder): Promise<Kept> {
  return one<Kept>(sql`select stop_alert(${key}, ${holderOf(alertId)}, ${alertId}) as answer`);
}

export async function answerOffer(
  answer: ByHolder & { holdId: string; saysYes: boolean },
): Promise<Answered> {
  const { key, alertId, holdId, saysYes } = answer;
  return overTheLapse(() =>
    one<Answered>(sql`
      select answer_offer(${key}, ${holderOf(alertId)}, ${alertId}, ${holdId}, ${saysYes}) as answer`),
  );
}

function holderOf(alertId: string): Uint8Array {
  return hashOfCode("alert", codeOf("alert", alertId));
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}

function alertOf({ until, offer, ...alert }: Told): RoomAlert {
  return {
    ...alert,
    until: new Date(until),
    offer: offer && {
      ...offer,
      until: new Date(offer.until),
      arrivesAt: offer.arrivesAt === null ? null : new Date(offer.arrivesAt),
    },
  };
}
