import { describe, expect, it } from "vitest";
import { fewerBusesThan, lastToLeave, laterThan, soonest, warmest } from "~/domain/choosing";
import type { Journey } from "~/domain/journey";
import { journeyOf, wayOf } from "../support/options";

const journey = (coldMinutes: number, enters: number) => ({ coldMinutes, enters }) as Journey;

describe("of several journeys", () => {
  const slowAndWarm = journey(7, 1_000);
  const fastAndCold = journey(12, 500);

  it("the warmest has the fewest cold-minutes, and of equals is there first", () => {
    expect(warmest([fastAndCold, slowAndWarm])).toBe(slowAndWarm);
    const sooner = journey(7, 900);
    expect(warmest([slowAndWarm, sooner])).toBe(sooner);
    const same = journey(7, 1_000);
    expect(warmest([slowAndWarm, same])).toBe(slowAndWarm);
  });

  it.each([
    ["an hour and a half later, eight minutes outside less", 12, 4, 96, false],
    ["an hour later, five minutes less", 12, 7, 60, false],
    ["an hour later, six minutes less", 12, 6, 60, true],
    ["ten minutes later, one minute less", 12, 11, 10, true],
    ["five hours later, twenty minutes less", 30, 10, 300, false],
  ])("the warmest has to save its hours: %s", (_what, before, after, minutes, isWarmest) => {
    const now = journey(before, 1_768_500_000);
    const later = journey(after, 1_768_500_000 + minutes * 60);
    expect(warmest([now, later])).toBe(isWarmest ? later : now);
    expect(warmest([later, now])).toBe(isWarmest ? later : now);
  });

  it("the soonest is let in first, and of equals is the warmer one", () => {
    expect(soonest([slowAndWarm, fastAndCold])).toBe(fastAndCold);
    const warmer = journey(3, 500);
    expect(soonest([fastAndCold, warmer])).toBe(warmer);
  });
});

describe("around the best journey", () => {
  const best = journeyOf({ leaveBy: 1000, enters: 3000, coldMinutes: 5 });
  const before = { leaveBy: 400, enters: 2400, coldMinutes: 9 };
  const next = { leaveBy: 1600, enters: 3600, coldMinutes: 9 };
  const warmerNext = { leaveBy: 1900, enters: 4200, coldMinutes: 6 };
  const muchLater = { leaveBy: 9000, enters: 11_000, coldMinutes: 1 };
  const onFoot = { leaveBy: 1100, enters: 3100, coldMinutes: 1, boardings: 0 };

  it("the later choice is the warmest of the next half hour, never a walk", () => {
    expect(laterThan(best, wayOf(next, warmerNext, muchLater, onFoot))).toMatchObject(warmerNext);
    expect(laterThan(best, wayOf(before, onFoot))).toBeNull();
    expect(laterThan(best, { kind: "none", reason: "last-bus-gone" })).toBeNull();
  });

  describe("with fewer buses", () => {
    const changing = journeyOf({ enters: 3000, coldMinutes: 5, boardings: 3 });

    it("it is the warmest of those with the fewest, there within an hour and a half", () => {
      const two = { enters: 3200, coldMinutes: 3, boardings: 2 };
      const one = { enters: 3600, coldMinutes: 9, boardings: 1 };
      const warmerOne = { enters: 4200, coldMinutes: 6, boardings: 1 };
      const lateOne = { enters: 8401, coldMinutes: 1, boardings: 1 };
      expect(fewerBusesThan(changing, wayOf(two, one, warmerOne, lateOne))).toMatchObject(warmerOne);
      expect(fewerBusesThan(changing, wayOf(two, lateOne))).toMatchObject(two);
    });

    it("there is none where all take as many, and a walk is no bus less", () => {
      const asMany = { enters: 3200, boardings: 3 };
      const walking = { enters: 3200, boardings: 0 };
      expect(fewerBusesThan(changing, wayOf(asMany, walking))).toBeNull();
      expect(fewerBusesThan(changing, { kind: "none", reason: "last-bus-gone" })).toBeNull();
      expect(fewerBusesThan(changing, undefined)).toBeNull();
    });
  });

  it("the last chance is the one that leaves last, a walk too", () => {
    expect(lastToLeave(wayOf(before, muchLater, next))).toMatchObject(muchLater);
    expect(lastToLeave(wayOf(before, onFoot))).toMatchObject(onFoot);
    expect(lastToLeave({ kind: "none", reason: "doors-closed" })).toBeNull();
    expect(lastToLeave(undefined)).toBeNull();
  });

  it("without exact times the last one to count on goes a whole headway before the last of all", () => {
    const guessed = (leaveBy: number) => ({
      leaveBy,
      enters: leaveBy + 600,
      estimated: true,
      estimateS: 900,
    });
    const way = wayOf(guessed(1000), guessed(2800), guessed(4600));
    expect(lastToLeave(way)).toMatchObject(guessed(2800));
    expect(lastToLeave(wayOf(guessed(2800), { leaveBy: 2900, enters: 5000 }))).toMatchObject({
      leaveBy: 2900,
    });
    expect(lastToLeave(wayOf(guessed(2800)))).toBeNull();
  });
});
