/** Hours as a test writes them: "Mo-Fr 18:00-07:00", in Kansas City. */
import type { Hours, Span } from "~/domain/hours/hours";
import type { Weekday } from "~/domain/zone";
import type { EpochSeconds } from "~/domain/journey";
import { isoTime } from "~/domain/zone";

export const CHICAGO = "America/Chicago";
const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

export function hoursOf(
  operating: string,
  more: Partial<Omit<Hours, "intake">> & { intake?: string } = {},
): Hours {
  const { intake = "", ...rest } = more;
  return {
    exceptions: [],
    rule: null,
    words: [],
    ...rest,
    operating: spans(operating),
    intake: spans(intake),
  };
}

/** "Mo-Fr 18:00-07:00; Sa 09:00-12:00 2026-11-01..2027-03-31" */
export function spans(text: string): Span[] {
  return text
    .split(";")
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const [days, times, season] = part.trim().split(" ");
      const [opens, closes] = times!.split("-").map(wall);
      const [from = null, until = null] = season?.split("..") ?? [];
      return { days: weekdays(days!), opens: opens!, closes: closes!, from, until };
    });
}

export function wall(clock: string): number {
  const [hours, minutes] = clock.split(":").map(Number);
  return hours! * 60 + minutes!;
}

/** "2026-01-15 18:00" in Kansas City's winter, or with an offset of its own. */
export function at(text: string): EpochSeconds {
  const iso = text.replace(" ", "T");
  return Date.parse(/[+-]\d\d:\d\d$/.test(iso) ? iso : `${iso}:00-06:00`) / 1000;
}

/** The same instants for people to read: numbers become "2026-01-15T18:00-06:00". */
export function told<T>(value: T): unknown {
  if (typeof value === "number" && value > 1e9) {
    return isoTime(value, CHICAGO).replace(/:00([+-])/, "$1");
  }
  if (Array.isArray(value)) return value.map(told);
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, told(part)]));
  }
  return value;
}

function weekdays(text: string): Weekday[] {
  const [first, last = first] = text.split("-").map((day) => DAYS.indexOf(day));
  return Array.from({ length: last! - first! + 1 }, (_, index) => (first! + index + 1) as Weekday);
}
