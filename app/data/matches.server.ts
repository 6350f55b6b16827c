/** Rooms put together with asks, by a group's coordinators and the room's host: each change is one statement, done once for its key. */
import { randomUUID } from "node:crypto";
import type { Row } from "postgres";
import {
  stands,
  type DoorWords,
  type GroupMatch,
  type HostMatch,
  type Match,
  type RoomMisfit,
  type RoomsForAsk,
} from "~/domain/match";
import type { Party } from "~/domain/party";
import type { LocalDate, WallMinutes } from "~/domain/zone";
import { doorWords } from "./codes.server";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";
import { timed } from "./timed.server";

type Change = { key: string; token: string };
type OfMatch = Change & { matchId: string };
type NotDone = "signed-out" | "unknown-match" | "key-used-otherwise" | "out-of-range" | "moved-on";

export type ToPropose = {
  arrivesOn: LocalDate;
  arrivesAt: WallMinutes;
  nights: number;
  /** Where the ask does not say who it is for. */
  party: Party | null;
};
export type NotProposed =
  | "signed-out"
  | "unknown-room"
  | "key-used-otherwise"
  | "out-of-range"
  | "closed"
  | "not-yours"
  | "has-one"
  | "taken"
  | "lapsed"
  | RoomMisfit;
export type Proposed = { kind: "proposed"; matchId: string } | { kind: NotProposed };
export type SettledAs = "arrived" | "withdrawn" | "done" | "ended-early";
export type MatchSaid = { kind: NotDone | "said" | "agreed" | "declined" | "too-many" };
export type LongerSaid = { kind: NotDone | "yes-longer" | "longer" | "no-longer" };

export async function proposeRoom({
  key,
  token,
  askId,
  roomId,
  said,
}: Change & { askId: string; roomId: string; said: ToPropose }): Promise<Proposed> {
  return one(sql`
    select propose_room(${key}, ${token}, ${askId}, ${roomId}, ${randomUUID()}, ${sql.json(said)}) as answer`);
}

export async function answerMatchAsHost({
  key,
  token,
  matchId,
  saysYes,
}: OfMatch & { saysYes: boolean }): Promise<MatchSaid> {
  return one(sql`select answer_match_as_host(${key}, ${token}, ${matchId}, ${saysYes}) as answer`);
}

/** How it was, for coordinators alone. */
export async function tellMatchAsHost({
  key,
  token,
  matchId,
  words,
}: OfMatch & { words: string }): Promise<MatchSaid> {
  return one(sql`select tell_match_as_host(${key}, ${token}, ${matchId}, ${words}) as answer`);
}

export async function settleMatch({
  key,
  token,
  matchId,
  as,
}: OfMatch & { as: SettledAs }): Promise<{ kind: NotDone | "settled" }> {
  return one(sql`select settle_match(${key}, ${token}, ${matchId}, ${as}) as answer`);
}

/** More nights, until that day, if both say yes; null takes the question back. */
export async function askForLonger({
  key,
  token,
  matchId,
  until,
}: OfMatch & { until: LocalDate | null }): Promise<{ kind: NotDone | RoomMisfit | "settled" }> {
  return one(sql`select ask_for_longer(${key}, ${token}, ${matchId}, ${until}) as answer`);
}

/** About the day that the host has read. */
export async function answerLongerAsHost({
  key,
  token,
  matchId,
  until,
  saysYes,
}: OfMatch & { until: LocalDate; saysYes: boolean }): Promise<LongerSaid> {
  return one(sql`select answer_longer_as_host(${key}, ${token}, ${matchId}, ${until}, ${saysYes}) as answer`);
}

export async function handOverRoom({
  key,
  token,
  matchId,
  words,
}: OfMatch & { words: string | null }): Promise<{ kind: NotDone | "noted" }> {
  return one(sql`select hand_over_room(${key}, ${token}, ${matchId}, ${words}) as answer`);
}

/** But for the coordinator's own. Null: not their ask to read. */
export async function roomsForAsk(token: string, askId: string): Promise<RoomsForAsk | null> {
  const rooms: RoomsForAsk | null = timed(await one(sql`select rooms_for_ask(${token}, ${askId}) as answer`));
  return rooms && { ...rooms, matches: rooms.matches.map(withDoorWords) };
}

/** Null: not theirs, be it there or not. */
export async function matchSheet(
  token: string,
  matchId: string,
): Promise<(GroupMatch & { groupId: number }) | null> {
  const sheet: (GroupMatch & { groupId: number }) | null = timed(
    await one(sql`select match_sheet(${token}, ${matchId}) as answer`),
  );
  return sheet && withDoorWords(sheet);
}

/** Of the room that whoever is signed in offers. */
export async function matchesOfHost(token: string, groupId: number): Promise<HostMatch[]> {
  const rows: HostMatch[] = timed(
    (await one(sql`select matches_of_host(${token}, ${groupId}) as answer`)) ?? [],
  );
  return rows.map(withDoorWords);
}

/** The database knows no words: they are made again from the match. */
export function withDoorWords<Of extends Match>(match: Of): Of & { doorWords: DoorWords | null } {
  return { ...match, doorWords: stands(match) ? doorWords(match.matchId) : null };
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}
