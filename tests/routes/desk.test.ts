import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { endAsk, ownAsk, sayInAsk } from "~/data/asks.server";
import * as desk from "~/data/desk.server";
import { LONGEST_SAID } from "~/domain/desk";
import type { AskChange, AskProblem } from "~/domain/desk";
import { loader as askPage } from "~/routes/group.$groupId.asks.$askId._index";
import { loader as deskPage } from "~/routes/group.$groupId.desk";
import { problemWords } from "~/text/ask-page";
import { MOTHER, seedAsk } from "../support/asks";
import { testDatabase } from "../support/database";
import { askDesk, sendAt, type DeskAsked } from "../support/desk";
import { seedGroup, seedPerson, type SeededGroup } from "../support/groups";
import { seedPlace, seedPool, seedRegion } from "../support/seeds";

const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;
let askId: string;

beforeAll(async () => {
  vi.stubEnv("WEATHER", "off").stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!");
  const { owner } = database;
  regionId = await seedRegion(owner);
  wyco = await seedGroup(owner, regionId);
  await owner`insert into region_zips (region_id, zip, lat, lon) values (${regionId}, '66101', 39.1157, -94.6271)`;
});
beforeEach(async () => {
  askId = await seedAsk(wyco.groupId, { area: "66101" });
});

const by = (more: Partial<DeskAsked> = {}): DeskAsked => ({
  by: wyco.rosa,
  groupId: wyco.groupId,
  askId,
  ...more,
});
const sends = (what: AskChange, form: Record<string, string>, more: Partial<DeskAsked> = {}) =>
  sendAt(what, form, by(more));
const sheet = async () => (await desk.askSheet(wyco.rosa.token, askId))!;
const led = (what: AskChange, hash = "") => ({
  status: 302,
  to: `/group/${wyco.groupId}/asks/${askId}?done=${what}${hash}`,
});
const refused = (change: AskChange, problem: AskProblem, typed: { said?: string; note?: string } = {}) => ({
  status: 409,
  data: { typed, problem: { change, sentence: problemWords(problem, "en") } },
});

describe("words to the family", () => {
  test("are theirs to read, once, however often the form is sent", async () => {
    const form = { key: randomUUID(), said: "We have\r\na room." };
    const all = await Promise.all([1, 2, 3].map(() => sends("say", form)));
    for (const answer of all) expect(answer).toMatchObject(led("say", "#talk"));
    expect((await ownAsk(askId))!.messages).toMatchObject([{ said: "We have\na room.", name: "Rosa" }]);
    expect(await sheet()).toMatchObject({ who: { name: "Rosa" }, waitsSince: null });
  });

  test("of one tap are sent in every language, and what was being written beside is kept", async () => {
    const answer = await sends("say", { quick: "looking", said: "We will" });
    expect(answer).toMatchObject({ status: 200, data: { typed: { said: "We will" }, done: "say" } });
    expect((await ownAsk(askId))!.messages).toMatchObject([{ quick: "looking", said: null }]);
    expect(await sends("say", { quick: "read", said: "" })).toMatchObject(led("say", "#talk"));
  });

  test("that were not taken come back as they were typed, with what to do", async () => {
    const long = "ñ".repeat(LONGEST_SAID + 1);
    expect(await sends("say", { said: long })).toMatchObject(
      refused("say", { kind: "too-long", length: LONGEST_SAID + 1 }, { said: long }),
    );
    expect(await sends("say", { said: " \n " })).toMatchObject(refused("say", { kind: "empty" }));
    expect(await sends("say", { key: "old", said: "x" })).toMatchObject(
      refused("say", { kind: "old-form" }, { said: "x" }),
    );
    const key = randomUUID();
    await sends("say", { key, said: "one" });
    expect(await sends("say", { key, said: "two" })).toMatchObject(
      refused("say", { kind: "key-used-otherwise" }, { said: "two" }),
    );
    await endAsk({ key: randomUUID(), askId, as: "helped" });
    expect(await sends("say", { said: "still here?" })).toMatchObject(
      refused("say", { kind: "closed" }, { said: "still here?" }),
    );
    expect((await ownAsk(askId))!.messages).toHaveLength(1);
  });

  test("that fit to the last letter are taken", async () => {
    expect(await sends("say", { said: "🧣".repeat(LONGEST_SAID) })).toMatchObject(led("say", "#talk"));
  });

  test("carry no signs that turn a line around, and no bytes a database cannot keep", async () => {
    await sends("say", { said: "a\u202eb\u0000c" });
    expect((await ownAsk(askId))!.messages.at(-1)!.said).toBe("ab c");
  });
});

