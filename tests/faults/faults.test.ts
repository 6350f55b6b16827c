import { expect, test } from "vitest";
import { told } from "./outcome";
import { runFaults } from "./run";

test("a minute of faults breaks no promise to anybody", async () => {
  const outcome = await runFaults({ seconds: 60, clients: 200, seed: 7, rate: 25 }, () => {});
  const words = [...told(outcome)].join("");
  if (process.env.CI) process.stdout.write(words);
  expect(outcome.broken, words).toEqual([]);
  const { changes } = outcome.history;
  const done = changes.filter(({ attempts }) => attempts.some(({ said }) => said.kind === "done"));
  // A run in which nothing could be done would break nothing either.
  expect(done.length).toBeGreaterThan(100);
  expect(Object.keys(outcome.faults).length).toBeGreaterThan(4);
  expect(outcome.looked).toBeGreaterThan(20);
}, 300_000);
