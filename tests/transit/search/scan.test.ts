/** The engine against the oracle, on hundreds of random towns. */
import { describe, expect, test } from "vitest";
import { cutDown } from "../cut-down";
import { EVERYTHING, type Features, randomFrom, randomSketch } from "../random-town";
import type { Sketch } from "../sketch";
import { reachedFrom } from "~/transit/search/reached";
import { askedOf, pictureOf, questionOf } from "../sketch-told";
import { oracleReached } from "./oracle";
import { AIMS, expectedFronts, foundFronts, timetableOf } from "./found-fronts";
import type { Asked } from "./oracle/asked";
import { TooMany } from "./oracle/known";

// A long run finds what a short one cannot.
const TIMES = Number(process.env.WARMSTOP_TOWNS ?? 1);

const MIDDAY_S = 10 * 3600;
const MIDNIGHT_S = 0;

/** Few enough runs to follow everybody through the town; or more of them, and only who may be better off somehow. */
const SIZES = [
  { most: 7, prune: false },
  { most: 20, prune: true },
];

type Town = { seed: number; sketch: Sketch; asked: Asked; expected: ReturnType<typeof expectedFronts> };

function* towns(first: number, count: number, features: Features, aroundS?: number): Generator<Town> {
  for (let seed = first; seed < first + count * TIMES; seed++) {
    const { most, prune } = SIZES[seed % 2]!;
    const around = aroundS ?? (seed % 3 === 0 ? MIDNIGHT_S : MIDDAY_S);
    const sketch = randomSketch(randomFrom(seed), around, most, features);
    const asked = { ...askedOf(sketch), prune };
    yield { seed, sketch, ...followed(asked) };
  }
}

/** Everybody, where they are not too many. */
function followed(asked: Asked): Pick<Town, "asked" | "expected"> {
  try {
    return { asked, expected: expectedFronts(asked) };
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return followed({ ...asked, prune: true });
  }
}

/** A fault is shown as the smallest town that has it. */
function expectEqualFronts({ seed, sketch, asked: { prune }, expected }: Town): void {
  const found = foundFronts(sketch, askedOf(sketch));
  for (const aim of AIMS) {
    if (JSON.stringify(found[aim]) === JSON.stringify(expected[aim])) continue;
    const bothOf = (of: Sketch) => {
      const asked = { ...askedOf(of), prune };
      return { found: foundFronts(of, asked)[aim], expected: expectedFronts(asked)[aim] };
    };
    const isFaulty = (of: Sketch) => {
      const fronts = bothOf(of);
      return JSON.stringify(fronts.found) !== JSON.stringify(fronts.expected);
    };
    const smallest = cutDown(sketch, isFaulty);
    const fronts = bothOf(smallest);
    expect(fronts.found, `${aim}, seed ${seed}:\n${pictureOf(smallest)}\n`).toEqual(fronts.expected);
  }
}

describe("the plain fronts of all stops are the oracle's", () => {
  test.each([
    ["in plain towns", {}],
    ["where there is everything", EVERYTHING],
  ])(
    "%s",
    (_, features) => {
      let reached = 0;
      for (const { seed, sketch, asked } of towns(40_000, 100, features)) {
        // What is told is seconds, without penalties.
        const plain = { ...asked, weight: () => 1, penaltyS: 0 };
        const expected = oracleReached({ ...plain, prune: true }).map((front) =>
          front.map(({ enters, cost }) => ({ enters, cost })),
        );
        const { doors: _doors, coldWeight: _cold, ...question } = questionOf(sketch);
        const pace = { ...question.pace!, boardingPenaltyS: 0 };
        const found = reachedFrom(timetableOf(sketch, true), { ...question, pace }).map((front) =>
          front.map(({ arrives, outdoorS }) => ({ enters: arrives - question.leaveFrom, cost: outdoorS })),
        );
        expect(found, `seed ${seed}:\n${pictureOf(sketch)}`).toEqual(expected);
        reached += expected.filter((front) => front.length > 0).length;
      }
      expect(reached).toBeGreaterThan(100);
    },
    60_000 * TIMES,
  );
});

describe("the scan finds the oracle's fronts", () => {
  test.each([
    ["at midday", 1, MIDDAY_S],
    ["around midnight, where yesterday's trips run past 24:00", 10_001, MIDNIGHT_S],
  ])(
    "%s",
    (_, first, aroundS) => {
      let [reached, changes] = [0, 0];
      for (const town of towns(first, 100, {}, aroundS)) {
        expectEqualFronts(town);
        const rides = town.expected["fewest-rides"].flatMap((front) => front.map((point) => point.rides!));
        reached += rides.filter((n) => n > 0).length;
        if (rides.some((n) => n > 1)) changes++;
      }
      // The towns would prove little if nobody rode, or nobody changed.
      expect(reached).toBeGreaterThan(200);
      expect(changes).toBeGreaterThan(20);
    },
    60_000 * TIMES,
  );

  const isOfStops = (row: Asked["transfers"][number]) => row.type < 4;
  const withoutRepeats = (asked: Asked) => asked.runs.filter(({ repeated }) => !repeated);
  const missing: [what: keyof Features, without: (asked: Asked) => Partial<Asked>, least: number][] = [
    ["rooms", () => ({ rooms: [] }), 10],
    ["transfers", ({ transfers }) => ({ transfers: transfers.filter((row) => !isOfStops(row)) }), 10],
    ["blocks", ({ runs }) => ({ runs: runs.map((run) => ({ ...run, block: null })) }), 10],
    ["repeats", (asked) => ({ runs: withoutRepeats(asked) }), 10],
    ["wheelchair", () => ({ wheelchair: false }), 10],
    ["callFirst", ({ callFirst }) => ({ callFirst: !callFirst }), 10],
    ["hours", ({ doors }) => ({ doors: doors.map(({ spot }) => ({ spot, opens: null, closes: null })) }), 10],
  ];

  test.each(missing)(
    "where there are %s, and they change answers",
    (what, without, least) => {
      let changed = 0;
      for (const town of towns(20_000, 80, { [what]: true })) {
        expectEqualFronts(town);
        const plain = expectedFronts({ ...town.asked, ...without(town.asked), prune: true });
        if (JSON.stringify(plain) !== JSON.stringify(town.expected)) changed++;
      }
      expect(changed).toBeGreaterThan(least);
    },
    60_000 * TIMES,
  );

  test(
    "where there is everything at once, and each part of it changes answers",
    () => {
      const changed = new Map(missing.map(([what]) => [what, 0]));
      for (const town of towns(30_000, 300, EVERYTHING)) {
        expectEqualFronts(town);
        for (const [what, without] of missing) {
          const plain = expectedFronts({ ...town.asked, ...without(town.asked), prune: true });
          if (JSON.stringify(plain) !== JSON.stringify(town.expected))
            changed.set(what, changed.get(what)! + 1);
        }
      }
      for (const [what, count] of changed) expect(count, what).toBeGreaterThan(10);
    },
    60_000 * TIMES,
  );
});
