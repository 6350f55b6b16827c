import { expect, test } from "vitest";
import { groupsFor, type ListedGroup } from "~/domain/group";

const group = (name: string, zips: string[] = []): ListedGroup => ({
  groupId: 1,
  regionId: 1,
  name,
  about: null,
  zips,
});
const wyco = group("WyCo");
const argentine = group("Argentine", ["66106"]);
const west = group("West", ["66109"]);
const names = (zip: string | null, groups = [wyco, west, argentine]) =>
  groupsFor(groups, zip).map(({ name }) => name);

test("the group of that part of town is first, and those of other parts are left out", () => {
  expect(names("66106")).toEqual(["Argentine", "WyCo"]);
  expect(names("66101")).toEqual(["WyCo"]);
});

test("where nobody serves that part, every group can still be asked", () => {
  expect(names("66101", [west, argentine])).toEqual(["Argentine", "West"]);
});

test("without a ZIP code the groups of the whole region are first", () => {
  expect(names(null)[0]).toBe("WyCo");
  expect(names(null)).toHaveLength(1);
});
