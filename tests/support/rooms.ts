/** Members' rooms to begin a test with. */
import { randomUUID } from "node:crypto";
import type { Sql } from "~/data/connection.server";
import { applyRoom, type RoomPlace } from "~/data/rooms.server";
import { approveRoom, recordStep } from "~/data/vetting.server";
import { VISIT_ITEMS, type RoomWords, type VettingStep } from "~/domain/room";
import type { Seeded, SeededGroup } from "./groups";

export const SPARE_ROOM: RoomWords = {
  kind: "private-room",
  mostAdults: 1,
  mostChildren: 2,
  mostNights: 7,
  pets: ["cat"],
  stepFree: null,
  smoking: false,
  livesAdults: 2,
  livesChildAges: [11],
  livesAnimals: "An old cat.",
  livesWith: [],
  notes: "The door sticks.",
};

/** Two doors in one cell, 300 m apart, and one across town. */
export const NEBRASKA: RoomPlace = { address: "1512 Nebraska Ave", at: { lat: 39.118, lon: -94.627 } };
export const ARMSTRONG: RoomPlace = {
  address: "77 Armstrong Ave, rear",
  at: { lat: 39.1205, lon: -94.6285 },
};
export const FAR_OFF: RoomPlace = { address: "8201 State Ave", at: { lat: 39.1162, lon: -94.769 } };

export type Hosted = { roomId: string; host: Seeded };

export async function offerRoom(
  host: Seeded,
  { groupId, regionId }: { groupId: number; regionId: number },
  { said = {}, place = NEBRASKA }: { said?: Partial<RoomWords>; place?: RoomPlace } = {},
): Promise<Hosted> {
  const applied = await applyRoom({
    key: randomUUID(),
    token: host.token,
    groupId,
    regionId,
    said: { ...SPARE_ROOM, ...said },
    place,
  });
  if (applied.kind !== "applied") throw new Error(`The room was not taken: ${applied.kind}`);
  return { roomId: applied.roomId, host };
}

export const day = (fromToday: number): string =>
  new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

/** One step by one coordinator, whole and in date. */
export async function takeStep(by: Seeded, roomId: string, regionId: number, step: VettingStep) {
  const change = { key: randomUUID(), token: by.token, roomId };
  if (step === "approved") return approveRoom(change);
  return recordStep({
    ...change,
    regionId,
    step,
    ...(step === "background" && { checkedOn: day(-10), validUntil: day(200) }),
    ...(step === "visit" && { seen: [...VISIT_ITEMS] }),
  });
}

/** All that comes before the two approvals. */
export async function vetRoom(by: Seeded, roomId: string, regionId: number): Promise<void> {
  for (const step of ["identity", "reference", "reference", "background", "visit", "agreement"] as const) {
    const { kind } = await takeStep(by, roomId, regionId, step);
    if (kind !== "recorded") throw new Error(`The step ${step} was not taken: ${kind}`);
  }
}

/** A room that is offered from now on. */
export async function openRoom(
  host: Seeded,
  { groupId, rosa, luis }: SeededGroup,
  regionId: number,
  more: { said?: Partial<RoomWords>; place?: RoomPlace } = {},
): Promise<Hosted> {
  const hosted = await offerRoom(host, { groupId, regionId }, more);
  await vetRoom(rosa, hosted.roomId, regionId);
  for (const by of [rosa, luis]) await takeStep(by, hosted.roomId, regionId, "approved");
  return hosted;
}

/** Time passes: all that was done was done so many days earlier. */
export async function daysPass(owner: Sql, days: number): Promise<void> {
  await owner.unsafe(`
    alter table room_steps disable trigger user;
    update room_steps
      set at = at - interval '${days} days',
          checked_on = checked_on - ${days},
          valid_until = valid_until - ${days};
    alter table room_steps enable trigger user;
    update group_people set since = since - interval '${days} days'`);
}
