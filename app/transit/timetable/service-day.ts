/** When a service day begins: "noon minus 12 h", right on both nights when the clocks change. */
import type { EpochSeconds } from "~/domain/journey";
import { offsetS } from "~/domain/zone";
import type { DayNumber } from "~/transit/gtfs/feed";

const DAY_S = 86_400;
const HALF_DAY_S = 43_200;

/** The moment from which the day's times are counted. */
export function serviceDayStart(day: DayNumber, timeZone: string): EpochSeconds {
  const noonAsUtc = day * DAY_S + HALF_DAY_S;
  // The clocks change at night, so the offset at noon is found by asking twice at most.
  const guess = noonAsUtc - offsetS(noonAsUtc, timeZone);
  return noonAsUtc - offsetS(guess, timeZone) - HALF_DAY_S;
}

/** The date on a calendar on the wall. */
export function localDay(at: EpochSeconds, timeZone: string): DayNumber {
  return Math.floor((at + offsetS(at, timeZone)) / DAY_S);
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
