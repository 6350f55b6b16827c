/** The child's end of the bench: what it has to do, how far it is, what it found, how much memory it keeps. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Spread, spreadOf, type Told } from "./figures";

/** Runs the work with the task the parent gave, and tells it the figures, or why there are none. */
export async function inChild<Task, Figures>(work: (task: Task) => Promise<Figures>): Promise<void> {
  try {
    tell({ kind: "figures", figures: await work(JSON.parse(process.argv[2] ?? "null") as Task) });
  } catch (error) {
    tell({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
  }
  process.disconnect?.();
}

export function progress(what: string, done: number, of: number): void {
  tell({ kind: "progress", what, done, of });
}

function tell(message: Told<unknown>): void {
  process.send?.(message);
}

/** Times each question after a few to warm up, and adds up what was found; the machine's chores are done in between. */
export async function timed<Asked>(
  what: string,
  questions: readonly Asked[],
  found: (question: Asked) => number,
): Promise<{ spread: Spread; perQuestion: number }> {
  for (const question of questions.slice(0, WARM_UP)) found(question);
  const times: number[] = [];
  let sum = 0;
  for (const question of questions) {
    const before = performance.now();
    sum += found(question);
    times.push(performance.now() - before);
    if (times.length % STEP === 0) {
      progress(what, times.length, questions.length);
      await sleep(1);
    }
  }
  return { spread: spreadOf(times), perQuestion: sum / questions.length };
}

const WARM_UP = 30;
const STEP = 10;

/** Resident memory when nothing is left to be cleared away, in MB. */
export async function keptMb(): Promise<number> {
  for (let i = 0; i < 6; i++) {
    (globalThis as { gc?: () => void }).gc?.();
    await sleep(60);
  }
  return process.memoryUsage().rss / 2 ** 20;
}
