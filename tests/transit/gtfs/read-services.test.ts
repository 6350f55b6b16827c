import { expect, test } from "vitest";
import { dayNumber, runsOn } from "~/transit/timetable/calendar";
import { coverageOf, readServices } from "~/transit/gtfs/read-services";
import { rowsOf } from "./rows";

const CALENDAR = "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n";
const DATES = "service_id,date,exception_type\n";

function services(calendar: string | null, dates: string | null) {
  const rows = (text: string | null) => (text === null ? null : rowsOf(text).rows);
  return readServices(rows(calendar), rows(dates)).services;
}

const daysOf = (service: ReturnType<typeof services>[number]) =>
  ["2026-01-12", "2026-01-13", "2026-01-14", "2026-01-17"].filter((date) => runsOn(service, dayNumber(date)));

test("reads weekdays with their exceptions", () => {
  const [weekdays] = services(
    `${CALENDAR}w,1,1,1,1,1,0,0,20260101,20260131\n`,
    `${DATES}w,20260113,2\nw,20260117,1\n`,
  );
  expect(daysOf(weekdays!)).toEqual(["2026-01-12", "2026-01-14", "2026-01-17"]);
});

test("reads services that are in calendar_dates.txt only, with no calendar.txt at all", () => {
  const [one, two] = services(null, `${DATES}a,20260112,1\nb,20260113,1\na,20260114,1\n`);
  expect([daysOf(one!), daysOf(two!)]).toEqual([["2026-01-12", "2026-01-14"], ["2026-01-13"]]);
});

test("a date both added and removed is removed, in either order", () => {
  for (const lines of ["w,20260112,1\nw,20260112,2\n", "w,20260112,2\nw,20260112,1\n"])
    expect(daysOf(services(null, DATES + lines)[0]!)).toEqual([]);
});

test("covers what its calendars cover, unless feed_info.txt promises something else", () => {
  const all = services(
    `${CALENDAR}w,0,0,0,0,0,0,1,20260110,20260120\nz,0,0,0,0,0,0,0,20200101,20300101\n`,
    `${DATES}w,20260125,1\n`,
  );
  const dates = (info: string | null) => {
    const { startsOn, endsOn } = coverageOf(info === null ? null : rowsOf(info).rows, all);
    return [startsOn - dayNumber("2026-01-01"), endsOn - dayNumber("2026-01-01")];
  };
  expect(dates(null)).toEqual([9, 24]);
  expect(dates("feed_publisher_name,feed_start_date,feed_end_date\nx,20260105,20260131\n")).toEqual([4, 30]);
  expect(dates("feed_publisher_name,feed_start_date,feed_end_date\nx,,20260131\n")).toEqual([9, 30]);
});
