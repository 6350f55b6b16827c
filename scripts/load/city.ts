/** A made-up city of St. Louis's size in a load's country: buses by a timetable, and thirty places of all hours. */
import { strToU8, zipSync } from "fflate";
import type { Sql } from "~/data/connection.server";
import { activateFeed, storeFeed } from "~/data/feeds.server";
import { applyPlaces } from "~/data/import/apply.server";
import { readPlacesFile } from "~/data/import/places-file.server";
import { previewOf } from "~/data/import/preview.server";
import { storedPlaces } from "~/data/import/stored.server";
import { feedFacts, readFeed } from "~/transit/gtfs/read-feed";
import { thirtyPlaces } from "../../tests/support/metropolis";
import { cityOf } from "../bench/city";

const SEED = 1;
const BOUNDS = { south: 38.38, west: -90.75, north: 38.95, east: -89.85 };
const ZONE = "America/Chicago";

/** With so many stops; its number. */
export async function makeCity(owner: Sql, stops: number): Promise<number> {
  const [{ regionId }] = await owner<[{ regionId: number }]>`
    insert into regions (slug, name, time_zone, south, west, north, east)
    values ('city', 'City', ${ZONE}, ${BOUNDS.south}, ${BOUNDS.west}, ${BOUNDS.north}, ${BOUNDS.east})
    returning region_id`;
  const file = readPlacesFile(Buffer.from(thirtyPlaces()), ZONE);
  const preview = previewOf(
    file,
    await storedPlaces(owner, regionId, "load"),
    { name: "City", bounds: BOUNDS },
    "load",
  );
  const applied = await applyPlaces(owner, regionId, "load", preview);
  if (applied.kind !== "applied") throw new Error(`the city's places: ${applied.kind}`);
  await putBusesInForce(owner, regionId, stops);
  return regionId;
}

async function putBusesInForce(owner: Sql, regionId: number, stops: number): Promise<void> {
  const texts = [...cityOf(stops, SEED)].map(([name, text]) => [name, strToU8(forYears(text))] as const);
  const read = readFeed(new Map(texts));
  if (read.kind === "refused") throw new Error(read.faults[0].reason);
  const feed = { regionId, name: "city", source: "load", facts: feedFacts(read.feed), warnings: [] };
  const stored = await storeFeed(owner, feed, [zipSync(Object.fromEntries(texts), { level: 1 })]);
  if (stored.kind !== "stored") throw new Error(`the city's buses: ${stored.kind}`);
  const { kind } = await activateFeed(owner, stored.feedId);
  if (kind !== "activated") throw new Error(`the city's buses: ${kind}`);
}

function forYears(text: string): string {
  return text.replaceAll(/,20\d{6},20\d{6}$/gm, ",20240101,20491231");
}
