/** What must follow when a question or a network is changed, whatever the right answer is. No cut, a fixed end. */
import { describe, expect, test } from "vitest";
import type { ColdCurve } from "~/domain/cold";
import { journeysFrom, type Question } from "~/transit/search/journeys";
import type { Timetable } from "~/transit/timetable/timetable";
import { FAMILY_PACE } from "~/transit/timetable/walking";
import { at, placed, town } from "../picture";
import { type Random, randomFrom, type RandomTown, randomTown } from "../random-town";

const AROUND_S = 10 * 3600;
const SEEDS = Array.from({ length: 40 }, (_, i) => 50_000 + i);
const END_S = 2 * 3600;
// Without a penalty what is shown is what was searched for.
const PACE = { ...FAMILY_PACE, boardingPenaltyS: 0 };

type Front = { enters: number; cost: number }[];

function setUp(seed: number): { random: Random; drawn: RandomTown; question: Question } {
  const random = randomFrom(seed);
  const drawn = randomTown(random, AROUND_S);
  const near = () =>
    placed(
      drawn.places[random.upTo(drawn.places.length)]!.map((m) => m + random.upTo(400)) as [number, number],
    );
  const doors = Array.from({ length: 4 }, (_, key) => ({ key, ...near(), opens: null, closes: null }));
  const leaveFrom = at("14 9:45");
  return {
    random,
    drawn,
    question: { origin: near(), doors, leaveFrom, windowS: END_S, laterS: Infinity, pace: PACE },
  };
}

function frontsOf(timetable: Timetable, question: Question): Front[] {
  return [...journeysFrom(timetable, question).values()].map((way) =>
    way.kind === "none"
      ? []
      : way.journeys.map(({ enters, coldMinutes }) => ({ enters, cost: Math.round(coldMinutes * 60) })),
  );
}

/** Every point of `worse` has one in `better` that is no later and no dearer. */
function expectCovered(worse: Front[], better: Front[], seed: number): void {
  worse.forEach((front, door) => {
    for (const point of front) {
      const covered = better[door]!.some(({ enters, cost }) => enters <= point.enters && cost <= point.cost);
      expect(
        covered,
        `seed ${seed}, door ${door}, ${JSON.stringify(point)} against ${JSON.stringify(better[door])}`,
      ).toBe(true);
    }
  });
}

describe.each(SEEDS)("network %d", (seed) => {
  const { drawn, question, random } = setUp(seed);
  const timetable = town(drawn.drawing);
  const fronts = frontsOf(timetable, question);

  test("leaving later never improves a cost at a fixed arrival", () => {
    const later = { ...question, leaveFrom: question.leaveFrom + 1200, windowS: END_S - 1200 };
    expectCovered(frontsOf(timetable, later), fronts, seed);
  });

  test("a later end only extends the front", () => {
    expectCovered(fronts, frontsOf(timetable, { ...question, windowS: END_S + 3600 }), seed);
  });

  test("a trip more never worsens it", () => {
    const { trips } = drawn.drawing;
    const fewer = trips.filter((_, i) => i !== seed % trips.length);
    expectCovered(frontsOf(town({ ...drawn.drawing, trips: fewer }), question), fronts, seed);
  });

  test("walking faster never worsens it", () => {
    const faster = frontsOf(timetable, { ...question, pace: { ...PACE, metresPerSecond: 1.4 } });
    expectCovered(fronts, faster, seed);
  });

  test("twice the cold is twice the cost, in the same order", () => {
    const cold = (factor: number): ColdCurve => ({
      from: question.leaveFrom,
      stepS: 900,
      weights: [1 * factor, 3 * factor, 2 * factor],
    });
    const [once, twice] = [1, 2].map((factor) =>
      frontsOf(timetable, { ...question, coldWeight: cold(factor) }),
    ) as [Front[], Front[]];
    expect(twice).toEqual(once.map((front) => front.map(({ enters, cost }) => ({ enters, cost: 2 * cost }))));
  });

  test("other names for trips, and their rows in another order, change nothing", () => {
    const renamed = drawn.drawing.trips.map((t) => ({ ...t, id: `x${Math.floor(random.next() * 1e9)}` }));
    const shuffled = renamed.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(frontsOf(town({ ...drawn.drawing, trips: shuffled }), question)).toEqual(fronts);
  });

  test("a trip written past 24:00 and the same one written for the next day give the same answer", () => {
    const dayLater = (time: string) =>
      time === "" ? "" : time.replace(/^\d+/, (h) => String(Number(h) - 24).padStart(2, "0"));
    const rewritten = drawn.drawing.trips.map((t) => ({
      ...t,
      service: "today",
      calls:
        t.service === "today"
          ? t.calls
          : t.calls.map((c) => ({ ...c, arrive: dayLater(c.arrive), depart: dayLater(c.depart) })),
    }));
    expect(frontsOf(town({ ...drawn.drawing, trips: rewritten }), question)).toEqual(fronts);
  });
});
