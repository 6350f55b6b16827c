/** The role the app logs in as: its name and password follow from the owner's URL and APP_SECRET. */
import { createHash, createHmac, pbkdf2Sync } from "node:crypto";

// PostgreSQL cuts longer names without a word.
const LONGEST_NAME = 63;

/** "warmstop_web" for the database "warmstop": roles are shared by a server's databases, rights are not. */
export function roleOf(database: string, part: "web" | "owner"): string {
  const name = `${database}_${part}`;
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name;
  return `warmstop_${createHash("sha256").update(database).digest("hex").slice(0, 24)}_${part}`;
}

export function webUrlFrom(ownerUrl: string, appSecret: string): string {
  const url = databaseUrl(ownerUrl);
  const database = databaseIn(url);
  url.username = encodeURIComponent(roleOf(database, "web"));
  url.password = createHmac("sha256", appSecret).update(`web role of ${database}`).digest("base64url");
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

export function databaseUrl(text: string): URL {
  const url = /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (!url?.hostname) {
    throw new Error(
      "A database URL looks like postgres://user:password@host:5432/database; this one does not.",
    );
  }
  return url;
}

/** As libpq does: without a name, the user's. */
export function databaseIn(url: URL): string {
  return decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username);
}

/** What PostgreSQL stores of a password, so that the password itself is in no statement and no log (RFC 5803). */
export function scramVerifier(password: string): string {
  const rounds = 4096;
  // The salt follows from the password, which is random: equal passwords are equal roles here.
  const salt = createHash("sha256").update(`salt ${password}`).digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, rounds, 32, "sha256");
  const storedKey = createHash("sha256").update(keyed(salted, "Client Key")).digest("base64");
  const serverKey = keyed(salted, "Server Key").toString("base64");
  return `SCRAM-SHA-256$${rounds}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}

function keyed(key: Buffer, words: string): Buffer {
  return createHmac("sha256", key).update(words).digest();
}
