import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { changeRole } from "~/data/groups.server";
import { ownRoom } from "~/data/rooms.server";
import { approveRoom, recordStep, reportRoom, roomSheet } from "~/data/vetting.server";
import { VETTING_STEPS, VISIT_ITEMS, type VettingStep } from "~/domain/room";
import { testDatabase } from "../support/database";
import {
  joinGroup,
  seedGroup,
  seedMember,
  seedPerson,
  type Seeded,
  type SeededGroup,
} from "../support/groups";
import { day, daysPass, offerRoom, openRoom, SPARE_ROOM, takeStep, vetRoom } from "../support/rooms";
import { seedRegion } from "../support/seeds";

process.env.APP_SECRET = "a secret of at least thirty-two letters";
const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
});

const change = ({ token }: Seeded, roomId: string) => ({ key: randomUUID(), token, roomId });
const take = (who: Seeded, roomId: string, step: VettingStep) => takeStep(who, roomId, regionId, step);
const approve = async (who: Seeded, roomId: string) => (await approveRoom(change(who, roomId))).kind;
const hosted = async () =>
  offerRoom(await seedMember(database.owner, wyco.groupId, { name: "Hana" }), {
    groupId: wyco.groupId,
    regionId,
  });
const vetted = async () => {
  const room = await hosted();
  await vetRoom(wyco.rosa, room.roomId, regionId);
  return room;
};
const isOffered = async (roomId: string) =>
  (await database.owner`select from offerable_rooms where room_id = ${roomId}`).length === 1;
const makes = async (maker: Seeded, name: string) => {
  const made = await seedMember(database.owner, wyco.groupId, { name });
  const form = { key: randomUUID(), token: maker.token, groupId: wyco.groupId, personId: made.personId };
  await changeRole({ ...form, role: "coordinator", isOnCall: false });
  return made;
};

describe("the order", () => {
  test("each step waits for the ones before it, and two coordinators approve", async () => {
    const { roomId } = await hosted();
    const order = ["identity", "reference", "reference", "background", "visit", "agreement"] as const;
    for (const [at, step] of order.entries()) {
      const due = VETTING_STEPS.indexOf(step);
      for (const later of VETTING_STEPS.slice(due + 1))
        expect(await take(wyco.luis, roomId, later), `${later} before ${step} ${at}`).toEqual({
          kind: "too-early",
        });
      expect((await roomSheet(wyco.rosa.token, roomId))!.next).toBe(step);
      expect(await take(wyco.rosa, roomId, step)).toEqual({ kind: "recorded" });
      expect(await isOffered(roomId)).toBe(false);
    }
    expect(await take(wyco.rosa, roomId, "identity")).toEqual({ kind: "done-already" });
    expect(await take(wyco.rosa, roomId, "reference")).toEqual({ kind: "done-already" });
    expect(await take(wyco.rosa, roomId, "approved")).toEqual({ kind: "approved", isOfferable: false });
    expect(await approve(wyco.rosa, roomId)).toBe("approved-already");
    expect(await isOffered(roomId)).toBe(false);
    expect(await take(wyco.luis, roomId, "approved")).toEqual({ kind: "approved", isOfferable: true });
    expect(await isOffered(roomId)).toBe(true);
    const { steps, next } = (await roomSheet(wyco.luis.token, roomId))!;
    expect(next).toBeNull();
    expect(steps.map(({ what, name }) => `${what} ${name}`)).toEqual([
      "approved Luis",
      "approved Rosa",
      ...order.toReversed().map((step) => `${step} Rosa`),
      "applied Hana",
    ]);
  });

  test("a visit that did not see everything, a check without dates or out of date is none", async () => {
    const { roomId } = await hosted();
    for (const step of ["identity", "reference", "reference"] as const) await take(wyco.rosa, roomId, step);
    const record = (more: object) =>
      recordStep({ ...change(wyco.rosa, roomId), regionId, step: "background", ...more });
    for (const dates of [
      {},
      { checkedOn: day(-3) },
      { checkedOn: day(-3), validUntil: day(-1) },
      { checkedOn: day(2), validUntil: day(90) },
      { checkedOn: day(-3), validUntil: day(2_000) },
      { checkedOn: day(-3), validUntil: day(90), seen: ["alarms"], step: "identity" },
    ])
      expect((await record(dates)).kind, JSON.stringify(dates)).toMatch(/out-of-range|done-already/);
    expect(await record({ checkedOn: day(-3), validUntil: day(90) })).toEqual({ kind: "recorded" });
    for (const seen of [
      [],
      VISIT_ITEMS.slice(1),
      [...VISIT_ITEMS.slice(1), "garden"],
      Array(5).fill("alarms"),
    ])
      expect(await record({ step: "visit", seen })).toEqual({ kind: "out-of-range" });
    expect(await record({ step: "visit", seen: [...VISIT_ITEMS, ...VISIT_ITEMS] })).toEqual({
      kind: "recorded",
    });
  });

  test("the host agrees by their own hand, and does nothing else of it", async () => {
    const { roomId, host } = await hosted();
    for (const step of ["identity", "reference", "reference", "background", "visit"] as const) {
      expect(await take(host, roomId, step)).toEqual({ kind: "own-room" });
      await take(wyco.rosa, roomId, step);
    }
    expect(await take(host, roomId, "agreement")).toEqual({ kind: "recorded" });
    expect(await approve(host, roomId)).toBe("own-room");
    expect((await ownRoom(host.token, wyco.groupId))!.next).toBe("approved");
  });

  test("the same form again is one step", async () => {
    const { roomId } = await hosted();
    await take(wyco.rosa, roomId, "identity");
    const form = { ...change(wyco.rosa, roomId), regionId, step: "reference" as const };
    await Promise.all(Array.from({ length: 5 }, () => recordStep(form)));
    expect((await roomSheet(wyco.rosa.token, roomId))!.referenceCount).toBe(1);
  });
});

