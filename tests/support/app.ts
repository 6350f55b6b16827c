/** The real built app over HTTP for a test file: its own database, its own process, its own port. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureSample } from "../../db/sample/ensure";
import { takeLock } from "../../scripts/postgres/lock";
import { build, isBuildFresh } from "../../scripts/start/build";
import type { ServerNews } from "../../scripts/start/app-process";

export type App = {
  /** http://127.0.0.1:port */
  url: string;
  pid: number;
  /** What it has written to its log so far. */
  log(): string;
  ended: Promise<number | null>;
  stop(): Promise<void>;
};

type AppOptions = {
  /** A migrated database; testDatabase() of tests/support/database.ts makes one. */
  database: { ownerUrl: string; webUrl: string };
  /** Whether the sample region is put into it first. */
  sample?: boolean;
  env?: Record<string, string>;
};

const START_MS = 30_000;

export async function startApp({ database, sample = false, env = {} }: AppOptions): Promise<App> {
  await ensureBuild();
  if (sample) await ensureSample(database.ownerUrl);
  const folder = mkdtempSync(path.join(tmpdir(), "warmstop-app-"));
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
    env: {
      ...ownEnv(),
      DATABASE_WEB_URL: database.webUrl,
      APP_SECRET: "only-for-tests-and-nothing-else!",
      WARMSTOP_DATA: folder,
      TILES: "off",
      WEATHER: "off",
      HOST: "127.0.0.1",
      PORT: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let words = "";
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => (words += chunk));
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const url = await addressOf(child, () => words);
  return {
    url,
    pid: child.pid!,
    log: () => words,
    ended,
    async stop() {
      child.kill("SIGINT");
      const late = setTimeout(() => child.kill("SIGKILL"), 8_000);
      await ended;
      clearTimeout(late);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Builds when the sources have changed; test files that need it at once wait for one build. */
export async function ensureBuild(): Promise<void> {
  while (!isBuildFresh()) {
    mkdirSync("build", { recursive: true });
    const lock = takeLock("build", "build for tests");
    if (lock.kind === "taken") {
      await sleep(200);
      continue;
    }
    try {
      if (!isBuildFresh()) await build();
    } finally {
      lock.release();
    }
  }
}

// The app must behave as it does for people: nothing of the test runner's settings.
function ownEnv(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR && { TMPDIR }), NODE_ENV: "production" };
}

function addressOf(child: ChildProcess, words: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const give = (why: string) => reject(new Error(`The app did not start: ${why}\n${words()}`));
    const late = setTimeout(
      () => (child.kill("SIGKILL"), give(`nothing after ${START_MS / 1000} s`)),
      START_MS,
    );
    child.once("message", (news: ServerNews) => {
      clearTimeout(late);
      if (news.kind === "listening") resolve(news.address);
      else give(news.reason);
    });
    child.once("close", (code) => (clearTimeout(late), give(`it ended with code ${code}`)));
  });
}
