import { expect, test } from "vitest";
import { labelsFor, NEVER, NOBODY, winsTie } from "~/transit/search/labels";

const sizes = { connections: 10, stops: 3, seconds: 100, runs: 4 };

test("of equal costs fewer rides win, then leaving later, then the first trip", () => {
  const labels = labelsFor(sizes, undefined);
  const boarding = (index: number, rides: number, leave: number, run: number) => {
    labels.rides[index] = rides;
    labels.leave[index] = leave;
    labels.run[index] = run;
  };
  boarding(0, 1, 500, 3);
  boarding(1, 2, 900, 0);
  boarding(2, 1, 600, 3);
  boarding(3, 1, 600, 2);
  expect(winsTie(labels, 0, 1)).toBe(true);
  expect(winsTie(labels, 0, 2)).toBe(false);
  expect(winsTie(labels, 3, 2)).toBe(true);
  expect(winsTie(labels, 3, 3)).toBe(false);
});

test("labels used before are empty again, and are the same room", () => {
  const used = labelsFor(sizes, undefined);
  used.count = 5;
  used.vC[1] = -7;
  used.vLabel[1] = 4;
  used.soonest[1] = 9;
  used.bucket[50] = 2;
  used.tripO[0] = 3;
  const again = labelsFor({ ...sizes, connections: 8 }, used);
  expect(again).toBe(used);
  expect([again.count, again.vC[1], again.vLabel[1], again.soonest[1]]).toEqual([0, Infinity, -1, NEVER]);
  expect([again.bucket[50], again.tripO[0]]).toEqual([-1, NOBODY]);
});

test.each(["connections", "stops", "seconds", "runs"] as const)(
  "too small a room is not used again, and the next is large enough, and no smaller in anything: %s",
  (what) => {
    const used = labelsFor(sizes, undefined);
    const next = labelsFor({ connections: 1, stops: 1, seconds: 1, runs: 1, [what]: 1000 }, used);
    expect(next).not.toBe(used);
    expect(labelsFor({ ...sizes, [what]: 1000 }, next)).toBe(next);
  },
);
