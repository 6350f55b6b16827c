import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test, vi } from "vitest";
import { AlertWatch } from "~/data/alert-watch.server";
import { codeOf, hashOfCode } from "~/data/codes.server";
import * as holds from "~/data/holds.server";
import { keyedHash } from "~/data/keyed-hash.server";
import { report } from "~/data/reports.server";
import { ownAlert, stopAlert } from "~/data/room-alerts.server";
import { alertTold, openedAlertCookie } from "~/http/alert.server";
import { openedCookie } from "~/http/device.server";
import { OwnStreams, type OwnSees } from "~/http/own-live.server";
import { holdTold } from "~/http/own-hold.server";
import { storedAlert, waiting } from "../support/alerts";
import { testDatabase } from "../support/database";
import { type Open, streamsFrom } from "../support/event-streams";
import { requested, takeHold } from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

process.env.APP_SECRET = "only-for-tests-and-nothing-else!";
const database = testDatabase();
const streams = new OwnStreams(500);
let [regionId, placeId, poolId] = [0, 0, 0];
let token: string;

beforeAll(async () => {
  regionId = await seedRegion(database.owner);
  ({ placeId } = await seedPlace(database.owner, regionId, { key: "hope-house" }));
  poolId = await seedPool(database.owner, placeId, { capacity: 90, counted: true });
  ({ token } = await seedStaff(database.owner, placeId));
});

type Phone = { cookie: string; device: Uint8Array };

function newPhone(): Phone {
  const secret = randomBytes(32).toString("base64url");
  return { cookie: `__Host-device=${secret}`, device: keyedHash("device", secret) };
}

async function asks({ device }: Phone): Promise<string> {
  const holdId = randomUUID();
  const codeHash = hashOfCode("hold", codeOf("hold", holdId));
  const hold = requested(poolId, { holdId, codeHash, device });
  expect(await takeHold(hold)).toMatchObject({ kind: "taken" });
  return holdId;
}

const from = streamsFrom(
  (asked, url, line) => streams.open(asked, url.pathname.split("/")[1] as OwnSees, line),
  () => streams.close(),
);
const open = (cookie: string, sees: OwnSees = "hold") => from(`/${sees}/live`, cookie);
/** Asked for, and left before there was an answer. */
const gone = async (cookie: string) => {
  const never = from.without("/hold/live", cookie);
  await sleep(60);
  never();
};
const newsOf = (page: Open) => page.told("news");
const byStaff = (holdId: string) => ({ key: randomUUID(), token, holdId });

test("a family hears of the yes, and of each other change, within two seconds; never what it is", async () => {
  const [phone, other] = [newPhone(), newPhone()];
  const holdId = await asks(phone);
  const page = await open(phone.cookie);
  await asks(other);
  const theirs = await open(other.cookie);
  await expect.poll(() => newsOf(page).length).toBe(1);
  await expect.poll(() => newsOf(theirs).length).toBe(1);
  let since = Date.now();
  await holds.acceptHold(byStaff(holdId));
  await expect.poll(() => newsOf(page).length).toBe(2);
  expect(Date.now() - since).toBeLessThan(2_000);
  expect(newsOf(page).at(-1)).toBe(holdTold((await holds.holdOfDevice(phone.device))!));
  since = Date.now();
  await holds.declineHold({ ...byStaff(holdId), reason: "The heating broke" });
  await expect.poll(() => newsOf(page).length).toBe(3);
  expect(Date.now() - since).toBeLessThan(2_000);
  await expect.poll(() => page.words()).toMatch(/event: beat\n/);
  for (const secret of [holdId, "heating", "declined"]) expect(page.words()).not.toContain(secret);
  expect(newsOf(theirs)).toHaveLength(1);
  for (const each of [page, theirs]) each.leave();
  await expect.poll(() => streams.size).toBe(0);
});

test("it hears that its time is over, of which there is no notice", async () => {
  const phone = newPhone();
  const holdId = await asks(phone);
  await database.owner`
    update holds set until = clock_timestamp() + interval '1 second' where hold_id = ${holdId}`;
  const page = await open(phone.cookie);
  await expect.poll(() => newsOf(page).length).toBe(1);
  await expect.poll(() => newsOf(page).length, { timeout: 3_000 }).toBe(2);
  expect(newsOf(page).at(-1)).toBe(holdTold((await holds.holdOfDevice(phone.device))!));
  page.leave();
  await expect.poll(() => streams.size).toBe(0);
});

