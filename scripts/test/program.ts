/** Runs one of the project's programs under this Node and keeps what it says. */
import { spawn } from "node:child_process";

export function runProgram(
  script: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; words: string }> {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => (words += chunk));
  }
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, words: error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, words }));
  });
}
