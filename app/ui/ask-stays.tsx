/** From an ask to the nights that are paid for its family, and to the search for a home that goes on after them. */
import { localTime } from "~/domain/zone";
import { staysWords } from "~/text/stays";
import type { AskPart } from "~/ui/ask-page";
import { SearchSummary } from "~/ui/search-summary";

export function AskStays({ part: { language, base, ask, search, now, region } }: { part: AskPart }) {
  const words = staysWords[language];
  const today = localTime(now.getTime() / 1000, region.timeZone).date;
  return (
    <>
      <p>
        <a href={`${base}/stay`}>{ask.closedAt === null ? words.plan : words.planLink}</a>
      </p>
      <SearchSummary search={search} ask={base} language={language} today={today} />
    </>
  );
}
