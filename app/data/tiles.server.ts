/** Where this server's map tiles come from: a file, a kept copy of another server's, or nowhere. */
import { access, constants, lstat, mkdir } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { tileArchive } from "~/data/tiles/archive.server";
import { keptTiles } from "~/data/tiles/kept-tiles.server";
import { TileProxy } from "~/data/tiles/proxy.server";
import { CLOSEST_ZOOM, WIDEST_ZOOM, type Tile, type TileSource } from "~/data/tiles/tile.server";
import { isContact, userAgent } from "~/data/user-agent.server";

/** Without tiles, why: the operator reads it in /map.json. */
export type Tiles = { kind: "tiles"; source: TileSource } | { kind: "none"; reason: string };

type Settings = Readonly<Record<string, string | undefined>>;

const OPENSTREETMAP = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
const OPENSTREETMAPS_WORDS = "© OpenStreetMap contributors";

const TIMEOUT_MS = 8_000;

// A region of a large city, zoom 9 to 17, as far as people look at it.
const MOST_KEPT_BYTES = 256 * 1024 * 1024;

let chosen: Promise<Tiles> | undefined;

/** Chosen once per process. */
export function tiles(): Promise<Tiles> {
  chosen ??= chooseTiles(process.env);
  return chosen;
}

/** TILES, TILES_FILE, TILES_URL, TILES_ATTRIBUTION and CONTACT of the environment; never throws. */
export async function chooseTiles(env: Settings): Promise<Tiles> {
  if (env.TILES?.toLowerCase() === "off")
    return { kind: "none", reason: "Tiles are switched off (TILES=off)." };

  const attribution = env.TILES_ATTRIBUTION || OPENSTREETMAPS_WORDS;
  if (env.TILES_FILE) return fromFile(env.TILES_FILE, attribution);

  const url = env.TILES_URL || OPENSTREETMAP;
  const unclear = whatIsWrong(url, env.CONTACT);
  if (unclear) return { kind: "none", reason: unclear };

  const folder = await folderToKeep(env);
  if (!folder) return { kind: "none", reason: "No folder to keep tiles in can be written to." };
  const kept = keptTiles(join(folder, new URL(url).hostname), MOST_KEPT_BYTES);
  const proxy = new TileProxy({ url, userAgent: userAgent(env.CONTACT), timeoutMs: TIMEOUT_MS }, kept);
  const tileAt = (tile: Tile) => proxy.tileAt(tile);
  return { kind: "tiles", source: { attribution, minZoom: WIDEST_ZOOM, maxZoom: CLOSEST_ZOOM, tileAt } };
}

async function fromFile(path: string, attribution: string): Promise<Tiles> {
  try {
    return { kind: "tiles", source: await tileArchive(path, attribution) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: "none", reason: `TILES_FILE cannot be used: ${why}` };
  }
}

function whatIsWrong(url: string, contact: string | undefined): string | null {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (
    !address ||
    !/^https?:$/.test(address.protocol) ||
    !["{z}", "{x}", "{y}"].every((part) => url.includes(part))
  ) {
    return "TILES_URL must be an http(s) address with {z}, {x} and {y}.";
  }
  if (contact && !isContact(contact)) return "CONTACT must be a mail address or a web address.";
  if (/(^|\.)openstreetmap\.org$/.test(address.hostname) && !contact) {
    return "OpenStreetMap's tiles need CONTACT to be set: their policy asks who is asking.";
  }
  return null;
}

async function folderToKeep(env: Settings): Promise<string | undefined> {
  const beside = env.WARMSTOP_DATA || (env.DATABASE_URL ? undefined : ".warmstop");
  const candidates = [beside, join(tmpdir(), `warmstop-${userInfo().uid}`)].filter(
    (folder) => folder !== undefined,
  );
  for (const candidate of candidates) {
    const folder = join(candidate, "tiles");
    if (await isOurs(folder).catch(() => false)) return folder;
  }
  return undefined;
}

// Where everyone may write, someone else may have made the folder first.
async function isOurs(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await access(folder, constants.W_OK | constants.X_OK);
  return (await lstat(folder)).uid === userInfo().uid;
}
