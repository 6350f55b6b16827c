/** One run of Vitest over some files: counted, and told in full only where something failed. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runProgram } from "./program";
import type { Tally } from "./tally";

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

export async function runVitest(
  files: string[],
  env: Record<string, string>,
  { oneByOne = false } = {},
): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), "warmstop-vitest-"));
  const reportFile = path.join(folder, "report.json");
  const { code, words } = await runProgram(
    "node_modules/vitest/vitest.mjs",
    [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${reportFile}`,
      ...(oneByOne ? ["--no-file-parallelism"] : []),
      ...files,
    ],
    env,
  );
  const tally = tallyOf(reportFile, code);
  rmSync(folder, { recursive: true, force: true });
  if (tally.failed > 0) process.stdout.write(`${words.trim()}\n`);
  return tally;
}

function tallyOf(reportFile: string, code: number): Tally {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(reportFile, "utf8")) as Report;
  // A file that cannot even be loaded has no tests to fail.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    // An error outside every test fails the run all the same.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
