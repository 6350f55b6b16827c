import { expect, test } from "vitest";
import { dayNumber, localDate } from "~/transit/timetable/calendar";
import { isTimeZone, localDay, serviceDayStart } from "~/transit/timetable/service-day";

const chicago = "America/Chicago";
const seconds = (iso: string) => Date.parse(iso) / 1000;

test.each([
  ["a winter day begins at midnight", "2026-01-14", chicago, "2026-01-14T06:00:00Z"],
  ["a summer day begins at midnight", "2026-07-14", chicago, "2026-07-14T05:00:00Z"],
  [
    "the night the clocks go forward begins at 11 pm the day before",
    "2026-03-08",
    chicago,
    "2026-03-08T05:00:00Z",
  ],
  ["the day after it begins at midnight", "2026-03-09", chicago, "2026-03-09T05:00:00Z"],
  ["the night the clocks go back begins at 1 am", "2026-11-01", chicago, "2026-11-01T06:00:00Z"],
  ["the day after that begins at midnight", "2026-11-02", chicago, "2026-11-02T06:00:00Z"],
  ["a zone far east", "2026-01-14", "Pacific/Kiritimati", "2026-01-13T10:00:00Z"],
  ["a zone far west", "2026-01-14", "Pacific/Pago_Pago", "2026-01-14T11:00:00Z"],
  [
    "a zone of half hours that moves by half an hour",
    "2026-04-05",
    "Australia/Lord_Howe",
    "2026-04-04T13:30:00Z",
  ],
])("%s", (_, date, zone, start) => {
  expect(serviceDayStart(dayNumber(date), zone)).toBe(seconds(start));
});

test("the date on the wall changes at local midnight", () => {
  expect(localDate(localDay(seconds("2026-01-14T05:59:59Z"), chicago))).toBe("2026-01-13");
  expect(localDate(localDay(seconds("2026-01-14T06:00:00Z"), chicago))).toBe("2026-01-14");
});

test("a zone is one that Intl knows", () => {
  expect(isTimeZone(chicago)).toBe(true);
  expect(isTimeZone("America/Wyandotte")).toBe(false);
  expect(isTimeZone("")).toBe(false);
});
