/** All that is known of tonight's hours, as lines for the place's own page. */
import type { Hours, OpeningRule } from "~/domain/hours/hours";
import { endOfTonight, nightOf } from "~/domain/hours/night";
import { decidesAt, farEnd, hasHours, runsTonight, saidAt } from "~/domain/hours/opening";
import type { EpochSeconds } from "~/domain/journey";
import { runsFrom } from "~/domain/hours/runs";
import { newestWord } from "~/domain/hours/spans";

export type HoursLine =
  | { kind: "open"; from: EpochSeconds; until: EpochSeconds | null }
  | { kind: "lets-in"; from: EpochSeconds; until: EpochSeconds | null }
  /** The usual hours do not hold today. */
  | { kind: "other-hours" }
  | { kind: "rule"; rule: OpeningRule; decidesAt: EpochSeconds | null }
  | { kind: "said"; open: boolean; saidAt: EpochSeconds }
  | { kind: "unknown" };

/** Staff's word first; then the hours of every opening that is not over. */
export function hoursTonight(hours: Hours, timeZone: string, now: EpochSeconds): HoursLine[] {
  const night = nightOf(now, timeZone);
  const word = newestWord(hours.words, night);
  const lines: HoursLine[] = [];
  if (word) lines.push({ kind: "said", open: word.open, saidAt: saidAt(word) });
  else if (hours.rule)
    lines.push({ kind: "rule", rule: hours.rule, decidesAt: decidesAt(hours.rule, night, timeZone) });
  if (!hasHours(hours)) return [...lines, { kind: "unknown" }];
  if (hours.exceptions.some(({ date }) => date === night)) lines.push({ kind: "other-hours" });
  const end = endOfTonight(now, timeZone);
  for (const run of runsTonight(runsFrom(hours, timeZone, now), timeZone, now)) {
    if (run.state === "shut") continue;
    lines.push({ kind: "open", ...farEnd(run, now) });
    if (hours.intake.length > 0) {
      const left = run.intake.filter(({ from, until }) => until > now && from < end);
      lines.push(...left.map((intake) => ({ kind: "lets-in" as const, ...farEnd(intake, now) })));
    }
  }
  return lines;
}
