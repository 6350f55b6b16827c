import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { askSheet } from "~/data/desk.server";
import { leaveGroup } from "~/data/groups.server";
import * as matches from "~/data/matches.server";
import * as own from "~/data/own-match.server";
import { changeRoom, pauseRoom } from "~/data/rooms.server";
import { reportRoom, roomSheet } from "~/data/vetting.server";
import { testDatabase } from "../support/database";
import { joinGroup, seedGroup, seedMember, seedPerson, type SeededGroup } from "../support/groups";
import {
  agreed,
  familySays,
  hostSays,
  inDays,
  minutesPass,
  propose,
  proposed,
  seedPair,
} from "../support/matches";
import { NEBRASKA, SPARE_ROOM } from "../support/rooms";
import { seedRegion } from "../support/seeds";

process.env.APP_SECRET = "a secret of at least thirty-two letters";
const database = testDatabase();
let regionId: number;
let group: SeededGroup;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  group = await seedGroup(database.owner, regionId);
});

const pair = (more = {}, of = group) => seedPair(database.owner, of, regionId, more);
const key = () => randomUUID();
const stateOf = async (matchId: string) => {
  const [row] = await database.owner<[{ state: string; endedBy: string | null }]>`
    select state, ended_by from matches where match_id = ${matchId}`;
  return row;
};
const watch = () => database.owner`select watch_matches()`;
const toldTo = async (matchId: string) => {
  const rows = await database.owner<{ kind: string; name: string }[]>`
    select kind, name from notices join people using (person_id) where match_id = ${matchId} order by kind, name`;
  return rows.map(({ kind, name }) => `${kind} ${name}`);
};
const isWaiting = async (askId: string) => (await askSheet(group.rosa.token, askId))!.waitsSince !== null;

