import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findAsk } from "~/data/asks.server";
import { codeOf, codeWords, hashOfCode } from "~/data/codes.server";
import { answerAsk, askSheet, settleAsk } from "~/data/desk.server";
import type { Ask } from "~/domain/ask";
import type { AskMend } from "~/domain/ask-form";
import { exitAnswer } from "~/http/exit.server";
import { action as change, loader as own } from "~/routes/ask._index";
import { action as say, loader as code } from "~/routes/ask.code";
import { action as send, loader as ask } from "~/routes/ask.new";
import { loader as json } from "~/routes/ask[.]json";
import { action as join } from "~/routes/group.$groupId.join";
import { testDatabase } from "../support/database";
import { seedGroup, seedPerson, type SeededGroup } from "../support/groups";
import { askHandler } from "../support/handlers";
import { Phone } from "../support/phone";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
process.env.APP_SECRET ??= "only-for-tests-and-nothing-else!";
let region: string;
let group: SeededGroup;
let seeds = 0;

beforeAll(async () => {
  const regionId = await seedRegion(database.owner, "no-group-here");
  await database.owner`
    insert into region_zips (region_id, zip, lat, lon) values (${regionId}, '66199', 39.2, -94.9)`;
});

beforeEach(async () => {
  region = `asked-${++seeds}`;
  const regionId = await seedRegion(database.owner, region);
  group = await seedGroup(database.owner, regionId, { name: `WyCo ${seeds}` });
});

const WORDS = "Every shelter is full. Too cold at the bus stops.";
const family = () => `region=${region}&adults=1&children=6,9`;
type Shown = { formKey: string; typed: Record<string, unknown>; groups: { groupId: number; name: string }[] };

async function formOn(phone: Phone, query = family()): Promise<Shown> {
  return (await phone.ask(ask, { query })).data as unknown as Shown;
}

async function askedOn(phone: Phone, more: Record<string, string> = {}) {
  const { formKey, groups } = await formOn(phone);
  const form = {
    key: formKey,
    group: String(groups[0]?.groupId),
    adults: "1",
    children: "6,9",
    words: WORDS,
  };
  return phone.ask(send, { query: family(), form: { ...form, ...more } });
}

type Own = { kind: string; ask: Ask; code: string[]; news: string; keys: Record<string, string> };
const ownOn = async (phone: Phone) => (await phone.ask(own)).data as unknown as Own;
const newsOn = async (phone: Phone) => {
  const answer = await phone.ask(async (args: never) => ({
    data: await ((await json(args)) as Response).json(),
  }));
  return answer.data.news;
};
async function saidOn(phone: Phone, fields: Record<string, string>, site?: string) {
  const { keys } = await ownOn(phone);
  const form = { do: "say", key: keys.say!, "quick-key": keys.quick!, said: "", ...fields };
  return phone.ask(change, { form, site });
}

