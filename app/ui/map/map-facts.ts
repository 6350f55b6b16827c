/** What the interactive map needs beside the answer: the answer of /map.json. */
import type { RouteLine } from "~/transit/timetable/lines";

export type MapFacts = {
  /** County edges, lines of [lon, lat]. */
  outline: number[][][];
  lines: RouteLine[];
  /** Areas with vetted rooms of members, their corners as [lon, lat]. */
  rooms: [number, number][][];
  tiles: { url: string; minZoom: number; maxZoom: number; attribution: string } | null;
  /** Why there are no tiles, for the operator; null where there are. */
  noTiles: string | null;
};

/** Undefined where they cannot be had: the drawn map then stays. */
export async function mapFactsOf(slug: string): Promise<MapFacts | undefined> {
  const answer = await fetch(`/map.json?region=${encodeURIComponent(slug)}`);
  return answer.ok ? ((await answer.json()) as MapFacts) : undefined;
}
