import { describe, expect, test } from "vitest";
import { endOfTonight, isDeepNight, morningAfter, nightOf } from "~/domain/hours/night";
import { at, CHICAGO, told } from "../../support/hours";

describe("the night people mean by tonight", () => {
  test.each([
    ["2026-01-15 18:00", "2026-01-15"],
    ["2026-01-16 04:59", "2026-01-15"],
    ["2026-01-16 05:00", "2026-01-16"],
  ])("at %s is the one of %s", (now, night) => expect(nightOf(at(now), CHICAGO)).toBe(night));

  test("ends at five, on the short and the long night too", () => {
    expect(told(morningAfter(at("2026-01-15 23:00"), CHICAGO))).toBe("2026-01-16T05:00-06:00");
    expect(told(morningAfter(at("2026-03-07 23:00"), CHICAGO))).toBe("2026-03-08T05:00-05:00");
    expect(told(morningAfter(at("2026-10-31 23:00-05:00"), CHICAGO))).toBe("2026-11-01T05:00-06:00");
  });

  test("towards morning reaches to the doors that open next", () => {
    expect(told(endOfTonight(at("2026-01-16 03:00"), CHICAGO))).toBe("2026-01-16T09:00-06:00");
    expect(told(endOfTonight(at("2026-01-15 18:00"), CHICAGO))).toBe("2026-01-16T05:00-06:00");
  });
});

test.each([
  ["2026-01-15 20:59", false],
  ["2026-01-15 21:00", true],
  ["2026-01-16 05:59", true],
  ["2026-01-16 06:00", false],
])("%s is deep night: %s", (now, deep) => expect(isDeepNight(at(now), CHICAGO)).toBe(deep));
