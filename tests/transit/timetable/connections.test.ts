import { expect, test } from "vitest";
import { dayNumber } from "~/transit/timetable/calendar";
import { connectionsOn } from "~/transit/timetable/connections";
import { town, trip } from "../picture";

const wednesday = dayNumber("2026-01-14");
const chicago = "America/Chicago";
const city = town({
  stops: { A: [0, 0], B: [900, 0], C: [1800, 0] },
  calendar: { week: "1,1,1,1,1,0,0,20260101,20260131", sunday: "0,0,0,0,0,0,1,20260101,20260131" },
  trips: [
    { ...trip("A 10:00", "B 10:20 no-on", "C 10:30"), service: "week" },
    { ...trip("A 10:05", "B 10:10 ask-off", "C 10:10", "A 25:00"), service: "week" },
    { ...trip("A 9:00", "B 9:30"), service: "sunday" },
  ],
});

test("a day holds the connections of the trips that run, by departure, each trip's own in order", () => {
  const day = connectionsOn(city, wednesday, chicago);
  expect([...day.depart].map((s) => s / 60)).toEqual([600, 605, 610, 610, 620]);
  expect([...day.run]).toEqual([0, 1, 1, 1, 0]);
  expect([...day.arrive].map((s) => s / 60)).toEqual([620, 610, 610, 1500, 630]);
});

test("has no stop to get on or off at where that is not allowed, or only after a call", () => {
  const day = connectionsOn(city, wednesday, chicago);
  expect([...day.from]).toEqual([0, 0, 1, 2, -1]);
  expect([...day.to]).toEqual([1, -1, 2, 0, 2]);
});

test("is another one on another day, and empty where nothing runs", () => {
  expect([...connectionsOn(city, wednesday + 4, chicago).depart]).toEqual([9 * 3600]);
  expect(connectionsOn(city, wednesday + 3, chicago).depart).toHaveLength(0);
  expect(connectionsOn(city, wednesday, "America/Denver").depart).toHaveLength(0);
});

test("is made once, and a few days are kept", () => {
  expect(connectionsOn(city, wednesday, chicago)).toBe(connectionsOn(city, wednesday, chicago));
  for (let day = 0; day < 20; day++) connectionsOn(city, wednesday + day, chicago);
  expect(city.order.days.size).toBeLessThanOrEqual(12);
});

test("the order knows the earliest and latest second, and the longest ride", () => {
  expect(city.order).toMatchObject({ earliestS: 0, latestS: 25 * 3600, longestS: 25 * 3600 - 610 * 60 });
});
