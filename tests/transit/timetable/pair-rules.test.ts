import { describe, expect, test } from "vitest";
import { NEVER_S, pairKey } from "~/transit/timetable/footpaths";
import { gridOf } from "~/transit/timetable/nearby";
import { namedRules, type PairRule, ruledLinks, rulesByPair } from "~/transit/timetable/pair-rules";
import { placed } from "../picture";

// Stops 0 and 1 are 130 m of street apart, stop 2 is 1,300 m from stop 0.
const points = [placed([0, 0]), placed([100, 0]), placed([1000, 0])];
const grid = gridOf(
  Float64Array.from(points, ({ lat }) => lat),
  Float64Array.from(points, ({ lon }) => lon),
);
const key = (from: number, to: number) => pairKey(from, to, points.length);

const rule = (from: number, to: number, more: Partial<PairRule> = {}): PairRule => ({
  from,
  to,
  stations: 0,
  fromRoute: -1,
  toRoute: -1,
  fromTrip: -1,
  toTrip: -1,
  minS: -1,
  forbidden: false,
  ...more,
});

type Changed = Parameters<typeof ruledLinks>[1]["changed"];

function links(rules: PairRule[], changed: Changed = new Map(), withSteps?: Changed) {
  const found = ruledLinks(rulesByPair(rules, 3), {
    changed,
    grid,
    linkM: 400,
    ...(withSteps && { withSteps }),
  });
  return (from: number, to: number) => found.get(key(from, to));
}

describe("of several rules for one pair", () => {
  const order = (...rules: PairRule[]) => rulesByPair(rules, 3).get(key(0, 1))!;

  test("GTFS' own order counts: trips, trip and route, a trip, routes, a route, everybody", () => {
    const ranked = [
      rule(0, 1, { fromTrip: 1, toTrip: 2 }),
      rule(0, 1, { fromTrip: 1, toRoute: 2 }),
      rule(0, 1, { toTrip: 2 }),
      rule(0, 1, { fromRoute: 1, toRoute: 2 }),
      rule(0, 1, { toRoute: 2 }),
      rule(0, 1, { minS: 600 }),
    ];
    expect(order(...ranked.toReversed())).toEqual(ranked);
  });

  test("a row that names the stops wins over one of their stations, and that over one of both stations", () => {
    const ranked = [2, 1, 0].map((stations) => rule(0, 1, { stations, minS: 60 * stations }));
    expect(order(...ranked)).toEqual(ranked.toReversed());
  });

  test("of equal ones the stricter counts, whichever stands first", () => {
    const [never, long, short, usual] = [{ forbidden: true }, { minS: 300 }, { minS: 60 }, {}].map((more) =>
      rule(0, 1, more),
    ) as [PairRule, PairRule, PairRule, PairRule];
    expect(order(short, usual, never, long)).toEqual([never, long, short, usual]);
    expect(order(long, never, usual, short)).toEqual([never, long, short, usual]);
  });
});

