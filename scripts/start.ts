/** `npm start`: builds, starts the database, migrates, brings the sample region and keeps the app running. */
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { migrate } from "../db/migrate";
import { ensureSample } from "../db/sample/ensure";
import { Refusal } from "./postgres/refusal";
import { placeFrom, whyTaken } from "./serve/address";
import { keepAppRunning } from "./start/app-process";
import { build, isBuildFresh } from "./start/build";
import { claimDatabase, type Claim } from "./start/claim";
import { readDotEnv } from "./start/settings";
import { printedSteps, secondsSince } from "./start/steps";
import { watchForStop } from "./start/stopping";

// Whoever asks a server to stop often kills it after 10 s.
const STOP_MS = 9_500;
const STUCK_MS = 8_000;
const WARM_UP_MS = 20_000;

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const steps = printedSteps((text) => process.stdout.write(text));
const stopping = watchForStop(() => {
  steps.say("\nStopping: what has begun is finished first.");
  setTimeout(() => process.exit(1), STOP_MS).unref();
});
let exitCode = 0;

const run = start().catch((error: unknown) => {
  if (!stopping.asked) fail(error);
});
// A step that waits for a database which is being taken away may never end by itself.
await Promise.race([run, stopping.wait.then(() => sleep(STUCK_MS))]);
await stopping.undoAll();
if (stopping.asked) steps.say("Stopped.");
process.exit(exitCode);

async function start(): Promise<void> {
  const since = Date.now();
  readDotEnv();
  const claim = claimDatabase(process.env);
  await stopping.later(() => claim.release());
  await checkPlace();
  if (!isBuildFresh()) await steps.step("Building the pages", () => build(stopping.signal));
  const ownerUrl = await steps.step(claim.name, (progress) =>
    claim.open({ say: progress, stopping, onLost }),
  );
  const { secret } = claim;
  const given = process.env.DATABASE_WEB_URL || undefined;
  const { webUrl } = await steps.step("Migrating the database", () =>
    migrate(ownerUrl, { appSecret: secret, webUrl: given }).catch(refuseInWords),
  );
  await steps.step("Looking after the sample region", (progress) => ensureSample(ownerUrl, { progress }));
  if (stopping.asked) return;
  const address = await serve(claim, webUrl);
  steps.say(`\nWarmstop is ready after ${secondsSince(since)}: ${address}\nCtrl-C stops it.\n`);
  await stopping.wait;
}

async function serve(claim: Claim, webUrl: string): Promise<string> {
  const { DATABASE_URL: _, ...env } = process.env;
  // The owner's address stays here: the app itself never holds more than the web role's rights.
  const app = keepAppRunning(
    { ...env, ...claim.env, DATABASE_WEB_URL: webUrl, APP_SECRET: claim.secret },
    steps.say,
  );
  await stopping.later(() => app.stop());
  const address = await steps.step("Starting the app", () => app.address);
  claim.tellAddress(address);
  await steps.step("Loading the timetables", (progress) => warmUp(address, progress));
  return address;
}

/** The first family should not wait for what every later one finds ready. */
async function warmUp(address: string, progress: (line: string) => void): Promise<void> {
  const until = Date.now() + WARM_UP_MS;
  let last = "no answer";
  while (!stopping.asked && Date.now() < until) {
    try {
      const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5_000) });
      if (answer.ok) return;
      last = ((await answer.json()) as { reason: string }).reason;
    } catch (error) {
      last = (error as Error).message;
    }
    await sleep(250);
  }
  if (!stopping.asked) progress(`going on without: ${last} (see ${address}/readyz)`);
}

async function checkPlace(): Promise<void> {
  const asked = placeFrom(process.env);
  const why = asked.kind === "refused" ? asked.reason : await whyTaken(asked.place);
  if (why !== undefined) throw new Refusal(why);
}

/** The database cannot be brought back: nothing is left to do but end, and say so. */
async function onLost(error: unknown): Promise<void> {
  fail(error);
  await stopping.undoAll();
  process.exit(exitCode);
}

function fail(error: unknown): void {
  exitCode = 1;
  process.stderr.write(`\n${inWords(error)}\n`);
}

// Its errors are sentences for the operator, sometimes with SQL to run; where they were thrown says nothing.
function refuseInWords(error: Error): never {
  const cause = error.cause instanceof Error ? `\nbecause: ${error.cause.message}` : "";
  throw new Refusal(`${error.message}${cause}`);
}

function inWords(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `\nbecause: ${error.cause.stack}` : "";
  return `${error.stack}${cause}`;
}
