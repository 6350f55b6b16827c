/** Dates without a zone as day numbers, and whether a service runs on one. */
import type { LocalDate } from "~/domain/zone";
import type { DayNumber, Service } from "~/transit/gtfs/feed";

const MS_PER_DAY = 86_400_000;

/** The earliest and latest day there can be, for what has no beginning or no end. */
export const FIRST_DAY: DayNumber = -1_000_000;
export const LAST_DAY: DayNumber = 1_000_000;

export function dayNumber(date: LocalDate): DayNumber {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

export function localDate(day: DayNumber): LocalDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day of a GTFS date (YYYYMMDD), or null where there is no such day. */
export function gtfsDay(text: string): DayNumber | null {
  if (!/^\d{8}$/.test(text)) return null;
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const day = dayNumber(date);
  return Number.isNaN(day) || localDate(day) !== date ? null : day;
}

/** An exception wins over the weekdays; a removal wins over an addition of the same date, for a bus too few is the smaller lie. */
export function runsOn(service: Service, day: DayNumber): boolean {
  if (service.removed.has(day)) return false;
  if (service.added.has(day)) return true;
  return day >= service.from && day <= service.until && ((service.weekdays >> weekday(day)) & 1) === 1;
}

/** 1970-01-01 was a Thursday; Monday is 0. */
export function weekday(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}
