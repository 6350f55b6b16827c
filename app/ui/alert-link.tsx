/** From a shelter that has no room for them now to who else helps, and to being told when one has: this one or another. */
import { holdOffer } from "~/domain/hold-offer";
import { searchQuery, type Search } from "~/domain/search";
import type { Option } from "~/domain/tonight";
import { answerWords } from "~/text/answer";
import type { Telling } from "~/ui/telling";

type AlertLinkProps = { option: Option; search: Search; telling: Telling };

export function AlertLink({ option, search, telling }: AlertLinkProps) {
  const isAskable = holdOffer(option, telling).kind !== "call";
  if (isAskable || option.place.kind !== "shelter") return null;
  const [words, query] = [answerWords[telling.language], searchQuery(search)];
  return (
    <>
      <a href={`/ask/new?${query}`}>{words.askAid}</a>
      <a href={`/alert/ask?${query}`}>{words.tellMe}</a>
    </>
  );
}