describe("a proposal", () => {
  test("tells the host how many and how long, the family what and with whom, and neither where or who", async () => {
    const those = await pair();
    const matchId = await proposed(those);
    const [seen] = await own.matchesOfAsk(those.askId);
    expect(seen).toMatchObject({
      matchId,
      state: "proposed",
      livesChildAges: [11],
      host: null,
      isAddressOpen: false,
    });
    const [offered] = await matches.matchesOfHost(those.host.token, group.groupId);
    expect(offered).toMatchObject({ matchId, adults: 1, children: 2, ageBands: null, saidYes: false });
    const said = JSON.stringify([seen, offered]);
    for (const secret of ["Nebraska", "Hana", "7th", "555-0142", those.askId, "8826560"])
      expect(said, secret).not.toContain(secret);
    expect(await own.doorOfMatch(those.askId, matchId, regionId)).toBeNull();
    expect(await isWaiting(those.askId)).toBe(false);
    expect(await toldTo(matchId)).toEqual(["room-asked Hana"]);
  });

  test.each([
    ["too many people", { said: { mostChildren: 1 } }, {}, "too-many-people"],
    [
      "a dog nobody expects",
      {
        ask: { party: { adults: 1, childAges: [], pets: ["large-dog"], wheelchair: false, together: false } },
      },
      {},
      "pets",
    ],
    [
      "steps and a wheelchair",
      {
        said: { stepFree: false },
        ask: { party: { adults: 1, childAges: [], pets: [], wheelchair: true, together: false } },
      },
      {},
      "steps",
    ],
    ["more nights than the host gives", {}, { nights: 8 }, "too-many-nights"],
    ["thirty nights", { said: { mostNights: 29 } }, { nights: 30 }, "too-many-nights"],
    ["no night", {}, { nights: 0 }, "out-of-range"],
    ["a day that is over", {}, { arrivesOn: inDays(-3) }, "out-of-range"],
    ["a day far off", {}, { arrivesOn: inDays(90) }, "out-of-range"],
    [
      "a check that ends while they sleep there",
      { said: { mostNights: 29 } },
      { arrivesOn: inDays(60), nights: 29 },
      "proposed",
    ],
    ["nobody knows for whom", { ask: { party: null } }, {}, "out-of-range"],
  ] as const)("for %s is answered truly", async (_what, seeds, said, kind) => {
    expect((await propose(await pair(seeds), said)).kind).toBe(kind);
  });

  test("ends before the room's check does", async () => {
    const those = await pair({ said: { mostNights: 29 } });
    await database.owner`alter table room_steps disable trigger user`;
    await database.owner`update room_steps set valid_until = current_date + 5 where room_id = ${those.roomId} and what = 'background'`;
    await database.owner`alter table room_steps enable trigger user`;
    expect(await propose(those, { nights: 10 })).toEqual({ kind: "checks-end" });
    expect((await propose(those, { nights: 3 })).kind).toBe("proposed");
  });

  test("is made by whoever has the ask, and never by who hosts, lives there, or is of another group", async () => {
    const those = await pair();
    const other = await seedGroup(database.owner, regionId, { name: randomUUID() });
    const member = await seedMember(database.owner, group.groupId);
    const by = async ({ token }: { token: string }) =>
      (await propose({ ...those, by: { ...those.by, token } })).kind;
    expect(await by(group.luis)).toBe("not-yours");
    expect(await by(other.rosa)).toBe("unknown-room");
    expect(await by(member)).toBe("unknown-room");
    expect(await by(those.host)).toBe("unknown-room");
    expect(await by({ token: "nobody" })).toBe("signed-out");
    await database.owner`update rooms set lives_with = array[${group.rosa.personId}::bigint] where room_id = ${those.roomId}`;
    expect(await by(group.rosa)).toBe("unknown-room");
    await database.owner`update group_people set role = 'coordinator' where person_id = ${those.host.personId}`;
    await database.owner`update asks set claimed_by = ${those.host.personId} where ask_id = ${those.askId}`;
    expect(await by(those.host)).toBe("unknown-room");
  });

  test("is one at a time for a room and for a family, and the same form is the same one", async () => {
    const [one, two] = [await pair(), await pair()];
    const form = { key: key(), token: group.rosa.token, askId: one.askId, roomId: one.roomId };
    const said = { arrivesOn: inDays(0), arrivesAt: 1080, nights: 2, party: null };
    const first = await matches.proposeRoom({ ...form, said });
    expect(await matches.proposeRoom({ ...form, said })).toEqual(first);
    expect(await matches.proposeRoom({ ...form, said: { ...said, nights: 3 } })).toEqual({
      kind: "key-used-otherwise",
    });
    expect(await propose({ ...two, roomId: one.roomId })).toEqual({ kind: "taken" });
    expect(await propose({ ...one, roomId: two.roomId })).toEqual({ kind: "taken" });
  });

  test("lapses without two yeses, and the family waits for a word again", async () => {
    const those = await pair();
    const matchId = await proposed(those);
    await hostSays(those, matchId);
    await minutesPass(database.owner, matchId, 181);
    expect(await familySays(those, matchId)).toEqual({ kind: "moved-on" });
    expect(await stateOf(matchId)).toEqual({ state: "lapsed", endedBy: "time" });
    expect(await isWaiting(those.askId)).toBe(true);
    const again = await proposed(those);
    await minutesPass(database.owner, again, 181);
    await watch();
    expect(await stateOf(again)).toEqual({ state: "lapsed", endedBy: "time" });
    expect(await toldTo(again)).toContain("room-waits Rosa");
  });

  test("that either side says no to is over, and tells nobody who it was but the coordinators", async () => {
    const those = await pair();
    const matchId = await proposed(those);
    expect(await hostSays(those, matchId, false)).toEqual({ kind: "declined" });
    expect(JSON.stringify(await own.matchesOfAsk(those.askId))).not.toMatch(/endedBy|host":"/);
    expect(await matches.matchesOfHost(those.host.token, group.groupId)).toEqual([]);
    expect(await matches.matchSheet(group.luis.token, matchId)).toMatchObject({
      endedBy: "host",
      state: "declined",
    });
    expect(await isWaiting(those.askId)).toBe(true);
    expect(await familySays(those, matchId)).toEqual({ kind: "moved-on" });
  });
});

