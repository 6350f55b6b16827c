/** What must follow when a question or a town is changed, whatever the right answer is. No cut, a fixed end. */
import { describe, expect, test } from "vitest";
import * as changed from "../changed-sketch";
import { EVERYTHING, type Features, type Random, randomFrom, randomSketch } from "../random-town";
import type { Sketch } from "../sketch";
import { askedOf, pictureOf } from "../sketch-told";
import { AIMS, foundFronts, type Front, type Fronts } from "./found-fronts";

const { asking, atPace } = changed;
const SEEDS = Array.from({ length: 40 }, (_, i) => 50_000 + i);
const MIDDAY_S = 10 * 3600;
const frontsOf = (sketch: Sketch) => foundFronts(sketch, askedOf(sketch));

/** One cold all night: who leaves a room or walks all the way goes at once, and milder air would make later better. */
function townOf(seed: number, features: Features): { sketch: Sketch; random: Random } {
  const random = randomFrom(seed);
  const sketch = randomSketch(random, seed % 3 === 0 ? 0 : MIDDAY_S, 30, features);
  return { random, sketch: asking(sketch, { cold: { from: 0, stepS: 3600, weights: [1] } }) };
}

function isAsGood(point: Front[number], as: Front[number]): boolean {
  if (point.enters! > as.enters!) return false;
  if (point.leave !== undefined) return point.leave >= as.leave!;
  const fewer = (as.rides ?? 0) - (point.rides ?? 0);
  return fewer > 0 || (fewer === 0 && point.cost! <= as.cost!);
}

/** With times that do not count from when leaving is first possible. */
function onTheClock(sketch: Sketch): Fronts {
  const { leaveFrom } = sketch.question;
  const later = ({ enters, leave, ...rest }: Front[number]) => ({
    ...rest,
    enters: enters! + leaveFrom,
    ...(leave === undefined ? {} : { leave: leave + leaveFrom }),
  });
  const fronts = frontsOf(sketch);
  return Object.fromEntries(AIMS.map((aim) => [aim, fronts[aim].map((front) => front.map(later))])) as Fronts;
}

/** Every point of `worse` has one in `better` that is as good in every way. */
function expectCovered(worse: Fronts, better: Fronts, town: string): void {
  for (const aim of AIMS)
    worse[aim].forEach((front, door) => {
      for (const point of front)
        if (!better[aim][door]!.some((other) => isAsGood(other, point)))
          expect.fail(`${aim}, door ${door}, ${JSON.stringify([point, better[aim][door]])}\n${town}\n`);
    });
}

type Worse = (sketch: Sketch, random: Random) => Sketch | { worse: Sketch; better: Sketch };

const NEVER_WORSE: [who: string, features: Features, worse: Worse, least: number][] = [
  [
    "who may leave earlier",
    EVERYTHING,
    (s) => {
      const better = changed.farDoors(asking(s, { windowS: 9000 }), 0);
      return { better, worse: changed.leavingLater(better, 3000) };
    },
    5,
  ],
  ["who may leave until later", EVERYTHING, (s) => asking(s, { windowS: 1800 }), 10],
  ["who has some trips more", EVERYTHING, changed.someTripsLess, 10],
  ["who walks faster", EVERYTHING, (s) => atPace(s, { metresPerSecond: 0.6 }), 10],
  ["who needs less time to change", EVERYTHING, (s) => atPace(s, { changeS: 240 }), 5],
  ["who needs less time before the first bus", EVERYTHING, (s) => atPace(s, { slackS: 300 }), 10],
  ["who fears a change less", EVERYTHING, (s) => atPace(s, { boardingPenaltyS: 900 }), 5],
  ["who finds a warm room more", EVERYTHING, (s) => asking(s, { rooms: s.question.rooms.slice(1) }), 3],
  ["whose warm rooms are open for longer", { rooms: true }, changed.shorterHours, 1],
  [
    "whose doors close later",
    EVERYTHING,
    (s) => ({ better: changed.farDoors(s, 0), worse: changed.farDoors(s, 1200) }),
    2,
  ],
  ["who uses no wheelchair", EVERYTHING, (s) => asking(s, { wheelchair: true }), 0],
  [
    "who can call first",
    EVERYTHING,
    (s) => ({ better: asking(s, { callFirst: true }), worse: asking(s, { callFirst: false }) }),
    5,
  ],
  ["who can stay aboard", { blocks: true, rooms: true }, changed.withoutBlocks, 5],
  [
    "who can change quicker",
    { rooms: true, blocks: true },
    (s, random) => ({ worse: s, better: changed.withQuickChanges(s, random) }),
    3,
  ],
  [
    "who knows the times exactly",
    { repeats: true, rooms: true },
    (s) => ({ better: changed.repeating(s, true), worse: changed.repeating(s, false) }),
    5,
  ],
];

