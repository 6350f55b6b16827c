import { describe, expect, test } from "vitest";
import { runsFrom } from "~/domain/hours/runs";
import { at, CHICAGO, hoursOf, told } from "../../support/hours";

const runs = (hours: Parameters<typeof runsFrom>[0], now: string) =>
  told(runsFrom(hours, CHICAGO, at(now), 2));

describe("openings as people live through them", () => {
  test("without a break between them they are one", () => {
    expect(runs(hoursOf("Mo-Su 00:00-24:00"), "2026-01-15 12:00")).toMatchObject([{ state: "open" }]);
    expect(runs(hoursOf("Mo-Su 09:00-18:00; Mo-Su 18:00-09:00"), "2026-01-15 12:00")).toHaveLength(1);
  });

  test("one that ended is left out, and last night's goes on into the morning", () => {
    const nightly = hoursOf("Mo-Su 18:00-07:00");
    expect(runs(nightly, "2026-01-15 06:00")).toMatchObject([
      { from: "2026-01-14T18:00-06:00", until: "2026-01-15T07:00-06:00" },
      { from: "2026-01-15T18:00-06:00" },
    ]);
    expect(runs(nightly, "2026-01-15 07:00")).toMatchObject([{ from: "2026-01-15T18:00-06:00" }]);
  });

  test("a night that is not decided stays apart from one that staff said yes to", () => {
    const cold = hoursOf("Mo-Su 07:00-07:00", {
      rule: { lowAtOrBelowF: 25, decidedAt: null },
      words: [{ night: "2026-01-14", open: true, saidAt: new Date(0) }],
    });
    expect(runs(cold, "2026-01-15 06:00")).toMatchObject([
      { state: "open", date: "2026-01-14" },
      { state: "undecided", date: "2026-01-15" },
    ]);
  });
});
