import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { action as count, loader as question } from "~/routes/staff.places.$placeId.count";
import { loader as log } from "~/routes/staff.places.$placeId.log";
import { loader as csv } from "~/routes/staff.places.$placeId.log[.]csv";
import { loader as board } from "~/routes/staff.places.$placeId._index";
import { action as countJson } from "~/routes/staff.places.$placeId.count[.]json";
import { action as extra } from "~/routes/staff.places.$placeId.extra";
import { action as extraJson } from "~/routes/staff.places.$placeId.extra[.]json";
import { action as note, loader as notePage } from "~/routes/staff.places.$placeId.note";
import { action as tonight } from "~/routes/staff.places.$placeId.tonight";
import { action as tonightJson } from "~/routes/staff.places.$placeId.tonight[.]json";
import { loader as home } from "~/routes/staff._index";
import { testDatabase } from "../support/database";
import { askHandler, type AskedAs } from "../support/handlers";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let hopeHouse: number;
let elsewhere: number;
let poolId: number;
let token: string;
let personId: number;

beforeAll(async () => {
  const { owner } = database;
  const regionId = await seedRegion(owner);
  ({ placeId: hopeHouse } = await seedPlace(owner, regionId, { key: "hope-house" }));
  ({ placeId: elsewhere } = await seedPlace(owner, regionId, { key: "elsewhere" }));
  poolId = await seedPool(owner, hopeHouse);
  ({ token, personId } = await seedStaff(owner, hopeHouse));
});

const ask = (handler: unknown, asked: Partial<AskedAs> = {}) =>
  askHandler(handler, { by: token, placeId: hopeHouse, ...asked });

const PAGES: [string, unknown, Record<string, string>?][] = [
  ["the board", board],
  ["the log", log],
  ["the log as a table", csv],
  ["a count", count, { key: randomUUID(), pool: "1", version: "1" }],
  ["extra units", extra, { key: randomUUID(), pool: "1", version: "1", extra: "2", until: "8 am" }],
  ["the note", notePage],
  ["a note that is written", note, { key: randomUUID(), seen: "0", en: "Ring.", until: "tonight" }],
  ["tonight's word", tonight, { key: randomUUID(), night: "2026-01-01", open: "open" }],
];

describe.each(PAGES)("%s", (_name, handler, form) => {
  test("is nobody's who has not signed in", async () => {
    expect(await ask(handler, { by: "nobody", form })).toMatchObject({ status: 302, to: "/staff/sign-in" });
  });

  test("of a place that is somebody else's is not there", async () => {
    expect(await ask(handler, { placeId: elsewhere, form })).toMatchObject({ status: 404 });
    expect(await ask(handler, { placeId: 987_654, form })).toMatchObject({ status: 404 });
  });
});

test.each([
  ["a count", count],
  ["a count of the script", countJson],
  ["extra units", extra],
  ["extra units of the script", extraJson],
  ["a note", note],
  ["tonight's word", tonight],
  ["tonight's word of the script", tonightJson],
])("%s sent from another site is refused", async (_name, handler) => {
  expect(await ask(handler, { form: { key: randomUUID() }, site: "cross-site" })).toMatchObject({
    status: 403,
  });
});

describe.each([
  ["a count", countJson],
  ["extra units", extraJson],
  ["tonight's word", tonightJson],
])("%s of the script", (_what, handler) => {
  const form = { key: randomUUID(), pool: "1", version: "1", by: "0" };

  test("waits for who has signed out, and for whoever said it", async () => {
    const nobody = await ask(handler, { by: "nobody", form });
    expect(nobody).toMatchObject({ status: 401, text: '{"kind":"signed-out"}' });
    expect(await ask(handler, { form })).toMatchObject({ status: 409, text: '{"kind":"other-person"}' });
  });

  test("of a place that is somebody else's is not there; what another said of it waits for them", async () => {
    const own = { ...form, by: String(personId) };
    expect(await ask(handler, { placeId: elsewhere, form: own })).toMatchObject({ status: 404 });
    expect(await ask(handler, { placeId: elsewhere, form })).toMatchObject({ status: 409 });
  });
});

