/** Openings as people live through them: nights that follow each other without a break are one. */
import type { Hours, OpeningRule, TonightsWord } from "~/domain/hours/hours";
import type { LocalDate } from "~/domain/zone";
import type { EpochSeconds } from "~/domain/journey";
import { merged, nightsFrom, type Ended, type Night } from "~/domain/hours/spans";
import { addDays, localTime } from "~/domain/zone";

// Yesterday's night may still go on, and an end more than a day ahead is none.
const NEAR_DAYS = 4;

/** Openings without a break between them, of which the same is known. */
export type Run = Ended & {
  state: "open" | "undecided" | "shut";
  date: LocalDate;
  word: TonightsWord | null;
  intake: readonly Ended[];
};

export function runsFrom(hours: Hours, timeZone: string, now: EpochSeconds, days = NEAR_DAYS): Run[] {
  const yesterday = addDays(localTime(now, timeZone).date, -1);
  const runs: Run[] = [];
  for (const night of nightsFrom(hours, yesterday, days, timeZone)) {
    if (night.until <= now) continue;
    const state = stateOf(night, hours.rule);
    const last = runs.at(-1);
    if (last && state === "open" && last.state === "open" && night.from <= last.until) {
      last.until = Math.max(last.until, night.until);
      last.intake = merged([...last.intake, ...night.intake]);
    } else {
      runs.push({ ...night, state });
    }
  }
  return runs;
}

function stateOf({ word }: Night, rule: OpeningRule | null): Run["state"] {
  if (word) return word.open ? "open" : "shut";
  return rule ? "undecided" : "open";
}
