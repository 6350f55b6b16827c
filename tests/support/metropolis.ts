/** A metropolis for a test: St. Louis, where its feed lies beside the project, as if it were of these years. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { unzipSync, zipSync } from "fflate";
import type { Sql } from "~/data/connection.server";
import { activateFeed, storeFeed } from "~/data/feeds.server";
import { applyPlaces } from "~/data/import/apply.server";
import { readPlacesFile } from "~/data/import/places-file.server";
import { previewOf } from "~/data/import/preview.server";
import { storedPlaces } from "~/data/import/stored.server";
import { findRegion } from "~/data/regions.server";
import type { Region } from "~/domain/region";
import { feedFacts, readFeed } from "~/transit/gtfs/read-feed";

const FILE = fileURLToPath(new URL("../../../shared/gtfs/metro-stlouis.zip", import.meta.url));
const BOUNDS = { south: 38.38, west: -90.75, north: 38.95, east: -89.85 };
export const PLACES = 30;

export function hasMetropolis(): boolean {
  return existsSync(FILE);
}

/** The feed's files, with its weekdays running for years. */
function metropolisFiles(): Map<string, Uint8Array> {
  const files = new Map(Object.entries(unzipSync(readFileSync(FILE))));
  const calendar = new TextDecoder().decode(files.get("calendar.txt"));
  files.set(
    "calendar.txt",
    new TextEncoder().encode(calendar.replaceAll(/,2024\d{4},2024\d{4},/g, ",20240101,20491231,")),
  );
  files.delete("calendar_dates.txt");
  return files;
}

/** A region "stl" with its buses and thirty places: doors of all hours, beds, halls to wait in. */
export async function seedMetropolis(owner: Sql): Promise<Region> {
  const { south, west, north, east } = BOUNDS;
  await owner`
    insert into regions (slug, name, time_zone, south, west, north, east)
    values ('stl', 'St. Louis', 'America/Chicago', ${south}, ${west}, ${north}, ${east})`;
  const region = (await findRegion("stl"))!;
  const file = readPlacesFile(Buffer.from(thirtyPlaces()), region.timeZone);
  const preview = previewOf(file, await storedPlaces(owner, region.regionId, "test"), region, "test");
  const applied = await applyPlaces(owner, region.regionId, "test", preview);
  if (applied.kind !== "applied") throw new Error(JSON.stringify(applied));
  await putMetropolisInForce(owner, region);
  return region;
}

async function putMetropolisInForce(owner: Sql, region: Region): Promise<void> {
  const activated = await activateFeed(owner, await storeMetropolis(owner, region));
  if (activated.kind !== "activated") throw new Error(activated.kind);
}

/** The same buses as a new feed, not in force yet; its number. */
export async function storeMetropolis(owner: Sql, { regionId }: Region): Promise<number> {
  const files = metropolisFiles();
  const read = readFeed(files);
  if (read.kind === "refused") throw new Error(read.faults[0].reason);
  const feed = { regionId, name: "metro", source: "test", facts: feedFacts(read.feed), warnings: [] };
  const stored = await storeFeed(owner, feed, [zipSync(Object.fromEntries(files), { level: 1 })]);
  if (stored.kind !== "stored") throw new Error(stored.kind);
  return stored.feedId;
}

const HOURS = [
  ["shelter", "Mo-Su 18:00-07:00", "Mo-Su 18:00-21:00", "families room x8 of 4"],
  ["shelter", "24/7", "", "anyone bed x40"],
  ["warming-center", "Mo-Su 19:30-08:00", "", ""],
  ["day-center", "Mo-Su 07:00-20:00", "", ""],
  ["shelter", "Mo-Su 17:00-08:00", "Mo-Su 17:00-23:00", "women bed x20; families room x4 of 5"],
  ["warming-center", "24/7", "", ""],
] as const;

/** Spread over the city, so that each is a ride from most corners. */
export function thirtyPlaces(): string {
  const rows = Array.from({ length: PLACES }, (_, i) => {
    const [kind, hours, intake, pools] = HOURS[i % HOURS.length]!;
    const lat = 38.55 + ((i * 7) % PLACES) * 0.007;
    const lon = -90.42 + ((i * 11) % PLACES) * 0.0085;
    return `p${i},${kind},Place ${i},Organization ${i},${lat},${lon},"${hours}","${intake}","${pools}",yes,yes`;
  });
  return ["key,kind,name,organization,lat,lon,hours,intake,pools,families,adults_alone", ...rows].join("\n");
}

/** Corners a family may stand at, as the words it types. */
export function cornersOf(names: readonly { lat: number; lon: number }[]): string[] {
  return Array.from({ length: 60 }, (_, i) => {
    const { lat, lon } = names[Math.floor((i * names.length) / 60)]!;
    return `${lat.toFixed(3)},${lon.toFixed(3)}`;
  });
}
