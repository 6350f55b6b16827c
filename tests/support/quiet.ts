import { afterEach, beforeEach, expect, vi } from "vitest";

// Anything a test writes to console.error is a fault nobody has looked at yet.
let complaints: unknown[][] = [];

beforeEach(() => {
  complaints = [];
  vi.spyOn(console, "error").mockImplementation((...words) => void complaints.push(words));
});

afterEach(() => {
  expect(complaints, "console.error was called").toEqual([]);
});
