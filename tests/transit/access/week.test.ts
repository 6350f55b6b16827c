import { describe, expect, test } from "vitest";
import { usualDays, usualWeek } from "~/transit/access/week";
import { dayNumber, FIRST_DAY, LAST_DAY } from "~/transit/timetable/calendar";
import type { Service } from "~/transit/gtfs/feed";

const day = dayNumber;
const always = { startsOn: FIRST_DAY, endsOn: LAST_DAY };
const winter = { startsOn: day("2026-01-01"), endsOn: day("2026-03-31") };
const today = day("2026-01-14");

describe("the usual week", () => {
  test.each([
    ["begins today", [winter], "2026-01-14", "2026-01-14"],
    ["is the feed's first one where it has not begun", [winter], "2025-12-20", "2026-01-01"],
    ["is the feed's last one where fewer than seven days are left", [winter], "2026-03-30", "2026-03-25"],
    ["is still that one on the last day", [winter], "2026-03-31", "2026-03-25"],
    [
      "of a feed of three days is those",
      [{ startsOn: today, endsOn: today + 2 }],
      "2026-01-15",
      "2026-01-14",
    ],
    ["begins today where a route by hand runs for ever", [always], "2026-01-14", "2026-01-14"],
    ["loses no day of a feed beside a route by hand", [winter, always], "2026-03-30", "2026-03-25"],
    [
      "goes over from a feed to the next",
      [winter, { startsOn: day("2026-04-01"), endsOn: day("2026-09-30") }],
      "2026-03-30",
      "2026-03-30",
    ],
  ])("%s", (_what, coverage, now, first) => {
    expect(usualWeek(coverage, day(now))).toEqual({ kind: "week", first: day(first) });
  });

  test("is none without a timetable, and none once the last one ended", () => {
    expect(usualWeek([], today)).toEqual({ kind: "none", reason: "no-timetable" });
    const older = { startsOn: day("2025-01-01"), endsOn: day("2025-06-30") };
    expect(usualWeek([older, winter], day("2026-04-01"))).toEqual({
      kind: "none",
      reason: "feed-expired",
      endedOn: day("2026-03-31"),
    });
  });
});

describe("the usual days of a service", () => {
  const service = (more: Partial<Service>): Service => ({
    serviceId: "s",
    weekdays: 0,
    from: winter.startsOn,
    until: winter.endsOn,
    added: new Set(),
    removed: new Set(),
    ...more,
  });
  const days = (bits: number) => ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].filter((_, i) => (bits >> i) & 1);

  test.each<[string, Partial<Service>, string[]]>([
    ["its weekdays", { weekdays: 0b0011111 }, ["Mo", "Tu", "We", "Th", "Fr"]],
    ["no exception that takes a day", { weekdays: 0b0000100, removed: new Set([today]) }, ["We"]],
    ["no exception that adds one", { weekdays: 0b0000100, added: new Set([today + 3]) }, ["We"]],
    [
      "its dates within the week where it has dates alone",
      { added: new Set([today - 1, today + 6]) },
      ["Tu"],
    ],
    ["none of a date that is taken again", { added: new Set([today]), removed: new Set([today]) }, []],
    ["only the days before it ends", { weekdays: 0b1111111, until: today + 1 }, ["We", "Th"]],
    ["only the days from its first on", { weekdays: 0b1111111, from: today + 5 }, ["Mo", "Tu"]],
  ])("are %s", (_what, more, said) => {
    expect(days(usualDays(service(more), today))).toEqual(said);
  });
});
