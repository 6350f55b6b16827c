import { describe, expect, test } from "vitest";
import { endSaid, usualEnd } from "~/domain/extra-units";
import type { Hours } from "~/domain/hours/hours";

const CHICAGO = "America/Chicago";
const at = (wall: string) => Date.parse(`${wall}-06:00`) / 1000;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;
const hours = (opens: number, closes: number): Hours => ({
  operating: [{ days: [...EVERY_DAY], opens, closes, from: null, until: null }],
  intake: [],
  exceptions: [],
  rule: null,
  words: [],
});
const nobodySaid: Hours = { ...hours(0, 0), operating: [] };

describe("extra units are there until", () => {
  test.each([
    ["the doors close in the morning", hours(1080, 420), "2026-01-15T19:00", "2026-01-16T07:00"],
    ["the doors close this morning, before five", hours(1080, 420), "2026-01-16T03:00", "2026-01-16T07:00"],
    ["eight where it is open day and night", hours(0, 0), "2026-01-15T19:00", "2026-01-16T08:00"],
    ["eight where it closes in the evening", hours(480, 1020), "2026-01-15T10:00", "2026-01-16T08:00"],
    ["eight where nobody knows the hours", nobodySaid, "2026-01-15T19:00", "2026-01-16T08:00"],
    ["eight of the same night, after midnight", nobodySaid, "2026-01-16T02:00", "2026-01-16T08:00"],
  ])("%s", (_until, of, now, end) => {
    expect(usualEnd(of, CHICAGO, at(now))).toBe(at(end));
  });

  test("eight by the clock of the night the clocks change in", () => {
    expect(usualEnd(nobodySaid, CHICAGO, at("2026-03-07T19:00"))).toBe(
      Date.parse("2026-03-08T08:00-05:00") / 1000,
    );
  });
});

describe("what staff type is", () => {
  const now = at("2026-01-15T19:00");
  test.each([
    ["8 am", "2026-01-16T08:00"],
    ["6:30", "2026-01-16T06:30"],
    ["9 pm", "2026-01-15T21:00"],
    ["7 pm", "2026-01-16T19:00"],
    ["2026-01-16 08:00", "2026-01-16T08:00"],
    ["mediodía", "2026-01-16T12:00"],
  ])("%s", (typed, end) => {
    expect(endSaid(typed, now, CHICAGO)).toBe(at(end));
  });

  test.each(["", "now", "soon", "25:00", "8"])("no time: %s", (typed) => {
    expect(endSaid(typed, now, CHICAGO)).toBeUndefined();
  });
});
