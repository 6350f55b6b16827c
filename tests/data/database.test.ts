import { afterEach, expect, test } from "vitest";
import { DatabaseAway } from "~/data/connection.server";
import { closeDatabase, listen, sql, within } from "~/data/database.server";
import { testDatabase } from "../support/database";
import { openWire, type Wire } from "../support/wire";

const database = testDatabase();
const wires: Wire[] = [];

async function byWire(): Promise<Wire> {
  const wire = await openWire(database.webUrl);
  wires.push(wire);
  process.env.DATABASE_WEB_URL = wire.url;
  return wire;
}

afterEach(async () => {
  await closeDatabase();
  for (const wire of wires.splice(0)) await wire.close();
  process.env.DATABASE_WEB_URL = database.webUrl;
});

const one = async () => (await within(sql`select 1 as one`))[0]?.one;
const heardWithin = { timeout: 5000, interval: 50 };

test("the app logs in as the web role, with its settings and its schema", async () => {
  const [row] = await within(sql`
    select
      session_user as role,
      current_setting('lock_timeout') as lock_timeout,
      current_setting('statement_timeout') as statement_timeout,
      current_setting('search_path') as search_path`);
  expect({ ...row }).toEqual({
    role: `${database.name}_web`,
    lockTimeout: "2s",
    statementTimeout: "4s",
    searchPath: "warmstop, pg_temp",
  });
});

test("the URL of the web role follows from the owner's URL and the secret", async () => {
  delete process.env.DATABASE_WEB_URL;
  process.env.DATABASE_URL = database.ownerUrl;
  process.env.APP_SECRET = database.name;
  expect(await one()).toBe(1);
  delete process.env.DATABASE_URL;
  delete process.env.APP_SECRET;
});

test("without a database to go to it says what to set", () => {
  delete process.env.DATABASE_WEB_URL;
  expect(() => sql`select 1`).toThrow("Set DATABASE_WEB_URL");
});

test("after a break the next question but one is answered again", async () => {
  const wire = await byWire();
  expect(await one()).toBe(1);
  wire.cut();
  await expect(one()).rejects.toBeInstanceOf(DatabaseAway);
  wire.mend();
  const asked = Date.now();
  await expect.poll(() => one().catch(() => 0), heardWithin).toBe(1);
  expect(Date.now() - asked).toBeLessThan(2000);
});

test("connections that came later than their questions could wait serve the next ones, and the questions are not asked late", async () => {
  const late: string[] = [];
  const { unlisten } = await database.owner.listen("ask_changed", (words) => late.push(words));
  const wire = await byWire();
  wire.hold();
  const asked = Array.from({ length: 8 }, (_, n) =>
    within(sql`select pg_notify('ask_changed', ${`late ${n}`})`, 300).catch((error: unknown) => error),
  );
  for (const answer of await Promise.all(asked)) expect(answer).toBeInstanceOf(DatabaseAway);
  wire.mend();
  const all = await Promise.all(Array.from({ length: 20 }, () => one()));
  expect(all).toEqual(all.map(() => 1));
  await within(sql`select pg_notify('ask_changed', 'in time')`);
  await expect.poll(() => late, heardWithin).toEqual(["in time"]);
  await unlisten();
});

test("a network that goes silent is answered honestly by the deadline, and left behind", async () => {
  const wire = await byWire();
  expect(await one()).toBe(1);
  wire.silence();
  const asked = Date.now();
  const stuck = Array.from({ length: 30 }, () => within(sql`select 1`, 700).catch((error: unknown) => error));
  for (const answer of await Promise.all(stuck)) expect(answer).toBeInstanceOf(DatabaseAway);
  expect(Date.now() - asked).toBeLessThan(1500);

  wire.mend();
  await expect
    .poll(
      () =>
        within(sql`select 1 as one`, 700).then(
          ([row]) => row?.one,
          () => 0,
        ),
      heardWithin,
    )
    .toBe(1);
});

