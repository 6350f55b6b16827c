import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressAmong } from "~/domain/where/addresses";
import type { Named } from "~/domain/where/where";

const at = (name: string, lat: number): Named => ({ kind: "place", name, lat, lon: -94.6 });
const gill = at("645 Nebraska Ave", 39.1181);
const main = at("625 Minnesota Ave", 39.1154);
const ember = at("1000 Minnesota Ave (sample)", 39.1152);
const addresses = [gill, main, ember];

describe("a place's own address", () => {
  test.each([
    ["645 Nebraska Ave", gill],
    ["645 nebraska", gill],
    ["  645  NEBRASKA AVE.", gill],
    ["645 Nebraska Ave, Kansas City", gill],
    ["1000 minnesota", ember],
    ["1000 Minnesota Ave (sample)", ember],
  ])("%j is found", (typed, { name, lat, lon }) => {
    expect(addressAmong(typed, addresses)).toEqual({ via: "place", words: name, lat, lon });
  });

  test.each(["Nebraska Ave", "645", "64 Nebraska", "645 Neb", "6450 Nebraska Ave", "7th & Minnesota", ""])(
    "%j is none",
    (typed) => expect(addressAmong(typed, addresses)).toBeNull(),
  );

  test("two places at one address are not told apart by it", () => {
    expect(addressAmong("645 Nebraska", [gill, { ...gill, lat: 39 }])).toBeNull();
  });

  test("any words get an answer", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (words) => void addressAmong(words, addresses)));
  });
});
