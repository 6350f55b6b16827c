import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accessLevel, accessScore, alikeDays, HOURS_A_WEEK, weekRuns } from "~/domain/access";

const week = (share: (day: number, hour: number) => number) =>
  Array.from({ length: HOURS_A_WEEK }, (_, index) => share(Math.floor(index / 24), index % 24));

describe("the score", () => {
  it("is the mean of the week's hours, apart for day and night", () => {
    expect(accessScore(week(() => 0.5))).toEqual({ score: 50, day: 50, night: 50 });
    expect(accessScore(week((_, hour) => (hour >= 6 && hour < 22 ? 1 : 0)))).toMatchObject({
      day: 100,
      night: 0,
    });
    const oneNight = accessScore(week((day, hour) => (day === 2 && hour < 6 ? 1 : 0)));
    expect(oneNight.night).toBeCloseTo((100 * 6) / 56, 9);
    expect(oneNight.score).toBeCloseTo((100 * 6) / 168, 9);
  });
});

describe("the level", () => {
  it.each([
    [0, 0],
    [0.001, 1],
    [0.249, 1],
    [0.25, 2],
    [0.5, 3],
    [0.75, 4],
    [1, 4],
  ])("of %d is %d", (share, level) => expect(accessLevel(share)).toBe(level));
});

describe("the week in runs", () => {
  it("covers each hour once, with its own level", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 0.1, 0.3, 0.6, 0.9), {
          minLength: HOURS_A_WEEK,
          maxLength: HOURS_A_WEEK,
        }),
        (hours) => {
          weekRuns(hours).forEach((runs, day) => {
            expect(runs[0]!.from).toBe(0);
            expect(runs.at(-1)!.until).toBe(24);
            runs.forEach(({ from, until, level }, i) => {
              if (i > 0) expect([from, level]).not.toEqual([from, runs[i - 1]!.level]);
              if (i > 0) expect(from).toBe(runs[i - 1]!.until);
              for (let hour = from; hour < until; hour++)
                expect(accessLevel(hours[day * 24 + hour]!)).toBe(level);
            });
          });
        },
      ),
    );
  });

  it("puts days that follow one another and are alike together", () => {
    const hours = week((day, hour) => (hour < 6 ? 0 : day < 5 ? 0.6 : 0.3));
    expect(alikeDays(weekRuns(hours)).map(({ days }) => days)).toEqual([
      [1, 2, 3, 4, 5],
      [6, 7],
    ]);
    expect(alikeDays(weekRuns(week(() => 0)))).toEqual([
      { days: [1, 2, 3, 4, 5, 6, 7], runs: [{ from: 0, until: 24, level: 0 }] },
    ]);
  });
});
