import { describe, expect, it } from "vitest";
import { coldWeight } from "~/domain/cold";
import { asLived, hazardOf, isInTime, warmth } from "~/domain/journey";
import { journeyOf } from "../support/options";

describe("warmth", () => {
  it.each([
    [0, 100],
    [20, 50],
    [40, 25],
    [90, 4],
  ])("of %d cold-minutes is %d", (coldMinutes, said) => expect(warmth(coldMinutes)).toBe(said));
});

describe("the hazard of the coldest stretch", () => {
  it.each([
    ["44 minutes in mild air", 44, 32, "none"],
    ["45 minutes in mild air", 45, 32, "hazard"],
    ["22 minutes at 0 F", 22, 0, "none"],
    ["23 minutes at 0 F", 23, 0, "hazard"],
    ["15 minutes a degree above -18 F", 15.5, -17, "hazard"],
    ["15 minutes at -18 F", 15, -18, "frostbite"],
    ["14 minutes at -18 F", 14, -18, "none"],
    ["3 minutes at -48 F", 3, -48, "frostbite"],
  ] as const)("of %s", (_what, minutes, windChillF, hazard) => {
    const peakWeight = coldWeight(windChillF);
    const worst = { seconds: minutes * 60, coldMinutes: minutes * peakWeight, peakWeight };
    expect(hazardOf({ worst })).toBe(hazard);
  });
});

describe("by a bus without exact times, half an hour apart", () => {
  const guessed = journeyOf({ leaveBy: 0, arrives: 1800, enters: 1800, outdoorS: 2000, estimateS: 900 });

  it("a family is there a quarter of an hour after its clock, and no longer outside than it is under way", () => {
    expect(asLived(guessed)).toMatchObject({ arrives: 2700, enters: 2700, outdoorS: 2000 });
  });

  it("who comes later stands less before a shut door", () => {
    const opensSoon = { ...guessed, enters: 2400, outdoorS: 2600 };
    expect(asLived(opensSoon)).toMatchObject({ arrives: 2700, enters: 2700, outdoorS: 2000 });
    const opensLater = { ...guessed, enters: 3600, outdoorS: 3800 };
    expect(asLived(opensLater)).toMatchObject({ arrives: 2700, enters: 3600, outdoorS: 2900 });
    expect(asLived(opensLater).outdoorS).toBeLessThanOrEqual(3600);
  });

  it("it is only in time where it would be in time half an hour late", () => {
    expect(isInTime(guessed, 3600)).toBe(true);
    expect(isInTime(guessed, 3599)).toBe(false);
    expect(isInTime(guessed, null)).toBe(true);
    expect(isInTime({ ...guessed, estimateS: 0 }, 1800)).toBe(true);
  });
});
