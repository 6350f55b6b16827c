import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ownRoom } from "~/data/rooms.server";
import { typedRoom } from "~/domain/room";
import * as list from "~/routes/group.$groupId.rooms._index";
import * as sheet from "~/routes/group.$groupId.rooms.$roomId._index";
import * as vetting from "~/routes/group.$groupId.rooms.$roomId.$step";
import * as mine from "~/routes/group.$groupId.rooms.mine._index";
import * as ownStep from "~/routes/group.$groupId.rooms.mine.$step";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "../support/groups";
import { askHandler, type Told } from "../support/handlers";
import { day, NEBRASKA, offerRoom, SPARE_ROOM } from "../support/rooms";
import { seedRegion } from "../support/seeds";

process.env.APP_SECRET = "a secret of at least thirty-two letters";
const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;
let other: SeededGroup;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
  other = await seedGroup(database.owner, regionId, { name: "Another" });
});

type Asked = { roomId?: string; step?: string; form?: Record<string, string>; group?: SeededGroup };

/** `form` is sent with a key of its own. */
function ask(
  handler: unknown,
  by: Seeded,
  { roomId = "", step = "", form, group = wyco }: Asked = {},
): Promise<Told> {
  const params = { groupId: String(group.groupId), roomId, step };
  const sent = form && { form: { key: randomUUID(), ...form } };
  return askHandler(handler, { by: by.token, placeId: 0, params, ...sent });
}
const hostOf = (name = "Hana") => seedMember(database.owner, wyco.groupId, { name });
const offered = async (host: Seeded) => offerRoom(host, { groupId: wyco.groupId, regionId });
const typed = (more: Record<string, string> = {}) => {
  const { pets: _pets, livesWith: _with, ...words } = typedRoom(SPARE_ROOM);
  return { ...words, address: NEBRASKA.address, ...more };
};

