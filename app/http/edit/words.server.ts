/** How to reach a place and what it says of itself: from a form and back. */
import type { PlaceParts } from "~/domain/place-sheet";
import type { Words } from "~/domain/place";
import { LANGUAGES } from "~/text/language";
import { SPOKEN } from "~/text/spoken";
import { Problems, type ReadPart, type Typed } from "./typed.server";

type Said = PlaceParts["words"];

const LONGEST_WORDS = 1_000;
// As the database takes them (0001).
const PHONE = /^(?=.*[0-9])[0-9+*#(). extEXT/-]{3,40}$/;
const WEBSITE = /^https?:\/\/[^\s<>"]+$/;

export function readWords(typed: Typed): ReadPart<Said> {
  const problems = new Problems();
  const phone = typed.phone || null;
  if (phone && !PHONE.test(phone)) problems.add("phone", "phone");
  const website = typed.website || null;
  if (website && (!WEBSITE.test(website) || website.length > 500)) problems.add("website", "website");
  const about = wordsOf(typed, "about", problems);
  const rules = wordsOf(typed, "rules", problems);
  const languages = SPOKEN.filter((code) => typed[`speaks-${code}`]);
  return problems.unless({
    phone,
    website,
    about,
    rules,
    languages: languages.length > 0 ? languages : null,
  });
}

/** The database keeps English beside every other language. */
function wordsOf(typed: Typed, name: string, problems: Problems): Words | null {
  const { en, ...others } = Object.fromEntries(
    LANGUAGES.map((language) => [language, typed[`${name}-${language}`] ?? ""]),
  );
  for (const language of LANGUAGES)
    if ((typed[`${name}-${language}`] ?? "").length > LONGEST_WORDS)
      problems.add(`${name}-${language}`, "too-long");
  const given = Object.entries(others).filter(([, words]) => words !== "");
  if (!en && given.length > 0) return problems.add(`${name}-en`, "english");
  return en ? { en, ...Object.fromEntries(given) } : null;
}

export function typedWords({ phone, website, about, rules, languages }: Said): Typed {
  const said = (name: string, words: Words | null) =>
    LANGUAGES.map((language) => [`${name}-${language}`, words?.[language] ?? ""]);
  return Object.fromEntries([
    ["phone", phone ?? ""],
    ["website", website ?? ""],
    ...said("about", about),
    ...said("rules", rules),
    ...(languages ?? []).map((code) => [`speaks-${code}`, "on"]),
  ]) as Typed;
}