describe("a mother", () => {
  test("asks without an account, with what the search knew, and reads her five words", async () => {
    const phone = new Phone();
    const { typed, groups } = await formOn(phone, `${family()}&pets=cat`);
    expect(typed).toMatchObject({ party: { adults: "1", children: "6,9", pets: ["cat"] }, kinds: [] });
    expect(groups).toMatchObject([{ name: `WyCo ${seeds}` }]);
    expect(await askedOn(phone)).toMatchObject({ status: 302, to: "/ask" });
    const shown = await ownOn(phone);
    expect(shown.ask).toMatchObject({
      kinds: ["unsure"],
      words: WORDS,
      isShared: false,
      isRead: false,
      party: { adults: 1, childAges: [6, 9] },
    });
    expect(shown.code).toEqual(codeWords(codeOf("ask", shown.ask.askId), "en"));
  });

  test("opens it on any phone by its words, in either language, after an exit too", async () => {
    const phone = new Phone();
    await askedOn(phone);
    const { askId } = (await ownOn(phone)).ask;
    phone.keep(exitAnswer().headers);
    expect(await phone.ask(own)).toMatchObject({ status: 302, to: "/" });
    expect(await newsOn(phone)).toBeNull();
    phone.cookies.delete("left");
    expect(await ownOn(phone)).toMatchObject({ kind: "code" });
    for (const language of ["en", "es"] as const) {
      const other = new Phone();
      const typed = codeWords(codeOf("ask", askId), language).join(" ");
      expect(await other.ask(say, { form: { code: typed } })).toMatchObject({ to: "/ask" });
      expect((await ownOn(other)).ask).toMatchObject({ askId, words: WORDS });
    }
  });

  test("hears that she was read and answered, answers in words and by one tap, and knows what was seen", async () => {
    const phone = new Phone();
    await askedOn(phone);
    const before = await ownOn(phone);
    const { askId } = before.ask;
    expect(await newsOn(phone)).toBe(before.news);
    await askSheet(group.rosa.token, askId);
    expect((await ownOn(phone)).ask.isRead).toBe(true);
    const answer = { key: randomUUID(), token: group.rosa.token, askId, language: "en" as const };
    await answerAsk({ ...answer, said: null, quick: "where-now" });
    const news = await newsOn(phone);
    expect(news).not.toBe(before.news);
    expect(await saidOn(phone, { said: "7th & Minnesota" })).toMatchObject({ to: "/ask?said=sent" });
    expect(await saidOn(phone, { quick: "we-are-safe" })).toMatchObject({ to: "/ask?said=sent" });
    const after = (await ownOn(phone)).ask;
    expect(after.messages).toMatchObject([
      { from: "group", name: "Rosa", quick: "where-now" },
      { from: "seeker", said: "7th & Minnesota" },
      { from: "seeker", quick: "we-are-safe" },
    ]);
    expect(after.groupSeen).toBe(0);
    await askSheet(group.rosa.token, askId);
    expect((await ownOn(phone)).ask.groupSeen).toBe(after.messages[2]!.messageId);
  });

  test("loses nothing of what she typed by one tap, an empty form, or one too long", async () => {
    const phone = new Phone();
    await askedOn(phone);
    expect(await saidOn(phone, { said: "half a", quick: "yes" })).toMatchObject({
      status: 200,
      data: { kind: "kept", said: "half a" },
    });
    expect(await saidOn(phone, { said: " " })).toMatchObject({ status: 400, data: { why: "empty" } });
    const long = "x".repeat(2001);
    expect(await saidOn(phone, { said: long })).toMatchObject({
      status: 400,
      data: { why: "fields", said: long },
    });
    expect((await ownOn(phone)).ask.messages).toHaveLength(1);
  });

  test("changes how she is reached and who may read it, ends it by two taps, and opens it again by writing", async () => {
    const phone = new Phone();
    await askedOn(phone, { contact: "913-555-0142" });
    const { keys } = await ownOn(phone);
    const reach = { do: "reach", contact: "", reach: "after 6", avoid: "no calls", share: "members" };
    expect(await phone.ask(change, { form: { ...reach, key: keys.reach! } })).toMatchObject({
      to: "/ask?said=saved",
    });
    expect((await ownOn(phone)).ask).toMatchObject({ contact: null, reach: "after 6", isShared: true });
    const end = { do: "end", key: keys.end!, as: "helped" };
    expect(await phone.ask(change, { form: end })).toMatchObject({ to: "/ask" });
    expect((await ownOn(phone)).ask).toMatchObject({ closedAs: "helped" });
    const late = { ...reach, key: randomUUID(), contact: "my sister" };
    expect(await phone.ask(change, { form: late })).toMatchObject({
      status: 400,
      data: { why: "closed", reach: { contact: "my sister" } },
    });
    await saidOn(phone, { quick: "thank-you" });
    expect((await ownOn(phone)).ask).toMatchObject({ closedAs: null });
  });

  test("is told of an ask the group has ended, and that of a phone with one open", async () => {
    const phone = new Phone();
    await askedOn(phone);
    expect((await phone.ask(ask, { query: family() })).data).toMatchObject({ hasOpen: true });
    const { askId } = (await ownOn(phone)).ask;
    await settleAsk({ key: randomUUID(), token: group.rosa.token, askId, as: "no-contact", of: null });
    expect((await ownOn(phone)).ask).toMatchObject({ closedAs: "no-contact" });
    expect((await phone.ask(ask, { query: family() })).data).toMatchObject({ hasOpen: false });
  });
});

