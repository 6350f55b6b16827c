/** What members offer that may meet one ask, and what was offered to its family already: for its coordinators. */
import { randomUUID } from "node:crypto";
import { offersAtAsk, offersOf } from "~/data/offers.server";
import { zipsIn } from "~/data/regions.server";
import { whereIs } from "~/data/where.server";
import type { AskSheet } from "~/domain/desk";
import { offersFor, type Offered } from "~/domain/offer";
import type { Region } from "~/domain/region";
import { LONGEST_WHERE } from "~/domain/search";
import { nearestOf } from "~/domain/where/nearest";
import { zipIn } from "~/domain/where/matches";
import { localTime } from "~/domain/zone";

const SAID: readonly Offered[] = ["used", "closed", "old-form"];

export async function offersBeside(
  request: Request,
  token: string,
  ask: AskSheet,
  region: Region,
  now: Date,
) {
  const [offered, offers, zip] = await Promise.all([
    offersAtAsk(token, ask.askId),
    ask.closedAt === null ? offersOf(token, ask.groupId) : [],
    zipOfArea(ask.area, region),
  ]);
  const at = localTime(now.getTime() / 1000, region.timeZone);
  const given = new Set(offered?.map(({ offerId }) => offerId));
  const left = (offers ?? []).filter(({ offerId }) => !given.has(offerId));
  const came = new URL(request.url).searchParams.get("offered");
  return {
    offered: offered ?? [],
    fitting: offersFor(left, ask, zip, now, at).map((offer) => ({ ...offer, key: randomUUID() })),
    came: SAID.find((each) => each === came) ?? null,
  };
}

/** As the family said it: a ZIP, else the one whose middle is nearest to where the words lead. */
async function zipOfArea(area: string | null, { regionId, slug }: Region): Promise<string | null> {
  const words = (area ?? "").slice(0, LONGEST_WHERE);
  const named = zipIn(words);
  if (named || words === "") return named;
  const { where } = await whereIs(words, slug);
  if (where.kind !== "found") return null;
  return nearestOf(await zipsIn(regionId), where.at)?.name ?? null;
}