describe("no worse off is", () => {
  test.each(NEVER_WORSE)(
    "%s",
    (_, features, worsen, least) => {
      let worseOff = 0;
      for (const seed of SEEDS) {
        const { sketch, random } = townOf(seed, features);
        const made = worsen(sketch, random);
        const { worse, better } = "worse" in made ? made : { worse: made, better: sketch };
        const [found, expected] = [onTheClock(worse), onTheClock(better)];
        expectCovered(found, expected, pictureOf(better));
        if (JSON.stringify(found) !== JSON.stringify(expected)) worseOff++;
      }
      expect(worseOff).toBeGreaterThan(least);
    },
    30_000,
  );
});

const THE_SAME: [what: string, features: Features, change: (sketch: Sketch, random: Random) => Sketch][] = [
  ["trips under other names and rows in another order", EVERYTHING, changed.renamed],
  ["a trip written past 24:00 or for the next day", { ...EVERYTHING, blocks: false }, changed.asToday],
  ["trips that run twice", { rooms: true, repeats: true, wheelchair: true }, changed.withDoubles],
  ["trips in two parts of one block", { rooms: true, callFirst: true }, changed.inTwoParts],
  ["rooms listed stretch by stretch", EVERYTHING, changed.stretchByStretch],
  ["a town and a question an hour later", EVERYTHING, changed.anHourLater],
];

describe("the same is answered for", () => {
  test.each(THE_SAME)(
    "%s",
    (_, features, change) => {
      for (const seed of SEEDS) {
        const { sketch, random } = townOf(seed, features);
        expect(frontsOf(change(sketch, random)), pictureOf(sketch)).toEqual(frontsOf(sketch));
      }
    },
    30_000,
  );

  test("exact repeats written out one by one", () => {
    for (const seed of SEEDS) {
      const exact = changed.repeating(townOf(seed, { repeats: true, rooms: true }).sketch, true);
      expect(frontsOf(changed.writtenOut(exact)), pictureOf(exact)).toEqual(frontsOf(exact));
    }
  }, 30_000);
});

test("a cut takes away who comes later than that after the first, and nobody else", () => {
  let cut = 0;
  for (const seed of SEEDS) {
    const { sketch } = townOf(seed, EVERYTHING);
    const [whole, short] = [frontsOf(sketch), foundFronts(sketch, askedOf(sketch), 900)];
    const inTime = (front: Front) => front.filter(({ enters }) => enters! <= front[0]!.enters! + 900);
    for (const aim of AIMS) expect(short[aim], pictureOf(sketch)).toEqual(whole[aim].map(inTime));
    if (JSON.stringify(short) !== JSON.stringify(whole)) cut++;
  }
  expect(cut).toBeGreaterThan(10);
}, 30_000);

test("twice the cold is twice the cost, in the same order", () => {
  for (const seed of SEEDS) {
    const { sketch } = townOf(seed, EVERYTHING);
    const from = sketch.question.leaveFrom;
    const [once, twice] = [1, 2].map((factor) =>
      frontsOf(asking(sketch, { cold: { from, stepS: 900, weights: [factor, 3 * factor, 2 * factor] } })),
    ) as [Fronts, Fronts];
    const doubled = (front: Front) => front.map((point) => ({ ...point, cost: 2 * point.cost! }));
    expect(twice.warmest).toEqual(once.warmest.map(doubled));
    expect(twice["fewest-rides"]).toEqual(once["fewest-rides"].map(doubled));
  }
}, 30_000);
