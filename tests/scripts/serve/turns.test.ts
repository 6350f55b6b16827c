import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { Turns } from "../../../scripts/serve/turns";

test("so many begin at once, the next in the order they came", async () => {
  const turns = new Turns({ atOnce: 2, most: 2 });
  const begun: number[] = [];
  const asked = [1, 2, 3, 4].map((n) => turns.take().then((isTurn) => isTurn && begun.push(n)));
  await Promise.all(asked.slice(0, 2));
  await sleep(20);
  expect(begun).toEqual([1, 2]);
  turns.leave();
  turns.leave();
  await Promise.all(asked);
  expect(begun).toEqual([1, 2, 3, 4]);
  turns.end();
});

test("who would wait too long is told so, and takes nobody's turn", async () => {
  const turns = new Turns({ atOnce: 1, most: 1, waitMs: 50, mostWaiting: 1 });
  expect(await turns.take()).toBe(true);
  const late = turns.take();
  expect(await turns.take()).toBe(false);
  expect(await late).toBe(false);
  turns.leave();
  expect(await turns.take()).toBe(true);
  turns.end();
});

test("while those that began only wait, more may begin, but not without end", async () => {
  const turns = new Turns({ atOnce: 1, most: 3, waitMs: 2_000 });
  const asked = Array.from({ length: 5 }, () => turns.take());
  expect(await Promise.all(asked)).toEqual([true, true, true, false, false]);
  turns.end();
});
