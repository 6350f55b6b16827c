import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { AlertWatch } from "~/data/alert-watch.server";
import { arrive, holdsAt, takeBackArrival } from "~/data/holds.server";
import { report } from "~/data/reports.server";
import { noAlerts, storedAlert, waiting } from "../support/alerts";
import { testDatabase } from "../support/database";
import { storedHold } from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let regionId: number;
let placeId: number;
let poolId: number;
let token: string;
let seeds = 0;

beforeEach(async () => {
  vi.stubEnv("APP_SECRET", "only-for-tests-and-nothing-else!")
    .stubEnv("SMTP_URL", "")
    .stubEnv("OUTBOX", "on");
  const { owner } = database;
  await noAlerts(owner);
  watch = new AlertWatch();
  regionId = await seedRegion(owner, `offers-${++seeds}`);
  ({ placeId } = await seedPlace(owner, regionId, { key: `house-${seeds}` }));
  poolId = await seedPool(owner, placeId, { capacity: 2 });
  ({ token } = await seedStaff(owner, placeId));
});

/** Of several, only one looks after whoever waits. */
let watch: AlertWatch;

async function offered(): Promise<{ alertId: string; holdId: string }> {
  await report({ key: randomUUID(), token, poolId, occupied: 0 });
  const alertId = await waiting(database.owner, regionId);
  await watch.round();
  return { alertId, holdId: (await storedAlert(database.owner, alertId)).holdId! };
}

test("a family that was told its room is held keeps it when the arrival was a slip", async () => {
  const { alertId, holdId } = await offered();
  await arrive({ key: randomUUID(), token, holdId });
  await watch.round();
  expect(await storedAlert(database.owner, alertId)).toMatchObject({ state: "ended", endedAs: "taken" });
  expect(await takeBackArrival({ key: randomUUID(), token, holdId })).toMatchObject({ state: "held" });
  expect(await storedHold(database.owner, holdId)).toMatchObject({
    state: "held",
    confirmed: true,
    minutes: 60,
  });
});

test("one that was told nothing yet is asked as before", async () => {
  const { alertId, holdId } = await offered();
  await arrive({ key: randomUUID(), token, holdId });
  await takeBackArrival({ key: randomUUID(), token, holdId });
  await watch.round();
  expect(await storedAlert(database.owner, alertId)).toMatchObject({ state: "offered", holdId });
  expect(await storedHold(database.owner, holdId)).toMatchObject({ confirmed: false, minutes: 10 });
  const inbox = await holdsAt(token, placeId);
  expect(inbox).toMatchObject({ holds: [{ holdId, contact: null }] });
});
