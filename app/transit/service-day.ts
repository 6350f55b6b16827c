/** When a service day begins: "noon minus 12 h", right on both nights when the clocks change. */
import type { EpochSeconds } from "~/domain/journey";
import type { DayNumber } from "~/transit/gtfs/feed";

const DAY_S = 86_400;
const HALF_DAY_S = 43_200;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The moment from which the day's times are counted. */
export function serviceDayStart(day: DayNumber, timeZone: string): EpochSeconds {
  const noonAsUtc = day * DAY_S + HALF_DAY_S;
  // The clocks change at night, so the offset at noon is found by asking twice at most.
  const guess = noonAsUtc - offsetAt(noonAsUtc, timeZone);
  return noonAsUtc - offsetAt(guess, timeZone) - HALF_DAY_S;
}

/** The date on a calendar on the wall. */
export function localDay(at: EpochSeconds, timeZone: string): DayNumber {
  return Math.floor((at + offsetAt(at, timeZone)) / DAY_S);
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Seconds to add to UTC to get the time on the wall. */
function offsetAt(at: EpochSeconds, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  const whole = Math.floor(at);
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(whole * 1000)) parts[type] = Number(value);
  const { year, month, day, hour, minute, second } = parts as Record<string, number>;
  return Date.UTC(year!, month! - 1, day, hour, minute, second) / 1000 - whole;
}
