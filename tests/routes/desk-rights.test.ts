import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import * as desk from "~/data/desk.server";
import { loader as deskPage } from "~/routes/group.$groupId.desk";
import { action as change, loader as changePage } from "~/routes/group.$groupId.asks.$askId.$change";
import { loader as askPage } from "~/routes/group.$groupId.asks.$askId._index";
import { loader as shared } from "~/routes/group.$groupId.shared";
import { MOTHER, seedAsk } from "../support/asks";
import { testDatabase } from "../support/database";
import { askDesk, sendAt, type DeskAsked } from "../support/desk";
import {
  joinGroup,
  seedGroup,
  seedMember,
  seedPerson,
  type Seeded,
  type SeededGroup,
} from "../support/groups";
import { seedPlace, seedRegion } from "../support/seeds";
import { byPin, seedTablet, seedWithPin } from "../support/tablets";

const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;
let maya: Seeded;
let askId: string;

beforeAll(async () => {
  vi.stubEnv("WEATHER", "off")
    .stubEnv("OUTBOX", "on")
    .stubEnv("SMTP_URL", "")
    .stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!");
  regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
  maya = await seedMember(database.owner, wyco.groupId);
  askId = await seedAsk(wyco.groupId);
});

const ask = (handler: unknown, more: Partial<DeskAsked> = {}) =>
  askDesk(handler, { by: wyco.rosa, groupId: wyco.groupId, askId, ...more });
const form = (fields: Record<string, string>) => ({ key: randomUUID(), ...fields });

const PAGES: [string, unknown, Partial<DeskAsked>][] = [
  ["the desk", deskPage, {}],
  ["an ask", askPage, {}],
  ["an ask at the address of a form", changePage, { params: { change: "say" } }],
  ["words to the family", change, { params: { change: "say" }, form: form({ said: "x" }) }],
  ["taking it", change, { params: { change: "claim" }, form: form({ from: "" }) }],
  ["handing it over", change, { params: { change: "hand" }, form: form({ "let-go": "1" }) }],
  ["a note", change, { params: { change: "note" }, form: form({ note: "x" }) }],
  ["ending it", change, { params: { change: "end" }, form: form({ as: "helped" }) }],
  ["places near it", change, { params: { change: "places" }, form: { from: "66101" } }],
];
const SECRETS = [MOTHER.area, MOTHER.words, MOTHER.contact, MOTHER.reach, MOTHER.avoid, "childAges"].map(
  String,
);

describe.each(PAGES)("%s", (_name, handler, asked) => {
  test("is nobody's who has not signed in", async () => {
    const nobody = { token: "nobody", personId: 0, email: "" };
    expect(await ask(handler, { ...asked, by: nobody })).toMatchObject({ status: 302, to: "/staff/sign-in" });
  });

  test("is not there for a member, a stranger, another group's coordinator and one who was; not one byte of it", async () => {
    const other = await seedGroup(database.owner, regionId, { name: randomUUID() });
    const former = await seedMember(database.owner, wyco.groupId, { name: "Former" });
    await database.owner`
      update group_people set role = 'member', entry = 'ended' where person_id = ${former.personId}`;
    for (const by of [maya, await seedPerson(database.owner), other.rosa, former]) {
      const answer = await ask(handler, { ...asked, by });
      expect(answer).toMatchObject({ status: 404 });
      for (const secret of SECRETS) expect(JSON.stringify(answer)).not.toContain(secret);
    }
    if (handler !== deskPage) {
      // Ours, asked for as if it were their own group's.
      const answer = await ask(handler, { ...asked, by: other.rosa, groupId: other.groupId });
      expect(answer).toMatchObject({ status: 404 });
    }
    const { notes, messages, who, closedAt } = (await desk.askSheet(wyco.rosa.token, askId))!;
    expect({ notes, messages, who, closedAt }).toEqual({
      notes: [],
      messages: [],
      who: null,
      closedAt: null,
    });
  });

  test("is not opened by a PIN on a shared tablet, nor by who lost their access", async () => {
    const { placeId } = await seedPlace(database.owner, regionId, { key: randomUUID() });
    const { tabletToken } = await seedTablet(database.owner, placeId);
    const { personId, email } = await seedWithPin(database.owner, placeId, tabletToken);
    await joinGroup(database.owner, wyco.groupId, { personId, email, token: "" }, "coordinator");
    const token = await byPin(tabletToken, personId);
    const answer = await ask(handler, { ...asked, by: { personId, email, token } });
    expect(answer.status).toBe(302);
    expect(JSON.stringify(answer)).not.toContain(MOTHER.words);
    expect(await desk.askSheet(token, askId)).toBeNull();
    await database.owner`update people set disabled_at = clock_timestamp() where person_id = ${personId}`;
    expect(await ask(handler, { ...asked, by: { personId, email, token } })).toMatchObject({ status: 302 });
  });
});

test("an ask that another of one's own groups has is not shown under this one", async () => {
  const other = await seedGroup(database.owner, regionId, { name: "Both" });
  await joinGroup(database.owner, other.groupId, wyco.rosa, "coordinator");
  expect(await ask(askPage)).toMatchObject({ status: 200 });
  expect(await ask(askPage, { groupId: other.groupId })).toMatchObject({ status: 404 });
});

test("what came from another site changes nothing", async () => {
  const sent = await sendAt(
    "say",
    { said: "x" },
    { by: wyco.rosa, groupId: wyco.groupId, askId, site: "cross-site" },
  );
  expect(sent).toMatchObject({ status: 403 });
});

test.each(["nothing", "constructor", "__proto__", ""])("there is no form called %j", async (called) => {
  expect(await sendAt(called, {}, { by: wyco.rosa, groupId: wyco.groupId, askId })).toMatchObject({
    status: 404,
  });
});

test.each(["1", "x".repeat(300), "00000000-0000-0000-0000-000000000000", "' or true --"])(
  "there is no ask %j",
  async (of) => {
    expect(await ask(askPage, { askId: of })).toMatchObject({ status: 404 });
  },
);

test("members read what families share, without how to reach them; nobody else does", async () => {
  const shared1 = await seedAsk(wyco.groupId, { isShared: true, words: "Coats for two." });
  const seen = await ask(shared, { by: maya });
  expect(seen).toMatchObject({
    status: 200,
    data: { coordinators: ["Luis", "Rosa"], asks: [{ askId: shared1 }] },
  });
  const text = JSON.stringify(seen);
  expect(text).toContain("Coats for two.");
  for (const secret of [MOTHER.words, MOTHER.contact, MOTHER.reach, MOTHER.avoid].map(String))
    expect(text).not.toContain(secret);
  const other = await seedGroup(database.owner, regionId, { name: "No members" });
  for (const by of [await seedPerson(database.owner), other.rosa])
    expect(await ask(shared, { by })).toMatchObject({ status: 404 });
});
