/** What was typed into a form that edits a place, and what cannot be read of it. */
import type { EditProblem } from "~/text/edit";
import { typedLines } from "~/http/typed-words.server";

/** By the field's name; a box that is ticked is "on", one that is not is not there. */
export type Typed = Record<string, string>;

export type ReadPart<Said> =
  { kind: "said"; said: Said } | { kind: "unclear"; problems: { field: string; problem: EditProblem }[] };

const LONGEST = 4_000;
const MOST_FIELDS = 400;
// They belong to the form, not to what is said.
const OWN = new Set(["key", "seen", "step"]);

export function typedIn(form: FormData): Typed {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(
    texts
      .filter(([name]) => /^[a-z0-9-]{1,40}$/.test(name) && !OWN.has(name))
      .slice(0, MOST_FIELDS)
      .map(([name, value]) => [name, typedLines(value, LONGEST)]),
  );
}

/** Collects what is wrong while a part is read. */
export class Problems {
  readonly all: { field: string; problem: EditProblem }[] = [];

  add(field: string, problem: EditProblem): null {
    this.all.push({ field, problem });
    return null;
  }

  /** What was read, if all of it could be. */
  unless<Said>(said: Said): ReadPart<Said> {
    return this.all.length > 0 ? { kind: "unclear", problems: this.all } : { kind: "said", said };
  }
}

/** A whole number, or null where nothing was typed. */
export function numberIn(typed: Typed, field: string, [least, most]: [number, number], problems: Problems) {
  const text = typed[field] ?? "";
  if (text === "") return null;
  const number = /^-?\d{1,6}$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= most ? number : problems.add(field, "number");
}

/** Rows are numbered from 0; how many there are to read, empty ones included. */
export function rowsIn(typed: Typed, name: string): number {
  const rows = Object.keys(typed).flatMap((field) => {
    const [, row] = new RegExp(`^${name}-(\\d{1,2})-`).exec(field) ?? [];
    return row === undefined ? [] : [Number(row) + 1];
  });
  return Math.max(0, ...rows);
}
