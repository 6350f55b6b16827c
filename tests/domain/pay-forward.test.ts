import { expect, test } from "vitest";
import type { AskEnd } from "~/domain/ask";
import { groupToJoin } from "~/domain/pay-forward";

const listed = [
  { groupId: 3, regionId: 1, name: "Argentine Neighbors", about: null, zips: [] },
  { groupId: 7, regionId: 1, name: "WyCo Mutual Aid", about: null, zips: [] },
];

test.each([
  ["while the ask is open", null, null],
  ["when they were helped", "helped", 7],
  ["when others help them", "elsewhere", 7],
  ["when they did not need it any more", "withdrawn", null],
  ["when nobody reached them", "no-contact", null],
  ["when they asked twice", "duplicate", null],
] as [string, AskEnd | null, number | null][])("joining %s", (_when, closedAs, groupId) => {
  expect(groupToJoin({ closedAs, group: "WyCo Mutual Aid" }, listed)).toBe(groupId);
});

test("a group that is closed takes nobody", () => {
  expect(groupToJoin({ closedAs: "helped", group: "Gone" }, listed)).toBeNull();
});
