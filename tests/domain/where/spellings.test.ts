import { expect, test } from "vitest";
import { canonical, joinedOrdinal } from "~/domain/where/spellings";

test.each([
  ["7th", "7"],
  ["007", "7"],
  ["21st", "21"],
  ["twelfth", "12"],
  ["thirtieth", "30"],
  ["septima", "7"],
  ["primera", "1"],
  ["avenida", "ave"],
  ["northbound", "n"],
  ["centre", "ctr"],
  ["saint", "st"],
  ["minnesota", "minnesota"],
  ["constructor", "constructor"],
  ["__proto__", "__proto__"],
])("%j is spelled %j", (word, spelled) => expect(canonical(word)).toBe(spelled));

test("tens and ones are one number", () => {
  expect(joinedOrdinal("twenty", "first")).toBe("21");
  expect(joinedOrdinal("ninety", "ninth")).toBe("99");
  expect(joinedOrdinal("twenty", "tenth")).toBeUndefined();
  expect(joinedOrdinal("", "first")).toBeUndefined();
});
