/** A family's room, as whoever has the five words of the ask may read and answer it. */
import type { Row } from "postgres";
import type { MatchAnswer, OwnMatch, RoomDoor } from "~/domain/match";
import type { LocalDate } from "~/domain/zone";
import { centerOf } from "./cells.server";
import { codeOf, hashOfCode } from "./codes.server";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";
import { withDoorWords } from "./matches.server";
import { roomPoint } from "./room-point.server";
import { openedAddress } from "./rooms.server";
import { unseal } from "./sealed.server";
import { timed } from "./timed.server";

type OfMatch = { key: string; askId: string; matchId: string };
export type OwnMatchSaid = {
  kind:
    | "unknown-match"
    | "key-used-otherwise"
    | "out-of-range"
    | "moved-on"
    | "too-many"
    | "said"
    | "agreed"
    | "declined"
    | "answered"
    | "yes-longer"
    | "longer"
    | "no-longer";
};

/** The one that stands first; and what is over, for three days. */
export async function matchesOfAsk(askId: string): Promise<OwnMatch[]> {
  const rows: OwnMatch[] = timed(
    (await one(sql`select matches_of_ask(${holderOf(askId)}, ${askId}) as answer`)) ?? [],
  );
  return rows.map(withDoorWords);
}

export async function answerMatch({
  key,
  askId,
  matchId,
  saysYes,
}: OfMatch & { saysYes: boolean }): Promise<OwnMatchSaid> {
  return one(
    sql`select answer_match(${key}, ${holderOf(askId)}, ${askId}, ${matchId}, ${saysYes}) as answer`,
  );
}

/** More nights, until the day that the family has read. */
export async function answerLonger({
  key,
  askId,
  matchId,
  until,
  saysYes,
}: OfMatch & { until: LocalDate; saysYes: boolean }): Promise<OwnMatchSaid> {
  return one(sql`
    select answer_longer(${key}, ${holderOf(askId)}, ${askId}, ${matchId}, ${until}, ${saysYes}) as answer`);
}

export async function answerMatchCheckIn({
  key,
  askId,
  matchId,
  answer,
}: OfMatch & { answer: MatchAnswer }): Promise<OwnMatchSaid> {
  return one(sql`
    select answer_match_check_in(${key}, ${holderOf(askId)}, ${askId}, ${matchId}, ${answer}) as answer`);
}

/** `notSafe` stops the room at once. */
export async function tellMatch({
  key,
  askId,
  matchId,
  words,
  notSafe,
}: OfMatch & { words: string; notSafe: boolean }): Promise<OwnMatchSaid> {
  return one(sql`
    select tell_match(${key}, ${holderOf(askId)}, ${askId}, ${matchId}, ${words}, ${notSafe}) as answer`);
}

/** In its window alone; that it was opened is written down. */
export async function doorOfMatch(
  askId: string,
  matchId: string,
  regionId: number,
): Promise<RoomDoor | null> {
  type Sealed = { roomId: string; address: string; fineCell: string | null };
  const sealed = await one<Sealed | null>(
    sql`select match_address(${holderOf(askId)}, ${askId}, ${matchId}) as answer`,
  );
  if (!sealed) return null;
  const address = openedAddress(sealed.roomId, sealed.address);
  const door = await roomPoint(regionId, address);
  if (door) return { address, at: door, isDoor: true };
  const cell = sealed.fineCell && unseal("room cell", sealed.roomId, Buffer.from(sealed.fineCell, "hex"));
  return { address, at: cell ? centerOf(cell) : null, isDoor: false };
}

function holderOf(askId: string): Uint8Array {
  return hashOfCode("ask", codeOf("ask", askId));
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}
