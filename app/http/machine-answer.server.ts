/** One search asked by a machine: the page's own answer, or the reason there is none, with the status that says so. */
import { DatabaseAway } from "~/data/connection.server";
import { keptPlaces } from "~/data/kept-places.server";
import { tonightWithRooms } from "~/data/tonight.server";
import { whereIs } from "~/data/where.server";
import type { Region } from "~/domain/region";
import type { Search, SearchProblem } from "~/domain/search";
import type { RoomsTonight } from "~/domain/room-area";
import type { Tonight } from "~/domain/tonight";
import type { Found, Where } from "~/domain/where/where";
import { parseSearch } from "./search.server";

export type MachineAnswer =
  | {
      kind: "found";
      where: Found;
      search: Search;
      region: Region;
      tonight: Tonight & { rooms: RoomsTonight };
    }
  | { kind: "unfound"; where: Exclude<Where, { kind: "found" }> }
  | { kind: "unclear"; problems: SearchProblem[] }
  | { kind: "no-region"; slugs: string[] }
  | { kind: "away" };

/** Where a machine asks about, as people type it. */
export type MachineWhere =
  | { kind: "found"; where: Found; search: Search; region: Region }
  | Exclude<MachineAnswer, { kind: "found" | "away" }>;

export function machineAnswer(request: Request, now: Date): Promise<MachineAnswer> {
  return unlessAway(() => answerTo(request, now));
}

/** "away" while the database is. */
export async function unlessAway<T>(ask: () => Promise<T>): Promise<T | { kind: "away" }> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DatabaseAway) return { kind: "away" };
    throw error;
  }
}

async function answerTo(request: Request, now: Date): Promise<MachineAnswer> {
  const asked = await machineWhere(request);
  if (asked.kind !== "found") return asked;
  const { where, search, region } = asked;
  const tonight = await tonightWithRooms(region, where, search.party, search.when, now);
  return { ...asked, tonight };
}

export async function machineWhere(request: Request): Promise<MachineWhere> {
  const asked = parseSearch(new URL(request.url).searchParams);
  if (asked.kind === "unclear") return asked;
  const { search } = asked;
  const known = (await keptPlaces.regions()).map(({ slug }) => slug);
  if (search.region !== null && !known.includes(search.region)) return { kind: "no-region", slugs: known };
  if (!search.where) return { kind: "unclear", problems: [{ field: "where", problem: "not-known" }] };
  const { where, region } = await whereIs(search.where, search.region);
  if (where.kind !== "found" || !region) return { kind: "unfound", where: unfound(where) };
  return { kind: "found", where: where.at, search, region };
}

function unfound(where: Where): Exclude<Where, { kind: "found" }> {
  return where.kind === "found" ? { kind: "not-found" } : where;
}

// Anybody's page may read what anybody may see; an answer may say where a family is, so no cache keeps it.
const HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

export function machineJson(body: unknown, { status = 200, type = "application/json" } = {}): Response {
  const headers = { ...HEADERS, "Content-Type": `${type}; charset=utf-8` };
  return new Response(JSON.stringify(body), { status, headers });
}

/** What a browser asks before it lets another site's page read. */
export function preflight(): Response {
  const allowed = { "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS", "Access-Control-Max-Age": "86400" };
  return new Response(null, { status: 204, headers: { ...HEADERS, ...allowed } });
}

/** The answers without places, alike in JSON and GeoJSON. */
export function machineRefusal(
  answer: Extract<MachineAnswer, { kind: "unclear" | "no-region" | "away" }>,
): Response {
  if (answer.kind === "away") return machineJson({ problems: [{ problem: "away" }] }, { status: 503 });
  return answer.kind === "unclear"
    ? machineJson({ problems: answer.problems }, { status: 400 })
    : machineJson(
        { problems: [{ field: "region", problem: "not-known" }], regions: answer.slugs },
        { status: 404 },
      );
}
