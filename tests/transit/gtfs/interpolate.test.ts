import { expect, test } from "vitest";
import { BLANK, interpolate } from "~/transit/gtfs/interpolate";

function filled(times: (number | [number, number])[], distance: number[] = [], first = [0, times.length]) {
  const faults: string[] = [];
  const arrive = Int32Array.from(times, (time) => (typeof time === "number" ? time : time[0]));
  const depart = Int32Array.from(times, (time) => (typeof time === "number" ? time : time[1]));
  const stopTimes = {
    stop: new Int32Array(times.length),
    arrive,
    depart,
    rules: new Uint8Array(times.length),
  };
  const distances = Float64Array.from(times, (_, i) => distance[i] ?? NaN);
  interpolate(stopTimes, Int32Array.from(first), distances, (at, _, reason) =>
    faults.push(`${at} ${reason}`),
  );
  return { arrive: [...arrive], depart: [...depart], faults };
}

test("spreads blanks evenly by stop from departure to arrival, floored to seconds", () => {
  const { arrive, depart } = filled([[0, 100], BLANK, BLANK, [200, 250], BLANK, 300]);
  expect(arrive).toEqual([0, 133, 166, 200, 275, 300]);
  expect(depart).toEqual([100, 133, 166, 250, 275, 300]);
});

test("spreads them by distance where all have it", () => {
  expect(filled([0, BLANK, BLANK, 100], [0, 1, 9, 10]).arrive).toEqual([0, 10, 90, 100]);
});

test("floors exactly: a share of whole seconds is not one too few", () => {
  const evenly = filled([0, ...Array.from({ length: 9 }, () => BLANK), 1380]).arrive;
  expect(evenly).toEqual(Array.from({ length: 11 }, (_, i) => 138 * i));
  expect(filled([0, BLANK, 1380], [0, 0.7, 1]).arrive[1]).toBe(966);
  expect(filled([0, BLANK, 1000], [0.1, 0.3, 1.1]).arrive[1]).toBe(200);
  expect(filled([0, BLANK, 1000], [0.1, 0.2999999, 1.1]).arrive[1]).toBe(199);
});

test("floors exactly for every span and number of blanks, evenly and by distances of one decimal", () => {
  for (let span = 60; span <= 3600; span += 60)
    for (let legs = 2; legs <= 40; legs++) {
      const times = Array.from({ length: legs + 1 }, (_, i) => (i === 0 ? 0 : i === legs ? span : BLANK));
      const whole = times.map((_, i) => (span * i - ((span * i) % legs)) / legs);
      expect(filled(times).arrive).toEqual(whole);
      const tenths = times.map((_, i) => Number(`${Math.floor((7 + 3 * i) / 10)}.${(7 + 3 * i) % 10}`));
      expect(filled(times, tenths).arrive).toEqual(whole);
    }
});

test.each([
  ["a blank has no distance", [0, 1, NaN, 10]],
  ["a timepoint has no distance", [NaN, 1, 9, 10]],
  ["the distance falls", [0, 9, 1, 10]],
  ["the distance does not change", [5, 5, 5, 5]],
  ["the distance has no end", [0, 9, 1e300, Infinity]],
  ["the distance overflows", [-1e308, 0, 1, 1e308]],
])("evenly after all where %s", (_, distance) => {
  expect(filled([0, BLANK, BLANK, 90], distance).arrive).toEqual([0, 30, 60, 90]);
});

test.each([
  ["first", [BLANK, 10]],
  ["last", [10, BLANK]],
])("refuses a trip whose %s stop has no time", (_, times) => {
  expect(filled(times).faults).toEqual([expect.stringContaining("need a time")]);
});

test("refuses a trip that goes back in time, also across blanks, and not the next trip", () => {
  expect(filled([100, BLANK, 50]).faults).toEqual(["2 the trip goes back in time here"]);
  expect(filled([100, 200, 50, 60], [], [0, 2, 4]).faults).toEqual([]);
});
