/** The built pages: made anew only when something they are made from has changed. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Refusal } from "../postgres/refusal";
import { packFiles } from "./pack-files";

const BUILD = "build";
const STAMP = path.join(BUILD, "made-from.sha256");
const INPUTS = ["app", "public", "package-lock.json", "remix.config.js", "vite.config.ts", "tsconfig.json"];

/** True when build/ was made from exactly the files as they are now: their contents count, not their dates. */
export function isBuildFresh(): boolean {
  return (
    existsSync(path.join(BUILD, "server", "index.js")) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, "utf8") === fingerprint()
  );
}

/** Builds beside the build in use and puts it in its place when whole. Ends with the signal. */
export async function build(signal?: AbortSignal): Promise<void> {
  const madeFrom = fingerprint();
  const draft = path.join(BUILD, `next-${process.pid}`);
  clearDrafts();
  mkdirSync(draft, { recursive: true });
  try {
    await runViteBuild(draft, signal);
    packFiles(path.join(draft, "client"));
    const old = path.join(draft, "old");
    mkdirSync(old);
    for (const part of ["server", "client"]) {
      const inUse = path.join(BUILD, part);
      if (existsSync(inUse)) renameSync(inUse, path.join(old, part));
      renameSync(path.join(draft, part), inUse);
    }
    writeFileSync(STAMP, madeFrom);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function runViteBuild(draft: string, signal?: AbortSignal): Promise<void> {
  const require = createRequire(import.meta.url);
  const remix = path.join(path.dirname(require.resolve("@remix-run/dev/package.json")), "dist", "cli.js");
  // Never `remix build`: beside a remix.config.js that is the classic compiler, without a word.
  // Under Vitest the configuration leaves Remix out.
  const { VITEST: _, ...env } = process.env;
  const child = spawn(process.execPath, [remix, "vite:build", "--logLevel", "warn"], {
    env: { ...env, NODE_ENV: "production", WARMSTOP_BUILD: draft },
    stdio: ["ignore", "pipe", "pipe"],
    signal,
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (words += chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Refusal(`The pages could not be built:\n${words.trim()}`));
    });
  });
}

// Builds that were killed leave their drafts; one that still goes on is younger than this.
function clearDrafts(): void {
  if (!existsSync(BUILD)) return;
  for (const name of readdirSync(BUILD)) {
    const pid = Number(/^next-(\d+)$/.exec(name)?.[1]);
    if (pid && !isRunning(pid)) rmSync(path.join(BUILD, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of INPUTS.flatMap(filesIn)) {
    const bytes = readFileSync(file);
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

function filesIn(input: string): string[] {
  if (!existsSync(input)) return [];
  if (path.extname(input) !== "") return [input];
  const files = readdirSync(input, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  return files.toSorted();
}
