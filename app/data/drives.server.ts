/** A group's drives: what is needed, who brings it, and what has arrived. Each change is one statement, done once for its key. */
import { randomUUID } from "node:crypto";
import type { Row } from "postgres";
import type { Drive, DriveWords } from "~/domain/drive";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";

export type ChangeInGroup = { key: string; token: string; groupId: number };
export type Came = {
  kind:
    "done" | "unknown" | "signed-out" | "unknown-group" | "too-many" | "out-of-range" | "key-used-otherwise";
};

export async function startDrive({
  key,
  token,
  groupId,
  said,
}: ChangeInGroup & { said: DriveWords }): Promise<Came> {
  return one(sql`
    select start_drive(${key}, ${token}, ${groupId}, ${randomUUID()}, ${sql.json(said)}) as answer`);
}

export async function endDrive({
  key,
  token,
  groupId,
  driveId,
}: ChangeInGroup & { driveId: string }): Promise<Came> {
  return one(sql`select end_drive(${key}, ${token}, ${groupId}, ${driveId}) as answer`);
}

/** Anew, not in addition; none: nothing after all. */
export async function bring({
  key,
  token,
  groupId,
  needId,
  n,
}: ChangeInGroup & { needId: number; n: number }): Promise<Came> {
  return one(sql`
    select bring(${key}, ${token}, ${groupId}, ${needId}, ${randomUUID()}, ${n}) as answer`);
}

export async function noteBrought({
  key,
  token,
  groupId,
  giftId,
}: ChangeInGroup & { giftId: string }): Promise<Came> {
  return one(sql`select note_brought(${key}, ${token}, ${groupId}, ${giftId}) as answer`);
}

/** Null: not in the group. */
export async function drivesOf(token: string, groupId: number): Promise<Drive[] | null> {
  return one(sql`select drives_of(${token}, ${groupId}) as answer`);
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}
