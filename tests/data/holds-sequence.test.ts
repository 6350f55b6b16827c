import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import * as holds from "~/data/holds.server";
import { report } from "~/data/reports.server";
import { testDatabase } from "../support/database";
import {
  aHash,
  auditPools,
  inMinutes,
  letPass,
  oversold,
  requested,
  takeHold,
  wanted,
} from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let placeId: number;
let token: string;

beforeAll(async () => {
  const { owner } = database;
  ({ placeId } = await seedPlace(owner, await seedRegion(owner), { key: "hope-house" }));
  ({ token } = await seedStaff(owner, placeId));
  await auditPools(owner);
});

const DEVICES = Array.from({ length: 4 }, aHash);
const CHANGES = [
  "accept",
  "arrive",
  "no-show",
  "decline",
  "give",
  "extend",
  "cancel",
  "lapse",
  "take back",
] as const;

type Step =
  | { do: "take" | "request" | "phone"; pool: number; device: number; units: number; arrival: number }
  | { do: (typeof CHANGES)[number]; hold: number; minutes: number }
  | { do: "report"; pool: number; occupied?: number; capacity?: number; outOfService?: number };

const small = fc.integer({ min: 0, max: 6 });
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom("take" as const, "request" as const, "phone" as const),
    pool: fc.nat(1),
    device: fc.nat(DEVICES.length - 1),
    units: fc.integer({ min: 1, max: 3 }),
    arrival: fc.integer({ min: 0, max: 170 }),
  }),
  fc.record({ do: fc.constantFrom(...CHANGES), hold: fc.nat(9), minutes: fc.integer({ min: 1, max: 200 }) }),
  fc.record(
    {
      do: fc.constant("report" as const),
      pool: fc.nat(1),
      occupied: small,
      capacity: small,
      outOfService: small,
    },
    { requiredKeys: ["do", "pool"] },
  ),
);

type Town = { pools: number[]; holdIds: string[]; devices: Map<string, Uint8Array> };

/** Two pools of a place whose earlier ones are closed, and no hold that stands. */
async function newTown(): Promise<Town> {
  const { owner } = database;
  await owner`update holds set state = 'cancelled', closed_at = clock_timestamp() where state = 'held'`;
  await owner`update pools set retired_at = clock_timestamp() where retired_at is null`;
  const pools = [
    await seedPool(owner, placeId, { capacity: 3, counted: true }),
    await seedPool(owner, placeId, { capacity: 6, household: "adults", counted: true }),
  ];
  return { pools, holdIds: [], devices: new Map() };
}

async function perform(step: Step, town: Town): Promise<unknown> {
  const key = randomUUID();
  if (step.do === "report") {
    const { pool, do: _, ...count } = step;
    return report({ key, token, poolId: town.pools[pool]!, ...count });
  }
  if ("pool" in step) {
    const draft = step.do === "request" ? requested : wanted;
    const hold = draft(town.pools[step.pool]!, {
      device: DEVICES[step.device],
      ...(step.do !== "request" && { contact: `family-${step.device}@example.org` }),
      units: step.units,
      arrivesAt: inMinutes(step.arrival),
    });
    town.holdIds.push(hold.holdId);
    town.devices.set(hold.holdId, hold.device);
    return step.do === "phone" ? holds.holdByPhone({ ...hold, token }) : takeHold(hold);
  }
  if (town.holdIds.length === 0) return undefined;
  const holdId = town.holdIds[step.hold % town.holdIds.length]!;
  const byStaff = { key, token, holdId };
  const byHolder = { key, holdId, holder: town.devices.get(holdId)! };
  switch (step.do) {
    case "accept":
      return holds.acceptHold(byStaff);
    case "arrive":
      return holds.arrive(byStaff);
    case "take back":
      return holds.takeBackArrival(byStaff);
    case "no-show":
      return holds.noShow(byStaff);
    case "decline":
      return holds.declineHold({ ...byStaff, reason: "full of snow" });
    case "give":
      return holds.extendHoldByStaff(byStaff);
    case "extend":
      return holds.extendHold({ ...byHolder, arrivesAt: inMinutes(step.minutes) });
    case "cancel":
      return holds.cancelHold(byHolder);
    case "lapse":
      return letPass(database.owner, holdId, step.minutes);
  }
}

/** Live units never exceed what is there unless a report said so: no change that raises them was let through. */
async function expectSound(): Promise<void> {
  expect(await oversold(database.owner)).toEqual([]);
  const twice = await database.owner`
    select device_hash
    from holds
    where state = 'held' and until > clock_timestamp() and device_hash is not null
    group by device_hash
    having count(*) > 1`;
  expect([...twice]).toEqual([]);
}

test("after any sequence of changes, one after the other, held is its holds and nothing is oversold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 30 }), async (sequence) => {
      const town = await newTown();
      for (const step of sequence) {
        await perform(step, town);
        await expectSound();
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

test("nor after any changes at once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 20, maxLength: 60 }), async (sequence) => {
      const town = await newTown();
      const half = Math.floor(sequence.length / 2);
      for (const some of [sequence.slice(0, half), sequence.slice(half)])
        await Promise.all(some.map((step) => perform(step, town)));
      await expectSound();
    }),
    { numRuns: 25 },
  );
}, 120_000);
