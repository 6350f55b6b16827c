import { expect, test } from "vitest";
import { reminderDue } from "~/domain/reminder";
import { at, CHICAGO, hoursOf } from "../support/hours";

const rule = { lowAtOrBelowF: 25, decidedAt: 480 };
const cold = hoursOf("Mo-Su 18:00-07:00", { rule });
const due = (now: string, hours = cold) => reminderDue(hours, CHICAGO, at(now));

test.each([
  ["2026-01-15 07:29", null],
  ["2026-01-15 07:30", "soon"],
  ["2026-01-15 07:59", "soon"],
  ["2026-01-15 08:00", "now"],
  ["2026-01-15 08:59", "now"],
  ["2026-01-15 09:00", null],
  ["2026-01-15 18:00", null],
])("at %s, of what is decided by 8 am: %s", (now, stage) => {
  expect(due(now)).toEqual(stage && { night: "2026-01-15", stage });
});

test("while last night is still open the coming one is asked about", () => {
  const early = { ...cold, rule: { ...rule, decidedAt: 360 } };
  expect(due("2026-01-15 05:45", early)).toEqual({ night: "2026-01-15", stage: "soon" });
});

test("on the nights when clocks change it is 8 am by the wall", () => {
  expect(due("2026-03-08 07:40-05:00")).toEqual({ night: "2026-03-08", stage: "soon" });
  expect(due("2026-11-01 08:10-06:00")).toEqual({ night: "2026-11-01", stage: "now" });
});

test("nobody is reminded of what is decided, of a closed day, out of season, or without an hour", () => {
  const saidAt = new Date(at("2026-01-15 06:00") * 1000);
  for (const open of [true, false])
    expect(due("2026-01-15 07:40", { ...cold, words: [{ night: "2026-01-15", open, saidAt }] })).toBeNull();
  expect(due("2026-01-15 07:40", { ...cold, exceptions: [{ date: "2026-01-15", hours: null }] })).toBeNull();
  const winter = hoursOf("Mo-Su 18:00-07:00 2025-11-01..2026-03-31", { rule });
  expect(due("2026-01-15 07:40", winter)).not.toBeNull();
  expect(due("2026-07-15 07:40-05:00", winter)).toBeNull();
  expect(due("2026-01-15 07:40", { ...cold, rule: null })).toBeNull();
  expect(due("2026-01-15 07:40", { ...cold, rule: { ...rule, decidedAt: null } })).toBeNull();
});
