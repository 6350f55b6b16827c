import { expect, test } from "vitest";
import { toItsEnd } from "~/transit/timetable/slices";

test("work in slices is done in one go, and tells what it found", () => {
  const done: number[] = [];
  function* work() {
    for (let slice = 0; slice < 3; slice++) {
      done.push(slice);
      yield;
    }
    return "found";
  }
  expect(toItsEnd(work())).toBe("found");
  expect(done).toEqual([0, 1, 2]);
});
