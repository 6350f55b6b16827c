/** Forms that were saved, whose answer was lost, and that are sent again after things have moved on: answered as before. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { localTime } from "~/domain/zone";
import { action as door } from "~/routes/places.$placeId.door";
import { action as count } from "~/routes/staff.places.$placeId.count";
import { action as countJson } from "~/routes/staff.places.$placeId.count[.]json";
import { action as extra } from "~/routes/staff.places.$placeId.extra";
import { action as tap } from "~/routes/staff.places.$placeId.holds.$step";
import { action as decline } from "~/routes/staff.places.$placeId.holds.decline";
import { action as call } from "~/routes/staff.places.$placeId.holds.phone";
import { action as note } from "~/routes/staff.places.$placeId.note";
import { action as tonight } from "~/routes/staff.places.$placeId.tonight";
import { wallWords } from "~/text/board";
import { testDatabase } from "../support/database";
import { askHandler } from "../support/handlers";
import { letPass, requested, takeHold } from "../support/holds";
import { Phone } from "../support/phone";
import { seedPlace, seedPool, seedRegion, seedStaff, tonight as thisNight } from "../support/seeds";

const database = testDatabase();
const ZONE = "America/Chicago";
let placeId: number;
let poolId: number;
let token: string;
let personId: number;

beforeAll(async () => {
  vi.stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!");
  const { owner } = database;
  ({ placeId } = await seedPlace(owner, await seedRegion(owner), { key: "hope-house" }));
  poolId = await seedPool(owner, placeId, { counted: true });
  ({ token, personId } = await seedStaff(owner, placeId));
});
afterEach(() => void vi.useRealTimers());

const ask = (handler: unknown, form: Record<string, string>) =>
  askHandler(handler, { by: token, placeId, form });
/** The app's clock; the database's goes on as it does. */
const minutesPass = (minutes: number) =>
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minutes * 60_000 });
const clockIn = (minutes: number) => {
  const at = localTime(Math.floor(Date.now() / 1000) + minutes * 60, ZONE).minutes;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
};
const seconds = () => String(Math.floor(Date.now() / 1000));

test.each(["now", "soon after"])("a hold for a caller who comes %s", async (when) => {
  const form = {
    key: randomUUID(),
    pool: String(poolId),
    adults: "1",
    children: "6",
    contact: "",
    when: when === "now" ? "now" : clockIn(3),
    made: seconds(),
  };
  const first = await ask(call, form);
  expect(first.to).toMatch(/\/holds\/code\//);
  minutesPass(6);
  expect(await ask(call, form)).toMatchObject({ status: 302, to: first.to });
});

test("a note until tonight: until the page's tonight ends, whatever hours are known by then", async () => {
  const ends = Math.floor(Date.now() / 60_000) * 60 + 3600;
  const form = {
    key: randomUUID(),
    seen: "0",
    en: "No heat, we close.",
    es: "",
    until: "tonight",
    ends: wallWords(ends, ZONE),
  };
  const saved = { status: 302, to: `/staff/places/${placeId}/note` };
  for (let times = 0; times < 2; times++) expect(await ask(note, form)).toMatchObject(saved);
  const untils = await database.owner<{ until: Date }[]>`
    select until from place_notes where place_id = ${placeId}`;
  expect(untils.map(({ until }) => until.getTime() / 1000)).toEqual([ends]);
});

test("units for a night until a clock time that has come meanwhile", async () => {
  const [{ version }] = await database.owner<[{ version: number }]>`
    select version from pools where pool_id = ${poolId}`;
  const form = {
    key: randomUUID(),
    pool: String(poolId),
    version: String(version),
    extra: "1",
    until: clockIn(5),
    made: seconds(),
  };
  const saved = { status: 302, to: `/staff/places/${placeId}` };
  expect(await ask(extra, form)).toMatchObject(saved);
  minutesPass(8);
  expect(await ask(extra, form)).toMatchObject(saved);
});

test("a count, and units for a night, of a pool that is gone; new ones of it are not there", async () => {
  const { owner } = database;
  const pool = await seedPool(owner, placeId, { household: "men", unit: "bed", counted: true });
  const [{ version }] = await owner<[{ version: number }]>`select version from pools where pool_id = ${pool}`;
  const counted = { key: randomUUID(), pool: String(pool), version: String(version), occupied: "1" };
  expect(await ask(count, counted)).toMatchObject({ status: 302 });
  const more = {
    key: randomUUID(),
    pool: String(pool),
    version: String(version + 1),
    extra: "1",
    until: "8 am",
  };
  expect(await ask(extra, more)).toMatchObject({ status: 302 });
  await owner`update pools set retired_at = clock_timestamp() where pool_id = ${pool}`;
  expect(await ask(count, counted)).toMatchObject({ status: 302, to: `/staff/places/${placeId}` });
  expect(await ask(extra, more)).toMatchObject({ status: 302, to: `/staff/places/${placeId}` });
  const json = { ...counted, by: String(personId) };
  expect(await ask(countJson, json)).toMatchObject({ status: 200, text: expect.stringMatching(/"saved"/) });
  for (const [handler, form] of [[count, counted] as const, [extra, more] as const])
    expect(await ask(handler, { ...form, key: randomUUID() })).toMatchObject({ status: 404 });
});

test("but a word from another night's page is for no night", async () => {
  const words = async () => database.owner`select night from openings where place_id = ${placeId}`;
  const form = (night: string) => ({ key: randomUUID(), night, open: "open" });
  const last = new Date(Date.parse(thisNight()) - 86_400_000).toISOString().slice(0, 10);
  expect(await ask(tonight, form(last))).toMatchObject({ status: 302 });
  expect(await words()).toHaveLength(0);
  expect(await ask(tonight, form(thisNight()))).toMatchObject({ status: 302 });
  expect(await words()).toHaveLength(1);
});

test.each(["accept", "decline"])("%s, tapped on a request that is in no inbox any more", async (step) => {
  const { owner } = database;
  const pool = await seedPool(owner, placeId, { household: "couples", unit: "bed", counted: true });
  const request = requested(pool);
  expect(await takeHold(request)).toMatchObject({ kind: "taken" });
  const form = { key: randomUUID(), hold: request.holdId, reason: "full" };
  const send = (more = {}) =>
    askHandler(step === "decline" ? decline : tap, {
      by: token,
      placeId,
      params: { step },
      form: { ...form, ...more },
    });
  const first = await send();
  expect(first.to).toMatch(/saved=/);
  await letPass(owner, request.holdId, 15 * 60);
  await owner`update holds set closed_at = closed_at - interval '15 hours' where hold_id = ${request.holdId}`;
  expect(await send()).toMatchObject({ status: 302, to: first.to });
  expect(await send({ key: randomUUID() })).toMatchObject({ status: 404 });
  await owner`update pools set retired_at = clock_timestamp() where pool_id = ${pool}`;
});

test("a word at a door, by another network", async () => {
  const phone = new Phone();
  const form = { key: randomUUID(), word: "full" };
  const words = async () => database.owner`select word from door_reports where place_id = ${placeId}`;
  for (const network of ["wifi", "mobile"]) {
    phone.address = network + randomUUID();
    expect(await phone.ask(door, { placeId, form })).toMatchObject({ status: 200, data: { said: "full" } });
  }
  expect(await words()).toHaveLength(1);
});
