import { expect, test } from "vitest";
import { stopsNear } from "~/transit/timetable/reach";
import { placed, town, trip } from "../picture";

test("the stops within reach of a point, with the street to them", () => {
  const city = town({ stops: { A: [0, 0], B: [5000, 0] }, trips: [trip("A 10:00", "B 10:10")] });
  const [near, ...others] = stopsNear(city, placed([100, 0]), 1200);
  expect(near).toMatchObject({ stop: 0, fixedS: 0 });
  expect(near!.metres).toBeCloseTo(130, 1);
  expect(others).toEqual([]);
});
