import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { askHelp, changeAsk, endAsk, findAsk, ownAsk, sayInAsk } from "~/data/asks.server";
import { codeOf, hashOfCode } from "~/data/codes.server";
import * as desk from "~/data/desk.server";
import { asking, MOTHER, seedAsk } from "../support/asks";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "../support/groups";
import { seedRegion } from "../support/seeds";

process.env.APP_SECRET = "a secret of at least thirty-two letters";
const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
});

const by = ({ token }: Seeded, askId: string) => ({ key: randomUUID(), token, askId });
const says = (askId: string, said: string | null, quick: string | null = null) =>
  sayInAsk({ key: randomUUID(), askId, said, quick, language: "es" });
const answers = (askId: string, said: string, who = wyco.rosa) =>
  desk.answerAsk({ ...by(who, askId), said, quick: null, language: "en" });
const raise = async (cold: number[]) => {
  const [{ raised }] = await database.owner<[{ raised: number }]>`
    select raise_asks(string_to_array(${cold.join(" ")}, ' ')::bigint[]) as raised`;
  return raised;
};
const waited = (askId: string, minutes: number) => database.owner`
  update asks set waits_since = clock_timestamp() - ${minutes} * interval '1 minute' where ask_id = ${askId}`;
const toldAbout = async (groupId: number, kind: string) =>
  database.owner<{ name: string }[]>`
    select name from notices join people using (person_id)
    where group_id = ${groupId} and kind = ${kind}
    order by made_at, name`;

