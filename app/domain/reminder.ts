/** When staff who should decide whether a place opens tonight are told that nobody has. */
import type { Hours } from "~/domain/hours/hours";
import { decidesAt } from "~/domain/hours/opening";
import { runsFrom } from "~/domain/hours/runs";
import { newestWord } from "~/domain/hours/spans";
import type { EpochSeconds } from "~/domain/journey";
import { localTime, type LocalDate } from "~/domain/zone";

export type Reminder = { night: LocalDate; stage: "soon" | "now" };

// Time to look at the forecast and to ask whoever else has a say.
const BEFORE_S = 30 * 60;
// A server that was away at the hour still tells, but not at noon what was due in the morning.
const AFTER_S = 60 * 60;

/** null where it is decided, not due, or there is nothing to decide: out of season, a closed day. */
export function reminderDue(hours: Hours, timeZone: string, now: EpochSeconds): Reminder | null {
  const { date: night } = localTime(now, timeZone);
  const deadline = hours.rule && decidesAt(hours.rule, night, timeZone);
  if (deadline === null || now < deadline - BEFORE_S || now >= deadline + AFTER_S) return null;
  if (newestWord(hours.words, night)) return null;
  const isOpenQuestion = runsFrom(hours, timeZone, now).some(
    (run) => run.state === "undecided" && run.date === night,
  );
  return isOpenQuestion ? { night, stage: now < deadline ? "soon" : "now" } : null;
}
