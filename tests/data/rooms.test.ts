import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { decideGroup, groupSheet, leaveGroup } from "~/data/groups.server";
import * as rooms from "~/data/rooms.server";
import { reportRoom, roomSheet, roomsOf } from "~/data/vetting.server";
import type { RoomWords } from "~/domain/room";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "../support/groups";
import { FAR_OFF, NEBRASKA, offerRoom, openRoom, SPARE_ROOM, takeStep } from "../support/rooms";
import { seedRegion } from "../support/seeds";

process.env.APP_SECRET = "a secret of at least thirty-two letters";
const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
});

const hostOf = (name = "Hana") => seedMember(database.owner, wyco.groupId, { name });
const by = ({ token }: Seeded, roomId: string) => ({ key: randomUUID(), token, roomId });
const offer = (host: Seeded, more?: Parameters<typeof offerRoom>[2]) =>
  offerRoom(host, { groupId: wyco.groupId, regionId }, more);
const change = (
  host: Seeded,
  roomId: string,
  said: Partial<RoomWords>,
  place: rooms.RoomPlace | null = null,
) => rooms.changeRoom({ ...by(host, roomId), regionId, said: { ...SPARE_ROOM, ...said }, place });
const areas = async () =>
  (
    await database.owner<{ cell: string | null }[]>`select cell from room_areas where region_id = ${regionId}`
  ).map(({ cell }) => cell);

