import { expect, test } from "vitest";
import { inTurns, turn } from "~/data/turn.server";

test("in one round of the event loop one piece of work is done, in the order of asking", async () => {
  const seen: string[] = [];
  let rounds = 0;
  let counting = true;
  const count = () => {
    rounds++;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  await Promise.all(["a", "b", "c"].map((name) => turn().then(() => seen.push(`${name} in ${rounds}`))));
  counting = false;
  expect(seen).toEqual(["a in 1", "b in 2", "c in 3"]);
});

test("long work pauses, so that others come in between, and gives its result", async () => {
  let pieces = 0;
  const work = function* () {
    for (; pieces < 5; pieces++) {
      const until = performance.now() + 6;
      while (performance.now() < until);
      yield;
    }
    return "done";
  };
  let between = 0;
  const timer = setInterval(() => (between += pieces > 0 && pieces < 5 ? 1 : 0), 1);
  expect(await inTurns(work())).toBe("done");
  clearInterval(timer);
  expect(between).toBeGreaterThan(1);
});

test("short work does not pause", async () => {
  let turned = false;
  const work = function* () {
    for (let i = 0; i < 5; i++) yield;
    return 5;
  };
  setImmediate(() => (turned = true));
  expect(await inTurns(work())).toBe(5);
  expect(turned).toBe(false);
});
