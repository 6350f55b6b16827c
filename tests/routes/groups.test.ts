import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { outboxMessages } from "~/data/mail.server";
import { findListedGroup, groupSheet, myGroups } from "~/data/groups.server";
import { exitAnswer } from "~/http/exit.server";
import { action as answerJoin } from "~/routes/group.$groupId.people.answer";
import { action as endOf } from "~/routes/group.$groupId.people.end";
import { action as role } from "~/routes/group.$groupId.people.role";
import { action as about } from "~/routes/group.$groupId.about";
import { action as decide } from "~/routes/group.$groupId.decide";
import { action as answer } from "~/routes/group.$groupId.invitation";
import { action as ask, loader as asking } from "~/routes/group.$groupId.join";
import { action as invite, loader as people } from "~/routes/group.$groupId._index";
import { loader as own } from "~/routes/group._index";
import { action as begin } from "~/routes/group.begin";
import { loader as groups } from "~/routes/groups";
import { action as signUp, loader as join } from "~/routes/join._index";
import { action as code } from "~/routes/join.code";
import { loader as home } from "~/routes/staff._index";
import { action as staffCode } from "~/routes/staff.code";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "../support/groups";
import { askHandler } from "../support/handlers";
import { Phone } from "../support/phone";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;
let seeds = 0;

beforeAll(async () => {
  Object.assign(process.env, { OUTBOX: "on", APP_SECRET: "only-for-tests-and-nothing-else!" });
  delete process.env.SMTP_URL;
  regionId = await seedRegion(database.owner);
});
beforeEach(async () => {
  wyco = await seedGroup(database.owner, regionId, { name: `Neighbors ${++seeds}` });
});

const as = ({ token }: Seeded, handler: unknown, form?: Record<string, string>, groupId = wyco.groupId) =>
  askHandler(handler, {
    by: token,
    placeId: 0,
    params: { groupId: String(groupId) },
    ...(form && { form: { key: randomUUID(), ...form } }),
  });
const mailTo = (email: string) => outboxMessages().find(({ to }) => to === email);
const codeIn = (email: string) => /\d{3} \d{3}/.exec(mailTo(email)!.text)![0];

