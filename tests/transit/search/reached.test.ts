import { expect, test } from "vitest";
import { journeysFrom, type Question } from "~/transit/search/journeys";
import { reachedFrom } from "~/transit/search/reached";
import { buildTimetable, type Timetable } from "~/transit/timetable/timetable";
import { FAMILY_PACE, USUAL_WALKING } from "~/transit/timetable/walking";
import { randomFrom, randomSketch } from "../random-town";
import { at, clockOf, type Drawing, feedFiles, feedOf, type Place, placed, trip } from "../picture";
import { drawingOf } from "../sketch";

// C lies 180 m beside B, 260 s on foot at 0.9 m/s; E is 1,012 s on foot from home, which is A.
const stops: Drawing["stops"] = { A: [0, 0], B: [5000, 0], C: [5180, 0], D: [9000, 0], E: [0, 700] };
const simple: Drawing = {
  stops,
  trips: [trip("A 10:00", "B 10:10"), trip("B 10:15", "D 10:25"), trip("E 10:00", "D 10:20")],
};
const home = placed([0, 0]);

function cityOf(drawing: Drawing, walking = USUAL_WALKING): Timetable {
  const feeds = [feedOf(feedFiles(drawing))];
  return buildTimetable({ feeds, handRoutes: [], timeZone: "America/Chicago", walking, everyStop: true });
}

/** The fronts of all stops as lines: "B 10:10:00 after 120 s". */
function reached(drawing: Drawing, asked: Partial<Question> = {}, city = cityOf(drawing)): string[] {
  const question = { origin: home, leaveFrom: at("14 09:00"), ...asked };
  return reachedFrom(city, question).flatMap((front, stop) =>
    front.map(({ arrives, outdoorS }) => `${city.stops.ids[stop]} ${clockOf(arrives)} after ${outdoorS} s`),
  );
}

const penalty = (boardingPenaltyS: number) => ({ pace: { ...FAMILY_PACE, boardingPenaltyS } });

test("a stop is reached by vehicle, and on foot after one without the change", () => {
  expect(reached(simple)).toEqual([
    "B 10:10:00 after 120 s",
    "C 10:14:20 after 380 s",
    "D 10:20:00 after 1132 s",
    "D 10:25:00 after 420 s",
  ]);
});

test("the front is taken with penalties and told without them", () => {
  const lateAtD = (asked: Partial<Question>) => reached(simple, asked).includes("D 10:25:00 after 420 s");
  expect([0, 711, 712].map((seconds) => lateAtD(penalty(seconds)))).toEqual([true, true, false]);
});

test("of who comes by bus and who walks from the next stop, as dear with penalties, the one with fewer rides is told", () => {
  // W is 520 s on foot from home.
  const more: Drawing["stops"] = { ...stops, M: [2500, 0], W: [-359.9, 0] };
  const atC = (trips: Drawing["trips"], boardingPenaltyS: number) =>
    reached({ stops: more, trips }, penalty(boardingPenaltyS)).filter((line) => line.startsWith("C"));
  const changing = [trip("A 10:00", "M 10:05"), trip("M 10:07:40", "C 10:14:20")];
  expect(atC([...changing, trip("A 10:00", "B 10:10")], 100)).toEqual(["C 10:14:20 after 380 s"]);
  const walking = [trip("A 10:00", "M 10:05"), trip("M 10:06", "B 10:10")];
  expect(atC([...walking, trip("W 10:08", "C 10:14:20")], 200)).toEqual(["C 10:14:20 after 640 s"]);
});

test("arrivals too long after the first are cut", () => {
  expect(reached(simple, { laterS: 300 })).toContain("D 10:25:00 after 420 s");
  expect(reached(simple, { laterS: 299 })).not.toContain("D 10:25:00 after 420 s");
});

test("arrivals on foot are cut from the first of them, the walk included", () => {
  expect(reached(simple, { laterS: 0 })).toContain("C 10:14:20 after 380 s");
});

test("nothing is reached on foot alone, nor by buses that are gone", () => {
  expect(reached(simple).filter((line) => /^[AE]/.test(line))).toEqual([]);
  expect(reached(simple, { leaveFrom: at("14 10:00") })).toEqual([]);
});

