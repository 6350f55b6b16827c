import { describe, expect, test } from "vitest";
import { gazetteerOf } from "~/domain/where/gazetteer";
import { matchesOf, zipIn } from "~/domain/where/matches";

const names = [
  "7th & Minnesota",
  "7th & Central",
  "Forest & Park",
  "Forest Park & Euclid",
  "Skinker & Forest Park",
  "Grand",
  "Grand & Park",
];
const town = gazetteerOf(
  names.map((name, index) => ({ kind: "stop", name, lat: 39 + index / 100, lon: -94.6 })),
  "Kansas City, Kansas",
);
const found = (typed: string) => matchesOf(typed, town).entries.map(({ at }) => at.words);

describe("the effort tells exact words from bent ones", () => {
  test.each([
    ["7th & Minnesota", 0],
    ["minnesota 7th", 0],
    ["7th & Minesota", 1],
    ["7th & Minnesota Kansas City KS", 2],
  ])("%j", (typed, effort) => expect(matchesOf(typed, town).effort).toBe(effort));

  test("nothing found is no effort at all", () => {
    expect(matchesOf("nowhere", town)).toEqual({ entries: [], effort: Infinity });
  });
});

test("two words without a sign between are a corner, and a phrase in other names too", () => {
  expect(found("forest park")).toEqual(["Forest & Park", "Forest Park & Euclid", "Skinker & Forest Park"]);
  expect(found("forest & park")).toEqual(["Forest & Park"]);
});

test("a name that is whole goes before longer ones", () => {
  expect(found("grand")).toEqual(["Grand"]);
  expect(found("grand park")).toEqual(["Grand & Park"]);
});

test("a house number alone does not stand for a street, and a lone number for nothing", () => {
  expect(found("700 central")).toEqual(["7th & Central"]);
  expect(found("700")).toEqual([]);
});

test.each([
  ["66101", "66101"],
  ["7th & Main, 66101", "66101"],
  ["66101 Kansas City", "66101"],
  ["66101-1234", "66101"],
  ["661011", null],
  ["x66101", null],
  ["7th & Main", null],
])("the ZIP in %j is %j", (words, zip) => expect(zipIn(words)).toBe(zip));
