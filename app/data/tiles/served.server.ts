/** Which tiles this server passes on: those of its regions, so that nobody else's map is drawn through it. */
import { regions } from "~/data/regions.server";
import { touches, type Tile } from "~/data/tiles/tile.server";
import type { Bounds } from "~/domain/region";

// A screen asks for 20 tiles at once: the database is asked for the regions' edges once a minute.
const KNOWN_FOR_MS = 60_000;

let known: { bounds: Bounds[]; until: number } = { bounds: [], until: 0 };

export async function isServed(tile: Tile, nowMs: number): Promise<boolean> {
  if (nowMs >= known.until) {
    // Edges hardly ever change: when the database is away, the last known ones hold.
    const read = await regions().catch(() => null);
    known = { bounds: read?.map(({ bounds }) => bounds) ?? known.bounds, until: nowMs + KNOWN_FOR_MS };
  }
  return known.bounds.some((bounds) => touches(tile, bounds));
}
