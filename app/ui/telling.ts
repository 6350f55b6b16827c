/** What every sentence of one answer is told with: language, clock, when, for whom, and the bus company's number. */
import type { Party } from "~/domain/party";
import type { Region } from "~/domain/region";
import type { Language } from "~/text/language";
import { clockOf, type Clock } from "~/text/say";

export type Telling = {
  language: Language;
  clock: Clock;
  now: number;
  from: number;
  party: Party;
  /** null where the region has none. */
  busPhone: string | null;
};

export function tellingOf(
  language: Language,
  { timeZone, hotlines }: Pick<Region, "timeZone" | "hotlines">,
  { now, from, party }: Pick<Telling, "now" | "from" | "party">,
): Telling {
  const busPhone = hotlines.find(({ kind }) => kind === "transit")?.phone ?? null;
  return { language, clock: clockOf(language, timeZone), now, from, party, busPhone };
}
