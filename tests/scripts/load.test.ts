import { expect, test } from "vitest";
import { measureLoad } from "../../scripts/load/measure";

test("a short load is answered in full, and nobody is left when all have gone", async () => {
  const asked = { seconds: 3, clients: 3, places: 500, regions: 10, viewers: 200 };
  const { reads, holds, viewers } = await measureLoad(asked, () => {});
  expect(Object.keys(reads.statuses)).toEqual(["200"]);
  // On to the page of the hold: each was taken.
  expect(Object.keys(holds.statuses)).toEqual(["302"]);
  expect(viewers).toEqual({ opened: 200, toldMs: expect.any(Number), left: 0 });
}, 180_000);
