import { expect, test } from "vitest";
import { EnoughFaults, Faults, MOST_FAULTS, MOST_FAULTY_ROWS } from "~/transit/gtfs/faults";
import { said } from "./rows";

test("shows twenty at most, and as many warnings", () => {
  const faults = new Faults();
  for (let i = 0; i < 2 * MOST_FAULTS; i++) {
    faults.add("a.txt", i, null, `wrong ${i}`);
    faults.warn("a.txt", i, null, `odd ${i}`);
  }
  expect(said(faults)).toHaveLength(MOST_FAULTS);
  expect(said(faults)[0]).toBe("a.txt:0 null: wrong 0");
  expect(faults.warnings).toHaveLength(MOST_FAULTS);
});

test("a warning is no fault", () => {
  const faults = new Faults();
  faults.warn("a.txt", 1, null, "odd");
  expect([faults.sound, faults.isSound("a.txt"), faults.found]).toEqual([true, true, []]);
});

test("says equal ones once, with how many rows and the first line, however late it was met", () => {
  const faults = new Faults();
  for (const line of [7, 3, 9]) faults.add("a.txt", line, "stop_id", '"Z" is not in stops.txt');
  faults.add("a.txt", 4, "parent", '"Z" is not in stops.txt');
  expect(said(faults)).toEqual([
    'a.txt:3 stop_id: "Z" is not in stops.txt (3 rows; this is the first)',
    'a.txt:4 parent: "Z" is not in stops.txt',
  ]);
});

test("a file full of faults leaves room for the files after it", () => {
  const faults = new Faults();
  for (let i = 0; i < 100; i++) faults.add("a.txt", i, null, `wrong ${i}`);
  for (let i = 0; i < 3; i++) faults.add("b.txt", i, null, `wrong ${i}`);
  const lines = said(faults);
  expect(lines).toHaveLength(MOST_FAULTS);
  expect(lines.slice(-4)).toEqual([
    "a.txt:16 null: wrong 16",
    "b.txt:0 null: wrong 0",
    "b.txt:1 null: wrong 1",
    "b.txt:2 null: wrong 2",
  ]);
});

test("says stop after a hundred thousand rows, and that there may be more", () => {
  const faults = new Faults();
  for (let i = 1; i < MOST_FAULTY_ROWS; i++) faults.add("a.txt", i, null, "wrong");
  expect(() => faults.add("a.txt", MOST_FAULTY_ROWS, null, "wrong")).toThrow(EnoughFaults);
  expect(said(faults)).toEqual(["a.txt:1 null: wrong (at least 100,000 rows; this is the first)"]);
});
