import { expect, test } from "vitest";
import { NEVER_S } from "~/transit/timetable/footpaths";
import { changeSeconds, type NamedRule } from "~/transit/timetable/transfers";

const rule = (more: Partial<NamedRule>): NamedRule => ({
  fromRoute: -1,
  fromTrip: -1,
  toRoute: -1,
  toTrip: -1,
  minS: -1,
  forbidden: false,
  ...more,
});
const from = { trip: 1, route: 10 };
const to = { trip: 2, route: 20 };

test("a rule holds for the trips and routes it names, and the first one that holds counts", () => {
  const rules = [rule({ fromTrip: 1, toTrip: 2, minS: 30 }), rule({ fromRoute: 10, minS: 400 })];
  expect(changeSeconds(rules, from, to, 60)).toBe(30);
  expect(changeSeconds(rules, from, { trip: 3, route: 20 }, 60)).toBe(400);
  expect(changeSeconds(rules, { trip: 9, route: 11 }, to, 60)).toBe(60);
  expect(changeSeconds(undefined, from, to, 60)).toBe(60);
});

test("a forbidden change takes for ever, a rule without a time what everybody needs, none less than a second", () => {
  expect(changeSeconds([rule({ toRoute: 20, forbidden: true })], from, to, 60)).toBe(Infinity);
  expect(changeSeconds([rule({ toRoute: 20 })], from, to, 75)).toBe(75);
  expect(changeSeconds([rule({ toRoute: 20, minS: 0 })], from, to, 75)).toBe(1);
});

test("between stops that are not linked for everybody, a rule without a time takes walk and change", () => {
  expect(changeSeconds([rule({ fromRoute: 10 })], from, to, NEVER_S + 940)).toBe(940);
  expect(changeSeconds([rule({ fromRoute: 11 })], from, to, NEVER_S + 940)).toBe(NEVER_S + 940);
  expect(changeSeconds([rule({ fromRoute: 10, minS: 30 })], from, to, NEVER_S + 940)).toBe(30);
});

test("a rule for a repeated trip holds for each of its runs and no others", () => {
  const rules = [rule({ fromTrip: 4, fromRuns: 3, minS: 30 })];
  const by = (trip: number) => changeSeconds(rules, { trip, route: 10 }, to, 60);
  expect([3, 4, 5, 6, 7].map(by)).toEqual([60, 30, 30, 30, 60]);
});
