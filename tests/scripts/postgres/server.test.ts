import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCluster, type Cluster } from "../../../scripts/postgres/cluster";
import { ask } from "../../../scripts/postgres/connection";
import { birthOf, hasEnded } from "../../../scripts/postgres/processes";
import { startServer } from "../../../scripts/postgres/server";

let parent: string;
let bystander: ChildProcess;
const quiet = { say: () => undefined, durability: "throwaway" as const };

beforeAll(() => {
  parent = mkdtempSync(path.join(tmpdir(), "warmstop-cluster-"));
  bystander = spawn("sleep", ["300"]);
});
afterAll(() => {
  bystander.kill("SIGKILL");
  rmSync(parent, { recursive: true, force: true });
});

async function whoAmI(cluster: Cluster): Promise<Record<string, unknown>> {
  const server = await startServer(cluster, quiet);
  try {
    const [row] = await ask(
      server.ownerUrl,
      (sql) => sql`
        select rolname, rolsuper, current_setting('listen_addresses') as listens,
          lower('ÉÑ') as lower
        from pg_roles where rolname = current_user`,
    );
    return { ...row };
  } finally {
    await server.stop();
    expect(birthOf(server.pid)).toBeUndefined();
  }
}

test("its owner is no superuser, it listens on this machine alone, and knows accents", async () => {
  const cluster = openCluster(path.join(parent, "first"));
  expect(await whoAmI(cluster)).toEqual({
    rolname: "warmstop",
    rolsuper: false,
    listens: "127.0.0.1",
    lower: "éñ",
  });
  expect(statSync(cluster.data).mode & 0o077).toBe(0);
  expect(readFileSync(path.join(cluster.data, "pg_hba.conf"), "utf8")).not.toMatch(
    /^\w+\s.*\b(trust|peer|md5)$/m,
  );
});

test("data in a folder closed to all others starts and starts again", async () => {
  const closed = path.join(parent, "closed");
  mkdirSync(closed);
  chmodSync(closed, 0o700);
  for (const day of ["first", "second"]) {
    expect(await whoAmI(openCluster(path.join(closed, "data"))), day).toMatchObject({ rolname: "warmstop" });
  }
});

test("data moved out of a closed folder, and back, change hands", async () => {
  const folder = path.join(parent, "closed", "data");
  chmodSync(path.join(parent, "closed"), 0o755);
  chmodSync(parent, 0o755);
  expect(await whoAmI(openCluster(folder))).toMatchObject({ rolname: "warmstop" });
  chmodSync(path.join(parent, "closed"), 0o700);
  expect(await whoAmI(openCluster(folder))).toMatchObject({ rolname: "warmstop" });
});

test("a making that was cut short is made anew", async () => {
  const folder = path.join(parent, "cut-short");
  mkdirSync(path.join(folder, "postgres.new", "base"), { recursive: true });
  expect(await whoAmI(openCluster(folder))).toMatchObject({ rolname: "warmstop" });
});

test("a note of a dead server is no obstacle: its pid is gone, a zombie's, or another program's by now", async () => {
  const cluster = openCluster(path.join(parent, "first"));
  const zombies = spawn("/bin/sh", ["-c", "sleep 0 & echo $!; exec sleep 300"]);
  const zombie = await new Promise<number>((resolve) =>
    zombies.stdout.once("data", (words) => resolve(Number(words))),
  );
  for (const pid of [999_999_999, zombie, bystander.pid!]) {
    const note = [pid, cluster.data, 1_700_000_000, 5432, "", "127.0.0.1", "  1234567    999999", "ready   "];
    writeFileSync(path.join(cluster.data, "postmaster.pid"), note.join("\n") + "\n");
    expect(await whoAmI(cluster), String(pid)).toMatchObject({ rolname: "warmstop" });
  }
  expect(birthOf(bystander.pid!)).toBeDefined();
  zombies.kill("SIGKILL");
});

test("after a kill that leaves backends at work, it starts, and what was committed is there", async () => {
  const cluster = openCluster(path.join(parent, "first"));
  const server = await startServer(cluster, { say: () => undefined });
  await ask(server.ownerUrl, (sql) => sql.unsafe("create table kept (n int); insert into kept values (7)"));
  const busy = ask(server.ownerUrl, (sql) => sql`select pg_sleep(60)`).catch(() => "cut off");
  process.kill(server.pid, "SIGKILL");
  expect(await hasEnded(server.pid, 5_000)).toBe(true);
  const again = await startServer(cluster, quiet);
  expect(await busy).toBe("cut off");
  const rows = await ask(again.ownerUrl, (sql) => sql`select n from kept`);
  expect(rows.map(({ n }) => n)).toEqual([7]);
  await again.stop();
});

test("data of another major version are refused with a sentence, untouched", () => {
  const folder = path.join(parent, "cut-short");
  writeFileSync(path.join(folder, "postgres", "PG_VERSION"), "17\n");
  expect(() => openCluster(folder)).toThrow(/made by PostgreSQL 17, and this version of Warmstop brings 18/);
});
