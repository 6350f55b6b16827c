/** TRANSIT's rides and riders at their edges, worked out by hand: the engine and the oracle are both held to it. */
import { describe, expect, test } from "vitest";
import type { Given } from "../drawn-sketch";
import { type Place, trip } from "../picture";
import { said } from "./said";

const toB = trip("A 10:00", "B 10:20");
const block = (name: string, ...trips: ReturnType<typeof trip>[]) =>
  trips.map((t) => ({ ...t, block: name }));

describe("a vehicle that goes on", () => {
  const onward = trip("B 10:20", "C 10:40");

  test.each([
    ["as the next of its block", block("x", toB, onward), [], ["10:40:00 after 0, 1 rides"]],
    ["after a while", block("x", toB, trip("B 11:20", "C 11:40")), [], ["11:40:00 after 0, 1 rides"]],
    ["without a block", [toB, onward], [], []],
    ["before it comes", block("x", toB, trip("B 10:19", "C 10:40")), [], []],
    ["from elsewhere", block("x", toB, trip("B2 10:21", "C 10:40")), [], []],
    ["on another day", [...block("x", toB), ...block("x", { ...onward, service: "yesterday" })], [], []],
    [
      "after another run",
      block("x", toB, trip("C 10:30", "D 10:31"), trip("B 10:40", "C 11:00")),
      [],
      ["11:00:00 after 1200, 2 rides"],
    ],
    ["but not for its riders", block("x", toB, onward), ["B,B,5,,,,t0,t1"], []],
    ["as a row says", [toB, trip("B2 10:21", "C 10:40")], ["B,B2,4,,,,t0,t1"], ["10:40:00 after 0, 1 rides"]],
    ["before it comes, as a row says", [toB, trip("B 10:19", "C 10:40")], ["B,B,4,,,,t0,t1"], []],
  ])("%s", (_, trips, transfers, lines) => {
    expect(said({ trips, transfers }, "fewest-rides")).toEqual(lines);
  });

  test("when it is only a pattern of others does not", () => {
    const repeats = [{ from: 36_000, until: 36_001, headwayS: 600, exact: true }];
    const trips = block("x", toB, onward).map((t) => ({
      ...t,
      repeats: t.calls[0]!.stop === "A" ? repeats : [],
    }));
    expect(said({ trips })).toEqual([]);
  });
});

describe("a headway", () => {
  const every = (exact: boolean) => ({
    ...toB,
    repeats: [{ from: 36_000, until: 36_601, headwayS: 601, exact }],
  });
  const toHere = { to: [5000, 0] as Place };

  test("is half waited outside, rounded up, in the cold of the second one gets on", () => {
    expect(said({ trips: [every(true)], ...toHere })).toEqual(["10:20:00 after 0"]);
    expect(said({ trips: [every(false)], ...toHere })).toEqual(["10:20:00 after 301"]);
    const cold = (from: number): Given["cold"] => ({ from: from - 3600, stepS: 3600, weights: [1, 3] });
    expect(said({ trips: [every(false)], ...toHere, cold: cold(36_000) })).toEqual(["10:20:00 after 903"]);
    expect(said({ trips: [every(false)], ...toHere, cold: cold(36_001) })).toEqual(["10:20:00 after 301"]);
  });
});

describe("who", () => {
  const through = trip("A 10:00", "B 10:20", "C 10:40");

  test("uses a wheelchair passes a stop that cannot be used, and does not change there", () => {
    expect(said({ trips: [through], marked: ["B"], wheelchair: true })).toEqual(["10:40:00 after 0"]);
    const changing = [toB, trip("B 10:30", "C 10:50")];
    expect(said({ trips: changing, marked: ["B"], wheelchair: true })).toEqual([]);
    expect(said({ trips: changing, marked: ["B"] })).toEqual(["10:50:00 after 600"]);
    expect(said({ trips: [{ ...through, wheelchair: "2" }], wheelchair: true })).toEqual([]);
    const goesOn = block("x", toB, trip("B 10:20", "C 10:40")).map((t, i) => ({
      ...t,
      wheelchair: i > 0 ? "2" : "1",
    }));
    expect(said({ trips: goesOn, wheelchair: true })).toEqual([]);
  });

  test("uses a wheelchair does not stay in a vehicle over a run that cannot be used", () => {
    const round = { ...trip("B 10:21", "E 10:25", "B 10:30"), wheelchair: "2" };
    const trips = block("x", toB, round, trip("B 10:31", "C 10:45"));
    expect(said({ trips })).toEqual(["10:45:00 after 0"]);
    expect(said({ trips, wheelchair: true })).toEqual(["10:45:00 after 660"]);
  });

  test.each([
    ["A 10:00 ask-on", "C 10:40", true],
    ["A 10:00", "C 10:40 ask-off", true],
    ["A 10:00 no-on", "C 10:40", false],
    ["A 10:00", "C 10:40 no-off", false],
  ])("calls first may use %s, %s: %s", (on, off, may) => {
    const trips = [trip(on, off)];
    expect(said({ trips, callFirst: true })).toEqual(may ? ["10:40:00 after 0"] : []);
    expect(said({ trips })).toEqual([]);
  });

  test("wants fewest rides takes one ride less for any cold, and otherwise the less cold", () => {
    const trips = [
      toB,
      trip("B 10:30", "C 10:50"),
      {
        ...trip("A 9:30", "C 11:30"),
        repeats: [{ from: 34_200, until: 34_201, headwayS: 3600, exact: false }],
      },
    ];
    expect(said({ trips })).toEqual(["10:50:00 after 600"]);
    expect(said({ trips }, "fewest-rides")).toEqual([
      "10:50:00 after 600, 2 rides",
      "11:30:00 after 1800, 1 rides",
    ]);
  });

  test("wants to leave late leaves on foot so as to come when the door closes", () => {
    // 1,300 s on foot.
    const near = { trips: [toB], to: [999.9, 0] as Place };
    expect(said({ ...near, closes: "12:00" }, "latest-leave")).toEqual(["12:00:00, leave 11:38:20"]);
    expect(said({ ...near, closes: "9:21:39" }, "latest-leave")).toEqual([]);
    expect(said(near, "latest-leave")).toEqual(["09:21:40, leave 09:00:00"]);
    expect(said({ ...near, opens: "10:00" }, "latest-leave")).toEqual(["10:00:00, leave 09:38:20"]);
  });

  test("wants to leave late does so for any wait, and not for a later arrival alone", () => {
    const trips = [toB, trip("A 10:10", "B 10:30"), trip("A 10:05", "B 10:40"), trip("B 11:00", "C 11:20")];
    expect(said({ trips, to: [5000, 0] }, "latest-leave")).toEqual([
      "10:20:00, leave 10:00:00",
      "10:30:00, leave 10:10:00",
    ]);
    expect(said({ trips }, "latest-leave")).toEqual(["11:20:00, leave 10:10:00"]);
  });
});

test.each([
  [3600, ["10:20:00 after 0"]],
  [3599, []],
])("the first ride departs within the window of %i s", (windowS, lines) => {
  expect(said({ trips: [toB], to: [5000, 0], windowS })).toEqual(lines);
});

test.each([
  ["B 14:00", ["14:10:00 after 13200"]],
  ["B 14:00:01", []],
])("four hours after the window nothing is ridden any more: %s", (from, lines) => {
  expect(said({ trips: [toB, trip(from, "C 14:10")], windowS: 3600 })).toEqual(lines);
});
