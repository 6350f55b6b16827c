/** The embedded PostgreSQL as a running server: started, watched, and seen to have stopped. */
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { plainEnv, saveKeys, type Cluster } from "./cluster";
import { answers, ensureDatabase, urlFor } from "./connection";
import { clearLeftover, type Say } from "./leftover";
import { Refusal } from "./refusal";

export type EmbeddedServer = {
  /** As the role that owns the database: not a superuser, may make roles and databases. */
  ownerUrl: string;
  pid: number;
  /** Settles when the server has ended, whoever ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
};
/** A throwaway server for tests need not survive a power cut. */
export type Durability = "durable" | "throwaway";

const RECOVERY_MS = 120_000;
const FAST_STOP_MS = 5_000;
const IMMEDIATE_STOP_MS = 1_500;

export async function startServer(
  cluster: Cluster,
  { say, durability = "durable", port }: { say: Say; durability?: Durability; port?: number },
): Promise<EmbeddedServer> {
  await clearLeftover(cluster, say);
  for (let attempt = 1; ; attempt += 1) {
    cluster.keys.port = port ?? (await freePort());
    saveKeys(cluster);
    const postgres = launch(cluster, durability);
    if (await isReady(cluster, postgres, say)) {
      await ensureDatabase(cluster);
      return watched(cluster, postgres);
    }
    // The port went to someone else, or backends of a killed server are still letting go of its memory.
    if (attempt === 20) throw new Refusal(`PostgreSQL does not start: ${lastWords(cluster)}`);
    await sleep(250);
  }
}

/** A TCP port nobody listens on. Sockets in the file system are no choice: their paths end at 107 bytes. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function logFile(cluster: Cluster): string {
  return path.join(cluster.home, "postgres.log");
}

function launch(cluster: Cluster, durability: Durability): ChildProcess {
  const settings = {
    port: String(cluster.keys.port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    timezone: "UTC",
    // A failing statement's text and details may hold what a person typed.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(durability === "throwaway" && { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { file, args, options } = cluster.runner.command(cluster.binaries.postgres, [
    "-D",
    cluster.data,
    ...flags,
  ]);
  const large = (statSync(logFile(cluster), { throwIfNoEntry: false })?.size ?? 0) > 10_000_000;
  const log = openSync(logFile(cluster), large ? "w" : "a", 0o600);
  // A session of its own: Ctrl-C goes to the whole process group, and the database must be the last to end.
  const child = spawn(file, args, {
    ...options,
    cwd: "/",
    env: plainEnv(),
    detached: true,
    stdio: ["ignore", log, log],
  });
  child.on("error", () => undefined);
  closeSync(log);
  if (child.pid !== undefined) {
    const guard = guardAgainstOurDeath(child.pid);
    child.once("exit", () => guard.kill("SIGKILL"));
  }
  return child;
}

async function isReady(cluster: Cluster, postgres: ChildProcess, say: Say): Promise<boolean> {
  const since = Date.now();
  let patience = since + 5_000;
  while (postgres.pid !== undefined && !hasExited(postgres)) {
    if (await answers(urlFor(cluster, "postgres", "postgres"))) return true;
    if (Date.now() - since > RECOVERY_MS) {
      postgres.kill("SIGQUIT");
      throw new Refusal(`PostgreSQL did not answer within ${RECOVERY_MS / 1000} s: see ${logFile(cluster)}.`);
    }
    if (Date.now() > patience) {
      say(`PostgreSQL is still getting ready (${Math.round((Date.now() - since) / 1000)} s)`);
      patience += 5_000;
    }
    await sleep(40);
  }
  return false;
}

function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function lastWords(cluster: Cluster): string {
  const fatal = readFileSync(logFile(cluster), "utf8")
    .trim()
    .split("\n")
    .findLast((line) => line.includes("FATAL"));
  return `${fatal?.replace(/^.*FATAL:\s*/, "") ?? "it ended without a word"} (more in ${logFile(cluster)})`;
}

function watched(cluster: Cluster, postgres: ChildProcess): EmbeddedServer {
  const ended = new Promise<void>((resolve) => {
    if (hasExited(postgres)) resolve();
    else postgres.once("exit", () => resolve());
  });
  return {
    ownerUrl: urlFor(cluster, "warmstop", "warmstop"),
    pid: postgres.pid!,
    ended,
    async stop() {
      const within = (ms: number) => Promise.race([ended.then(() => true), sleep(ms, false, { ref: false })]);
      // SIGINT is PostgreSQL's fast stop, SIGQUIT its immediate one: neither loses what was committed.
      postgres.kill("SIGINT");
      if (!(await within(FAST_STOP_MS))) postgres.kill("SIGQUIT");
      if (!(await within(IMMEDIATE_STOP_MS))) postgres.kill("SIGKILL");
      await ended;
    },
  };
}

// Nobody can catch SIGKILL, but the pipe to this shell closes then, and it stops the server for us.
function guardAgainstOurDeath(pid: number): ChildProcess {
  const script = 'trap "" INT TERM HUP; read -r _; kill -INT "$0" 2>/dev/null';
  const guard = spawn("/bin/sh", ["-c", script, String(pid)], {
    detached: true,
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.on("error", () => undefined);
  guard.unref();
  return guard;
}