describe("both yeses", () => {
  test("open the address to the family alone, and each look is written down", async () => {
    const those = await pair();
    const matchId = await agreed(those);
    expect(await own.doorOfMatch(those.askId, matchId, regionId)).toMatchObject({
      address: NEBRASKA.address,
    });
    const [seen] = await own.matchesOfAsk(those.askId);
    expect(seen).toMatchObject({ state: "agreed", host: "Hana", isAddressOpen: true });
    expect(JSON.stringify(seen)).not.toContain(NEBRASKA.address);
    expect(await matches.matchesOfHost(those.host.token, group.groupId)).toMatchObject([
      { ageBands: ["school"] },
    ]);
    expect(
      await database.owner`select person_id, why, match_id from room_address_views where room_id = ${those.roomId}`,
    ).toEqual([{ personId: null, why: "family", matchId }]);
    const other = await pair();
    expect(await own.doorOfMatch(other.askId, matchId, regionId)).toBeNull();
    expect(await own.answerMatch({ key: key(), askId: other.askId, matchId, saysYes: true })).toEqual({
      kind: "unknown-match",
    });
    expect(JSON.stringify(await matches.matchSheet(group.rosa.token, matchId))).not.toContain("Nebraska");
  });

  test("close the address a day after the stay, and at once where it does not come about", async () => {
    const those = await pair();
    const matchId = await agreed(those);
    const settle = (as: matches.SettledAs) =>
      matches.settleMatch({ key: key(), token: group.rosa.token, matchId, as });
    expect(await settle("done")).toEqual({ kind: "moved-on" });
    await settle("arrived");
    await settle("done");
    expect(await own.doorOfMatch(those.askId, matchId, regionId)).not.toBeNull();
    await minutesPass(database.owner, matchId, 24 * 60 + 1);
    expect(await own.doorOfMatch(those.askId, matchId, regionId)).toBeNull();
    const again = await agreed(those);
    await matches.settleMatch({ key: key(), token: group.rosa.token, matchId: again, as: "withdrawn" });
    expect(await own.doorOfMatch(those.askId, again, regionId)).toBeNull();
  });

  test.each<[string, (those: Awaited<ReturnType<typeof pair>>) => Promise<unknown>]>([
    [
      "paused by its host",
      ({ roomId, host }) => pauseRoom({ key: key(), token: host.token, roomId, because: null }),
    ],
    [
      "reported",
      ({ roomId }) => reportRoom({ key: key(), token: group.luis.token, roomId, because: "Unsafe." }),
    ],
    [
      "another household's",
      ({ roomId, host }) =>
        changeRoom({
          key: key(),
          token: host.token,
          roomId,
          regionId,
          said: { ...SPARE_ROOM, livesAdults: 3 },
          place: null,
        }),
    ],
    [
      "nobody's",
      ({ host }) =>
        leaveGroup({ key: key(), token: host.token, groupId: group.groupId, personId: host.personId }),
    ],
  ])("a room that is %s takes nobody in", async (_what, happens) => {
    const those = await pair();
    const matchId = await proposed(those);
    await hostSays(those, matchId);
    await happens(those);
    expect(await stateOf(matchId)).toEqual({ state: "withdrawn", endedBy: "group" });
    expect(await familySays(those, matchId)).toEqual({ kind: "moved-on" });
    const later = await pair();
    const second = await agreed(later);
    await happens(later);
    expect(await own.doorOfMatch(later.askId, second, regionId)).toBeNull();
    expect(await toldTo(second)).toEqual(expect.arrayContaining(["room-call Luis", "room-call Rosa"]));
    expect(await isWaiting(later.askId)).toBe(true);
  });
});

