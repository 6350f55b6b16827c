import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { AlertWatch } from "~/data/alert-watch.server";
import { report } from "~/data/reports.server";
import { answerOffer, stopAlert } from "~/data/room-alerts.server";
import { noAlerts, storedAlert, toAsk, waiting } from "../support/alerts";
import { testDatabase } from "../support/database";
import { auditPools, oversold, storedPool } from "../support/holds";
import { seedPlace, seedPool, seedRegion, seedStaff } from "../support/seeds";
import { startSmtpServer, type SmtpServer } from "../support/smtp-server";

const database = testDatabase();
process.env.APP_SECRET ??= "only-for-tests-and-nothing-else!";
let regionId: number;
let hopeHouse: number;
let poolId: number;
let token: string;
let server: SmtpServer;
let watch: AlertWatch;
let seeds = 0;

beforeAll(async () => {
  await auditPools(database.owner);
  server = await startSmtpServer();
});
afterAll(async () => {
  expect(await oversold(database.owner)).toEqual([]);
  await server.close();
});

beforeEach(async () => {
  vi.stubEnv("SMTP_URL", server.url);
  vi.stubEnv("MAIL_FROM", "Warmstop <no-reply@warmstop.example>");
  vi.stubEnv("PUBLIC_URL", "https://warmstop.example");
  server.mails.length = 0;
  const { owner } = database;
  await noAlerts(owner);
  regionId = await seedRegion(owner, `wait-${++seeds}`);
  ({ placeId: hopeHouse } = await seedPlace(owner, regionId, {
    key: `hope-house-${seeds}`,
    phone: "913-555-0101",
  }));
  poolId = await seedPool(owner, hopeHouse, { capacity: 1 });
  ({ token } = await seedStaff(owner, hopeHouse));
  watch = new AlertWatch();
});
afterEach(() => vi.unstubAllEnvs());

const count = (occupied: number, of = poolId) => report({ key: randomUUID(), token, poolId: of, occupied });
const stored = (alertId: string) => storedAlert(database.owner, alertId);
const mailsTo = (contact: string) => server.mails.filter(({ to }) => to.includes(contact));
async function rounds(times = 3): Promise<void> {
  for (let round = 0; round < times; round++) await watch.round();
}

describe("the mail server", () => {
  test("that is away is tried again, the same mail by its id, and keeps no room from others while it is", async () => {
    await count(0);
    server.answer("MAIL", "451 4.3.0 later");
    const contact = "late@example.org";
    const alertId = await waiting(database.owner, regionId, { contact });
    await rounds();
    expect(await stored(alertId)).toMatchObject({ state: "offered" });
    expect(server.mails).toHaveLength(0);
    await database.owner`update notices set made_at = made_at - interval '4 minutes'`;
    await rounds();
    // Nobody was told, so nothing was left unanswered; and nothing more is held until a mail has left.
    expect(await stored(alertId)).toMatchObject({ state: "waiting", unanswered: 0 });
    expect(await storedPool(database.owner, poolId)).toMatchObject({ held: 0 });
    await count(0);
    await rounds();
    expect(await stored(alertId)).toMatchObject({ state: "waiting" });

    server.answer("MAIL", null);
    watch = new AlertWatch();
    await database.owner`update alert_watch set until = clock_timestamp()`;
    await rounds();
    expect(await stored(alertId)).toMatchObject({ state: "offered" });
    expect(mailsTo(contact)).toHaveLength(1);
  });

  test.each([
    ["refuses a mail for now", "end", "451 4.3.0 later"],
    ["drops the line", "DATA", "death"],
    ["is never done", "end", "silence"],
  ] as const)("that %s gets the same one again, after a pause that grows", async (_what, step, how) => {
    server.answer(step, how);
    const asked = toAsk(regionId);
    const alertId = await waiting(database.owner, regionId, asked);
    await stopAlert({ key: randomUUID(), alertId });
    await database.owner`delete from notices`;
    await waiting(database.owner, regionId, { contact: asked.contact });
    await count(0);
    await rounds(1);
    const [row] = await database.owner<[{ tries: number; pauseS: number }]>`
      select tries, extract(epoch from next_try_at - clock_timestamp())::float8 as pause_s
      from notices where kind = 'offer'`;
    expect(row.tries).toBe(1);
    expect(row.pauseS).toBeGreaterThan(2);
    expect(row.pauseS).toBeLessThan(5.1);
    server.answer(step, null);
    await database.owner`update notices set next_try_at = clock_timestamp()`;
    await rounds(1);
    expect(mailsTo(asked.contact).length).toBeGreaterThan(0);
    const ids = new Set(mailsTo(asked.contact).map(({ headers }) => headers.get("message-id")));
    expect(ids.size).toBe(1);
    expect([...ids][0]).toMatch(/^<[0-9a-f-]{36}@warmstop\.example>$/);
  });

  test("that knows no such mailbox ends the wait, and frees what was held for it", async () => {
    await count(0);
    const alertId = await waiting(database.owner, regionId);
    server.answer("RCPT", "550 5.1.1 no such user");
    await rounds();
    server.answer("RCPT", null);
    expect(await stored(alertId)).toMatchObject({ state: "ended", endedAs: "unreachable" });
    expect(await storedPool(database.owner, poolId)).toMatchObject({ held: 0 });
  });

  test.each([
    ["once more what a killed process had begun to send", 1, 1],
    ["never a third time", 2, 0],
  ])("is sent %s", async (_what, deaths, mails) => {
    await count(0);
    const contact = `killed-${deaths}@example.org`;
    const alertId = await waiting(database.owner, regionId, { contact });
    await database.owner`
      update notices set ended_as = 'moot', ended_at = clock_timestamp() where alert_id = ${alertId}`;
    server.answer("MAIL", "451 4.3.0 later");
    await rounds(1);
    server.answer("MAIL", null);
    for (let death = 0; death < deaths; death++) {
      await database.owner`update notices set next_try_at = clock_timestamp() where kind = 'offer'`;
      await database.owner`select claim_notices(5)`;
      await database.owner`
        update notices set claimed_until = clock_timestamp() - interval '1 second' where kind = 'offer'`;
    }
    await rounds(1);
    expect(mailsTo(contact)).toHaveLength(mails);
    const [row] = await database.owner`select ended_as from notices where kind = 'offer'`;
    expect(row).toEqual({ endedAs: mails === 1 ? "sent" : "lost" });
  });
});

test("a mail that a room is held leaves no more once it was given back", async () => {
  await count(0);
  const contact = "given-back@example.org";
  const alertId = await waiting(database.owner, regionId, { contact });
  await rounds();
  const { holdId } = await stored(alertId);
  await answerOffer({ key: randomUUID(), alertId, holdId: holdId!, saysYes: true });
  await database.owner`update holds set state = 'cancelled', closed_at = clock_timestamp() where hold_id = ${holdId}`;
  await rounds();
  expect(await database.owner`select ended_as from notices where kind = 'held'`).toMatchObject([
    { endedAs: "moot" },
  ]);
});
