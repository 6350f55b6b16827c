import { expect, test } from "vitest";
import { linksAway } from "~/transit/search/away";

test("the ways that lead to a stop, turned round; kept for the footpaths they are of", () => {
  // To 0 from 0 and 2, to 1 from nowhere, to 2 from 0 and 1.
  const footpaths = { first: Int32Array.of(0, 2, 2, 4), from: Int32Array.of(0, 2, 0, 1) };
  const { first, to } = linksAway(footpaths);
  const from = (stop: number) => [...to.subarray(first[stop], first[stop + 1])];
  expect([0, 1, 2].map(from)).toEqual([[0, 2], [2], [0]]);
  expect(linksAway(footpaths)).toBe(linksAway(footpaths));
});
