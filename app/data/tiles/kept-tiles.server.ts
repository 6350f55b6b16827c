/** Tiles kept on disk: one file each, written whole or not at all, the longest unconfirmed thrown away first. */
import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isWholePicture } from "~/data/tiles/picture.server";
import type { Tile } from "~/data/tiles/tile.server";

export type KeptTile = {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  /** Ours, of the bytes. */
  etag: string;
  /** What the source wants to hear when it is asked whether the tile is still the same. */
  theirEtag: string | null;
  theirDate: string | null;
  /** Milliseconds since 1970. */
  freshUntil: number;
};

export type KeptTiles = {
  find(tile: Tile): Promise<KeptTile | undefined>;
  keep(tile: Tile, kept: KeptTile): Promise<void>;
};

// Below the limit by this much after throwing away, so that it is not done for every tile.
const ROOM_AFTER = 0.9;

/** At most `mostBytes` in `folder`; several processes may share it. */
export function keptTiles(folder: string, mostBytes: number): KeptTiles {
  // Unknown until counted: others may have filled the folder before.
  let bytes = Infinity;

  return {
    async find(tile) {
      const file = await readFile(fileOf(folder, tile)).catch(() => undefined);
      return file && readTile(file);
    },
    async keep(tile, { bytes: picture, ...head }) {
      const file = fileOf(folder, tile);
      const content = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), picture]);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      const draft = `${file}.${randomBytes(6).toString("hex")}`;
      await writeFile(draft, content, { mode: 0o600 });
      await rename(draft, file);
      bytes += content.length;
      if (bytes > mostBytes) bytes = await throwAwayOldest(folder, mostBytes);
    },
  };
}

function fileOf(folder: string, { z, x, y }: Tile): string {
  return join(folder, String(z), String(x), String(y));
}

// A damaged file counts as no tile.
function readTile(file: Buffer<ArrayBuffer>): KeptTile | undefined {
  const end = file.indexOf("\n");
  try {
    const head = JSON.parse(file.toString("utf8", 0, end)) as Omit<KeptTile, "bytes">;
    const bytes = file.subarray(end + 1);
    return isWholePicture(bytes, head.type) ? { ...head, bytes } : undefined;
  } catch {
    return undefined;
  }
}

/** What is left, in bytes. */
async function throwAwayOldest(folder: string, mostBytes: number): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const seen = await Promise.all(names.map((name) => fileFacts(join(folder, name))));
  const files = seen.filter((file) => file !== undefined).toSorted((a, b) => a.writtenAt - b.writtenAt);
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes <= mostBytes) return bytes;

  for (const file of files) {
    if (bytes <= mostBytes * ROOM_AFTER) break;
    await rm(file.path, { force: true });
    bytes -= file.bytes;
  }
  return bytes;
}

async function fileFacts(
  path: string,
): Promise<{ path: string; bytes: number; writtenAt: number } | undefined> {
  const facts = await stat(path).catch(() => undefined);
  return facts?.isFile() ? { path, bytes: facts.size, writtenAt: facts.mtimeMs } : undefined;
}
