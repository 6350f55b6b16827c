import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spelling, wordsOf } from "~/domain/where/street-words";

describe("the words that tell a name from others", () => {
  test.each([
    ["7th St & Minnesota Ave", ["7", "minnesota"]],
    ["GRAND @ OLIVE NB", ["grand", "olive"]],
    ["Seventh and Minnesota", ["7", "minnesota"]],
    ["twenty-first & Main", ["21", "main"]],
    ["la séptima y Minnesota", ["7", "minnesota"]],
    ["St. Louis & Broadway", ["louis", "broadway"]],
    ["Saint Louis", ["louis"]],
    ["North Ave & Grand", ["n", "grand"]],
    ["N Civic Dr and Parkside Dr", ["civic", "parkside"]],
    ["F Street", ["f"]],
    ["Avenue & Street", ["ave", "st"]],
    ["St. Mary's Rd", ["marys"]],
    ["Dr. Martin Luther King Jr. Blvd", ["mlk"]],
    ["7 th / minnesota", ["7", "minnesota"]],
    ["", []],
    ["&@+", []],
  ])("%j", (name, core) => expect(wordsOf(name).core).toEqual(core));

  test("a corner has two sides", () => {
    expect(wordsOf("7th & Minnesota").isCorner).toBe(true);
    expect(wordsOf("Hope House").isCorner).toBe(false);
  });
});

test("one spelling for all ways to type the same name", () => {
  const ways = [
    "7th & Minnesota",
    "7TH AND MINNESOTA",
    "7th at Minnesota",
    " 7 th/ minnesota ",
    "Seventh y Minnesota",
  ];
  expect(new Set(ways.map(spelling))).toEqual(new Set(["7 & minnesota"]));
});

test("any string has words, and spelling them again changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (name) => {
      expect(wordsOf(name).core.every((word) => word.length > 0)).toBe(true);
      const words = spelling(name);
      if (/^[a-z0-9 &]*$/.test(words))
        expect(spelling(words).split(" ").length).toBeLessThanOrEqual(words.split(" ").length);
    }),
  );
});
