import { describe, expect, test } from "vitest";
import { gazetteerOf } from "~/domain/where/gazetteer";
import { carrying, cheapestOf, exactly, loosely } from "~/domain/where/readings";
import { wordsOf } from "~/domain/where/street-words";

const town = gazetteerOf(
  ["7th & Minnesota", "7th & Central", "Minne & Oak", "Minnesota & Oak"].map((name, index) => ({
    kind: "stop",
    name,
    lat: 39 + index / 100,
    lon: -94.6,
  })),
);
const words = (typed: string, reading: typeof exactly) =>
  carrying(wordsOf(typed), reading(town))
    .map(({ at }) => at.words)
    .toSorted();

describe("words carried by names", () => {
  test("as they are", () => {
    expect(words("minnesota", exactly)).toEqual(["7th & Minnesota", "Minnesota & Oak"]);
    expect(words("minnesota 7th", exactly)).toEqual(["7th & Minnesota"]);
    expect(words("minesota", exactly)).toEqual([]);
    expect(words("", exactly)).toEqual([]);
  });

  test("bent as little as possible: whole, then the end left off, then one letter wrong", () => {
    expect(words("minne oak", loosely)).toEqual(["Minne & Oak"]);
    expect(words("minn oak", loosely)).toEqual(["Minne & Oak", "Minnesota & Oak"]);
    expect(words("minesota oak", loosely)).toEqual(["Minnesota & Oak"]);
    expect(words("8th central", loosely)).toEqual([]);
  });
});

test("the cheapest of many are all that cost the least", () => {
  expect(cheapestOf([3, 1, 2, 1], (n) => n)).toEqual([1, 1]);
  expect(cheapestOf([], () => 0)).toEqual([]);
});
