import { expect, test } from "vitest";
import { centsIn } from "~/domain/money";

test.each([
  ["80", 8_000],
  ["$80", 8_000],
  [" $ 80 ", 8_000],
  ["80 $", 8_000],
  ["1,250.50", 125_050],
  ["$1,250", 125_000],
  ["1250.05", 125_005],
  ["0", 0],
  ["100,000", 10_000_000],
])("%s is read", (typed, cents) => {
  expect(centsIn(typed)).toBe(cents);
});

test.each([
  ["nothing", ""],
  ["a word", "eighty"],
  ["below nothing", "-5"],
  ["more than the books take", "100,000.01"],
  ["huge", "99999999999999999999999"],
  ["a huge one with commas", "1,000,000,000,000"],
  ["thousands or cents", "1.250"],
  ["a comma that could be either", "12,5"],
  ["thirds of cents", "1.005"],
  ["tenths of dollars", "80.5"],
  ["two dots", "1.2.3"],
  ["an exponent", "1e5"],
  ["other digits", "٨٠"],
])("%s is not", (_what, typed) => {
  expect(centsIn(typed)).toBeNull();
});
