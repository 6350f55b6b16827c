import { describe, expect, test } from "vitest";
import type { WarmRoom } from "~/domain/journey";
import { journeysFrom } from "~/transit/search/journeys";
import { at, clockOf, type Place, placed, told, town, trip } from "../picture";

// The library is 130 m of street or 145 s from B; without it the change there is 40 minutes outside.
const stops: Record<string, Place> = { A: [0, 0], B: [5000, 0], C: [9000, 0] };
const city = town({ stops, trips: [trip("A 10:00", "B 10:20"), trip("B 11:00", "C 11:15")] });

function library(from: string, until: string, place: Place = [5100, 0]): WarmRoom {
  return { roomKey: 9, name: "Library", ...placed(place), open: [{ from: at(from), until: at(until) }] };
}

function way(rooms: WarmRoom[], opens: string | null = null, to: Place = stops.C!) {
  const door = { key: 1, ...placed(to), opens: opens === null ? null : at(opens), closes: null };
  const question = {
    origin: placed(stops.A!),
    doors: [door],
    leaveFrom: at("14 9:00"),
    laterS: Infinity,
    rooms,
  };
  return journeysFrom(city, question).get(1);
}

const inside = (rooms: WarmRoom[], ...more: [string?, Place?]) => {
  const found = way(rooms, ...more);
  const legs = found?.kind === "journeys" ? found.journeys[0].legs : [];
  return legs.flatMap((leg) =>
    leg.kind === "inside" ? [`${clockOf(leg.departs)} to ${clockOf(leg.arrives)}`] : [],
  );
};

describe("a warm room", () => {
  test("is waited in until the last moment for the bus: only the two walks and the change are outside", () => {
    expect(told(way([]))).toEqual(["leave 09:58:00, in 11:15:00, 2520 s outside, 2 rides"]);
    expect(told(way([library("14 9:00", "14 18:00")]))).toEqual([
      "leave 09:58:00, in 11:15:00, 470 s outside, 2 rides",
    ]);
    expect(inside([library("14 9:00", "14 18:00")])).toEqual(["10:22:25 to 10:56:35"]);
  });

  test("that closes before is left when it closes", () => {
    expect(inside([library("14 9:00", "14 10:40")])).toEqual(["10:22:25 to 10:40:00"]);
    expect(told(way([library("14 9:00", "14 10:40")]))[0]).toContain(`${120 + 145 + 20 * 60} s outside`);
  });

  test("that opens later is waited for outside, and one that closes too soon is none", () => {
    expect(inside([library("14 10:30", "14 18:00")])).toEqual(["10:30:00 to 10:56:35"]);
    expect(inside([library("14 9:00", "14 10:22:25")])).toEqual([]);
    expect(inside([library("14 9:00", "14 10:22:26")])).toEqual(["10:22:25 to 10:22:26"]);
  });

  test("is not gone into where that is no help: at a door that is the stop's and the room's too", () => {
    expect(inside([library("14 9:00", "14 18:00", stops.B)], undefined, stops.B)).toEqual([]);
  });

  test("too far from the stop is no help", () => {
    expect(inside([library("14 9:00", "14 18:00", [5400, 0])])).toEqual([]);
  });

  test("near a door that opens later is left so as to be there then", () => {
    const room = library("14 9:00", "14 18:00", [5300, 0]);
    expect(inside([room], "14 11:30", [5400, 0])).toEqual(["10:27:14 to 11:27:35"]);
    expect(told(way([room], "14 11:30", [5400, 0]))).toEqual([
      `leave 09:58:00, in 11:30:00, ${120 + 434 + 145} s outside, 1 ride`,
    ]);
  });

  test("may be all that leads to a door, and then says when one is there first", () => {
    // From B it is 1,300 m of street to the door; from the library 1,170.
    const room = library("14 9:00", "14 18:00");
    expect(told(way([], null, [6000, 0]))).toEqual(["no-stop-in-reach"]);
    const there = told(way([room], null, [6000, 0]));
    expect(there).toEqual(["leave 09:58:00, in 10:44:05, 1565 s outside, 1 ride"]);
    const door = { key: 1, ...placed([6000, 0]), opens: null, closes: at("14 10:44:04") };
    const question = { origin: placed(stops.A!), doors: [door], leaveFrom: at("14 9:00"), rooms: [room] };
    expect(told(journeysFrom(city, question).get(1))).toEqual(["doors-closed"]);
    expect(
      told(journeysFrom(city, { ...question, doors: [{ ...door, closes: door.closes + 1 }] }).get(1)),
    ).toEqual(there);
  });

  test("with a hole in its hours is two rooms", () => {
    const open = [
      { from: at("14 9:00"), until: at("14 10:30") },
      { from: at("14 10:45"), until: at("14 18:00") },
    ];
    expect(inside([{ ...library("14 9:00", "14 18:00"), open }])).toEqual(["10:45:00 to 10:56:35"]);
  });
});
