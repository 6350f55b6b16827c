import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, instantOf, isoTime, localTime, weekdayOf } from "~/domain/zone";

const CHICAGO = "America/Chicago";
const at = (iso: string) => Date.parse(iso) / 1000;

describe("the wall clock of an instant", () => {
  test.each([
    ["2026-01-16T00:30:00Z", CHICAGO, { date: "2026-01-15", minutes: 1110, weekday: 4 }],
    ["2026-07-01T04:59:59Z", CHICAGO, { date: "2026-06-30", minutes: 1439, weekday: 2 }],
    ["2026-07-01T05:00:00Z", CHICAGO, { date: "2026-07-01", minutes: 0, weekday: 3 }],
    ["2026-01-01T00:00:00Z", "Asia/Kathmandu", { date: "2026-01-01", minutes: 345, weekday: 4 }],
    ["2026-06-01T12:00:00Z", "America/St_Johns", { date: "2026-06-01", minutes: 570, weekday: 1 }],
    ["1969-12-31T23:59:00Z", "UTC", { date: "1969-12-31", minutes: 1439, weekday: 3 }],
  ])("%s in %s", (iso, zone, wall) => expect(localTime(at(iso), zone)).toEqual(wall));
});

describe("the instant of a wall clock time", () => {
  test.each([
    ["2026-01-15", 1080, "2026-01-15T18:00:00-06:00", "a winter evening"],
    ["2026-07-15", 1080, "2026-07-15T18:00:00-05:00", "a summer evening"],
    ["2026-03-08", 90, "2026-03-08T01:30:00-06:00", "before the spring night's gap"],
    ["2026-03-08", 150, "2026-03-08T03:30:00-05:00", "in the gap: an hour forward"],
    ["2026-03-08", 180, "2026-03-08T03:00:00-05:00", "after the gap"],
    ["2026-11-01", 59, "2026-11-01T00:59:00-05:00", "before the autumn night's doubled hour"],
    ["2026-11-01", 90, "2026-11-01T01:30:00-05:00", "the doubled hour is the first one"],
    ["2026-11-01", 120, "2026-11-01T02:00:00-06:00", "after the doubled hour"],
  ])("%s at minute %d is %s (%s)", (date, minutes, iso) => {
    expect(instantOf(date, minutes, CHICAGO)).toBe(at(iso));
    expect(isoTime(at(iso), CHICAGO)).toBe(iso);
  });

  test("reads back as the same wall time, but in the gap", () => {
    const days = fc.integer({ min: 0, max: 4000 });
    const minutes = fc.integer({ min: 0, max: 1439 });
    const zones = fc.constantFrom(CHICAGO, "America/St_Johns", "Europe/Berlin", "Australia/Lord_Howe", "UTC");
    fc.assert(
      fc.property(days, minutes, zones, (day, minute, zone) => {
        const date = addDays("2020-01-01", day);
        const wall = localTime(instantOf(date, minute, zone), zone);
        expect([0, 30, 60]).toContain(wall.minutes - minute);
        expect(wall.date).toBe(date);
      }),
    );
  });
});

test("dates go on over months, leap days and years", () => {
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(weekdayOf("1970-01-01")).toBe(4);
  expect(weekdayOf("2026-11-01")).toBe(7);
});