test("whoever has one place is led to it", async () => {
  expect(await ask(home)).toMatchObject({ status: 302, to: `/staff/places/${hopeHouse}` });
});

test("the address of a question tells nothing by itself, and leads nowhere while it is asked", async () => {
  expect(await ask(question, { by: "nobody" })).toMatchObject({
    status: 200,
    data: { back: `/staff/places/${hopeHouse}` },
  });
});

describe("a count", () => {
  const version = async () => {
    const [{ now }] = await database.owner<
      [{ now: number }]
    >`select version as now from pools where pool_id = ${poolId}`;
    return String(now);
  };
  const occupied = async () => {
    const [{ now }] = await database.owner<
      [{ now: number }]
    >`select occupied as now from pools where pool_id = ${poolId}`;
    return now;
  };
  const sent = async (more: Record<string, string>) => ({
    key: randomUUID(),
    pool: String(poolId),
    version: await version(),
    ...more,
  });

  test("is saved with one tap, and the board is shown again", async () => {
    const form = await sent({ occupied: "1" });
    const saved = { status: 302, to: `/staff/places/${hopeHouse}` };
    expect(await ask(count, { form })).toMatchObject(saved);
    expect(await ask(count, { form })).toMatchObject(saved);
    expect(await occupied()).toBe(1);
  });

  test("that fills the place is asked about once", async () => {
    const form = await sent({ occupied: "10" });
    expect(await ask(count, { form })).toMatchObject({
      status: 200,
      data: { asks: { kind: "sure", occupied: 10 } },
    });
    expect(await occupied()).toBe(1);
    // As the question's page sends it; the one that was asked about does nothing when it comes again.
    const yes = { ...form, key: randomUUID(), sure: "1" };
    expect(await ask(count, { form: yes })).toMatchObject({ status: 302 });
    expect(await occupied()).toBe(10);
  });

  test("that was saved already is not asked about when it is sent again", async () => {
    const { owner } = database;
    const pool = await seedPool(owner, hopeHouse, { household: "men", unit: "bed" });
    const form = { key: randomUUID(), pool: String(pool), version: "1", occupied: "1", saw: "0-0-10" };
    expect(await ask(count, { form })).toMatchObject({ status: 302 });
    // Taken back, and all but one bed held: now the same count would fill the place.
    await owner`update pools set occupied = 0 where pool_id = ${pool}`;
    await owner`
      insert into holds (hold_id, pool_id, units, confirmed, until, taken_at)
      values (${randomUUID()}, ${pool}, 9, true, now() + interval '1 hour', now())`;
    expect(await ask(count, { form: { ...form, key: randomUUID() } })).toMatchObject({ status: 200 });
    expect(await ask(count, { form })).toMatchObject({ status: 302 });
    expect(await owner`select occupied from pools where pool_id = ${pool}`).toMatchObject([{ occupied: 0 }]);
  });

  test("from a page that showed another one changes nothing, and says what it is now", async () => {
    const form = await sent({ occupied: "9" });
    await database.owner`update pools set occupied = 4 where pool_id = ${poolId}`;
    const answer = await ask(count, { form });
    expect(answer).toMatchObject({
      status: 409,
      data: { asks: { kind: "moved", occupied: 9 }, pool: { occupied: 4 } },
    });
    expect(await occupied()).toBe(4);
  });

  test.each(["-1", "2.5", "100000", "many"])(
    "of %s is kept as it was typed, and saved by nobody",
    async (typed) => {
      const form = await sent({ occupied: typed });
      expect(await ask(count, { form })).toMatchObject({
        status: 400,
        data: {
          asks: { kind: "unclear", typed, toMend: { fields: [{ name: "occupied", typed }, { typed: "" }] } },
        },
      });
      expect(await occupied()).toBe(4);
    },
  );

  test("of a pool that is not this place's is not there", async () => {
    expect(await ask(count, { form: await sent({ pool: "987654", occupied: "1" }) })).toMatchObject({
      status: 404,
    });
  });
});
