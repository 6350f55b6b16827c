import { describe, expect, test } from "vitest";
import { coldSeconds, coldTable, coldWeight, type ColdCurve, weightAt, windChill } from "~/domain/cold";

test.each([
  [0, 15, -19.4],
  [20, 10, 8.85],
  [10, 10, -3.54],
  [32, 10, 23.73],
  [-5, 20, -28.55],
  [-20, 20, -48.23],
  [40, 5, 36.47],
])("wind chill of %d F and %d mph is %d F, as the NWS has it", (temperature, wind, chill) => {
  expect(windChill(temperature, wind)).toBeCloseTo(chill, 2);
});

test.each([
  [51, 30],
  [20, 3],
  [-10, 0],
])("at %d F and %d mph the formula does not hold and the temperature is the answer", (temperature, wind) => {
  expect(windChill(temperature, wind)).toBe(temperature);
});

test.each([
  [60, 1],
  [32, 1],
  [16, 1.5],
  [0, 2],
  [-9, 2.5],
  [-18, 3],
  [-25, 6],
  [-32, 9],
  [-48, 18],
  [-70, 18],
])("at a wind chill of %d F a minute counts for %d", (chill, weight) => {
  expect(coldWeight(chill)).toBeCloseTo(weight, 10);
});

test("90 weighted minutes are the frostbite limit at each of its anchors", () => {
  expect(30 * coldWeight(-18)).toBe(90);
  expect(10 * coldWeight(-32)).toBe(90);
  expect(5 * coldWeight(-48)).toBe(90);
});

describe("a curve", () => {
  const evening: ColdCurve = { from: 1000, stepS: 100, weights: [1, 2, 5] };

  test("holds its first and last weight before and after", () => {
    expect([0, 999, 1000, 1099, 1100, 1250, 9999].map((at) => weightAt(evening, at))).toEqual([
      1, 1, 1, 1, 2, 5, 5,
    ]);
  });

  test("adds up exactly over steps", () => {
    expect(coldSeconds(evening, 1050, 1050)).toBe(0);
    expect(coldSeconds(evening, 900, 1050)).toBe(150);
    expect(coldSeconds(evening, 1050, 1310)).toBe(50 + 200 + 5 * 110);
  });

  test("as a table says the same as second by second", () => {
    const running = coldTable(evening, 950, 400);
    expect(running).toHaveLength(402);
    for (let i = 0; i <= 400; i++) {
      expect(running[i]).toBe(coldSeconds(evening, 950, 950 + i));
      expect(running[i + 1]! - running[i]!).toBe(weightAt(evening, 950 + i));
    }
  });
});

test("equal seconds in the same cold cost exactly the same, whenever they are", () => {
  for (const chill of [-5, 13.7, -40.1]) {
    const curve = { from: 0, stepS: 3600, weights: [coldWeight(chill)] as [number] };
    const running = coldTable(curve, 0, 30_000);
    for (const [from, until] of [
      [1, 625],
      [20_011, 20_635],
      [29_000, 29_624],
    ] as const)
      expect(running[until]! - running[from]!).toBe(624 * coldWeight(chill));
  }
});