test("so does whoever has opened it by its words", async () => {
  const phone = newPhone();
  const holdId = await asks(phone);
  const opened = await open(openedCookie(holdId).split(";", 1)[0]!);
  await expect.poll(() => newsOf(opened).length).toBe(1);
  await holds.acceptHold(byStaff(holdId));
  await expect.poll(() => newsOf(opened).length).toBe(2);
  opened.leave();
  await expect.poll(() => streams.size).toBe(0);
});

test("a family that waits hears that a room is kept for it, and that it is not any more", async () => {
  vi.stubEnv("SMTP_URL", "").stubEnv("OUTBOX", "on");
  const watch = new AlertWatch();
  const alertId = await waiting(database.owner, regionId);
  const page = await open(openedAlertCookie(alertId).split(";", 1)[0]!, "alert");
  await expect.poll(() => newsOf(page).length).toBe(1);
  await report({ key: randomUUID(), token, poolId, occupied: 0 });
  const since = Date.now();
  await watch.round();
  await expect.poll(() => newsOf(page).length).toBe(2);
  expect(Date.now() - since).toBeLessThan(2_000);
  const { holdId } = await storedAlert(database.owner, alertId);
  expect(newsOf(page).at(-1)).toBe(alertTold((await ownAlert(alertId))!));
  await holds.declineHold({ ...byStaff(holdId!), reason: "The heating broke" });
  await expect.poll(() => newsOf(page).length).toBe(3);
  for (const secret of [alertId, holdId!, "offered"]) expect(page.words()).not.toContain(secret);
  page.leave();
  await expect.poll(() => streams.size).toBe(0);
  vi.unstubAllEnvs();
});

test.each([
  ["no hold", () => newPhone().cookie],
  ["no cookie", () => ""],
  ["a made-up one", () => `__Host-hold=${randomUUID()}.${randomBytes(32).toString("base64url")}`],
])("nobody hears anything with %s", async (_what, cookie) => {
  const page = await open(cookie());
  await page.ended;
  expect(page.words()).toBe("event: signed-out\ndata: 1\n\n");
});

test("another phone hears that the family stopped waiting", async () => {
  vi.stubEnv("SMTP_URL", "").stubEnv("OUTBOX", "on");
  const [alertId, other] = [await waiting(database.owner, regionId), await waiting(database.owner, regionId)];
  const cookieOf = (id: string) => openedAlertCookie(id).split(";", 1)[0]!;
  const [page, theirs] = [await open(cookieOf(alertId), "alert"), await open(cookieOf(other), "alert")];
  await expect.poll(() => newsOf(page).length + newsOf(theirs).length).toBe(2);
  await stopAlert({ key: randomUUID(), alertId });
  await expect.poll(() => newsOf(page).length).toBe(2);
  expect(newsOf(theirs)).toHaveLength(1);
  for (const each of [page, theirs]) each.leave();
  await expect.poll(() => streams.size).toBe(0);
  vi.unstubAllEnvs();
});

test("who goes away while the database is slow takes nobody's room", async () => {
  const phone = newPhone();
  await asks(phone);
  const lock = await database.owner.reserve();
  await lock`begin`;
  await lock`lock table holds in access exclusive mode`;
  for (let tab = 0; tab < 8; tab += 1) await gone(phone.cookie);
  await lock`commit`;
  lock.release();
  await sleep(300);
  expect(streams.size).toBe(0);
  const page = await open(phone.cookie);
  expect(page.status).toBe(200);
  page.leave();
  await expect.poll(() => streams.size).toBe(0);
});

test("one hold with many tabs takes no other's room", async () => {
  const phone = newPhone();
  await asks(phone);
  const tabs = await Promise.all(Array.from({ length: 9 }, () => open(phone.cookie)));
  expect(tabs.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 8 }, () => 200), 503]);
  for (const tab of tabs) tab.leave();
  await expect.poll(() => streams.size).toBe(0);
});
