/** Days about rooms, as people say them. */
import type { Language } from "~/text/language";
import { sayDate } from "~/text/say";

/** The day a moment falls on, in the region. */
export function dayWords(at: Date, language: Language, timeZone: string): string {
  // The Swedish way of writing a day is the international one.
  return sayDate(new Intl.DateTimeFormat("sv-SE", { timeZone }).format(at), language);
}
