/** Open places that fit a family tonight from roughly where it is: asked of the same function as the find page. */
import { tonightFor } from "~/data/tonight.server";
import { whereIs } from "~/data/where.server";
import { suggestedAmong, type AskSheet, type Suggestions } from "~/domain/desk";
import { ONE_ADULT } from "~/domain/party";
import type { Region } from "~/domain/region";
import { LONGEST_WHERE } from "~/domain/search";
import { typedLine } from "~/http/typed-words.server";

/** `words`: the family's own, or what a coordinator typed instead; kept nowhere. */
export async function suggestionsFor(
  { party }: Pick<AskSheet, "party">,
  { slug }: Region,
  words: string | null,
  now: Date,
): Promise<Suggestions> {
  const typed = typedLine(words, LONGEST_WHERE);
  if (typed === "") return { kind: "no-area" };
  const { where, region } = await whereIs(typed, slug);
  if (where.kind === "several") return { kind: "several", choices: where.choices.map((each) => each.words) };
  if (where.kind !== "found" || !region) return { kind: "not-known", typed };
  const tonight = await tonightFor(region, where.at, party ?? ONE_ADULT, { kind: "now" }, now);
  return {
    kind: "places",
    where: where.at.via === "position" ? typed : where.at.words,
    region: region.slug,
    party,
    now: tonight.now,
    from: tonight.from,
    options: suggestedAmong(tonight.options),
  };
}
