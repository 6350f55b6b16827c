import net from "node:net";
import { expect, test, vi } from "vitest";
import { answerWithin, connect, DatabaseAway } from "~/data/connection.server";
import { testDatabase } from "../support/database";

const database = testDatabase();

test("keys and counts are numbers, dates are days, moments are moments, columns are in our spelling", async () => {
  const [row] = await database.owner`
    select
      1::bigint as place_id,
      '2026-01-15'::date as as_of,
      '2026-01-15 18:00+00'::timestamptz as said_at,
      '{"low_at": 25, "es-MX": "hola"}'::jsonb as rule`;
  expect({ ...row }).toEqual({
    placeId: 1,
    asOf: "2026-01-15",
    saidAt: new Date("2026-01-15T18:00:00Z"),
    rule: { lowAt: 25, "es-MX": "hola" },
  });
});

test("arrays go there and come back as they were", async () => {
  const texts = ["en", "", 'a "quoted", word', "back\\slash", "two\nlines", "{}", "null"];
  const [row] = await database.owner`
    select
      ${texts}::text[] as texts,
      ${["2026-01-15"]}::date[] as nights,
      ${[1, 2]}::smallint[] as smallints,
      ${[]}::integer[] as integers,
      array[1::bigint, 2] as bigints`;
  expect({ ...row }).toEqual({
    texts,
    nights: ["2026-01-15"],
    smallints: [1, 2],
    integers: [],
    bigints: [1, 2],
  });
});

test("a slow query is given up at its deadline and cancelled on the server", async () => {
  const asked = Date.now();
  const slow = answerWithin(database.owner`select pg_sleep(30) /* too long */`, 200, () => {});
  await expect(slow).rejects.toMatchObject({ name: "DatabaseAway", reason: "too-slow" });
  expect(Date.now() - asked).toBeLessThan(1000);
  await expect
    .poll(async () => {
      const [{ running }] = await database.owner<[{ running: number }]>`
        select count(*) as running
        from pg_stat_activity
        where query like '%too long%' and state = 'active' and pid <> pg_backend_pid()`;
      return running;
    })
    .toBe(0);
});

test("a cancel whose own connection breaks troubles nobody", async () => {
  const unheard: unknown[] = [];
  const hear = (error: unknown) => void unheard.push(error);
  process.on("unhandledRejection", hear);
  const [server, target] = [new URL(database.ownerUrl), new URL(database.ownerUrl)];
  let connections = 0;
  const line = net.createServer((near) => {
    // The question's own connection, and the one it would be cancelled by.
    if (connections++ > 0) return void near.once("data", () => near.resetAndDestroy());
    const far = net.connect(Number(server.port), server.hostname);
    near.on("error", () => {}).pipe(far);
    far.on("error", () => {}).pipe(near);
  });
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
  target.port = String((line.address() as net.AddressInfo).port);
  const one = connect(target.href, { max: 1 });
  await answerWithin(one`select 1`, 4000, () => {});
  const slow = answerWithin(one`select pg_sleep(2)`, 200, () => {});
  await expect(slow).rejects.toMatchObject({ reason: "too-slow" });
  await vi.waitFor(() => expect(connections).toBe(2));
  await new Promise((resolve) => setTimeout(resolve, 200));
  await one.end({ timeout: 1 });
  line.close();
  process.off("unhandledRejection", hear);
  expect(unheard).toEqual([]);
});

test("an answer that came while the program was busy is not taken for a late one", async () => {
  const answer = answerWithin(database.owner`select 1 as one`, 300, () => {});
  await new Promise((resolve) => setTimeout(resolve, 50));
  const until = Date.now() + 600;
  while (Date.now() < until);
  expect((await answer)[0]).toEqual({ one: 1 });
});

test("a server that is not there is away, and soon", async () => {
  const nowhere = connect("postgres://nobody:nothing@127.0.0.1:1/none", { max: 1 });
  const error = await answerWithin(nowhere`select 1`, 4000, () => {}).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DatabaseAway);
  expect(error).toMatchObject({ reason: "unreachable" });
  await nowhere.end({ timeout: 1 });
});