describe("what is sent", () => {
  test("twice is one ask; with other words it is said that the first is there, and nothing typed is lost", async () => {
    const phone = new Phone();
    const key = randomUUID();
    await askedOn(phone, { key });
    expect(await askedOn(phone, { key })).toMatchObject({ status: 302 });
    expect(await askedOn(phone, { key, words: "Something else" })).toMatchObject({
      status: 409,
      data: { typed: { words: "Something else" }, mend: { why: "key-used-otherwise" } },
    });
    const [{ asks }] = await database.owner<[{ asks: number }]>`
      select count(*)::integer as asks from asks where group_id = ${group.groupId}`;
    expect(asks).toBe(1);
  });

  test.each([
    [{ children: "6, x" }, 400, "fields"],
    [{ area: "x".repeat(121) }, 400, "fields"],
    [{ key: "x" }, 400, "old-form"],
    [{ group: "99999999" }, 409, "unknown-group"],
  ] as [Record<string, string>, number, AskMend][])("with %j is asked again", async (more, status, why) => {
    const answer = await askedOn(new Phone(), { kinds: "ride", contact: "my sister", ...more });
    expect(answer).toMatchObject({
      status,
      data: { mend: { why }, typed: { words: WORDS, contact: "my sister", kinds: ["ride"], ...kept(more) } },
    });
  });
  const kept = ({ area }: Record<string, string>) => (area ? { area } : {});

  test("by a browser without our cookie is asked again, and taken then", async () => {
    const phone = new Phone();
    const { formKey, groups } = await formOn(phone);
    phone.cookies.clear();
    const form = { key: formKey, group: String(groups[0]!.groupId), words: WORDS };
    expect(await phone.ask(send, { query: family(), form })).toMatchObject({
      status: 400,
      data: { mend: { why: "no-cookie" }, typed: { words: WORDS } },
    });
    expect(await askedOn(phone)).toMatchObject({ status: 302 });
  });

  test("by one phone is three asks at a time, said without a reproach and with all that was typed", async () => {
    const phone = new Phone();
    for (let at = 0; at < 3; at++) expect(await askedOn(phone)).toMatchObject({ status: 302 });
    expect(await askedOn(phone)).toMatchObject({
      status: 429,
      data: { mend: { why: "too-many" }, typed: { words: WORDS } },
    });
  });

  test("from another site changes nothing", async () => {
    const phone = new Phone();
    await askedOn(phone);
    const { ask: before } = await ownOn(phone);
    expect(await saidOn(phone, { said: "Not me" }, "cross-site")).toMatchObject({ status: 403 });
    for (const handler of [send, say])
      expect(await phone.ask(handler, { form: {}, site: "cross-site" })).toMatchObject({ status: 403 });
    expect((await ownOn(phone)).ask).toEqual(before);
  });
});

describe("which group", () => {
  test("is told to who is near: a group of that ZIP first, then those of the whole region", async () => {
    const { owner } = database;
    const [{ regionId }] = await owner<
      [{ regionId: number }]
    >`select region_id from regions where slug = ${region}`;
    await owner`
      insert into region_zips (region_id, zip, lat, lon)
      values (${regionId}, '66101', 39.115, -94.627), (${regionId}, '66112', 39.115, -94.76)`;
    await seedGroup(owner, regionId, { name: "West side", zips: ["66112"] });
    const names = async (query: string) =>
      (await formOn(new Phone(), `region=${region}&${query}`)).groups.map(({ name }) => name);
    expect(await names("where=66112")).toEqual(["West side", `WyCo ${seeds}`]);
    expect(await names("where=66101")).toEqual([`WyCo ${seeds}`]);
    expect(await names("where=39.116,-94.755")).toEqual(["West side", `WyCo ${seeds}`]);
    expect(await names("")).toEqual([`WyCo ${seeds}`]);
    expect(await names("where=10001")).toEqual([]);
  });

  test("keeps a corner's name, and of a phone's position the ZIP alone", async () => {
    const { owner } = database;
    const [{ regionId }] = await owner<
      [{ regionId: number }]
    >`select region_id from regions where slug = ${region}`;
    await owner`
      insert into region_zips (region_id, zip, lat, lon) values (${regionId}, '66101', 39.115, -94.627)`;
    const area = async (where: string) =>
      (await formOn(new Phone(), `region=${region}&where=${where}`)).typed.area;
    expect(await area("66101")).toBe("66101");
    expect(await area("39.116,-94.628")).toBe("66101");
    expect(await area("Nowhere+%26+Never")).toBe("Nowhere & Never");
    expect(await area("12.345,-94.628")).toBe("");
  });

  test("is none where there is none: no form, and no ask of it", async () => {
    expect((await formOn(new Phone(), "region=no-group-here")).groups).toEqual([]);
  });
});

