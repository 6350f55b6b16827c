/** TRANSIT's changes and warm rooms at their edges, worked out by hand: the engine and the oracle are both held to it. */
import { describe, expect, test } from "vitest";
import { PLACES } from "../drawn-sketch";
import { type Place, trip } from "../picture";
import { said } from "./said";

const toB = trip("A 10:00", "B 10:20");

/** A bus without exact times, waited for for half an hour beyond the clock. */
function estimated(from: string, to: string) {
  const start = from
    .split(" ")[1]!
    .split(":")
    .reduce((sum, part, i) => sum + Number(part) * [3600, 60][i]!, 0);
  return { ...trip(from, to), repeats: [{ from: start, until: start + 1, headwayS: 3600, exact: false }] };
}

describe("a change", () => {
  test.each([
    ["B 10:21", ["10:40:00 after 60"]],
    ["B 10:20:59", []],
    ["B2 10:23:10", ["10:40:00 after 190"]],
    ["B2 10:23:09", []],
    ["E 10:40", []],
  ])("takes a minute and the walk, of at most 400 m: %s", (from, lines) => {
    expect(said({ trips: [toB, trip(from, "C 10:40")] })).toEqual(lines);
  });

  test.each([
    ["B,B,2,0", "B 10:20:01", ["10:40:00 after 1"]],
    ["B,B,2,0", "B 10:20", []],
    ["B,B,2,300", "B 10:25", ["10:40:00 after 300"]],
    ["B,B,2,300", "B 10:24:59", []],
    ["B,B,3,", "B 10:30", []],
    ["B,B2,2,20", "B2 10:20:20", ["10:40:00 after 20"]],
    ["B2,B,2,20", "B2 10:20:20", []],
    ["B,E,0,", "E 10:34", ["10:40:00 after 840"]],
    ["B,E,1,", "E 10:33:59", []],
    ["B,E,2,5", "E 10:20:05", ["10:40:00 after 5"]],
    ["B,E,2,5,R,S", "E 10:20:05", ["10:40:00 after 5"]],
    ["B,E,2,5,R,R", "E 10:20:05", []],
    ["B,E,2,5,,,,t1", "E 10:20:05", ["10:40:00 after 5"]],
    ["B,E,2,5,,,t1,", "E 10:20:05", []],
  ])("takes what transfers.txt says: %s, %s", (row, from, lines) => {
    const onward = { ...trip(from, "C 10:40"), route: "S" };
    expect(said({ trips: [toB, onward], transfers: [row] })).toEqual(lines);
  });

  // Each wins over all that stand after it.
  test.each([
    "B,B,2,60,,,t0,t1",
    "B,B,2,60,R,,,t1",
    "B,B,2,60,,S,t0,",
    "B,B,2,60,,,t0,",
    "B,B,2,60,R,S,,",
    "B,B,2,60,R,,,",
    "B,B,2,60,,,,",
  ])("takes what the most particular row says: %s", (row) => {
    const less = ["B,B,3,,R,S,,", "B,B,3,,R,,,", "B,B,3,,,S,,", "B,B,3,,,,,"];
    const rank = (line: string) => {
      const [, , , , fromRoute, toRoute, fromTrip, toTrip] = line.split(",");
      return (fromTrip ? 3 : fromRoute ? 1 : 0) + (toTrip ? 3 : toRoute ? 1 : 0);
    };
    const rows = [...less.filter((line) => rank(line) < rank(row)), row];
    const trips = [toB, { ...trip("B 10:21", "C 10:40"), route: "S" }];
    expect(said({ trips, transfers: rows })).toEqual(["10:40:00 after 60"]);
    expect(said({ trips, transfers: rows.toReversed() })).toEqual(["10:40:00 after 60"]);
  });

  test("is made by nobody whom it makes dearer than who is aboard", () => {
    const through = trip("A 10:00", "B 10:20", "C 10:40");
    expect(said({ trips: [trip("A 9:50", "B 10:10"), through] })).toEqual(["10:40:00 after 0"]);
  });

  test("is made by the cheapest of those who may, not by who came first", () => {
    const trips = [toB, estimated("A 10:05", "B 10:15"), { ...trip("B 10:25", "C 10:45"), route: "S" }];
    expect(said({ trips, transfers: ["B,B,3,,S,,,"] })).toEqual(["10:45:00 after 300"]);
  });
});

