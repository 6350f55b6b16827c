/** Numbers as people say them: clock times, minutes, ages, lists, money, phone numbers. */
import { nightOf } from "~/domain/hours/night";
import type { LocalDate } from "~/domain/zone";
import type { EpochSeconds } from "~/domain/journey";
import { addDays, localTime, type Weekday } from "~/domain/zone";
import type { Language } from "~/text/language";

const LOCALES: Record<Language, string> = { en: "en-US", es: "es-US" };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(
  language: Language,
  timeZone: string,
  parts: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${Object.entries(parts).join()}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(LOCALES[language], { timeZone, ...parts });
    formats.set(key, found);
  }
  return found;
}

export type Clock = {
  /** "5:42 pm"; seconds are dropped, so a departure is never said too late. */
  departs(at: EpochSeconds): string;
  /** "6:20 pm", up to the next minute, so an arrival is never said too early. */
  arrives(at: EpochSeconds): string;
  /** When doors open and close: "6 pm", "6:30 am", "noon", "midnight". */
  hour(at: EpochSeconds): string;
  /**
   * "at 6 pm", "tomorrow at 6 am", "Monday at 6 am", "on April 10, 2024 at 5 pm", as seen from `now`. Midnight is that of
   * the day before it.
   */
  at(at: EpochSeconds, now: EpochSeconds): string;
  /** "until 7 am". */
  until(at: EpochSeconds): string;
  /** "from 6 pm". */
  from(at: EpochSeconds): string;
  /** "Monday". */
  weekday(at: EpochSeconds): string;
  /** The date an evening or the small hours after it belong to. */
  night(at: EpochSeconds): LocalDate;
};

type Prepositions = Record<"at" | "until" | "from", (time: string) => string> & {
  tomorrow: string;
  on: (weekday: string) => string;
  onDate: (date: string) => string;
};

// Twelve with am or pm is read either way.
const NAMED: Record<Language, { midnight: string; noon: string }> = {
  en: { midnight: "midnight", noon: "noon" },
  es: { midnight: "medianoche", noon: "mediodía" },
};

/** "las 2 pm", but "la 1 pm": one o'clock is singular in Spanish. "el mediodía", "la medianoche". */
export function las(time: string): string {
  if (time === NAMED.es.noon) return `el ${time}`;
  return `${/^1\D/.test(time) || time === NAMED.es.midnight ? "la" : "las"} ${time}`;
}

/** "a las 2 pm", "al mediodía". */
export function aLas(time: string): string {
  return `a ${las(time)}`.replace(/^a el /, "al ");
}

const PREPOSITIONS: Record<Language, Prepositions> = {
  en: {
    at: (time) => `at ${time}`,
    until: (time) => `until ${time}`,
    from: (time) => `from ${time}`,
    tomorrow: "tomorrow",
    on: (weekday) => weekday,
    onDate: (date) => `on ${date}`,
  },
  es: {
    at: aLas,
    until: (time) => `hasta ${las(time)}`,
    from: (time) => `desde ${las(time)}`,
    tomorrow: "mañana",
    on: (weekday) => `el ${weekday}`,
    onDate: (date) => `el ${date}`,
  },
};

// Six days: a weekday must name one day, the coming one.
const WEEK_S = 6 * 86_400;

