import { expect, test } from "vitest";
import { daysOf, makeDays } from "~/transit/search/days";
import { ANYBODY } from "~/transit/timetable/connections";
import { at, type Place, town, trip } from "../picture";

const stops: Record<string, Place> = { A: [0, 0], B: [5000, 0] };
const span = (from: string, hours: number) => ({ leaveFrom: at(from), endS: hours * 3600 });

test("yesterday's vehicles past midnight are met, with the seconds of the search", () => {
  const city = town({ stops, trips: [trip("A 24:30", "B 24:50"), trip("A 8:00", "B 8:20")] });
  const days = daysOf(city, span("14 0:10", 9), ANYBODY);
  expect(days.map(({ shiftS, next, until }) => [shiftS, (until - next) / 8])).toEqual([
    [-24 * 3600 - 600, 1],
    [-600, 1],
  ]);
  expect(days.map(({ firstRun }) => firstRun)).toEqual([0, 2]);
});

test("a day without a departure in the time searched is none", () => {
  const city = town({ stops, trips: [trip("A 8:00", "B 8:20")] });
  expect(daysOf(city, span("14 9:00", 8), ANYBODY)).toEqual([]);
  expect(city.order.days.size).toBe(0);
  expect(daysOf(city, span("14 8:00", 0), ANYBODY)).toHaveLength(1);
});

test("nor is one whose vehicles run before that time and after it", () => {
  const city = town({ stops, trips: [trip("A 8:00", "B 8:20"), trip("A 20:00", "B 20:20")] });
  expect(daysOf(city, span("14 9:00", 8), ANYBODY)).toEqual([]);
  expect(daysOf(city, span("14 9:00", 11), ANYBODY)).toHaveLength(1);
});

test("tomorrow's vehicles are met in a long time", () => {
  const city = town({ stops, trips: [trip("A 8:00", "B 8:20")] });
  const shifts = (hours: number) =>
    daysOf(city, span("14 7:00", hours), ANYBODY).map(({ shiftS }) => shiftS / 3600);
  expect([shifts(24), shifts(25), shifts(49)]).toEqual([[-7], [-7, 17], [-7, 17, 41]]);
});

test("a vehicle that leaves at midnight is met by a time that ends then", () => {
  const city = town({ stops, trips: [trip("A 0:00", "B 0:20")] });
  expect(daysOf(city, span("14 20:00", 4), ANYBODY).map(({ shiftS }) => shiftS / 3600)).toEqual([4]);
});

test("days made before are the ones a search then finds", () => {
  const city = town({ stops, trips: [trip("A 8:00", "B 8:20")] });
  const making = makeDays(city, span("14 7:00", 8), ANYBODY);
  while (!making.next().done);
  const made = new Set(city.order.days.values());
  expect(
    daysOf(city, span("14 7:00", 8), ANYBODY).every(({ rides }) => [...made].some((d) => d.rides === rides)),
  ).toBe(true);
});
