import { existsSync, statSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Holder } from "../../scripts/postgres/lock";
import { birthOf } from "../../scripts/postgres/processes";
import { ensureBuild } from "../support/app";
import { emptyDatabase } from "../support/database";
import {
  childrenOf,
  dataFolder,
  npmStart,
  postmasterPid,
  processesOf,
  readJson,
  type DataFolder,
  type Started,
} from "../support/npm-start";

// These tests look into /proc to see that nothing is left running.
const here = describe.runIf(existsSync("/proc/self/stat"));

let data: DataFolder;
let running: Started | undefined;

beforeAll(async () => {
  await ensureBuild();
  data = await dataFolder();
}, 120_000);

afterEach(async () => {
  if (running === undefined) return;
  const { pid } = lockOf(data.folder) ?? { pid: 0 };
  if (pid > 0 && birthOf(pid)) process.kill(pid, "SIGTERM");
  await running.ended;
  running = undefined;
});

afterAll(() => data?.remove());

here("npm start on one data folder, day after day", { timeout: 60_000 }, () => {
  test("serves, keeps a second start out, and Ctrl-C to the whole group ends all of it", async () => {
    running = npmStart(data.env);
    const address = await running.ready();
    expect(await statusOf(`${address}/healthz`)).toBe(200);
    expect(await statusOf(`${address}/readyz`)).toBe(200);
    await leaveMark(data.folder, "first day");

    const second = npmStart(data.env);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`process ${lockOf(data.folder)!.pid}`);
    expect(second.output()).toContain(`serving at ${address}`);
    expect(second.output()).not.toMatch(/\n\s+at /);

    for (const secret of ["keys.json", "app-secret", "lock.json", "postgres.log"]) {
      expect(statSync(path.join(data.folder, secret)).mode & 0o077, secret).toBe(0);
    }
    const since = Date.now();
    process.kill(-running.group, "SIGINT");
    expect(await running.ended).toBe(0);
    expect(Date.now() - since).toBeLessThan(10_000);
    expect(processesOf(data.folder)).toEqual([]);
    expect(running.output()).toContain("Stopped.");
  });

  test("brings the app and the database back when they are killed, and its own death leaves nothing", async () => {
    running = npmStart(data.env);
    const address = await running.ready();
    expect(await marksIn(data.folder)).toEqual(["first day"]);
    const { pid } = lockOf(data.folder)!;

    const [app] = childrenOf(pid, "scripts/serve.ts");
    process.kill(app!, "SIGKILL");
    await expect.poll(() => running!.output(), { timeout: 10_000 }).toContain("Serving again at");
    expect(await statusOf(`${address}/healthz`)).toBe(200);

    await leaveMark(data.folder, "second day");
    process.kill(postmasterPid(data.folder), "SIGKILL");
    await expect.poll(() => running!.output(), { timeout: 10_000 }).toContain("PostgreSQL is back");
    await expect.poll(() => statusOf(`${address}/readyz`), { timeout: 10_000 }).toBe(200);
    expect(await marksIn(data.folder)).toEqual(["first day", "second day"]);

    process.kill(pid, "SIGKILL");
    await expect.poll(() => processesOf(data.folder), { timeout: 10_000 }).toEqual([]);
  });

  test("starts after a kill that left the database running, and SIGTERM to npm alone ends all of it", async () => {
    const first = npmStart(data.env);
    running = first;
    await first.ready();
    const { pid } = lockOf(data.folder)!;
    const left = postmasterPid(data.folder);
    for (const guard of childrenOf(pid, "kill -INT")) process.kill(guard, "SIGKILL");
    process.kill(pid, "SIGKILL");
    await first.ended;
    expect(birthOf(left)).toBeDefined();

    running = npmStart(data.env);
    const address = await running.ready();
    expect(running.output()).toContain(`still running (process ${left}): stopping it`);
    expect(await statusOf(`${address}/readyz`)).toBe(200);
    expect(await marksIn(data.folder)).toEqual(["first day", "second day"]);

    process.kill(running.group, "SIGTERM");
    expect(await running.ended).toBe(0);
    expect(processesOf(data.folder)).toEqual([]);
  });

  test("a stop in the middle of starting leaves nothing, and the next start works", async () => {
    for (const words of ["Starting the database", "Starting the app"]) {
      const started = npmStart(data.env);
      running = started;
      await expect.poll(() => started.output(), { timeout: 10_000, interval: 5 }).toContain(words);
      process.kill(-started.group, "SIGINT");
      expect(await started.ended).toBe(0);
      expect(processesOf(data.folder)).toEqual([]);
    }
    running = npmStart(data.env);
    expect(await statusOf(`${await running.ready()}/readyz`)).toBe(200);
  });
});

