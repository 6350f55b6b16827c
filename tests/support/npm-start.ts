/** `npm start` as a stranger runs it: real processes in a process group of their own. */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { birthOf, commandLineOf } from "../../scripts/postgres/processes";
import { freePort } from "../../scripts/postgres/server";

export type Started = {
  /** The process group, which Ctrl-C goes to. */
  group: number;
  output(): string;
  /** The exit code, or the signal that ended npm. */
  ended: Promise<number | string>;
  /** Settles when it serves; rejects with its words when it ends before. */
  ready(): Promise<string>;
};

export function npmStart(env: Record<string, string>): Started {
  const { PATH, HOME, TMPDIR = tmpdir() } = process.env;
  const child = spawn("npm", ["start", "--silent"], {
    detached: true,
    env: { PATH, HOME, TMPDIR, NODE_ENV: "production", TILES: "off", WEATHER: "off", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => (words += chunk));
  }
  let over = false;
  const ended = new Promise<number | string>((resolve) => {
    child.once("exit", (code, signal) => ((over = true), resolve(code ?? signal ?? "?")));
  });
  return {
    group: child.pid!,
    output: () => words,
    ended,
    async ready() {
      for (;;) {
        const address = /Warmstop is ready after .*: (http\S+)/.exec(words)?.[1];
        if (address !== undefined) return address;
        if (over) throw new Error(`npm start ended:\n${words}`);
        await sleep(50);
      }
    },
  };
}

export type DataFolder = { folder: string; port: string; env: Record<string, string>; remove(): void };

export async function dataFolder(): Promise<DataFolder> {
  const parent = mkdtempSync(path.join(tmpdir(), "warmstop-start-"));
  const folder = path.join(parent, "data");
  const port = String(await freePort());
  const remove = () => rmSync(parent, { recursive: true, force: true });
  return { folder, port, env: { WARMSTOP_DATA: folder, PORT: port, HOST: "127.0.0.1" }, remove };
}

export function readJson<Value>(folder: string, name: string): Value {
  return JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Value;
}

export function postmasterPid(folder: string): number {
  return Number(readFileSync(path.join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

/** The pids of the running processes whose command line has these words and whose parent is this one. */
export function childrenOf(parent: number, words: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && parentOf(pid) === parent && commandLineOf(pid).includes(words));
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

/** Every running process that has these words in its command line or its environment. */
export function processesOf(words: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && birthOf(pid) !== undefined)
    .filter((pid) => `${commandLineOf(pid)} ${environmentOf(pid)}`.includes(words));
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8");
  } catch {
    return "";
  }
}
