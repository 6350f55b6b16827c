import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { loader as code } from "~/routes/staff.places.$placeId.holds.code.$holdId";
import { action as call } from "~/routes/staff.places.$placeId.holds.phone";
import { testDatabase } from "../support/database";
import { askHandler, type AskedAs } from "../support/handlers";
import { storedPool, wanted, takeHold } from "../support/holds";
import { countPool, seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let placeId: number;
let elsewhere: number;
let token: string;
let poolId: number;
let sizes = 10;

beforeAll(async () => {
  const { owner } = database;
  const regionId = await seedRegion(owner);
  ({ placeId } = await seedPlace(owner, regionId, { key: "hope-house" }));
  ({ placeId: elsewhere } = await seedPlace(owner, regionId, { key: "elsewhere" }));
  ({ token } = await seedStaff(owner, placeId));
});

beforeEach(async () => {
  vi.stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!");
  poolId = await newPool(placeId, 4);
});

async function newPool(at: number, capacity: number): Promise<number> {
  const [pool] = await database.owner<[{ poolId: number }]>`
    insert into pools (place_id, household, unit, people_per_unit, capacity)
    values (${at}, 'families', 'room', ${(sizes += 1)}, ${capacity})
    returning pool_id`;
  await countPool(database.owner, pool.poolId);
  return pool.poolId;
}

const ask = (handler: unknown, asked: Partial<AskedAs> = {}) =>
  askHandler(handler, { by: token, placeId, ...asked });

describe("a hold for a caller", () => {
  const typed = () => ({
    key: randomUUID(),
    pool: String(poolId),
    adults: "1",
    children: "6, 9",
    when: "",
    contact: "",
  });
  const holdsOf = async (pool: number) =>
    (await database.owner`select hold_id from holds where pool_id = ${pool}`).length;

  test("leads to its five words, and a second POST to the same", async () => {
    const form = { ...typed(), contact: "913-555-0100" };
    const first = await ask(call, { form });
    expect(first).toMatchObject({ status: 302, to: expect.stringMatching(/\/holds\/code\/[0-9a-f-]{36}$/) });
    expect(await ask(call, { form })).toMatchObject({ status: 302, to: first.to });
    expect(await holdsOf(poolId)).toBe(1);
    const holdId = first.to!.split("/").at(-1)!;
    const page = await ask(code, { params: { holdId } });
    expect(page).toMatchObject({
      data: { hold: { confirmed: true, contact: "913-555-0100", party: { adults: 1, childAges: [6, 9] } } },
    });
    const [en, es] = page.data!.codes as { words: string }[];
    expect(en!.words.split(" ")).toHaveLength(5);
    expect(es!.words).not.toBe(en!.words);
  });

  test("of more people than one room takes is as many rooms as they need", async () => {
    poolId = await seedPool(database.owner, placeId, { household: "anyone", counted: true });
    const form = { ...typed(), adults: "2", children: "1, 2, 3" };
    expect(await ask(call, { form })).toMatchObject({ status: 302 });
    expect(await storedPool(database.owner, poolId)).toMatchObject({ held: 2 });
  });

  test("with something unclear keeps what was typed, and holds nothing", async () => {
    const form = { ...typed(), adults: "some", when: "soon" };
    expect(await ask(call, { form })).toMatchObject({
      status: 400,
      data: {
        typed: { adults: "some", when: "soon", children: "6, 9" },
        problems: { adults: expect.any(String), when: expect.any(String) },
      },
    });
    expect(await holdsOf(poolId)).toBe(0);
  });

  test("where it is full, later than a hold stands, or of another place, says so beside what was typed", async () => {
    poolId = await newPool(placeId, 1);
    await takeHold(wanted(poolId));
    const problem = (field: string) => ({ status: 409, data: { problems: { [field]: expect.any(String) } } });
    expect(await ask(call, { form: typed() })).toMatchObject(problem("pool"));
    const late = new Date(Date.now() + 5 * 3_600_000).toLocaleTimeString("en-US", {
      timeZone: "America/Chicago",
      hour: "numeric",
      minute: "2-digit",
    });
    poolId = await newPool(placeId, 2);
    expect(await ask(call, { form: { ...typed(), when: late } })).toMatchObject(problem("when"));
    const theirs = await newPool(elsewhere, 3);
    expect(await ask(call, { form: { ...typed(), pool: String(theirs) } })).toMatchObject(problem("pool"));
    expect(await holdsOf(theirs)).toBe(0);
    const form = typed();
    await ask(call, { form });
    expect(await ask(call, { form: { ...form, adults: "2" } })).toMatchObject(problem("form"));
  });
});