describe("coming in by oneself", () => {
  test("with a name and the code of a mail leads back to the group one wanted, and signs in", async () => {
    const phone = new Phone();
    phone.cookies.set("__Host-onward", `/group/${wyco.groupId}/join`);
    const email = `nia-${randomUUID()}@example.org`;
    expect(await phone.ask(signUp, { form: { name: " Nia\tM. ", email } })).toMatchObject({
      status: 302,
      to: "/join/code",
    });
    expect(mailTo(email)!.text).not.toContain("Nia");
    expect(await phone.ask(code, { form: { code: "12" } })).toMatchObject({ status: 400 });
    expect(await phone.ask(code, { form: { code: codeIn(email) } })).toMatchObject({
      status: 302,
      to: `/group/${wyco.groupId}/join`,
    });
    expect(phone.cookies.has("__Host-onward")).toBe(false);
    expect((await phone.ask(own)).data).toMatchObject({ name: "Nia M.", groups: [] });
    expect(await phone.ask(join)).toMatchObject({ status: 302, to: "/group" });
  });

  test("who is known gets the ordinary mail and keeps their name; the page tells nobody which", async () => {
    const known = await seedPerson(database.owner, { name: "Patricia" });
    const [stranger, phone] = [`new-${randomUUID()}@example.org`, new Phone()];
    const answers = [];
    for (const email of [known.email, stranger])
      answers.push(await new Phone().ask(signUp, { form: { name: "Mallory", email } }));
    expect(answers[0]).toEqual(answers[1]);
    await phone.ask(signUp, { form: { name: "Mallory", email: known.email } });
    expect(mailTo(known.email)!.text).toContain("Hello Patricia");
    await phone.ask(code, { form: { code: codeIn(known.email) } });
    expect((await phone.ask(own)).data).toMatchObject({ name: "Patricia" });
  });

  test.each([
    ["https://evil.example/"],
    ["//evil.example"],
    ["/group/../../evil"],
    ["/staff/people"],
    ["/group\\evil"],
    ["/groups"],
  ])("leads nowhere but to a group: not to %s", async (path) => {
    const phone = new Phone();
    const email = `nia-${randomUUID()}@example.org`;
    phone.cookies.set("__Host-onward", path);
    await phone.ask(signUp, { form: { name: "Nia", email } });
    expect(await phone.ask(code, { form: { code: codeIn(email) } })).toMatchObject({ to: "/group" });
  });

  test.each([
    [{ name: "", email: "a@example.org" }, ["name"]],
    [{ name: "x".repeat(101), email: "a@example.org" }, ["name"]],
    [{ name: "Nia", email: "not a mail" }, ["email"]],
    [{}, ["name", "email"]],
  ])("with %j says what to mend and keeps what was typed", async (form, fields) => {
    const said = await new Phone().ask(signUp, { form: form as Record<string, string> });
    expect(said.status).toBe(400);
    expect(Object.keys(said.data.problems as object)).toEqual(fields);
    expect(said.data.typed).toMatchObject({ name: (form as { name?: string }).name ?? "" });
  });

  test("is not offered on a shared tablet, nor after an exit", async () => {
    const tablet = new Phone();
    tablet.cookies.set("__Host-tablet", "x".repeat(43));
    const form = { name: "Nia", email: "nia@example.org" };
    for (const handler of [join, signUp])
      expect(await tablet.ask(handler, handler === signUp ? { form } : {})).toMatchObject({ to: "/staff" });
    expect((await tablet.ask(groups)).data).toMatchObject({ isShared: true });
    const gone = new Phone();
    gone.keep(exitAnswer().headers);
    for (const handler of [join, groups]) expect(await gone.ask(handler)).toMatchObject({ to: "/" });
  });

  test("signing in by the staff's way leads to the group's page that was asked for", async () => {
    const phone = new Phone();
    const { askSignIn } = await import("~/data/people.server");
    await askSignIn(wyco.rosa.email, phone.address);
    phone.cookies.set("__Host-asked", encodeURIComponent(wyco.rosa.email));
    phone.cookies.set("__Host-onward", `/group/${wyco.groupId}/desk`);
    const form = { code: codeIn(wyco.rosa.email) };
    expect(await phone.ask(staffCode, { form })).toMatchObject({ to: `/group/${wyco.groupId}/desk` });
    expect(await phone.ask(home)).toMatchObject({ status: 302, to: "/group" });
  });
});