test("a way on foot that transfers.txt times takes that long", () => {
  const timed = cityOf(simple);
  const path = timed.footpaths.from.findIndex((from, i) => from === 1 && i >= timed.footpaths.first[2]!);
  timed.footpaths.minS[path] = 77;
  expect(reached(simple, {}, timed)).toContain("C 10:11:17 after 197 s");
});

test("a way on foot that is only for who comes by some routes is none", () => {
  const trips = [trip("A 10:00", "B 10:10"), { ...trip("E 10:30", "D 10:40"), route: "on" }];
  const lines = reached({ stops, trips, transfers: ["B,E,1,,R,on,,"] });
  expect(lines.filter((line) => line.startsWith("E"))).toEqual([]);
});

test("with a wheelchair no stop is reached by stairs", () => {
  const station: Drawing = {
    stops: { A: [0, 0], S: [5000, 0], P: [5000, 0], Q: [5020, 0] },
    inside: { S: { kind: 1 }, P: { of: "S" }, Q: { of: "S" } },
    pathways: ["P,Q,2,1,,60,"],
    trips: [trip("A 10:00", "P 10:10"), trip("Q 11:00", "A 11:10")],
  };
  const atQ = (wheelchair?: boolean) =>
    reached(station, wheelchair === undefined ? {} : { wheelchair }).filter((line) => line.startsWith("Q"));
  expect([atQ(), atQ(false), atQ(true)]).toEqual([
    ["Q 10:11:00 after 180 s"],
    ["Q 10:11:00 after 180 s"],
    [],
  ]);
});

test("time in a warm room, and aboard a vehicle that goes on under another name, is not outside", () => {
  const lobby = (until: string, place: Place = stops.B!) => ({
    roomKey: 1,
    name: "Lobby",
    ...placed(place),
    open: [{ from: at("14 09:00"), until: at(until) }],
  });
  // In at 10:10 and out at 10:13, when it closes.
  expect(reached(simple, { rooms: [lobby("14 10:13")] })).toContain("D 10:25:00 after 240 s");
  // 73 s away from B: in at 10:11:13, out at 10:12:47.
  expect(reached(simple, { rooms: [lobby("14 18:00", [4950, 0])] })).toContain("D 10:25:00 after 326 s");
  expect(reached(simple, { rooms: [lobby("14 18:00", [0, 5000])] })).toContain("D 10:25:00 after 420 s");
  const trips = [
    { ...trip("A 10:00", "B 10:10"), block: "7" },
    { ...trip("B 10:15", "D 10:25"), block: "7" },
  ];
  expect(reached({ stops, trips })).toContain("D 10:25:00 after 120 s");
});

test("a headway's half is spent outside", () => {
  const often = { stops, trips: [{ ...trip("A 0:00", "B 0:10"), id: "t" }] };
  const frequencies = ["t,10:00:00,10:10:00,600,0"];
  expect(reached({ ...often, frequencies })).toContain("B 10:10:00 after 420 s");
});

test("a stop's front is a door's, where doors too are only a walk between stops away", () => {
  const walking = { ...USUAL_WALKING, accessM: USUAL_WALKING.linkM, wholeM: -1 };
  const features = { repeats: true, blocks: true };
  let points = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const city = cityOf(drawingOf(randomSketch(randomFrom(seed), 36_000, 17, features)), walking);
    const { lat, lon } = city.stops;
    const doors = Array.from(lat, (_, key) => ({
      key,
      lat: lat[key]!,
      lon: lon[key]!,
      opens: null,
      closes: null,
    }));
    const origin = { lat: lat[0]! + 0.001, lon: lon[0]! };
    const question = { origin, leaveFrom: at("14 9:00"), laterS: Infinity, ...penalty(seed % 2 ? 300 : 0) };
    const ways = journeysFrom(city, { ...question, doors });
    const atDoors = doors.map(({ key }) => {
      const way = ways.get(key)!;
      return way.kind === "none" ? [] : way.journeys.map(({ arrives, outdoorS }) => ({ arrives, outdoorS }));
    });
    expect(reachedFrom(city, question)).toEqual(atDoors);
    points += atDoors.flat().length;
  }
  expect(points).toBeGreaterThan(200);
});
