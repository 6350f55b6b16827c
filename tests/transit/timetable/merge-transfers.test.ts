import { expect, test } from "vitest";
import { type Changes, mergeTransfers } from "~/transit/timetable/merge-transfers";
import { type Drawing, feedFiles, feedOf, trip } from "../picture";

// A station with two platforms that are served and one that is not; B and C are stops on the street.
const drawing: Drawing = {
  stops: { S: [0, 0], P: [0, 0], Q: [20, 0], unused: [40, 0], B: [5000, 0], C: [9000, 0] },
  inside: { S: { kind: 1 }, P: { of: "S" }, Q: { of: "S" }, unused: { of: "S" } },
  trips: [
    { ...trip("P 10:00", "B 10:20"), id: "a", route: "R1" },
    { ...trip("B 10:30", "C 10:50"), id: "b", route: "R2" },
    { ...trip("C 11:00", "Q 11:20"), id: "often", route: "R2" },
    { ...trip("C 11:00"), id: "once", route: "R2" },
  ],
  frequencies: ["often,06:00:00,06:30:00,600,1"],
};
const stopsInOrder = ["P", "Q", "B", "C"];

/** As if this feed came after one of ten routes, twenty stops and a hundred trips. */
function merged(...transfers: string[]): Changes {
  const feed = feedOf(feedFiles({ ...drawing, transfers }));
  const changes: Changes = { rules: [], stays: [], parts: [] };
  const stopOf = Int32Array.from(feed.stops.ids, (id) => stopsInOrder.indexOf(id)).map((at) =>
    at < 0 ? -1 : 20 + at,
  );
  // By their ids the trips are a, b, often (three runs), once (none).
  expect(feed.trips.ids).toEqual(["a", "b", "often", "once"]);
  mergeTransfers(changes, feed, { stopOf, firstRoute: 10, firstRun: Int32Array.of(100, 101, 102, 105, 105) });
  return changes;
}

const pairs = ({ rules }: Changes) =>
  rules.map(({ from, to, stations }) => `${stopsInOrder[from - 20]}-${stopsInOrder[to - 20]} ${stations}`);

test("a station stands for all of its stops that are served, in all pairs", () => {
  expect(pairs(merged("S,S,2,180"))).toEqual(["P-P 2", "P-Q 2", "Q-P 2", "Q-Q 2"]);
  expect(pairs(merged("S,B,2,180", "C,Q,0,"))).toEqual(["P-B 1", "Q-B 1", "C-Q 0"]);
  expect(pairs(merged("unused,B,2,180"))).toEqual([]);
});

test("types 0, 1 and 2 take their time where they have one, type 3 forbids", () => {
  const rules = merged("B,C,0,", "B,C,1,90", "B,C,2,120", "B,C,3,60").rules;
  expect(rules.map(({ minS, forbidden }) => [minS, forbidden])).toEqual([
    [-1, false],
    [90, false],
    [120, false],
    [-1, true],
  ]);
});

test("routes and trips have their places in the timetable; where a row names both, the trip counts", () => {
  const [routes, trips, runs] = merged("B,C,2,60,R1,R2,,", "B,C,2,60,R1,,a,b", "C,P,2,60,,,often,").rules;
  expect(routes).toMatchObject({ fromRoute: 10, toRoute: 11, fromTrip: -1, toTrip: -1 });
  expect(trips).toMatchObject({ fromRoute: -1, toRoute: -1, fromTrip: 100, toTrip: 101, fromRuns: 1 });
  expect(runs).toMatchObject({ fromTrip: 102, fromRuns: 3, toTrip: -1 });
});

test("trips that stay one vehicle, or are not one, are pairs of runs; with a repeated trip nobody knows which", () => {
  const changes = merged(",,4,,,,a,b", ",,5,,,,b,a", ",,4,,,,a,often", ",,4,,,,a,once");
  expect(changes).toEqual({ rules: [], stays: [[100, 101]], parts: [[101, 100]] });
});

test("a rule of a trip that never stops twice is none", () => {
  expect(merged("B,C,3,,,,once,").rules).toEqual([]);
});
