/** Where the sample's own facts come from; a source that came with an import is said as it was written. */
import type { Words } from "~/domain/place";
import { wordsIn, type Language } from "~/text/language";

export const SAMPLE_SOURCES = {
  invented: { en: "Invented for the sample", es: "Inventado como ejemplo" },
  listings: {
    en: "Public listings, old in part; check before use",
    es: "Listas públicas, algunas viejas; confirme antes de usar",
  },
} satisfies Record<string, Words>;

export function sourceWords(source: string, language: Language): string {
  const ours = Object.values(SAMPLE_SOURCES).find(({ en }) => en === source);
  return ours ? wordsIn(ours, language) : source;
}
