import { expect, test } from "vitest";
import { doorwaysOf, emptyInside } from "~/transit/stations/doorways";
import { gridOf } from "~/transit/timetable/nearby";
import { placed } from "../picture";

const streets = gridOf(Float64Array.of(39, 39, 39), Float64Array.of(-94, -94.1, -94.2), 1.5);

test("where no feed has pathways there are none", () => {
  expect(doorwaysOf(emptyInside(), streets)).toBeNull();
});

test("each entrance has the stops behind it, and those are on the street no other way", () => {
  const inside = {
    ...emptyInside(),
    stationOf: new Map([[1, 1]]),
    entrances: [placed([0, 0]), placed([50, 0])],
  };
  inside.usual.into.push(
    { entrance: 1, stop: 2, metres: 20, fixedS: 7 },
    { entrance: 1, stop: 1, metres: 10, fixedS: 0 },
  );
  inside.usual.out.push({ entrance: 0, stop: 1, metres: 10, fixedS: 0 });
  inside.stepFree.into.push({ entrance: 1, stop: 1, metres: 10, fixedS: 0 });
  const doorways = doorwaysOf(inside, streets)!;
  expect(doorways.into).toMatchObject({
    first: Int32Array.of(0, 0, 2),
    stop: Int32Array.of(1, 2),
    metres: Float64Array.of(10, 20),
    fixedS: Int32Array.of(0, 7),
    only: Uint8Array.of(0, 1, 1),
  });
  expect(doorways.out).toMatchObject({ first: Int32Array.of(0, 1, 1), only: Uint8Array.of(0, 1, 0) });
  // Stop 2 has stairs only, and the street is not near it for that.
  expect(doorways.stepFreeInto).toMatchObject({ stop: Int32Array.of(1), only: Uint8Array.of(0, 1, 1) });
  expect(doorways.stepFreeOut).toMatchObject({ stop: Int32Array.of(), only: Uint8Array.of(0, 1, 0) });
  expect(doorways.into.grid.detour).toBe(1.5);
});
