import { expect, test } from "vitest";
import { nearestOf } from "~/domain/where/nearest";

test("the nearest of some points; of none, none", () => {
  const [near, far] = [
    { name: "66101", lat: 39.12, lon: -94.63 },
    { name: "66109", lat: 39.15, lon: -94.8 },
  ];
  expect(nearestOf([far, near], { lat: 39.115, lon: -94.62 })).toBe(near);
  expect(nearestOf([], near)).toBeNull();
});
