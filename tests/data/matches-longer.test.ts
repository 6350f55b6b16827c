import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { askSheet } from "~/data/desk.server";
import * as matches from "~/data/matches.server";
import * as own from "~/data/own-match.server";
import { pauseRoom } from "~/data/rooms.server";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, type SeededGroup } from "../support/groups";
import { agreed, inDays, proposed, seedPair, type Paired } from "../support/matches";
import { seedRegion } from "../support/seeds";

process.env.APP_SECRET = "a secret of at least thirty-two letters";
const database = testDatabase();
let regionId: number;
let group: SeededGroup;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  group = await seedGroup(database.owner, regionId);
});

const key = () => randomUUID();
const pair = () => seedPair(database.owner, group, regionId);
const arrives = (askId: string, matchId: string) =>
  own.answerMatchCheckIn({ key: key(), askId, matchId, answer: "here" });
/** They are there for so many nights. */
async function staying(nights = 3): Promise<Paired & { matchId: string }> {
  const those = await pair();
  const matchId = await agreed(those, { nights });
  await arrives(those.askId, matchId);
  return { ...those, matchId };
}
const askFor = (matchId: string, until: string | null, by = group.rosa) =>
  matches.askForLonger({ key: key(), token: by.token, matchId, until });
type There = Paired & { matchId: string };
const host = ({ host: { token }, matchId }: There, until: string, saysYes = true) =>
  matches.answerLongerAsHost({ key: key(), token, matchId, until, saysYes });
const family = ({ askId, matchId }: There, until: string, saysYes = true) =>
  own.answerLonger({ key: key(), askId, matchId, until, saysYes });
const sheet = async (matchId: string) => (await matches.matchSheet(group.rosa.token, matchId))!;
const kindsTo = async (matchId: string) => {
  const rows = await database.owner<{ kind: string }[]>`
    select kind from notices where match_id = ${matchId}`;
  return rows.map(({ kind }) => kind);
};