test("a bug stays a bug: a wrong query is not the database's absence", async () => {
  await expect(answerWithin(database.owner`select nonsense`, 4000, () => {})).rejects.toMatchObject({
    code: "42703",
  });
});

test("a query that waits for another's connection does not fail with it", async () => {
  const one = connect(database.ownerUrl, { max: 1 });
  const slow = answerWithin(one`select pg_sleep(30)`, 300, () => {});
  const patient = answerWithin(one`select 2 as two`, 2000, () => {});
  await expect(slow).rejects.toBeInstanceOf(DatabaseAway);
  expect((await patient)[0]).toEqual({ two: 2 });
  await one.end({ timeout: 1 });
});

test("one hundred queries while connections are killed all end: answered, or away", async () => {
  const many = connect(database.ownerUrl, { max: 5 });
  const asked = Array.from({ length: 100 }, (_, index) =>
    answerWithin(many`select pg_sleep(0.01), ${index}::integer as index`, 4000, () => {}).then(
      ([row]) => row!.index === index,
      (error: unknown) => error instanceof DatabaseAway,
    ),
  );
  for (let kill = 0; kill < 10; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 15));
    await database.owner`
      select pg_terminate_backend(pid)
      from pg_stat_activity
      where query like 'select pg_sleep(0.01)%' and pid <> pg_backend_pid()`;
  }
  expect((await Promise.all(asked)).every(Boolean)).toBe(true);
  await many.end({ timeout: 1 });
});

test("an answer after a killed one is whole, though the driver counts its rows on", async () => {
  const one = connect(database.ownerUrl, { max: 1 });
  // More than a buffer full: its first row is on its way before the second is waited for.
  const killed = answerWithin(
    one`select repeat('x', 20000), pg_sleep(case when row = 2 then 30 else 0 end) from generate_series(1, 2) as row`,
    4000,
    () => {},
  );
  const isAway = expect(killed).rejects.toBeInstanceOf(DatabaseAway);
  await expect
    .poll(async () => {
      const ended = await database.owner`
        select pg_terminate_backend(pid)
        from pg_stat_activity
        where query like 'select repeat%' and wait_event = 'PgSleep'`;
      return ended.length;
    })
    .toBe(1);
  await isAway;
  // The first questions after it may still hear of its end.
  const rows = await vi.waitFor(() =>
    answerWithin(one`select 1 as one union all select 2 order by one`, 4000, () => {}),
  );
  expect([...rows]).toEqual([{ one: 1 }, { one: 2 }]);
  await one.end({ timeout: 1 });
});

test("a connection killed while it is made troubles nobody else", async () => {
  const unheard: unknown[] = [];
  const hear = (error: unknown) => void unheard.push(error);
  process.on("unhandledRejection", hear);
  const killing = database.owner.unsafe(`
    do $$
    begin
      for round in 1 .. 1000 loop
        perform pg_stat_clear_snapshot();
        perform pg_terminate_backend(pid) from pg_stat_activity where application_name = 'killed' and state = 'active';
        perform pg_sleep(0.002);
      end loop;
    end $$`);
  const ended = killing.then(() => true);
  const heard: boolean[] = [];
  while (!(await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 20))]))) {
    const many = connect(database.ownerUrl, { max: 10, settings: { application_name: "killed" } });
    const asked = Array.from({ length: 10 }, () =>
      answerWithin(many`select 1 as one`, 4000, () => {}).then(
        ([row]) => row?.one === 1,
        (error: unknown) => error instanceof DatabaseAway,
      ),
    );
    heard.push(...(await Promise.all(asked)));
    await many.end({ timeout: 1 });
  }
  process.off("unhandledRejection", hear);
  expect(heard.length).toBeGreaterThan(0);
  expect(heard).not.toContain(false);
  expect(unheard).toEqual([]);
});
