import { describe, expect, test } from "vitest";
import { daysOf, departureTable, makeDepartureTable, minuteOf } from "~/transit/access/departures";
import { buildTimetable } from "~/transit/timetable/timetable";
import { dayNumber } from "~/transit/timetable/calendar";
import { feedFiles, feedOf, town, trip, type Drawing, type Place } from "../picture";

const firstDay = dayNumber("2026-01-14");
const stops: Record<string, Place> = { A: [0, 0], B: [2000, 0], C: [4000, 0] };
const DAY_NAMES = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/** Each departure as "A R0 Mo 10:05", in order. */
function told(timetable: ReturnType<typeof town>): string[] {
  const table = departureTable(timetable, firstDay);
  return timetable.stops.ids
    .flatMap((id, stop) =>
      [...table.when.subarray(table.first[stop], table.first[stop + 1])].map((when, i) => {
        const line = table.line[table.first[stop]! + i]!;
        const route = `${timetable.routes[table.routes[line]!]!.name.shortName}${table.directions[line]}`;
        const days = DAY_NAMES.filter((_, day) => (daysOf(when) >> day) & 1).join("+");
        const clock = [Math.floor(minuteOf(when) / 60), minuteOf(when) % 60];
        return `${id} ${route} ${days} ${clock.map((n) => String(n).padStart(2, "0")).join(":")}`;
      }),
    )
    .toSorted();
}

const calendar = { sat: "0,0,0,0,0,1,0,20260101,20260131", daily: "1,1,1,1,1,1,1,20260101,20260131" };
const drawing = (...trips: Drawing["trips"]): Drawing => ({ stops, trips, calendar });

describe("the departures of a usual week", () => {
  test("are those one may board, never at the last stop, without a call first", () => {
    const asking = trip("A 10:05:59", "B 10:30 no-on", "A 10:50", "C 11:00");
    asking.calls[2]!.pickup = "3";
    expect(told(town(drawing(asking, trip("B 12:00 ask-on", "C 12:10"))))).toEqual([
      "A R0 Mo+Tu+We+Th+Fr+Sa+Su 10:05",
    ]);
  });

  test("past midnight are the next day's, as if they were written there", () => {
    const saturday = { ...trip("A 25:10", "B 49:30", "C 50:00"), service: "sat" };
    expect(told(town(drawing(saturday)))).toEqual(["A R0 Su 01:10", "B R0 Mo 01:30"]);
  });

  test("are apart by route and direction", () => {
    const there = { ...trip("A 10:00", "B 10:30"), service: "sat" };
    const back = { ...trip("A 11:00", "C 11:30"), service: "sat", direction: "1" };
    const other = { ...trip("A 12:00", "C 12:30"), service: "sat", route: "Q" };
    expect(told(town(drawing(there, back, other)))).toEqual([
      "A Q0 Sa 12:00",
      "A R0 Sa 10:00",
      "A R1 Sa 11:00",
    ]);
  });

  test("of a trip that repeats are each of its runs, and are estimated where its times are", () => {
    const repeated = { ...trip("A 06:00", "B 06:30"), id: "often", service: "sat" };
    const often = town({ ...drawing(repeated), frequencies: ["often,08:00:00,09:00:00,1200,0"] });
    expect(told(often)).toEqual(["A R0 Sa 08:00", "A R0 Sa 08:20", "A R0 Sa 08:40"]);
    expect([...departureTable(often, firstDay).estimated]).toEqual([1]);
    expect([...departureTable(town(drawing(repeated)), firstDay).estimated]).toEqual([0]);
  });

  test("of an agency in another zone are told by the region's clock", () => {
    const denver = feedOf(
      feedFiles({ ...drawing({ ...trip("A 23:30", "B 24:10"), service: "sat" }), zone: "America/Denver" }),
    );
    const timetable = buildTimetable({ feeds: [denver], handRoutes: [], timeZone: "America/Chicago" });
    expect(told(timetable)).toEqual(["A R0 Su 00:30"]);
  });

  test("are none where nothing runs in the week", () => {
    const later = { later: "1,1,1,1,1,1,1,20260125,20260131", daily: calendar.daily };
    const timetable = town({
      stops,
      trips: [{ ...trip("A 10:00", "B 10:30"), service: "later" }],
      calendar: later,
    });
    expect(departureTable(timetable, firstDay)).toMatchObject({
      routes: new Int32Array(),
      when: new Int32Array(),
    });
  });
});

test("the table crosses to another thread, and comes the same in slices", () => {
  const timetable = town(drawing(trip("A 10:00", "B 10:30", "C 11:00")));
  const table = departureTable(timetable, firstDay);
  expect(structuredClone(table)).toEqual(table);
  const making = makeDepartureTable(timetable, firstDay);
  let step = making.next();
  let slices = 0;
  for (; !step.done; step = making.next()) slices++;
  expect(slices).toBeGreaterThan(0);
  expect(step.value).toEqual(table);
});
