/**
 * Hours as one line of text: a simple subset of OpenStreetMap's opening_hours
 * (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification).
 *
 *   hours  = "24/7" | rule { ";" rule }
 *   rule   = [ season ] [ days ] ( times | "off" )  |  date ( span | "off" )
 *   season = date "-" date                     2026 Nov 15-2027 Mar 31
 *   date   = YYYY Mon DD                       2026 Dec 24
 *   days   = day [ "-" day ] { "," ... }       Mo-Fr,Su
 *   times  = span { "," span }
 *   span   = HH:MM "-" HH:MM                   18:00-07:00 (ends the next morning)
 *
 * As in OpenStreetMap, a later rule replaces an earlier one on the days both name.
 */
import type { ExceptionDay, Span } from "~/domain/hours/hours";
import type { LocalDate, WallMinutes, Weekday } from "~/domain/zone";

export type HoursWords =
  { kind: "hours"; spans: Span[]; exceptions: ExceptionDay[] } | { kind: "unclear"; reason: string };

type Times = { opens: WallMinutes; closes: WallMinutes };
type Season = { from: LocalDate | null; until: LocalDate | null };
type Rule = { season: Season; days: Weekday[]; times: Times[] };

const DAY_NAMES = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const EVERY_DAY: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const DATE = /\d{4} [A-Z][a-z]{2} \d{1,2}/.source;
const DAYS = /[A-Z][a-z](?:\s*[-,]\s*[A-Z][a-z])*/.source;
const RULE = new RegExp(`^(?:(${DATE})(?:\\s*-\\s*(${DATE}))?:?\\s*)?(?:(${DAYS})\\s+)?(\\S.*)$`);

class Unclear extends Error {}

export function readHours(words: string): HoursWords {
  const seasons = new Map<string, Rule[]>();
  const exceptions: ExceptionDay[] = [];
  try {
    for (const part of words.replaceAll("–", "-").split(";")) {
      if (part.trim() === "") continue;
      const rule = readRule(part.trim());
      if ("date" in rule) exceptions.push(rule);
      else mapOf(seasons, `${rule.season.from}/${rule.season.until}`).push(rule);
    }
    refuseOverlaps([...seasons.values()].map(([first]) => first!.season));
  } catch (problem) {
    if (problem instanceof Unclear) return { kind: "unclear", reason: problem.message };
    throw problem;
  }
  return { kind: "hours", spans: [...seasons.values()].flatMap(spansOf), exceptions };
}

function mapOf(seasons: Map<string, Rule[]>, key: string): Rule[] {
  const rules = seasons.get(key) ?? [];
  seasons.set(key, rules);
  return rules;
}

function readRule(words: string): Rule | ExceptionDay {
  if (words === "24/7") {
    return { season: { from: null, until: null }, days: EVERY_DAY, times: [{ opens: 0, closes: 0 }] };
  }
  if (/\b[PS]H\b/.test(words))
    throw new Unclear(`"${words}": holidays are not known here, give each one's date`);
  const [, from, until, days, rest] = RULE.exec(words) ?? [];
  if (!rest) throw new Unclear(`"${words}" is not understood: write it like "Mo-Fr 18:00-07:00"`);
  if (from && !until) {
    if (days) throw new Unclear(`"${words}": a single date takes no weekdays`);
    const times = readTimes(rest);
    if (times.length > 1) throw new Unclear(`"${words}": a single date takes one stretch of hours`);
    return { date: readDate(from), hours: times[0] ?? null };
  }
  const season = { from: from ? readDate(from) : null, until: until ? readDate(until) : null };
  if (season.from && season.until && season.until < season.from) {
    throw new Unclear(`"${words}": the season ends before it begins`);
  }
  return { season, days: days ? readDays(days) : EVERY_DAY, times: readTimes(rest) };
}

function readDate(words: string): LocalDate {
  const [year, month, day] = words.split(" ") as [string, string, string];
  const monthNumber = MONTH_NAMES.indexOf(month) + 1;
  const date = `${year}-${String(monthNumber).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const real = new Date(`${date}T00:00:00Z`);
  if (monthNumber === 0 || Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== date) {
    throw new Unclear(`"${words}" is not a date: write it like "2026 Dec 24"`);
  }
  return date;
}

function readDays(words: string): Weekday[] {
  const days = words.split(",").flatMap((part) => {
    const [first, last = first] = part.split("-").map((name) => readDay(name.trim()));
    return EVERY_DAY.filter((day) =>
      first! <= last! ? day >= first! && day <= last! : day >= first! || day <= last!,
    );
  });
  return EVERY_DAY.filter((day) => days.includes(day));
}

function readDay(name: string): Weekday {
  const index = DAY_NAMES.indexOf(name);
  if (index < 0) throw new Unclear(`"${name}" is not a day: write Mo, Tu, We, Th, Fr, Sa or Su`);
  return (index + 1) as Weekday;
}

function readTimes(words: string): Times[] {
  if (words === "off" || words === "closed") return [];
  return words.split(",").map((part) => {
    const [, h1, m1, h2, m2] = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/.exec(part.trim()) ?? [];
    if (!h1) throw new Unclear(`"${part.trim()}" is not understood: write hours like "18:00-07:00"`);
    const opens = Number(h1) * 60 + Number(m1);
    const closes = Number(h2) * 60 + Number(m2);
    const long = closes > 24 * 60 && closes - opens > 24 * 60;
    if (opens >= 24 * 60 || Number(m1) > 59 || Number(m2) > 59 || closes > 48 * 60 || long) {
      throw new Unclear(`"${part.trim()}" is not a time of day`);
    }
    return { opens, closes: closes % (24 * 60) };
  });
}

function refuseOverlaps(seasons: Season[]): void {
  const start = (season: Season) => season.from ?? "0000";
  const end = (season: Season) => season.until ?? "9999";
  for (const [i, one] of seasons.entries()) {
    for (const other of seasons.slice(i + 1)) {
      if (start(one) <= end(other) && start(other) <= end(one)) {
        throw new Unclear("two seasons overlap: give every rule its own dates, or none of them");
      }
    }
  }
}

function spansOf(rules: Rule[]): Span[] {
  const byDay = new Map<Weekday, Times[]>();
  for (const rule of rules) for (const day of rule.days) byDay.set(day, rule.times);
  const season = rules[0]!.season;
  const spans = new Map<string, Span>();
  for (const day of EVERY_DAY) {
    for (const { opens, closes } of byDay.get(day) ?? []) {
      const span = spans.get(`${opens}-${closes}`) ?? { days: [], opens, closes, ...season };
      span.days.push(day);
      spans.set(`${opens}-${closes}`, span);
    }
  }
  return [...spans.values()];
}
