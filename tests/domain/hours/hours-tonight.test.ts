import { expect, test } from "vitest";
import type { Hours } from "~/domain/hours/hours";
import { hoursTonight } from "~/domain/hours/hours-tonight";
import { at, CHICAGO, hoursOf, told } from "../../support/hours";

const lines = (hours: Hours, now: string) => told(hoursTonight(hours, CHICAGO, at(now)));
const rule = { lowAtOrBelowF: 25, decidedAt: 480 };

test("a shelter says when it is open and when it lets people in", () => {
  const shelter = hoursOf("Mo-Su 18:00-07:00", { intake: "Mo-Su 18:00-21:00" });
  expect(lines(shelter, "2026-01-15 12:00")).toEqual([
    { kind: "open", from: "2026-01-15T18:00-06:00", until: "2026-01-16T07:00-06:00" },
    { kind: "lets-in", from: "2026-01-15T18:00-06:00", until: "2026-01-15T21:00-06:00" },
  ]);
});

test("letting in that is over is not said", () => {
  const shelter = hoursOf("Mo-Su 18:00-07:00", { intake: "Mo-Su 18:00-21:00" });
  expect(lines(shelter, "2026-01-15 22:00")).toEqual([
    { kind: "open", from: "2026-01-15T18:00-06:00", until: "2026-01-16T07:00-06:00" },
  ]);
});

test("a rule is said until staff's word is", () => {
  const cold = hoursOf("Mo-Su 18:00-07:00", { rule });
  expect(lines(cold, "2026-01-15 06:00")).toMatchObject([
    { kind: "rule", rule, decidesAt: "2026-01-15T08:00-06:00" },
    { kind: "open", from: "2026-01-15T18:00-06:00" },
  ]);
  const said = { night: "2026-01-15", open: false, saidAt: new Date(at("2026-01-15 07:52") * 1000) };
  expect(lines({ ...cold, words: [said] }, "2026-01-15 12:00")).toEqual([
    { kind: "said", open: false, saidAt: "2026-01-15T07:52-06:00" },
  ]);
});

test("a date with other hours says so, and unknown hours are said to be unknown", () => {
  const holiday = hoursOf("Mo-Su 18:00-07:00", { exceptions: [{ date: "2026-12-25", hours: null }] });
  expect(lines(holiday, "2026-12-25 12:00")).toEqual([{ kind: "other-hours" }]);
  expect(lines(hoursOf(""), "2026-12-25 12:00")).toEqual([{ kind: "unknown" }]);
});
