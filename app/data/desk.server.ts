/** A group's asks as its coordinators see and change them, and as its members may read them. */
import type { Row } from "postgres";
import type { AskEnd, DeskLine } from "~/domain/ask";
import type { AskEvent, AskNote, AskSheet, SharedAsk } from "~/domain/desk";
import { askOf, dateOf, type ToldAsk, type ToSay } from "./asks.server";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";

type Change = { key: string; token: string; askId: string };
type NotDone = "signed-out" | "unknown-ask" | "key-used-otherwise" | "closed";

export type Claimed = { kind: NotDone | "claimed" } | { kind: "moved-on"; who: string | null };
export type HandedOver = { kind: NotDone | "handed-over" | "unknown-person" };
export type Settled = { kind: Exclude<NotDone, "closed"> | "open" | "closed" | "out-of-range" };

type ToldLine = Omit<DeskLine, "askedAt" | "waitsSince" | "closedAt"> & {
  askedAt: string;
  waitsSince: string | null;
  closedAt: string | null;
};
type At<Of> = Omit<Of, "at"> & { at: string };
type ToldSheet = Omit<ToldAsk, "who"> &
  ToldLine &
  Pick<AskSheet, "groupId" | "personId" | "seekerSeen" | "coordinators"> & {
    notes: At<AskNote>[];
    events: At<AskEvent>[];
  };

/** The open ones, and those that ended within three days; null: no coordinator of that group. */
export async function deskOf(token: string, groupId: number): Promise<DeskLine[] | null> {
  const told = await one<ToldLine[] | null>(sql`select desk_of(${token}, ${groupId}) as answer`);
  return told?.map(lineOf) ?? null;
}

/** It is written down who looked. Null: not theirs. */
export async function askSheet(token: string, askId: string): Promise<AskSheet | null> {
  const told = await one<ToldSheet | null>(sql`select ask_sheet(${token}, ${askId}) as answer`);
  if (!told) return null;
  const { who, ...ask } = told;
  return {
    ...askOf({ ...ask, who: null }),
    who,
    notes: told.notes.map(timed),
    events: told.events.map(timed),
  };
}

/** What families let the group's members read. Null: not in the group. */
export async function sharedAsks(token: string, groupId: number): Promise<SharedAsk[] | null> {
  type Told = Omit<SharedAsk, "askedAt"> & { askedAt: string };
  const told = await one<Told[] | null>(sql`select shared_asks(${token}, ${groupId}) as answer`);
  return told?.map((ask) => ({ ...ask, askedAt: new Date(ask.askedAt) })) ?? null;
}

/** From nobody, or from whom the page showed. */
export async function claimAsk({
  key,
  token,
  askId,
  from,
}: Change & { from: number | null }): Promise<Claimed> {
  return one(sql`select claim_ask(${key}, ${token}, ${askId}, ${from}) as answer`);
}

/** To nobody: whoever is next takes it. */
export async function handOverAsk({
  key,
  token,
  askId,
  to,
}: Change & { to: number | null }): Promise<HandedOver> {
  return one(sql`select hand_over_ask(${key}, ${token}, ${askId}, ${to}) as answer`);
}

export async function answerAsk({
  key,
  token,
  askId,
  said,
  quick,
  language,
}: ToSay & { token: string }): Promise<{ kind: NotDone | "said" | "out-of-range" }> {
  return one(sql`select answer_ask(${key}, ${token}, ${askId}, ${said}, ${quick}, ${language}) as answer`);
}

export async function noteOnAsk({
  key,
  token,
  askId,
  words,
}: Change & { words: string }): Promise<{ kind: NotDone | "noted" | "out-of-range" }> {
  return one(sql`select note_on_ask(${key}, ${token}, ${askId}, ${words}) as answer`);
}

/** Over, or open again; a duplicate says of which other. */
export async function settleAsk(
  settled: Change & { as: Exclude<AskEnd, "withdrawn"> | "open"; of: string | null },
): Promise<Settled> {
  const { key, token, askId, as, of } = settled;
  return one(sql`select settle_ask(${key}, ${token}, ${askId}, ${as}, ${of}) as answer`);
}

function lineOf(told: ToldLine): DeskLine {
  const { askedAt, waitsSince, closedAt, ...line } = told;
  return { ...line, askedAt: new Date(askedAt), waitsSince: dateOf(waitsSince), closedAt: dateOf(closedAt) };
}

function timed<Of extends { at: string }>({ at, ...rest }: Of) {
  return { ...rest, at: new Date(at) } as Omit<Of, "at"> & { at: Date };
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}
