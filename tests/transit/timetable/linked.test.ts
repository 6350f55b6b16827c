import { expect, test } from "vitest";
import { type Footpaths, NEVER_S } from "~/transit/timetable/footpaths";
import { buildTimetable, type Timetable } from "~/transit/timetable/timetable";
import { type Drawing, feedFiles, feedOf, town, trip } from "../picture";

/** For each stop the ways to it: "Q 30 m 20 s" from Q, "Q 180 s in all" where a feed says so. */
function ways({ stops }: Timetable, { first, from, metres, fixedS, minS }: Footpaths) {
  const told = (path: number) => {
    if (minS[path] === NEVER_S) return "not for everybody";
    if (minS[path]! >= 0) return `${minS[path]} s in all`;
    return `${Math.round(metres[path]!)} m${fixedS[path] ? ` ${fixedS[path]} s` : ""}`;
  };
  const to = (stop: number) =>
    Array.from(
      from.subarray(first[stop], first[stop + 1]),
      (other, i) => `${stops.ids[other]} ${told(first[stop]! + i)}`,
    );
  return Object.fromEntries(stops.ids.map((id, stop) => [id, to(stop).join(", ")]));
}

const station: Drawing = {
  stops: { S: [0, 0], P: [0, 0], Q: [600, 0], E: [100, 0], A: [200, 0], B: [9000, 0] },
  inside: { S: { kind: 1 }, P: { of: "S" }, Q: { of: "S" }, E: { kind: 2, of: "S" } },
  trips: [trip("P 10:00", "B 10:20"), trip("Q 10:00", "B 10:20"), trip("A 10:00", "B 10:20")],
};
const pathways = ["P,Q,3,1,,300,", "E,P,2,1,,,20"];

test("without transfers.txt and pathways.txt only distance counts, for everybody alike", () => {
  const city = town(station);
  expect(ways(city, city.footpaths)).toEqual({
    P: "P 0 m, A 260 m",
    Q: "Q 0 m",
    A: "P 260 m, A 0 m",
    B: "B 0 m",
  });
  expect([city.stepFreePaths, city.doorways]).toEqual([null, null]);
});

test("pathways link platforms however far apart, and lead around the walls; without steps they may not", () => {
  const city = town({ ...station, pathways });
  expect(ways(city, city.footpaths)).toEqual({
    P: "P 0 m, Q 0 m 300 s, A 130 m 15 s",
    Q: "P 0 m 300 s, Q 0 m, A 130 m 315 s",
    A: "P 130 m 15 s, Q 130 m 315 s, A 0 m",
    B: "B 0 m",
  });
  expect(ways(city, city.stepFreePaths!)).toEqual({
    P: "P 0 m, Q 0 m 300 s",
    Q: "P 0 m 300 s, Q 0 m",
    A: "A 0 m",
    B: "B 0 m",
  });
});

test("where pathways have no steps the ways without are no others", () => {
  expect(town({ ...station, pathways: ["P,Q,3,1,,300,"] }).stepFreePaths).toBeNull();
});

test("transfers.txt wins over distance and pathways, and makes no ramp of stairs", () => {
  const transfers = ["P,Q,2,90,,,,", "Q,P,3,,,,,", "A,P,2,45,,,,", "B,B,3,,,,,", "B,A,2,600,R,,,"];
  const city = town({ ...station, pathways, transfers });
  expect(ways(city, city.footpaths)).toEqual({
    P: "P 0 m, A 45 s in all",
    Q: "P 90 s in all, Q 0 m, A 130 m 315 s",
    A: "P 130 m 15 s, Q 130 m 315 s, A 0 m, B not for everybody",
    B: "",
  });
  expect(ways(city, city.stepFreePaths!)).toEqual({
    P: "P 0 m",
    Q: "P 90 s in all, Q 0 m",
    A: "A 0 m, B not for everybody",
    B: "",
  });
});

test("feeds with equal ids keep their rules to themselves", () => {
  const stops: Drawing["stops"] = { A: [0, 0], B: [200, 0], C: [9000, 0] };
  const drawn: Drawing = { stops, trips: [{ ...trip("A 10:00", "B 10:10", "C 10:20"), id: "t" }] };
  const feed = feedOf(feedFiles(drawn));
  const ruled = feedOf(feedFiles({ ...drawn, transfers: ["A,B,3,,,,,", "A,A,2,30,R,,,", ",,4,,,,t,t"] }));
  const city = buildTimetable({ feeds: [feed, ruled], handRoutes: [], timeZone: "America/Chicago" });
  const { first, from } = city.footpaths;
  const linked = (to: number) => [...from.subarray(first[to], first[to + 1])];
  // Only from the second feed's A (3) to its B (4) one may not change.
  expect([linked(1), linked(4)]).toEqual([
    [0, 1, 3, 4],
    [0, 1, 4],
  ]);
  expect([...city.transfers.named.keys()]).toEqual([3 * 6 + 3]);
  expect(city.transfers.named.get(21)).toMatchObject([{ fromRoute: 1, minS: 30 }]);
  expect([...city.transfers.isNamed]).toEqual([0, 0, 0, 1, 0, 0]);
  expect([...city.transfers.stays]).toEqual([1 * 2 + 1]);
});
