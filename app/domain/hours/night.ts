/** Which night people mean by tonight, and when it is over. */
import type { EpochSeconds } from "~/domain/journey";
import { addDays, instantOf, localTime, type LocalDate, type WallMinutes } from "~/domain/zone";

// Before five in the morning people still speak of tonight.
const NIGHT_ENDS_AT: WallMinutes = 300;
// From three in the morning on, a door that opens at seven is the nearest help.
const SOON_S = 6 * 3600;

/** The date tonight belongs to: the one its evening begins on. */
export function nightOf(now: EpochSeconds, timeZone: string): LocalDate {
  const { date, minutes } = localTime(now, timeZone);
  return minutes < NIGHT_ENDS_AT ? addDays(date, -1) : date;
}

/** From nine in the evening to six a library is shut, whatever nobody told us of its hours. */
export function isDeepNight(now: EpochSeconds, timeZone: string): boolean {
  const { minutes } = localTime(now, timeZone);
  return minutes >= 21 * 60 || minutes < 6 * 60;
}

/** Five in the morning after tonight: whoever is still inside then has come through the night. */
export function morningAfter(now: EpochSeconds, timeZone: string): EpochSeconds {
  return instantOf(addDays(nightOf(now, timeZone), 1), NIGHT_ENDS_AT, timeZone);
}

/** What opens before this is still worth naming tonight. */
export function endOfTonight(now: EpochSeconds, timeZone: string): EpochSeconds {
  return Math.max(morningAfter(now, timeZone), now + SOON_S);
}
