/** Words that only this server can read: sealed with a key made of APP_SECRET, which is in no database and no backup of one. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** What is sealed; each has a key of its own. */
export type SealedUse = "room address" | "room cell" | "round place";

const SHORTEST_SECRET = 32;
// The first byte tells how the rest is to be read, should that ever change.
const VERSION = 1;
const [NONCE_BYTES, TAG_BYTES] = [12, 16];

/** AES-256-GCM; `rowId` is bound to it, so that one row's words cannot be put into another's. */
export function seal(use: SealedUse, rowId: string, words: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor(use), nonce).setAAD(Buffer.from(rowId));
  const sealed = Buffer.concat([cipher.update(words, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
}

/** Throws where it was sealed with another secret, for another row, or was changed since. */
export function unseal(use: SealedUse, rowId: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== VERSION) throw new Error("These words were sealed in another way.");
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", keyFor(use), nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(rowId))
    .setAuthTag(tag);
  return (
    decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8")
  );
}

function keyFor(use: SealedUse): Buffer {
  const secret = process.env.APP_SECRET ?? "";
  if (secret.length < SHORTEST_SECRET)
    throw new Error(
      `Set APP_SECRET to at least ${SHORTEST_SECRET} characters (npm start does it by itself).`,
    );
  return Buffer.from(hkdfSync("sha256", secret, "", `warmstop seal: ${use}`, 32));
}
