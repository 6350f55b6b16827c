import { expect, test } from "vitest";
import { A_RIDE, priceOf } from "~/transit/search/price";

const cold = {
  curve: { from: 0, stepS: 60, weights: [1, 2] as [number, number] },
  from: 0,
  seconds: 120,
  perChange: 300,
};

test("the warmest way is charged the cold, and each change by the weight of its second", () => {
  const price = priceOf("warmest", cold);
  expect([0, 60, 120].map((s) => price.running[s])).toEqual([0, 60, 180]);
  expect(price.running[91]! - price.running[90]!).toBe(2);
  expect(price).toMatchObject({ perChange: 300, perRide: 0, perSecondLater: 0 });
});

test("with the fewest rides a ride less outweighs a day in the worst cold, and seconds still count exactly", () => {
  const worst = 18 * (24 * 3600) + 10 * 300 * 18;
  expect(priceOf("fewest-rides", cold).perRide).toBeGreaterThan(worst);
  expect(20 * A_RIDE + 1e-6 - 20 * A_RIDE).toBeGreaterThan(0);
});

test("the latest leaving is charged nothing but leaving earlier", () => {
  const price = priceOf("latest-leave", cold);
  expect(price.running.every((cost) => cost === 0)).toBe(true);
  expect(price).toMatchObject({ perChange: 0, perRide: 0, perSecondLater: 1 });
});
