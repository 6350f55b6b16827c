/** The vetting of members' rooms by a group's coordinators: who saw what, two approvals, and what stops a room at once. */
import type { Row } from "postgres";
import type { LatLon } from "~/domain/journey";
import type { ListedRoom, RoomSheet, VettingStep, VisitItem } from "~/domain/room";
import type { LocalDate } from "~/domain/zone";
import { cellOfRoom } from "./cells.server";
import type { Query } from "./connection.server";
import { sql, within } from "./database.server";
import { dated, sheetOf, type ChangeOfRoom, type RoomNotDone, type Told } from "./rooms.server";

export type NotVouched = "own-room" | "too-early" | "done-already";
export type Recorded = { kind: RoomNotDone | NotVouched | "recorded" | "out-of-range" };
export type Approved =
  | { kind: RoomNotDone | NotVouched | "approved-already" | "same-eyes" }
  | { kind: "approved"; isOfferable: boolean };
export type Reported = { kind: RoomNotDone | "reported" | "out-of-range" };

export type ToRecord = ChangeOfRoom & {
  regionId: number;
  step: Exclude<VettingStep, "approved">;
  /** Of a visit. */
  seen?: VisitItem[];
  at?: LatLon | null;
  /** Of a background check. */
  checkedOn?: LocalDate;
  validUntil?: LocalDate;
};

export async function recordStep({
  key,
  token,
  roomId,
  regionId,
  step,
  ...more
}: ToRecord): Promise<Recorded> {
  const { cell, fineCell } = await cellOfRoom(roomId, regionId, more.at ?? null);
  return one(sql`
    select record_room_step(
      ${key},
      ${token},
      ${roomId},
      ${step},
      ${more.seen ?? null},
      ${more.checkedOn ?? null},
      ${more.validUntil ?? null},
      ${cell},
      ${fineCell}
    ) as answer`);
}

export async function approveRoom({ key, token, roomId }: ChangeOfRoom): Promise<Approved> {
  return one(sql`select approve_room(${key}, ${token}, ${roomId}) as answer`);
}

/** Somebody was not safe there, or may not be. */
export async function reportRoom({
  key,
  token,
  roomId,
  because,
}: ChangeOfRoom & { because: string }): Promise<Reported> {
  return one(sql`select report_room(${key}, ${token}, ${roomId}, ${because}) as answer`);
}

/** All but their own. Null: no coordinator of that group. */
export async function roomsOf(token: string, groupId: number): Promise<ListedRoom[] | null> {
  const told = await one<Told<ListedRoom>[] | null>(sql`select rooms_of(${token}, ${groupId}) as answer`);
  return told?.map((room) => dated<ListedRoom>(room)) ?? null;
}

/** Null: not theirs to vet, be it there or not. */
export async function roomSheet(token: string, roomId: string): Promise<RoomSheet | null> {
  const told = await one<Told<RoomSheet> | null>(sql`select room_sheet(${token}, ${roomId}) as answer`);
  return told && sheetOf<RoomSheet>(told);
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}
