import { expect, test } from "vitest";
import { dayNumber } from "~/transit/timetable/calendar";
import {
  ARRIVE,
  connectionsOn,
  type Day,
  DEPART,
  FROM,
  makeConnections,
  RIDE,
  RUN,
  TAKES_OVER,
  TO,
} from "~/transit/timetable/connections";
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

const column = ({ rides }: Day, what: number) =>
  Array.from({ length: rides.length / RIDE }, (_, i) => rides[RIDE * i + what]!);

test("a day holds the connections of the trips that run, by departure, each trip's own in order", () => {
  const day = connectionsOn(city, wednesday, chicago);
  expect(column(day, DEPART).map((s) => s / 60)).toEqual([600, 605, 610, 610, 620]);
  expect(column(day, RUN)).toEqual([0, 1, 1, 1, 0]);
  expect(column(day, ARRIVE).map((s) => s / 60)).toEqual([620, 610, 610, 1500, 630]);
});

test("has no stop to get on or off at where that is not allowed, or only after a call", () => {
  const day = connectionsOn(city, wednesday, chicago);
  expect(column(day, FROM)).toEqual([0, 0, 1, 2, -1]);
  expect(column(day, TO)).toEqual([1, -1, 2, 0, 2]);
});

test("is another one on another day, and empty where nothing runs", () => {
  expect(column(connectionsOn(city, wednesday + 4, chicago), DEPART)).toEqual([9 * 3600]);
  expect(connectionsOn(city, wednesday + 3, chicago).rides).toHaveLength(0);
  expect(connectionsOn(city, wednesday, "America/Denver").rides).toHaveLength(0);
});

test("is made once, and a few days are kept", () => {
  expect(connectionsOn(city, wednesday, chicago)).toBe(connectionsOn(city, wednesday, chicago));
  for (let day = 0; day < 20; day++) connectionsOn(city, wednesday + day, chicago);
  expect(city.order.days.size).toBeLessThanOrEqual(12);
});

test("the order knows the earliest and latest second, and the longest ride", () => {
  expect(city.order).toMatchObject({ earliestS: 0, latestS: 25 * 3600, longestS: 25 * 3600 - 610 * 60 });
});

test("who asks first may use what is served by arrangement; the day is another one", () => {
  const asking = connectionsOn(city, wednesday, chicago, { wheelchair: false, callFirst: true });
  expect(column(asking, TO)).toEqual([1, 1, 2, 0, 2]);
  expect(column(asking, FROM)).toEqual([0, 0, 1, 2, -1]);
});

test("a wheelchair leaves out what is known to be impossible, and only that", () => {
  const steps = town({
    stops: { A: [0, 0], B: [900, 0] },
    trips: [trip("A 10:00", "B 10:20"), trip("A 11:00", "B 11:20"), trip("A 12:00", "B 12:20")],
  });
  steps.trips.wheelchair.set([1, 2, 0]);
  steps.stops.wheelchair.set([0, 2]);
  const day = connectionsOn(steps, wednesday, chicago, { wheelchair: true, callFirst: false });
  expect(column(day, DEPART).map((s) => s / 3600)).toEqual([10, 12]);
  expect([column(day, FROM), column(day, TO)]).toEqual([
    [0, 0],
    [-1, -1],
  ]);
});

test("made in slices it is the same day", () => {
  const fresh = town({ stops: { A: [0, 0], B: [900, 0] }, trips: [trip("A 10:00", "B 10:20")] });
  const riders = { wheelchair: false, callFirst: false };
  const making = makeConnections(fresh, wednesday, chicago, riders);
  let [slices, step] = [0, making.next()];
  for (; !step.done; step = making.next()) slices++;
  expect(slices).toBeGreaterThan(1);
  expect(connectionsOn(fresh, wednesday, chicago)).toBe(step.value);
});

test("a run that goes on with another one's riders says so at its first stop", () => {
  const block = town({
    stops: { A: [0, 0], B: [900, 0], C: [1800, 0] },
    trips: [trip("A 10:00", "B 10:20"), trip("B 10:20", "C 10:30", "A 10:40")],
  });
  block.trips.block.set([7, 7]);
  const day = connectionsOn(block, wednesday, chicago);
  expect(column(day, TAKES_OVER)).toEqual([0, 1, 0]);
});
