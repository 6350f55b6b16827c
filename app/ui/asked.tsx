/** What was asked, as a sentence that opens the form. */
import type { Party } from "~/domain/party";
import type { Typed, When } from "~/domain/search";
import { answerWords, partySentence } from "~/text/answer";
import type { Language } from "~/text/language";
import { SearchForm } from "~/ui/search-form";

type AskedProps = { language: Language; typed: Typed; party: Party; where: string; when: string };

export function Asked({ language, typed, party, where, when }: AskedProps) {
  const words = answerWords[language];
  return (
    <details className="asked">
      <summary>
        <span>{words.asked(partySentence(party, language), where, when)}</span> <u>{words.change}</u>
      </summary>
      <SearchForm language={language} typed={typed} />
    </details>
  );
}

/** "now", or "at 5:30 pm" from the wall time that was asked for. */
export function whenWords(when: When, language: Language): string {
  const words = answerWords[language];
  if (when.kind === "now") return words.now;
  const hours = Math.floor(when.minutes / 60);
  const minutes = when.minutes % 60;
  const time = `${hours % 12 || 12}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""} ${hours < 12 ? "am" : "pm"}`;
  return words.at(time);
}