describe("who has it", () => {
  test("of two who tap at once one is first, and the other is told who", async () => {
    const both = await Promise.all([
      sends("claim", { from: "" }),
      sends("claim", { from: "" }, { by: wyco.luis }),
    ]);
    const first = (await sheet()).who!.name;
    expect(both.map(({ status }) => status).toSorted()).toEqual([302, 409]);
    expect(both.find(({ status }) => status === 409)).toMatchObject(
      refused("claim", { kind: "moved-on", who: first }),
    );
    const other = first === "Rosa" ? wyco.luis : wyco.rosa;
    const from = String((await sheet()).who!.personId);
    expect(await sends("claim", { from }, { by: other })).toMatchObject(led("claim"));
  });

  test("goes to another coordinator, never to anybody else, and can be let go", async () => {
    await sends("claim", { from: "" });
    const stranger = await seedPerson(database.owner);
    for (const to of [String(stranger.personId), "", "x", "99999999999999999999"])
      expect(await sends("hand", { to })).toMatchObject(refused("hand", { kind: "unknown-person" }));
    expect(await sends("hand", { to: String(wyco.luis.personId) })).toMatchObject(led("hand"));
    expect(await sheet()).toMatchObject({ who: { name: "Luis" } });
    expect(await sends("hand", { "let-go": "1" })).toMatchObject(led("hand"));
    expect(await sheet()).toMatchObject({ who: null });
  });
});

test("notes are for coordinators, never for the family", async () => {
  expect(await sends("note", { note: "Called the motel." })).toMatchObject(led("note", "#notes"));
  expect(await sends("note", { note: "" })).toMatchObject(refused("note", { kind: "empty" }));
  expect(await sheet()).toMatchObject({ notes: [{ name: "Rosa", words: "Called the motel." }] });
  expect(JSON.stringify(await ownAsk(askId))).not.toContain("motel");
});

describe("the end", () => {
  test.each(["helped", "elsewhere", "no-contact"])("as %s, and open again", async (as) => {
    expect(await sends("end", { as })).toMatchObject(led("end"));
    expect(await sends("end", { as })).toMatchObject(led("end"));
    expect(await sheet()).toMatchObject({ closedAs: as });
    expect(await sends("end", { as: "open" })).toMatchObject(led("end"));
    expect(await sheet()).toMatchObject({ closedAt: null });
  });

  test("as the same family's other ask, which stays; never of its own, nor of another group's", async () => {
    const again = await seedAsk(wyco.groupId, { contact: "+1 (913) 555-0188" });
    askId = await seedAsk(wyco.groupId, { contact: "913.555.0188" });
    const other = await seedGroup(database.owner, regionId, { name: randomUUID() });
    for (const of of [askId, await seedAsk(other.groupId), "x"])
      expect(await sends("end", { as: "duplicate", of })).toMatchObject(refused("end", { kind: "old-form" }));
    expect((await sheet()).like).toEqual([again]);
    expect(await sends("end", { as: "duplicate", of: again })).toMatchObject(led("end"));
    expect(await sheet()).toMatchObject({ closedAs: "duplicate" });
  });

  test("is never what only the family may say", async () => {
    expect(await sends("end", { as: "withdrawn" })).toMatchObject(refused("end", { kind: "old-form" }));
  });
});

describe("places to tell them of", () => {
  test("are looked for from where they are, with the way; from another spot where that names none", async () => {
    const { placeId } = await seedPlace(database.owner, regionId, {
      key: "hope-house",
      phone: "913-555-0101",
    });
    await seedPool(database.owner, placeId, { capacity: 10, counted: true });
    const places = { kind: "places", where: "66101", options: [{ place: { placeId } }] };
    expect(await askDesk(askPage, by())).toMatchObject({ data: { suggestions: places } });
    askId = await seedAsk(wyco.groupId, { area: "by the old mill" });
    expect(await askDesk(askPage, by())).toMatchObject({
      data: { suggestions: { kind: "not-known", typed: "by the old mill" } },
    });
    expect(await sends("places", { from: "66101" })).toMatchObject({
      status: 200,
      data: { suggestions: places, typed: { from: "66101" } },
    });
    // For that page only.
    expect(await sheet()).toMatchObject({ area: "by the old mill" });
    expect(await askDesk(askPage, by({ query: "?live=1" }))).toMatchObject({ data: { suggestions: null } });
  });

  test("are not looked for where a coat is what is asked for, until somebody does", async () => {
    askId = await seedAsk(wyco.groupId, { kinds: ["clothes"], area: "66101" });
    expect(await askDesk(askPage, by())).toMatchObject({ data: { suggestions: null } });
    expect(await sends("places", { from: "" })).toMatchObject({ data: { suggestions: { kind: "no-area" } } });
    expect(await sends("places", { from: "66101" })).toMatchObject({
      data: { suggestions: { kind: "places" } },
    });
  });
});

test("the desk's lines say nothing of how to reach anybody, nor what was said", async () => {
  await sayInAsk({ key: randomUUID(), askId, said: "canary said", quick: null, language: "en" });
  const text = JSON.stringify(await askDesk(deskPage, by()));
  expect(text).toContain(askId);
  for (const secret of [MOTHER.words, MOTHER.contact, MOTHER.reach, MOTHER.avoid, "canary said"].map(String))
    expect(text).not.toContain(secret);
});
