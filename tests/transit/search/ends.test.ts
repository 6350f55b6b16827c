/** When a search ends: with the last departure of all, or before, when nobody is waited for any more. */
import { describe, expect, test } from "vitest";
import { daysOf } from "~/transit/search/days";
import { journeysFrom, journeysInSlices, type Question, searched } from "~/transit/search/journeys";
import type { Labels } from "~/transit/search/labels";
import { scan } from "~/transit/search/scan";
import { ANYBODY } from "~/transit/timetable/connections";
import { toItsEnd } from "~/transit/timetable/slices";
import { at, type DrawnTrip, type Place, placed, told, town, trip } from "../picture";

const stops: Record<string, Place> = { A: [0, 0], A2: [-500, 0], A3: [800, 0], B: [5000, 0], C: [9000, 0] };
const question: Question = { origin: placed(stops.A!), doors: [], leaveFrom: at("14 9:00"), windowS: 7200 };

type More = Partial<Question> & { opens?: string };

function wayTo(to: string | Place, trips: DrawnTrip[], { opens, ...more }: More = {}): string[] {
  const place = placed(typeof to === "string" ? stops[to]! : to);
  const door = { key: 1, ...place, opens: opens ? at(opens) : null, closes: null };
  const whole = { ...question, doors: [door], laterS: Infinity, ...more };
  return told(journeysFrom(town({ stops, trips }), whole).get(1));
}

test.each([
  ["B 15:00", "leave 09:58:00, in 17:00:00, 16920 s outside, 2 rides"],
  ["B 15:00:01", "last-bus-gone"],
])("the last departure, four hours after the window, is ridden to its end, however far: %s", (from, line) => {
  expect(wayTo("C", [trip("A 10:00", "B 10:20"), trip(from, "C 17:00")])).toEqual([line]);
});

/** How many rides are known at the end, and the seconds at which it was asked whether anybody is waited for. */
function asked(isOver: (labels: Labels, second: number) => boolean): { rides: number; seconds: number[] } {
  const seconds: number[] = [];
  const city = town({ stops, trips: [trip("A 10:00", "B 10:20"), trip("A 10:30", "B 10:50")] });
  const { search } = searched(city, question, (found) => found);
  const days = daysOf(city, { leaveFrom: question.leaveFrom, endS: search.endS }, ANYBODY);
  const ending = (labels: Labels, second: number) => {
    seconds.push(second);
    return isOver(labels, second);
  };
  const labels = toItsEnd(scan({ ...search, days, isOver: ending, used: undefined }));
  return { rides: labels.count, seconds };
}

test("whether anybody is waited for is asked every five minutes, from the first second to the last", () => {
  const { rides, seconds } = asked(() => false);
  expect(rides).toBe(2);
  // The window, four hours, and the longest ride.
  expect(seconds).toEqual(Array.from({ length: (7200 + 4 * 3600 + 1200) / 300 + 1 }, (_, i) => 300 * i));
});

test("a search ends as soon as nobody is waited for, and knows the buses until then", () => {
  const { rides, seconds } = asked((_, second) => second >= 5100);
  expect([rides, seconds.at(-1)]).toEqual([1, 5100]);
  expect(asked(() => true)).toEqual({ rides: 0, seconds: [0] });
});

test("the cut is counted from the first who comes to a stop, not from who comes there later", () => {
  const trips = [trip("A2 10:00", "B 10:20"), trip("A 10:30", "B 10:50")];
  expect(wayTo("B", trips, { laterS: 1800 })).toHaveLength(2);
  expect(wayTo("B", trips, { laterS: 1799 })).toHaveLength(1);
});

// The last departure there can be is at 15:00; the longest ride after it ends the search.
describe("a door that opens after the search has ended", () => {
  const opens = "14 21:00";

  test("is waited for by the last bus that helps", () => {
    const trips = [trip("A 10:00", "B 10:20"), trip("A 10:30", "B 10:50")];
    expect(wayTo("B", trips, { opens })).toEqual(["leave 10:28:00, in 21:00:00, 36720 s outside, 1 ride"]);
  });

  test("is walked to where that is the shorter time outside", () => {
    expect(wayTo([800, 0], [trip("A 10:00", "A3 10:20")], { opens })).toEqual([
      "leave 20:40:44, in 21:00:00, 1156 s outside, 0 rides",
    ]);
  });

  test("is waited for in a warm room by who came with the very last bus", () => {
    const lobby = {
      roomKey: 1,
      name: "Lobby",
      ...placed(stops.C!),
      open: [{ from: at("14 9:00"), until: at("14 23:00") }],
    };
    const trips = [trip("A 10:00", "B 10:20"), trip("B 15:00", "C 17:00")];
    expect(wayTo("C", trips, { opens, rooms: [lobby] })).toEqual([
      "leave 09:58:00, in 21:00:00, 16920 s outside, 2 rides",
    ]);
  });
});

test("who comes to a door after the search has ended has left as late as anybody", () => {
  const trips = [trip("A 10:00", "B 10:20"), trip("A 10:30", "C 10:40"), trip("C 15:00", "B 15:30")];
  expect(wayTo([5000, 100], trips, { aim: "latest-leave" })).toEqual([
    "leave 09:58:00, in 10:22:25, 265 s outside, 1 ride",
    "leave 10:28:00, in 15:32:25, 15865 s outside, 2 rides",
  ]);
});

test("a search too long for one slice finds in the next ones what it would have found in one", () => {
  const trips = [trip("A 10:00", "B 10:20"), trip("B 12:40", "C 13:00"), trip("A 12:10", "C 14:00")];
  // Every five seconds something passes that goes nowhere they want to.
  const shuttle = { ...trip("D 0:00", "E 0:01", "D 0:02", "E 0:03", "D 0:04"), id: "shuttle" };
  const busy = town({
    stops: { ...stops, D: [0, 9000], E: [500, 9000] },
    trips: [...trips, shuttle],
    frequencies: ["shuttle,9:00:00,24:00:00,5,1"],
  });
  const door = { key: 1, ...placed(stops.C!), opens: null, closes: null };
  const longer = { ...question, windowS: 14_400, doors: [door], laterS: Infinity };
  const slices = journeysInSlices(busy, longer);
  let [count, step] = [1, slices.next()];
  for (; !step.done; step = slices.next()) count++;
  expect(count).toBeGreaterThan(4);
  expect(told(step.value.get(1))).toEqual(wayTo("C", trips, { windowS: 14_400 }));
  expect(told(step.value.get(1))).toHaveLength(2);
});