describe("a host's evening", () => {
  test("offers a room, sees where it stands, pauses it, goes on, says yes to the rules, and ends it", async () => {
    const host = await hostOf();
    expect((await ask(mine.loader, host)).data).toMatchObject({ room: null, form: { now: null } });
    const sent = await ask(mine.action, host, { form: typed() });
    expect(sent).toMatchObject({ status: 302, to: `/group/${wyco.groupId}/rooms/mine` });
    const page = (await ask(mine.loader, host)).data!;
    expect(page).toMatchObject({
      room: { host: "Hana", next: "identity" },
      form: { now: { address: NEBRASKA.address, hasArea: false } },
    });
    const { roomId } = page.room as { roomId: string };
    const tap = (step: string, form = {}) => ask(ownStep.action, host, { step, form });
    expect(await tap("pause")).toMatchObject({ status: 302 });
    expect((await ownRoom(host.token, wyco.groupId))!.isPausedByHost).toBe(true);
    expect(await tap("resume")).toMatchObject({ status: 302 });
    expect(await tap("agreement", { agrees: "yes" })).toMatchObject({
      status: 409,
      data: { refused: "too-early" },
    });
    expect(await tap("agreement")).toMatchObject({ status: 400, data: { refused: "no-agreement" } });

    const vets = (step: string, form = {}, who = wyco.rosa) =>
      ask(vetting.action, who, { roomId, step, form: form as Record<string, string> });
    for (const step of ["identity", "reference", "reference"])
      expect(await vets(step)).toMatchObject({ status: 302, to: `/group/${wyco.groupId}/rooms/${roomId}` });
    expect(await vets("background", { checkedOn: day(-1) })).toMatchObject({ status: 400 });
    expect(await vets("background", { checkedOn: day(-1), validUntil: day(100) })).toMatchObject({
      status: 302,
    });
    expect(await vets("visit", { seen: "alarms" })).toMatchObject({
      status: 400,
      data: { refused: "out-of-range" },
    });
    expect(await vets("approved")).toMatchObject({ status: 409, data: { refused: "too-early" } });
    expect((await ask(sheet.loader, wyco.rosa, { roomId })).data).toMatchObject({ room: { next: "visit" } });

    expect(
      await ask(mine.action, host, { form: typed({ room: roomId, address: "", notes: "Ring twice." }) }),
    ).toMatchObject({
      status: 302,
    });
    expect(await ownRoom(host.token, wyco.groupId)).toMatchObject({ notes: "Ring twice.", next: "visit" });
    expect(await tap("end")).toMatchObject({ status: 302 });
    expect((await ask(mine.loader, host)).data).toMatchObject({ form: { now: null } });
  });

  test("what cannot be is asked for again with what was typed; an old form says so", async () => {
    const host = await hostOf();
    const wrong = await ask(mine.action, host, { form: typed({ mostNights: "90" }) });
    expect(wrong).toMatchObject({
      status: 400,
      data: { problems: ["mostNights"], typed: { mostNights: "90" } },
    });
    expect(await ask(mine.action, host, { form: typed({ key: "old" }) })).toMatchObject({
      status: 409,
      data: { note: "oldForm", typed: { address: NEBRASKA.address } },
    });
  });

  test("the same form twice is one room, and one change, though the room has ended since", async () => {
    const host = await hostOf();
    const saved = { status: 302, to: `/group/${wyco.groupId}/rooms/mine` };
    const first = typed({ key: randomUUID() });
    for (let times = 0; times < 2; times++)
      expect(await ask(mine.action, host, { form: first })).toMatchObject(saved);
    const { roomId } = (await ownRoom(host.token, wyco.groupId))!;
    const change = typed({ key: randomUUID(), room: roomId, address: "", notes: "Ring twice." });
    expect(await ask(mine.action, host, { form: change })).toMatchObject(saved);
    expect(await ask(ownStep.action, host, { step: "end", form: {} })).toMatchObject({ status: 302 });
    expect(await ask(mine.action, host, { form: change })).toMatchObject(saved);
    expect(await ask(mine.action, host, { form: first })).toMatchObject(saved);
    expect(await database.owner`select from rooms where person_id = ${host.personId}`).toHaveLength(1);
  });

  test("a tap from the page of a room that has ended is no tap on the one they offer now; one saved then is answered as then", async () => {
    const host = await hostOf();
    const { roomId: before } = await offered(host);
    const tap = (step: string, form: Record<string, string>) => ask(ownStep.action, host, { step, form });
    const paused = { key: randomUUID(), room: before };
    const done = { status: 302, to: `/group/${wyco.groupId}/rooms/mine` };
    expect(await tap("pause", paused)).toMatchObject(done);
    expect(await tap("end", { room: before })).toMatchObject(done);
    const { roomId: now } = await offered(host);
    expect(await tap("pause", paused)).toMatchObject(done);
    expect(await tap("end", { room: before })).toMatchObject({ status: 409, data: { refused: "ended" } });
    expect(await ownRoom(host.token, wyco.groupId)).toMatchObject({
      roomId: now,
      pausedAt: null,
      endedAt: null,
    });
    const { roomId: others } = await offered(await hostOf());
    expect(await tap("pause", { room: others })).toMatchObject({ status: 409, data: { refused: "ended" } });
  });

  test("a form to offer a room is no change of the one they have by now, nor of anybody else's", async () => {
    const [host, omar] = [await hostOf(), await hostOf("Omar")];
    const { roomId } = await offered(host);
    expect(await ask(mine.action, host, { form: typed() })).toMatchObject({
      status: 409,
      data: { note: "oneAlready" },
    });
    expect(await ask(mine.action, omar, { form: typed({ room: roomId, notes: "Mine." }) })).toMatchObject({
      status: 409,
    });
    expect((await ownRoom(host.token, wyco.groupId))!.notes).not.toBe("Mine.");
  });
});