describe("a stay in a room", () => {
  const tap = (askId: string, matchId: string, answer: "here" | "all-right" | "call-me" | "want-out") =>
    own.answerMatchCheckIn({ key: key(), askId, matchId, answer });

  test("is asked about at the door, after two hours and each morning; no answer rises, twice", async () => {
    const those = await pair();
    const matchId = await agreed(those, { nights: 2 });
    await minutesPass(database.owner, matchId, 24 * 60);
    expect(await own.matchesOfAsk(those.askId)).toMatchObject([{ checkIn: "arrival" }]);
    expect(await tap(those.askId, matchId, "here")).toEqual({ kind: "answered" });
    const asked = (await matches.matchSheet(group.rosa.token, matchId))!.checkIns.map(({ what }) => what);
    expect(asked).toEqual(["arrival", "two-hours", "morning", "daily"]);
    await database.owner`delete from notices where match_id = ${matchId}`;
    await minutesPass(database.owner, matchId, 3 * 60 + 5);
    await watch();
    await watch();
    expect(await toldTo(matchId)).toEqual(["room-call Rosa", "room-ends Rosa"]);
    await minutesPass(database.owner, matchId, 2 * 60);
    await watch();
    expect((await toldTo(matchId)).filter((one) => one === "room-call Luis")).toHaveLength(1);
    await tap(those.askId, matchId, "all-right");
    expect(await own.matchesOfAsk(those.askId)).toMatchObject([{ checkIn: null, state: "under-way" }]);
  });

  test("that a family wants to leave is told to every coordinator at once but those who live there", async () => {
    const of = await seedGroup(database.owner, regionId, { name: key() });
    const those = await pair({}, of);
    await joinGroup(
      database.owner,
      of.groupId,
      await seedPerson(database.owner, { name: "Flo" }),
      "coordinator",
    );
    const matchId = await agreed(those);
    await database.owner`update group_people set role = 'coordinator' where person_id = ${those.host.personId}`;
    await tap(those.askId, matchId, "here");
    expect(await tap(those.askId, matchId, "want-out")).toEqual({ kind: "answered" });
    await tap(those.askId, matchId, "want-out");
    const told = (await toldTo(matchId)).filter((one) => one.startsWith("room-wants-out"));
    expect(told).toEqual(["room-wants-out Flo", "room-wants-out Luis", "room-wants-out Rosa"]);
    expect((await askSheet(of.rosa.token, those.askId))!.waitsSince).not.toBeNull();
    // The host, who coordinates too, reads nothing of it.
    expect(await matches.matchSheet(those.host.token, matchId)).toBeNull();
    expect(await matches.roomsForAsk(those.host.token, those.askId)).toMatchObject({ matches: [] });
  });

  test("has a backup found first: the second room's two yeses end the first", async () => {
    const [those, backup] = [await pair(), await pair({ host: "Bea" })];
    const matchId = await agreed(those);
    expect(await propose({ ...backup, askId: those.askId })).toEqual({ kind: "has-one" });
    await tap(those.askId, matchId, "here");
    await tap(those.askId, matchId, "want-out");
    const second = await proposed({ ...backup, askId: those.askId });
    expect(await stateOf(matchId)).toMatchObject({ state: "under-way" });
    await hostSays(backup, second);
    await familySays(those, second);
    expect([await stateOf(matchId), await stateOf(second)]).toMatchObject([
      { state: "ended-early" },
      { state: "agreed" },
    ]);
  });

  test("however much a family has said, it can still say that it was not safe", async () => {
    const those = await pair();
    const matchId = await agreed(those);
    await tap(those.askId, matchId, "here");
    const words = "We are afraid of him.";
    const say = async (notSafe: boolean) =>
      (await own.tellMatch({ key: key(), askId: those.askId, matchId, words, notSafe })).kind;
    for (let times = 0; times < 10; times++) expect(await say(false)).toBe("said");
    expect(await say(false)).toBe("too-many");
    expect(await say(true)).toBe("said");
    expect(await database.owner`select from offerable_rooms where room_id = ${those.roomId}`).toHaveLength(0);
  });

  test("a family that was not safe stops the room by saying so, and the host never reads it", async () => {
    const those = await pair();
    const matchId = await agreed(those);
    await tap(those.askId, matchId, "here");
    const words = "He came into our room at night.";
    expect(await own.tellMatch({ key: key(), askId: those.askId, matchId, words, notSafe: true })).toEqual({
      kind: "said",
    });
    expect(await database.owner`select from offerable_rooms where room_id = ${those.roomId}`).toHaveLength(0);
    expect(await stateOf(matchId)).toMatchObject({ state: "under-way" });
    expect(await matches.matchSheet(group.luis.token, matchId)).toMatchObject({
      words: [{ words, isReport: true }],
    });
    expect((await roomSheet(group.luis.token, those.roomId))!.steps[0]).toMatchObject({
      what: "reported",
      name: null,
      words: null,
    });
    expect(JSON.stringify(await matches.matchesOfHost(those.host.token, group.groupId))).not.toContain(
      "night.",
    );
    expect(await toldTo(matchId)).toContain("room-call Luis");
  });

  test("ends by itself at noon of its last day, after one mail", async () => {
    const those = await pair();
    const matchId = await agreed(those, { nights: 1 });
    await tap(those.askId, matchId, "here");
    await watch();
    await watch();
    expect((await toldTo(matchId)).filter((one) => one.startsWith("room-ends"))).toEqual(["room-ends Rosa"]);
    await database.owner`update matches set leaves_on = leaves_on where match_id = ${matchId}`;
    await database.owner.unsafe(`
      alter table matches disable trigger user;
      update matches set arrives_on = arrives_on - 3, leaves_on = leaves_on - 3 where match_id = '${matchId}';
      alter table matches enable trigger user`);
    await watch();
    expect(await stateOf(matchId)).toEqual({ state: "done", endedBy: "time" });
  });

  test("is not forgotten while it lasts; afterwards nothing says for whom it was", async () => {
    const those = await pair();
    const matchId = await agreed(those);
    await tap(those.askId, matchId, "here");
    await matches.handOverRoom({
      key: key(),
      token: group.rosa.token,
      matchId,
      words: "The key is with Hana.",
    });
    await own.tellMatch({ key: key(), askId: those.askId, matchId, words: "It was warm.", notSafe: false });
    await matches.tellMatchAsHost({ key: key(), token: those.host.token, matchId, words: "They were kind." });
    expect(await own.matchesOfAsk(those.askId)).toMatchObject([{ handover: "The key is with Hana." }]);
    await database.owner`update asks set closed_at = clock_timestamp() - interval '80 hours', closed_as = 'helped' where ask_id = ${those.askId}`;
    await database.owner`select forget_asks(100)`;
    expect(await own.matchesOfAsk(those.askId)).toHaveLength(1);
    await matches.settleMatch({ key: key(), token: group.rosa.token, matchId, as: "done" });
    await database.owner`select forget_asks(100)`;
    const rows = JSON.stringify([
      await database.owner`select * from matches where match_id = ${matchId}`,
      await database.owner`select * from match_words where match_id = ${matchId}`,
      await database.owner`select * from match_check_ins where match_id = ${matchId}`,
    ]);
    for (const secret of [those.askId, "warm", "kind", "key is", "childAges"])
      expect(rows, secret).not.toContain(secret);
    expect(await matches.matchSheet(group.rosa.token, matchId)).toBeNull();
  });
});
