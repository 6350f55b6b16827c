/** A random question about a random town: from where, to which doors, how fast, how cold, past which warm rooms. */
import { USUAL_WALKING, type Walking } from "~/transit/timetable/walking";
import type { Place } from "./picture";
import type { Layout } from "./random-layout";
import type { Features, Random } from "./random-town";
import type { SketchedQuestion } from "./sketch";

export function randomQuestion(
  random: Random,
  { places, from, to }: Layout,
  aroundS: number,
  features: Features,
): SketchedQuestion {
  const leaveFrom = aroundS - 1800 + random.upTo(2700);
  const near = ([east, north]: Place, most: number): Place => [
    east + random.upTo(2 * most) - most,
    north + random.upTo(2 * most) - most,
  ];
  return {
    origin: near(random.one(from), random.chance(0.7) ? 300 : 600),
    doors: Array.from({ length: 5 }, () => {
      const hours = features.hours ? 0.4 : 0.2;
      const opens = random.chance(hours) ? leaveFrom + random.upTo(3 * 3600) : null;
      const closes = random.chance(hours) ? (opens ?? leaveFrom) + 1800 + random.upTo(2 * 3600) : null;
      return {
        place: near(random.one(random.chance(0.8) ? to : places), random.chance(0.7) ? 300 : 600),
        opens,
        closes,
      };
    }),
    rooms: [],
    leaveFrom,
    windowS: 1800 + random.upTo(2 * 3600),
    pace: {
      metresPerSecond: random.one([0.8, 0.9, 1.2]),
      slackS: random.one([0, 60, 120]),
      changeS: random.one([1, 30, 60]),
      boardingPenaltyS: random.one([0, 60, 300]),
    },
    walking: random.chance(0.8) ? USUAL_WALKING : randomWalking(random),
    cold: randomCold(random, leaveFrom),
    wheelchair: features.wheelchair === true && random.chance(0.8),
    callFirst: features.callFirst === true && random.chance(0.5),
  };
}

function randomWalking(random: Random): Walking {
  return {
    detour: 1 + random.upTo(60) / 100,
    accessM: 600 + random.upTo(1800),
    linkM: 100 + random.upTo(800),
    wholeM: 1200 + random.upTo(3600),
  };
}

/** Weights in sixteenths, so that sums are exact in binary and fronts can be equal to the last bit. */
function randomCold(random: Random, leaveFrom: number): SketchedQuestion["cold"] {
  if (random.chance(0.3)) return { from: leaveFrom, stepS: 3600, weights: [1] };
  const parts = random.chance(0.5) ? 1 : 16;
  const weight = () => 1 + random.upTo(4 * parts) / parts;
  const later = Array.from({ length: 11 }, weight);
  return { from: leaveFrom + random.upTo(1800) - 900, stepS: 1200, weights: [weight(), ...later] };
}

/** Rooms a short walk from stops, open for one stretch of time or two. */
export function roomsNear(
  random: Random,
  places: readonly Place[],
  aroundS: number,
): SketchedQuestion["rooms"] {
  return Array.from({ length: 1 + random.upTo(4) }, () => {
    const [east, north] = random.one(places);
    const place: Place = [east + random.upTo(400) - 200, north + random.upTo(400) - 200];
    const from = aroundS - 3600 + random.upTo(3 * 3600);
    const until = from + 600 + random.upTo(2 * 3600);
    const again = until + 300 + random.upTo(3600);
    const twice = random.chance(0.3);
    return {
      place,
      open: [{ from, until }, ...(twice ? [{ from: again, until: again + 600 + random.upTo(3600) }] : [])],
    };
  });
}
