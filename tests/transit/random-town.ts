/** Small random networks from a seed: footpaths, loops, overtaking, midnight, blank times, stops one may not use. */
import { type DrawnTrip, type Drawing, type Place } from "./picture";

export type Random = { next: () => number; upTo: (n: number) => number; chance: (p: number) => boolean };

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed * 2_654_435_761;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, upTo: (n) => Math.floor(next() * n), chance: (p) => next() < p };
}

/** Calls with every time known, as the oracle rides them; the drawing may leave some blank. */
export type KnownTrip = {
  service: "today" | "yesterday";
  calls: { stop: number; arrive: number; depart: number; on: boolean; off: boolean }[];
};

export type RandomTown = { drawing: Drawing; trips: KnownTrip[]; places: Place[] };

const hhmmss = (s: number) =>
  [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60].map((n) => String(n).padStart(2, "0")).join(":");

/**
 * Trips of Wednesday the 14th around `aroundS` (seconds of that day), some of them written as Tuesday's past 24:00.
 */
export function randomTown(random: Random, aroundS: number): RandomTown {
  const places: Place[] = [];
  const stopCount = 4 + random.upTo(7);
  for (let i = 0; i < stopCount; i++) {
    const near = i > 0 && random.chance(0.5) ? places[random.upTo(i)]! : null;
    places.push(
      near
        ? [near[0] + random.upTo(500) - 250, near[1] + random.upTo(500) - 250]
        : [random.upTo(6000), random.upTo(6000)],
    );
  }
  const trips: KnownTrip[] = [];
  const drawn: DrawnTrip[] = [];
  for (let t = 4 + random.upTo(14); t > 0; t--) {
    // A trip over the stops of another is what overtakes and is overtaken.
    const like = trips.length > 0 && random.chance(0.4) ? trips[random.upTo(trips.length)]! : null;
    const stops = like ? like.calls.map(({ stop }) => stop) : randomStops(random, stopCount);
    const known = randomTrip(random, stops, aroundS);
    trips.push(known);
    drawn.push(drawnTrip(random, known));
  }
  const stops = Object.fromEntries(places.map((place, i) => [`s${i}`, place]));
  const calendar = { today: "0,0,1,0,0,0,0,20260114,20260114", yesterday: "0,1,0,0,0,0,0,20260113,20260113" };
  return { drawing: { stops, trips: drawn, calendar }, trips, places };
}

function randomStops(random: Random, count: number): number[] {
  const stops = [random.upTo(count)];
  for (let n = 1 + random.upTo(5); n > 0; n--) {
    const next = random.upTo(count);
    if (next !== stops.at(-1)) stops.push(next);
  }
  return stops.length > 1 ? stops : [stops[0]!, (stops[0]! + 1) % count];
}

function randomTrip(random: Random, stops: number[], aroundS: number): KnownTrip {
  // Some are so late that the search ends before or while they run.
  let now = aroundS + random.upTo(3 * 3600) + (random.chance(0.15) ? 3 * 3600 : 0);
  const whole = random.chance(0.5);
  const calls = stops.map((stop) => {
    const arrive = now;
    const depart = random.chance(0.3) ? now + random.upTo(180) : now;
    const ride = 30 + random.upTo(900);
    now = depart + (whole ? Math.ceil(ride / 60) * 60 : random.chance(0.1) ? 0 : ride);
    return { stop, arrive, depart, on: !random.chance(0.08), off: !random.chance(0.08) };
  });
  return { service: random.chance(0.3) ? "yesterday" : "today", calls };
}

/** Leaves times between two timepoints blank and makes the known times what interpolation must find. */
function drawnTrip(random: Random, known: KnownTrip): DrawnTrip {
  const { calls } = known;
  const blank = calls.map((_, i) => i > 0 && i < calls.length - 1 && random.chance(0.25));
  for (let i = 1; i < calls.length; i++) {
    if (!blank[i]) continue;
    let end = i;
    while (blank[end]) end++;
    const [start, length] = [calls[i - 1]!.depart, end - (i - 1)];
    for (let n = i; n < end; n++) {
      const share = (n - (i - 1)) / length;
      calls[n]!.arrive = calls[n]!.depart = start + Math.floor((calls[end]!.arrive - start) * share);
    }
    i = end - 1;
  }
  const dayS = known.service === "yesterday" ? 86_400 : 0;
  return {
    service: known.service,
    calls: calls.map(({ stop, arrive, depart, on, off }, i) => ({
      stop: `s${stop}`,
      arrive: blank[i] ? "" : hhmmss(arrive + dayS),
      depart: blank[i] ? "" : hhmmss(depart + dayS),
      pickup: on ? "0" : "1",
      dropOff: off ? "" : "1",
      distance: "",
    })),
  };
}
