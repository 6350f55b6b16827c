import { expect, test } from "vitest";
import { doorsOf, paceOf, searchesFor } from "~/data/ways.server";
import { ONE_ADULT } from "~/domain/party";
import type { Door } from "~/transit/doors";
import { ADULT_PACE, FAMILY_PACE, STROLLER_PACE } from "~/transit/walking";
import { at, CHICAGO, hoursOf, told } from "../support/hours";
import { placeOf } from "../support/options";

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
  expect(doors.map(({ key, opens, closes }) => [key, told(opens), told(closes)])).toEqual([
    [1, "2026-01-15T18:00-06:00", "2026-01-15T21:00-06:00"],
    [2, null, "2026-01-15T20:00-06:00"],
    [3, null, null],
    [6, null, null],
  ]);
});

test("one search serves every door that opens within its departures, a later door has its own", () => {
  const door = (key: number, hours: number | null): Door => ({
    key,
    lat: 39,
    lon: -94,
    opens: hours === null ? null : from + hours * HOUR,
    closes: null,
  });
  const searches = searchesFor(
    [door(4, 9), door(1, null), door(2, 4), door(5, 11.5), door(3, 4.1), door(6, 7)],
    from,
  );
  expect(
    searches.map(({ leaveFrom, doors }) => [(leaveFrom - from) / HOUR, doors.map(({ key }) => key)]),
  ).toEqual([
    [0, [1, 2]],
    [2.6, [3]],
    [5.5, [6, 4]],
    [10, [5]],
  ]);
  expect(searchesFor([], from)).toEqual([]);
});
