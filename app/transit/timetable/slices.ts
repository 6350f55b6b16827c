/** Work in slices of a few milliseconds: a server takes a breath after each, who asks alone takes none. */

/** Done in one go. */
export function toItsEnd<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
