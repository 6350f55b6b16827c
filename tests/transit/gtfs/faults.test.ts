import { expect, test } from "vitest";
import { EnoughFaults, Faults, MOST_FAULTS } from "~/transit/gtfs/faults";

test("says stop after the twentieth fault", () => {
  const faults = new Faults();
  for (let i = 1; i < MOST_FAULTS; i++) faults.add("a.txt", i, null, "wrong");
  expect(() => faults.add("a.txt", MOST_FAULTS, null, "wrong")).toThrow(EnoughFaults);
  expect(faults.found).toHaveLength(MOST_FAULTS);
});

test("keeps as many warnings and goes on", () => {
  const faults = new Faults();
  for (let i = 0; i < 2 * MOST_FAULTS; i++) faults.warn("a.txt", i, null, "odd");
  expect(faults.warnings).toHaveLength(MOST_FAULTS);
  expect(faults.found).toEqual([]);
});
