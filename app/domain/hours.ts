/** When a place is open and when it lets people in, across midnight, exceptions and both daylight-saving nights. */
import type { EpochSeconds } from "~/domain/journey";

/** "2026-01-15", in the region's zone. */
export type LocalDate = string;

/** Minutes since local midnight, 0 to 1439. */
export type WallMinutes = number;

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

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
  decidedAt: WallMinutes;
};

/** Staff's word for one night, named by the date its evening begins on. */
export type TonightsWord = { night: LocalDate; open: boolean; saidAt: Date };

export type Hours = {
  operating: Span[];
  /** When people are let in; empty means: whenever it is open. */
  intake: Span[];
  exceptions: ExceptionDay[];
  rule: OpeningRule | null;
  words: TonightsWord[];
};

/** A stretch of time; null is "no end known within the next day" (round the clock). */
export type Stretch = { from: EpochSeconds; until: EpochSeconds | null };

/** What the hours say at one moment. `intake` is the stretch that counts for getting in, now or next. */
export type Opening =
  | { kind: "open"; until: EpochSeconds | null; intake: Stretch | null }
  | {
      kind: "opens";
      at: EpochSeconds;
      until: EpochSeconds | null;
      saidAt: EpochSeconds | null;
      intake: Stretch;
    }
  | { kind: "undecided"; decidesAt: EpochSeconds; rule: OpeningRule; at: EpochSeconds; intake: Stretch }
  | { kind: "not-tonight"; saidAt: EpochSeconds }
  | { kind: "closed"; opensNext: EpochSeconds | null }
  | { kind: "unknown" };
