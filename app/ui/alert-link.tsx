/** From a shelter that has no room for them now to being told when one has: this one or another. */
import { holdOffer } from "~/domain/hold-offer";
import { searchQuery, type Search } from "~/domain/search";
import type { Option } from "~/domain/tonight";
import { answerWords } from "~/text/answer";
import type { Telling } from "~/ui/telling";

type AlertLinkProps = { option: Option; search: Search; telling: Telling };

export function AlertLink({ option, search, telling }: AlertLinkProps) {
  const isAskable = holdOffer(option, telling.now).kind !== "call";
  if (isAskable || option.place.kind !== "shelter") return null;
  return <a href={`/alert/ask?${searchQuery(search)}`}>{answerWords[telling.language].tellMe}</a>;
}
