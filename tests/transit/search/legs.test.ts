import { expect, test } from "vitest";
import type { Journey } from "~/domain/journey";
import { journeysFrom } from "~/transit/search/journeys";
import { ADULT_PACE, walkSeconds } from "~/transit/timetable/walking";
import { at, clockOf, type Place, placed, town, trip } from "../picture";

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

test("a walk for which transfers.txt gives less time than the street takes ends before the bus leaves", () => {
  // 520 m of street are 434 s at an adult's pace.
  const far: Record<string, Place> = { ...stops, Across: [5000, 400] };
  const trips = [trip("A 10:00", "B 10:20"), trip("Across 10:23", "C 10:40")];
  const quick = town({ stops: far, trips, transfers: ["B,Across,2,150"] });
  const door = { key: 1, ...placed(far.C!), opens: null, closes: null };
  const way = journeysFrom(quick, { origin: placed(far.A!), doors: [door], leaveFrom: at("14 9:00") }).get(1);
  const [journey] = way?.kind === "journeys" ? way.journeys : [];
  expect(
    journey!.legs.map(({ kind, departs, arrives }) => `${kind} ${clockOf(departs)} ${clockOf(arrives)}`),
  ).toEqual(["ride 10:00:00 10:20:00", "walk 10:20:00 10:23:00", "ride 10:23:00 10:40:00"]);
});
