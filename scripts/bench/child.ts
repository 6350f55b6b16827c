/** A child process for each thing measured, so that none has another's memory, nor its warmth. */
import { spawn } from "node:child_process";
import type { Told } from "./figures";

export type Progress = (what: string, done: number, of: number) => void;

export type Measured<Figures> = { kind: "figures"; figures: Figures } | { kind: "failed"; reason: string };

/** A child that dies is a failure with its last words. */
export function measuredIn<Figures>(
  file: string,
  task: unknown,
  progress: Progress,
): Promise<Measured<Figures>> {
  const child = spawn(process.execPath, ["--expose-gc", file, JSON.stringify(task)], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let words = "";
  let found: Measured<Figures> | undefined;
  child.stderr!.on("data", (chunk: Buffer) => (words = (words + chunk).slice(-MOST_WORDS)));
  child.on("message", (told: Told<Figures>) => {
    if (told.kind === "progress") progress(told.what, told.done, told.of);
    else found = told;
  });
  return new Promise((resolve) => {
    child.once("close", (code, signal) => {
      const lastWords =
        words
          .trim()
          .split("\n")
          .find((line) => /error/i.test(line)) ?? `it ended with ${signal ?? code}`;
      resolve(found ?? { kind: "failed", reason: lastWords.trim() });
    });
  });
}

const MOST_WORDS = 10_000;
