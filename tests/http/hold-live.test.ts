import { randomBytes, randomUUID } from "node:crypto";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf, hashOfCode } from "~/data/codes.server";
import * as holds from "~/data/holds.server";
import { keyedHash } from "~/data/keyed-hash.server";
import { openedCookie } from "~/http/device.server";
import { HoldStreams } from "~/http/hold-live.server";
import { toldOf } from "~/http/own-hold.server";
import { testDatabase } from "../support/database";
import { requested, takeHold } from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

process.env.APP_SECRET = "only-for-tests-and-nothing-else!";
const database = testDatabase();
const streams = new HoldStreams(500);
let server: Server;
let [placeId, poolId] = [0, 0];
let token: string;

beforeAll(async () => {
  const regionId = await seedRegion(database.owner);
  ({ placeId } = await seedPlace(database.owner, regionId, { key: "hope-house" }));
  poolId = await seedPool(database.owner, placeId, { capacity: 90, counted: true });
  ({ token } = await seedStaff(database.owner, placeId));
  server = createServer((asked, answer) => {
    const headers = { cookie: asked.headers.cookie ?? "" };
    void streams.open(new Request("http://localhost/hold/live", { headers }), answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  streams.close();
  server.closeAllConnections();
  server.close();
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

function open(cookie: string) {
  const { port } = server.address() as AddressInfo;
  type Open = { status: number; words: () => string; ended: Promise<void>; leave(): void };
  return new Promise<Open>((resolve, reject) => {
    const asked = request({ port, headers: { cookie } }, (answer) => {
      let words = "";
      answer.setEncoding("utf8").on("data", (more: string) => (words += more));
      answer.on("error", () => {});
      const ended = new Promise<void>((end) => answer.once("close", () => end()));
      resolve({ status: answer.statusCode!, words: () => words, ended, leave: () => asked.destroy() });
    });
    asked.on("error", reject).end();
  });
}
const newsOf = ({ words }: { words(): string }) =>
  [...words().matchAll(/event: news\ndata: (.*)\n/g)].map(([, told]) => told);
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
  expect(newsOf(page).at(-1)).toBe(toldOf((await holds.holdOfDevice(phone.device))!));
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
  expect(newsOf(page).at(-1)).toBe(toldOf((await holds.holdOfDevice(phone.device))!));
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

test.each([
  ["no hold", () => newPhone().cookie],
  ["no cookie", () => ""],
  ["a made-up one", () => `__Host-hold=${randomUUID()}.${randomBytes(32).toString("base64url")}`],
])("nobody hears anything with %s", async (_what, cookie) => {
  const page = await open(cookie());
  await page.ended;
  expect(page.words()).toBe("event: signed-out\ndata: 1\n\n");
});

test("one hold with many tabs takes no other's room", async () => {
  const phone = newPhone();
  await asks(phone);
  const tabs = await Promise.all(Array.from({ length: 9 }, () => open(phone.cookie)));
  expect(tabs.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 8 }, () => 200), 503]);
  for (const tab of tabs) tab.leave();
  await expect.poll(() => streams.size).toBe(0);
});
