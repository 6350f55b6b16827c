/** Small random towns from a seed: loops, overtaking, midnight, blank times, blocks, transfers, and questions about them. */
import { randomLayout } from "./random-layout";
import { randomQuestion, roomsNear } from "./random-question";
import { randomRows } from "./random-transfers";
import { knownCalls, type Rule, type Sketch, type SketchedTrip } from "./sketch";

export type Random = {
  next: () => number;
  upTo: (n: number) => number;
  chance: (p: number) => boolean;
  one: <T>(of: readonly T[]) => T;
};

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed * 2_654_435_761;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (n: number) => Math.floor(next() * n);
  return { next, upTo, chance: (p) => next() < p, one: (of) => of[upTo(of.length)]! };
}

/** What a town may have beside plain trips. */
export type Features = Partial<
  Record<"repeats" | "blocks" | "transfers" | "rooms" | "wheelchair" | "callFirst" | "hours", boolean>
>;

export const EVERYTHING: Features = {
  repeats: true,
  blocks: true,
  transfers: true,
  rooms: true,
  wheelchair: true,
  callFirst: true,
  hours: true,
};

/**
 * Trips around `aroundS` (seconds of Wednesday the 14th), some of them written as Tuesday's past 24:00; `most` are few
 * enough to follow everybody, or not.
 */
export function randomSketch(random: Random, aroundS: number, most: number, features: Features = {}): Sketch {
  const layout = randomLayout(random);
  const { places } = layout;
  let trips: SketchedTrip[] = [];
  const runs = 4 + random.upTo(most - 3);
  for (let t = 0; t < runs; t += runsOf(trips.at(-1)!)) {
    // A trip over the stops of another is what overtakes and is overtaken.
    const like = trips.length > 0 && random.chance(0.3) ? random.one(trips) : null;
    const course = like ? { stops: like.calls.map(({ stop }) => stop), laterS: 0 } : layout.course();
    const start = aroundS + course.laterS + random.upTo(2 * 3600);
    trips.push(randomTrip(random, course.stops, start, features));
  }
  if (features.blocks) trips = inBlocks(random, trips);
  trips = trips.map((trip, i) => ({ ...trip, id: `t${String(i).padStart(3, "0")}` }));
  return {
    stops: places.map((place) => ({
      place,
      wheelchair: features.wheelchair ? random.one(MARKS) : "",
    })),
    trips,
    transfers: features.transfers ? randomRows(random, trips) : [],
    question: {
      ...randomQuestion(random, layout, aroundS, features),
      rooms: features.rooms ? roomsNear(random, layout.between, aroundS) : [],
    },
  };
}

function runsOf({ repeats }: SketchedTrip): number {
  return Math.max(
    1,
    repeats.reduce((sum, { from, until, headwayS }) => sum + Math.ceil((until - from) / headwayS), 0),
  );
}

/** wheelchair_boarding and wheelchair_accessible. */
const MARKS = ["", "", "", "", "1", "1", "2"] as const;

function randomTrip(random: Random, stops: number[], start: number, features: Features): SketchedTrip {
  // Some are so late that the search ends before or while they run.
  let now = start + (random.chance(0.15) ? 3 * 3600 : 0);
  const whole = random.chance(0.5);
  const rule = (): Rule => {
    if (!random.chance(features.callFirst ? 0.15 : 0.08)) return "0";
    return features.callFirst ? random.one(["1", "2", "3"] as const) : "1";
  };
  const calls = stops.map((stop) => {
    const arrive = now;
    const depart = random.chance(0.3) ? now + random.upTo(180) : now;
    const ride = 30 + random.upTo(900);
    now = depart + (whole ? Math.ceil(ride / 60) * 60 : random.chance(0.1) ? 0 : ride);
    return { stop, arrive, depart, blank: random.chance(0.25), on: rule(), off: rule() };
  });
  const repeats = features.repeats && random.chance(0.3) ? [randomRepeat(random, start)] : [];
  return {
    id: "",
    yesterday: random.chance(0.3),
    route: `R${random.upTo(4)}`,
    block: "",
    wheelchair: features.wheelchair ? random.one(MARKS) : "",
    calls,
    repeats,
  };
}

function randomRepeat(random: Random, start: number) {
  const from = start + random.upTo(3600);
  const headwayS = 60 * (5 + random.upTo(30)) + random.upTo(2);
  return { from, until: from + headwayS * (1 + random.upTo(3)), headwayS, exact: random.chance(0.4) };
}

/** Vehicles that go on under another name: trips cut in two, and others that only might be one vehicle's. */
function inBlocks(random: Random, trips: SketchedTrip[]): SketchedTrip[] {
  return trips.flatMap((trip) => {
    const block = random.chance(0.2) ? `b${random.upTo(2)}` : "";
    if (trip.calls.length < 3 || random.chance(trip.repeats.length > 0 ? 0.8 : 0.2))
      return [{ ...trip, block }];
    const cut = 1 + random.upTo(trip.calls.length - 2);
    const own = random.chance(0.8) ? `own${random.upTo(1e6)}` : block;
    const known = { ...trip, calls: knownCalls(trip) };
    const route = random.chance(0.5) ? trip.route : `R${random.upTo(4)}`;
    const before = { ...known, block: own, calls: known.calls.slice(0, cut + 1) };
    const after = { ...known, block: own, calls: known.calls.slice(cut), route };
    return random.chance(0.5) ? [before, after] : [after, before];
  });
}
