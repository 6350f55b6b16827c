/** Tiles of a raster PMTiles file on this machine. */
import { open, type FileHandle } from "node:fs/promises";
import { PMTiles, TileType, type Source } from "pmtiles";
import { etagOf } from "~/data/tiles/picture.server";
import { CLOSEST_ZOOM, WIDEST_ZOOM, type TileSource } from "~/data/tiles/tile.server";

const TYPES: Partial<Record<TileType, string>> = {
  [TileType.Png]: "image/png",
  [TileType.Jpeg]: "image/jpeg",
  [TileType.Webp]: "image/webp",
};

// The file changes by hand at most; an ETag makes asking again cheap.
const FRESH_S = 7 * 86_400;

/** Throws with a sentence for the operator where the file is none of pictures. */
export async function tileArchive(path: string, attribution: string): Promise<TileSource> {
  const archive = new PMTiles(await fileSource(path));
  const header = await archive.getHeader();
  const type = TYPES[header.tileType];
  if (!type)
    throw new Error(`${path} holds no pictures (PNG, JPEG or WebP): vector tiles cannot be drawn here.`);

  const about = (await archive.getMetadata().catch(() => null)) as { attribution?: unknown } | null;
  return {
    attribution: typeof about?.attribution === "string" ? plainText(about.attribution) : attribution,
    minZoom: Math.max(WIDEST_ZOOM, header.minZoom),
    maxZoom: Math.min(CLOSEST_ZOOM, header.maxZoom),
    async tileAt({ z, x, y }) {
      const found = await archive.getZxy(z, x, y);
      if (!found) return { kind: "none" };
      const bytes = new Uint8Array(found.data);
      return { kind: "picture", picture: { bytes, type, etag: etagOf(bytes), freshS: FRESH_S } };
    },
  };
}

async function fileSource(path: string): Promise<Source> {
  const file = await open(path, "r");
  return {
    getKey: () => path,
    getBytes: async (offset, length) => ({ data: await readPart(file, offset, length) }),
  };
}

async function readPart(file: FileHandle, offset: number, length: number): Promise<ArrayBuffer> {
  const part = new Uint8Array(length);
  const { bytesRead } = await file.read(part, 0, length, offset);
  return part.buffer.slice(0, bytesRead);
}

// Attributions come as HTML with links; the map shows their words.
function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&copy;", "©")
    .replaceAll("&amp;", "&")
    .trim();
}