describe("a stranger", () => {
  test("is shown the same whether there are asks or none, and opens none with a cookie they wrote", async () => {
    const before = await ownOn(new Phone());
    const phone = new Phone();
    await askedOn(phone);
    const { askId } = (await ownOn(phone)).ask;
    expect(await ownOn(new Phone())).toEqual(before);
    const forger = new Phone();
    forger.cookies.set("__Host-ask", `${askId}.${Buffer.alloc(32).toString("base64url")}`);
    expect(await ownOn(forger)).toEqual(before);
    expect(await newsOn(forger)).toBeNull();
    const form = { do: "say", key: randomUUID(), "quick-key": randomUUID(), said: "Not me" };
    expect(await forger.ask(change, { form })).toMatchObject({ status: 302, to: "/ask" });
    expect((await ownOn(phone)).ask.messages).toEqual([]);
  });

  test("guesses thirty times an hour, no more; words of another kind open nothing", async () => {
    const phone = new Phone();
    await askedOn(phone);
    const { askId } = (await ownOn(phone)).ask;
    const guesser = new Phone();
    const guess = (id: string) =>
      guesser.ask(say, { form: { code: codeWords(codeOf("hold", id), "en").join(" ") } });
    expect(await guess(askId)).toMatchObject({ status: 400, data: { problem: { kind: "unknown-code" } } });
    for (let at = 1; at < 30; at++) await guess(randomUUID());
    expect(await guess(randomUUID())).toMatchObject({ status: 429 });
    expect(await guesser.ask(say, { form: { code: "one two" } })).toMatchObject({ status: 400 });
    expect(await guesser.ask(code)).toMatchObject({ status: 200 });
    const there = await findAsk(hashOfCode("ask", codeOf("ask", askId)), Buffer.alloc(32, seeds));
    expect(there.kind).toBe("found");
  });

  test("who has left sees no form, and sends none", async () => {
    const phone = new Phone();
    phone.keep(exitAnswer().headers);
    for (const [handler, form] of [[ask], [own], [code], [send, {}], [change, {}], [say, {}]] as const)
      expect(await phone.ask(handler, { form })).toMatchObject({ status: 302, to: "/" });
  });
});

test("once it is over and they were helped, one tap leads into the group, and nothing says of which ask", async () => {
  const phone = new Phone();
  await askedOn(phone);
  const joins = async () => ((await phone.ask(own)).data as unknown as { joins: number | null }).joins;
  expect(await joins()).toBeNull();
  const { keys } = await ownOn(phone);
  await phone.ask(change, { form: { do: "end", key: keys.end!, as: "helped" } });
  expect(await joins()).toBe(group.groupId);
  const ida = await seedPerson(database.owner, { name: "Ida" });
  const { to } = await askHandler(join, {
    by: ida.token,
    placeId: 0,
    params: { groupId: String(group.groupId) },
    form: { key: randomUUID(), words: "I can drive." },
  });
  expect(to).toContain("asked");
  // The only rows that name both: none.
  const [row] = await database.owner`
    select entry, words from group_people where person_id = ${ida.personId} and group_id = ${group.groupId}`;
  expect(row).toEqual({ entry: "asked", words: "I can drive." });
  const [both] = await database.owner<[{ n: number }]>`
    select (select count(*) from ask_events where person_id = ${ida.personId})
      + (select count(*) from asks where claimed_by = ${ida.personId}) as n`;
  expect(Number(both.n)).toBe(0);
});
