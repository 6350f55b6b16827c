import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import * as desk from "~/data/desk.server";
import { DeskStreams } from "~/http/desk-live.server";
import { digestOf } from "~/http/digest.server";
import { MOTHER, seedAsk } from "../support/asks";
import { testDatabase } from "../support/database";
import { type Open, streamsFrom } from "../support/event-streams";
import { seedGroup, seedMember, seedPerson, type Seeded, type SeededGroup } from "../support/groups";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
process.env.APP_SECRET = "only-for-tests-and-nothing-else!";
const streams = new DeskStreams(500);
let regionId: number;
let wyco: SeededGroup;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  wyco = await seedGroup(database.owner, regionId);
});

const from = streamsFrom(
  (asked, url, line) => streams.open(asked, url.pathname.split("/")[2]!, line),
  () => streams.close(),
);
const open = (by: Pick<Seeded, "token"> = wyco.rosa, of: number | string = wyco.groupId) =>
  from(`/group/${of}/live`, `__Host-staff=${by.token}`);
const desks = (page: Open) => page.told("news");
const digest = async () => digestOf((await desk.deskOf(wyco.rosa.token, wyco.groupId))!);

test("an open desk hears of a new ask within a second, and of its own changes; never what they are", async () => {
  const [mine, luis] = [await open(), await open(wyco.luis)];
  await expect.poll(() => desks(mine).length).toBe(1);
  expect(desks(mine)).toEqual([await digest()]);
  const since = Date.now();
  const askId = await seedAsk(wyco.groupId);
  await expect.poll(async () => desks(luis).at(-1)).toBe(await digest());
  expect(Date.now() - since).toBeLessThan(1_000);
  const before = await digest();
  await desk.noteOnAsk({ key: randomUUID(), token: wyco.rosa.token, askId, words: "a note" });
  // A note changes no line of the desk, but the page of the ask.
  await expect.poll(() => luis.words()).toContain(`event: touched\ndata: ${askId}\n`);
  expect(desks(luis).at(-1)).toBe(before);
  await expect.poll(() => luis.words()).toMatch(/event: beat\n/);
  for (const secret of [MOTHER.area!, MOTHER.words!, MOTHER.contact!, "a note"])
    expect(luis.words()).not.toContain(secret);
  for (const each of [mine, luis]) each.leave();
  await expect.poll(() => streams.size).toBe(0);
});

test("another group's desk hears nothing of it", async () => {
  const other = await seedGroup(database.owner, regionId, { name: "Other" });
  const theirs = await open(other.rosa, other.groupId);
  await expect.poll(() => desks(theirs).length).toBe(1);
  const askId = await seedAsk(wyco.groupId);
  const mine = await open();
  await expect.poll(() => desks(mine).length).toBe(1);
  await desk.noteOnAsk({ key: randomUUID(), token: wyco.rosa.token, askId, words: "x" });
  await expect.poll(() => mine.words()).toContain(askId);
  expect(desks(theirs)).toHaveLength(1);
  expect(theirs.words()).not.toContain(askId);
  for (const each of [mine, theirs]) each.leave();
  await expect.poll(() => streams.size).toBe(0);
});

test("nobody hears who does not coordinate there", async () => {
  for (const by of [await seedMember(database.owner, wyco.groupId), await seedPerson(database.owner)])
    expect((await open(by)).status).toBe(404);
  for (const of of [987_654, "x", "1e3"]) expect((await open(wyco.rosa, of)).status).toBe(404);
  const nobody = await open({ token: "nobody" });
  await nobody.ended;
  expect(nobody.words()).toBe("event: signed-out\ndata: 1\n\n");
});

test.each([
  ["is signed out", "update sessions set ended_at = clock_timestamp() where person_id = $1"],
  ["lost access", "update people set disabled_at = clock_timestamp() where person_id = $1"],
  ["is a member only", "update group_people set role = 'member', on_call = false where person_id = $1"],
])("a stream ends with who %s", async (_what, sql) => {
  const { rosa, groupId } = await seedGroup(database.owner, regionId, { name: randomUUID() });
  const mine = await open(rosa, groupId);
  await expect.poll(() => desks(mine).length).toBe(1);
  await database.owner.unsafe(sql, [rosa.personId]);
  await mine.ended;
  expect(desks(mine)).toHaveLength(1);
  expect(mine.words()).toMatch(/event: signed-out\ndata: 1\n\n$/);
});

test("one session with many tabs takes no other's room", async () => {
  const tabs = await Promise.all(Array.from({ length: 9 }, () => open()));
  expect(tabs.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 8 }, () => 200), 503]);
  for (const tab of tabs) tab.leave();
  await expect.poll(() => streams.size).toBe(0);
});
