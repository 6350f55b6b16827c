/** Until when units for a night are there: the place's morning closing where it is known, or the hour staff typed. */
import { startOf } from "~/domain/ask-time";
import { whenIn } from "~/domain/clock-words";
import { doorsClose } from "~/domain/hours/opening";
import type { Hours } from "~/domain/hours/hours";
import { nightOf } from "~/domain/hours/night";
import type { EpochSeconds } from "~/domain/journey";
import { addDays, instantOf, localTime } from "~/domain/zone";

// Where nobody told us: mats laid out in the evening are rolled up for the day.
const MORNING = 480;
const NOON = 720;

export function usualEnd(hours: Hours, timeZone: string, now: EpochSeconds): EpochSeconds {
  const closes = doorsClose(hours, timeZone, now, true);
  if (closes !== null && closes > now && localTime(closes, timeZone).minutes <= NOON) return closes;
  return instantOf(addDays(nightOf(now, timeZone), 1), MORNING, timeZone);
}

/** The next time the clock shows what was typed; of "6:30", which is both, the morning's. Undefined where it is no time. */
export function endSaid(typed: string, now: EpochSeconds, timeZone: string): EpochSeconds | undefined {
  const when = whenIn(typed);
  if (!when || when.kind === "now") return undefined;
  const morning = when.kind === "at" ? { kind: when.kind, minutes: when.minutes } : when;
  const at = startOf(morning, now, timeZone);
  // A clock that shows it just now shows it again tomorrow.
  if (at > now || when.kind === "on") return at;
  const { date } = localTime(now, timeZone);
  return instantOf(addDays(date, 1), when.minutes, timeZone);
}
