/** Calls that volunteers make to places with an old count: each change is one statement, done once for its key. */
import type { Row } from "postgres";
import type { Call, CallResult, OwnCall } from "~/domain/call";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";
import { timed } from "./timed.server";

type Change = { key: string; token: string; groupId: number; placeId: number };
type NotDone = "signed-out" | "unknown-group" | "key-used-otherwise";

export type CallsToMake = { own: OwnCall | null; calls: Call[] };
export type Taken = { kind: NotDone | "yours" | "taken" | "counted" | "unknown-place" };
/** `moved-on`: staff have counted meanwhile, and theirs stands. */
export type CallSaid = { kind: NotDone | "said" | "moved-on" | "not-yours" | "out-of-range" };

/** Null: not in the group. */
export async function callsToMake(token: string, groupId: number): Promise<CallsToMake | null> {
  return timed(await one(sql`select calls_to_make(${token}, ${groupId}) as answer`));
}

/** For ten minutes; the one they had before is anybody's again. */
export async function takeCall({ key, token, groupId, placeId }: Change): Promise<Taken> {
  return one(sql`select take_call(${key}, ${token}, ${groupId}, ${placeId}) as answer`);
}

/** `free`: units by pool, as they were said; only of the pools that were spoken of. */
export async function sayCall({
  key,
  token,
  groupId,
  placeId,
  result,
  free,
}: Change & { result: CallResult; free: Record<number, number> }): Promise<CallSaid> {
  return one(sql`
    select say_call(${key}, ${token}, ${groupId}, ${placeId}, ${result}, ${sql.json(free)}) as answer`);
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}
