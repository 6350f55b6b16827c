/** How much worse a minute outside is when it is cold: wind chill, its weight, and the weight added up over time. */
import type { EpochSeconds } from "~/domain/journey";

/**
 * Wind chill in degrees Fahrenheit: the formula of the US National Weather Service (2001), for a temperature of at most
 * 50 F and a wind (at 10 m) above 3 mph; else the temperature itself.
 */
export function windChill(temperatureF: number, windMph: number): number {
  if (temperatureF > 50 || windMph <= 3) return temperatureF;
  const wind = windMph ** 0.16;
  return 35.74 + 0.6215 * temperatureF - 35.75 * wind + 0.4275 * temperatureF * wind;
}

// Wind chill and weight, so that 90 weighted minutes are the NWS frostbite limit at its 30, 10 and 5 minute anchors.
const ANCHORS = [
  [32, 1],
  [0, 2],
  [-18, 3],
  [-32, 9],
  [-48, 18],
] as const;

// A weight is a whole number of these: sums over seconds are then exact, and two ways that cost the same tie.
const GRAIN = 2 ** -16;

/** How many mild minutes one minute outside counts for; 1 at freezing and above, never more than 18. */
export function coldWeight(windChillF: number): number {
  return Math.round(weightOf(windChillF) / GRAIN) * GRAIN;
}

function weightOf(windChillF: number): number {
  if (windChillF >= ANCHORS[0][0]) return 1;
  for (let i = 1; i < ANCHORS.length; i++) {
    const [warmer, warmerWeight] = ANCHORS[i - 1]!;
    const [colder, colderWeight] = ANCHORS[i]!;
    if (windChillF >= colder)
      return warmerWeight + ((warmer - windChillF) / (warmer - colder)) * (colderWeight - warmerWeight);
  }
  return ANCHORS.at(-1)![1];
}

/** The weight over time, one for each step of `stepS` whole seconds from `from` on; before and after, the nearest one. */
export type ColdCurve = { from: EpochSeconds; stepS: number; weights: readonly [number, ...number[]] };

/** Where the weather is not known, a minute is a minute. */
export const WEATHER_UNKNOWN: ColdCurve = { from: 0, stepS: 3600, weights: [1] };

export function weightAt(curve: ColdCurve, at: EpochSeconds): number {
  const step = Math.floor((at - curve.from) / curve.stepS);
  return curve.weights[Math.min(Math.max(step, 0), curve.weights.length - 1)]!;
}

/** Seconds between two moments, each counted with its weight. */
export function coldSeconds(curve: ColdCurve, from: EpochSeconds, until: EpochSeconds): number {
  let sum = 0;
  let at = from;
  while (at < until) {
    const step = Math.floor((at - curve.from) / curve.stepS);
    const steady =
      step < 0
        ? curve.from
        : step >= curve.weights.length - 1
          ? until
          : curve.from + (step + 1) * curve.stepS;
    const end = Math.min(until, steady);
    sum += (end - at) * weightAt(curve, at);
    at = end;
  }
  return sum;
}

/**
 * What being outside from `from` until each second after it costs, up to one second more than `seconds`: the weight of a
 * second is the step from it to the next.
 */
export function coldTable(curve: ColdCurve, from: EpochSeconds, seconds: number): Float64Array {
  const running = new Float64Array(seconds + 2);
  for (let i = 0; i <= seconds;) {
    const w = weightAt(curve, from + i);
    const step = Math.floor((from + i - curve.from) / curve.stepS);
    const steadyUntil =
      step >= curve.weights.length - 1 ? Infinity : curve.from + Math.max(step + 1, 0) * curve.stepS - from;
    for (; i <= seconds && i < steadyUntil; i++) running[i + 1] = running[i]! + w;
  }
  return running;
}