describe("a warm room", () => {
  // 130 s from B.
  const beside: Place = [5000, -99.9];
  const trips = [toB, trip("B 11:00", "C 11:20")];

  test.each([
    ["9:00-18:00", "11:20:00 after 320"],
    ["9:00-10:56:50", "11:20:00 after 320"],
    ["9:00-10:56:49", "11:20:00 after 321"],
    ["10:22:10-10:22:11", "11:20:00 after 2399"],
    ["10:00-10:22:10", "11:20:00 after 2400"],
    ["10:30-18:00", "11:20:00 after 790"],
  ])("open %s is left a minute and the walk before the bus, or when it closes", (open, line) => {
    expect(said({ trips, rooms: [{ place: beside, open: [open] }] })).toEqual([line]);
  });

  test.each(["10:15", "10:30"])(
    "is left by the cheapest who is inside, not by who came in at %s for more",
    (time) => {
      const more = [...trips, estimated("A 10:05", `B ${time}`)];
      expect(said({ trips: more, rooms: [{ place: beside, open: ["9:00-18:00"] }] })).toEqual([
        "11:20:00 after 320",
      ]);
    },
  );

  test.each([
    ["9:00-18:00", "11:20:00 after 4240"],
    ["7:00-8:00", "11:20:00 after 8400"],
  ])(
    "open %s is left for a bus without exact times, half a headway in the cold of its second",
    (open, line) => {
      const to = { trips: [toB, estimated("B 11:00", "C 11:20")], rooms: [{ place: beside, open: [open] }] };
      expect(said({ ...to, cold: { from: 0, stepS: 3600, weights: [2] } })).toEqual([line]);
    },
  );

  test("is gone to for its first hours or for its later ones", () => {
    const open = ["10:00-10:40", "10:50-18:00"];
    const late = [toB, trip("B 12:00", "C 12:20")];
    expect(said({ trips: late, rooms: [{ place: beside, open }] })).toEqual(["12:20:00 after 1990"]);
  });

  test.each([
    [[5000, -307.6] as Place, ["11:20:00 after 860"]],
    [[5000, -307.8] as Place, ["11:20:00 after 2400"]],
  ])("is at most 400 m of street away: %j", (place, lines) => {
    expect(said({ trips, rooms: [{ place, open: ["9:00-18:00"] }] })).toEqual(lines);
  });

  // 390 s from B and from E, 1,170 s from the door.
  const between = { place: [5299.9, 0] as Place, open: ["9:00-18:00"] };

  test.each([
    ["E 10:34", ["10:40:00 after 840"]],
    ["E 10:33:59", []],
  ])("leads to stops that no walk leads to: %s", (from, lines) => {
    const given = { trips: [toB, trip(from, "C 10:40")], rooms: [between] };
    expect(said(given)).toEqual(lines);
    expect(said(given, "latest-leave")).toEqual([]);
  });

  test.each([
    ["9:00-10:26:31", ["11:00:00 after 1199"]],
    ["9:00-10:26:30", []],
  ])("is none to who comes as it closes: %s", (open, lines) => {
    const given = { trips: [toB, trip("E 10:40", "C 11:00")], rooms: [{ ...between, open: [open] }] };
    expect(said(given)).toEqual(lines);
  });

  // By E one is in at 10:26:30, by B2 at 10:25:20 and for more; out of it to B2 one goes at 10:25:40.
  test("is not taken by who is on the way to it", () => {
    const both = [trip("A 10:00", "E 10:20"), estimated("A 10:01", "B2 10:21")];
    const given = { trips: [...both, trip("B2 10:31", "C 10:51")], rooms: [between] };
    expect(said(given)).toEqual(["10:51:00 after 2380"]);
  });

  test.each([
    ["at once", {}, ["10:46:00 after 1560"]],
    ["so as to be there when it opens", { opens: "11:30" }, ["11:30:00 after 1560"]],
    ["before it closes", { closes: "10:46" }, ["10:46:00 after 1560"]],
    ["too late", { closes: "10:45:59" }, []],
  ])("leads to a door: %s", (_, hours, lines) => {
    expect(said({ trips: [toB], to: [6199.8, 0], rooms: [between], ...hours })).toEqual(lines);
  });

  test.each([
    ["10:46", ["10:43:00 after 2580", "10:46:00 after 1560"]],
    ["10:45:59", ["10:43:00 after 2580"]],
  ])("is no way to a door that closes before, though others are there in time: %s", (closes, lines) => {
    const both = [toB, estimated("A 10:00", "E 10:30")];
    expect(said({ trips: both, to: [6199.8, 0], rooms: [between], closes })).toEqual(lines);
  });

  test("that closes before a door opens is left then", () => {
    const rooms = [{ ...between, open: ["9:00-11:00"] }];
    expect(said({ trips: [toB], to: [6199.8, 0], rooms, opens: "11:30" })).toEqual(["11:30:00 after 2190"]);
  });

  test("is nothing to start from: home is warm too", () => {
    const rooms = [{ place: [300, 0] as Place, open: ["9:00-18:00"] }];
    expect(said({ trips: [trip("F 10:00", "C 10:20")], rooms })).toEqual([]);
  });
});

test.each([
  ["9:26", ["09:10:00 after 1800", "09:26:00 after 1560"]],
  ["9:25:59", ["09:10:00 after 1800"]],
])(
  "a walk all the way is none to a door that closes before, though a bus is in time: %s",
  (closes, lines) => {
    expect(said({ trips: [estimated("A 9:01", "F 9:10")], to: PLACES.F, closes })).toEqual(lines);
  },
);
