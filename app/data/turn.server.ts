/**
 * Searches take their turns: one piece of work, whoever asked for it, then some rounds of the event loop for everybody
 * else, however many search at once.
 */
const waiting: (() => void)[] = [];

// An answer that needs no search goes through the loop a few times; nearly empty rounds cost next to nothing.
const ROUNDS_BETWEEN = 6;

// Long enough to be worth the round, short enough that several and a search are no wait.
const PIECE_MS = 4;

/** Resolves when it is one's turn; until the next await nobody else works. */
export function turn(): Promise<void> {
  return standIn((resolve) => waiting.push(resolve));
}

/**
 * The same, before all who wait: for short work that has begun. What it works with stays near the processor, and is free for
 * the next one sooner; ten that take turns piece by piece all end late, and each needs room of its own.
 */
export function goOn(): Promise<void> {
  return standIn((resolve) => waiting.unshift(resolve));
}

/** Work that can pause, in pieces of a few milliseconds. */
export async function inTurns<T>(work: Generator<void, T>, pause: () => Promise<void> = turn): Promise<T> {
  let until = performance.now() + PIECE_MS;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + PIECE_MS;
  }
}

function standIn(line: (resolve: () => void) => number): Promise<void> {
  return new Promise((resolve) => {
    if (line(resolve) === 1) afterRounds(ROUNDS_BETWEEN, next);
  });
}

function next(): void {
  waiting.shift()!();
  if (waiting.length > 0) afterRounds(ROUNDS_BETWEEN, next);
}

function afterRounds(rounds: number, then: () => void): void {
  setImmediate(() => (rounds > 1 ? afterRounds(rounds - 1, then) : then()));
}
