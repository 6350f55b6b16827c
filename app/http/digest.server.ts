/** What an open page shows, in a few letters: where they are the same, it need not be asked for again. */
import { createHash } from "node:crypto";

export function digestOf(shown: unknown): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 16);
}
