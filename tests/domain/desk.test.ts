import { expect, test } from "vitest";
import type { DeskLine } from "~/domain/ask";
import { deskOrder, isLate, looksForPlace, minutesSince, suggestedAmong } from "~/domain/desk";
import type { Option } from "~/domain/tonight";

const NOW = new Date("2026-01-15T20:00:00-06:00");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const mother = { adults: 1, childAges: [6, 9], pets: [], wheelchair: false, together: true };
const man = { ...mother, childAges: [] };

function line(askId: string, more: Partial<DeskLine>): DeskLine {
  const none = { area: null, language: "en", risen: 0, who: null, unread: 0, isRead: false, like: [] };
  const open = { kinds: ["sleep" as const], party: man, closedAt: null, closedAs: null };
  return { askId, ...none, ...open, askedAt: ago(300), waitsSince: ago(10), ...more };
}

test("who waits is first, children before one adult, and whoever waits too long before all", () => {
  const lines = [
    line("answered", { waitsSince: null }),
    line("man", {}),
    line("ended", { waitsSince: null, closedAt: ago(60), closedAs: "helped" }),
    line("mother", { party: mother }),
    line("coat", { kinds: ["clothes"], waitsSince: ago(31) }),
    line("ended last", { waitsSince: null, closedAt: ago(5), closedAs: "helped" }),
  ];
  const ids = (of: DeskLine[]) => of.map(({ askId }) => askId);
  const cold = deskOrder(lines, true, NOW);
  expect(ids(cold.waiting)).toEqual(["coat", "mother", "man"]);
  expect(ids(cold.answered)).toEqual(["answered"]);
  expect(ids(cold.ended)).toEqual(["ended last", "ended"]);
  expect(ids(deskOrder(lines, false, NOW).waiting)).toEqual(["mother", "man", "coat"]);
});

test("half an hour is too long on a cold night, four hours on a mild one; who has a word waits for nothing", () => {
  expect(isLate(line("a", { waitsSince: ago(29) }), true, NOW)).toBe(false);
  expect(isLate(line("a", { waitsSince: ago(30) }), true, NOW)).toBe(true);
  expect(isLate(line("a", { waitsSince: ago(30) }), false, NOW)).toBe(false);
  expect(isLate(line("a", { waitsSince: ago(240) }), false, NOW)).toBe(true);
  expect(isLate(line("a", { waitsSince: null }), true, NOW)).toBe(false);
});

test("a wait is told in whole minutes, and never below none", () => {
  expect(minutesSince(new Date(NOW.getTime() - 119_000), NOW)).toBe(1);
  expect(minutesSince(new Date(NOW.getTime() + 5_000), NOW)).toBe(0);
});

test("places are looked for where somebody needs a night, a way or does not know what", () => {
  expect(looksForPlace(["sleep", "food"])).toBe(true);
  expect(looksForPlace(["unsure"])).toBe(true);
  expect(looksForPlace(["clothes", "bill", "talk", "phone", "food"])).toBe(false);
});

test("five at most are worth telling of, none that does not take them, in the order they came", () => {
  const option = (number: number, standing: Option["standing"], fit: "yes" | "no" = "yes") =>
    ({ number, standing, fit: { kind: fit } }) as Option;
  const options = [
    option(1, "takes-you"),
    option(2, "call"),
    option(3, "no"),
    option(4, "call", "no"),
    ...[5, 6, 7, 8].map((number) => option(number, "call")),
  ];
  expect(suggestedAmong(options).map(({ number }) => number)).toEqual([1, 2, 5, 6, 7]);
});
