/** Places as a seeker sees them: each a program at a site, with its rules, hours, counts and sources. */
import type { Hours, TonightsWord } from "~/domain/hours/hours";
import type { Place } from "~/domain/place";
import type { Pool, ReportWay } from "~/domain/pool";
import { sql, within } from "./database.server";
import { placeRows } from "./place-rows.server";

// In JSON a moment is text.
type PoolRow = Omit<Pool, "lastReport"> & { lastReport: { at: string; way: ReportWay } | null };
type WordRow = Omit<TonightsWord, "saidAt"> & { saidAt: string };
type PlaceRow = Omit<Place, "pools" | "hours"> &
  Omit<Hours, "words"> & { words: WordRow[]; pools: PoolRow[]; regionSlug: string };

export async function placesIn(regionId: number): Promise<Place[]> {
  const rows = await within(sql<PlaceRow[]>`
    ${placeRows()}
    where listed_places.region_id = ${regionId}
    order by place_id`);
  return rows.map((row) => placeOf(row).place);
}

/** Those of these that are listed. */
export async function placesAmong(placeIds: readonly number[]): Promise<Place[]> {
  const rows = await within(sql<PlaceRow[]>`
    ${placeRows()}
    where place_id = any(${[...placeIds]}::bigint[])
    order by place_id`);
  return rows.map((row) => placeOf(row).place);
}

export async function findPlace(placeId: number): Promise<{ place: Place; regionSlug: string } | undefined> {
  const [row] = await within(sql<[PlaceRow?]>`
    ${placeRows()}
    where place_id = ${placeId}`);
  return row && placeOf(row);
}

function placeOf(row: PlaceRow): { place: Place; regionSlug: string } {
  const { operating, intake, exceptions, rule, words, pools, regionSlug, ...place } = row;
  const hours = {
    operating,
    intake,
    exceptions,
    rule,
    words: words.map((word) => ({ ...word, saidAt: new Date(word.saidAt) })),
  };
  return { place: { ...place, pools: pools.map(poolOf), hours }, regionSlug };
}

function poolOf({ lastReport, ...pool }: PoolRow): Pool {
  return { ...pool, lastReport: lastReport && { at: new Date(lastReport.at), way: lastReport.way } };
}
