import { expect, test } from "vitest";
import { namedStops } from "~/transit/timetable/stops";
import { buildTimetable } from "~/transit/timetable/timetable";
import { feedFiles, feedOf, placed, town, trip, type Drawing } from "../picture";

const drawing: Drawing = {
  stops: { A: [0, 0], B: [900, 0], unserved: [50, 50] },
  trips: [trip("A 10:00", "B 10:30")],
};

test("names the served stops, where they are", () => {
  expect(namedStops(town(drawing))).toEqual([
    { name: "A", ...placed([0, 0]) },
    { name: "B", ...placed([900, 0]) },
  ]);
});

test("names a corner once, though two feeds have it", () => {
  const feed = feedOf(feedFiles(drawing));
  const twice = buildTimetable({ feeds: [feed, feed], handRoutes: [], timeZone: "America/Chicago" });
  expect(twice.stops.ids).toHaveLength(4);
  expect(namedStops(twice)).toHaveLength(2);
});
