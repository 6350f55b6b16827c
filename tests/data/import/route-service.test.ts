import { expect, test } from "vitest";
import { in24Hours, readService } from "~/data/import/route-service.server";

const said = (words: string) => {
  const read = readService(words);
  if (read.kind === "unclear") return read.reason;
  return read.service.map(
    ({ days, first, last, headwayMinutes }) => `${days.join("")} ${first}-${last} /${headwayMinutes}`,
  );
};

test.each([
  ["Mo-Fr 06:30-18:00 every 45 min", ["12345 390-1080 /45"]],
  ["Mo-Fr 5:52 am-6:22 pm every 50", ["12345 352-1102 /50"]],
  ["Mo-Fr 6am - 9am, 3 p.m. - 6 p.m. every 30 minutes", ["12345 360-540 /30", "12345 900-1080 /30"]],
  ["Fr,Sa 18:00-01:30 every 60", ["56 1080-90 /60"]],
  ["Fr,Sa 18:00-25:30 every 60", ["56 1080-90 /60"]],
  ["Sa 09:15-09:15 every 60", ["6 555-555 /60"]],
  ["Sa 9:15 am-9:15 am every 60", ["6 555-555 /60"]],
  ["Mo-Su 12:15 am-12:45 pm EVERY 15 MINS", ["1234567 15-765 /15"]],
  ["Mo-Fr 06:00-18:00; Sa 08:00-16:00 every 60", ["12345 360-1080 /60", "6 480-960 /60"]],
])("%s is understood", (words, service) => {
  expect(said(words)).toEqual(service);
});

test.each([
  ["Mo-Fr 06:30-18:00", /write it like "Mo-Fr 06:30-18:00 every 45 min"/],
  ["every 45 min", /is not understood/],
  ["", /is not understood/],
  ["Mo-Fr 06:30-18:00 every 0", /"every 0": buses come every 1 to 1440 minutes/],
  ["Mo-Fr 06:30-18:00 every 2000", /every 1 to 1440 minutes/],
  ["Mo-Xx 06:30-18:00 every 45", /"Xx" is not a day: write Mo, Tu/],
  ["Weekdays 06:30-18:00 every 45", /is not understood/],
  ["Mo-Fr 13:00 pm-18:00 every 45", /is not understood|not a time/],
  ["Mo off every 45", /names no departure/],
  ["24/7 every 30", /write the first and the last departure, like 00:00-23:30/],
  ["Mo-Su 00:00-24:00 every 30", /write the first and the last departure/],
  ["Mo-Su 05:00-29:00 every 30", /write the first and the last departure/],
  ["2026 Jan 5-2026 Mar 1 Mo-Fr 06:30-18:00 every 45", /a season is written in the rows from and until/],
  ["2026 Dec 24 08:00-12:00 every 45", /a season is written in the rows from and until/],
])("%s is refused with what to write", (words, reason) => {
  expect(said(words)).toMatch(reason);
});

test("times of the day's two halves become those of 24 hours, and others stay", () => {
  expect(in24Hours("12:05 am, 12:05 pm, 1pm, 11:59 P.M., 13:00, 7:30")).toBe(
    "00:05, 12:05, 13:00, 23:59, 13:00, 7:30",
  );
});
