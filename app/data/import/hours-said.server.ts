/** Spans back into the one line they are written as, always the same for equal hours, so that lines can be compared. */
import type { ExceptionDay, Span } from "~/domain/hours/hours";
import type { LocalDate, WallMinutes, Weekday } from "~/domain/zone";

const DAY_NAMES = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const EVERY_DAY: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export function sayHours(spans: readonly Span[], exceptions: readonly ExceptionDay[] = []): string {
  const seasons = groupedBy(spans, saySeason);
  const usual = [...seasons]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([season, inSeason]) => saySeasonsRules(season, inSeason));
  const dates = exceptions
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
    .map(({ date, hours }) => `${sayDate(date)} ${hours ? sayTimes(hours) : "off"}`);
  return [...usual, ...dates].join("; ");
}

function saySeasonsRules(season: string, spans: Span[]): string[] {
  const timesOf = (day: Weekday) =>
    spans
      .filter((span) => span.days.includes(day))
      .toSorted((one, other) => one.opens - other.opens || one.closes - other.closes)
      .map(sayTimes)
      .join(",");
  const byTimes = groupedBy(EVERY_DAY, timesOf);
  byTimes.delete("");
  return [...byTimes].map(([times, days]) => {
    if (times === "00:00-00:00" && days.length === 7 && season === "") return "24/7";
    return [season, sayDays(days), times].filter(Boolean).join(" ");
  });
}

function saySeason({ from, until }: Span): string {
  if (!from && !until) return "";
  return `${from ? sayDate(from) : "1000 Jan 1"}-${until ? sayDate(until) : "9999 Dec 31"}`;
}

function sayDate(date: LocalDate): string {
  const [year, month, day] = date.split("-");
  return `${year} ${MONTH_NAMES[Number(month) - 1]} ${Number(day)}`;
}

function sayDays(days: Weekday[]): string {
  const runs: Weekday[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: Weekday | undefined) => DAY_NAMES[day! - 1];
  return runs
    .map((run) => (run.length === 1 ? name(run[0]) : `${name(run[0])}-${name(run.at(-1))}`))
    .join(",");
}

function sayTimes({ opens, closes }: { opens: WallMinutes; closes: WallMinutes }): string {
  const clock = (minutes: WallMinutes) =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return `${clock(opens)}-${clock(closes)}`;
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
