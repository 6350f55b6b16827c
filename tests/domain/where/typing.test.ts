import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isForgiven, isOneLetterOff } from "~/domain/where/typing";

test.each([
  ["minnesota", "minnesota", true],
  ["minesota", "minnesota", true],
  ["minnnesota", "minnesota", true],
  ["minnezota", "minnesota", true],
  ["minneosta", "minnesota", true],
  ["minnosete", "minnesota", false],
  ["minota", "minnesota", false],
  ["", "a", true],
  ["ab", "ba", true],
  ["abc", "cba", false],
])("%j for %j", (typed, meant, forgiven) => expect(isOneLetterOff(typed, meant)).toBe(forgiven));

test("numbers and short words are never forgiven", () => {
  expect(["7th", "12", "oak", "10th", "lake"].map(isForgiven)).toEqual([false, false, false, false, true]);
});

test("agrees with the edit distance in which a swap of neighbours is one edit", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isOneLetterOff(a, b)).toBe(editsBetween(a, b) <= 1);
      expect(isOneLetterOff(a, b)).toBe(isOneLetterOff(b, a));
    }),
    { numRuns: 2000 },
  );
});

/** Optimal string alignment, the slow and obvious way. */
function editsBetween(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const swap = a[0] === b[1] && a[1] === b[0] ? [1 + editsBetween(a.slice(2), b.slice(2))] : [];
  return Math.min(
    (a[0] === b[0] ? 0 : 1) + editsBetween(a.slice(1), b.slice(1)),
    1 + editsBetween(a.slice(1), b),
    1 + editsBetween(a, b.slice(1)),
    ...(a.length > 1 && b.length > 1 ? swap : []),
  );
}
