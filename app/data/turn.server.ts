/**
 * Searches take their turns: one piece of work in each round of the event loop, whoever asked for it, so that between
 * two pieces everybody else is answered, however many search at once.
 */
const waiting: (() => void)[] = [];

// Long enough to be worth the round, short enough that several and a search are no wait.
const PIECE_MS = 4;

/** Resolves when it is one's turn; until the next await nobody else works. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(next);
  });
}

/** Work that can pause, in pieces of a few milliseconds. */
export async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  let until = performance.now() + PIECE_MS;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await turn();
    until = performance.now() + PIECE_MS;
  }
}

function next(): void {
  waiting.shift()!();
  if (waiting.length > 0) setImmediate(next);
}