describe("four eyes", () => {
  test("nobody vouches for their own room, nor for one they live in", async () => {
    const { roomId } = await offerRoom(wyco.rosa, { groupId: wyco.groupId, regionId });
    expect(await take(wyco.rosa, roomId, "identity")).toEqual({ kind: "own-room" });
    await vetRoom(wyco.luis, roomId, regionId);
    expect(await approve(wyco.rosa, roomId)).toBe("own-room");
    const host = await seedMember(database.owner, wyco.groupId);
    const said = { livesWith: [wyco.luis.personId] };
    const shared = await offerRoom(host, { groupId: wyco.groupId, regionId }, { said });
    expect(await take(wyco.luis, shared.roomId, "identity")).toEqual({ kind: "own-room" });
    await vetRoom(wyco.rosa, shared.roomId, regionId);
    expect(await approve(wyco.luis, shared.roomId)).toBe("own-room");
  });

  test("whoever was made coordinator this week is no second pair beside who made them, in either order", async () => {
    const dora = await makes(wyco.rosa, "Dora");
    const [one, two, three] = [await vetted(), await vetted(), await vetted()];
    expect([await approve(wyco.rosa, one.roomId), await approve(dora, one.roomId)]).toEqual([
      "approved",
      "same-eyes",
    ]);
    const before = async ({ token }: Seeded) => (await roomSheet(token, one.roomId))!.yesWouldNotCount;
    expect([await before(wyco.rosa), await before(dora), await before(wyco.luis)]).toEqual([
      "approved-already",
      "same-eyes",
      null,
    ]);
    expect([await approve(dora, two.roomId), await approve(wyco.rosa, two.roomId)]).toEqual([
      "approved",
      "same-eyes",
    ]);
    expect([await approve(dora, three.roomId), await approve(wyco.luis, three.roomId)]).toEqual([
      "approved",
      "approved",
    ]);
    expect(await Promise.all([one, two, three].map(({ roomId }) => isOffered(roomId)))).toEqual([
      false,
      false,
      true,
    ]);
    await daysPass(database.owner, 8);
    expect(await approve(dora, one.roomId)).toBe("approved");
    expect(await isOffered(one.roomId)).toBe(true);
  });

  test("two that one has made are one pair, a chain of them too; and none of them a host's second account", async () => {
    const dora = await makes(wyco.rosa, "Dora");
    const [eva, fay] = [await makes(wyco.rosa, "Eva"), await makes(dora, "Fay")];
    const { roomId } = await vetted();
    expect(await approve(dora, roomId)).toBe("approved");
    for (const other of [eva, fay, wyco.rosa]) expect(await approve(other, roomId)).toBe("same-eyes");
    const own = (await ownRoom(wyco.rosa.token, wyco.groupId))!;
    for (const puppet of [dora, eva, fay])
      expect(await take(puppet, own.roomId, "approved")).toEqual({ kind: "own-room" });
  });

  test("two who made one another are one pair, whoever of them one begins with", async () => {
    const [gil, hal] = [await makes(wyco.rosa, "Gil"), await makes(wyco.rosa, "Hal")];
    const made = (who: Seeded, by: Seeded) => database.owner`
      update group_people set by_whom = ${by.personId} where person_id = ${who.personId}`;
    await made(gil, hal);
    await made(hal, gil);
    const ivy = await makes(gil, "Ivy");
    const { roomId } = await vetted();
    expect(await approve(ivy, roomId)).toBe("approved");
    expect([await approve(gil, roomId), await approve(hal, roomId)]).toEqual(["same-eyes", "same-eyes"]);
  });

  test("one person is never two pairs, whatever became of whose eyes they had", async () => {
    const dora = await makes(wyco.rosa, "Dora");
    const { roomId } = await vetted();
    expect(await approve(dora, roomId)).toBe("approved");
    await daysPass(database.owner, 8);
    expect(await approve(dora, roomId)).toBe("approved");
    expect(await isOffered(roomId)).toBe(false);
    expect(await approve(wyco.rosa, roomId)).toBe("approved");
    expect(await isOffered(roomId)).toBe(true);
  });

  test("many who approve at once are counted once each", async () => {
    const { roomId } = await vetted();
    const kinds = await Promise.all(Array.from({ length: 8 }, () => approve(wyco.rosa, roomId)));
    expect(kinds.filter((kind) => kind === "approved")).toHaveLength(1);
    expect(await isOffered(roomId)).toBe(false);
  });

  test("the owner's own hand is held to it too, and changes nothing that was said", async () => {
    const { roomId, host } = await vetted();
    const insert = (person: Seeded, more = "") =>
      database.owner.unsafe(
        `insert into room_steps (room_id, what, person_id${more && ", eyes"}) values ($1, 'approved', $2${more})`,
        [roomId, person.personId],
      );
    const refused = (kind: string) => expect.objectContaining({ message: kind });
    await expect(insert(host)).rejects.toEqual(refused("own-room"));
    await expect(insert(await seedPerson(database.owner))).rejects.toEqual(refused("unknown-room"));
    const dora = await makes(wyco.rosa, "Dora");
    await insert(wyco.rosa);
    await expect(insert(dora, `, ${wyco.luis.personId}`)).rejects.toEqual(refused("same-eyes"));
    const stays = expect.objectContaining({ message: "what was said of a room is not changed" });
    await expect(database.owner`update room_steps set person_id = ${dora.personId}`).rejects.toEqual(stays);
    await expect(database.owner`delete from room_steps`).rejects.toEqual(stays);
  });

  test("who is out of the group, or only a member of it, approves nothing", async () => {
    const { roomId } = await vetted();
    const gone = await seedPerson(database.owner, { name: "Gone" });
    await joinGroup(database.owner, wyco.groupId, gone, "coordinator");
    await database.owner`update people set disabled_at = clock_timestamp() where person_id = ${gone.personId}`;
    expect(await approve(gone, roomId)).toBe("signed-out");
    expect(await approve(await seedMember(database.owner, wyco.groupId), roomId)).toBe("unknown-room");
  });
});

