/** The app's processes: real `serve` processes, each by its own line to the database, killed and started again. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "../../scripts/postgres/server";
import type { ServerNews } from "../../scripts/start/app-process";
import { openLine, type Line } from "./line";

export type AppProcess = {
  name: string;
  /** http://127.0.0.1:port, the same after every start. */
  url: string;
  port: number;
  pid: number;
  line: Line;
  isUp: boolean;
  /** What its log tells of bugs, and each end nobody asked for. */
  faults: string[];
  start(): Promise<void>;
  kill(): Promise<void>;
  /** By SIGTERM; the answer is how long it took, in milliseconds. */
  stop(): Promise<number>;
  remove(): Promise<void>;
};

const START_MS = 90_000;
const STOP_MS = 10_000;
// Lines that are no fault of the process: its own count of answers with 503, which the clients count as well.
const ANSWERED = "answered with a fault";

export async function prepareApp(name: string, webUrl: string, secret: string): Promise<AppProcess> {
  const [line, port] = [await openLine(webUrl), await freePort()];
  const folder = mkdtempSync(path.join(tmpdir(), "warmstop-faults-app-"));
  const { PATH, HOME, TMPDIR } = process.env;
  const env: NodeJS.ProcessEnv = {
    PATH,
    HOME,
    ...(TMPDIR && { TMPDIR }),
    NODE_ENV: "production",
    APP_SECRET: secret,
    DATABASE_WEB_URL: line.url,
    WARMSTOP_DATA: folder,
    TILES: "off",
    WEATHER: "off",
    HOST: "127.0.0.1",
    PORT: String(port),
    TRUSTED_PROXIES: "1",
  };
  let child: ChildProcess | undefined;
  let ended: Promise<string> = Promise.resolve("not started");
  const app: AppProcess = {
    name,
    url: `http://127.0.0.1:${port}`,
    port,
    pid: 0,
    line,
    isUp: false,
    faults: [],
    async start() {
      const own = spawnApp(env, app);
      child = own;
      app.pid = own.pid!;
      ended = new Promise((resolve) => own.once("exit", (code, signal) => resolve(signal ?? `code ${code}`)));
      void ended.then((how) => {
        if (app.isUp && child === own) app.faults.push(`${name} ended by itself (${how})`);
        if (child === own) app.isUp = false;
      });
      await listening(own);
      app.isUp = true;
    },
    async kill() {
      app.isUp = false;
      child?.kill("SIGKILL");
      await ended;
    },
    async stop() {
      const since = performance.now();
      app.isUp = false;
      child?.kill("SIGTERM");
      const late = setTimeout(() => {
        app.faults.push(`${name} did not stop within ${STOP_MS / 1000} s`);
        child?.kill("SIGKILL");
      }, STOP_MS);
      const how = await ended;
      clearTimeout(late);
      if (how !== "code 0" && how !== "not started") app.faults.push(`${name} stopped with ${how}`);
      return performance.now() - since;
    },
    async remove() {
      if (app.isUp) await app.kill();
      await line.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return app;
}

function spawnApp(env: NodeJS.ProcessEnv, app: AppProcess): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const stream of [child.stdout!, child.stderr!]) {
    createInterface({ input: stream }).on("line", (words) => {
      const fault = faultIn(words);
      if (fault !== null) app.faults.push(`${app.name}: ${fault}`);
    });
  }
  return child;
}

/** Milliseconds a process's main thread was ready to work and got no processor, as Linux tells; 0 where it does not. */
export function keptWaitingMs(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** A stopwatch that also knows how much of its time the machine did something else than the app, or than us. */
export function stopwatch(app: Pick<AppProcess, "pid">): () => { ms: number; heldMs: number } {
  const [since, pid] = [performance.now(), app.pid];
  const [app0, own0] = [keptWaitingMs(pid), keptWaitingMs(process.pid)];
  return () => {
    // Not both together: they wait at the same time, and a hanging answer must not hide behind a busy machine.
    const held = Math.max(0, keptWaitingMs(pid) - app0, keptWaitingMs(process.pid) - own0);
    const ms = performance.now() - since;
    return { ms, heldMs: Math.min(ms, held) };
  };
}

/** What a line of the log tells of a bug, or null. */
export function faultIn(words: string): string | null {
  let line: {
    level?: number;
    msg?: string;
    status?: number;
    path?: string;
    err?: { type?: string; message?: string; stack?: string };
  };
  try {
    line = JSON.parse(words) as typeof line;
  } catch {
    return words.trim() === "" ? null : words;
  }
  if ((line.level ?? 0) < 50) return null;
  if (line.msg === ANSWERED && line.status === 503) return null;
  return `${line.msg}${line.status ? ` (${line.status})` : ""} ${line.path ?? ""} ${line.err?.type ?? ""} ${line.err?.message ?? ""} ${line.err?.stack?.trim() ?? ""}`.trim();
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => child.kill("SIGKILL"), START_MS);
    child.once("exit", (code) => reject(new Error(`the app did not start (${code ?? "too late"})`)));
    child.once("message", (news: ServerNews) => {
      clearTimeout(late);
      if (news.kind === "listening") resolve();
      else reject(new Error(news.reason));
    });
  });
}
