/** What staff have said of tonight, as the board tells it. */
import type { Language } from "~/text/language";
import type { Clock } from "~/text/say";
import { staffWords } from "~/text/staff";

export function tonightSaid(said: { open: boolean; at: Date } | null, language: Language, clock: Clock) {
  const words = staffWords[language];
  const state = said === null ? "none" : said.open ? "open" : "closed";
  const at = said && words.saidAt(clock.departs(said.at.getTime() / 1000));
  return { state, words: [words.tonightIs[state], at].filter(Boolean).join(" ") } as const;
}
