/**
 * A family's ask: each change is one statement, done once for its key. The phone it was sent from is its hash (`device`);
 * whoever has the five words is `holderOf`.
 */
import { randomUUID } from "node:crypto";
import type { Row } from "postgres";
import type { Ask, AskEnd, AskMessage, AskWords } from "~/domain/ask";
import type { Language } from "~/text/language";
import { codeOf, hashOfCode } from "./codes.server";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";

type OfAsk = { key: string; askId: string };
type NotDone = "unknown-ask" | "key-used-otherwise" | "out-of-range";

export type ToAsk = {
  key: string;
  device: Uint8Array;
  groupId: number;
  said: AskWords;
  language: Language;
  /** The hashed network it came from. */
  address: Uint8Array;
};
export type Asked =
  | { kind: "asked"; askId: string }
  | { kind: "unknown-group" | "too-many" | "out-of-range" | "key-used-otherwise" };
export type FoundAsk = { kind: "found"; ask: Ask } | { kind: "unknown-code" | "too-many" };
export type Said = { kind: NotDone | "said" | "too-many" };
export type ChangedAsk = { kind: NotDone | "changed" | "closed" };
export type ToSay = OfAsk & { said: string | null; quick: string | null; language: Language };

export type ToldMessage = Omit<AskMessage, "at"> & { at: string };
type Dates = "askedAt" | "waitsSince" | "closedAt";
export type ToldAsk = Omit<Ask, Dates | "messages"> & {
  askedAt: string;
  waitsSince: string | null;
  closedAt: string | null;
  messages: ToldMessage[];
};

/** Sent twice it is one ask. */
export async function askHelp({ key, device, groupId, said, language, address }: ToAsk): Promise<Asked> {
  const askId = randomUUID();
  return one(sql`
    select ask_help(
      ${key},
      ${device},
      ${askId},
      ${holderOf(askId)},
      ${groupId},
      ${sql.json(said)},
      ${language},
      ${address}
    ) as answer`);
}

/** By its five words; `address` is the keyed hash of where the guess comes from. */
export async function findAsk(codeHash: Uint8Array, address: Uint8Array): Promise<FoundAsk> {
  const answer = await one<{ kind: FoundAsk["kind"]; ask: ToldAsk | null }>(sql`
    select find_ask(${codeHash}, ${address}) as answer`);
  return answer.ask ? { kind: "found", ask: askOf(answer.ask) } : ({ kind: answer.kind } as FoundAsk);
}

/** Of a browser in which it was sent, or its words were typed; whoever reads it has seen what is there. */
export async function ownAsk(askId: string): Promise<Ask | null> {
  const told = await one<ToldAsk | null>(sql`select ask_of(${holderOf(askId)}, ${askId}) as answer`);
  return told && askOf(told);
}

export async function sayInAsk({ key, askId, said, quick, language }: ToSay): Promise<Said> {
  return one(sql`
    select say_in_ask(${key}, ${holderOf(askId)}, ${askId}, ${said}, ${quick}, ${language}) as answer`);
}

export async function changeAsk({
  key,
  askId,
  ...said
}: OfAsk & Pick<AskWords, "contact" | "reach" | "avoid" | "isShared">): Promise<ChangedAsk> {
  return one(sql`select change_ask(${key}, ${holderOf(askId)}, ${askId}, ${sql.json(said)}) as answer`);
}

export async function endAsk({
  key,
  askId,
  as,
}: OfAsk & { as: Extract<AskEnd, "helped" | "withdrawn"> }): Promise<{ kind: NotDone | "closed" }> {
  return one(sql`select end_ask(${key}, ${holderOf(askId)}, ${askId}, ${as}) as answer`);
}

export function askOf<Of extends ToldAsk>(told: Of) {
  return {
    ...told,
    askedAt: new Date(told.askedAt),
    waitsSince: dateOf(told.waitsSince),
    closedAt: dateOf(told.closedAt),
    messages: told.messages.map((message) => ({ ...message, at: new Date(message.at) })),
  };
}

export function dateOf(told: string | null): Date | null {
  return told === null ? null : new Date(told);
}

function holderOf(askId: string): Uint8Array {
  return hashOfCode("ask", codeOf("ask", askId));
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}
