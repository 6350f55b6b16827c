/** What was asked, as a sentence that opens the form. */
import type { Party } from "~/domain/party";
import type { Typed } from "~/domain/search";
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
