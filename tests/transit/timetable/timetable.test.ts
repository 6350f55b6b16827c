import { expect, test } from "vitest";
import { buildTimetable } from "~/transit/timetable/timetable";
import { feedFiles, feedOf, type Place, town, trip } from "../picture";

const stops: Record<string, Place> = { A: [0, 0], B: [200, 0], C: [5000, 0] };

test("links stops of all its parts on foot", () => {
  const [one, two] = [
    feedOf(feedFiles({ stops, trips: [trip("A 10:00", "C 10:20")] })),
    feedOf(feedFiles({ stops, trips: [trip("B 10:00", "C 10:20")] })),
  ];
  const { stops: merged, footpaths } = buildTimetable({
    feeds: [one, two],
    handRoutes: [],
    timeZone: "America/Chicago",
  });
  const links = merged.ids.map((id, i) => [
    id,
    [...footpaths.from.subarray(footpaths.first[i], footpaths.first[i + 1])].map((from) => merged.ids[from]),
  ]);
  expect(links).toEqual([
    ["A", ["A", "B"]],
    ["C", ["C", "C"]],
    ["B", ["A", "B"]],
    ["C", ["C", "C"]],
  ]);
});

test("is the same whatever the order of the rows of trips.txt and stop_times.txt", () => {
  const trips = [
    { ...trip("A 10:00", "C 10:20"), id: "b" },
    { ...trip("C 10:00", "A 10:20"), id: "a" },
  ];
  const [there, back] = [town({ stops, trips }), town({ stops, trips: trips.toReversed() })];
  expect({ ...there, days: null }).toEqual({ ...back, days: null });
});

test("of nothing is a timetable too", () => {
  const { order, coverage } = buildTimetable({ feeds: [], handRoutes: [], timeZone: "America/Chicago" });
  expect([order.at.length, coverage]).toEqual([0, []]);
});
