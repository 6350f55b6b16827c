import { expect, test } from "vitest";
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
