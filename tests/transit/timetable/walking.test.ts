import { expect, test } from "vitest";
import { DETOUR, FAMILY_PACE, walkMetres, walkSeconds } from "~/transit/timetable/walking";

const a = { lat: 39.115464, lon: -94.62653 };

test("a street is the straight line times the detour", () => {
  const degree = (6_371_008.8 * Math.PI) / 180;
  expect(walkMetres(a, { lat: a.lat + 0.01, lon: a.lon })).toBeCloseTo(DETOUR * 0.01 * degree, 6);
});

test("it is as far there as back, and nowhere is 0 m away", () => {
  const b = { lat: 39.113408, lon: -94.685842 };
  expect(walkMetres(a, b)).toBe(walkMetres(b, a));
  expect(walkMetres(a, a)).toBe(0);
});

test("the other side of the earth can be measured", () => {
  expect(walkMetres({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(DETOUR * Math.PI * 6_371_008.8, 3);
});

test("a second begun counts", () => {
  expect(walkSeconds(90, FAMILY_PACE)).toBe(100);
  expect(walkSeconds(90.01, FAMILY_PACE)).toBe(101);
  expect(walkSeconds(0, FAMILY_PACE)).toBe(0);
});
