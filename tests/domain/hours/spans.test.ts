import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { merged, newestWord, nightsFrom } from "~/domain/hours/spans";
import { at, CHICAGO, hoursOf, told } from "../../support/hours";

test("nights are laid out once, and for each day, number of days and zone anew", () => {
  const hours = hoursOf("Mo-Su 18:00-07:00");
  const nights = nightsFrom(hours, "2026-01-15", 4, CHICAGO);
  expect(nightsFrom(hours, "2026-01-15", 4, CHICAGO)).toBe(nights);
  for (let day = 10; day < 30; day++) {
    const [first] = nightsFrom(hours, `2026-01-${day}`, 2, CHICAGO);
    expect(first).toMatchObject({ date: `2026-01-${day}`, from: at(`2026-01-${day} 18:00`) });
  }
  expect(nightsFrom(hours, "2026-01-15", 9, CHICAGO)).toHaveLength(9);
  expect(nightsFrom(hours, "2026-01-15", 4, "America/New_York")[0]!.from).toBe(nights[0]!.from - 3600);
  expect(nightsFrom(hoursOf("Mo-Su 17:00-07:00"), "2026-01-15", 4, CHICAGO)).not.toEqual(nights);
});

describe("nights laid out", () => {
  test("a night is named by the date its evening begins on", () => {
    expect(told(nightsFrom(hoursOf("Fr-Sa 18:00-07:00"), "2026-01-15", 4, CHICAGO))).toMatchObject([
      { date: "2026-01-16", from: "2026-01-16T18:00-06:00", until: "2026-01-17T07:00-06:00" },
      { date: "2026-01-17", from: "2026-01-17T18:00-06:00", until: "2026-01-18T07:00-06:00" },
    ]);
  });

  test("an opening that the spring night swallows whole is none", () => {
    expect(nightsFrom(hoursOf("Su 02:00-03:00"), "2026-03-08", 1, CHICAGO)).toEqual([]);
    expect(nightsFrom(hoursOf("Su 02:00-03:00"), "2026-03-15", 1, CHICAGO)).toHaveLength(1);
  });

  test("letting in never outlasts the opening", () => {
    const [night] = nightsFrom(
      hoursOf("Th 18:00-22:00", { intake: "Th 21:00-23:30" }),
      "2026-01-15",
      1,
      CHICAGO,
    );
    expect(night!.intake).toEqual([{ from: at("2026-01-15 21:00"), until: at("2026-01-15 22:00") }]);
  });
});

test("of two words for a night the newer one holds, whatever their order", () => {
  const early = { night: "2026-01-15", open: true, saidAt: new Date(1) };
  const late = { night: "2026-01-15", open: false, saidAt: new Date(2) };
  expect(newestWord([early, late], "2026-01-15")).toBe(late);
  expect(newestWord([late, early], "2026-01-15")).toBe(late);
  expect(newestWord([late], "2026-01-16")).toBeNull();
});

test("merged stretches cover the same moments, lie apart and are in order", () => {
  const stretch = fc
    .tuple(fc.nat(50), fc.nat(20))
    .map(([from, length]) => ({ from, until: from + length + 1 }));
  fc.assert(
    fc.property(fc.array(stretch), fc.nat(80), (stretches, moment) => {
      const runs = merged(stretches);
      const covers = ({ from, until }: { from: number; until: number }) => from <= moment && moment < until;
      expect(runs.some(covers)).toBe(stretches.some(covers));
      for (const [index, run] of runs.slice(1).entries())
        expect(run.from).toBeGreaterThan(runs[index]!.until);
    }),
  );
});
