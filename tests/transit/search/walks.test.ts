import { expect, test } from "vitest";
import { onFoot, walkIntoRoom, walkOutOfRoom, walkToStop } from "~/transit/search/walks";
import { ADULT_PACE } from "~/transit/timetable/walking";
import { placed, town, trip } from "../picture";

const timetable = town({
  stops: { A: [0, 0], B: [100, 0], C: [5000, 0] },
  trips: [trip("A 10:00", "B 10:01", "C 10:20")],
});
const walker = { timetable, footpaths: timetable.footpaths, pace: ADULT_PACE, wheelchair: false };

test("between stops as their footpath is, seconds beside the metres included", () => {
  expect(walkToStop(walker, 0, 1).walkS).toBe(Math.ceil(130 / 1.2));
  const slow = { ...timetable.footpaths, fixedS: timetable.footpaths.fixedS.map(() => 40) };
  expect(walkToStop({ ...walker, footpaths: slow }, 0, 1).walkS).toBe(Math.ceil(130 / 1.2) + 40);
  expect(walkToStop(walker, 0, 0)).toEqual({ metres: 0, walkS: 0 });
});

test("straight where there is none, and to a room by the stops near it", () => {
  expect(walkToStop(walker, 0, 2).metres).toBeCloseTo(6500, 0);
  expect(walkToStop(walker, 2, 1).metres).toBeCloseTo(6370, 0);
  expect(walkIntoRoom(walker, 0, placed([-100, 0])).metres).toBeCloseTo(130, 1);
  expect(walkIntoRoom(walker, 1, placed([-100, 0])).metres).toBeCloseTo(260, 1);
  expect(walkOutOfRoom(walker, placed([-100, 0]), 0).metres).toBeCloseTo(130, 1);
  expect(walkOutOfRoom(walker, placed([-1000, 0]), 0).metres).toBeCloseTo(1300, 1);
  expect(onFoot({ metres: 12, fixedS: 5 }, ADULT_PACE)).toEqual({ metres: 12, walkS: 15 });
});
