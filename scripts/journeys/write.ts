/** Writes an answer of any size: what a pipe does not take at once is waited for. */
import { once } from "node:events";
import type { Writable } from "node:stream";

export async function writeAll(to: Writable, parts: Iterable<string>): Promise<void> {
  for (const part of parts) {
    // Who left, as `head` does, has heard enough.
    if (to.errored || to.destroyed) return;
    if (!to.write(part)) await once(to, "drain").catch(() => {});
  }
}
