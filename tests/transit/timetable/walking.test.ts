import { expect, test } from "vitest";
import { buildTimetable } from "~/transit/timetable/timetable";
import {
  FAMILY_PACE,
  USUAL_WALKING,
  type Walking,
  walkMetres,
  walkSeconds,
} from "~/transit/timetable/walking";
import { feedFiles, feedOf, type Place, trip } from "../picture";

const a = { lat: 39.115464, lon: -94.62653 };

test("a street is the straight line times the detour", () => {
  const degree = (6_371_008.8 * Math.PI) / 180;
  expect(walkMetres(a, { lat: a.lat + 0.01, lon: a.lon })).toBeCloseTo(
    USUAL_WALKING.detour * 0.01 * degree,
    6,
  );
});

test("it is as far there as back, and nowhere is 0 m away", () => {
  const b = { lat: 39.113408, lon: -94.685842 };
  expect(walkMetres(a, b)).toBe(walkMetres(b, a));
  expect(walkMetres(a, a)).toBe(0);
});

test("the other side of the earth can be measured", () => {
  expect(walkMetres({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(
    USUAL_WALKING.detour * Math.PI * 6_371_008.8,
    3,
  );
});

test("a second begun counts", () => {
  expect(walkSeconds(90, FAMILY_PACE)).toBe(100);
  expect(walkSeconds(90.01, FAMILY_PACE)).toBe(101);
  expect(walkSeconds(0, FAMILY_PACE)).toBe(0);
});

test("a timetable says how far its people walk between stops, and how crooked its streets are", () => {
  const drawing = {
    stops: { A: [0, 0], B: [200, 0] } as Record<string, Place>,
    trips: [trip("A 10:00", "B 10:01")],
  };
  const linksWith = (changed: Partial<Walking>) => {
    const feeds = [feedOf(feedFiles(drawing))];
    const walking = { ...USUAL_WALKING, ...changed };
    const { footpaths } = buildTimetable({ feeds, handRoutes: [], timeZone: "America/Chicago", walking });
    return Array.from(footpaths.metres, (metres) => Math.round(metres));
  };
  expect(linksWith({})).toEqual([0, 260, 260, 0]);
  expect(linksWith({ detour: 1 })).toEqual([0, 200, 200, 0]);
  expect(linksWith({ linkM: 259 })).toEqual([0, 0]);
});
