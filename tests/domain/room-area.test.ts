import { expect, test } from "vitest";
import type { Journey } from "~/domain/journey";
import { areasInOrder } from "~/domain/room-area";

const area = (cell: string, coldMinutes: number | null) => ({
  cell,
  center: { lat: 39, lon: -94 },
  outline: [],
  best:
    coldMinutes === null
      ? null
      : ({ leaveBy: 0, enters: 600, coldMinutes, outdoorS: coldMinutes * 60 } as Journey),
});

test("the warmest way comes first, an area without a way last, equal ones by their cell", () => {
  const areas = [area("d", null), area("c", 30), area("b", 4), area("a", 30), area("e", null)];
  expect(areasInOrder(areas).map(({ cell }) => cell)).toEqual(["b", "a", "c", "d", "e"]);
  expect(areasInOrder(areas.toReversed())).toEqual(areasInOrder(areas));
});
