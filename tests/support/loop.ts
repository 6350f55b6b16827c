/** How long the event loop is held at a stretch while something goes on. */
import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

export type Held = {
  /** By the wall's clock, which other programs of a busy machine hold up as well. */
  delayMs: { p50: number; p99: number; worst: number };
  /** The thread's own work in one round of the loop, whatever else runs; null where the system does not tell. */
  workMs: { p99: number; worst: number } | null;
};

export async function heldWhile<T>(work: () => Promise<T>): Promise<{ result: T; held: Held }> {
  const rounds: number[] = [];
  let [watching, before] = [true, worked()];
  const watch = () => {
    const now = worked();
    if (now !== null && before !== null) rounds.push(now - before);
    before = now;
    if (watching) setImmediate(watch);
  };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  setImmediate(watch);
  const result = await work();
  watching = false;
  delay.disable();
  const ms = (ns: number) => ns / 1e6;
  rounds.sort((a, b) => a - b);
  const workMs =
    before === null ? null : { p99: rounds[Math.floor(rounds.length * 0.99)]!, worst: rounds.at(-1)! };
  const delayMs = { p50: ms(delay.percentile(50)), p99: ms(delay.percentile(99)), worst: ms(delay.max) };
  return { result, held: { delayMs, workMs } };
}

/** Milliseconds this thread has worked so far, as Linux tells. */
function worked(): number | null {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ", 1)[0]) / 1e6;
  } catch {
    return null;
  }
}
