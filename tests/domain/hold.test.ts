import { expect, test } from "vitest";
import { askableFrom, holdUntil, laterArrival } from "~/domain/hold";

const NOON = 1_768_500_000;
const minutes = (count: number) => NOON + count * 60;

test.each([
  ["nobody knows when they come", null, 60],
  ["they are there in ten minutes", 10, 60],
  ["they were to be there an hour ago", -60, 60],
  ["they are there in half an hour", 30, 60],
  ["they are there in forty minutes", 40, 70],
  ["they are there in two hours", 120, 150],
  ["they are there in two and a half hours", 150, 180],
  ["they are there in three hours", 180, 180],
  ["they are there tomorrow", 1440, 180],
])("when %s, the hold stands %s -> %i minutes", (_words, arrives, stands) => {
  expect(holdUntil(NOON, arrives === null ? null : minutes(arrives))).toBe(minutes(stands));
});

test("a hold can be asked for as soon as it can stand until they come", () => {
  const arrives = minutes(400);
  expect(holdUntil(askableFrom(arrives), arrives)).toBe(arrives);
  expect(holdUntil(askableFrom(arrives) - 60, arrives)).toBeLessThan(arrives);
});

test.each([
  ["they were to come later", 20, 15, 35],
  ["they should be there already", -10, 30, 30],
  ["nobody knew when", null, 15, 15],
] as const)("the bus is late, and %s", (_words, arrives, late, then) => {
  expect(laterArrival(arrives === null ? null : minutes(arrives), late, NOON)).toBe(minutes(then));
});
