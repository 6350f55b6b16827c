import { expect, test } from "vitest";
import { dayNumber, FIRST_DAY, LAST_DAY } from "~/transit/timetable/calendar";
import { type HandRoute, handRuns, handService, handStarts } from "~/transit/timetable/hand-route";

const argentine: HandRoute = {
  route: { shortName: "104", longName: "Argentine", color: "#005596", textColor: "#ffffff" },
  agency: "Unified Government",
  stops: [
    { name: "7th & Minnesota", lat: 39.1155, lon: -94.6265, minutes: 0 },
    { name: "7th & Kansas", lat: 39.0874, lon: -94.6258, minutes: 9 },
    { name: "Argentine", lat: 39.07, lon: -94.66, minutes: 21 },
  ],
  bothWays: true,
  service: [{ days: [1, 2, 3, 4, 5], first: 360, last: 480, headwayMinutes: 50 }],
  from: null,
  until: "2026-06-30",
  source: "timetable leaflet",
  asOf: "2026-01-02",
};

test("runs there, and back with the same times between stops", () => {
  expect(handRuns(argentine)).toEqual([
    { stops: [0, 1, 2], seconds: [0, 540, 1260] },
    { stops: [2, 1, 0], seconds: [0, 720, 1260] },
  ]);
  expect(handRuns({ ...argentine, bothWays: false })).toHaveLength(1);
});

test("starts every headway from the first to the last departure", () => {
  expect(handStarts(argentine.service[0]!)).toEqual([360 * 60, 410 * 60, 460 * 60]);
});

test("a last departure before the first one is after midnight", () => {
  expect(handStarts({ days: [6], first: 1380, last: 30, headwayMinutes: 30 })).toEqual(
    [1380, 1410, 1440, 1470].map((minutes) => minutes * 60),
  );
});

test("a first departure that is the last one is one run", () => {
  expect(handStarts({ days: [6], first: 600, last: 600, headwayMinutes: 30 })).toEqual([36_000]);
});

test("a headway of nothing is taken for a minute, not for ever", () => {
  expect(handStarts({ days: [6], first: 600, last: 602, headwayMinutes: 0 })).toHaveLength(3);
});

test("holds on its weekdays, open-ended where no date is given", () => {
  const service = handService(argentine, argentine.service[0]!);
  expect(service).toMatchObject({ weekdays: 0b0011111, from: FIRST_DAY, until: dayNumber("2026-06-30") });
  expect(handService({ ...argentine, until: null }, argentine.service[0]!).until).toBe(LAST_DAY);
});
