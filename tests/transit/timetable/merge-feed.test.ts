import { expect, test } from "vitest";
import { buildTimetable } from "~/transit/timetable/timetable";
import { type Drawing, feedFiles, feedOf, town, trip } from "../picture";

const drawing: Drawing = {
  stops: { A: [0, 0], B: [900, 0], unserved: [50, 50] },
  trips: [{ ...trip("A 10:00", "B 10:30"), id: "pattern" }, trip("A 12:00", "B 12:30"), trip("A 13:00")],
};

test("keeps served stops and trips of two stops or more", () => {
  const { stops, trips } = town(drawing);
  expect(stops.ids).toEqual(["A", "B"]);
  expect(trips.first.length).toBe(2);
});

test("equal ids of two feeds stay apart", () => {
  const feed = feedOf(feedFiles(drawing));
  const { stops, trips, times, routes } = buildTimetable({
    feeds: [feed, feed],
    handRoutes: [],
    timeZone: "America/Chicago",
  });
  expect([...stops.feed]).toEqual([0, 0, 1, 1]);
  expect([...trips.first].map((first) => times.stop[first])).toEqual([0, 0, 2, 2]);
  expect([...trips.route]).toEqual([0, 0, 1, 1]);
  expect(routes).toHaveLength(2);
});
