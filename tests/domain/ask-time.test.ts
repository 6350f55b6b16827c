import { expect, test } from "vitest";
import { startOf } from "~/domain/ask-time";
import { at, CHICAGO, told, wall } from "../support/hours";

const start = (clock: string, now: string) =>
  told(startOf({ kind: "at", minutes: wall(clock) }, at(now), CHICAGO));

test.each([
  ["17:30", "2026-01-15 12:00", "2026-01-15T17:30-06:00", "later today"],
  ["17:30", "2026-01-15 17:30", "2026-01-15T17:30-06:00", "this minute"],
  ["17:30", "2026-01-15 17:31", "2026-01-16T17:30-06:00", "past: tomorrow"],
  ["02:30", "2026-03-07 20:00", "2026-03-08T03:30-05:00", "the hour the spring night skips"],
  ["01:30", "2026-10-31 20:00-05:00", "2026-11-01T01:30-05:00", "the hour the autumn night shows twice"],
  ["00:10", "2026-12-31 23:50", "2027-01-01T00:10-06:00", "the next year"],
])("%s asked at %s is %s: %s", (clock, now, from) => expect(start(clock, now)).toBe(from));

test.each([
  ["2026-01-15 17:25", "2026-01-15T17:30-06:00"],
  ["2026-01-15 17:31", "2026-01-16T05:30-06:00"],
  ["2026-01-15 05:00", "2026-01-15T05:30-06:00"],
])("half past five asked at %s is the next one, %s", (now, from) => {
  const asked = { kind: "at", minutes: 330, eitherHalf: true } as const;
  expect(told(startOf(asked, at(now), CHICAGO))).toBe(from);
});

test("a date with a time is that moment, past or to come", () => {
  const asked = { kind: "on", date: "2024-04-10", minutes: wall("17:00") } as const;
  expect(told(startOf(asked, at("2026-01-15 12:00"), CHICAGO))).toBe("2024-04-10T17:00-05:00");
});

test("now is now, to the second", () => {
  expect(startOf({ kind: "now" }, 1_800_000_017, CHICAGO)).toBe(1_800_000_017);
  expect(startOf({ kind: "at", minutes: wall("17:30") }, at("2026-01-15 17:30") + 17, CHICAGO)).toBe(
    at("2026-01-15 17:30") + 17,
  );
});
