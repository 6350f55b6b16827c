/** What a family asks of one place, weighed anew whenever it is asked or sent: what the place offers, and who else may. */
import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { codeOf, hashOfCode } from "~/data/codes.server";
import { takeHold } from "~/data/holds.server";
import { keptPlaces } from "~/data/kept-places.server";
import { tonightFor } from "~/data/tonight.server";
import { whereIs } from "~/data/where.server";
import type { Taken } from "~/domain/hold";
import { holdOffer, placesBeside, type HoldOffer } from "~/domain/hold-offer";
import type { Journey } from "~/domain/journey";
import type { Region } from "~/domain/region";
import type { Search } from "~/domain/search";
import type { Option } from "~/domain/tonight";
import type { HoldForm } from "~/http/hold-form.server";
import { notFound } from "~/http/refusals.server";
import { parseSearch } from "~/http/search.server";

/** What is asked of the place itself. */
export type HoldQuestion = {
  region: Region;
  search: Search;
  /** False: ways begin at the place itself, for nobody said where they are. */
  isFromThem: boolean;
  option: Option;
  offer: HoldOffer;
  now: number;
  from: number;
};

const MOST_OTHERS = 3;

export async function holdQuestion(request: Request, id: string, at: Date): Promise<HoldQuestion> {
  const { others: _none, ...question } = await weighed(request, id, at, false);
  return question;
}

/** And where else to ask. */
export function holdQuestionBeside(request: Request, id: string, at: Date) {
  return weighed(request, id, at, true);
}

async function weighed(
  request: Request,
  id: string,
  at: Date,
  isBeside: boolean,
): Promise<HoldQuestion & { others: Option[] }> {
  const url = new URL(request.url);
  const asked = parseSearch(url.searchParams);
  // What is unclear is mended on the find page's form, with all that was typed.
  if (asked.kind === "unclear") throw redirect(`/${url.search}`);

  const found = /^\d{1,15}$/.test(id) ? await keptPlaces.find(Number(id)) : undefined;
  if (!found) throw notFound("place");
  const { region } = found;

  const { search } = asked;
  const { placeId, site } = found.place;
  const { where } = search.where
    ? await whereIs(search.where, search.region ?? region.slug)
    : { where: null };
  const origin = where?.kind === "found" ? where.at : null;
  const { party, when } = search;
  const only = isBeside ? undefined : placeId;
  const { now, from, options } = await tonightFor(region, origin ?? site, party, when, at, only);
  const option = options.find(({ place }) => place.placeId === placeId);
  // A member's room has no page.
  if (!option) throw notFound("place");
  const others = placesBeside(placeId, options, MOST_OTHERS);
  const offer = holdOffer(option, { now, from });
  return { region, search, isFromThem: origin !== null, option, offer, others, now, from };
}

/**
 * Asks for it, once for a form's key: even where the count says full by now, for that may be this family's own hold. The id is
 * made here: one that a browser names could be another family's.
 */
export async function askPlace(
  { option, offer, search, isFromThem }: HoldQuestion,
  { key, pool, contact }: HoldForm,
  { device, address }: { device: Uint8Array; address: Uint8Array },
): Promise<Taken> {
  const { counts, fit, opening, best } = option;
  const count = counts.find(({ poolId }) => poolId === pool);
  const isShut = opening.kind === "not-tonight" || opening.kind === "closed";
  if (!count || fit.kind === "no" || isShut) return { kind: "unknown-pool" };
  const arrivesAt = "arrivesAt" in offer ? offer.arrivesAt : (best?.enters ?? null);
  const holdId = randomUUID();
  return takeHold({
    key,
    device,
    address,
    holdId,
    codeHash: hashOfCode("hold", codeOf("hold", holdId)),
    poolId: pool,
    units: count.needs,
    party: search.party,
    ...(arrivesAt !== null && { arrivesAt: new Date(arrivesAt * 1000) }),
    ...(isFromThem && best && { journey: factsOf(best) }),
    ...(contact && { contact }),
  });
}

/** How they come, never from where. */
function factsOf({ legs }: Journey) {
  const lines = legs.flatMap((leg) => (leg.kind === "ride" ? [leg.route.shortName] : []));
  return { by: lines.length > 0 ? "bus" : "foot", lines };
}
