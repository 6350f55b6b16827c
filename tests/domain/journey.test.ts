import { describe, expect, it } from "vitest";
import { soonest, warmest, warmth, type Journey } from "~/domain/journey";

const journey = (coldMinutes: number, enters: number) => ({ coldMinutes, enters }) as Journey;

describe("of several journeys", () => {
  const slowAndWarm = journey(7, 1_000);
  const fastAndCold = journey(12, 500);

  it("the warmest has the fewest cold-minutes, and of equals is there first", () => {
    expect(warmest([fastAndCold, slowAndWarm])).toBe(slowAndWarm);
    const sooner = journey(7, 900);
    expect(warmest([slowAndWarm, sooner])).toBe(sooner);
  });

  it("the soonest is let in first, and of equals is the warmer one", () => {
    expect(soonest([slowAndWarm, fastAndCold])).toBe(fastAndCold);
    const warmer = journey(3, 500);
    expect(soonest([fastAndCold, warmer])).toBe(warmer);
  });
});

describe("warmth", () => {
  it.each([
    [0, 100],
    [20, 50],
    [40, 25],
    [90, 4],
  ])("of %d cold-minutes is %d", (coldMinutes, said) => expect(warmth(coldMinutes)).toBe(said));
});
