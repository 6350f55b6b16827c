import { expect, test } from "vitest";
import { doorwaysOf, emptyInside, type Inside } from "~/transit/stations/doorways";
import { pairKey } from "~/transit/timetable/footpaths";
import { insideLinks } from "~/transit/stations/inside-links";
import { gridOf } from "~/transit/timetable/nearby";
import { type Place, placed } from "../picture";

// Stops 0 and 1 are platforms of one station, whose entrances lie 100 m to the west and the east; 2 is on the street.
const places: Place[] = [
  [0, 0],
  [0, 20],
  [200, 0],
];
const points = places.map(placed);
const grid = gridOf(
  Float64Array.from(points, ({ lat }) => lat),
  Float64Array.from(points, ({ lon }) => lon),
);

function links(more: { usual?: Partial<Inside["usual"]>; stepFree?: Partial<Inside["stepFree"]> }) {
  const none = emptyInside();
  const inside: Inside = {
    stationOf: new Map([
      [0, 0],
      [1, 0],
    ]),
    entrances: [placed([-100, 0]), placed([100, 0])],
    usual: { ...none.usual, ...more.usual },
    stepFree: { ...none.stepFree, ...more.stepFree },
  };
  const found = insideLinks(inside, doorwaysOf(inside, grid), { grid, linkM: 400 });
  const of = (map: typeof found.usual) => (from: number, to: number) => {
    const link = map.get(pairKey(from, to, 3));
    return link ? `${Math.round(link.metres)} m ${link.fixedS} s` : link;
  };
  return { usual: of(found.usual), stepFree: of(found.stepFree) };
}

const platforms = [
  { from: 0, to: 1, metres: 30, fixedS: 20 },
  { from: 1, to: 0, metres: 30, fixedS: 40 },
];

test("platforms are linked as pathways lead, and the street as if there were no station where it has no entrance", () => {
  const { usual, stepFree } = links({ usual: { between: platforms } });
  expect([usual(0, 1), usual(1, 0)]).toEqual(["30 m 20 s", "30 m 40 s"]);
  expect([usual(0, 2), usual(2, 0), usual(0, 0)]).toEqual([undefined, undefined, undefined]);
  expect([stepFree(0, 1), stepFree(1, 0)]).toEqual([null, null]);
});

test("platforms that pathways do not connect are not linked, near as they are", () => {
  const { usual } = links({ usual: { between: [platforms[0]!] } });
  expect([usual(0, 1), usual(1, 0)]).toEqual(["30 m 20 s", null]);
});

test("a stop on the street and a platform are linked through the best entrance, each way for itself", () => {
  const into = [
    { entrance: 0, stop: 0, metres: 10, fixedS: 0 },
    { entrance: 1, stop: 0, metres: 50, fixedS: 0 },
  ];
  const out = [{ entrance: 0, stop: 0, metres: 10, fixedS: 0 }];
  const { usual } = links({ usual: { into, out } });
  // East: 100 m of street x 1.3 and 50 m inside. West: 300 m x 1.3 and 10 m inside.
  expect([usual(2, 0), usual(0, 2)]).toEqual(["180 m 0 s", "400 m 0 s"]);
});

test("an entrance too far away links nothing, and the straight line is closed", () => {
  const { usual } = links({ usual: { into: [{ entrance: 0, stop: 0, metres: 10, fixedS: 0 }] } });
  expect(usual(2, 0)).toBe("400 m 0 s");
  const far = links({ usual: { out: [{ entrance: 0, stop: 1, metres: 10, fixedS: 0 }] } });
  expect(far.usual(1, 2)).toBe("400 m 0 s");
  const none = emptyInside();
  const remote: Inside = { ...none, stationOf: new Map([[0, 0]]), entrances: [placed([-5000, 0])] };
  remote.usual.into.push({ entrance: 0, stop: 0, metres: 10, fixedS: 0 });
  const { usual: closed } = insideLinks(remote, doorwaysOf(remote, grid), { grid, linkM: 400 });
  expect(closed.get(pairKey(2, 0, 3))).toBeNull();
  expect(closed.has(pairKey(0, 2, 3))).toBe(false);
});

test("two platforms may be linked out by one entrance and in by another", () => {
  const out = [{ entrance: 0, stop: 0, metres: 10, fixedS: 0 }];
  const into = [{ entrance: 1, stop: 1, metres: 20, fixedS: 5 }];
  expect(links({ usual: { out, into } }).usual(0, 1)).toBe("290 m 5 s");
});

test("without steps a platform behind stairs is linked with nothing on the street", () => {
  const into = [{ entrance: 1, stop: 0, metres: 50, fixedS: 0 }];
  const { usual, stepFree } = links({ usual: { into } });
  expect([usual(2, 0), stepFree(2, 0)]).toEqual(["180 m 0 s", null]);
});
