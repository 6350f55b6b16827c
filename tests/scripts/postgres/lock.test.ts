import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holderOf, takeLock } from "../../../scripts/postgres/lock";
import { birthOf } from "../../../scripts/postgres/processes";

let folder: string;

beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), "warmstop-lock-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a folder is held once, and says by whom, for what and at which address", () => {
  const lock = takeLock(folder, "npm start");
  if (lock.kind !== "held") throw new Error("it is free");
  lock.setAddress("http://localhost:1");
  expect(takeLock(folder, "another")).toMatchObject({
    kind: "taken",
    holder: { pid: process.pid, job: "npm start", address: "http://localhost:1" },
  });
  lock.release();
  expect(holderOf(folder)).toBeUndefined();
  expect(takeLock(folder, "another").kind).toBe("held");
});

test.each([
  ["a process that is gone", () => ({ pid: spawnSync("true").pid, birth: "whenever" })],
  ["another process with the pid of the one that is gone", () => ({ pid: process.ppid, birth: "long ago" })],
])("a lock of %s is void", (_whose, holder) => {
  writeFileSync(path.join(folder, "lock.json"), JSON.stringify(holder()));
  expect(takeLock(folder, "npm start").kind).toBe("held");
});

test.each(["", "{", "null", "[]", '{"pid":"x"}'])("a lock file that says %j is void", (words) => {
  writeFileSync(path.join(folder, "lock.json"), words);
  expect(takeLock(folder, "npm start").kind).toBe("held");
});

test("of eight that find a dead one's lock at once, one takes it, and nothing is left lying about", async () => {
  writeFileSync(path.join(folder, "lock.json"), JSON.stringify({ pid: 999_999_999, birth: "never" }));
  const script = `
    import { takeLock } from "./scripts/postgres/lock.ts";
    process.stdin.once("data", () => {
      process.stdout.write(takeLock(${JSON.stringify(folder)}, "race").kind + "\\n");
      setTimeout(() => process.exit(), 1500);
    });
    process.stdout.write("ready\\n");`;
  const racers = Array.from({ length: 8 }, () => {
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    let words = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (words += chunk));
    return { child, words: () => words, ended: new Promise((resolve) => child.once("close", resolve)) };
  });
  await expect
    .poll(() => racers.filter(({ words }) => words().startsWith("ready")).length, { timeout: 30_000 })
    .toBe(8);
  for (const { child } of racers) child.stdin.end("go\n");
  await Promise.all(racers.map(({ ended }) => ended));
  const outcomes = racers.map(({ words }) => words().split("\n")[1]);
  expect(outcomes.filter((kind) => kind === "held")).toHaveLength(1);
  expect(outcomes.filter((kind) => kind === "taken")).toHaveLength(7);
  expect(readdirSync(folder)).toEqual(["lock.json"]);
}, 60_000);

test("a zombie is dead", async () => {
  // The shell becomes a program that never asks after its child.
  const parent = spawn("/bin/sh", ["-c", "sleep 0 & echo $!; exec sleep 30"]);
  const pid = await new Promise<number>((resolve) =>
    parent.stdout.once("data", (words) => resolve(Number(words))),
  );
  await expect.poll(() => birthOf(pid)).toBeUndefined();
  expect(() => process.kill(pid, 0)).not.toThrow();
  parent.kill("SIGKILL");
});
