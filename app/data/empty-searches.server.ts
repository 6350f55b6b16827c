/**
 * Searches that found no bed, tallied in memory and written once a minute: of each only who kinds of people it was for, the
 * first three figures of the nearest ZIP, and the hour. What a process that dies had not written yet is lost.
 */
import { metresBetween } from "~/domain/geo";
import { searchedAs } from "~/domain/helped";
import type { EpochSeconds, LatLon } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { Region } from "~/domain/region";
import { nearestOf } from "~/domain/where/nearest";
import { localTime } from "~/domain/zone";
import { DatabaseAway } from "./connection.server";
import { sql, within } from "./database.server";
import { log } from "./log.server";
import { zipsIn } from "./regions.server";

const EVERY_MS = 60_000;
// More kinds than these no minute has; a flood of made-up searches fills no memory.
const MOST_KINDS = 2_000;
// Farther from the middle of a ZIP than this is no part of it.
const FAR_M = 15_000;

type Kind = { regionId: number; month: string; household: string; area: string; hour: number };

const tally = new Map<string, Kind & { n: number }>();
/** Those whose part of town is being looked up. */
const pending = new Set<Promise<void>>();
const zips = new Map<number, Promise<(LatLon & { name: string })[]>>();

/** Nobody waits for it, and it never breaks an answer. */
export function noteEmptySearch(region: Region, at: LatLon, party: Party, now: EpochSeconds): void {
  const noted = areaOf(region.regionId, at).then((area) => {
    const { date, minutes } = localTime(now, region.timeZone);
    const kind = {
      regionId: region.regionId,
      month: `${date.slice(0, 7)}-01`,
      household: searchedAs(party),
      area,
      hour: Math.floor(minutes / 60),
    };
    const name = JSON.stringify(kind);
    const known = tally.get(name);
    if (known) known.n += 1;
    else if (tally.size < MOST_KINDS) tally.set(name, { ...kind, n: 1 });
    pending.delete(noted);
  });
  pending.add(noted);
}

/** What was tallied so far; a database that is away gets it the next time. */
export async function writeEmptySearches(): Promise<void> {
  await Promise.all(pending);
  const said = [...tally.values()];
  tally.clear();
  if (said.length === 0) return;
  try {
    const rows = said.map(({ regionId, ...kind }) => ({ region_id: regionId, ...kind }));
    await within(sql`select add_empty_searches(${sql.json(rows)})`);
  } catch (error) {
    if (!(error instanceof DatabaseAway)) return log.error({ err: error }, "searches were not counted");
    for (const { n, ...kind } of said) {
      const name = JSON.stringify(kind);
      tally.set(name, { ...kind, n: n + (tally.get(name)?.n ?? 0) });
    }
  }
}

/** Until the answer is called: then what is left is written. */
export function keepCounting(everyMs = EVERY_MS): () => void {
  const timer = setInterval(() => {
    zips.clear();
    void writeEmptySearches();
  }, everyMs).unref();
  return () => {
    clearInterval(timer);
    void writeEmptySearches();
  };
}

async function areaOf(regionId: number, at: LatLon): Promise<string> {
  try {
    const known = zips.get(regionId) ?? zipsIn(regionId);
    zips.set(regionId, known);
    const nearest = nearestOf(await known, at);
    return nearest && metresBetween(nearest, at) <= FAR_M ? nearest.name.slice(0, 3) : "";
  } catch {
    zips.delete(regionId);
    return "";
  }
}
