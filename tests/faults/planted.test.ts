import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { takeHold } from "~/data/holds.server";
import { recordReport } from "~/data/reports.server";
import { testDatabase } from "../support/database";
import { wanted } from "../support/holds";
import { seedPlace, seedPool, seedRegion } from "../support/seeds";
import { faultsIn } from "./check";
import type { Change, History } from "./history";
import { brokenNow, readRows } from "./rows";

const database = testDatabase();
let poolId: number;

beforeEach(async () => {
  const { owner } = database;
  const key = randomUUID();
  const { placeId } = await seedPlace(owner, await seedRegion(owner, key), { key });
  poolId = await seedPool(owner, placeId, { capacity: 2 });
  await recordReport(owner, { key: randomUUID(), who: "the test", way: "command", poolId, occupied: 0 });
  await owner`delete from idempotency_keys`;
});

/** Eight families at once for two rooms, and what the checker says of it. */
async function faultsOfARush(): Promise<string[]> {
  const takes = Array.from({ length: 8 }, () => wanted(poolId));
  const changes = await Promise.all(
    takes.map(async (take): Promise<Change> => {
      const since = performance.now();
      const { kind } = await takeHold(take);
      const said = kind === "taken" ? { kind: "done" as const } : { kind: "refused" as const, why: kind };
      const ms = performance.now() - since;
      return {
        kind: "take",
        key: take.key,
        attempts: [{ sentAt: 0, ms, heldMs: ms, status: 200, said, during: null }],
      };
    }),
  );
  const history: History = { changes, readings: [] };
  const rows = await readRows(database.owner);
  const pools = rows.pools.filter((pool) => pool.poolId === poolId);
  return [...faultsIn(history, { ...rows, pools }), ...(await brokenNow(database.owner))];
}

test("a rush on the last rooms breaks nothing", async () => {
  expect(await faultsOfARush()).toEqual([]);
});

test("a take_hold without its lock is found, at the end and by a looker-on", async () => {
  const { owner } = database;
  const [{ whole }] = await owner<[{ whole: string }]>`
    select pg_get_functiondef('place_hold'::regproc) as whole`;
  const planted = whole
    .replace(/for no key update( of \w+)?/, "")
    .replace("hold.until := case", "perform pg_sleep(0.3); hold.until := case");
  await owner.unsafe(`alter table pools disable trigger pools_never_oversold; ${planted}`);
  try {
    const faults = await faultsOfARush();
    expect(faults).toContainEqual(expect.stringMatching(/^pool \d+ is oversold by hold/));
    expect(faults).toContainEqual(expect.stringMatching(/^seen during the run: pool \d+ is oversold/));
  } finally {
    await owner.unsafe(`alter table pools enable trigger pools_never_oversold; ${whole}`);
  }
});

test("a key whose answer is forgotten is found as two effects", async () => {
  const take = wanted(poolId);
  await takeHold(take);
  await database.owner`delete from idempotency_keys`;
  const rows = await readRows(database.owner);
  const { holdId } = rows.holds.find((hold) => hold.poolId === poolId)!;
  const faults = faultsIn({ changes: [], readings: [] }, rows);
  expect(faults).toContain(`taken ${holdId}: 1 more effects than keys that asked for it`);
});