describe("a group", () => {
  const form = (more: Record<string, string> = {}) => ({
    region: String(regionId),
    name: `Argentine ${randomUUID()}`,
    about: "Rides.\r\nFood.",
    zips: "66101, 66102  66101",
    secondName: "Omar",
    secondEmail: `omar-${randomUUID()}@example.org`,
    ...more,
  });

  test("begins, mails the second one in both languages, and sent twice is one group and one mail", async () => {
    const nia = await seedPerson(database.owner, { name: "Nia" });
    const sent = { key: randomUUID(), ...form() };
    const first = await as(nia, begin, sent);
    expect(first).toMatchObject({ status: 302, to: expect.stringMatching(/^\/group\/\d+\?said=begun$/) });
    expect(await as(nia, begin, sent)).toEqual(first);
    const mails = outboxMessages().filter(({ to }) => to === sent.secondEmail);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toMatch(/Nia asks you[^]*http:\/\/localhost\/group\n[^]*Nia le pide/);
    const { groupId } = (await myGroups(nia.token))[0]!;
    expect(await groupSheet(nia.token, groupId)).toMatchObject({
      zips: ["66101", "66102"],
      about: "Rides.\nFood.",
      state: "gathering",
    });
  });

  test.each([
    [{ name: " " }, 400, "name"],
    [{ name: "x".repeat(81) }, 400, "name"],
    [{ about: "x".repeat(601) }, 400, "about"],
    [{ zips: "66101 6610" }, 400, "zips"],
    [{ secondName: "" }, 400, "secondName"],
    [{ secondEmail: "omar" }, 400, "secondEmail"],
    [{ region: "987654" }, 409, "region"],
    [{ region: "-1" }, 400, "region"],
    [{ key: "old" }, 400, "form"],
  ])("is not begun with %j, and nothing typed is lost", async (wrong, status, field) => {
    const nia = await seedPerson(database.owner, { name: "Nia" });
    const typed = form(wrong as Record<string, string>);
    const said = await as(nia, begin, typed);
    expect(said.status).toBe(status);
    expect(Object.keys(said.data!.problems as object)).toEqual([field]);
    const { key: _key, ...kept } = typed as Record<string, string>;
    expect(said.data!.typed).toEqual(kept);
    expect(await myGroups(nia.token)).toEqual([]);
  });

  test("is not begun with oneself alone, or under a name that is there", async () => {
    const nia = await seedPerson(database.owner, { name: "Nia" });
    const problems = async (more: Record<string, string>) =>
      (await as(nia, begin, form(more))).data!.problems;
    expect(Object.keys((await problems({ secondEmail: nia.email })) as object)).toEqual(["secondEmail"]);
    expect(Object.keys((await problems({ name: `neighbors ${seeds}` })) as object)).toEqual(["name"]);
  });

  test("that two coordinate is let in by the operator alone, and families then see it", async () => {
    const nia = await seedPerson(database.owner, { name: "Nia" });
    const omar = await seedPerson(database.owner, { name: "Omar" });
    const operator = await seedPerson(database.owner, { name: "Op", isOperator: true });
    const begun = await as(nia, begin, form({ secondEmail: omar.email }));
    const groupId = Number(/\d+/.exec(begun.to!)![0]);
    expect(await as(omar, answer, { say: "yes", name: "" }, groupId)).toMatchObject({
      status: 400,
      data: { typed: "" },
    });
    expect(await as(omar, answer, { say: "yes", name: "Omar D." }, groupId)).toMatchObject({
      to: `/group/${groupId}`,
    });
    expect(await as(nia, decide, { say: "yes" }, groupId)).toMatchObject({ status: 404 });
    expect((await as(operator, own)).data).toMatchObject({
      groups: [{ groupId, decides: true, entry: null }],
    });
    expect(await as(operator, decide, { say: "yes" }, groupId)).toMatchObject({
      to: `/group/${groupId}?said=opened`,
    });
    expect(await as(operator, decide, { say: "yes" }, groupId)).toMatchObject({ to: "/group?said=moved-on" });
    expect(JSON.stringify(await new Phone().ask(groups))).toContain("Argentine");
    expect(await as(operator, decide, { say: "no" }, groupId)).toMatchObject({ to: "/group?said=closed" });
    expect(await findListedGroup(groupId)).toBeUndefined();
  });
});

