import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { recordOpening, report } from "~/data/reports.server";
import { cancelHold, extendHold } from "~/data/holds.server";
import { inboxAt, inboxTold } from "~/http/inbox.server";
import { StaffStreams } from "~/http/staff-live.server";
import { testDatabase } from "../support/database";
import { type Open, streamsFrom } from "../support/event-streams";
import { inMinutes, takeHold, wanted } from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
const streams = new StaffStreams(500);
let [placeId, poolId, elsewhere] = [0, 0, 0];
let token: string;

beforeAll(async () => {
  const regionId = await seedRegion(database.owner);
  ({ placeId } = await seedPlace(database.owner, regionId, { key: "hope-house" }));
  ({ placeId: elsewhere } = await seedPlace(database.owner, regionId, { key: "elsewhere" }));
  poolId = await seedPool(database.owner, placeId, { capacity: 3, counted: true });
  ({ token } = await seedStaff(database.owner, placeId));
});

const from = streamsFrom(
  (asked, url, line) => {
    const [, , , place, part] = url.pathname.split("/");
    return streams.open(asked, place!, part === "holds" ? "inbox" : "board", line);
  },
  () => streams.close(),
);
const open = (of = placeId, by = token, page = "live") =>
  from(`/staff/places/${of}/${page}?lang=en`, `__Host-staff=${by}`);
const boards = (page: Open) => page.told("board").map((told) => JSON.parse(told));

test("a board is told how it is, and each change within two seconds with exact numbers and who made it", async () => {
  const ben = await seedStaff(database.owner, placeId, { name: "Ben" });
  const board = await open();
  expect(board.status).toBe(200);
  await expect.poll(() => boards(board).length).toBe(1);
  const since = Date.now();
  await report({ key: randomUUID(), token: ben.token, poolId, occupied: 2 });
  await expect.poll(() => boards(board).at(-1).rows[0]).toMatchObject({ occupied: 2, free: 1 });
  expect(Date.now() - since).toBeLessThan(2_000);
  expect(boards(board).at(-1).rows[0].saved).toMatch(/, Ben$/);
  const [{ night }] = await database.owner<[{ night: string }]>`
    select ((now() at time zone 'America/Chicago') - interval '5 hours')::date as night`;
  const said = { key: randomUUID(), who: "test", way: "command" as const };
  await recordOpening(database.owner, { ...said, placeId, night, open: true });
  await expect.poll(() => boards(board).at(-1).tonight.state).toBe("open");
  // Nothing new is a beat, not the board again.
  const told = boards(board).length;
  await expect.poll(() => board.words()).toMatch(/event: beat\n/);
  expect(boards(board)).toHaveLength(told);
  board.leave();
  await expect.poll(() => streams.size).toBe(0);
});

test("an open inbox hears within two seconds that a family asks, comes later or gives it up; never who they are", async () => {
  const inbox = await open(placeId, token, "holds/live");
  const news = () => inbox.told("news");
  await expect.poll(() => news().length).toBe(1);
  const hold = wanted(poolId, { arrivesAt: inMinutes(5) });
  const byHolder = () => ({ key: randomUUID(), holder: hold.device, holdId: hold.holdId });
  for (const change of [
    () => takeHold(hold),
    () => extendHold({ ...byHolder(), arrivesAt: inMinutes(20) }),
    () => cancelHold(byHolder()),
  ]) {
    const [since, before] = [Date.now(), news().length];
    await change();
    await expect.poll(() => news().length).toBe(before + 1);
    expect(Date.now() - since).toBeLessThan(2_000);
    expect(news().at(-1)).toBe(inboxTold(await inboxAt(token, placeId), new Date()));
  }
  for (const secret of [hold.holdId, hold.contact!, "childAges"]) expect(inbox.words()).not.toContain(secret);
  await expect.poll(() => inbox.words()).toMatch(/event: beat\n/);
  inbox.leave();
  await expect.poll(() => streams.size).toBe(0);
});

test("nobody hears of a place that is not theirs, nor without a session", async () => {
  expect((await open(elsewhere)).status).toBe(404);
  expect((await open(987_654)).status).toBe(404);
  expect((await open(elsewhere, token, "holds/live")).status).toBe(404);
  const nobody = await open(placeId, "nobody");
  await nobody.ended;
  expect(nobody.words()).toBe("event: signed-out\ndata: 1\n\n");
});

test.each([
  ["is over", "update sessions set ended_at = clock_timestamp() where person_id = $1"],
  ["is of somebody disabled", "update people set disabled_at = clock_timestamp() where person_id = $1"],
  ["is of somebody who left", "delete from memberships where person_id = $1"],
])("a stream ends with its session, when that %s: nothing more is told", async (_what, sql) => {
  const gone = await seedStaff(database.owner, placeId, { name: "Gone" });
  const board = await open(placeId, gone.token);
  await expect.poll(() => boards(board).length).toBe(1);
  await database.owner.unsafe(sql, [gone.personId]);
  await report({ key: randomUUID(), token, poolId, occupied: 1 });
  await board.ended;
  expect(boards(board)).toHaveLength(1);
  expect(board.words()).toMatch(/event: signed-out\ndata: 1\n\n$/);
});

test("one session with many tabs takes no other's room", async () => {
  const tabs = await Promise.all(Array.from({ length: 9 }, () => open()));
  expect(tabs.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 8 }, () => 200), 503]);
  for (const tab of tabs) tab.leave();
  await expect.poll(() => streams.size).toBe(0);
});
