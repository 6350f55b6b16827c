/**
 * Members' rooms: each change is one statement, done once for its key, in the name of whoever's session it is. An address goes
 * in sealed, and comes out in `openedAddress` alone.
 */
import { randomUUID } from "node:crypto";
import type { Row } from "postgres";
import type { LatLon } from "~/domain/journey";
import type { Room, RoomStep, RoomWords } from "~/domain/room";
import { cellOfRoom } from "./cells.server";
import type { Query } from "./connection.server";
import { dateOf } from "./asks.server";
import { sql, within } from "./database.server";
import { keyedHash } from "./keyed-hash.server";
import { seal, unseal } from "./sealed.server";

export type ChangeOfRoom = { key: string; token: string; roomId: string };
export type RoomNotDone = "signed-out" | "unknown-room" | "key-used-otherwise" | "ended";
/** Where it is: the address as it is written on a letter, and the point, where somebody knows it. */
export type RoomPlace = { address: string; at: LatLon | null };

export type Applied =
  | { kind: "applied"; roomId: string }
  | {
      kind:
        "signed-out" | "unknown-group" | "key-used-otherwise" | "one-already" | "too-many" | "out-of-range";
    };
export type ChangedRoom = { kind: RoomNotDone | "changed" | "out-of-range" };
export type Paused = { kind: RoomNotDone | "paused" | "out-of-range" };
export type Resumed = { kind: RoomNotDone | "own-room" | "resumed" };

export type OwnRoom = Room & { steps: RoomStep[] };

type InGroup = { key: string; token: string; groupId: number; regionId: number };

export async function applyRoom({
  key,
  token,
  groupId,
  regionId,
  said,
  place,
}: InGroup & { said: RoomWords; place: RoomPlace }): Promise<Applied> {
  const roomId = randomUUID();
  const where = await sealedPlace(key, roomId, regionId, place);
  return one(sql`
    select apply_room(
      ${key},
      ${token},
      ${groupId},
      ${roomId},
      ${sql.json(said)},
      ${where.address},
      ${where.mark},
      ${where.cell},
      ${where.fineCell}
    ) as answer`);
}

/** Without a place it stays where it is. */
export async function changeRoom({
  key,
  token,
  roomId,
  regionId,
  said,
  place,
}: ChangeOfRoom & { regionId: number; said: RoomWords; place: RoomPlace | null }): Promise<ChangedRoom> {
  const where = place && (await sealedPlace(key, roomId, regionId, place));
  return one(sql`
    select change_room(
      ${key},
      ${token},
      ${roomId},
      ${sql.json(said)},
      ${where?.address ?? null},
      ${where?.mark ?? null},
      ${where?.cell ?? null},
      ${where?.fineCell ?? null}
    ) as answer`);
}

export async function pauseRoom({
  key,
  token,
  roomId,
  because,
}: ChangeOfRoom & { because: string | null }): Promise<Paused> {
  return one(sql`select pause_room(${key}, ${token}, ${roomId}, ${because}) as answer`);
}

export async function resumeRoom({ key, token, roomId }: ChangeOfRoom): Promise<Resumed> {
  return one(sql`select resume_room(${key}, ${token}, ${roomId}) as answer`);
}

/** For good: its address is gone at once. */
export async function endRoom({
  key,
  token,
  roomId,
  because,
}: ChangeOfRoom & { because: string | null }): Promise<{ kind: RoomNotDone | "out-of-range" }> {
  return one(sql`select end_room(${key}, ${token}, ${roomId}, ${because}) as answer`);
}

/** Null: they have offered none. */
export async function ownRoom(token: string, groupId: number): Promise<OwnRoom | null> {
  const told = await one<Told<OwnRoom> | null>(sql`select own_room(${token}, ${groupId}) as answer`);
  return told && sheetOf<OwnRoom>(told);
}

/** Null: not theirs to know. That it was opened is written down. */
export async function addressOf(token: string, roomId: string): Promise<string | null> {
  const sealed = await one<string | null>(sql`select room_address(${token}, ${roomId}) as answer`);
  return sealed === null ? null : openedAddress(roomId, sealed);
}

/** `sealed`: as the database gave it to who may read it, and wrote down that it did. */
export function openedAddress(roomId: string, sealed: string): string {
  return unseal("room address", roomId, Buffer.from(sealed, "hex"));
}

async function sealedPlace(key: string, roomId: string, regionId: number, { address, at }: RoomPlace) {
  return {
    address: seal("room address", roomId, address),
    // Sealed twice, one address is two things: this tells a form sent again from another one.
    mark: keyedHash("room address", key, address),
    ...(await cellOfRoom(roomId, regionId, at)),
  };
}

type Dates = "appliedAt" | "pausedAt" | "endedAt" | "approvedUntil";
export type Told<Of extends Room> = Omit<Of, Dates | "steps"> &
  Record<Dates, string | null> & { steps?: (Omit<RoomStep, "at"> & { at: string })[] };

export function dated<Of extends Room>(told: Told<Of>): Of {
  const { appliedAt, pausedAt, endedAt, approvedUntil, ...room } = told;
  return {
    ...room,
    appliedAt: new Date(appliedAt!),
    pausedAt: dateOf(pausedAt),
    endedAt: dateOf(endedAt),
    approvedUntil: dateOf(approvedUntil),
  } as unknown as Of;
}

export function sheetOf<Of extends Room & { steps: RoomStep[] }>(told: Told<Of>): Of {
  return { ...dated(told), steps: told.steps!.map((step) => ({ ...step, at: new Date(step.at) })) };
}

async function one<Answer>(query: Query<Row[]>): Promise<Answer> {
  const [row] = await within(query);
  return row!.answer as Answer;
}