describe("the people of a group", () => {
  test("who wants to join waits, is let in, and sees no more than who coordinates", async () => {
    const ida = await seedPerson(database.owner, { name: "Ida" });
    expect(await as(ida, ask, { words: "x".repeat(601) })).toMatchObject({
      status: 400,
      data: { typed: "x".repeat(601) },
    });
    expect(await as(ida, ask, { words: "I can drive." })).toMatchObject({ to: "/group?said=asked" });
    expect(await as(ida, asking)).toMatchObject({ status: 302, to: "/group" });
    expect((await as(wyco.rosa, own)).data).toMatchObject({ groups: [{ asking: 1 }] });
    expect(JSON.stringify(await as(wyco.rosa, people))).toContain("I can drive.");
    const yes = { person: String(ida.personId), say: "yes" };
    expect(await as(wyco.luis, answerJoin, yes)).toMatchObject({ to: expect.stringMatching(/said=in$/) });
    expect(await as(wyco.luis, answerJoin, yes)).toMatchObject({ to: expect.stringMatching(/moved-on$/) });
    const sheet = JSON.stringify(await as(ida, people));
    expect(sheet).toContain("Rosa");
    expect(sheet).not.toMatch(/@|I can drive/);
    expect(await as(ida, asking)).toMatchObject({ to: `/group/${wyco.groupId}` });
  });

  test("who was not let in is told to wait a week, with the words kept", async () => {
    const ida = await seedPerson(database.owner, { name: "Ida" });
    await as(ida, ask, { words: "" });
    await as(wyco.rosa, answerJoin, { person: String(ida.personId), say: "no" });
    expect(await as(ida, ask, { words: "Please." })).toMatchObject({
      status: 409,
      data: { typed: "Please.", problem: expect.stringContaining("week") },
    });
  });

  test("an invitation is mailed once; oneself and who is in are told apart in words", async () => {
    const email = `zoe-${randomUUID()}@example.org`;
    const zoe = { key: randomUUID(), name: "Zoe", email, role: "member" };
    const sent = { status: 302, to: `/group/${wyco.groupId}?said=invited` };
    expect(await as(wyco.rosa, invite, zoe)).toMatchObject(sent);
    expect(await as(wyco.rosa, invite, zoe)).toMatchObject(sent);
    expect(outboxMessages().filter(({ to }) => to === email)).toHaveLength(1);
    for (const again of [wyco.rosa.email, wyco.luis.email])
      expect(await as(wyco.rosa, invite, { ...zoe, key: randomUUID(), email: again })).toMatchObject({
        status: 409,
        data: { typed: { name: "Zoe", email: again }, problems: { email: expect.any(String) } },
      });
    expect(await as(wyco.rosa, invite, { ...zoe, email: "other@example.org" })).toMatchObject({
      status: 409,
      data: { problems: { form: expect.any(String) } },
    });
  });

  test("two coordinators stay; a third may be made, and one of the others then goes", async () => {
    const maya = await seedMember(database.owner, wyco.groupId);
    const of = ({ personId }: Seeded, more = {}) => ({ person: String(personId), ...more });
    expect(await as(wyco.rosa, endOf, of(wyco.luis))).toMatchObject({
      to: expect.stringMatching(/too-few$/),
    });
    expect(await as(wyco.rosa, role, of(wyco.luis, { to: "member" }))).toMatchObject({
      to: expect.stringMatching(/too-few$/),
    });
    expect(await as(wyco.rosa, role, of(maya, { to: "on-call" }))).toMatchObject({
      to: expect.stringMatching(/changed$/),
    });
    expect(await as(wyco.luis, endOf, of(wyco.luis))).toMatchObject({ to: "/group?said=left" });
    expect(await as(wyco.luis, people)).toMatchObject({ status: 404 });
    expect(await as(maya, people)).toMatchObject({ data: { group: { isCoordinator: true } } });
  });

  test("what it says of itself is changed by a coordinator; an old form changes nothing", async () => {
    const changed = { name: "New name", about: "", zips: "" };
    expect(await as(wyco.rosa, about, { ...changed, key: "old" })).toMatchObject({ status: 400 });
    expect(await as(wyco.rosa, about, changed)).toMatchObject({ to: expect.stringMatching(/changed$/) });
    expect(await findListedGroup(wyco.groupId)).toMatchObject({ name: "New name", about: null, zips: [] });
    await seedGroup(database.owner, regionId, { name: "Taken" });
    expect(await as(wyco.rosa, about, { ...changed, name: "taken" })).toMatchObject({
      status: 409,
      data: { typed: { name: "taken" } },
    });
  });

  test.each(["0", "x", "-1", "1e3", "99999999999999999999"])("group %j is not there", async (id) => {
    const asked = { by: wyco.rosa.token, placeId: 0, params: { groupId: id } };
    for (const handler of [people, asking])
      expect(await askHandler(handler, asked)).toMatchObject({ status: 404 });
  });
});
