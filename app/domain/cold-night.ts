/** Whether tonight is one of the cold nights on which nobody who asks may wait long for an answer. */
import { morningAfter } from "~/domain/hours/night";
import type { EpochSeconds } from "~/domain/journey";
import { HOUR_S, type Weather } from "~/domain/weather";
import { localTime } from "~/domain/zone";

// From freezing down a minute outside counts for more than a minute (coldWeight in cold.ts).
export const COLD_NIGHT_F = 32;

/**
 * Felt temperature at or below freezing in any hour until morning, or a thermometer at or below `ruleF`: the warmest low at
 * which a program of the region opens for the cold.
 */
export function isColdNight(
  weather: Weather,
  ruleF: number | null,
  now: EpochSeconds,
  timeZone: string,
): boolean {
  const morning = morningAfter(now, timeZone);
  const hours = weather.kind === "known" ? weather.hours.filter(({ from }) => from < morning) : [];
  const last = hours.at(-1);
  if (hours.some((hour) => hour.windChillF <= COLD_NIGHT_F || hour.temperatureF <= (ruleF ?? -Infinity)))
    return true;
  const isWholeNightKnown = last !== undefined && last.from + HOUR_S >= morning;
  return !isWholeNightKnown && isWinter(now, timeZone);
}

// Where nobody knows, a mail too early harms less than a night too long: the months in which cold weather shelters run.
function isWinter(now: EpochSeconds, timeZone: string): boolean {
  const month = Number(localTime(now, timeZone).date.slice(5, 7));
  return month >= 11 || month <= 3;
}
