import { describe, expect, test } from "vitest";
import { dayNumber, FIRST_DAY, gtfsDay, LAST_DAY, localDate, runsOn } from "~/transit/timetable/calendar";
import type { Service } from "~/transit/gtfs/feed";

const MONDAY_TO_FRIDAY = 0b0011111;
const [monday, saturday] = [dayNumber("2026-01-12"), dayNumber("2026-01-17")];

function service(parts: Partial<Service>): Service {
  return {
    serviceId: "s",
    weekdays: 0,
    from: LAST_DAY,
    until: FIRST_DAY,
    added: new Set(),
    removed: new Set(),
    ...parts,
  };
}

test("a date is a number of days and back", () => {
  expect(dayNumber("1970-01-02")).toBe(1);
  expect(localDate(dayNumber("2024-02-29"))).toBe("2024-02-29");
});

test.each(["2026011", "20260230", "2026-01-14", "20261301", "", "abcdefgh", "00000000"])(
  "%j is no GTFS date",
  (text) => {
    expect(gtfsDay(text)).toBeNull();
  },
);

describe("a service", () => {
  const weekdays = service({ weekdays: MONDAY_TO_FRIDAY, from: monday, until: saturday });

  test("runs on its weekdays, within its dates, ends included", () => {
    expect(runsOn(weekdays, monday)).toBe(true);
    expect(runsOn(weekdays, saturday)).toBe(false);
    expect(runsOn(weekdays, monday - 7)).toBe(false);
    expect(runsOn(weekdays, monday + 7)).toBe(false);
  });

  test("may run by added dates only", () => {
    const added = service({ added: new Set([saturday]) });
    expect([monday, saturday].map((day) => runsOn(added, day))).toEqual([false, true]);
  });

  test("whose weekdays are all 0 runs on added dates and no others", () => {
    const none = service({ from: monday, until: saturday, added: new Set([monday]) });
    expect([monday, monday + 1].map((day) => runsOn(none, day))).toEqual([true, false]);
  });

  test("does not run on a removed date, even if it was added too", () => {
    const both = service({
      weekdays: 127,
      from: monday,
      until: saturday,
      added: new Set([monday]),
      removed: new Set([monday]),
    });
    expect(runsOn(both, monday)).toBe(false);
    expect(runsOn(both, monday + 1)).toBe(true);
  });

  test("knows weekdays before 1970 too", () => {
    const always = service({ weekdays: 1, from: FIRST_DAY, until: LAST_DAY });
    expect(runsOn(always, dayNumber("1969-12-29"))).toBe(true);
    expect(runsOn(always, dayNumber("1969-12-30"))).toBe(false);
  });
});
