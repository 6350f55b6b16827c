/** HSDS schedules (RFC 5545 words, one row a rule) as the line of hours a CSV would hold. */
import type { Span } from "~/domain/hours/hours";
import type { Weekday } from "~/domain/zone";
import { sayHours } from "./hours-said.server";
import type { HsdsRow } from "./hsds-tables.server";

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const EVERY_DAY: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const SAYS_INTAKE = /intake|check[- ]?in|doors? open|admission|entrada/i;

export type HsdsHours = { hours: string; intake: string; notUnderstood: number };

/** Schedules that say more than weekly hours are left out, and counted: hours unknown are better than hours guessed. */
export function hoursOfSchedules(schedules: HsdsRow[], timeZone: string): HsdsHours {
  const read = schedules.map((row) => ({ row, span: spanOf(row, timeZone) }));
  const understood = read.flatMap(({ row, span }) => (span ? [{ row, span }] : []));
  const isIntake = ({ row }: { row: HsdsRow }) =>
    SAYS_INTAKE.test(`${row.description ?? ""} ${row.notes ?? ""}`);
  const partly = understood.length < read.length;
  const line = (rows: typeof understood) => (partly ? "" : sayHours(rows.map(({ span }) => span)));
  return {
    hours: line(understood.filter((each) => !isIntake(each))),
    intake: line(understood.filter(isIntake)),
    notUnderstood: read.length - understood.length,
  };
}

function spanOf(row: HsdsRow, timeZone: string): Span | undefined {
  const weekly = (row.freq ?? "WEEKLY") === "WEEKLY" || row.freq === "DAILY";
  const plain =
    (row.interval ?? "1") === "1" && !row.bymonthday && !row.byyearday && !row.byweekno && !row.count;
  if (!weekly || !plain) return undefined;
  const days = daysOf(row);
  const opens = minutesOf(row.opens_at, row, timeZone);
  const closes = minutesOf(row.closes_at, row, timeZone);
  if (!days || !opens || !closes || opens.dayShift !== 0) return undefined;
  const from = dateOf(row.valid_from);
  const until = dateOf(row.valid_to ?? row.until);
  return { days, opens: opens.minutes, closes: closes.minutes, from, until: from || until ? until : null };
}

function daysOf({ byday, freq }: HsdsRow): Weekday[] | undefined {
  if (!byday) return freq === "DAILY" ? EVERY_DAY : undefined;
  const days = byday.split(",").map((name) => DAYS.indexOf(name.trim().toUpperCase()) + 1);
  return days.includes(0) ? undefined : EVERY_DAY.filter((day) => days.includes(day));
}

/** "18:00", "18:00:00", "18:00-06:00" or "00:00Z" as local wall time. */
function minutesOf(words: string | undefined, row: HsdsRow, timeZone: string) {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(words ?? "");
  if (!match) return undefined;
  const [, hours, minutes, offset] = match as unknown as [string, string, string, string | undefined];
  const said = Number(hours) * 60 + Number(minutes);
  if (said > 24 * 60) return undefined;
  const shifted = said + shiftOf(offset, row, timeZone);
  return {
    minutes: ((shifted % 1440) + 1440) % 1440,
    dayShift: said === 1440 ? 0 : Math.floor(shifted / 1440),
  };
}

// An offset the zone itself has, in summer or winter, only says that this is wall time.
function shiftOf(offset: string | undefined, row: HsdsRow, timeZone: string): number {
  if (!offset) return 0;
  const given = offset === "Z" ? 0 : offsetMinutes(offset);
  const year = new Date(dateOf(row.valid_from) ?? "2026-01-15").getUTCFullYear();
  const own = [0, 6].map((month) => zoneMinutes(timeZone, new Date(Date.UTC(year, month, 15))));
  if (own.includes(given)) return 0;
  return zoneMinutes(timeZone, new Date(dateOf(row.valid_from ?? row.dtstart) ?? `${year}-01-15`)) - given;
}

function offsetMinutes(words: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(words)!;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

// A formatter costs more than a hundred of its answers.
const formatters = new Map<string, Intl.DateTimeFormat>();

function zoneMinutes(timeZone: string, at: Date): number {
  const formatter =
    formatters.get(timeZone) ?? new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  formatters.set(timeZone, formatter);
  const offset = /GMT([+-]\d{2}:\d{2})/.exec(formatter.format(at))?.[1];
  return offset ? offsetMinutes(offset) : 0;
}

function dateOf(words: string | undefined): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(words ?? "")?.[0] ?? null;
}
