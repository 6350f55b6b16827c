/** What the form of an ask takes over from a search: who comes, roughly where, and which groups can be asked from there. */
import { redirect } from "@remix-run/node";
import { findListedGroup, listedGroups } from "~/data/groups.server";
import { findRegion, regions, zipsIn } from "~/data/regions.server";
import { whereIs } from "~/data/where.server";
import { groupsFor, type ListedGroup } from "~/domain/group";
import { ASK_KINDS, type AskKind } from "~/domain/ask";
import type { Region } from "~/domain/region";
import { searchQuery, type Search } from "~/domain/search";
import { zipIn } from "~/domain/where/matches";
import { nearestOf } from "~/domain/where/nearest";
import type { Where } from "~/domain/where/where";
import { parseSearch } from "~/http/search.server";

export type AskQuestion = {
  search: Search;
  region: Region | null;
  /** A corner or a ZIP; never a phone's position. */
  area: string;
  groups: Pick<ListedGroup, "groupId" | "name" | "about">[];
  /** What a link has ticked and chosen already; "" is no group. */
  kinds: AskKind[];
  group: string;
  /** Asks the same again. */
  query: string;
};

export async function askQuestion(request: Request): Promise<AskQuestion> {
  const url = new URL(request.url);
  const asked = parseSearch(url.searchParams);
  // What is unclear is mended on the find page's form, with all that was typed.
  if (asked.kind === "unclear") throw redirect(`/${url.search}`);
  const { search } = asked;
  const [there, known, named] = await Promise.all([whereOf(search), regions(), groupNamed(url)]);
  const { where } = there;
  const theirs = known.find(({ regionId }) => regionId === named?.regionId);
  const region = there.region ?? theirs ?? known[0] ?? null;
  const linked = linkedIn(url, search, named);
  if (!region) return { search, region, area: "", groups: [], ...linked };

  const zip = await zipOf(where, region, search.where);
  // Who is far away is helped by nobody here.
  const listed = where?.kind === "outside" ? [] : await listedGroups(region.regionId);
  const groups = withNamed(groupsFor(listed, zip), named, region);
  return { search, region, area: areaOf(where, zip, search.where), groups, ...linked };
}

/** The group a link leads to ask; none that is unknown or closed. */
async function groupNamed({ searchParams }: URL): Promise<ListedGroup | null> {
  const id = searchParams.get("group") ?? "";
  return /^\d{1,15}$/.test(id) ? ((await findListedGroup(Number(id))) ?? null) : null;
}

function linkedIn({ searchParams }: URL, search: Search, named: ListedGroup | null) {
  const ticked = searchParams.getAll("kinds");
  const group = named ? String(named.groupId) : "";
  const query = searchQuery(search);
  if (named) query.set("group", group);
  return { kinds: ASK_KINDS.filter((kind) => ticked.includes(kind)), group, query: String(query) };
}

/** Whoever came by its link may ask it, wherever in its region they are. */
function withNamed(groups: ListedGroup[], named: ListedGroup | null, { regionId }: Region) {
  const isLeftOut = named?.regionId === regionId && groups.every(({ groupId }) => groupId !== named.groupId);
  return [...(isLeftOut ? [named] : []), ...groups].map(({ groupId, name, about }) => ({
    groupId,
    name,
    about,
  }));
}

async function whereOf(search: Search): Promise<{ where: Where | null; region: Region | null }> {
  if (search.where) return whereIs(search.where, search.region);
  return { where: null, region: search.region ? ((await findRegion(search.region)) ?? null) : null };
}

function areaOf(where: Where | null, zip: string | null, typed: string): string {
  if (where?.kind === "found") return where.at.via === "position" ? (zip ?? "") : where.at.words;
  return /\d\.\d{3}/.test(typed) ? "" : typed;
}

/** The one they named, else the one whose middle is nearest. */
async function zipOf(where: Where | null, { regionId }: Region, typed: string): Promise<string | null> {
  const named = zipIn(typed);
  if (named || where?.kind !== "found") return named;
  const zips = await zipsIn(regionId);
  return nearestOf(zips, where.at)?.name ?? null;
}
