/** What a family does and reads of its nights, and the search for a home that goes on after them. */
import type { Row } from "postgres";
import type { HomeSearch, SearchState, StepKind } from "~/domain/home-search";
import type { CheckInAnswer, OwnSearch } from "~/domain/stay";
import { codeOf, hashOfCode } from "./codes.server";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";
import { timed } from "./timed.server";

type Change = { key: string; token: string };
type NotDone = "signed-out" | "unknown-ask" | "key-used-otherwise" | "out-of-range";

/** The family's one tap; it answers everything that was asked of them up to now. */
export async function answerCheckIn(answered: {
  key: string;
  askId: string;
  stayId: string;
  answer: CheckInAnswer;
}): Promise<{ kind: "answered" | "over" | "unknown-ask" | "key-used-otherwise" | "out-of-range" }> {
  const { key, askId, stayId, answer } = answered;
  return one(
    sql`select answer_check_in(${key}, ${holderOf(askId)}, ${askId}, ${stayId}, ${answer}) as answer`,
  );
}

export async function addStep({
  key,
  token,
  askId,
  kind,
  words,
  dueOn,
}: Change & { askId: string; kind: StepKind; words: string; dueOn: string | null }): Promise<
  { kind: "added"; stepId: number } | { kind: NotDone | "too-many" }
> {
  return one(sql`select add_step(${key}, ${token}, ${askId}, ${kind}, ${words}, ${dueOn}) as answer`);
}

export async function finishStep({
  key,
  token,
  stepId,
  result,
}: Change & { stepId: number; result: string | null }): Promise<{ kind: NotDone | "done" }> {
  return one(sql`select finish_step(${key}, ${token}, ${stepId}, ${result}) as answer`);
}

export async function settleSearch({
  key,
  token,
  askId,
  as,
}: Change & { askId: string; as: SearchState }): Promise<{ kind: NotDone | "settled" }> {
  return one(sql`select settle_search(${key}, ${token}, ${askId}, ${as}) as answer`);
}

/** Of a browser that may read the ask. */
export async function staysOfAsk(askId: string): Promise<OwnSearch | null> {
  return timed(await one(sql`select stays_of_ask(${holderOf(askId)}, ${askId}) as answer`));
}

export async function searchOf(token: string, askId: string): Promise<HomeSearch | null> {
  return timed(await one(sql`select search_of(${token}, ${askId}) as answer`));
}

function holderOf(askId: string): Uint8Array {
  return hashOfCode("ask", codeOf("ask", askId));
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}