describe("a rule for everybody", () => {
  test("with a time takes that in the place of walk and change, one way only", () => {
    const link = links([rule(0, 1, { minS: 180 })]);
    expect(link(0, 1)).toMatchObject({ minS: 180 });
    expect(link(0, 1)!.metres).toBeCloseTo(130, 0);
    expect(link(1, 0)).toBeUndefined();
  });

  test("without a time links stops that are too far apart to be linked by themselves", () => {
    const link = links([rule(0, 2), rule(1, 1)]);
    expect(link(0, 2)).toMatchObject({ fixedS: 0, minS: -1 });
    expect(link(0, 2)!.metres).toBeCloseTo(1300, 0);
    expect(link(1, 1)).toEqual({ metres: 0, fixedS: 0, minS: -1 });
  });

  test("that forbids takes the pair away, a stop with itself too", () => {
    const link = links([rule(0, 1, { forbidden: true }), rule(0, 0, { forbidden: true })]);
    expect([link(0, 1), link(0, 0)]).toEqual([null, null]);
  });

  test("goes by the walk inside a station where there is one", () => {
    const inside = new Map([[key(0, 1), { metres: 20, fixedS: 45, minS: -1 }]]);
    expect(links([rule(0, 1)], inside)(0, 1)).toEqual({ metres: 20, fixedS: 45, minS: -1 });
    expect(links([rule(0, 1, { minS: 99 })], inside)(0, 1)).toEqual({ metres: 20, fixedS: 45, minS: 99 });
  });

  test("makes no ramp where there are only stairs", () => {
    const stairs = new Map([[key(0, 1), { metres: 20, fixedS: 45, minS: -1 }]]);
    expect(links([rule(0, 1, { minS: 60 })], new Map([[key(0, 1), null]]), stairs)(0, 1)).toBeNull();
  });

  test("means the stairs with its time: the way around them is walked in full", () => {
    const stairs = new Map([[key(0, 1), { metres: 20, fixedS: 45, minS: -1 }]]);
    const ramp = new Map([[key(0, 1), { metres: 180, fixedS: 0, minS: -1 }]]);
    const minS = (rules: PairRule) => links([rules], ramp, stairs)(0, 1)!.minS;
    expect([minS(rule(0, 1, { minS: 199 })), minS(rule(0, 1, { minS: 200 }))]).toEqual([-1, 200]);
    // The same way for everybody takes what the rule says.
    expect(links([rule(0, 1, { minS: 30 })], stairs, stairs)(0, 1)!.minS).toBe(30);
  });
});

describe("rules for some routes and trips", () => {
  function both(...rules: PairRule[]) {
    const byPair = rulesByPair(rules, 3);
    const found = ruledLinks(byPair, { changed: new Map(), grid, linkM: 400 });
    return { links: found, ...namedRules(byPair, found, 3) };
  }

  test("leave the general way as it is", () => {
    const { links: found, named, isNamed } = both(rule(0, 1, { fromRoute: 7, minS: 30 }));
    expect(found.get(key(0, 1))).toMatchObject({ fixedS: 0, minS: -1 });
    expect(named.get(key(0, 1))).toMatchObject([{ fromRoute: 7, minS: 30 }]);
    expect([...isNamed]).toEqual([1, 0, 0]);
  });

  test("link a pair for themselves only, where it is far apart or forbidden to others", () => {
    const far = both(rule(0, 2, { fromRoute: 7, minS: 30 }));
    expect(far.links.get(key(0, 2))).toMatchObject({ minS: NEVER_S });
    const forbidden = both(rule(0, 1, { forbidden: true }), rule(0, 1, { fromRoute: 7 }));
    expect(forbidden.links.get(key(0, 1))).toMatchObject({ minS: NEVER_S });
    expect(forbidden.named.get(key(0, 1))).toMatchObject([{ fromRoute: 7, minS: -1 }]);
  });

  test("that only forbid what is not linked are no rules, nor do they link it", () => {
    const { links: found, named } = both(rule(0, 2, { fromRoute: 7, forbidden: true }));
    expect(found.get(key(0, 2))).toBeNull();
    expect(named.size).toBe(0);
  });

  test("are kept only as far as they say something else than the general one", () => {
    const timed = Array.from({ length: 50 }, (_, trip) => rule(1, 1, { fromTrip: trip, toTrip: trip + 1 }));
    const { named, isNamed } = both(...timed);
    expect([named.size, ...isNamed]).toEqual([0, 0, 0, 0]);
    // The two trips need no more than everybody, although their routes need longer: both are kept.
    const mixed = both(
      rule(1, 1, { fromTrip: 1, toTrip: 2 }),
      rule(1, 1, { fromRoute: 7, minS: 900 }),
      rule(1, 1, { toRoute: 3 }),
    );
    expect(mixed.named.get(key(1, 1))).toMatchObject([{ toTrip: 2, minS: -1 }, { minS: 900 }]);
  });
});
