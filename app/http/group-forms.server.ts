/** The forms about groups: coming in, beginning one, what it says of itself. What was typed is kept where it is unclear. */
import { z } from "zod";
import { kept, line } from "~/http/team-forms.server";
import { groupsWords } from "~/text/groups";
import type { Language } from "~/text/language";
import { staffWords } from "~/text/staff";
import { typedLines } from "~/http/typed-words.server";

const LONGEST_NAME = 100;
const LONGEST_GROUP = 80;
const LONGEST_TEXT = 600;
const LONGEST_EMAIL = 254;
const MOST_ZIPS = 200;

export const key = z.uuid();
export const id = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
export const personName = line(LONGEST_NAME);
export const email = z.string().trim().max(LONGEST_EMAIL).pipe(z.email());
export const words = z
  .string()
  .transform((typed) => typedLines(typed))
  .refine((typed) => typed.length <= LONGEST_TEXT)
  .transform((typed) => typed || null);
const zips = z
  .string()
  .transform((typed) => [...new Set(typed.split(/[\s,;]+/).filter(Boolean))])
  .pipe(z.array(z.string().regex(/^\d{5}$/)).max(MOST_ZIPS));

export type Problems<Field extends string> = Partial<Record<Field | "form", string>>;

export type TypedNewcomer = { name: string; email: string };
export type ReadNewcomer =
  | { kind: "newcomer"; name: string; email: string }
  | { kind: "unclear"; typed: TypedNewcomer; problems: Problems<"name" | "email"> };

export function readNewcomer(form: FormData, language: Language): ReadNewcomer {
  const [name, mail] = [personName.safeParse(form.get("name")), email.safeParse(form.get("email"))];
  if (name.success && mail.success) return { kind: "newcomer", name: name.data, email: mail.data };
  const typed = { name: kept(form, "name", LONGEST_NAME), email: kept(form, "email", LONGEST_EMAIL) };
  const problems = {
    ...(!name.success && { name: groupsWords[language].noName }),
    ...(!mail.success && { email: staffWords[language].notAnEmail }),
  };
  return { kind: "unclear", typed, problems };
}

export type ReadWords =
  | { kind: "words"; key: string; words: string | null }
  | { kind: "unclear"; why: "long" | "old-form"; typed: string };

export function readWords(form: FormData): ReadWords {
  const typed = kept(form, "words", 10 * LONGEST_TEXT);
  const ours = key.safeParse(form.get("key"));
  if (!ours.success) return { kind: "unclear", why: "old-form", typed };
  const said = words.safeParse(form.get("words") ?? "");
  if (!said.success) return { kind: "unclear", why: "long", typed };
  return { kind: "words", key: ours.data, words: said.data };
}

const about = { key, name: line(LONGEST_GROUP), about: words, zips };
const described = z.object(about);
const begun = z.object({ ...about, region: id, secondName: personName, secondEmail: email });

export type TypedGroup = Record<"name" | "about" | "zips" | "region" | "secondName" | "secondEmail", string>;
export type GroupField = keyof TypedGroup;
export type ReadGroup<Group> =
  | { kind: "group"; group: Group; typed: TypedGroup }
  | { kind: "unclear"; problems: Problems<GroupField>; typed: TypedGroup };

/** What a group says of itself. */
export function readAbout(form: FormData, language: Language): ReadGroup<z.infer<typeof described>> {
  return readGroup(described, form, language);
}

/** That, of a new one, and who else coordinates it. */
export function readBegin(form: FormData, language: Language): ReadGroup<z.infer<typeof begun>> {
  return readGroup(begun, form, language);
}

function readGroup<Shape extends z.ZodType>(shape: Shape, form: FormData, language: Language) {
  const typed = {
    name: kept(form, "name", LONGEST_GROUP),
    about: kept(form, "about", 10 * LONGEST_TEXT),
    zips: kept(form, "zips", 10 * MOST_ZIPS),
    region: kept(form, "region", 15),
    secondName: kept(form, "secondName", LONGEST_NAME),
    secondEmail: kept(form, "secondEmail", LONGEST_EMAIL),
  };
  const read = shape.safeParse(Object.fromEntries(form));
  if (read.success) return { kind: "group" as const, group: read.data, typed };
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
  return { kind: "unclear" as const, problems: problemsWith(wrong, language), typed };
}

function problemsWith(wrong: Set<string>, language: Language): Problems<GroupField> {
  const say = groupsWords[language].beginProblems;
  return {
    ...(wrong.has("name") && { name: say.name }),
    ...(wrong.has("about") && { about: say.about }),
    ...(wrong.has("zips") && { zips: say.zips }),
    ...(wrong.has("region") && { region: say.region }),
    ...(wrong.has("secondName") && { secondName: say.secondName }),
    ...(wrong.has("secondEmail") && { secondEmail: staffWords[language].notAnEmail }),
    ...(wrong.has("key") && { form: say["old-form"] }),
  };
}
