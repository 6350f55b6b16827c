/** What is stored of a place's hours: spans of the week, exceptions, a rule for the cold, staff's words. */
import type { LocalDate, WallMinutes, Weekday } from "~/domain/zone";

/** `closes` at or before `opens` means the next day; equal means round the clock. */
export type Span = {
  days: Weekday[];
  opens: WallMinutes;
  closes: WallMinutes;
  from: LocalDate | null;
  until: LocalDate | null;
};

/** One date on which the usual spans do not hold; without hours it is closed all day. */
export type ExceptionDay = { date: LocalDate; hours: { opens: WallMinutes; closes: WallMinutes } | null };

/** A program that opens only in the cold, and when it says so. */
export type OpeningRule = {
  /** Opens when the forecast low is at or below this, in degrees Fahrenheit; null where the rule is another one. */
  lowAtOrBelowF: number | null;
  /** When staff decide, local time on the day itself. */
  decidedAt: WallMinutes | null;
};

/** Staff's word for one night, named by the date its evening begins on. */
export type TonightsWord = { night: LocalDate; open: boolean; saidAt: Date };

/** Never changed in place: what is laid out of it is kept by it. */
export type Hours = {
  readonly operating: readonly Span[];
  /** When people are let in; empty means: whenever it is open. */
  readonly intake: readonly Span[];
  readonly exceptions: readonly ExceptionDay[];
  readonly rule: OpeningRule | null;
  readonly words: readonly TonightsWord[];
};
