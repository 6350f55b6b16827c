/** Hashes that only this server can make: what is guessed at, or says where somebody is, is kept as nothing else. */
import { createHmac } from "node:crypto";

/** 32 bytes; the same words for another purpose are another hash. */
export function keyedHash(purpose: string, ...words: string[]): Buffer {
  const hmac = createHmac("sha256", secret());
  // A length before each part: "a", "bc" is not "ab", "c".
  for (const part of [purpose, ...words]) hmac.update(`${Buffer.byteLength(part)}:${part}`);
  return hmac.digest();
}

/** A network address as it may be kept: for a day, and as nothing that leads back to it. */
export function addressHash(address: string, now: Date): Buffer {
  return keyedHash("address", now.toISOString().slice(0, 10), address);
}

function secret(): string {
  const { APP_SECRET } = process.env;
  if (!APP_SECRET) throw new Error("Set APP_SECRET (npm start does it by itself).");
  return APP_SECRET;
}
