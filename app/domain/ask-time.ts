/** The moment a search is about: now, or the next time the wall clock shows what was asked. */
import type { EpochSeconds } from "~/domain/journey";
import type { When } from "~/domain/search";
import { addDays, instantOf, localTime } from "~/domain/zone";

const HALF_DAY = 720;

/** A time already past today is tomorrow's. */
export function startOf(when: When, now: EpochSeconds, timeZone: string): EpochSeconds {
  if (when.kind === "now") return now;
  if (when.kind === "on") return instantOf(when.date, when.minutes, timeZone);
  if (when.eitherHalf) {
    const halves = [when.minutes, when.minutes + HALF_DAY];
    return Math.min(...halves.map((minutes) => startOf({ kind: "at", minutes }, now, timeZone)));
  }
  const { date, minutes } = localTime(now, timeZone);
  // The minute under way is still now.
  if (when.minutes === minutes) return now;
  const today = instantOf(date, when.minutes, timeZone);
  return today >= now ? today : instantOf(addDays(date, 1), when.minutes, timeZone);
}
