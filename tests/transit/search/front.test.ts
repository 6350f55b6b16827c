import { describe, expect, test } from "vitest";
import { placeIn, putIn, tieAt } from "~/transit/search/front";
import { randomFrom } from "../random-town";

type Someone = { enters: number; cost: number; name: string };

const someone = (enters: number, cost: number, name = ""): Someone => ({ enters, cost, name });

describe("who comes to a front", () => {
  const front = [someone(10, 9), someone(20, 5), someone(30, 2)];

  test.each([
    ["before all", 5, 9, 0],
    ["as early as one and cheaper", 20, 4, 2],
    ["as early and as dear", 20, 5, 2],
    ["as early and dearer", 20, 6, -1],
    ["later and as dear", 25, 5, -1],
    ["later and cheaper", 25, 4, 2],
    ["last and cheapest", 40, 1, 3],
  ] as const)("%s", (_who, enters, cost, place) => {
    expect(placeIn(front, enters, cost)).toBe(place);
  });

  test("ties with nobody but who is as early and as dear", () => {
    expect(tieAt(front, 2, someone(20, 5))).toBe(front[1]);
    expect(tieAt(front, 2, someone(20, 4))).toBeUndefined();
    expect(tieAt(front, 0, someone(5, 9))).toBeUndefined();
  });
});

test("put in one after the other, in any order, they are the best of all", () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = randomFrom(seed);
    const all = Array.from({ length: 12 }, (_, i) =>
      someone(random.upTo(8), random.upTo(8), String.fromCharCode(97 + i)),
    );
    const front: Someone[] = [];
    for (const one of all) {
      const place = placeIn(front, one.enters, one.cost);
      if (place < 0) continue;
      const tie = tieAt(front, place, one);
      if (!tie || one.name < tie.name) putIn(front, place, one);
    }
    const isBetter = (a: Someone, b: Someone) =>
      a.enters <= b.enters && a.cost <= b.cost && (a.enters < b.enters || a.cost < b.cost || a.name < b.name);
    const best = all.filter((one) => !all.some((other) => isBetter(other, one)));
    expect(front).toEqual(best.toSorted((a, b) => a.enters - b.enters));
  }
});
