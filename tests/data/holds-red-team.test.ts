/** Whoever logs in as the app itself and writes their own SQL: what they still cannot do to holds. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Sql } from "~/data/connection.server";
import { testDatabase } from "../support/database";
import { aHash, auditPools, MOTHER_AND_TWO, oversold, requested, takeHold, wanted } from "../support/holds";
import { storedHold, storedPool } from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let web: Sql;
let placeId: number;
let token: string;
let stranger: string;
let size = 4;

beforeAll(async () => {
  const { owner } = database;
  web = connect(database.webUrl, { max: 8 });
  const regionId = await seedRegion(owner);
  ({ placeId } = await seedPlace(owner, regionId, { key: "hope-house" }));
  ({ token } = await seedStaff(owner, placeId));
  const other = await seedPlace(owner, regionId, { key: "elsewhere" });
  ({ token: stranger } = await seedStaff(owner, other.placeId, { name: "Sam" }));
  await auditPools(owner);
});
afterAll(() => web.end({ timeout: 1 }));

async function poolOf(capacity: number): Promise<number> {
  const { owner } = database;
  await owner`update pools set people_per_unit = ${(size += 1)} where people_per_unit = 4`;
  return seedPool(owner, placeId, { capacity, counted: true });
}

type Own = Partial<Record<"device" | "address" | "units" | "way" | "party" | "contact", unknown>>;

async function take(poolId: number, own: Own = {}): Promise<string> {
  const { device = aHash(), address = aHash(), units = 1, way = "web", contact = null } = own;
  const party = "party" in own ? null : web.json(MOTHER_AND_TWO);
  const [row] = await web`
    select take_hold(
      ${randomUUID()}, ${device as never}, ${address as never}, ${randomUUID()}, ${aHash()}, ${poolId},
      ${units as never}, ${party}, null, null, ${contact as never}, ${way as never}
    ) ->> 'kind' as kind`;
  return row!.kind as string;
}

describe("they cannot", () => {
  test("have more than the unconfirmed share of a pool, under however many devices and addresses", async () => {
    const poolId = await poolOf(10);
    const answers = await Promise.all(Array.from({ length: 30 }, () => take(poolId)));
    expect(answers.filter((kind) => kind === "taken")).toHaveLength(3);
    expect(await storedPool(database.owner, poolId)).toMatchObject({ held: 3 });
  });

  test("say that a contact is confirmed without a code, nor with another device's", async () => {
    const poolId = await poolOf(20);
    const shown = wanted(poolId);
    await takeHold(shown);
    const device = aHash();
    expect(await take(poolId, { device, contact: shown.contact })).toBe("taken");
    const [hold] = await database.owner`select confirmed from holds where device_hash = ${device}`;
    expect(hold!.confirmed).toBe(false);
  });

  test("take one without an address or device, for nobody, for more than they are, or by staff's way", async () => {
    const poolId = await poolOf(20);
    for (const own of [
      { address: null },
      { device: null },
      { units: 0 },
      { units: -1 },
      { units: 4 },
      { units: null },
      { way: "phone" },
      { way: "sample" },
      { way: null },
      { party: null },
    ])
      expect(await take(poolId, own), JSON.stringify(own)).toBe("out-of-range");
    expect(await storedPool(database.owner, poolId)).toMatchObject({ held: 0 });
  });

  test("open, extend, cancel or confirm a hold of which they know the id alone", async () => {
    const hold = requested(await poolOf(10));
    await takeHold(hold);
    const { holdId } = hold;
    const kind = async (call: string) => (await web.unsafe(`select ${call} ->> 'kind' as kind`))[0]!.kind;
    const key = () => `'${randomUUID()}'`;
    const other = `sha256('${randomUUID()}')`;
    expect(await kind(`extend_hold(${key()}, ${other}, '${holdId}', now())`)).toBe("unknown-hold");
    expect(await kind(`cancel_hold(${key()}, ${other}, '${holdId}')`)).toBe("unknown-hold");
    expect(await kind(`find_hold(${other}, ${other})`)).toBe("unknown-code");
    expect(await kind(`confirm_contact(${key()}, ${other}, 'ana@example.org', ${other}, ${other})`)).toBe(
      "wrong-code",
    );
    for (const change of ["accept_hold", "extend_hold_by_staff", "no_show", "arrive", "take_back_arrival"]) {
      expect(await kind(`${change}(${key()}, '${stranger}', '${holdId}')`), change).toBe("unknown-hold");
      expect(await kind(`${change}(${key()}, 'person 1', '${holdId}')`), change).toBe("signed-out");
    }
    expect(await storedHold(database.owner, holdId)).toMatchObject({ state: "held", events: ["taken"] });
  });

  test("answer another's key, nor use their own for another change", async () => {
    const hold = requested(await poolOf(10));
    await takeHold(hold);
    const [row] = await web`
      select cancel_hold(${hold.key}, ${hold.device}, ${hold.holdId}) ->> 'kind' as kind`;
    expect(row!.kind).toBe("key-used-otherwise");
    expect(await storedHold(database.owner, hold.holdId)).toMatchObject({ state: "held" });
  });

  test("make more of a pool by arrivals and slips in turns, many at once", async () => {
    const poolId = await poolOf(3);
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) {
      const hold = wanted(poolId);
      await takeHold(hold);
      ids.push(hold.holdId);
    }
    const calls = Array.from({ length: 60 }, (_, n) => {
      const holdId = ids[n % 3]!;
      return n % 2
        ? web`select arrive(${randomUUID()}, ${token}, ${holdId})`
        : web`select take_back_arrival(${randomUUID()}, ${token}, ${holdId})`;
    });
    await Promise.all([...calls, ...Array.from({ length: 10 }, () => take(poolId))]);
    const { occupied, held } = await storedPool(database.owner, poolId);
    expect(occupied + held).toBe(3);
    expect(await oversold(database.owner)).toEqual([]);
  });
});
