/** Weekly spans, seasons, exceptions and staff's words, laid out as nights of real time. */
import type { ExceptionDay, Hours, Span, TonightsWord } from "~/domain/hours/hours";
import type { LocalDate, WallMinutes } from "~/domain/zone";
import type { EpochSeconds } from "~/domain/journey";
import { addDays, instantOf, weekdayOf } from "~/domain/zone";

export type Ended = { from: EpochSeconds; until: EpochSeconds };

/** One opening, and the date it belongs to: the one its evening begins on. */
export type Night = Ended & {
  date: LocalDate;
  /** When people are let in, in order; empty on a night that lets nobody in. */
  intake: readonly Ended[];
  /** Staff's newest word for this date. */
  word: TonightsWord | null;
  /** The usual hours do not hold on this date. */
  exception: boolean;
};

type Times = { opens: WallMinutes; closes: WallMinutes };

// Everybody who asks on a day asks for the same nights of the same hours: they are laid out once.
const laidOut = new WeakMap<Hours, Map<string, readonly Night[]>>();
// A list and a reminder ask for so many stretches of days; yesterday's are forgotten with the rest.
const MOST_KEPT = 8;

/** Every opening that begins on one of `days` dates from `first` on, in order of time. */
export function nightsFrom(hours: Hours, first: LocalDate, days: number, timeZone: string): readonly Night[] {
  const known = laidOut.get(hours) ?? new Map<string, readonly Night[]>();
  const asked = `${timeZone} ${first} ${days}`;
  const already = known.get(asked);
  if (already) return already;
  const nights = layOut(hours, first, days, timeZone);
  if (known.size >= MOST_KEPT) known.clear();
  laidOut.set(hours, known.set(asked, nights));
  return nights;
}

function layOut(hours: Hours, first: LocalDate, days: number, timeZone: string): Night[] {
  const dates = Array.from({ length: days }, (_, day) => addDays(first, day));
  return dates
    .flatMap((date) => nightsOn(hours, date, timeZone))
    .toSorted((a, b) => a.from - b.from || a.until - b.until);
}

function nightsOn(hours: Hours, date: LocalDate, timeZone: string): Night[] {
  const operating = stretchesOn(hours, hours.operating, date, timeZone);
  if (operating.length === 0) return [];
  // Past midnight the night goes on: "let in from 1 am" may be written down for the next date.
  const nextDate = addDays(date, 1);
  const intakes =
    hours.intake.length === 0
      ? []
      : [date, nextDate].flatMap((day) => stretchesOn(hours, hours.intake, day, timeZone));
  const exception = exceptionOn(hours, date) !== null;
  const whole = hours.intake.length === 0;
  return operating.map((opening) => {
    const own = intakesOf(opening, operating, intakes);
    const intake = whole || (exception && own.length === 0) ? [opening] : own;
    return { ...opening, date, intake, word: newestWord(hours.words, date), exception };
  });
}

/**
 * Letting-in that belongs to an opening: what overlaps it, cut at its end, and what lies before it without
 * overlapping an opening of its own (a desk that gives out the night's beds in the afternoon).
 */
function intakesOf(opening: Ended, openings: readonly Ended[], intakes: readonly Ended[]): Ended[] {
  const before = openings.findLast((other) => other.until <= opening.from)?.until ?? -Infinity;
  return intakes
    .filter((intake) => overlap(intake, opening) || (intake.from >= before && intake.until <= opening.from))
    .map(({ from, until }) => ({ from, until: Math.min(until, opening.until) }))
    .toSorted((a, b) => a.from - b.from);
}

function stretchesOn(hours: Hours, spans: readonly Span[], date: LocalDate, timeZone: string): Ended[] {
  const exception = exceptionOn(hours, date);
  const opensAnyway = newestWord(hours.words, date)?.open === true;
  return timesOn(spans, date, { exception, opensAnyway, isIntake: spans === hours.intake })
    .map(({ opens, closes }) => ({
      from: instantOf(date, opens, timeZone),
      until: instantOf(closes <= opens ? addDays(date, 1) : date, closes, timeZone),
    }))
    .filter(({ from, until }) => until > from)
    .toSorted((a, b) => a.from - b.from);
}

/**
 * The times that hold on a date. An exception stands in for the usual ones. Staff's "we open tonight" outweighs
 * season, weekday and exception: a cold snap asks none of them.
 */
function timesOn(
  spans: readonly Span[],
  date: LocalDate,
  {
    exception,
    opensAnyway,
    isIntake,
  }: { exception: ExceptionDay | null; opensAnyway: boolean; isIntake: boolean },
): Times[] {
  if (exception?.hours && !isIntake) return [exception.hours];
  if (exception && !exception.hours && !opensAnyway) return [];
  const weekday = weekdayOf(date);
  const onWeekday = spans.filter((span) => span.days.includes(weekday));
  const inSeason = onWeekday.filter(
    (span) => (span.from === null || span.from <= date) && (span.until === null || date <= span.until),
  );
  if (inSeason.length > 0 || !opensAnyway) return inSeason;
  return onWeekday.length > 0 ? onWeekday : spans.slice(0, 1);
}

function exceptionOn(hours: Hours, date: LocalDate): ExceptionDay | null {
  return hours.exceptions.find((day) => day.date === date) ?? null;
}

export function newestWord(words: readonly TonightsWord[], date: LocalDate): TonightsWord | null {
  return words
    .filter((word) => word.night === date)
    .reduce<TonightsWord | null>(
      (newest, word) => (newest && newest.saidAt >= word.saidAt ? newest : word),
      null,
    );
}

/** Stretches that touch or overlap become one; in order. */
export function merged(stretches: readonly Ended[]): Ended[] {
  const runs: Ended[] = [];
  for (const { from, until } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = runs.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else runs.push({ from, until });
  }
  return runs;
}

function overlap(a: Ended, b: Ended): boolean {
  return a.from < b.until && b.from < a.until;
}
