/**
 * What a search counts. All aims are one scan with other prices: a price must not depend on how a person came to be
 * where they are, and being outside must add up over time (the X of scan.ts); nothing else is asked of it.
 */
import { type ColdCurve, coldTable } from "~/domain/cold";
import type { EpochSeconds } from "~/domain/journey";

/**
 * warmest: the least cold outside. fewest-rides: the fewest vehicles, then the least cold. latest-leave: the last moment
 * to go, whatever the cold.
 */
export type Aim = "warmest" | "fewest-rides" | "latest-leave";

export type Price = {
  /** X at each second up to one after the last arrival; the weight w of a second is the step to the next. */
  running: Float64Array;
  /** For each boarding after the first, times the weight of that second. */
  perChange: number;
  /** For each boarding, the first one too. */
  perRide: number;
  /** Taken off for each second that one leaves later. */
  perSecondLater: number;
};

// More than any cold there can be in a day, so that one ride less always wins; small enough to keep seconds exact.
export const A_RIDE = 2 ** 24;

export function priceOf(
  aim: Aim,
  cold: { curve: ColdCurve; from: EpochSeconds; seconds: number; perChange: number },
): Price {
  const { curve, from, seconds, perChange } = cold;
  if (aim === "latest-leave") {
    return { running: new Float64Array(seconds + 2), perChange: 0, perRide: 0, perSecondLater: 1 };
  }
  const perRide = aim === "fewest-rides" ? A_RIDE : 0;
  return { running: coldTable(curve, from, seconds), perChange, perRide, perSecondLater: 0 };
}