describe("more nights in a room", () => {
  test("stand when both have said yes, in either order, and not before; then every morning is asked for", async () => {
    for (const [first, second] of [
      [host, family],
      [family, host],
    ] as const) {
      const there = await staying();
      const until = inDays(5);
      expect(await askFor(there.matchId, until)).toEqual({ kind: "settled" });
      expect((await own.matchesOfAsk(there.askId))[0]).toMatchObject({
        longerUntil: until,
        saidYesLonger: false,
      });
      expect((await matches.matchesOfHost(there.host.token, group.groupId))[0]).toMatchObject({
        longerUntil: until,
        saidYesLonger: false,
      });
      expect(await first(there, until)).toEqual({ kind: "yes-longer" });
      expect(await first(there, until)).toEqual({ kind: "yes-longer" });
      expect((await sheet(there.matchId)).leavesOn).toBe(inDays(3));
      expect(await second(there, until)).toEqual({ kind: "longer" });
      const now = await sheet(there.matchId);
      expect(now).toMatchObject({
        state: "under-way",
        leavesOn: until,
        longerUntil: null,
        longerHostYesAt: null,
      });
      const mornings = now.checkIns.filter(({ what }) => what === "morning" || what === "daily");
      expect(mornings).toHaveLength(5);
      expect(await second(there, until)).toEqual({ kind: "moved-on" });
    }
  });

  test("are asked of the host by a mail, which is sent only while the question stands", async () => {
    const there = await staying();
    const asked = async () => (await kindsTo(there.matchId)).filter((kind) => kind === "room-asked").length;
    const before = await asked();
    await askFor(there.matchId, inDays(4));
    expect(await asked()).toBe(before + 1);
    const moot = async () => {
      const [row] = await database.owner<[{ moot: boolean }]>`
        select bool_or(is_moot(notices)) as moot from notices
        where match_id = ${there.matchId} and kind = 'room-asked'`;
      return row.moot;
    };
    expect(await moot()).toBe(false);
    await host(there, inDays(4));
    expect(await moot()).toBe(true);
  });

  test("a no ends the question for both, names nobody to the other, and the family waits for a word", async () => {
    for (const [says, side] of [
      [host, "host"],
      [family, "family"],
    ] as const) {
      const there = await staying();
      await askFor(there.matchId, inDays(5));
      expect(await says(there, inDays(5), false)).toEqual({ kind: "no-longer" });
      expect(await sheet(there.matchId)).toMatchObject({ leavesOn: inDays(3), longerRefusedBy: side });
      expect((await askSheet(group.rosa.token, there.askId))!.waitsSince).not.toBeNull();
      const both = [
        (await own.matchesOfAsk(there.askId))[0],
        (await matches.matchesOfHost(there.host.token, group.groupId))[0],
      ];
      for (const seen of both) {
        expect(seen).toMatchObject({ longerUntil: null, saidYesLonger: false });
        expect(JSON.stringify(seen)).not.toContain("efused");
      }
      // Asked anew, both are asked anew.
      await askFor(there.matchId, inDays(4));
      expect((await sheet(there.matchId)).longerRefusedBy).toBeNull();
    }
  });

  test("a no after the last day was told is told again: nobody would remember it", async () => {
    const there = await staying(1);
    await database.owner`select watch_matches()`;
    await askFor(there.matchId, inDays(3));
    const before = (await kindsTo(there.matchId)).filter((kind) => kind === "room-ends").length;
    expect(before).toBeGreaterThan(0);
    await host(there, inDays(3), false);
    expect((await kindsTo(there.matchId)).filter((kind) => kind === "room-ends").length).toBeGreaterThan(
      before,
    );
  });

  test("a yes counts for the day that was read, and for no other", async () => {
    const there = await staying();
    await askFor(there.matchId, inDays(4));
    await host(there, inDays(4));
    await askFor(there.matchId, inDays(6));
    expect(await family(there, inDays(4))).toEqual({ kind: "moved-on" });
    expect(await family(there, inDays(6))).toEqual({ kind: "yes-longer" });
    expect((await sheet(there.matchId)).leavesOn).toBe(inDays(3));
  });

  test("can be taken back, and end with the stay, with a wish to leave, and with the room", async () => {
    const back = await staying();
    await askFor(back.matchId, inDays(4));
    expect(await askFor(back.matchId, null)).toEqual({ kind: "settled" });
    expect(await host(back, inDays(4))).toEqual({ kind: "moved-on" });

    const leaving = await staying();
    await askFor(leaving.matchId, inDays(4));
    await host(leaving, inDays(4));
    const { askId, matchId } = leaving;
    await own.answerMatchCheckIn({ key: key(), askId, matchId, answer: "want-out" });
    expect(await family(leaving, inDays(4))).toEqual({ kind: "moved-on" });
    expect(await askFor(matchId, inDays(4))).toEqual({ kind: "moved-on" });

    const over = await staying();
    await askFor(over.matchId, inDays(4));
    await matches.settleMatch({
      key: key(),
      token: group.rosa.token,
      matchId: over.matchId,
      as: "ended-early",
    });
    expect(await host(over, inDays(4))).toEqual({ kind: "moved-on" });
    expect((await sheet(over.matchId)).longerUntil).toBeNull();

    const paused = await staying();
    await askFor(paused.matchId, inDays(4));
    await pauseRoom({ key: key(), token: paused.host.token, roomId: paused.roomId, because: null });
    expect(await host(paused, inDays(4))).toEqual({ kind: "moved-on" });
    expect(await askFor(paused.matchId, inDays(4))).toEqual({ kind: "not-offered" });
  });

  test.each([
    ["the same day", 3, "out-of-range"],
    ["an earlier day", 2, "out-of-range"],
    ["thirty nights in all", 30, "too-many-nights"],
  ])("are not asked for until %s", async (_what, days, kind) => {
    const there = await staying();
    expect(await askFor(there.matchId, inDays(days))).toEqual({ kind });
    expect((await sheet(there.matchId)).longerUntil).toBeNull();
  });

  test("of a room that nobody has said yes to are not asked for", async () => {
    const those = await pair();
    const matchId = await proposed(those);
    expect(await askFor(matchId, inDays(5))).toEqual({ kind: "moved-on" });
  });

  test("are nobody's but its coordinators', its host's and its family's to ask for or answer", async () => {
    const there = await staying();
    const stranger = await seedMember(database.owner, group.groupId);
    const other = await seedGroup(database.owner, regionId, { name: "Another group" });
    for (const by of [stranger, there.host, other.rosa])
      expect(await askFor(there.matchId, inDays(4), by)).toEqual({ kind: "unknown-match" });
    await askFor(there.matchId, inDays(4));
    for (const by of [stranger, group.rosa, other.rosa])
      expect(await host({ ...there, host: by }, inDays(4))).toEqual({ kind: "unknown-match" });
    const another = await staying();
    expect(await family({ ...there, askId: another.askId }, inDays(4))).toEqual({ kind: "unknown-match" });
  });

  test("one key is one answer; yes and no at once end as one of them, never as half", async () => {
    const there = await staying();
    await askFor(there.matchId, inDays(4));
    const sent = {
      key: key(),
      token: there.host.token,
      matchId: there.matchId,
      until: inDays(4),
      saysYes: true,
    };
    const answers = await Promise.all(Array.from({ length: 4 }, () => matches.answerLongerAsHost(sent)));
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(["yes-longer"]));
    const [yes, no] = await Promise.all([family(there, inDays(4)), host(there, inDays(4), false)]);
    const { leavesOn, longerUntil } = await sheet(there.matchId);
    expect(longerUntil).toBeNull();
    expect([yes.kind, no.kind, leavesOn]).toEqual(
      leavesOn === inDays(4) ? ["longer", "moved-on", inDays(4)] : ["moved-on", "no-longer", inDays(3)],
    );
  });

  test("nobody moves the last day without both, whatever they write", async () => {
    const there = await staying();
    const { owner } = database;
    await expect(
      owner`update matches set leaves_on = leaves_on + 1 where match_id = ${there.matchId}`,
    ).rejects.toThrow("moved-on");
    await expect(
      owner`update matches set longer_host_yes_at = now() where match_id = ${there.matchId}`,
    ).rejects.toThrow();
  });
});
