import { describe, expect, test } from "vitest";
import type { ColdCurve } from "~/domain/cold";
import type { Way } from "~/domain/journey";
import { journeysFrom } from "~/transit/search/journeys";
import type { Pace } from "~/transit/timetable/walking";
import { at, placed, town } from "../picture";
import { oracleFronts, type Point } from "./oracle";
import { type Random, randomFrom, randomTown } from "../random-town";

const NETWORKS = 300;
const MIDDAY_S = 10 * 3600;

function randomPace(random: Random): Pace {
  return {
    metresPerSecond: [0.8, 0.9, 1.2][random.upTo(3)]!,
    slackS: [0, 60, 120][random.upTo(3)]!,
    changeS: [1, 30, 60][random.upTo(3)]!,
    boardingPenaltyS: [0, 60, 300][random.upTo(3)]!,
  };
}

/** Whole weights, so that sums are exact and fronts can be equal to the second. */
function randomCold(random: Random, from: number): ColdCurve {
  const weights = Array.from({ length: 12 }, () => 1 + random.upTo(4)) as [number, ...number[]];
  return random.chance(0.5)
    ? { from: 0, stepS: 3600, weights: [1] }
    : { from: from + random.upTo(1800), stepS: 1200, weights };
}

/** The engine leaves the boarding penalty out of what it shows: here it is added again. */
function pointsOf(way: Way, leaveFrom: number, pace: Pace, weight: (second: number) => number): Point[] {
  if (way.kind === "none") return [];
  return way.journeys.map(({ enters, coldMinutes, legs }) => {
    const rides = legs.filter((leg) => leg.kind === "ride").slice(1);
    const penalty = rides.reduce(
      (sum, { departs }) => sum + pace.boardingPenaltyS * weight(departs - leaveFrom),
      0,
    );
    return { enters: enters - leaveFrom, cost: Math.round(coldMinutes * 60) + penalty };
  });
}

function compare(seed: number, aroundS: number): { reached: number; rides: number } {
  const random = randomFrom(seed);
  const { drawing, trips, places } = randomTown(random, aroundS);
  const timetable = town(drawing);
  const pace = randomPace(random);
  const midnight = at("14 0:00");
  const leaveFrom = midnight + aroundS - 900 + random.upTo(3600);
  const cold = randomCold(random, leaveFrom);
  const weight = (second: number) =>
    cold.weights[
      Math.min(
        Math.max(Math.floor((leaveFrom + second - cold.from) / cold.stepS), 0),
        cold.weights.length - 1,
      )
    ]!;
  const near = () => {
    const [east, north] = places[random.upTo(places.length)]!;
    return placed([east + random.upTo(1200) - 600, north + random.upTo(1200) - 600]);
  };
  const origin = near();
  const doors = Array.from({ length: 5 }, () => ({
    spot: near(),
    opens: random.chance(0.4) ? random.upTo(3 * 3600) : null,
    closes: random.chance(0.4) ? 1800 + random.upTo(3 * 3600) : null,
  }));
  const windowS = 600 + random.upTo(2 * 3600);
  const fronts = oracleFronts({
    stops: places.map(placed),
    runs: trips.map(({ calls }) => ({
      estimateS: 0,
      calls: calls.map((call) => ({
        ...call,
        arrive: call.arrive + midnight - leaveFrom,
        depart: call.depart + midnight - leaveFrom,
      })),
    })),
    origin,
    doors,
    windowS,
    speed: pace.metresPerSecond,
    slackS: pace.slackS,
    changeS: pace.changeS,
    penaltyS: pace.boardingPenaltyS,
    weight,
  });
  const ways = journeysFrom(timetable, {
    origin,
    doors: doors.map(({ spot, opens, closes }, key) => ({
      key,
      ...spot,
      opens: opens === null ? null : leaveFrom + opens,
      closes: closes === null ? null : leaveFrom + closes,
    })),
    leaveFrom,
    windowS,
    laterS: Infinity,
    pace,
    coldWeight: cold,
  });
  const found = doors.map((_, key) => pointsOf(ways.get(key)!, leaveFrom, pace, weight));
  expect({ seed, fronts: found }).toEqual({ seed, fronts });
  const rides = [...ways.values()].flatMap((way) =>
    way.kind === "none" ? [] : way.journeys.map((j) => j.boardings),
  );
  return { reached: rides.filter((n) => n > 0).length, rides: Math.max(0, ...rides) };
}

describe("the scan", () => {
  test(`finds the oracle's front at every door of ${NETWORKS} random networks`, () => {
    let [reached, changes] = [0, 0];
    for (let seed = 1; seed <= NETWORKS; seed++) {
      const found = compare(seed, MIDDAY_S);
      reached += found.reached;
      if (found.rides > 1) changes++;
    }
    // The networks would prove little if nobody rode, or nobody changed.
    expect(reached).toBeGreaterThan(NETWORKS);
    expect(changes).toBeGreaterThan(NETWORKS / 10);
  }, 60_000);

  test("finds it around midnight too, where yesterday's trips run past 24:00", () => {
    let reached = 0;
    for (let seed = 10_001; seed <= 10_000 + NETWORKS / 3; seed++) reached += compare(seed, 0).reached;
    expect(reached).toBeGreaterThan(NETWORKS / 3);
  }, 60_000);
});
