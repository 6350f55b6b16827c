import { expect, test } from "vitest";
import { goOn, inTurns, turn } from "~/data/turn.server";

test("one piece of work after the other, in the order of asking, with rounds of the event loop between", async () => {
  const seen: [string, number][] = [];
  let rounds = 0;
  let counting = true;
  const count = () => {
    rounds++;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  await Promise.all(["a", "b", "c"].map((name) => turn().then(() => seen.push([name, rounds]))));
  counting = false;
  expect(seen.map(([name]) => name)).toEqual(["a", "b", "c"]);
  const [a, b, c] = seen.map(([, round]) => round) as [number, number, number];
  expect(Math.min(a, b - a, c - b)).toBeGreaterThanOrEqual(4);
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

test("a search that has begun is done before the next one begins, and what nobody waits for comes in between", async () => {
  const seen: string[] = [];
  const work = function* (name: string, pieces: number) {
    for (let piece = 0; piece < pieces; piece++) {
      const until = performance.now() + 6;
      while (performance.now() < until);
      seen.push(name);
      yield;
    }
  };
  const search = (name: string) => turn().then(() => inTurns(work(name, 3), goOn));
  await Promise.all([search("a"), search("b"), inTurns(work("beside", 4))]);
  expect(seen.join(" ")).toMatch(/a a a .*b b b/);
  expect(seen.filter((name) => name === "beside")).toHaveLength(4);
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
