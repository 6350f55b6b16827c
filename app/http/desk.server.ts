/** What the desk's pages are drawn from: only for who coordinates the group, and each look at an ask is written down. */
import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { isColdTonight } from "~/data/ask-watch.server";
import { askSheet, deskOf } from "~/data/desk.server";
import { searchOf } from "~/data/home-search.server";
import { roomsForAsk } from "~/data/matches.server";
import { regions } from "~/data/regions.server";
import { ASK_CHANGES, deskOrder, looksForPlace, type AskSheet } from "~/domain/desk";
import type { Region } from "~/domain/region";
import { digestOf } from "~/http/digest.server";
import { requireGroup, type InGroup } from "~/http/group.server";
import { offersBeside } from "~/http/ask-offers.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { suggestionsFor } from "~/http/suggestions.server";
import { isWatching } from "~/http/watching.server";
import { isUuid } from "~/domain/uuid";

type Asked = Pick<LoaderFunctionArgs, "request" | "params">;

export async function deskPage({ request, params }: Asked) {
  return deskAt(request, await requireGroup(request, params.groupId, "coordinator"), new Date());
}

/** Of a page that watches only what changes by itself is asked for, and nothing is looked for anew. */
export async function askPage({ request, params }: Asked) {
  const now = new Date();
  const { inGroup, ask } = await requireAsk(request, params);
  const { searchParams } = new URL(request.url);
  const isLive = isWatching(request);
  const { region, ...desk } = await deskAt(request, inGroup, now);
  const looks = looksForPlace(ask.kinds) && ask.closedAt === null && !isLive;
  return {
    ...desk,
    region,
    ask,
    rooms: await roomsForAsk(inGroup.staff.token, ask.askId),
    search: await searchOf(inGroup.staff.token, ask.askId),
    suggestions: looks ? await suggestionsFor(ask, region, ask.area, now) : null,
    offers: isLive ? null : await offersBeside(request, inGroup.staff.token, ask, region, now),
    keys: { ...freshKeys(), tell: Array.from({ length: 5 }, () => randomUUID()) },
    done: ASK_CHANGES.find((change) => change === searchParams.get("done")) ?? null,
  };
}

/** Throws 404 for an ask that is not of that group, be it there or not. */
export async function requireAsk(
  request: Request,
  { groupId, askId = "" }: Asked["params"],
): Promise<{ inGroup: InGroup; ask: AskSheet }> {
  const inGroup = await requireGroup(request, groupId, "coordinator");
  const ask = isUuid(askId) ? await askSheet(inGroup.staff.token, askId) : null;
  if (!ask || ask.groupId !== inGroup.group.groupId) throw notFound();
  return { inGroup, ask };
}

export async function regionOf({ group }: InGroup): Promise<Region> {
  const region = (await regions()).find(({ regionId }) => regionId === group.regionId);
  if (!region) throw notFound();
  return region;
}

async function deskAt(request: Request, inGroup: InGroup, now: Date) {
  const { staff, group } = inGroup;
  const [lines, region] = await Promise.all([deskOf(staff.token, group.groupId), regionOf(inGroup)]);
  if (!lines) throw notFound();
  const isCold = await isColdTonight(region, now);
  return {
    language: languageOf(request),
    name: staff.name,
    personId: staff.personId,
    group: { groupId: group.groupId, name: group.name, isCoordinator: true },
    region,
    order: deskOrder(lines, isCold, now),
    // Time alone changes nothing at a desk.
    told: digestOf(lines),
    isCold,
    now,
  };
}

function freshKeys() {
  return {
    say: randomUUID(),
    quick: randomUUID(),
    claim: randomUUID(),
    hand: randomUUID(),
    letGo: randomUUID(),
    note: randomUUID(),
    end: randomUUID(),
    alike: randomUUID(),
  };
}
