/** `npm test`: types, lint, format, build, then every test; on TEST_DATABASE_URL's server too, where it is set. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findOrInstallChromium } from "./chromium";
import { openCluster } from "./postgres/cluster";
import { Refusal } from "./postgres/refusal";
import { startServer, type EmbeddedServer } from "./postgres/server";
import { secondsSince } from "./start/steps";
import { noTally, plus, type Tally } from "./test/tally";
import { runChecks } from "./test/checks";
import { startTestBrowser } from "./test/browser";
import { partsOf, testFiles } from "./test/parts";
import { runVitest } from "./test/vitest";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const filters = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = mkdtempSync(path.join(tmpdir(), "warmstop-test-"));
let server: EmbeddedServer | undefined;
let total = noTally;

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => void end(130));

try {
  if (filters.length === 0) await part("checks", () => runChecks(say));
  await runTests();
} catch (error) {
  total = plus(total, { passed: 0, failed: 1, skipped: 0 });
  say(error instanceof Refusal ? error.message : String((error as Error).stack));
}
await end(total.failed === 0 ? 0 : 1);

async function runTests(): Promise<void> {
  server = await startServer(openCluster(folder), { say, durability: "throwaway" });
  const own = { WARMSTOP_TEST_SERVER: server.ownerUrl };
  const parts = partsOf(testFiles(), filters);
  for (const { name, files, inBrowser, alone } of parts) {
    await part(name, () => (inBrowser ? runInBrowser(files, own, alone) : runVitest(files, own, { alone })));
  }
  const second = process.env.TEST_DATABASE_URL;
  if (!second) return;
  for (const { name, files } of parts.filter(({ onEveryServer }) => onEveryServer)) {
    await part(`${name}, on TEST_DATABASE_URL`, () => runVitest(files, { WARMSTOP_TEST_SERVER: second }));
  }
}

async function runInBrowser(files: string[], env: Record<string, string>, alone: boolean): Promise<Tally> {
  const chromium = findOrInstallChromium(say);
  if (chromium.kind === "missing") {
    say(chromium.what);
    return { passed: 0, failed: files.length, skipped: 0 };
  }
  const browser = await startTestBrowser(chromium.path, { alone });
  try {
    return await runVitest(files, { ...env, WARMSTOP_TEST_BROWSER: browser.address }, { alone });
  } finally {
    await browser.close();
  }
}

async function part(name: string, run: () => Promise<Tally>): Promise<void> {
  const since = Date.now();
  const tally = await run();
  total = plus(total, tally);
  const { passed, failed, skipped } = tally;
  const mark = failed === 0 ? "ok  " : "FAIL";
  say(
    `${mark} ${name.padEnd(34)} ${passed} passed, ${failed} failed, ${skipped} skipped  ${secondsSince(since)}`,
  );
}

async function end(code: number): Promise<void> {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
  say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(code);
}
