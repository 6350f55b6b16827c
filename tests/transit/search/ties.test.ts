/** Of ways that cost the same to the second: fewer rides are told, then the later leaving, then the earlier change. */
import { describe, expect, test } from "vitest";
import type { WarmRoom } from "~/domain/journey";
import { journeysFrom } from "~/transit/search/journeys";
import { at, clockOf, type DrawnTrip, type Place, placed, told, town, trip } from "../picture";

// Home is A, and from A2 it is 900 s on foot, from F 1,560; of the others only B and B2 are near one another.
const stops: Record<string, Place> = {
  A: [0, 0],
  A2: [-692.25, 0],
  R: [2000, 0],
  R2: [2000, 2000],
  S: [4000, 0],
  B: [6000, 0],
  B2: [6100, 0],
  C: [9000, 0],
  F: [1200, 0],
};
const pace = { metresPerSecond: 1, slackS: 0, changeS: 60, boardingPenaltyS: 0 };

function wayTo(
  to: string,
  trips: DrawnTrip[],
  more: { opens?: string; transfers?: string[]; rooms?: WarmRoom[] } = {},
) {
  const { opens, transfers, rooms } = more;
  const door = { key: 1, ...placed(stops[to]!), opens: opens ? at(opens) : null, closes: null };
  const asked = {
    origin: placed(stops.A!),
    doors: [door],
    leaveFrom: at("14 9:00"),
    pace,
    laterS: Infinity,
    rooms,
  };
  return journeysFrom(town({ stops, trips, transfers }), asked).get(1);
}

// Passes S before B: who is aboard since S may be bettered at B.
const bus = trip("S 10:45", "B 10:55", "C 11:15");
const blocked = (drawn: DrawnTrip) => ({ ...drawn, block: "7" });

test.each<[who: string, trips: DrawnTrip[], line: string]>([
  [
    "who gets on later has fewer rides",
    [trip("A 10:10", "R 10:12"), trip("R 10:14", "S 10:20"), trip("A2 10:15", "B 10:43")],
    "leave 10:00:00, in 11:15:00, 1620 s outside, 2 rides",
  ],
  [
    "who is aboard has fewer rides",
    [trip("A2 10:15", "S 10:33"), trip("A 10:10", "R 10:12"), trip("R 10:14", "B 10:30")],
    "leave 10:00:00, in 11:15:00, 1620 s outside, 2 rides",
  ],
  [
    "who is aboard stayed on before, which is no ride more",
    [
      blocked(trip("A 10:05", "R 10:10")),
      blocked(trip("R 10:12", "S 10:20")),
      trip("A 10:10", "R2 10:15"),
      trip("R2 10:17", "B 10:32"),
    ],
    "leave 10:05:00, in 11:15:00, 1500 s outside, 2 rides",
  ],
  [
    "who gets on later leaves later",
    [trip("A 10:00", "S 10:35"), trip("A 10:05", "B 10:45")],
    "leave 10:05:00, in 11:15:00, 600 s outside, 2 rides",
  ],
  [
    "who is aboard leaves later",
    [trip("A 10:05", "S 10:35"), trip("A 10:00", "B 10:45")],
    "leave 10:05:00, in 11:15:00, 600 s outside, 2 rides",
  ],
])("aboard one bus, where %s", (_, trips, line) => {
  expect(told(wayTo("C", [...trips, bus]))).toEqual([line]);
});

test("of two stops to change at, the first is told", () => {
  const way = wayTo("C", [trip("A 10:00", "S 10:35", "B 10:45"), bus]);
  const [journey] = way?.kind === "journeys" ? way.journeys : [];
  expect(journey!.legs.map(({ from, departs }) => `${from.name} ${clockOf(departs)}`)).toEqual([
    "A 10:00:00",
    "S 10:45:00",
  ]);
});

test.each<[who: string, trips: DrawnTrip[], line: string]>([
  [
    "came later with fewer rides",
    [trip("A 10:00", "S 10:05"), trip("S 10:10", "B 10:20"), trip("A2 10:05", "B 10:30")],
    "leave 09:50:00, in 11:00:00, 1500 s outside, 2 rides",
  ],
  [
    "came first with fewer rides",
    [trip("A2 10:00", "B 10:20"), trip("A 10:00", "S 10:02"), trip("S 10:27", "B 10:30")],
    "leave 09:45:00, in 11:00:00, 2100 s outside, 2 rides",
  ],
])("waiting at one stop, of two who have waited as long the one goes on who %s", (_, trips, line) => {
  const all = [...trips, trip("B 10:40", "C 11:00")];
  expect(told(wayTo("C", all))).toEqual([line]);
  // A rule that changes nothing, but lets everybody stay who might change where others may not.
  expect(told(wayTo("C", all, { transfers: ["B,B,2,60,R,R,,"] }))).toEqual([line]);
});

test.each([
  ["B", "B2"],
  ["B2", "B"],
])(
  "of two stops to get off at in the same minute, before a door that is shut, the first is told: %s",
  (...two) => {
    const way = wayTo("B", [trip("A 10:00", ...two.map((stop) => `${stop} 10:20`), "C 10:30")], {
      opens: "14 10:50",
    });
    const [journey] = way?.kind === "journeys" ? way.journeys : [];
    expect(journey!.legs[0]!.to.name).toBe(two[0]);
  },
);

test("of a bus and walking all the way, walking is told", () => {
  expect(told(wayTo("F", [trip("A 10:00", "F 10:34")], { opens: "14 11:00" }))).toEqual([
    "leave 10:34:00, in 11:00:00, 1560 s outside, 0 rides",
  ]);
});

describe("in a warm room at the stop", () => {
  const room = (roomKey: number): WarmRoom => ({
    roomKey,
    name: `${roomKey}`,
    ...placed(stops.B!),
    open: [{ from: at("14 9:00"), until: at("14 18:00") }],
  });
  const on = trip("B 11:00", "C 11:15");

  test.each<[who: string, trips: DrawnTrip[], line: string]>([
    [
      "came later with fewer rides",
      [trip("A 10:00", "S 10:05"), trip("S 10:20", "B 10:30"), trip("A2 10:20", "B 10:35")],
      "leave 10:05:00, in 11:15:00, 960 s outside, 2 rides",
    ],
    [
      "came first with fewer rides",
      [trip("A2 10:00", "B 10:15"), trip("A 10:00", "S 10:05"), trip("S 10:20", "B 10:30")],
      "leave 09:45:00, in 11:15:00, 960 s outside, 2 rides",
    ],
  ])("of two whose way there cost the same, the one goes on who %s", (_, trips, line) => {
    expect(told(wayTo("C", [...trips, on], { rooms: [room(1)] }))).toEqual([line]);
  });

  test.each([[[1, 2]], [[2, 1]]])("of rooms that are as good, the first is told: %j", (keys) => {
    const way = wayTo("C", [trip("A 10:00", "B 10:20"), on], { rooms: keys.map(room) });
    const [journey] = way?.kind === "journeys" ? way.journeys : [];
    expect(journey!.legs.map(({ kind, from }) => `${kind} ${from.name}`)).toEqual([
      "ride A",
      `inside ${keys[0]}`,
      "ride B",
    ]);
  });
});
