/** The address of the page of a hold: it carries the search that the hold was asked with, so that the way there can be shown. */
import { z } from "zod";
import { ONE_ADULT, type Party } from "~/domain/party";
import { searchQuery } from "~/domain/search";
import { parseSearch } from "~/http/search.server";
import type { LateSaid } from "~/text/own-hold";

const LATE = "late";
const said = z.enum([
  "extended",
  "still-a-request",
  "arrives-too-late",
  "full",
  "has-hold",
  "unclear",
  "confirmed",
  "other-hold",
] satisfies LateSaid[]);

/** On a phone where nobody searched, the party of the hold alone. */
export function holdQuery(request: Request, party: Party | null): string {
  const asked = parseSearch(new URL(request.url).searchParams);
  if (asked.kind === "asked" && asked.search.where) return String(searchQuery(asked.search));
  return String(searchQuery({ where: "", region: null, party: party ?? ONE_ADULT, when: { kind: "now" } }));
}

/** Where a change leads: the page of the hold, and there what came of the late bus. */
export function holdAddress(request: Request, of?: LateSaid): string {
  const query = new URLSearchParams(holdQuery(request, null));
  if (of) query.set(LATE, of);
  return query.size > 0 ? `/hold?${query}` : "/hold";
}

export function lateSaid(request: Request): LateSaid | null {
  return said.safeParse(new URL(request.url).searchParams.get(LATE)).data ?? null;
}
