import { expect, test } from "vitest";
import { type Footpaths, footSeconds, linkSeconds, NEVER_S } from "~/transit/timetable/footpaths";
import { ADULT_PACE, FAMILY_PACE } from "~/transit/timetable/walking";

/** Ways to one stop, with what each takes. */
function ways(...links: { metres?: number; fixedS?: number; minS?: number }[]): Footpaths {
  return {
    first: Int32Array.of(0, links.length),
    from: Int32Array.from(links.keys()),
    metres: Float64Array.from(links, ({ metres = 0 }) => metres),
    fixedS: Int32Array.from(links, ({ fixedS = 0 }) => fixedS),
    minS: Int32Array.from(links, ({ minS = -1 }) => minS),
  };
}

test("takes whole seconds at the party's pace, and the change after them", () => {
  const footpaths = ways({}, { metres: 390 }, { metres: 390, fixedS: 45 });
  expect(footSeconds(footpaths, 1, FAMILY_PACE)).toBe(Math.ceil(390 / 0.9));
  expect([...linkSeconds(footpaths, FAMILY_PACE)]).toEqual([60, 434 + 60, 434 + 45 + 60]);
  expect(linkSeconds(footpaths, ADULT_PACE)[1]).toBe(390 / 1.2 + 60);
  expect(linkSeconds(footpaths, { ...FAMILY_PACE, changeS: 0 })[0]).toBe(1);
});

test("a time of transfers.txt replaces walk and change, and is at least a second", () => {
  const footpaths = ways({ metres: 390, minS: 180 }, { minS: 0 });
  expect([...linkSeconds(footpaths, FAMILY_PACE)]).toEqual([180, 1]);
  expect(footSeconds(footpaths, 0, FAMILY_PACE)).toBe(180);
});

test("a way for single routes and trips only is never made in time by others, and says what it would take", () => {
  const [never] = linkSeconds(ways({ metres: 900, fixedS: 5, minS: NEVER_S }), FAMILY_PACE);
  expect(never! - NEVER_S).toBe(1000 + 5 + 60);
  // A week and a walk more is still a number of 31 bits.
  expect(never! + 8 * 86_400).toBeLessThan(2 ** 31);
});