describe("who may", () => {
  test("open the pages of rooms: members their own, coordinators all but their own", async () => {
    const host = await hostOf();
    const { roomId } = await offered(host);
    const [member, stranger] = [await hostOf("Maya"), await seedPerson(database.owner)];
    const table: [string, unknown, Seeded, Asked, number][] = [
      ["own room, by a member", mine.loader, member, {}, 200],
      ["own room, by a stranger", mine.loader, stranger, {}, 404],
      ["own room, by another group's coordinator", mine.loader, other.rosa, {}, 404],
      ["list, by a coordinator", list.loader, wyco.luis, {}, 200],
      ["list, by a member", list.loader, member, {}, 404],
      ["list, by the host", list.loader, host, {}, 404],
      ["list, by another group's coordinator", list.loader, other.rosa, {}, 404],
      ["a room, by a coordinator", sheet.loader, wyco.luis, { roomId }, 200],
      ["a room, by its host", sheet.loader, host, { roomId }, 404],
      ["a room, by a member", sheet.loader, member, { roomId }, 404],
      ["a room, by another group's coordinator", sheet.loader, other.rosa, { roomId }, 404],
      ["a room, as one of another group", sheet.loader, other.rosa, { roomId, group: other }, 404],
      ["a room that is none", sheet.loader, wyco.luis, { roomId: randomUUID() }, 404],
      ["an id that is none", sheet.loader, wyco.luis, { roomId: "1 or 1=1" }, 404],
      ["a step that is none", vetting.action, wyco.luis, { roomId, step: "constructor", form: {} }, 404],
      ["an own step that is none", ownStep.action, host, { step: "approved", form: {} }, 404],
      ...["identity", "approved", "pause", "resume", "end", "report"].flatMap((step) =>
        [host, member, stranger, other.rosa].map((who): [string, unknown, Seeded, Asked, number] => [
          `${step}, by who may not`,
          vetting.action,
          who,
          { roomId, step, form: {} },
          404,
        ]),
      ),
      ...["pause", "resume", "end"].flatMap((step) =>
        [member, stranger].map((who): [string, unknown, Seeded, Asked, number] => [
          `own ${step}, by who offers none`,
          ownStep.action,
          who,
          { step, form: {} },
          404,
        ]),
      ),
    ];
    for (const [what, handler, who, asked, status] of table)
      expect((await ask(handler, who, asked)).status, what).toBe(status);
    expect(await ownRoom(host.token, wyco.groupId)).toMatchObject({
      pausedAt: null,
      endedAt: null,
      next: "identity",
    });
  });

  test("nobody who is signed out, nor a form from another site", async () => {
    const nobody = { personId: 0, email: "", token: "nobody" };
    for (const handler of [mine.loader, list.loader, sheet.loader])
      expect(await ask(handler, nobody, { roomId: randomUUID() })).toMatchObject({
        status: 302,
        to: "/staff/sign-in",
      });
    const params = { groupId: String(wyco.groupId), roomId: randomUUID(), step: "end" };
    for (const handler of [mine.action, ownStep.action, vetting.action])
      expect(
        await askHandler(handler, {
          by: wyco.rosa.token,
          placeId: 0,
          params,
          form: { key: randomUUID() },
          site: "cross-site",
        }),
      ).toMatchObject({ status: 403 });
  });

  test("no page of coordinators tells an address or a cell", async () => {
    const { roomId } = await offered(await hostOf());
    const told = JSON.stringify([
      await ask(list.loader, wyco.rosa),
      await ask(sheet.loader, wyco.rosa, { roomId }),
    ]);
    expect(told).toContain("The door sticks.");
    for (const secret of [NEBRASKA.address, "fine", "8826560"]) expect(told).not.toContain(secret);
  });

  test("a report needs words, stops the room, and is not told to the host", async () => {
    const host = await hostOf();
    const { roomId } = await offered(host);
    const report = (words: string) =>
      ask(vetting.action, wyco.luis, { roomId, step: "report", form: { words } });
    expect(await report("  ")).toMatchObject({ status: 400, data: { refused: "no-words" } });
    expect(await report("A child was shouted at.")).toMatchObject({ status: 302 });
    expect(JSON.stringify(await ask(mine.loader, host))).not.toMatch(/shouted|reported/);
    expect(JSON.stringify(await ask(sheet.loader, wyco.rosa, { roomId }))).toContain("shouted");
  });
});