describe("asking", () => {
  test("an ask opens by its five words alone, on any phone, with all that was written", async () => {
    const asked = await askHelp(asking(wyco.groupId));
    expect(asked).toMatchObject({ kind: "asked" });
    const { askId } = asked as { askId: string };
    const found = await findAsk(hashOfCode("ask", codeOf("ask", askId)), randomBytes(32));
    expect(found).toMatchObject({
      kind: "found",
      ask: { ...MOTHER, askId, group: "WyCo Mutual Aid", who: null },
    });
    expect(await findAsk(hashOfCode("hold", codeOf("ask", askId)), randomBytes(32))).toEqual({
      kind: "unknown-code",
    });
  });

  test("sent a hundred times it is one ask and one answer", async () => {
    const form = asking(wyco.groupId);
    const all = await Promise.all(Array.from({ length: 100 }, () => askHelp(form)));
    expect(new Set(all.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const rows = await database.owner`select from asks where device_hash = ${form.device}`;
    expect(rows).toHaveLength(1);
    expect(await askHelp({ ...form, said: { ...MOTHER, area: "elsewhere" } })).toEqual({
      kind: "key-used-otherwise",
    });
  });

  test("one phone asks three things at a time, a network twenty an hour, however many at once", async () => {
    const device = randomBytes(32);
    const many = await Promise.all(
      Array.from({ length: 8 }, () => askHelp(asking(wyco.groupId, {}, { device }))),
    );
    expect(many.filter(({ kind }) => kind === "asked")).toHaveLength(3);
    const address = randomBytes(32);
    const others = await Promise.all(
      Array.from({ length: 24 }, () => askHelp(asking(wyco.groupId, {}, { address }))),
    );
    expect(others.filter(({ kind }) => kind === "asked")).toHaveLength(20);
  });

  test.each([
    ["no kind", { kinds: [] }],
    ["a kind of nobody's", { kinds: ["car" as "ride"] }],
    ["a name in the party", { party: { ...MOTHER.party!, name: "Ana" } as never }],
    ["words without end", { words: "x".repeat(2001) }],
    ["blank words", { words: "  " }],
  ])("%s is no ask", async (_what, said) => {
    expect(await askHelp(asking(wyco.groupId, said))).toEqual({ kind: "out-of-range" });
  });

  test("nothing reaches a group that is not open, or has one coordinator left", async () => {
    const alone = await seedGroup(database.owner, regionId, { name: "Alone" });
    await database.owner`update people set disabled_at = clock_timestamp() where person_id = ${alone.luis.personId}`;
    for (const groupId of [alone.groupId, 9_999_999])
      expect(await askHelp(asking(groupId))).toEqual({ kind: "unknown-group" });
  });
});

describe("the conversation", () => {
  test("each side's words are the other's to read, and both know what was seen", async () => {
    const askId = await seedAsk(wyco.groupId);
    expect(await says(askId, "¿Hay alguien?")).toEqual({ kind: "said" });
    const seen = (await desk.askSheet(wyco.luis.token, askId))!;
    expect(seen).toMatchObject({
      unread: 1,
      who: null,
      messages: [{ from: "seeker", said: "¿Hay alguien?", language: "es" }],
    });
    expect(await answers(askId, "Yes. We are looking.")).toEqual({ kind: "said" });
    const own = (await ownAsk(askId))!;
    expect(own).toMatchObject({ who: "Rosa", waitsSince: null, groupSeen: seen.messages[0]!.messageId });
    expect(own.messages.at(-1)).toMatchObject({ from: "group", name: "Rosa", said: "Yes. We are looking." });
    expect(await desk.askSheet(wyco.rosa.token, askId)).toMatchObject({
      unread: 0,
      seekerSeen: own.messages.at(-1)!.messageId,
    });
  });

  test("words sent again after a lost answer are there once", async () => {
    const askId = await seedAsk(wyco.groupId);
    const form = { key: randomUUID(), askId, said: null, quick: "we-are-safe", language: "en" as const };
    await Promise.all(Array.from({ length: 20 }, () => sayInAsk(form)));
    expect((await ownAsk(askId))!.messages).toMatchObject([{ quick: "we-are-safe", said: null }]);
  });

  test("an ask that is over opens again when its family writes", async () => {
    const askId = await seedAsk(wyco.groupId);
    expect(await desk.settleAsk({ ...by(wyco.rosa, askId), as: "no-contact", of: null })).toEqual({
      kind: "closed",
    });
    expect(await answers(askId, "Hello?")).toEqual({ kind: "closed" });
    expect(await says(askId, "Aquí estoy.")).toEqual({ kind: "said" });
    expect(await ownAsk(askId)).toMatchObject({ closedAt: null, closedAs: null });
  });

  test("the family changes how to reach them, and ends it", async () => {
    const askId = await seedAsk(wyco.groupId);
    const reach = { contact: null, reach: null, avoid: "Not this phone.", isShared: true };
    expect(await changeAsk({ key: randomUUID(), askId, ...reach })).toEqual({ kind: "changed" });
    expect(await ownAsk(askId)).toMatchObject(reach);
    expect(await endAsk({ key: randomUUID(), askId, as: "helped" })).toEqual({ kind: "closed" });
    expect(await changeAsk({ key: randomUUID(), askId, ...reach })).toEqual({ kind: "closed" });
  });
});

describe("the desk", () => {
  test("its lines never say how to reach anybody; the sheet does, and keeps who looked", async () => {
    const group = await seedGroup(database.owner, regionId, { name: "Lines" });
    const askId = await seedAsk(group.groupId);
    const lines = JSON.stringify(await desk.deskOf(group.rosa.token, group.groupId));
    for (const secret of [MOTHER.contact!, MOTHER.reach!, MOTHER.avoid!, MOTHER.words!])
      expect(lines).not.toContain(secret);
    await desk.askSheet(group.luis.token, askId);
    const sheet = (await desk.askSheet(group.rosa.token, askId))!;
    expect(sheet.contact).toBe(MOTHER.contact);
    expect(sheet.events.filter(({ what }) => what === "read").map(({ name }) => name)).toEqual([
      "Luis",
      "Rosa",
    ]);
  });

  test("one has it: who takes it from nobody wins once, and it goes from hand to hand", async () => {
    const askId = await seedAsk(wyco.groupId);
    const both = await Promise.all(
      [wyco.rosa, wyco.luis].map((who) => desk.claimAsk({ ...by(who, askId), from: null })),
    );
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(["claimed", "moved-on"]);
    const to = wyco.luis.personId;
    expect(await desk.handOverAsk({ ...by(wyco.rosa, askId), to })).toEqual({ kind: "handed-over" });
    expect(await desk.askSheet(wyco.rosa.token, askId)).toMatchObject({ who: { name: "Luis" } });
    const stranger = await seedPerson(database.owner);
    expect(await desk.handOverAsk({ ...by(wyco.rosa, askId), to: stranger.personId })).toEqual({
      kind: "unknown-person",
    });
    expect(await desk.handOverAsk({ ...by(wyco.luis, askId), to: null })).toEqual({ kind: "handed-over" });
    expect((await desk.askSheet(wyco.rosa.token, askId))!.who).toBeNull();
  });

  test("the same family's other asks are pointed at, and closed as such", async () => {
    const group = await seedGroup(database.owner, regionId, { name: "Twins" });
    const first = await seedAsk(group.groupId, { contact: "(913) 555-0177" });
    const second = await seedAsk(group.groupId, { contact: "+1 913 555 0177" });
    const other = await seedAsk(group.groupId, { contact: "5550177" });
    const like = async (askId: string) => (await desk.askSheet(group.rosa.token, askId))!.like;
    expect([await like(first), await like(second), await like(other)]).toEqual([[second], [first], []]);
    expect(await desk.settleAsk({ ...by(group.rosa, second), as: "duplicate", of: second })).toEqual({
      kind: "out-of-range",
    });
    expect(await desk.settleAsk({ ...by(group.rosa, second), as: "duplicate", of: first })).toEqual({
      kind: "closed",
    });
    expect(await like(first)).toEqual([]);
  });

  test("another group's ask is as unknown as one that is not there, to coordinators, members and strangers", async () => {
    const askId = await seedAsk(wyco.groupId);
    const other = await seedGroup(database.owner, regionId, { name: "Other" });
    const maya = await seedMember(database.owner, wyco.groupId);
    for (const who of [other.rosa, maya, await seedPerson(database.owner)]) {
      expect(await desk.askSheet(who.token, askId)).toBeNull();
      expect(await answers(askId, "Hello", who)).toEqual({ kind: "unknown-ask" });
      expect(await desk.claimAsk({ ...by(who, askId), from: null })).toEqual({ kind: "unknown-ask" });
      expect(await desk.noteOnAsk({ ...by(who, askId), words: "x" })).toEqual({ kind: "unknown-ask" });
      expect(await desk.settleAsk({ ...by(who, askId), as: "helped", of: null })).toEqual({
        kind: "unknown-ask",
      });
      expect(await desk.deskOf(who.token, wyco.groupId)).toBeNull();
    }
    expect(await answers(askId, "Hello", { ...maya, token: "nobody's" })).toEqual({ kind: "signed-out" });
  });

  test("members read what is shared, never how to reach anybody", async () => {
    const group = await seedGroup(database.owner, regionId, { name: "Sharing" });
    const maya = await seedMember(database.owner, group.groupId);
    await seedAsk(group.groupId);
    const shared = await seedAsk(group.groupId, { isShared: true, words: "Coats for 6 and 9." });
    const seen = await desk.sharedAsks(maya.token, group.groupId);
    expect(seen).toMatchObject([{ askId: shared, words: "Coats for 6 and 9." }]);
    for (const secret of [MOTHER.contact!, MOTHER.reach!, MOTHER.avoid!])
      expect(JSON.stringify(seen)).not.toContain(secret);
    expect(await desk.sharedAsks((await seedPerson(database.owner)).token, group.groupId)).toBeNull();
  });
});

describe("nothing falls through", () => {
  test("a new ask is told to those on call; one that waits half an hour of a cold night too, then to every coordinator", async () => {
    const group = await seedGroup(database.owner, regionId, { name: "Night" });
    const askId = await seedAsk(group.groupId);
    expect(await toldAbout(group.groupId, "ask-new")).toEqual([{ name: "Rosa" }]);
    await waited(askId, 29);
    expect(await raise([regionId])).toBe(0);
    await waited(askId, 31);
    expect(await raise([])).toBe(0);
    expect(await raise([regionId])).toBe(1);
    expect(await raise([regionId])).toBe(0);
    expect(await toldAbout(group.groupId, "ask-risen")).toEqual([{ name: "Rosa" }]);
    await database.owner`update notices set ended_as = 'sent', ended_at = clock_timestamp()`;
    await waited(askId, 61);
    expect(await raise([regionId])).toBe(1);
    const told = (await toldAbout(group.groupId, "ask-risen")).map(({ name }) => name);
    expect(told.toSorted()).toEqual(["Luis", "Rosa", "Rosa"]);
    await waited(askId, 600);
    expect(await raise([regionId])).toBe(0);
  });

  test("on a mild night it is four hours; an answer ends the wait, and the family's next words begin a new one", async () => {
    const group = await seedGroup(database.owner, regionId, { name: "Mild" });
    const askId = await seedAsk(group.groupId);
    await waited(askId, 241);
    expect(await raise([])).toBe(1);
    expect(await answers(askId, "We are here.", group.rosa)).toEqual({ kind: "said" });
    expect(await raise([regionId])).toBe(0);
    await says(askId, "Gracias");
    await waited(askId, 241);
    expect(await raise([])).toBe(1);
  });

  test("an ask that nobody has touched for a month is over", async () => {
    const askId = await seedAsk(wyco.groupId);
    await database.owner`update asks set last_at = clock_timestamp() - interval '31 days', waits_since = null where ask_id = ${askId}`;
    await raise([]);
    expect(await ownAsk(askId)).toMatchObject({ closedAs: "no-contact" });
  });
});

test("three days after it was over, no row says who asked, what was said, or who helped", async () => {
  const group = await seedGroup(database.owner, regionId, { name: "Forgetting" });
  const secrets = {
    area: "Canary Street",
    words: "Canary words",
    contact: "canary@example.org",
    reach: "canary reach",
    avoid: "canary avoid",
  };
  const askId = await seedAsk(group.groupId, secrets);
  await says(askId, "canary said");
  await answers(askId, "canary answer", group.rosa);
  await desk.noteOnAsk({ ...by(group.rosa, askId), words: "canary note" });
  await endAsk({ key: randomUUID(), askId, as: "helped" });
  const forget = () => database.owner`select forget_asks(100)`;
  const rows = async () => {
    const [asks, messages, notes, events] = await Promise.all([
      database.owner`select to_jsonb(asks) as row from asks where ask_id = ${askId}`,
      database.owner`select from ask_messages where ask_id = ${askId}`,
      database.owner`select from ask_notes where ask_id = ${askId}`,
      database.owner`select from ask_events where ask_id = ${askId}`,
    ]);
    return { text: JSON.stringify(asks), left: messages.length + notes.length + events.length };
  };
  await forget();
  expect((await rows()).text).toContain("Canary");
  await database.owner`update asks set closed_at = clock_timestamp() - interval '73 hours' where ask_id = ${askId}`;
  await forget();
  const after = await rows();
  expect(after.left).toBe(0);
  expect(after.text.toLowerCase()).not.toContain("canary");
  expect(await ownAsk(askId)).toBeNull();
  expect(await desk.askSheet(group.rosa.token, askId)).toBeNull();
});
