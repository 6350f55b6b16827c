import { array, assert, integer, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Leg } from "~/domain/journey";
import { guessedMinutes, minutesAtDoor, outdoorMinutes, toldLegs, worstMinutes } from "~/domain/told-minutes";
import { bus, inside, pm, walk, way } from "../support/journeys";

const clock = (at: number) => new Date((at - pm("0:00")) * 1000).toISOString().slice(11, 19);
const told = (...args: Parameters<typeof way>) =>
  toldLegs(way(...args)).map(({ kind, departs, arrives }) => `${kind} ${clock(departs)}-${clock(arrives)}`);

describe("a way in whole minutes", () => {
  it("has departures down and arrivals up, and what follows a bus with it", () => {
    expect(
      told([
        walk("5:41:20", "5:44:40", "7th"),
        bus("5:46:50", "101", "5:58:10", "10th"),
        walk("5:58:10", "6:01:20"),
      ]),
    ).toEqual(["walk 05:41:00-05:44:00", "ride 05:46:00-05:59:00", "walk 05:59:00-06:02:00"]);
  });

  it("leaves a warm room no later than one must, and is at the door no sooner than one is", () => {
    expect(
      told([
        bus("5:46", "101", "5:58:10", "10th"),
        walk("5:58:10", "6:00:05", "Library"),
        inside("6:00:05", "6:20:50"),
        walk("6:20:50", "6:25:10"),
      ]),
    ).toEqual([
      "ride 05:46:00-05:59:00",
      "walk 05:59:00-06:01:00",
      "inside 06:01:00-06:20:00",
      "walk 06:20:00-06:26:00",
    ]);
  });

  it("walks to no bus that has gone", () => {
    expect(
      told([
        bus("5:46", "101", "5:58:10", "10th"),
        walk("5:58:10", "5:59:20", "Main"),
        bus("5:59:40", "107", "6:20", "Quindaro"),
      ])[1],
    ).toBe("walk 05:59:00-05:59:00");
  });
});

describe("minutes outside", () => {
  const legs = [
    walk("5:41:20", "5:41:40", "7th"),
    bus("5:43:40", "107", "5:57:10", "Central"),
    walk("5:57:10", "6:02:30"),
  ];

  it("are what the clock times add up to, with the minutes at the door", () => {
    expect(outdoorMinutes(way(legs))).toBe(2 + 5);
    expect(outdoorMinutes(way(legs, { opens: "6:15" }))).toBe(2 + 17);
    expect(minutesAtDoor(way(legs, { opens: "6:15" }))).toBe(12);
    expect(worstMinutes(way(legs))).toBe(5);
  });

  it("count a bus without exact times for longer than its clock says", () => {
    const { arrives, enters, outdoorS } = way(legs);
    const guessed = way(legs, {
      estimateS: 900,
      arrives: arrives + 900,
      enters: enters + 900,
      outdoorS: outdoorS + 900,
    });
    expect(guessedMinutes(way(legs))).toBe(0);
    expect(guessedMinutes(guessed)).toBe(15);
    expect(outdoorMinutes(guessed)).toBe(2 + 5 + 15);
  });

  it("are the same where the walks are not told", () => {
    const whole = way([
      ...legs.slice(0, 2),
      walk("5:57:10", "6:00:15", "Library"),
      inside("6:00:15", "6:30:20"),
      walk("6:30:20", "6:41:30"),
    ]);
    expect(outdoorMinutes({ ...whole, legs: whole.legs.filter(({ kind }) => kind !== "walk") })).toBe(
      outdoorMinutes(whole),
    );
  });

  it("are less than two minutes a stretch off what they are", () => {
    const second = integer({ min: 1, max: 1500 });
    assert(
      property(array(tuple(second, second, second), { minLength: 1, maxLength: 4 }), (parts) => {
        const journey = randomWay(parts);
        const off = outdoorMinutes(journey) - journey.outdoorS / 60;
        expect(Math.abs(off)).toBeLessThan(2 * (parts.length + 1));
        const steps = toldLegs(journey);
        for (const [i, { free, departs, arrives }] of steps.entries()) {
          expect(departs).toBeLessThanOrEqual(arrives);
          expect(free).toBeLessThanOrEqual(departs);
          expect(free).toBe(i === 0 ? Math.floor(journey.leaveBy / 60) * 60 : steps[i - 1]!.arrives);
        }
      }),
    );
  });
});

/** Walks, waits of a minute more, and rides, to the second. */
function randomWay(parts: [number, number, number][]) {
  const blank = way([walk("5:00", "5:01"), bus("5:05", "1", "5:10", "X")]);
  const [aWalk, aRide] = blank.legs as [Leg, Leg];
  const legs: Leg[] = [];
  let now = blank.leaveBy + parts[0]![0];
  const leaveBy = now;
  let outdoorS = 0;
  for (const [onFoot, wait, ride] of parts) {
    legs.push({ ...aWalk, departs: now, arrives: now + onFoot });
    const departs = now + onFoot + wait + 60;
    outdoorS += departs - now;
    now = departs + ride;
    legs.push({ ...aRide, departs, arrives: now });
  }
  return { ...blank, leaveBy, arrives: now, enters: now, outdoorS, legs };
}
