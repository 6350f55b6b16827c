import { expect, test } from "vitest";
import { byUrgency, urgency, type AskKind } from "~/domain/ask";
import type { Party } from "~/domain/party";

const now = new Date("2026-01-20T02:00:00Z");
const party = (childAges: number[] = []): Party => ({
  adults: 1,
  childAges,
  pets: [],
  wheelchair: false,
  together: true,
});
const ask = (
  name: string,
  minutes: number | null,
  kinds: AskKind[] = ["food"],
  childAges: number[] = [],
) => ({
  name,
  kinds,
  party: party(childAges),
  askedAt: new Date(now.getTime() - (minutes ?? 0) * 60_000),
  waitsSince: minutes === null ? null : new Date(now.getTime() - minutes * 60_000),
});
const order = (isCold: boolean, ...asks: ReturnType<typeof ask>[]) =>
  byUrgency(asks, isCold, now).map(({ name }) => name);

test("children without a place to sleep come before clothes that were asked for earlier", () => {
  const clothes = ask("clothes", 20, ["clothes"]);
  const family = ask("family", 5, ["sleep"], [6, 9]);
  expect(order(true, clothes, family)).toEqual(["family", "clothes"]);
});

test("who has waited past the time comes first, whatever it is about", () => {
  const clothes = ask("clothes", 31, ["clothes"]);
  const family = ask("family", 29, ["sleep"], [6, 9]);
  expect(order(true, family, clothes)).toEqual(["clothes", "family"]);
  expect(order(false, clothes, family)).toEqual(["family", "clothes"]);
});

test("of two alike the longer wait is first, and answered ones are last", () => {
  expect(order(true, ask("new", 1), ask("answered", null), ask("old", 10))).toEqual([
    "old",
    "new",
    "answered",
  ]);
});

test("a cold night makes a place to sleep more urgent, and nothing less", () => {
  const family = ask("family", 10, ["sleep"], [6]);
  expect(urgency(family, true, now)).toBeGreaterThan(urgency(family, false, now));
  expect(urgency(ask("done", null), true, now)).toBe(0);
});

test("a clock that runs behind makes nobody wait less than nothing", () => {
  expect(urgency(ask("from the future", -5), true, now)).toBeGreaterThan(0);
});
