/** The forms of drives and rounds, read: what does not fit comes back as it was typed. */
import { z } from "zod";
import {
  DRIVE_CHANGES,
  MOST_NEEDS,
  MOST_OF_ONE,
  needsIn,
  type DriveWords,
  type RoundWords,
} from "~/domain/drive";
import { addDays, type LocalDate } from "~/domain/zone";
import type { DriveProblem } from "~/text/drives";
import { typedLine, typedLines } from "~/http/typed-words.server";

type Typed = Record<string, string>;
type Problems = Record<string, DriveProblem>;
type Unclear = { kind: "unclear"; problems: Problems; typed: Typed };
export type ReadDrive = Unclear | { kind: "drive"; key: string; said: DriveWords; typed: Typed };
export type ReadRound =
  Unclear | { kind: "round"; key: string; said: RoundWords; place: string; typed: Typed };

const LONGEST_NUMBER = 20;

const key = z.uuid();
const day = z.iso.date();

export function readDrive(form: FormData, today: LocalDate): ReadDrive {
  const { typed, problems, wrong, ours } = begun(form);
  const name = said(typed, "name", 80) ?? wrong("name", "name");
  const words = optional(typed, "words", 600, () => wrong("words", "words"));
  const dropOff = optional(typed, "dropOff", 300, () => wrong("dropOff", "dropOff"));
  const until = soon(typed.until, today) ?? wrong("until", "until");
  const needs = needsIn(typed.needs ?? "");
  if (!Array.isArray(needs) || needs.length === 0 || needs.length > MOST_NEEDS) wrong("needs", "needs");
  if (Object.keys(problems).length > 0 || !Array.isArray(needs)) return { kind: "unclear", problems, typed };
  return { kind: "drive", key: ours!, said: { name: name!, words, dropOff, until: until!, needs }, typed };
}

export function readRound(form: FormData, today: LocalDate): ReadRound {
  const { typed, problems, wrong, ours } = begun(form);
  const name = said(typed, "name", 80) ?? wrong("name", "name");
  const onDay = soon(typed.day, today) ?? wrong("day", "day");
  const fromMinutes = minutesIn(typed.from) ?? wrong("from", "time");
  const place = said(typed, "place", 300) ?? wrong("place", "place");
  const words = optional(typed, "words", 600, () => wrong("words", "words"));
  if (Object.keys(problems).length > 0) return { kind: "unclear", problems, typed };
  const round = { name: name!, onDay: onDay!, fromMinutes: fromMinutes!, words };
  return { kind: "round", key: ours!, said: round, place: place!, typed };
}

const changing = z.object({
  key,
  need: z.coerce.number().int().positive().safe().optional(),
  n: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((n) => n <= MOST_OF_ONE)
    .optional()
    .catch(undefined),
  gift: z.uuid().optional(),
  drive: z.uuid().optional(),
  round: z.uuid().optional(),
  person: z.coerce.number().int().positive().safe().optional(),
  as: z.enum(["done", "called-off"]).optional(),
});
export type ReadDriveChange = z.infer<typeof changing>;

/** Null: no form of ours. `n` is missing where no number was typed. */
export function readDriveChange(form: FormData): ReadDriveChange | null {
  return changing.safeParse(Object.fromEntries(form)).data ?? null;
}

/** What was no number, for the address of the page that asks again: a few letters at most. */
export function numberTyped(form: FormData, { need }: ReadDriveChange): string {
  const n = typedLine(form.get("n"), LONGEST_NUMBER);
  return `${new URLSearchParams({ need: String(need ?? ""), n })}#n-${need ?? ""}`;
}

/** Read again from there. */
export function numberToMend({ searchParams }: URL): { need: number; n: string } | null {
  if (searchParams.get("said") !== "number") return null;
  return {
    need: Number(searchParams.get("need")),
    n: typedLine(searchParams.get("n"), LONGEST_NUMBER),
  };
}

export function driveChange(called = ""): (typeof DRIVE_CHANGES)[number] | null {
  return DRIVE_CHANGES.find((change) => change === called) ?? null;
}

function begun(form: FormData) {
  const typed: Typed = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && name !== "key") typed[name] = typedLines(value);
  }
  const problems: Problems = {};
  const wrong = (field: string, problem: DriveProblem) => {
    problems[field] = problem;
    return null;
  };
  const ours = key.safeParse(form.get("key")).data;
  if (!ours) wrong("form", "old-form");
  return { typed, problems, wrong, ours };
}

/** As the database counts letters. */
function said(typed: Typed, name: string, most: number): string | null {
  const words = typed[name] ?? "";
  return words !== "" && [...words].length <= most ? words : null;
}

function optional(typed: Typed, name: string, most: number, wrong: () => null): string | null {
  if (!typed[name]) return null;
  return said(typed, name, most) ?? wrong();
}

function soon(typed: string | undefined, today: LocalDate): LocalDate | null {
  const read = day.safeParse(typed).data;
  return read && read >= today && read <= addDays(today, 366) ? read : null;
}

function minutesIn(typed = ""): number | null {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)/.exec(typed) ?? [];
  return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}
