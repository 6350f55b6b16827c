import { expect, test } from "vitest";
import { measureLoad } from "../../scripts/load/measure";

test("a short load is answered in full, slow connections beside it or not, and nobody is left when all have gone", async () => {
  const asked = { seconds: 2, clients: 3, places: 500, regions: 10, stops: 400, viewers: 200, slow: 300 };
  const { phases, inCity, viewers, slow } = await measureLoad(asked, () => {});
  const { holds, ...lists } = phases;
  const { memoryMb, ...ofCity } = inCity!;
  for (const { statuses, cost } of [...Object.values(lists), ...Object.values(ofCity)]) {
    expect(Object.keys(statuses)).toEqual(["200"]);
    expect(cost.app).toBeGreaterThan(0);
  }
  expect(memoryMb).toBeGreaterThan(100);
  // On to the page of the hold: each was taken.
  expect(Object.keys(holds.statuses)).toEqual(["302"]);
  expect(holds.cost.database).toBeGreaterThan(0);
  expect(slow.opened).toBe(300);
  expect(viewers).toEqual({ opened: 200, toldMs: expect.any(Number), left: 0 });
}, 180_000);