describe("time", () => {
  const opened = async () => openRoom(await seedMember(database.owner, wyco.groupId), wyco, regionId);

  test("a background check that ran out stops the room by itself; a new one begins it again", async () => {
    const { roomId } = await opened();
    await daysPass(database.owner, 199);
    expect(await isOffered(roomId)).toBe(true);
    await daysPass(database.owner, 3);
    expect(await isOffered(roomId)).toBe(false);
    expect((await roomSheet(wyco.rosa.token, roomId))!.next).toBe("background");
    expect(await take(wyco.luis, roomId, "background")).toEqual({ kind: "recorded" });
    expect(await isOffered(roomId)).toBe(true);
  });

  test("after twelve months it is visited, agreed to and approved anew; a month before it may be", async () => {
    const { roomId } = await opened();
    await daysPass(database.owner, 190);
    await take(wyco.luis, roomId, "background");
    await daysPass(database.owner, 150);
    expect([await isOffered(roomId), await approve(wyco.rosa, roomId)]).toEqual([true, "too-early"]);
    for (const step of ["background", "visit", "agreement"] as const) await take(wyco.luis, roomId, step);
    expect([await approve(wyco.rosa, roomId), await approve(wyco.luis, roomId)]).toEqual([
      "approved",
      "approved",
    ]);
    await daysPass(database.owner, 60);
    expect(await isOffered(roomId)).toBe(true);
    for (const days of [100, 40, 100]) {
      await take(wyco.luis, roomId, "background");
      await daysPass(database.owner, days);
    }
    await take(wyco.luis, roomId, "background");
    expect(await isOffered(roomId)).toBe(true);
    await daysPass(database.owner, 70);
    await take(wyco.luis, roomId, "background");
    expect(await isOffered(roomId)).toBe(false);
    expect((await roomSheet(wyco.rosa.token, roomId))!.next).toBe("visit");
  });

  test("after a report both approve again; after a change in the house it is looked at again as well", async () => {
    const { roomId } = await opened();
    await reportRoom({ ...change(wyco.luis, roomId), because: "The door does not lock." });
    expect((await roomSheet(wyco.rosa.token, roomId))!.next).toBe("approved");
    expect([await approve(wyco.luis, roomId), await isOffered(roomId)]).toEqual(["approved", false]);
    expect([await approve(wyco.rosa, roomId), await isOffered(roomId)]).toEqual(["approved", true]);
    await database.owner`update rooms set lives_adults = ${SPARE_ROOM.livesAdults + 1} where room_id = ${roomId}`;
    expect(await isOffered(roomId)).toBe(false);
    expect(await approve(wyco.rosa, roomId)).toBe("too-early");
    for (const step of ["background", "visit", "agreement", "approved"] as const)
      await take(wyco.rosa, roomId, step);
    expect([await isOffered(roomId), await approve(wyco.luis, roomId)]).toEqual([false, "approved"]);
    expect(await isOffered(roomId)).toBe(true);
  });
});
