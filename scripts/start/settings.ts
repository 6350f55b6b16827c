/** What a start is told from outside: .env, the environment, and the secret it makes itself where it may. */
import { randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../postgres/refusal";

const SHORTEST_SECRET = 32;
const HOW_TO_MAKE_ONE = `node -e "console.log(require('node:crypto').randomBytes(32).toString('hex'))"`;

/** Reads .env where there is one; what the environment already says wins. */
export function readDotEnv(): void {
  if (!existsSync(".env")) return;
  if (!process.loadEnvFile) throw new Refusal("Reading .env needs Node 20.12 or newer: update Node.");
  process.loadEnvFile(".env");
}

/** The secret that comes with a DATABASE_URL: whoever brings a server keeps its secret too. */
export function givenSecret(env: NodeJS.ProcessEnv): string {
  const secret = env.APP_SECRET ?? "";
  if (secret.length >= SHORTEST_SECRET) return secret;
  throw new Refusal(
    `${secret === "" ? "APP_SECRET is not set" : `APP_SECRET is shorter than ${SHORTEST_SECRET} characters`}, and with DATABASE_URL it is needed: make one with  ${HOW_TO_MAKE_ONE}  and keep it in .env as APP_SECRET=...`,
  );
}

/** The secret beside the embedded server's data, made at the first start. */
export function keptSecret(home: string, env: NodeJS.ProcessEnv): string {
  if (env.APP_SECRET) return givenSecret(env);
  const file = path.join(home, "app-secret");
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(32).toString("hex") + "\n", { mode: 0o600 });
    // A link is made whole or not at all: a killed start leaves no half secret.
    linkSync(draft, file);
    rmSync(draft);
  }
  return readFileSync(file, "utf8").trim();
}
