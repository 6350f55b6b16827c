/** The nights of a match as people say them. */
import type { Match } from "~/domain/match";
import { nights } from "~/domain/stay";
import { instantOf } from "~/domain/zone";
import type { Language } from "~/text/language";
import { clockOf, las, sayDate } from "~/text/say";

type Said = {
  dates: (from: string, time: string, until: string) => string;
  nights?: (count: number) => string;
};

/** "3 nights. You come on January 15 at about 6 pm. You leave on January 18." */
export function nightsWords(
  { arrivesOn, arrivesAt, leavesOn }: Pick<Match, "arrivesOn" | "arrivesAt" | "leavesOn">,
  words: Said,
  language: Language,
  timeZone: string,
): string {
  const hour = clockOf(language, timeZone).hour(instantOf(arrivesOn, arrivesAt, timeZone));
  const time = language === "es" ? las(hour) : hour;
  const said = words.dates(sayDate(arrivesOn, language), time, sayDate(leavesOn, language));
  return words.nights ? `${words.nights(nights({ arrivesOn, leavesOn }))}. ${said}` : said;
}

/** "until 9:40 pm". */
export function untilWords({ lapsesAt }: Pick<Match, "lapsesAt">, language: Language, timeZone: string) {
  return clockOf(language, timeZone).until(lapsesAt.getTime() / 1000);
}
