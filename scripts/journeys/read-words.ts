/** Times, lengths and points as a person writes them in a command, each with a sentence where it cannot be taken. */
import type { LatLon } from "~/domain/journey";
import type { LocalDate } from "~/domain/zone";
import { dayNumber, localDate } from "~/transit/timetable/calendar";
import { Refusal } from "../postgres/refusal";

type Span = [least: number, most: number];

/** "4h", "45m", "1h30m", "90s" and "90" in seconds. */
export function durationOf(words: string, option: string, [least, most]: Span): number {
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/i.exec(words.trim());
  const [h = 0, m = 0, s = 0] = parts?.slice(1).map((part) => Number(part ?? 0)) ?? [];
  const seconds = 3600 * h + 60 * m + s;
  if (parts && words.trim() !== "" && seconds >= least && seconds <= most) return seconds;
  throw new Refusal(
    `${option} takes a time like 4h, 45m, 90s or 90, from ${least} to ${most} seconds; "${words}" is not one.`,
  );
}

export function numberOf(words: string, option: string, [least, most]: Span): number {
  const number = Number(words);
  if (/^-?(\d+\.?\d*|\.\d+)$/.test(words.trim()) && number >= least && number <= most) return number;
  throw new Refusal(`${option} takes a number from ${least} to ${most}; "${words}" is not one.`);
}

/** "17:00", "17:00:30" and, in the night after the day, "25:10": seconds of the service day; null for anything else. */
export function clockSeconds(words: string): number | null {
  const parts = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(words.trim());
  if (!parts) return null;
  const [h, m, s] = parts.slice(1).map((part) => Number(part ?? 0)) as [number, number, number];
  return h < 48 ? 3600 * h + 60 * m + s : null;
}

export function dateOf(words: string, option: string): LocalDate {
  const date = words.trim();
  const isDate = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(dayNumber(date));
  if (isDate && localDate(dayNumber(date)) === date) return date;
  throw new Refusal(`${option} takes a day like 2024-04-10; "${words}" is not one.`);
}

export function pointOf(words: string, option: string): LatLon {
  const [lat, lon, ...rest] = words
    .split(",")
    .map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (rest.length === 0 && isOnEarth(lat, lon)) return { lat, lon };
  throw new Refusal(
    `${option} takes degrees north and east with a comma between, like 38.6270,-90.1994; "${words}" is not that.`,
  );
}

export function isOnEarth(lat: unknown, lon: unknown): boolean {
  return typeof lat === "number" && typeof lon === "number" && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}
