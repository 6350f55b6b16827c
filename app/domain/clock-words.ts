/** A time as people type it: "17:30", "5:30 pm", "5pm", "noon"; with a date before it, "2026-01-15 17:30". */
import type { When } from "~/domain/search";

const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(?:h|hrs?)?\s*(?:([ap])\.?\s*(?:m\.?)?)?$/;
const DATED = /^(\d{4}-\d{2}-\d{2})(?:\s+|t)(\S.*)$/;
// No feed is older, and years before 100 mean others to the platform.
const FIRST_DATE = "2000-01-01";
const NAMED: Record<string, number> = { noon: 720, mediodia: 720, midnight: 0, medianoche: 0 };

/** Undefined where it is no time; empty and "now" mean now. */
export function whenIn(typed: string): When | undefined {
  const words = typed.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
  if (words === "" || words === "now" || words === "ahora") return { kind: "now" };
  const dated = DATED.exec(words);
  if (!dated) return timeIn(words);
  const [, date, rest] = dated as unknown as [string, string, string];
  const time = isDate(date) ? timeIn(rest) : undefined;
  return time && { kind: "on", date, minutes: time.minutes };
}

/** A day that is in the calendar: not February 30. */
function isDate(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return date >= FIRST_DATE && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

function timeIn(words: string): Extract<When, { kind: "at" }> | undefined {
  if (Object.hasOwn(NAMED, words)) return { kind: "at", minutes: NAMED[words]! };
  const match = CLOCK.exec(words);
  if (!match) return undefined;
  const minutes = wallMinutes(Number(match[1]), Number(match[2] ?? 0), match[3]);
  // A bare number could be a morning or an evening hour: only a colon or am and pm make it a time.
  const isClear = match[2] !== undefined || match[3] !== undefined;
  if (minutes === undefined || !isClear) return undefined;
  // "5:30" is what people write for both; "05:30" and "17:30" are a time field's.
  const isEither = match[3] === undefined && /^[1-9]$/.test(match[1]!);
  return isEither ? { kind: "at", minutes, eitherHalf: true } : { kind: "at", minutes };
}

function wallMinutes(hour: number, minute: number, half: string | undefined): number | undefined {
  if (minute > 59) return undefined;
  if (half === undefined) return hour > 23 ? undefined : hour * 60 + minute;
  if (hour < 1 || hour > 12) return undefined;
  return ((hour % 12) + (half === "p" ? 12 : 0)) * 60 + minute;
}
