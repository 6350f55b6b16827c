import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { findHold } from "~/data/holds.server";
import { connect } from "~/data/connection.server";
import { testDatabase } from "../support/database";
import { aHash, oversold, auditPools, takeHold, wanted, type ToTake } from "../support/holds";
import { countPool, seedPlace, seedPool, seedRegion } from "../support/seeds";

const database = testDatabase();
let placeId: number;
let hold: ToTake;

beforeAll(async () => {
  const { owner } = database;
  await auditPools(owner);
  ({ placeId } = await seedPlace(owner, await seedRegion(owner), { key: "hope-house" }));
  hold = wanted(await seedPool(owner, placeId, { counted: true }));
  await takeHold(hold);
});

test("a code opens its hold on any phone, and says nothing of how to reach them", async () => {
  const answer = await findHold(hold.codeHash, aHash());
  expect(answer).toMatchObject({ kind: "found", hold: { holdId: hold.holdId, placeId, units: 1 } });
  expect(JSON.stringify(answer)).not.toContain(hold.contact);
});

test("thirty wrong guesses an hour are an address's share, many at once or not; right ones cost nothing", async () => {
  const address = aHash();
  for (let i = 0; i < 35; i++)
    expect(await findHold(hold.codeHash, address)).toMatchObject({ kind: "found" });
  const guesses = await Promise.all(Array.from({ length: 50 }, () => findHold(aHash(), address)));
  expect(guesses.filter(({ kind }) => kind === "unknown-code")).toHaveLength(30);
  expect(await findHold(hold.codeHash, address)).toEqual({ kind: "too-many" });
  expect(await findHold(hold.codeHash, aHash())).toMatchObject({ kind: "found" });
  await database.owner`update code_guesses set at = at - interval '61 minutes'`;
  expect(await findHold(hold.codeHash, address)).toMatchObject({ kind: "found" });
});

test("ten thousand wrong guesses an hour are everybody's share", async () => {
  await database.owner`
    insert into code_guesses (address_hash, missed)
    select sha256(n::text::bytea), true from generate_series(1, 10000) as n`;
  expect(await findHold(hold.codeHash, aHash())).toEqual({ kind: "too-many" });
  await database.owner`delete from code_guesses`;
});

test("a right and a wrong code are answered in one shape and, within a millisecond, one time", async () => {
  const [hit, miss]: [number[], number[]] = [[], []];
  const shapes = new Set<string>();
  const web = connect(database.webUrl, { max: 1 });
  for (let i = 0; i < 300; i++) {
    for (const [times, code] of [
      [hit, hold.codeHash],
      [miss, aHash()],
    ] as const) {
      const since = performance.now();
      const [row] = await web`select find_hold(${code}, ${aHash()}) as answer`;
      times.push(performance.now() - since);
      shapes.add(Object.keys(row!.answer).toSorted().join());
    }
  }
  await web.end({ timeout: 1 });
  const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length / 2]!;
  expect(Math.abs(median(hit) - median(miss))).toBeLessThan(1);
  expect([...shapes]).toEqual(["hold,kind"]);
});

test("a change of a hold is announced by its pool and version only", async () => {
  const poolId = await seedPool(database.owner, placeId, { household: "women", counted: true });
  const heard: string[] = [];
  const listening = await database.owner.listen("hold_changed", (payload) => heard.push(payload));
  await takeHold(wanted(poolId));
  await expect.poll(() => heard).toEqual([`${poolId}:1`]);
  await listening.unlisten();
});

test("the web role oversells nothing by its own SQL", async () => {
  const poolId = await seedPool(database.owner, placeId, { household: "men", capacity: 3, counted: true });
  const web = connect(database.webUrl, { max: 8 });
  const take = (more = "") =>
    web.unsafe(`
      select take_hold(
        '${randomUUID()}', sha256('${randomUUID()}'), sha256('${randomUUID()}'), '${randomUUID()}',
        sha256('${randomUUID()}'), ${poolId}, 1,
        '{"adults": 9, "childAges": [], "pets": [], "wheelchair": false, "together": false}'
      ) ${more}`);
  await Promise.allSettled([
    ...Array.from({ length: 20 }, () => take()),
    ...Array.from({ length: 20 }, () => take("from generate_series(1, 5)")),
    web.unsafe(`begin isolation level serializable; select 1; commit`).then(() => take()),
  ]);
  await web.end({ timeout: 1 });
  const [pool] = await database.owner`select held from pools where pool_id = ${poolId}`;
  expect(pool?.held).toBe(1);
  expect(await oversold(database.owner)).toEqual([]);
});

test.each([
  ["an expired hold is given time by hand", "update holds set until = clock_timestamp() + interval '1 hour'"],
  [
    "a closed hold is held again by hand",
    "update holds set state = 'held', closed_at = null, until = clock_timestamp() + interval '1 hour'",
  ],
  ["a hold grows by hand", "update holds set units = units + 5"],
])("%s: the database refuses where there is no room, whoever writes", async (words, statement) => {
  const { owner } = database;
  const [{ width }] = await owner<[{ width: number }]>`select count(*)::smallint + 10 as width from pools`;
  const [{ poolId }] = await owner<[{ poolId: number }]>`
    insert into pools (place_id, household, unit, people_per_unit, capacity)
    values (${placeId}, 'anyone', 'bed', ${width}, 2)
    returning pool_id`;
  await countPool(owner, poolId);
  const old = wanted(poolId);
  await takeHold(old);
  if (!words.startsWith("a hold"))
    await owner`
      update holds set until = clock_timestamp() - interval '1 second' where hold_id = ${old.holdId}`;
  if (words.startsWith("an expired")) await owner`update pools set occupied = 2 where pool_id = ${poolId}`;
  else await takeHold(wanted(poolId));
  if (words.startsWith("a closed")) await takeHold(wanted(poolId));
  await expect(owner.unsafe(`${statement} where hold_id = '${old.holdId}'`)).rejects.toMatchObject({
    constraint_name: "pools_never_oversold",
  });
});
