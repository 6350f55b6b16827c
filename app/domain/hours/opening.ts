/** When a place is open and when it lets people in, across midnight, exceptions and both daylight-saving nights. */
import type { Hours, OpeningRule, TonightsWord } from "~/domain/hours/hours";
import { endOfTonight, morningAfter, nightOf } from "~/domain/hours/night";
import { runsFrom, type Run } from "~/domain/hours/runs";
import { newestWord, type Ended } from "~/domain/hours/spans";
import type { EpochSeconds } from "~/domain/journey";
import { instantOf, type LocalDate } from "~/domain/zone";

/** A stretch of time; null is "no end known within the next day" (round the clock). */
export type Stretch = { from: EpochSeconds; until: EpochSeconds | null };

/** What the hours say at one moment. `intake` is the stretch that counts for getting in, now or later tonight. */
export type Opening =
  | { kind: "open"; until: EpochSeconds | null; intake: Stretch | null }
  | {
      kind: "opens";
      at: EpochSeconds;
      until: EpochSeconds | null;
      saidAt: EpochSeconds | null;
      intake: Stretch;
    }
  | {
      kind: "undecided";
      decidesAt: EpochSeconds | null;
      rule: OpeningRule;
      at: EpochSeconds;
      intake: Stretch;
    }
  | { kind: "not-tonight"; saidAt: EpochSeconds }
  | { kind: "closed"; opensNext: EpochSeconds | null }
  | { kind: "unknown" };

// How far ahead the next opening is looked for: a place closed on holidays opens again within the week.
const COMING_DAYS = 9;
// Longer than a day (25 hours in autumn) is no end anybody plans with: round the clock.
const LONGEST_DAY_S = 25 * 3600;

/**
 * The first opening, now or later tonight, that still lets people in; else why there is none. For a bed (`forSleep`) the
 * first that lasts until the morning: at a quarter to seven a night that ends at seven has none left to give.
 */
export function openingAt(hours: Hours, timeZone: string, now: EpochSeconds, forSleep = false): Opening {
  if (!hasHours(hours)) return withoutHours(hours, nightOf(now, timeZone));
  const tonight = runsTonight(runsFrom(hours, timeZone, now), timeZone, now);
  const [first] = welcomes(tonight, timeZone, now, forSleep);
  if (first) return offered(first.run, first.intakes[0], { hours, timeZone, now });
  const openWithoutIntake = tonight.find((run) => run.state === "open" && run.from <= now);
  if (openWithoutIntake) return { kind: "open", until: farEnd(openWithoutIntake, now).until, intake: null };
  const shut = tonight.find((run) => run.state === "shut");
  if (shut?.word) return { kind: "not-tonight", saidAt: saidAt(shut.word) };
  const coming = runsFrom(hours, timeZone, now, COMING_DAYS);
  const next = coming.find((run) => run.state === "open" && run.from > now);
  return { kind: "closed", opensNext: next?.from ?? null };
}

/** When one may arrive, where there is any such time tonight. */
export function lettingIn(opening: Opening): Stretch | null {
  return "intake" in opening ? opening.intake : null;
}

/** When who starts at `from` is let in at the earliest: their counts are weighed for then. */
export function letInFrom(opening: Opening, from: EpochSeconds): EpochSeconds {
  return Math.max(from, lettingIn(opening)?.from ?? from);
}

/** Every stretch tonight in which one may arrive, the one of `openingAt` first. */
export function lettingInTonight(
  hours: Hours,
  timeZone: string,
  now: EpochSeconds,
  forSleep = false,
): Stretch[] {
  const tonight = runsTonight(runsFrom(hours, timeZone, now), timeZone, now);
  return welcomes(tonight, timeZone, now, forSleep).flatMap(({ intakes }) => intakes);
}

type Welcome = { run: Run; intakes: [Stretch, ...Stretch[]] };

function welcomes(runs: readonly Run[], timeZone: string, now: EpochSeconds, forSleep: boolean): Welcome[] {
  const [end, morning] = [endOfTonight(now, timeZone), morningAfter(now, timeZone)];
  const all = runs.flatMap((run): Welcome[] => {
    if (run.state === "shut") return [];
    // Open day and night does not help tonight where people are let in only tomorrow.
    const [intake, ...more] = run.intake
      .filter(({ from, until }) => until > now && from < end)
      .map((stretch) => farEnd(stretch, now));
    return intake ? [{ run, intakes: [intake, ...more] }] : [];
  });
  const nights = forSleep ? all.filter(({ run }) => run.until >= morning) : [];
  return nights.length > 0 ? nights : all;
}

/** From five on, whether last night was open is nobody's question any more. */
export function runsTonight(runs: readonly Run[], timeZone: string, now: EpochSeconds): Run[] {
  const [end, night] = [endOfTonight(now, timeZone), nightOf(now, timeZone)];
  return runs.filter((run) => run.from < end && (run.state === "open" || run.date >= night));
}

function offered(
  run: Run,
  intake: Stretch,
  { hours, timeZone, now }: { hours: Hours; timeZone: string; now: EpochSeconds },
): Opening {
  if (run.state === "undecided" && hours.rule) {
    const decided = decidesAt(hours.rule, run.date, timeZone);
    return { kind: "undecided", decidesAt: decided, rule: hours.rule, at: run.from, intake };
  }
  const { until } = farEnd(run, now);
  if (run.from <= now) return { kind: "open", until, intake };
  return { kind: "opens", at: run.from, until, saidAt: run.word && saidAt(run.word), intake };
}

/** Some open on a few stated dates only. */
export function hasHours({ operating, exceptions }: Hours): boolean {
  return operating.length > 0 || exceptions.some((day) => day.hours !== null);
}

/** Without hours only staff's no says anything: their yes does not say from when. */
function withoutHours(hours: Hours, night: LocalDate): Opening {
  const word = newestWord(hours.words, night);
  return word && !word.open ? { kind: "not-tonight", saidAt: saidAt(word) } : { kind: "unknown" };
}

export function decidesAt(rule: OpeningRule, night: LocalDate, timeZone: string): EpochSeconds | null {
  return rule.decidedAt === null ? null : instantOf(night, rule.decidedAt, timeZone);
}

export function farEnd({ from, until }: Ended, now: EpochSeconds): Stretch {
  return { from, until: until - Math.max(from, now) > LONGEST_DAY_S ? null : until };
}

export function saidAt(word: TonightsWord): EpochSeconds {
  return Math.floor(word.saidAt.getTime() / 1000);
}

/** When the opening that `openingAt` names ends, an undecided one included; null where no end is known. */
export function doorsClose(
  hours: Hours,
  timeZone: string,
  now: EpochSeconds,
  forSleep = false,
): EpochSeconds | null {
  const opening = openingAt(hours, timeZone, now, forSleep);
  if (opening.kind === "open" || opening.kind === "opens") return opening.until;
  if (opening.kind !== "undecided") return null;
  return runsFrom(hours, timeZone, now).find((run) => run.from === opening.at)?.until ?? null;
}
