/** When a place is open and when it lets people in: from a form and back. */
import type { ExceptionDay, OpeningRule, Span } from "~/domain/hours/hours";
import type { PlaceParts } from "~/domain/place-sheet";
import type { LocalDate, WallMinutes, Weekday } from "~/domain/zone";
import { numberIn, Problems, rowsIn, type ReadPart, type Typed } from "./typed.server";

type Said = PlaceParts["hours"];

const WEEK: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export function readHours(typed: Typed): ReadPart<Said> {
  const problems = new Problems();
  return problems.unless({
    operating: spansIn(typed, "open", problems),
    intake: spansIn(typed, "in", problems),
    exceptions: exceptionsIn(typed, problems),
    rule: ruleIn(typed, problems),
  });
}

function spansIn(typed: Typed, name: string, problems: Problems): Span[] {
  return Array.from({ length: rowsIn(typed, name) }, (_, row) => `${name}-${row}`).flatMap((row) => {
    const days = WEEK.filter((day) => typed[`${row}-day-${day}`]);
    const fields = ["from", "until", "first", "last"].map((part) => typed[`${row}-${part}`] ?? "");
    if (days.length === 0 && fields.every((field) => field === "")) return [];
    if (days.length === 0) problems.add(`${row}-day-1`, "days");
    const opens = timeIn(typed, `${row}-from`, problems);
    const closes = timeIn(typed, `${row}-until`, problems);
    const from = dateIn(typed, `${row}-first`, problems);
    const until = dateIn(typed, `${row}-last`, problems);
    if (from && until && until < from) problems.add(`${row}-last`, "season");
    return [{ days, opens, closes, from, until }];
  });
}

function exceptionsIn(typed: Typed, problems: Problems): ExceptionDay[] {
  const seen = new Set<LocalDate>();
  return Array.from({ length: rowsIn(typed, "date") }, (_, row) => `date-${row}`).flatMap(
    (row): ExceptionDay[] => {
      const [on, from, until] = ["on", "from", "until"].map((part) => typed[`${row}-${part}`] ?? "");
      if (on === "" && from === "" && until === "") return [];
      const date = on === "" ? problems.add(`${row}-on`, "date") : dateIn(typed, `${row}-on`, problems);
      if (date === null) return [];
      if (seen.has(date)) problems.add(`${row}-on`, "date-twice");
      seen.add(date);
      if (from === "" && until === "") return [{ date, hours: null }];
      const opens = timeIn(typed, `${row}-from`, problems);
      return [{ date, hours: { opens, closes: timeIn(typed, `${row}-until`, problems) } }];
    },
  );
}

function ruleIn(typed: Typed, problems: Problems): OpeningRule | null {
  if (!typed.rule) return null;
  const decided = typed["rule-decided"] ? timeIn(typed, "rule-decided", problems) : null;
  return { lowAtOrBelowF: numberIn(typed, "rule-low", [-60, 80], problems), decidedAt: decided };
}

function timeIn(typed: Typed, field: string, problems: Problems): WallMinutes {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)(?::\d\d)?$/.exec(typed[field] ?? "") ?? [];
  if (hours === undefined) problems.add(field, "time");
  return Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}

function dateIn(typed: Typed, field: string, problems: Problems): LocalDate | null {
  const text = typed[field] ?? "";
  if (text === "") return null;
  const real = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(NaN);
  const isDate = !Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === text;
  return isDate ? text : problems.add(field, "date");
}

export function typedHours({ operating, intake, exceptions, rule }: Said): Typed {
  return Object.fromEntries([
    ...spansTyped("open", operating),
    ...spansTyped("in", intake),
    ...exceptions.flatMap(({ date, hours }, row) => [
      [`date-${row}-on`, date],
      [`date-${row}-from`, hours ? timeTyped(hours.opens) : ""],
      [`date-${row}-until`, hours ? timeTyped(hours.closes) : ""],
    ]),
    ...(rule ? [["rule", "on"]] : []),
    ["rule-low", String(rule?.lowAtOrBelowF ?? "")],
    ["rule-decided", typeof rule?.decidedAt === "number" ? timeTyped(rule.decidedAt) : ""],
  ]) as Typed;
}

function spansTyped(name: string, spans: readonly Span[]): [string, string][] {
  return spans.flatMap(({ days, opens, closes, from, until }, at) => {
    const row = `${name}-${at}`;
    return [
      ...days.map((day): [string, string] => [`${row}-day-${day}`, "on"]),
      [`${row}-from`, timeTyped(opens)],
      [`${row}-until`, timeTyped(closes)],
      [`${row}-first`, from ?? ""],
      [`${row}-last`, until ?? ""],
    ];
  });
}

function timeTyped(minutes: WallMinutes): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
