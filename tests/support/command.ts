/** Runs one of the project's commands as a person would, against a test's database. */
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export type Ran = { code: number | null; out: string; err: string };

export function runScript(script: string, args: string[], ownerUrl: string): Promise<Ran> {
  const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...args], {
    env: { ...process.env, DATABASE_URL: ownerUrl, DATABASE_WEB_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ran: Ran = { code: null, out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (ran.out += chunk));
  child.stderr.on("data", (chunk: Buffer) => (ran.err += chunk));
  return new Promise((resolve) => child.once("close", (code) => resolve({ ...ran, code })));
}

export function fileWith(name: string, bytes: string | Uint8Array): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "warmstop-file-")), name);
  writeFileSync(file, bytes);
  return file;
}
