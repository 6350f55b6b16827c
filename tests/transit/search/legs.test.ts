import { expect, test } from "vitest";
import type { Journey } from "~/domain/journey";
import { journeysFrom } from "~/transit/search/journeys";
import { ADULT_PACE, walkSeconds } from "~/transit/timetable/walking";
import { at, clockOf, type Drawing, type Place, placed, town, trip } from "../picture";

const stops: Record<string, Place> = { A: [0, 0], B: [5000, 0], Across: [5000, 60], C: [9000, 0] };
const city = town({
  stops,
  trips: [
    { ...trip("A 10:00", "B 10:20:30"), route: "101" },
    { ...trip("Across 10:25:10", "X 10:30", "C 10:40"), route: "107" },
  ].map((t) => ({ ...t, calls: t.calls.filter(({ stop }) => stop !== "X") })),
});

function only(from: Place, to: Place): Journey {
  const door = { key: 1, ...placed(to), opens: null, closes: at("14 12:00") };
  const way = journeysFrom(city, {
    origin: placed(from),
    doors: [door],
    leaveFrom: at("14 9:00"),
    pace: ADULT_PACE,
  }).get(1);
  if (way?.kind !== "journeys") throw new Error("no journey");
  return way.journeys[0];
}

test("legs join in place and never overlap in time; what lies between them is waiting outside", () => {
  const journey = only([-50, 20], [9100, 100]);
  const { legs } = journey;
  expect(legs.map(({ kind }) => kind)).toEqual(["walk", "ride", "walk", "ride", "walk"]);
  for (const [i, leg] of legs.entries()) {
    if (i === 0) continue;
    expect(leg.from).toEqual(legs[i - 1]!.to);
    expect(leg.departs).toBeGreaterThanOrEqual(legs[i - 1]!.arrives);
  }
  const riding = legs.reduce((sum, leg) => sum + (leg.kind === "ride" ? leg.arrives - leg.departs : 0), 0);
  expect(journey.outdoorS).toBe(journey.enters - journey.leaveBy - riding);
  expect(legs[0]!.departs).toBe(journey.leaveBy);
  expect(legs.at(-1)!.arrives).toBe(journey.arrives);
});

test("walks are as long as their metres at the party's pace", () => {
  for (const leg of only([-50, 20], [9100, 100]).legs)
    if (leg.kind === "walk") expect(leg.arrives - leg.departs).toBe(walkSeconds(leg.metres, ADULT_PACE));
});

test("a walk of no metres is no leg: from the stop itself, to a door at the stop", () => {
  const { legs, leaveBy } = only(stops.A!, stops.B!);
  expect(legs.map(({ kind }) => kind)).toEqual(["ride"]);
  expect(clockOf(leaveBy)).toBe("09:58:00");
});

test("a ride says its line, its stops and the way it takes", () => {
  expect(only(stops.A!, stops.B!).legs[0]).toMatchObject({
    kind: "ride",
    route: { shortName: "101" },
    headsign: null,
    stops: 1,
    estimated: false,
    path: [placed(stops.A!), placed(stops.B!)],
  });
});

test("a journey can be sent as JSON, its lines with it", () => {
  const journey = only(stops.A!, stops.B!);
  expect(JSON.parse(JSON.stringify(journey))).toEqual(structuredClone(journey));
});

/** The legs to a door as "ride 10:00:00 10:20:00". */
function lines(drawing: Drawing, from: Place, to: Place): string[] {
  const door = { key: 1, ...placed(to), opens: null, closes: null };
  const asked = { origin: placed(from), doors: [door], leaveFrom: at("14 9:00") };
  const way = journeysFrom(town(drawing), asked).get(1);
  const legs = way?.kind === "journeys" ? way.journeys[0].legs : [];
  return legs.map(({ kind, departs, arrives }) => `${kind} ${clockOf(departs)} ${clockOf(arrives)}`);
}

test("a walk for which transfers.txt gives less time than the street takes ends before the bus leaves", () => {
  // 520 m of street are 578 s for a family; home is 130 m of it from A.
  const far: Record<string, Place> = { ...stops, M: [2500, 0], Across: [5000, 400] };
  const onward = trip("Across 10:23", "C 10:40");
  const transfers = ["B,Across,2,150"];
  const last = ["walk 10:20:00 10:23:00", "ride 10:23:00 10:40:00"];
  const direct = { stops: far, transfers, trips: [trip("A 10:00", "B 10:20"), onward] };
  expect(lines(direct, far.A!, far.C!)).toEqual(["ride 10:00:00 10:20:00", ...last]);
  const changing = { ...direct, trips: [trip("A 10:00", "M 10:05"), trip("M 10:10", "B 10:20"), onward] };
  expect(lines(changing, [-100, 0], far.C!)).toEqual([
    "walk 09:55:35 09:58:00",
    "ride 10:00:00 10:05:00",
    "ride 10:10:00 10:20:00",
    ...last,
  ]);
});

test("who stays aboard a bus that goes on from elsewhere walks nowhere", () => {
  const trips = [
    { ...trip("A 10:00", "B 10:20"), id: "there" },
    { ...trip("Across 10:25", "C 10:40"), id: "on" },
  ];
  expect(lines({ stops, trips, transfers: [",,4,,,,there,on"] }, stops.A!, stops.C!)).toEqual([
    "ride 10:00:00 10:20:00",
    "ride 10:25:00 10:40:00",
  ]);
});

test("a walk inside a station is a leg even where no street is walked", () => {
  const station: Drawing = {
    stops: { A: [0, 0], S: [5000, 0], P: [5000, 0], west: [4800, 0] },
    inside: { S: { kind: 1 }, P: { of: "S" }, west: { kind: 2, of: "S" } },
    pathways: ["P,west,1,1,,100,"],
    trips: [trip("A 10:00", "P 10:20")],
  };
  expect(lines(station, [0, 0], station.stops.west!)).toEqual([
    "ride 10:00:00 10:20:00",
    "walk 10:20:00 10:21:40",
  ]);
});
