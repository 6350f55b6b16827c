/** The way from a place to asking it to hold room; nothing where no room for this party is known of. */
import { holdOffer } from "~/domain/hold-offer";
import { searchQuery, type Search } from "~/domain/search";
import type { Option } from "~/domain/tonight";
import { holdWords, unitsToHold } from "~/text/hold";
import type { Telling } from "~/ui/telling";

type HoldLinkProps = {
  option: Option;
  href: string;
  telling: Telling;
  /** On a list: in fewer words, and only for a count of the last hour. */
  short?: boolean;
};

export function HoldLink({ option, href, telling, short = false }: HoldLinkProps) {
  const offer = holdOffer(option, telling);
  if (offer.kind !== "ask") return null;
  const [{ needs, unit, worth }] = offer.counts;
  if (short && worth.kind !== "fresh") return null;
  const words = holdWords[telling.language];
  const what = unitsToHold(needs, unit, telling.language);
  if (!short) return <a href={href}>{words.askThem(what)}</a>;
  return (
    <a href={href} aria-label={`${words.hold(what)}: ${option.place.name}`}>
      {words.hold(what)}
    </a>
  );
}

export function holdHref(placeId: number, search: Search): string {
  return `/places/${placeId}/hold?${searchQuery(search)}`;
}
