/** What an earlier start left in the data folder: a running server, or only the note of a dead one. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster } from "./cluster";
import { ask, urlFor } from "./connection";
import { birthOf, commandLineOf, hasEnded } from "./processes";
import { Refusal } from "./refusal";

export type Say = (line: string) => void;

// Above every system's largest pid.
const NOBODYS_PID = "2147483646";

/** Ends a server that a killed start left behind, after it proved to be ours by taking our password. */
export async function clearLeftover(cluster: Cluster, say: Say): Promise<void> {
  const note = path.join(cluster.data, "postmaster.pid");
  if (!existsSync(note)) return;
  const lines = readFileSync(note, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (!isServerOf(cluster, pid)) return forgetPid(note, lines);

  say(`PostgreSQL of an earlier start is still running (process ${pid}): stopping it`);
  if (!(await isOurs(cluster, pid, Number(lines[3])))) return;
  for (const [signal, patienceMs] of [
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
  ] as const) {
    process.kill(pid, signal);
    if (await hasEnded(pid, patienceMs)) return;
  }
  throw new Refusal(`PostgreSQL of an earlier start does not stop: end process ${pid}, then start again.`);
}

function isServerOf(cluster: Cluster, pid: number): boolean {
  return birthOf(pid) !== undefined && commandLineOf(pid).includes(` -D ${cluster.data} `);
}

// PostgreSQL takes a zombie's pid, or one that went to another program, for a rival. Only the pid is
// replaced: by the rest of the note it still finds backends that outlived their server.
function forgetPid(note: string, lines: string[]): void {
  if (lines.length < 2) return;
  writeFileSync(note, [NOBODYS_PID, ...lines.slice(1)].join("\n"));
}

/** True when it runs and is ours; false when it ended while we asked. */
async function isOurs(cluster: Cluster, pid: number, port: number): Promise<boolean> {
  const until = Date.now() + 10_000;
  while (isServerOf(cluster, pid)) {
    try {
      const url = urlFor({ keys: { ...cluster.keys, port } }, "postgres", "postgres");
      const [row] = await ask(
        url,
        (sql) => sql<{ folder: string }[]>`select current_setting('data_directory') as folder`,
      );
      if (row?.folder === cluster.data) return true;
    } catch {
      // It may be starting, recovering or already stopping.
    }
    if (Date.now() > until) {
      throw new Refusal(
        `PostgreSQL of an earlier start holds ${cluster.data} and does not answer: end process ${pid}, then start again.`,
      );
    }
    await sleep(100);
  }
  return false;
}
