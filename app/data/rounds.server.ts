/** A group's outreach rounds. Where one goes is sealed here, and unsealed here for those on it and for coordinators alone. */
import { randomUUID } from "node:crypto";
import type { Row } from "postgres";
import type { Round, RoundWords } from "~/domain/drive";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";
import type { Came, ChangeInGroup } from "./drives.server";
import { keyedHash } from "./keyed-hash.server";
import { seal, unseal } from "./sealed.server";

type ChangeOfRound = ChangeInGroup & { roundId: string };

export async function planRound({
  key,
  token,
  groupId,
  said,
  place,
}: ChangeInGroup & { said: RoundWords; place: string }): Promise<Came> {
  const roundId = randomUUID();
  // With the form's key in it, so that no two forms with one place can be told to be alike.
  const hash = keyedHash("round place", `${key} ${place}`);
  return one(sql`
    select plan_round(
      ${key},
      ${token},
      ${groupId},
      ${roundId},
      ${sql.json(said)},
      ${seal("round place", roundId, place)},
      ${hash}
    ) as answer`);
}

/** A member asks to come, or does not after all. */
export async function comeAlong({
  key,
  token,
  groupId,
  roundId,
  comes,
}: ChangeOfRound & { comes: boolean }): Promise<Came> {
  return one(sql`select come_along(${key}, ${token}, ${groupId}, ${roundId}, ${comes}) as answer`);
}

export async function letOnRound({
  key,
  token,
  groupId,
  roundId,
  personId,
  isOn,
}: ChangeOfRound & { personId: number; isOn: boolean }): Promise<Came> {
  return one(sql`
    select let_on_round(${key}, ${token}, ${groupId}, ${roundId}, ${personId}, ${isOn}) as answer`);
}

/** Its place is forgotten at once. */
export async function endRound({
  key,
  token,
  groupId,
  roundId,
  as,
}: ChangeOfRound & { as: NonNullable<Round["overAs"]> }): Promise<Came> {
  return one(sql`select end_round(${key}, ${token}, ${groupId}, ${roundId}, ${as}) as answer`);
}

/** Null: not in the group. */
export async function roundsOf(token: string, groupId: number): Promise<Round[] | null> {
  const told = await one<Round[] | null>(sql`select rounds_of(${token}, ${groupId}) as answer`);
  return (
    told?.map((round) => ({
      ...round,
      place: round.place && unseal("round place", round.roundId, Buffer.from(round.place, "hex")),
    })) ?? null
  );
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}
