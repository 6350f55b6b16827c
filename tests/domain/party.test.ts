import { expect, test } from "vitest";
import { isFamily, ONE_ADULT, people } from "~/domain/party";

test("everybody counts, and children make a family", () => {
  const family = { ...ONE_ADULT, adults: 2, childAges: [0, 9] };
  expect([people(ONE_ADULT), people(family)]).toEqual([1, 4]);
  expect([isFamily(ONE_ADULT), isFamily(family)]).toEqual([false, true]);
});
