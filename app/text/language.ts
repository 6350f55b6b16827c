/** The languages every sentence exists in, and the choice among words that came with the data. */
import type { Words } from "~/domain/place";

export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name, as its speakers look for it. */
export const OWN_NAMES: Record<Language, string> = { en: "English", es: "Español" };

export function isLanguage(code: unknown): code is Language {
  return LANGUAGES.includes(code as Language);
}

/** What an operator entered, in the reader's language where it was given in it, else in English. */
export function wordsIn(words: Words, language: Language): string {
  return words[language] ?? words.en;
}