describe("a member offers a room", () => {
  test("its host reads what they said, and alone its address; each look at it is written down", async () => {
    const host = await hostOf();
    const { roomId } = await offer(host);
    const own = (await rooms.ownRoom(host.token, wyco.groupId))!;
    expect(own).toMatchObject({ ...SPARE_ROOM, host: "Hana", next: "identity", isOfferable: false });
    expect(own.steps.map(({ what, name }) => [what, name])).toEqual([["applied", "Hana"]]);
    expect(await rooms.addressOf(host.token, roomId)).toBe(NEBRASKA.address);

    const views = () =>
      database.owner`select person_id, why from room_address_views where room_id = ${roomId}`;
    expect(await views()).toMatchObject([{ personId: host.personId, why: "own" }]);
    for (const stranger of [wyco.rosa, wyco.luis, await hostOf("Nosy"), await seedPerson(database.owner)])
      expect(await rooms.addressOf(stranger.token, roomId)).toBeNull();
    expect(await views()).toHaveLength(1);
  });

  test("sent twice it is one room, a double tap too; another address under the same key is another form", async () => {
    const host = await hostOf();
    const form = { key: randomUUID(), token: host.token, groupId: wyco.groupId, regionId, said: SPARE_ROOM };
    const sent = await Promise.all(
      Array.from({ length: 4 }, () => rooms.applyRoom({ ...form, place: NEBRASKA })),
    );
    expect(new Set(sent.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(sent[0]).toMatchObject({ kind: "applied" });
    expect(await rooms.applyRoom({ ...form, place: FAR_OFF })).toEqual({ kind: "key-used-otherwise" });
    expect(await rooms.applyRoom({ ...form, key: randomUUID(), place: FAR_OFF })).toEqual({
      kind: "one-already",
    });
  });

  test("not by who is in no group, or not in this one, or signed out", async () => {
    const form = { key: randomUUID(), groupId: wyco.groupId, regionId, said: SPARE_ROOM, place: NEBRASKA };
    const nobody = await seedPerson(database.owner);
    expect(await rooms.applyRoom({ ...form, token: nobody.token })).toEqual({ kind: "unknown-group" });
    expect(await rooms.applyRoom({ ...form, token: "nobody" })).toEqual({ kind: "signed-out" });
    expect(await rooms.ownRoom(nobody.token, wyco.groupId)).toBeNull();
  });

  test.each<[string, Partial<RoomWords> | Record<string, unknown>]>([
    ["for nobody", { mostAdults: 0, mostChildren: 0 }],
    ["for a hundred", { mostChildren: 100 }],
    ["for fewer than none", { mostAdults: -1 }],
    ["for one and a half", { mostAdults: 1.5 }],
    ["for thirty nights, which may make a tenant", { mostNights: 30 }],
    ["for no night", { mostNights: 0 }],
    ["for a tiger", { pets: ["tiger"] }],
    ["of a kind nobody knows", { kind: "cellar" }],
    ["with a child of forty", { livesChildAges: [40] }],
    ["with who is no coordinator", { livesWith: [999_999] }],
    ["without saying whether people smoke", { smoking: null }],
    ["with a list that is none", { pets: "cat" }],
    ["with a number too large for a number", { mostAdults: 1e30 }],
    ["with a book of notes", { notes: "x".repeat(2001) }],
  ])("not a room %s", async (_what, said) => {
    const host = await hostOf();
    const form = { key: randomUUID(), token: host.token, groupId: wyco.groupId, regionId, place: NEBRASKA };
    expect(await rooms.applyRoom({ ...form, said: { ...SPARE_ROOM, ...(said as RoomWords) } })).toEqual({
      kind: "out-of-range",
    });
    const { roomId } = await offer(host);
    expect(await change(host, roomId, said as RoomWords)).toEqual({ kind: "out-of-range" });
    expect(await rooms.ownRoom(host.token, wyco.groupId)).toMatchObject(SPARE_ROOM);
  });
});

describe("it stops being offered at once", () => {
  test.each<[string, (host: Seeded, roomId: string) => Promise<unknown>]>([
    ["when somebody moves in", (host, roomId) => change(host, roomId, { livesAdults: 3 })],
    [
      "when a child there is another one",
      (host, roomId) => change(host, roomId, { livesChildAges: [11, 0] }),
    ],
    ["when there is a dog", (host, roomId) => change(host, roomId, { livesAnimals: "A dog." })],
    ["when it is elsewhere", (host, roomId) => change(host, roomId, {}, FAR_OFF)],
    ["when it becomes another kind of room", (host, roomId) => change(host, roomId, { kind: "shared" })],
    [
      "when more children may come than beds were seen",
      (host, roomId) => change(host, roomId, { mostChildren: 3 }),
    ],
    [
      "when a coordinator lives there",
      (host, roomId) => change(host, roomId, { livesWith: [wyco.luis.personId] }),
    ],
    ["when its host pauses it", (host, roomId) => rooms.pauseRoom({ ...by(host, roomId), because: null })],
    [
      "when a coordinator does",
      (_, roomId) => rooms.pauseRoom({ ...by(wyco.luis, roomId), because: "Flu." }),
    ],
    [
      "when somebody was not safe",
      (_, roomId) => reportRoom({ ...by(wyco.luis, roomId), because: "No lock." }),
    ],
    ["when its host ends it", (host, roomId) => rooms.endRoom({ ...by(host, roomId), because: null })],
    [
      "when its host leaves the group",
      ({ token, personId }) => leaveGroup({ key: randomUUID(), token, groupId: wyco.groupId, personId }),
    ],
    [
      "when its host is shut out of the server",
      ({ personId }) =>
        database.owner`update people set disabled_at = clock_timestamp() where person_id = ${personId}`,
    ],
  ])("%s", async (_when, happens) => {
    const host = await hostOf();
    const { roomId } = await openRoom(host, wyco, regionId);
    expect(await areas()).toEqual([null]);
    await happens(host, roomId);
    expect(await areas()).toEqual([]);
  });

  test("but not for fewer nights, another note, or fewer guests", async () => {
    const host = await hostOf();
    const { roomId } = await openRoom(host, wyco, regionId);
    const said = { mostNights: 3, mostChildren: 1, notes: null, pets: [], smoking: true };
    expect(await change(host, roomId, said)).toEqual({ kind: "changed" });
    expect(await areas()).toEqual([null]);
    await rooms.endRoom({ ...by(host, roomId), because: null });
  });

  test("what the host paused the host begins again; what a coordinator stopped only another coordinator", async () => {
    const host = await hostOf();
    const { roomId } = await openRoom(host, wyco, regionId);
    await rooms.pauseRoom({ ...by(host, roomId), because: null });
    expect(await rooms.resumeRoom(by(host, roomId))).toEqual({ kind: "resumed" });
    expect(await areas()).toEqual([null]);
    await rooms.pauseRoom({ ...by(host, roomId), because: null });
    await rooms.pauseRoom({ ...by(wyco.rosa, roomId), because: "Let us talk first." });
    await rooms.pauseRoom({ ...by(host, roomId), because: null });
    expect(await rooms.resumeRoom(by(host, roomId))).toEqual({ kind: "own-room" });
    expect(await areas()).toEqual([]);
    expect(await rooms.resumeRoom(by(wyco.luis, roomId))).toEqual({ kind: "resumed" });
    expect(await areas()).toEqual([null]);
    await rooms.endRoom({ ...by(host, roomId), because: null });
  });

  test("a pause is seen by the very next question, however many pause at once", async () => {
    const host = await hostOf();
    const { roomId } = await openRoom(host, wyco, regionId);
    await Promise.all(
      [host, wyco.rosa, wyco.luis, host].map(async (who) => {
        expect(await rooms.pauseRoom({ ...by(who, roomId), because: null })).toEqual({ kind: "paused" });
        expect(await areas()).toEqual([]);
      }),
    );
    await rooms.endRoom({ ...by(host, roomId), because: null });
  });
});

describe("what is left of a room", () => {
  test("that ended: who vouched for it, and nothing of where it was or who lived there", async () => {
    const host = await hostOf();
    const { roomId } = await openRoom(host, wyco, regionId);
    expect(await rooms.endRoom({ ...by(wyco.rosa, roomId), because: "They moved." })).toEqual({
      kind: "ended",
    });
    const [row] = await database.owner`select * from rooms where room_id = ${roomId}`;
    expect(row).toMatchObject({ address: null, fineCell: null, cell: null, notes: null, livesAdults: 0 });
    expect(await rooms.addressOf(host.token, roomId)).toBeNull();
    expect(await change(host, roomId, {})).toEqual({ kind: "ended" });
    expect(await takeStep(wyco.rosa, roomId, regionId, "approved")).toEqual({ kind: "ended" });
    expect((await roomSheet(wyco.rosa.token, roomId))!.steps[0]).toMatchObject({
      what: "ended",
      words: "They moved.",
    });
    expect(await rooms.ownRoom(host.token, wyco.groupId)).toMatchObject({ endedAt: expect.any(Date) });
    expect(await offer(host)).not.toMatchObject({ roomId });
  });

  test("of a group that was closed: no address either", async () => {
    const group = await seedGroup(database.owner, regionId, { name: "Short" });
    const host = await seedMember(database.owner, group.groupId);
    const { roomId } = await openRoom(host, group, regionId);
    const operator = await seedPerson(database.owner, { name: "Op", isOperator: true });
    await decideGroup({ key: randomUUID(), token: operator.token, groupId: group.groupId, letsIn: false });
    expect(await database.owner`select address from rooms where room_id = ${roomId}`).toEqual([
      { address: null },
    ]);
  });
});

describe("who may know of a room", () => {
  test("members know of none but their own, coordinators of all but their own", async () => {
    const host = await hostOf("Hugo");
    const { roomId } = await offer(host);
    const lives = await offer(await hostOf("Flat"), { said: { livesWith: [wyco.luis.personId] } });
    const own = await offerRoom(wyco.rosa, { groupId: wyco.groupId, regionId });
    const seen = async (who: Seeded) => (await roomsOf(who.token, wyco.groupId))?.map((room) => room.roomId);
    expect(await seen(host)).toBeUndefined();
    expect(await seen(await seedPerson(database.owner))).toBeUndefined();
    const [rosas, luises] = [(await seen(wyco.rosa))!, (await seen(wyco.luis))!];
    expect(rosas).toEqual(expect.arrayContaining([roomId, lives.roomId]));
    expect(rosas).not.toContain(own.roomId);
    expect(luises).toEqual(expect.arrayContaining([roomId, own.roomId]));
    expect(luises).not.toContain(lives.roomId);
    for (const [who, room] of [
      [host, lives],
      [host, { roomId }],
      [wyco.rosa, own],
      [wyco.luis, lives],
    ] as const)
      expect(await roomSheet(who.token, room.roomId)).toBeNull();
    await rooms.endRoom({ ...by(wyco.rosa, own.roomId), because: null });
  });

  test("a stranger's change is answered as one to a room that is not there", async () => {
    const { roomId } = await offer(await hostOf());
    const other = await seedGroup(database.owner, regionId, { name: "Another" });
    for (const who of [other.rosa, await hostOf("Member"), await seedPerson(database.owner)])
      for (const room of [roomId, randomUUID()]) {
        const unknown = { kind: "unknown-room" };
        expect(await change(who, room, {})).toEqual(unknown);
        expect(await rooms.pauseRoom({ ...by(who, room), because: null })).toEqual(unknown);
        expect(await rooms.resumeRoom(by(who, room))).toEqual(unknown);
        expect(await rooms.endRoom({ ...by(who, room), because: null })).toEqual(unknown);
        expect(await reportRoom({ ...by(who, room), because: "x" })).toEqual(unknown);
        expect(await takeStep(who, room, regionId, "identity")).toEqual(unknown);
        expect(await takeStep(who, room, regionId, "approved")).toEqual(unknown);
      }
    // A coordinator vets a room; what it is, only its host says.
    expect(await change(wyco.rosa, roomId, {})).toEqual({ kind: "unknown-room" });
  });

  test("a host never reads what was reported of the room, nor that something was", async () => {
    const host = await hostOf();
    const { roomId } = await openRoom(host, wyco, regionId);
    await reportRoom({ ...by(wyco.luis, roomId), because: "The boy was afraid." });
    const own = JSON.stringify(await rooms.ownRoom(host.token, wyco.groupId));
    expect(own).not.toContain("afraid");
    expect(own).not.toContain("reported");
    expect(JSON.stringify(await roomSheet(wyco.rosa.token, roomId))).toContain("afraid");
    expect(await groupSheet(host.token, wyco.groupId)).not.toBeNull();
  });
});
