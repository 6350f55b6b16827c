/** One run of Vitest over some files: counted, and told in full only where something failed. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { runProgram } from "./program";
import type { Tally } from "./tally";

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string; fullName: string }[] }[];
};

export async function runVitest(
  files: string[],
  env: Record<string, string>,
  { alone = false } = {},
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
      // Vitest leaves one core to others; here nobody else is at work.
      alone ? "--no-file-parallelism" : `--maxWorkers=${availableParallelism()}`,
      ...files,
    ],
    env,
  );
  const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, "utf8")) as Report) : null;
  const tally = tallyOf(report, code);
  rmSync(folder, { recursive: true, force: true });
  // Their names last: of a long output often the end alone is kept.
  if (tally.failed > 0) process.stdout.write(`${[words.trim(), ...failedIn(report)].join("\n")}\n`);
  return tally;
}

/** A line for each test that failed. */
export function failedIn(report: Pick<Report, "testResults"> | null): string[] {
  return (report?.testResults ?? [])
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "failed")
    .map(({ fullName }) => `     failed: ${fullName}`);
}

function tallyOf(report: Report | null, code: number): Tally {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  // A file that cannot be loaded or prepared fails without a failed test.
  const unprepared = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  ).length;
  const failed = report.numFailedTests + unprepared;
  return {
    passed: report.numPassedTests,
    // An error outside every test fails the run all the same.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
