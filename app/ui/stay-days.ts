/** Days of a stay, as people say them: they are near, so with the day of the week and without the year. */
import type { LocalDate } from "~/domain/zone";
import type { Language } from "~/text/language";

/** "Thursday, November 26", "jueves, 26 de noviembre". */
export function nearDay(date: LocalDate, language: Language): string {
  const parts = { timeZone: "UTC", weekday: "long", month: "long", day: "numeric" } as const;
  return new Intl.DateTimeFormat(`${language}-US`, parts).format(Date.parse(`${date}T12:00:00Z`));
}
