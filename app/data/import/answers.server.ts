/** How one cell of a places file is read: each reader says in a sentence what it cannot take. */
import { z } from "zod";
import type { LocalDate } from "~/domain/zone";
import { readHours } from "./hours-words.server";
import { readPools } from "./pools-words.server";

const YES = ["yes", "y", "true", "1", "si", "sí"];
const NO = ["no", "n", "false", "0"];

// Newlines and tabs are taken in sentences only.
const CONTROL = /\p{Cc}/u;
const CONTROL_IN_SENTENCES = /[^\P{Cc}\n\r\t]/u;

const cell = z
  .string()
  .trim()
  .refine((typed) => !CONTROL.test(typed), "holds a line break or a control character");

/** A line of at most so many letters; empty is null. */
export function text(most: number) {
  return cell.max(most, `longer than ${most} letters`).transform((typed) => typed || null);
}

export function needed(most: number) {
  return cell.min(1, "must be given").max(most, `longer than ${most} letters`);
}

/** Some sentences; empty is null. */
export function sentences(most: number) {
  return z
    .string()
    .trim()
    .max(most, `longer than ${most} letters`)
    .refine((typed) => !CONTROL_IN_SENTENCES.test(typed), "holds a control character")
    .transform((typed) => typed || null);
}

/** yes, no, or null where nobody told us. */
export const answer = cell.transform((typed, context): boolean | null => {
  const word = typed.toLowerCase();
  if (word === "" || word === "unknown") return null;
  if (YES.includes(word)) return true;
  if (NO.includes(word)) return false;
  context.addIssue({ code: "custom", message: `"${typed}" is neither yes, no nor empty` });
  return z.NEVER;
});

/** One of our own words, however it was typed: "Warming center" is warming-center. */
export function asWord(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "-");
}

export function oneOf<Word extends string>(words: readonly Word[]) {
  return cell.transform((typed, context): Word | null => {
    if (typed === "") return null;
    const word = words.find((each) => each === asWord(typed));
    if (word) return word;
    context.addIssue({ code: "custom", message: `"${typed}" is not one of ${words.join(", ")}` });
    return z.NEVER;
  });
}

/** A whole number between the two, or null. */
export function whole(least: number, most: number) {
  return cell.transform((typed, context): number | null => {
    if (typed === "") return null;
    const number = Number(typed);
    if (/^-?\d{1,6}$/.test(typed) && number >= least && number <= most) return number;
    context.addIssue({
      code: "custom",
      message: `"${typed}" is not a whole number from ${least} to ${most}`,
    });
    return z.NEVER;
  });
}

export function degrees(most: number) {
  return cell.transform((typed, context): number => {
    const number = Number(typed);
    if (typed !== "" && /^-?\d{1,3}(\.\d{1,15})?$/.test(typed) && Math.abs(number) <= most) return number;
    const message = typed === "" ? "must be given" : `"${typed}" is not a position in degrees`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}

// Digits with what people write between them; "ext 5" and "x5" at the end.
export const phone = text(40).refine(
  (typed) => typed === null || /^\+?[\d(][\d ().-]{1,20}\d(\s*(ext\.?|x)\s*\d{1,6})?$/i.test(typed),
  "is not a phone number",
);

export const website = text(300).refine(
  (typed) => typed === null || (URL.canParse(typed) && /^https?:\/\/[^\s<>"]+$/.test(typed)),
  "is not a web address that begins with https://",
);

export const date = cell.transform((typed, context): LocalDate | null => {
  if (typed === "") return null;
  const real = new Date(`${typed}T00:00:00Z`);
  const isReal = !Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === typed;
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed) && isReal) return typed;
  context.addIssue({ code: "custom", message: `"${typed}" is not a date: write it like 2026-01-15` });
  return z.NEVER;
});

export const clockTime = cell.transform((typed, context): number | null => {
  if (typed === "") return null;
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(typed) ?? [];
  if (hours && Number(hours) < 24 && Number(minutes) < 60) return Number(hours) * 60 + Number(minutes);
  context.addIssue({ code: "custom", message: `"${typed}" is not a time of day: write it like 08:00` });
  return z.NEVER;
});

export const hours = cell.transform((typed, context) => {
  const read = readHours(typed);
  if (read.kind === "hours") return read;
  context.addIssue({ code: "custom", message: read.reason });
  return z.NEVER;
});

export const pools = cell.transform((typed, context) => {
  const read = readPools(typed);
  if (read.kind === "pools") return read.pools;
  context.addIssue({ code: "custom", message: read.reason });
  return z.NEVER;
});

/** "photo ID | proof of address"; "none" is known to ask for none; empty is null. */
export const list = cell.max(1_000, "longer than 1000 letters").transform((typed) => {
  if (typed === "") return null;
  if (typed.toLowerCase() === "none") return [];
  return typed.split("|").flatMap((part) => part.trim() || []);
});