/** A region's clock in a reader's language. */
export function clockOf(language: Language, timeZone: string): Clock {
  const time = format(language, timeZone, { hour: "numeric", minute: "2-digit" });
  const day = format(language, timeZone, { weekday: "long" });
  const words = PREPOSITIONS[language];

  const said = (at: EpochSeconds) => plainTime(time.format(at * 1000));
  const hour = (at: EpochSeconds) => named(withoutZeros(said(at)), language);
  const weekday = (at: EpochSeconds) => day.format(at * 1000);
  const date = (at: EpochSeconds) => localTime(at, timeZone).date;

  return {
    departs: (at) => said(Math.floor(at / 60) * 60),
    arrives: (at) => said(Math.ceil(at / 60) * 60),
    hour,
    weekday,
    night: (at) => nightOf(at, timeZone),
    until: (at) => words.until(hour(at)),
    from: (at) => words.from(hour(at)),
    at: (at, now) => {
      // Nobody calls the midnight this evening ends with tomorrow's.
      const within = hour(at) === NAMED[language].midnight ? at - 1 : at;
      if (date(within) === date(now)) return words.at(hour(at));
      const onDay =
        date(within) === addDays(date(now), 1)
          ? words.tomorrow
          : Math.abs(at - now) < WEEK_S
            ? words.on(weekday(within))
            : words.onDate(sayDate(date(within), language));
      return `${onDay} ${words.at(hour(at))}`;
    },
  };
}

function withoutZeros(time: string): string {
  return time.replace(":00", "");
}

function named(time: string, language: Language): string {
  const { midnight, noon } = NAMED[language];
  return time === "12\u00a0am" ? midnight : time === "12\u00a0pm" ? noon : time;
}

// "5:42 p. m." with its narrow spaces is how Intl writes it, not how a bus stop sign does.
function plainTime(time: string): string {
  return time
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/ ?([ap])\.? ?m\.?$/i, (_, half: string) => `\u00a0${half.toLowerCase()}m`);
}

// A Monday.
const WEEK_BEGINS = Date.UTC(2024, 0, 1);

/** "Sunday", "domingo"; short "Sun", "dom". */
export function sayWeekday(day: Weekday, language: Language, width: "long" | "short" = "long"): string {
  return format(language, "UTC", { weekday: width }).format(WEEK_BEGINS + (day - 1) * 86_400_000);
}

/** A time on the wall as "5:30 am", "6 pm"; minutes past 1440 are the small hours after it. */
export function sayWallTime(minutes: number, language: Language): string {
  return withoutZeros(clockOf(language, "UTC").departs(minutes * 60));
}

/** A date in the region's data ("2025-01-15"), as "January 15, 2025". */
export function sayDate(date: string, language: Language): string {
  return format(language, "UTC", { year: "numeric", month: "long", day: "numeric" }).format(
    Date.parse(`${date}T12:00:00Z`),
  );
}

/** "January 2025". */
export function sayMonth(date: string, language: Language): string {
  return format(language, "UTC", { year: "numeric", month: "long" }).format(Date.parse(`${date}T12:00:00Z`));
}

/** Seconds as whole minutes, up: nobody waits less than we said. */
export function minutesOf(seconds: number): number {
  return Math.ceil(seconds / 60);
}

/** As a sentence begins: "Warming center". */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "6, 9 and 12". */
export function sayList(items: readonly string[], language: Language, kind: "and" | "or" = "and"): string {
  const type = kind === "and" ? "conjunction" : "disjunction";
  return new Intl.ListFormat(LOCALES[language], { type }).format(items).replace(/, and /, " and ");
}

/** 200 cents is "$2", 150 is "$1.50", 125000 is "$1,250"; what is owed is "-$80". */
export function sayMoney(cents: number): string {
  const [dollars, rest] = (Math.abs(cents) / 100).toFixed(2).split(".");
  const whole = dollars!.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${cents < 0 ? "-" : ""}$${rest === "00" ? whole : `${whole}.${rest}`}`;
}

/** What a phone dials for a number as it is printed: "(816) 474-9380" is tel:+18164749380, "2-1-1" is tel:211. */
export function dial(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  return `tel:${digits.length === 10 ? `+1${digits}` : digits.length === 11 ? `+${digits}` : digits}`;
}

/** "12 min", "2 h". */
export function sayAge(minutes: number): string {
  return minutes < 120 ? `${minutes}\u00a0min` : `${Math.floor(minutes / 60)}\u00a0h`;
}
