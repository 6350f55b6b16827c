/** A search's query string read into a search, or into what is unclear about it; what was typed is kept either way. */
import { z } from "zod";
import { whenIn } from "~/domain/clock-words";
import { PETS, type Party } from "~/domain/party";
import {
  LONGEST_WHERE,
  MOST_ADULTS,
  MOST_CHILDREN,
  type Search,
  type SearchProblem,
  type Typed,
} from "~/domain/search";

export type ParsedSearch =
  | { kind: "asked"; search: Search; typed: Typed }
  | { kind: "unclear"; problems: [SearchProblem, ...SearchProblem[]]; typed: Typed };

type Problem = SearchProblem["problem"];

const OLDEST_CHILD = 17;
// Longer than any field a person fills in; what is shown again must not be longer than the page itself.
const LONGEST_TYPED = 200;

const fields = z.object({
  where: z.string().trim().max(LONGEST_WHERE, problem("too-long")),
  region: z
    .string()
    .trim()
    .regex(/^[a-z0-9-]{0,80}$/, problem("not-known"))
    .transform((slug) => slug || null),
  adults: z
    .string()
    .trim()
    .regex(/^\d*$/, problem("not-a-number"))
    .transform((digits) => (digits === "" ? 1 : Number(digits)))
    .refine((count) => count <= MOST_ADULTS, problem("out-of-range")),
  children: z
    .string()
    .transform((ages) => ages.split(/[\s,;&+]+|\b(?:and|y)\b/i).filter((word) => word !== ""))
    .refine((ages) => ages.every((age) => /^\d+$/.test(age)), problem("not-a-number"))
    .transform((ages) => ages.map(Number))
    .refine((ages) => ages.every((age) => age <= OLDEST_CHILD), problem("out-of-range"))
    .refine((ages) => ages.length <= MOST_CHILDREN, problem("too-many")),
  pets: z
    .array(z.enum(PETS, problem("not-known")))
    .transform((chosen) => PETS.filter((pet) => chosen.includes(pet))),
  when: z.string().transform((words, issue) => {
    const time = whenIn(words);
    if (!time) issue.addIssue("not-a-time" satisfies Problem);
    return time ?? z.NEVER;
  }),
  wheelchair: z.boolean(),
  together: z.boolean(),
});

/** Total: every query string is either a search or names each field that is not clear. */
export function parseSearch(params: URLSearchParams): ParsedSearch {
  const typed = typedIn(params);
  const parsed = fields.safeParse(typed);
  const [first, ...others] = parsed.success ? noPeople(parsed.data) : problemsOf(parsed.error);
  if (first) return { kind: "unclear", problems: [first, ...others], typed: shortened(typed) };
  return { kind: "asked", search: searchOf(parsed.data!), typed };
}

function searchOf({ where, region, when, children, ...rest }: z.infer<typeof fields>): Search {
  const { adults, pets, wheelchair, together } = rest;
  const party: Party = { adults, childAges: children.toSorted((a, b) => a - b), pets, wheelchair, together };
  return { where, region, party, when };
}

/** A party of nobody is a slip of the finger. */
function noPeople({ adults, children }: z.infer<typeof fields>): SearchProblem[] {
  return adults + children.length === 0 ? [{ field: "adults", problem: "out-of-range" }] : [];
}

function typedIn(params: URLSearchParams): Typed {
  return {
    where: text(params, "where"),
    region: text(params, "region"),
    adults: text(params, "adults"),
    children: params.getAll("children").map(printable).join(", "),
    pets: params.getAll("pets").filter((pet) => pet !== ""),
    wheelchair: ticked(params, "wheelchair"),
    together: ticked(params, "together"),
    when: text(params, "when"),
  };
}

function text(params: URLSearchParams, name: string): string {
  return printable(params.get(name) ?? "");
}

/** Control characters are no part of a name, and some of them no database takes. */
function printable(words: string): string {
  return words.replace(/\p{Cc}+/gu, " ");
}

function ticked(params: URLSearchParams, name: string): boolean {
  return ["1", "on", "true", "yes"].includes((params.get(name) ?? "").toLowerCase());
}

/** One problem a field is enough to put it right. */
function problemsOf(error: z.ZodError): SearchProblem[] {
  const problems = new Map<keyof Typed, Problem>();
  for (const { path, message } of error.issues) {
    const field = path[0] as keyof Typed;
    if (!problems.has(field)) problems.set(field, message as Problem);
  }
  return [...problems].map(([field, reason]) => ({ field, problem: reason }));
}

function shortened(typed: Typed): Typed {
  const short = (words: string) => words.slice(0, LONGEST_TYPED);
  return {
    ...typed,
    where: short(typed.where),
    region: short(typed.region),
    adults: short(typed.adults),
    children: short(typed.children),
    pets: typed.pets.filter((pet) => PETS.some((known) => known === pet)),
    when: short(typed.when),
  };
}

/** zod's messages are our problems' names; the sentences are in `text`. */
function problem(name: Problem): { message: Problem } {
  return { message: name };
}
