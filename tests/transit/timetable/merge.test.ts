import { expect, test } from "vitest";
import { Merger } from "~/transit/timetable/merge";

const times = (...stop: number[]) => {
  const column = Int32Array.from(stop);
  return { stop: column, arrive: column, depart: column, rules: new Uint8Array(stop.length) };
};

test("joins parts in the order they came", () => {
  const merger = new Merger("UTC");
  merger.addTimes(times(1, 2));
  merger.addTimes(times(3));
  merger.addShapes({ first: Int32Array.of(0, 2), lat: Float32Array.of(1, 2), lon: Float32Array.of(3, 4) });
  merger.addShapes({ first: Int32Array.of(0, 1), lat: Float32Array.of(5), lon: Float32Array.of(6) });
  const merged = merger.finish();
  expect([...merged.times.stop]).toEqual([1, 2, 3]);
  expect([...merged.shapes.first]).toEqual([0, 2, 3]);
  expect([...merged.shapes.lat]).toEqual([1, 2, 5]);
  expect([merger.timeCount, merger.shapeCount]).toEqual([3, 2]);
});

test("is a timetable of nothing where nothing was added", () => {
  const { stops, trips, timeZones } = new Merger("UTC").finish();
  expect([stops.ids, trips.first.length, timeZones]).toEqual([[], 0, []]);
});
