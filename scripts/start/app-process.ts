/** The app server as a child: started, started again when it dies, and ended with time to finish. */
import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Say } from "../postgres/leftover";
import { Refusal } from "../postgres/refusal";

/** What the server tells its parent. */
export type ServerNews = { kind: "listening"; address: string } | { kind: "refused"; reason: string };
export type AppProcess = {
  /** Rejects when the server could not start even once. */
  address: Promise<string>;
  stop(): Promise<void>;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
// Whoever lived this long did not die of its start.
const HEALTHY_AFTER_MS = 60_000;
const STOP_MS = 8_500;

/** Starts the server and, once it has served, keeps it running. */
export function keepAppRunning(env: NodeJS.ProcessEnv, say: Say): AppProcess {
  let stopping = false;
  let current = spawnServer(env);
  const address = firstWord(current);

  async function watch(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    for (;;) {
      const since = Date.now();
      const how = await endOf(current);
      if (stopping) return;
      if (Date.now() - since > HEALTHY_AFTER_MS) pause = FIRST_PAUSE_MS;
      say(`The app server ended (${how}): starting it again in ${pause / 1000} s`);
      await sleep(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      if (stopping) return;
      current = spawnServer(env);
      current.once("message", (news: ServerNews) => {
        say(news.kind === "listening" ? `Serving again at ${news.address}` : news.reason);
      });
    }
  }
  address.then(watch, () => undefined);

  return {
    address,
    async stop() {
      stopping = true;
      await endProcess(current);
    },
  };
}

// Detached: Ctrl-C must reach the supervisor alone, which then ends the parts in their order.
function spawnServer(env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
    env: { ...env, NODE_ENV: "production" },
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.on("error", () => undefined);
  return child;
}

function firstWord(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("message", (news: ServerNews) => {
      if (news.kind === "listening") resolve(news.address);
      else reject(new Refusal(news.reason));
    });
    // "close" comes after the last message, "exit" may come before it.
    child.once("close", (code, signal) => {
      reject(new Refusal(`The app server ended before it could serve (${signal ?? `code ${code}`}).`));
    });
  });
}

function endOf(child: ChildProcess): Promise<string> {
  const how = () => child.signalCode ?? `code ${child.exitCode}`;
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(how());
  return new Promise((resolve) => child.once("exit", () => resolve(how())));
}

async function endProcess(child: ChildProcess): Promise<void> {
  const ended = endOf(child);
  child.kill("SIGTERM");
  const inTime = await Promise.race([ended.then(() => true), sleep(STOP_MS, false, { ref: false })]);
  if (!inTime) child.kill("SIGKILL");
  await ended;
}
