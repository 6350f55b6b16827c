import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { HomeSearch, SearchChange } from "~/domain/home-search";
import { loader as askPage } from "~/routes/group.$groupId.asks.$askId._index";
import { action as change } from "~/routes/group.$groupId.asks.$askId.search.$change";
import { loader as searchPage } from "~/routes/group.$groupId.asks.$askId.search._index";
import { loader as stayPage } from "~/routes/group.$groupId.stays.$stayId._index";
import { seedAsk } from "../support/asks";
import { testDatabase } from "../support/database";
import { seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "../support/groups";
import { askHandler, type AskedAs, type Told } from "../support/handlers";
import { seedRegion } from "../support/seeds";
import { daysFromNow, seedStay } from "../support/stays";

process.env.APP_SECRET = "a secret of at least thirty-two letters";
const database = testDatabase();
let regionId: number;
let wyco: SeededGroup;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
});

beforeEach(async () => {
  wyco = await seedGroup(database.owner, regionId, { name: `WyCo ${randomUUID()}` });
});

const ask = (handler: unknown, by: Seeded, { params, ...more }: Partial<AskedAs> = {}): Promise<Told> =>
  askHandler(handler, {
    by: by.token,
    placeId: 0,
    params: { groupId: String(wyco.groupId), ...params },
    ...more,
  });
/** A form of the page, sent with a key of its own. */
const send = (what: SearchChange, askId: string, form: Record<string, string> = {}, by = wyco.rosa) =>
  ask(change, by, { params: { askId, change: what }, form: { key: randomUUID(), ...form } });
const searchIn = async (handler: unknown, params: Record<string, string>) =>
  (await ask(handler, wyco.rosa, { params })).data!.search as HomeSearch;
const at = (askId: string, done: string) => `/group/${wyco.groupId}/asks/${askId}/search?done=${done}`;

test("a step, what came of it, a home, and a step for a month later; its ask and its stay show it", async () => {
  const { stayId, askId } = await seedStay(wyco);
  const step = { kind: "apply", words: "KCKHA list", due: daysFromNow(3) };
  const sent = { key: randomUUID(), ...step };
  for (let twice = 0; twice < 2; twice++)
    expect(await send("step", askId, sent)).toMatchObject({ to: at(askId, "step") });
  const said = { search: "going-on", steps: [{ words: "KCKHA list", kind: "apply", dueOn: step.due }] };
  expect(await searchIn(searchPage, { askId })).toMatchObject(said);
  expect(await searchIn(askPage, { askId })).toMatchObject(said);
  expect(await searchIn(stayPage, { stayId })).toMatchObject(said);

  const number = String((await searchIn(searchPage, { askId })).steps[0]!.stepId);
  expect(await send("done", askId, { number, result: "Number 41" }, wyco.luis)).toMatchObject({
    to: at(askId, "done"),
  });
  expect(await send("settle", askId, { as: "has-a-home" })).toMatchObject({ to: at(askId, "settle") });
  expect(await searchIn(searchPage, { askId })).toMatchObject({
    search: "has-a-home",
    steps: [{ kind: "follow-up" }, { result: "Number 41" }],
  });
});

test("a family without a stay, in a member's room or nowhere yet, has its search all the same", async () => {
  const askId = await seedAsk(wyco.groupId);
  expect(await searchIn(searchPage, { askId })).toEqual({ search: null, steps: [] });
  await send("step", askId, { kind: "call", words: "2-1-1", due: "" });
  expect(await searchIn(askPage, { askId })).toMatchObject({ steps: [{ words: "2-1-1", dueOn: null }] });
});

test.each<[SearchChange, Record<string, string>, string]>([
  ["step", { kind: "apply", words: " ", due: daysFromNow(3) }, "words"],
  ["step", { kind: "apply", words: "x".repeat(601), due: daysFromNow(3) }, "words"],
  ["step", { kind: "apply", words: "KCKHA list", due: "next week" }, "day"],
  ["step", { kind: "apply", words: "KCKHA list", due: "2026-02-31" }, "day"],
  ["step", { key: "old", kind: "apply", words: "KCKHA list", due: "" }, "old-form"],
  ["done", { number: "x", result: "Number 41" }, "old-form"],
  ["done", { number: "999999999", result: "Number 41" }, "old-form"],
  ["settle", { as: "moved" }, "old-form"],
])("%s with %o changes nothing, says why, and keeps what was typed", async (what, form, why) => {
  const askId = await seedAsk(wyco.groupId);
  const kept = Object.entries(form)
    .filter(([name]) => name !== "key")
    .map(([name, value]) => [name, value.trim()]);
  expect(await send(what, askId, form)).toMatchObject({
    status: 409,
    data: { problem: { change: what, why }, typed: Object.fromEntries(kept) },
  });
  expect(await searchIn(searchPage, { askId })).toEqual({ search: null, steps: [] });
});

test("a result too long is refused; a step of another family is not ticked off from here", async () => {
  const [askId, other] = [await seedAsk(wyco.groupId), await seedAsk(wyco.groupId)];
  await send("step", askId, { kind: "paper", words: "Birth certificate", due: "" });
  const number = String((await searchIn(searchPage, { askId })).steps[0]!.stepId);
  expect(await send("done", askId, { number, result: "x".repeat(601) })).toMatchObject({
    data: { problem: { why: "result" }, typed: { number } },
  });
  expect(await send("done", other, { number, result: "" })).toMatchObject({
    data: { problem: { why: "old-form" } },
  });
  expect((await searchIn(searchPage, { askId })).steps[0]!.doneAt).toBeNull();
});

test("its group's coordinators alone read and change it; everybody else is told that there is none", async () => {
  const askId = await seedAsk(wyco.groupId);
  const other = await seedGroup(database.owner, regionId, { name: `Other ${randomUUID()}` });
  const people = [
    await seedMember(database.owner, wyco.groupId),
    other.rosa,
    await seedPerson(database.owner),
  ];
  for (const by of people) {
    expect(await ask(searchPage, by, { params: { askId } })).toMatchObject({ status: 404 });
    for (const what of ["step", "done", "settle"] as const)
      expect(await send(what, askId, { words: "x", number: "1", as: "ended" }, by)).toMatchObject({
        status: 404,
      });
  }
  const elsewhere = { groupId: String(other.groupId), askId };
  expect(await ask(searchPage, other.rosa, { params: elsewhere })).toMatchObject({ status: 404 });
  expect(await searchIn(searchPage, { askId })).toEqual({ search: null, steps: [] });
});
