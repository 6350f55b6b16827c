import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { AlertWatch } from "~/data/alert-watch.server";
import { forgetAll } from "~/data/forgetting.server";
import { acceptHold, holdsAt } from "~/data/holds.server";
import { report } from "~/data/reports.server";
import { answerOffer, askAlert, stopAlert } from "~/data/room-alerts.server";
import { newestAlert, noAlerts, offerPasses, storedAlert, toAsk, waiting } from "../support/alerts";
import { testDatabase } from "../support/database";
import { storedPool } from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
const contact = "mother@example.org";
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
  await owner`update holds set contact = null, contact_confirmed = false`;
  regionId = await seedRegion(owner, `wait-${++seeds}`);
  ({ placeId } = await seedPlace(owner, regionId, { key: `house-${seeds}` }));
  poolId = await seedPool(owner, placeId, { capacity: 1 });
  ({ token } = await seedStaff(owner, placeId));
});

async function offered(): Promise<{ alertId: string; holdId: string }> {
  await report({ key: randomUUID(), token, poolId, occupied: 0 });
  const alertId = await waiting(database.owner, regionId, { contact });
  await new AlertWatch().round();
  return { alertId, holdId: (await storedAlert(database.owner, alertId)).holdId! };
}

/** Rows that still say who it was. */
async function rowsThatTell(): Promise<string[]> {
  const rows = await database.owner<{ row: string }[]>`
    select 'alert' as row from alerts where contact = ${contact}
    union all
    select 'hold' from holds where contact = ${contact}`;
  return rows.map(({ row }) => row);
}

const contactsInInbox = async () => {
  const inbox = await holdsAt(token, placeId);
  if (inbox.kind !== "holds") throw new Error(inbox.kind);
  return inbox.holds.map((hold) => hold.contact);
};

test("who said stop is forgotten at once, be the offer lapsed meanwhile or accepted by staff", async () => {
  const lapsed = await offered();
  await offerPasses(database.owner, lapsed.holdId, 10);
  await stopAlert({ key: randomUUID(), alertId: lapsed.alertId });
  expect(await rowsThatTell()).toEqual([]);

  const accepted = await offered();
  await acceptHold({ key: randomUUID(), token, holdId: accepted.holdId });
  await stopAlert({ key: randomUUID(), alertId: accepted.alertId });
  expect(await rowsThatTell()).toEqual([]);
  expect(await storedPool(database.owner, poolId)).toMatchObject({ held: 0 });
});

test("staff read how to reach a family that waits only once one of them has said yes", async () => {
  const { alertId, holdId } = await offered();
  expect(await contactsInInbox()).toEqual([null]);
  await answerOffer({ key: randomUUID(), alertId, holdId, saysYes: true });
  expect(await contactsInInbox()).toEqual([contact]);
});

test("a server that sends no mail any more forgets who waited all the same", async () => {
  const lost = "never-read@example.org";
  await offered();
  await askAlert(toAsk(regionId, { contact: lost }));
  const unread = await newestAlert(database.owner, lost);
  vi.stubEnv("OUTBOX", "");
  await database.owner`
    update alerts
    set asked_at = asked_at - interval '100 hours', until = until - interval '100 hours'`;
  await database.owner`
    update holds
    set taken_at = taken_at - interval '100 hours', until = until - interval '100 hours'
    where contact = ${contact}`;
  await database.owner`update alert_attempts set at = at - interval '100 hours'`;

  await forgetAll();
  expect(await rowsThatTell()).toEqual([]);
  expect(await storedAlert(database.owner, unread)).toMatchObject({ state: "ended" });
  const [left] = await database.owner`
    select
      (select count(*)::integer from alerts where party is not null or code_hash is not null) as alerts,
      (select count(*)::integer from alert_attempts) as attempts`;
  expect(left).toEqual({ alerts: 0, attempts: 0 });
});
