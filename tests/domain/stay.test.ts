import { expect, test } from "vitest";
import {
  alarmOf,
  byPressure,
  careOf,
  daysLeft,
  missing,
  nights,
  owed,
  tooMuch,
  type CheckIn,
} from "~/domain/stay";

const money = (cost: number, promised = 0, vendor = 0, group = 0) => ({ cost, promised, vendor, group });

test.each([
  ["nobody has promised anything", money(35_000), 35_000, 35_000],
  ["half is promised", money(35_000, 17_500), 17_500, 35_000],
  ["part is paid, part lies in the group's account", money(35_000, 5_000, 20_000, 10_000), 0, 15_000],
  ["more than it costs", money(10_000, 0, 12_000), 0, -2_000],
])("%s", (_what, of, gap, rest) => {
  expect(missing(of)).toBe(gap);
  expect(owed(of)).toBe(rest);
});

test.each([
  ["a week", "2026-01-27T17:00:00Z", { kind: "days", days: 7 }],
  ["a minute less than two days is one", "2026-01-22T16:59:00Z", { kind: "days", days: 1 }],
  ["the last day", "2026-01-21T16:00:00Z", { kind: "hours", hours: 23 }],
  ["the last minutes", "2026-01-20T17:30:00Z", { kind: "hours", hours: 0 }],
  ["the very end", "2026-01-20T17:00:00Z", { kind: "over" }],
  ["long over", "2026-01-01T17:00:00Z", { kind: "over" }],
])("%s is left", (_what, endsAt, left) => {
  expect(daysLeft({ endsAt: new Date(endsAt) }, new Date("2026-01-20T17:00:00Z"))).toEqual(left);
});

test("nights are counted by dates, over the change of the clock as well", () => {
  expect(nights({ arrivesOn: "2026-03-06", leavesOn: "2026-03-13" })).toBe(7);
});

test.each([
  ["four days before", "2026-01-24T17:00:00Z", null],
  ["three days before, to the hour", "2026-01-23T17:00:00Z", null],
  ["less than three days before", "2026-01-23T16:59:00Z", "three-days"],
  ["less than a day before", "2026-01-21T16:59:00Z", "one-day"],
  ["at the hour", "2026-01-20T17:00:00Z", "past"],
])("an alarm %s", (_what, endsAt, alarm) => {
  expect(alarmOf({ endsAt: new Date(endsAt) }, new Date("2026-01-20T17:00:00Z"))).toBe(alarm);
});

test("what is promised and paid beyond the cost is said", () => {
  expect(tooMuch(money(10_000, 4_000, 5_000, 3_000))).toBe(2_000);
  expect(tooMuch(money(10_000, 4_000))).toBe(0);
});

const at = (minutes: number) => new Date(Date.parse("2026-01-20T12:00:00Z") + minutes * 60_000);
const asked = (minutes: number, answer: CheckIn["answer"] = null, answered = minutes + 5): CheckIn => ({
  dueAt: at(minutes),
  what: "daily",
  answer,
  answeredAt: answer && at(answered),
});

test.each<[string, CheckIn[], Date | null, ReturnType<typeof careOf>]>([
  ["nobody has asked", [], null, { kind: "unasked" }],
  ["asked a short while ago", [asked(61)], null, { kind: "unasked" }],
  ["silent for an hour", [asked(0, "all-right"), asked(60)], null, { kind: "silent", since: at(60) }],
  ["all right since", [asked(0, "call-me"), asked(50, "all-right")], null, { kind: "all-right", at: at(55) }],
  [
    "the newest answer counts",
    [asked(0, "call-me", 90), asked(50, "all-right")],
    null,
    { kind: "call-me", at: at(90) },
  ],
  ["they want to leave", [asked(0, "all-right")], at(3), { kind: "want-out", at: at(3) }],
])("how they are: %s", (_what, checkIns, wantsOutAt, care) => {
  expect(careOf({ checkIns, wantsOutAt }, at(120))).toEqual(care);
});

test("who wants to leave comes first, then whom to call, then what ends soon, then the rest by its last day", () => {
  const stay = (vendor: string, days: number, checkIns: CheckIn[] = [], wantsOutAt: Date | null = null) => ({
    vendor,
    endsAt: at(days * 1_440),
    checkIns,
    wantsOutAt,
  });
  const stays = [
    stay("later", 9),
    stay("sooner", 5),
    stay("ends soon", 2),
    stay("silent", 8, [asked(0)]),
    stay("wants out", 7, [], at(0)),
  ];
  expect(byPressure(stays, at(120)).map(({ vendor }) => vendor)).toEqual([
    "wants out",
    "silent",
    "ends soon",
    "sooner",
    "later",
  ]);
});
