import { expect, test } from "vitest";
import { cleaned, escaped, shown } from "~/transit/gtfs/shown";

test("writes out what cannot be seen", () => {
  expect(escaped("a\0b\u001b[31m\u202e")).toBe("a\\u0000b\\u001b[31m\\u202e");
  expect(escaped("7th & Peñón ☃")).toBe("7th & Peñón ☃");
});

test("shows words in quotes, on one line, and forty letters of them", () => {
  expect(shown("one\r\n\ttwo")).toBe('"one two"');
  expect(shown("x".repeat(100))).toBe(`"${"x".repeat(40)}"`);
  expect(shown("☃".repeat(39) + "🚌🚌")).toBe(`"${"☃".repeat(39)}🚌"`);
});

test("a name keeps its letters and loses its control characters", () => {
  expect(cleaned("Main \u0007& \n 5th\0")).toBe("Main & 5th");
  expect(cleaned("\u202eniaM")).toBe("niaM");
  expect(cleaned("Peñón  & 5th")).toBe("Peñón  & 5th");
});
