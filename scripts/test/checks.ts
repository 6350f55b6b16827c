/** What is checked without running the app: types, lint, format, and that it builds. Each counts as one test. */
import { build, isBuildFresh } from "../start/build";
import { secondsSince } from "../start/steps";
import { runProgram } from "./program";
import { noTally, plus, type Tally } from "./tally";

type Check = { name: string; run: () => Promise<{ code: number; words: string }> };

const QUICK: Check[] = [
  { name: "lint", run: () => runProgram("node_modules/oxlint/bin/oxlint", ["--quiet", "--deny-warnings"]) },
  { name: "format", run: () => runProgram("node_modules/prettier/bin/prettier.cjs", ["--check", "."]) },
  { name: "build", run: buildPages },
];
const TYPES: Check = {
  name: "types",
  run: () => runProgram("node_modules/typescript/bin/tsc", ["--noEmit"]),
};

/** Types take longest and fill one core; the others go beside them, one after another. */
export async function runChecks(say: (line: string) => void): Promise<Tally> {
  const types = runCheck(TYPES, say);
  let tally = noTally;
  for (const check of QUICK) tally = plus(tally, await runCheck(check, say));
  return plus(tally, await types);
}

async function runCheck({ name, run }: Check, say: (line: string) => void): Promise<Tally> {
  const since = Date.now();
  const { code, words } = await run();
  say(`${code === 0 ? "ok  " : "FAIL"} ${name.padEnd(34)} ${secondsSince(since)}`);
  if (code !== 0) say(words.trim());
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function buildPages(): Promise<{ code: number; words: string }> {
  try {
    if (!isBuildFresh()) await build();
    return { code: 0, words: "" };
  } catch (error) {
    return { code: 1, words: (error as Error).message };
  }
}
