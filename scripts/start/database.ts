/** The database a start stands on: the embedded server, kept running, or the one DATABASE_URL names. */
import { setTimeout as sleep } from "node:timers/promises";
import { openCluster } from "../postgres/cluster";
import { ask } from "../postgres/connection";
import type { Say } from "../postgres/leftover";
import { Refusal } from "../postgres/refusal";
import { startServer, type EmbeddedServer } from "../postgres/server";

const OLDEST_VERSION = 150_000;
const LONGEST_PAUSE_MS = 10_000;

export type KeptServer = { ownerUrl: string; stop(): Promise<void> };

/** Starts the embedded server and starts it again, at the same address, should it be killed. */
export async function keepServerRunning(
  home: string,
  { say, onLost }: { say: Say; onLost: (error: unknown) => void },
): Promise<KeptServer> {
  const cluster = openCluster(home);
  let server: EmbeddedServer = await startServer(cluster, { say });
  let stopping = false;
  const { port } = cluster.keys;

  async function watch(): Promise<void> {
    for (let pause = 100; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const since = Date.now();
      await server.ended;
      if (stopping) return;
      if (Date.now() - since > LONGEST_PAUSE_MS) pause = 100;
      say(`PostgreSQL ended by itself or was killed: starting it again`);
      await sleep(pause);
      if (stopping) return;
      server = await startServer(cluster, { say, port });
      if (stopping) return server.stop();
      say("PostgreSQL is back");
    }
  }
  const watching = watch().catch(onLost);

  return {
    ownerUrl: server.ownerUrl,
    async stop() {
      stopping = true;
      await server.stop();
      await watching;
    },
  };
}

/** Refuses a server that cannot be used, with the reason. */
export async function checkServer(url: string): Promise<string> {
  const version = await ask(url, async (sql) => {
    const [row] = await sql<{ number: string; name: string }[]>`
      select current_setting('server_version_num') as number, current_setting('server_version') as name`;
    return row!;
  }).catch((error: Error) => {
    throw new Refusal(
      `The server in DATABASE_URL cannot be used (${error.message}): check the address and the server.`,
    );
  });
  if (Number(version.number) < OLDEST_VERSION) {
    throw new Refusal(
      `The server in DATABASE_URL is PostgreSQL ${version.name}: Warmstop needs 15 or newer.`,
    );
  }
  return version.name;
}
