/** One square of the map by its address, and what a source of them answers. */
import type { Bounds } from "~/domain/region";

export type Tile = { z: number; x: number; y: number };

export type Picture = {
  bytes: Uint8Array<ArrayBuffer>;
  /** "image/png", "image/jpeg" or "image/webp". */
  type: string;
  /** Of the bytes, in quotes. */
  etag: string;
  /** How long a browser may keep it. */
  freshS: number;
};

export type TileAnswer =
  | { kind: "picture"; picture: Picture }
  /** The source has no such tile. */
  | { kind: "none" }
  /** The source cannot answer now. */
  | { kind: "later"; afterS: number };

export type TileSource = {
  /** Plain text, to be shown on the map. */
  attribution: string;
  minZoom: number;
  maxZoom: number;
  tileAt(tile: Tile): Promise<TileAnswer>;
};

// Farther out a whole region is a few pixels; closer in a neighbourhood no longer fits a phone's screen.
export const WIDEST_ZOOM = 9;
export const CLOSEST_ZOOM = 17;

/** "13/1930/3160.png"; anything else is no tile's address. */
export function parseTile(words: string): Tile | undefined {
  const match = /^(\d{1,2})\/(\d{1,6})\/(\d{1,6})\.png$/.exec(words);
  if (!match) return undefined;
  const [z, x, y] = match.slice(1).map(Number) as [number, number, number];
  const side = 2 ** z;
  return z <= CLOSEST_ZOOM && x < side && y < side ? { z, x, y } : undefined;
}

/** The square's edges; tiles are numbered from the north-west in Web Mercator. */
export function tileBounds({ z, x, y }: Tile): Bounds {
  const side = 2 ** z;
  return {
    north: latitudeOf(y / side),
    south: latitudeOf((y + 1) / side),
    west: (x / side) * 360 - 180,
    east: ((x + 1) / side) * 360 - 180,
  };
}

function latitudeOf(down: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * down))) * 180) / Math.PI;
}

// A map shows a little of what lies around its region.
const MARGIN = 0.25;

export function touches(tile: Tile, { south, west, north, east }: Bounds): boolean {
  const square = tileBounds(tile);
  const high = (north - south) * MARGIN;
  const wide = (east - west) * MARGIN;
  return (
    square.south < north + high &&
    square.north > south - high &&
    square.west < east + wide &&
    square.east > west - wide
  );
}
