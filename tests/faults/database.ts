/** A real PostgreSQL for one run, which can be killed with -9 and started again at the same address. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect, type Sql } from "~/data/connection.server";
import { migrate } from "../../db/migrate";
import { openCluster, type Cluster } from "../../scripts/postgres/cluster";
import { answers, ask, urlFor } from "../../scripts/postgres/connection";
import { startServer, type EmbeddedServer } from "../../scripts/postgres/server";

export type RunDatabase = {
  ownerUrl: string;
  webUrl: string;
  secret: string;
  /** Runs something as the owner, over a connection of its own. */
  asOwner<Answer>(work: (owner: Sql) => Promise<Answer>): Promise<Answer>;
  /** Ends every connection of the app; how many there were. */
  endBackends(): Promise<number>;
  /** One backend dies of -9, and PostgreSQL restarts all the others by itself. */
  killBackend(): Promise<void>;
  /** -9 to the server itself. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** It takes connections again. */
  untilBack(): Promise<void>;
  stop(): Promise<void>;
};

const EVERY_MS = 10;

export async function startRunDatabase(say: (line: string) => void): Promise<RunDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), "warmstop-faults-"));
  const cluster = openCluster(folder);
  // Durable: what was acknowledged must outlive the server's -9.
  let server: EmbeddedServer = await startServer(cluster, { say });
  const secret = "only-for-a-run-of-faults-and-nothing-else!";
  const { ownerUrl } = server;
  const { webUrl } = await migrate(ownerUrl, { appSecret: secret });
  const port = cluster.keys.port;

  return {
    ownerUrl,
    webUrl,
    secret,
    async asOwner(work) {
      const owner = connect(ownerUrl, { max: 1 });
      try {
        return await work(owner);
      } finally {
        await owner.end({ timeout: 1 });
      }
    },
    endBackends: () => endBackends(cluster),
    async killBackend() {
      await ask(urlFor(cluster, "postgres", "warmstop"), async (sql) => {
        const [row] = await backendPids(sql);
        if (!row) return;
        process.kill(row.pid, "SIGKILL");
        // The server ends all others as soon as it notices, this one too.
        await sql`select pg_sleep(5)`.catch(() => undefined);
      });
    },
    async kill() {
      process.kill(postmasterPid(folder), "SIGKILL");
      await server.ended;
    },
    async start() {
      server = await startServer(cluster, { say, port });
    },
    async untilBack() {
      while (!(await answers(urlFor(cluster, "postgres", "postgres")))) await sleep(EVERY_MS);
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function backendPids(sql: Parameters<Parameters<typeof ask>[1]>[0]) {
  return sql<{ pid: number }[]>`
    select pid from pg_stat_activity where usename = 'warmstop_web' order by random()`;
}

async function endBackends(cluster: Cluster): Promise<number> {
  const ended = await ask(
    urlFor(cluster, "postgres", "warmstop"),
    (sql) => sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'warmstop_web'`,
  );
  return ended.length;
}

function postmasterPid(folder: string): number {
  return Number(readFileSync(path.join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}
