import { describe, expect, test } from "vitest";
import { typedLine, typedLines } from "~/http/typed-words.server";

describe("what people typed", () => {
  test.each([
    ["  two\r\nlines\rand three  ", "two\nlines\nand three", "two lines and three"],
    ["a\u0000b\u0007c", "a b c", "a b c"],
    ["turned \u202eround\u2069", "turned round", "turned round"],
    ["an\u2028other", "an\nother", "an other"],
    ["camión, niño", "camión, niño", "camión, niño"],
  ])("%j is kept without what cannot be shown", (typed, lines, line) => {
    expect([typedLines(typed), typedLine(typed)]).toEqual([lines, line]);
  });

  test("that is a file, or is not there, is nothing; that is long ends at the most", () => {
    expect([typedLines(new File([], "x")), typedLines(null), typedLine(undefined)]).toEqual(["", "", ""]);
    expect([typedLines("a".repeat(20_000)).length, typedLine("abc", 2)]).toEqual([10_000, "ab"]);
  });
});
