import { expect, test } from "vitest";
import { approachTo, type DoorQuestion, frontAt } from "~/transit/search/doors";
import { type Labels, labelsFor } from "~/transit/search/labels";
import { FAMILY_PACE } from "~/transit/timetable/walking";
import { type Place, placed, town, trip } from "../picture";

const stops: Place[] = [
  [0, 0],
  [400, 0],
];

/** Labels as a search leaves them: per stop [arrival, c, leave-by, rides], in order of release. */
function released(perStop: [arrive: number, c: number, leave: number, rides: number][][]): Labels {
  const labels = labelsFor({ connections: 50, stops: stops.length, seconds: 10, runs: 1 }, undefined);
  perStop.forEach((list, stop) => {
    for (const [arrive, c, leave, rides] of list) {
      const label = labels.count++;
      Object.assign(labels.arrive, { [label]: arrive });
      Object.assign(labels.c, { [label]: c });
      Object.assign(labels.boarding, { [label]: label });
      Object.assign(labels.leave, { [label]: leave });
      Object.assign(labels.rides, { [label]: rides });
      labels.bettered[label] = labels.vLabel[stop]!;
      labels.vLabel[stop] = label;
      labels.soonest[stop] = Math.min(labels.soonest[stop]!, arrive);
    }
  });
  return labels;
}

const LEAVE_FROM = 1_000_000;
const from = (second: number | null) => (second === null ? null : second + LEAVE_FROM);

function questionAbout(labels: Labels, laterS: number): DoorQuestion {
  return {
    labels,
    timetable: town({ stops: { A: stops[0]!, B: stops[1]! }, trips: [trip("A 10:00", "B 10:10")] }),
    rooms: null,
    aim: "warmest",
    wheelchair: false,
    perSecondLater: 0,
    origin: placed([20_000, 0]),
    pace: FAMILY_PACE,
    leaveFrom: LEAVE_FROM,
    runningAt: (second) => second,
    laterS,
  };
}

function front(labels: Labels, at: Place, opens: number | null, closes: number | null, laterS = Infinity) {
  const question = questionAbout(labels, laterS);
  const door = { key: 1, ...placed(at), opens: from(opens), closes: from(closes) };
  const found = frontAt(approachTo(door, question), question);
  return { ...found, front: found.front.map(({ enters, cost, label }) => [enters, cost, label]) };
}

test("a label that is later and dearer at the stop may be the best at a door that opens later still", () => {
  // At the stop: 1000 s with 200 outside, and 1500 s with 400: both wait for 2000.
  const labels = released([
    [
      [1000, -800, 0, 1],
      [1500, -1100, 0, 1],
    ],
  ]);
  expect(front(labels, [0, 0], 2000, null).front).toEqual([[2000, 900, 1]]);
  expect(front(labels, [0, 0], null, null).front).toEqual([[1000, 200, 0]]);
});

test("stops are weighed after their walk to the door", () => {
  // The door is at the first stop, 520 m of street or 578 s from the second.
  const labels = released([
    [[2000, -1500, 0, 1]],
    [
      [1000, -900, 0, 1],
      [1600, -1599, 0, 1],
    ],
  ]);
  expect(front(labels, [0, 0], null, null).front).toEqual([
    [1578, 678, 1],
    [2000, 500, 0],
  ]);
});

test("what comes after closing is dropped, and said where nothing else is there", () => {
  const labels = released([
    [
      [1000, -800, 0, 1],
      [1500, -1400, 0, 1],
    ],
  ]);
  expect(front(labels, [0, 0], null, 1499)).toMatchObject({ front: [[1000, 200, 0]], tooLate: false });
  expect(front(labels, [0, 0], null, 999)).toMatchObject({ front: [], tooLate: true, stopInReach: true });
});

test("where nobody comes at all, nobody comes too late", () => {
  expect(front(released([]), [0, 0], null, 999)).toEqual({ front: [], stopInReach: true, tooLate: false });
});

test("arrivals are cut some time after the first, which is when one gets in", () => {
  const labels = released([
    [
      [1000, -800, 0, 1],
      [1500, -1400, 0, 1],
      [2600, -2590, 0, 1],
    ],
  ]);
  expect(front(labels, [0, 0], null, null, 1000).front.map(([enters]) => enters)).toEqual([1000, 1500]);
  expect(front(labels, [0, 0], 1600, null, 1000).front.map(([enters]) => enters)).toEqual([1600, 2600]);
});

// Both are at the door as it opens: the second walks 578 s from the other stop.
test.each<
  [who: string, first: [leave: number, rides: number], second: [leave: number, rides: number], told: number]
>([
  ["fewer rides", [5, 2], [9, 1], 1],
  ["fewer rides", [5, 1], [9, 2], 0],
  ["as many rides and the later leaving", [5, 1], [9, 1], 1],
  ["as many rides and the later leaving", [9, 1], [5, 1], 0],
])("of two who are equal in time and cost, the one with %s is shown: %j, %j", (_, first, second, shown) => {
  const labels = released([[[1000, -800, ...first]], [[422, -800, ...second]]]);
  expect(front(labels, [0, 0], 1000, null).front).toEqual([[1000, 200, shown]]);
});

test("a door no stop is near has nothing", () => {
  expect(front(released([]), [5000, 0], null, null)).toEqual({
    front: [],
    stopInReach: false,
    tooLate: false,
  });
});
