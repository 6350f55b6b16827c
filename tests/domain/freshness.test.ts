import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { worthOf } from "~/domain/freshness";

const now = 1_800_000_000;
const minutesAgo = (minutes: number) => now - minutes * 60;
const said = (minutes: number, free = 5, inService = 10) => ({ at: minutesAgo(minutes), free, inService });

describe("a report ages", () => {
  test.each([
    [0, "fresh", 0],
    [59, "fresh", 59],
    [59.99, "fresh", 59],
    [60, "aging", 60],
    [239.99, "aging", 239],
    [240, "call-first", 240],
    [1439.99, "call-first", 1439],
  ])("after %d minutes it is %s", (minutes, kind, age) => {
    expect(worthOf(said(minutes), now)).toMatchObject({ kind, minutes: age });
  });

  test("after a day, and without any report, nothing is known", () => {
    expect(worthOf(said(1440), now)).toEqual({ kind: "unknown" });
    expect(worthOf(null, now)).toEqual({ kind: "unknown" });
  });

  test("for a family that comes later it is worth what it will be then, with its age by now", () => {
    const inHours = (hours: number) => worthOf(said(12), now, now + hours * 3600);
    expect(inHours(0.5)).toMatchObject({ kind: "fresh", minutes: 12 });
    expect(inHours(2)).toMatchObject({ kind: "aging", minutes: 12 });
    expect(inHours(19)).toEqual({ kind: "call-first", minutes: 12 });
    expect(inHours(-19)).toMatchObject({ kind: "fresh", minutes: 12 });
  });

  test("from a clock that runs ahead it was made just now", () => {
    expect(worthOf(said(-90), now)).toMatchObject({ kind: "fresh", minutes: 0 });
  });

  test("it never gets fresher, and old ones carry no number", () => {
    const order = ["fresh", "aging", "call-first", "unknown"];
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(200_000), (age, later) => {
        const worth = worthOf({ at: now - age, free: 3, inService: 9 }, now);
        const after = worthOf({ at: now - age, free: 3, inService: 9 }, now + later);
        expect(order.indexOf(after.kind)).toBeGreaterThanOrEqual(order.indexOf(worth.kind));
        if (after.kind === "call-first" || after.kind === "unknown") expect(after).not.toHaveProperty("free");
      }),
    );
  });
});

describe("what the public is told to be free", () => {
  test.each([
    [10, 5, { kind: "number", units: 5 }],
    [4, 1, { kind: "number", units: 1 }],
    [3, 3, { kind: "some" }],
    [3, 1, { kind: "some" }],
    [3, 0, { kind: "none" }],
    [1, 1, { kind: "some" }],
    [10, 0, { kind: "none" }],
    [10, -2, { kind: "none" }],
    [0, 0, { kind: "none" }],
  ])("of %d units, %d free", (inService, free, told) => {
    expect(worthOf(said(5, free, inService), now)).toMatchObject({ free: told });
  });
});
