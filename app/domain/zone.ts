/** Wall clocks and instants of an IANA zone, with the platform's own tables. */
import type { EpochSeconds } from "~/domain/journey";

/** "2026-01-15", in the region's zone. */
export type LocalDate = string;

/** Minutes since local midnight, 0 to 1439. */
export type WallMinutes = number;

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type LocalTime = { date: LocalDate; minutes: WallMinutes; weekday: Weekday };

const DAY_S = 86_400;

export function localTime(at: EpochSeconds, timeZone: string): LocalTime {
  const wall = at + offsetS(at, timeZone);
  const date = dateOf(Math.floor(wall / DAY_S));
  return { date, minutes: Math.floor(mod(wall, DAY_S) / 60), weekday: weekdayOf(date) };
}

/**
 * The instant at which the wall clock shows `minutes` on `date`. A time the spring night skips moves forward by
 * the skipped hour; of a time the autumn night shows twice it is the first.
 */
export function instantOf(date: LocalDate, minutes: WallMinutes, timeZone: string): EpochSeconds {
  const wall = dayNumber(date) * DAY_S + minutes * 60;
  // No zone changes its offset twice within two days, so one of these two offsets is in force.
  const before = wall - offsetS(wall - DAY_S, timeZone);
  const after = wall - offsetS(wall + DAY_S, timeZone);
  const first = Math.min(before, after);
  for (const instant of [first, Math.max(before, after)]) {
    if (instant + offsetS(instant, timeZone) === wall) return instant;
  }
  return before;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(dayNumber(date) + days);
}

/** Day 0, 1970-01-01, was a Thursday. */
export function weekdayOf(date: LocalDate): Weekday {
  return (mod(dayNumber(date) + 3, 7) + 1) as Weekday;
}

/** "2026-01-15T17:42:00-06:00". */
export function isoTime(at: EpochSeconds, timeZone: string): string {
  const offset = offsetS(at, timeZone);
  const wall = new Date((Math.floor(at) + offset) * 1000).toISOString().slice(0, 19);
  const minutes = Math.abs(offset) / 60;
  const digits = [Math.floor(minutes / 60), Math.floor(minutes % 60)].map((n) => String(n).padStart(2, "0"));
  return `${wall}${offset < 0 ? "-" : "+"}${digits.join(":")}`;
}

// A night's hours ask for the same few dates again and again; writing one out takes a microsecond each time.
const dates = new Map<number, LocalDate>();
const days = new Map<LocalDate, number>();
const MOST_DATES = 2_000;

function dayNumber(date: LocalDate): number {
  const known = days.get(date);
  if (known !== undefined) return known;
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)].map(Number);
  return kept(days, date, Date.UTC(year!, month! - 1, day) / (DAY_S * 1000));
}

function dateOf(day: number): LocalDate {
  return dates.get(day) ?? kept(dates, day, new Date(day * DAY_S * 1000).toISOString().slice(0, 10));
}

function kept<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): Value {
  if (known.size >= MOST_DATES) known.clear();
  known.set(key, value);
  return value;
}

function mod(n: number, by: number): number {
  return ((n % by) + by) % by;
}

type Zone = { format: Intl.DateTimeFormat; offsets: Map<number, number> };
const zones = new Map<string, Zone>();
// Every change of offset in force since 1972 falls on a quarter of an hour, so one answer serves the whole quarter.
const QUARTER_S = 900;
const MOST_QUARTERS = 20_000;

/** Seconds to add to UTC for the wall clock. */
export function offsetS(at: EpochSeconds, timeZone: string): number {
  const zone = zones.get(timeZone) ?? newZone(timeZone);
  const quarter = Math.floor(at / QUARTER_S);
  const known = zone.offsets.get(quarter);
  if (known !== undefined) return known;
  if (zone.offsets.size >= MOST_QUARTERS) zone.offsets.clear();
  const offset = readOffset(zone.format, quarter * QUARTER_S);
  zone.offsets.set(quarter, offset);
  return offset;
}

function newZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const zone = { format, offsets: new Map<number, number>() };
  zones.set(timeZone, zone);
  return zone;
}

function readOffset(format: Intl.DateTimeFormat, at: EpochSeconds): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at * 1000)) part[type] = Number(value);
  const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
  return wall / 1000 - at;
}