here("npm start on a server of one's own", { timeout: 60_000 }, () => {
  const database = emptyDatabase();

  test("uses that server, starts none, keeps nobody out, and passes the app no more than the web role", async () => {
    const own = await dataFolder();
    const env = {
      DATABASE_URL: database.ownerUrl,
      APP_SECRET: "kept-by-whoever-keeps-the-server",
      SAMPLE: "off",
    };
    const first = npmStart({ ...own.env, ...env });
    const second = npmStart({ ...own.env, ...env, PORT: data.port });
    for (const started of [first, second]) {
      expect(await statusOf(`${await started.ready()}/readyz`)).toBe(200);
    }
    expect(existsSync(path.join(own.folder, "postgres"))).toBe(false);
    const apps = processesOf("scripts/serve.ts").filter((pid) => processesOf(own.folder).includes(pid));
    expect(apps).toHaveLength(2);
    expect(processesOf(database.ownerUrl).filter((pid) => apps.includes(pid))).toEqual([]);
    for (const { group } of [first, second]) process.kill(group, "SIGTERM");
    expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0]);
    own.remove();
  });
});

here("npm start where something is in the way", { timeout: 60_000 }, () => {
  test("a taken port is one sentence that says what to do", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const started = npmStart({ ...data.env, PORT: String(port) });
    expect(await started.ended).toBe(1);
    expect(started.output().trim()).toBe(
      `Port ${port} is taken by another program: stop it, or choose another port, like PORT=${port + 1} npm start.`,
    );
    other.close();
  });

  test.each([
    ["PORT", { PORT: "door" }, /PORT is "door": it must be a number/],
    [
      "DATABASE_URL without APP_SECRET",
      { DATABASE_URL: "postgres://a@127.0.0.1:1/a" },
      /APP_SECRET is not set.*make one with/,
    ],
    [
      "a server that is not there",
      { DATABASE_URL: "postgres://a@127.0.0.1:1/a", APP_SECRET: "x".repeat(32) },
      /DATABASE_URL cannot be used/,
    ],
  ])("%s: refused with a sentence", async (_what, env, sentence) => {
    const started = npmStart({ ...data.env, ...env });
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(sentence);
    expect(started.output()).not.toMatch(/\n\s+at /);
  });
});

function lockOf(folder: string): Holder | undefined {
  return existsSync(path.join(folder, "lock.json")) ? readJson<Holder>(folder, "lock.json") : undefined;
}

async function statusOf(url: string): Promise<number> {
  return (await fetch(url)).status;
}

async function leaveMark(folder: string, words: string): Promise<void> {
  const sql = asOwner(folder);
  await sql`create table if not exists marks (words text not null)`;
  await sql`insert into marks (words) values (${words})`;
  await sql.end();
}

async function marksIn(folder: string): Promise<string[]> {
  const sql = asOwner(folder);
  const rows = await sql<{ words: string }[]>`select words from marks order by words`;
  await sql.end();
  return rows.map(({ words }) => words);
}

function asOwner(folder: string): postgres.Sql {
  const { port, superPassword } = readJson<{ port: number; superPassword: string }>(folder, "keys.json");
  return postgres(`postgres://postgres:${superPassword}@127.0.0.1:${port}/postgres`, {
    max: 1,
    onnotice: () => undefined,
  });
}
