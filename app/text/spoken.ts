/** Languages a desk may speak, each by its name in the reader's language. */
import type { Language } from "~/text/language";

/** English, Spanish, American Sign Language, and what newcomers to Kansas City speak most. */
export const SPOKEN = ["en", "es", "ase", "ar", "fr", "my", "ne", "so", "sw", "vi"];

export function spokenName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: "language", fallback: "code" }).of(code) ?? code;
}
