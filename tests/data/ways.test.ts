import { expect, test } from "vitest";
import { byPlace, doorsOf, paceOf, searchesFor } from "~/data/ways.server";
import type { Way } from "~/domain/journey";
import { ONE_ADULT } from "~/domain/party";
import type { Door } from "~/transit/search/doors";
import { ADULT_PACE, FAMILY_PACE, STROLLER_PACE } from "~/transit/timetable/walking";
import { at, CHICAGO, hoursOf, told } from "../support/hours";
import { placeOf, wayOf } from "../support/options";

const from = at("2026-01-15 17:00");
const HOUR = 3600;

test("a party walks as fast as its youngest", () => {
  const pace = (...childAges: number[]) => paceOf({ ...ONE_ADULT, childAges });
  expect([pace(), pace(9), pace(9, 3), pace(4)]).toEqual([
    ADULT_PACE,
    FAMILY_PACE,
    STROLLER_PACE,
    FAMILY_PACE,
  ]);
});

test("a door is the time people are let in; who lets nobody in has none", () => {
  const places = [
    placeOf(1, { hours: hoursOf("Mo-Su 18:00-07:00", { intake: "Mo-Su 18:00-21:00" }) }),
    placeOf(2, { hours: hoursOf("Mo-Su 16:00-20:00") }),
    placeOf(3, { hours: hoursOf("") }),
    placeOf(4, { hours: hoursOf("Mo-Su 09:00-17:00") }),
    placeOf(5, { kind: "room" }),
    placeOf(6, { hours: hoursOf("Mo-Su 00:00-00:00") }),
  ];
  const doors = doorsOf(places, { timeZone: CHICAGO, from });
  expect(doors.map(({ placeId, opens, closes }) => [placeId, told(opens), told(closes)])).toEqual([
    [1, "2026-01-15T18:00-06:00", "2026-01-15T21:00-06:00"],
    [2, null, "2026-01-15T20:00-06:00"],
    [3, null, null],
    [6, null, null],
  ]);
});

const door = (key: number, hours: number | null): Door => ({
  key,
  lat: 39,
  lon: -94,
  opens: hours === null ? null : from + hours * HOUR,
  closes: null,
});

test("open doors share a search, and so do doors that open within the same half hour", () => {
  const searches = searchesFor(
    [door(1, null), door(2, 1), door(3, 2.9), door(4, 5), door(5, 5.4), door(6, null)],
    from,
  );
  expect(
    searches.map(({ leaveFrom, windowS, doors }) => [
      (leaveFrom - from) / HOUR,
      windowS / HOUR,
      doors.map(({ key }) => key),
    ]),
  ).toEqual([
    [0, 4, [1, 6]],
    [0, 8.5, [2, 3]],
    [1, 8.5, [4, 5]],
  ]);
  expect(searchesFor([], from)).toEqual([]);
});

test("a door's search does not depend on the other doors, nor jump as its opening comes closer", () => {
  const alone = (hours: number, later: number) => searchesFor([door(1, hours)], from + later * HOUR)[0]!;
  const among = searchesFor([door(2, 4.2), door(1, 6), door(3, 7)], from).find(
    ({ doors }) => doors[0]!.key === 1,
  )!;
  expect(among.leaveFrom).toBe(alone(6, 0).leaveFrom);
  for (const later of [0, 1, 2.9, 3, 3.1, 5]) {
    const { leaveFrom, windowS } = alone(6, later);
    expect(leaveFrom).toBeLessThanOrEqual(Math.max(from + 2 * HOUR, from + later * HOUR));
    expect(leaveFrom + windowS).toBeGreaterThanOrEqual(from + 10 * HOUR);
  }
});

test("a place that lets people in twice is reached through its first door that can be", () => {
  const twice = placeOf(1, {
    hours: hoursOf("Mo-Su 12:00-07:00", { intake: "Mo-Su 16:00-18:00; Mo-Su 20:00-21:00" }),
  });
  const doors = doorsOf([twice], { timeZone: CHICAGO, from });
  expect(doors.map(({ key, placeId, opens }) => [key, placeId, told(opens)])).toEqual([
    [0, 1, null],
    [1, 1, "2026-01-15T20:00-06:00"],
  ]);
  const closed = { kind: "none", reason: "doors-closed" } as const;
  const late = wayOf({ enters: from + 3 * HOUR });
  const ways = (first: Way) =>
    byPlace(
      doors,
      new Map([
        [0, first],
        [1, late],
      ]),
    ).get(1);
  expect(ways(closed)).toBe(late);
  expect(ways(wayOf({ enters: from }))).not.toBe(late);
});
