import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { outlineOf } from "~/data/outlines.server";
import { DatabaseAway } from "~/data/connection.server";
import { roomAreasIn } from "~/data/room-areas.server";
import { findRegion } from "~/data/regions.server";
import { tiles, type Tiles } from "~/data/tiles.server";
import { timetableOf } from "~/data/timetables.server";
import type { Region } from "~/domain/region";
import type { RouteLine } from "~/transit/timetable/lines";
import type { MapFacts } from "~/ui/map/map-facts";

const question = z.object({ region: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/) });

/** /map.json?region=SLUG: what the interactive map needs beside the answer. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = question.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) {
    return problem(400, "Say which area: /map.json?region=SLUG, in small letters, digits and hyphens.");
  }
  try {
    const region = await findRegion(asked.data.region);
    return region ? await mapOf(region, request) : problem(404, "We don't know that area.");
  } catch (error) {
    if (error instanceof DatabaseAway)
      return problem(503, "We cannot look this up now. Ask again in a minute.");
    throw error;
  }
}

async function mapOf(region: Region, request: Request): Promise<Response> {
  const [{ version, lines }, outline, source, { areas }] = await Promise.all([
    timetableOf(region),
    outlineOf(region),
    tiles(),
    roomAreasIn(region.regionId),
  ]);
  const rooms = areas.map(({ outline: corners }) => corners);
  const facts = { outline: outline.coordinates, rooms, ...tileFacts(source) };
  const etag = etagOf(version, JSON.stringify(facts));
  // Asked again at every map, sent again only after a change.
  const headers = { "Cache-Control": "public, no-cache", ETag: etag };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  return Response.json({ ...facts, lines: lines.map(shorter) } satisfies MapFacts, { headers });
}

function tileFacts(source: Tiles): Pick<MapFacts, "tiles" | "noTiles"> {
  if (source.kind === "none") return { tiles: null, noTiles: source.reason };
  const { minZoom, maxZoom, attribution } = source.source;
  return { tiles: { url: "/tiles/{z}/{x}/{y}.png", minZoom, maxZoom, attribution }, noTiles: null };
}

// Four decimals are 11 m: lines are simplified to 20.
function shorter(line: RouteLine): RouteLine {
  return { ...line, paths: line.paths.map((path) => path.map(([lon, lat]) => [round(lon), round(lat)])) };
}

function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}

function etagOf(...parts: string[]): string {
  return `"${createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 20)}"`;
}

// A proxy that compresses marks the tag as weak.
function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get("If-None-Match") ?? "";
  return known.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

function problem(status: number, sentence: string): Response {
  return Response.json({ problem: sentence }, { status, headers: { "Cache-Control": "no-store" } });
}