// The driver hears of a loss in two steps, and forgets what is asked between them: the connection that takes its place answers
// that with nothing. What is long is written at once, what is short stays in the way of the next connection.
test.each(["short", "long"])(
  "a %s question to a connection that is just lost is not answered with nothing",
  async (length) => {
    const wire = await byWire();
    const words = `select $1::integer as n -- ${"-".repeat(length === "long" ? 1100 : 0)}`;
    const ask = (n: number) => within(sql.unsafe(words, [n]), 1000).catch((error: unknown) => error);
    await Promise.all(Array.from({ length: 10 }, (_, n) => ask(n)));
    const answers: Promise<unknown>[] = [];
    for (let n = 0; n < 1000; n++) {
      if (n % 200 === 100) wire.reset();
      await new Promise(setImmediate);
      answers.push(ask(n));
    }
    for (const [n, answer] of (await Promise.all(answers)).entries()) {
      if (!(answer instanceof DatabaseAway)) expect([...(answer as object[])]).toEqual([{ n }]);
    }
    const asked = Date.now();
    await Promise.all(Array.from({ length: 10 }, (_, n) => ask(n)));
    const settled = await Promise.all(Array.from({ length: 50 }, (_, n) => ask(n)));
    expect(settled.filter((answer) => answer instanceof Error)).toEqual([]);
    expect(Date.now() - asked).toBeLessThan(2000);
  },
  15_000,
);

async function announce(payload: string): Promise<void> {
  await database.owner`select pg_notify('pool_changed', ${payload})`;
}

test("a notice reaches who listens, on several channels at once, until they stop", async () => {
  const pools: string[] = [];
  const timetables: string[] = [];
  const [stop] = await Promise.all([
    listen(
      "pool_changed",
      (payload) => pools.push(payload),
      () => {},
    ),
    listen(
      "timetable_changed",
      (payload) => timetables.push(payload),
      () => {},
    ),
  ]);
  await announce("7:2");
  await database.owner`select pg_notify('timetable_changed', '1')`;
  await expect.poll(() => [pools, timetables]).toEqual([["7:2"], ["1"]]);

  stop();
  await announce("7:3");
  await database.owner`select pg_notify('timetable_changed', '2')`;
  await expect.poll(() => timetables).toEqual(["1", "2"]);
  expect(pools).toEqual(["7:2"]);
});

test("after a lost connection the listener is told to read again, and hears again", async () => {
  const wire = await byWire();
  const heard: string[] = [];
  let reconnected = 0;
  await listen(
    "pool_changed",
    (payload) => heard.push(payload),
    () => reconnected++,
  );
  await announce("1:1");
  await expect.poll(() => heard).toEqual(["1:1"]);
  expect(reconnected).toBe(0);

  wire.cut();
  await announce("missed");
  await new Promise((resolve) => setTimeout(resolve, 1200));
  wire.mend();
  await expect.poll(() => reconnected, heardWithin).toBe(1);
  await announce("1:2");
  await expect.poll(() => heard).toEqual(["1:1", "1:2"]);
});

test("a killed backend is noticed within two seconds", async () => {
  let reconnected = 0;
  await listen(
    "pool_changed",
    () => {},
    () => reconnected++,
  );
  const killed = Date.now();
  await sql`
    select pg_terminate_backend(pid)
    from pg_stat_activity
    where usename = session_user and query like 'listen%'`;
  await expect.poll(() => reconnected, heardWithin).toBe(1);
  expect(Date.now() - killed).toBeLessThan(2000);
});

test("listening to a database that is away says so by the deadline", async () => {
  const wire = await byWire();
  wire.cut();
  const asked = Date.now();
  await expect(
    listen(
      "pool_changed",
      () => {},
      () => {},
    ),
  ).rejects.toBeInstanceOf(DatabaseAway);
  expect(Date.now() - asked).toBeLessThan(5000);
});
