/** One region's timetable: what it is made of comes from the database, and a worker makes it. */
import { createHash } from "node:crypto";
import type { Region } from "~/domain/region";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { sql, within } from "../database.server";
import { activeFeeds } from "../feeds.server";
import { handRoutesOf } from "../hand-routes.server";
import { log } from "../log.server";
import { type Built, builtFrom, type Parts } from "./build.server";

export type LoadedTimetable = Omit<Built, "broken"> & {
  /** Equal for equal feeds and routes, in every process. */
  version: string;
};

/** How a timetable is made of its parts: in a worker, or for a test otherwise. */
export type Build = (parts: Parts) => Promise<Built>;

/** The one in use where nothing has changed. With none in use, a broken feed is left out; else that throws. */
export async function loadedFrom(
  region: Region,
  inUse: LoadedTimetable | undefined,
  build: Build,
): Promise<LoadedTimetable> {
  const handRoutes = await handRoutesOf(region.regionId);
  const feedIds = await activeFeedIds(region.regionId);
  if (inUse?.version === versionOf(region, feedIds, handRoutes)) return inUse;
  const feeds = await activeFeeds(region.regionId);
  const version = versionOf(
    region,
    feeds.map(({ feedId }) => feedId),
    handRoutes,
  );
  const parts = { feeds, handRoutes, timeZone: region.timeZone, now: seconds() };
  // Hand-entered lines alone are few: no worker is worth its start.
  const { broken, ...built } = await (feeds.length > 0 ? build : builtFrom)(parts);
  for (const { feedId, reason } of broken) {
    const what = `feed ${feedId} is broken: ${reason}`;
    if (inUse) throw new Error(what);
    // Better the other lines than none.
    log.error({ region: region.slug, feedId }, what);
  }
  return { version, ...built };
}

/** The hand-entered lines alone: better than no answer at all. */
export async function loadedWithoutFeeds(region: Region): Promise<LoadedTimetable> {
  const handRoutes = await handRoutesOf(region.regionId);
  const parts = { feeds: [], handRoutes, timeZone: region.timeZone, now: seconds() };
  const { broken: _none, ...built } = await builtFrom(parts);
  return { version: versionOf(region, [], handRoutes), ...built };
}

async function activeFeedIds(regionId: number): Promise<number[]> {
  const rows = await within(sql<{ feedId: number }[]>`
    select feed_id
    from active_feeds
    where region_id = ${regionId}
    order by name, starts_on`);
  return rows.map(({ feedId }) => feedId);
}

function versionOf(region: Region, feedIds: number[], handRoutes: HandRoute[]): string {
  const whole = JSON.stringify([region.regionId, region.timeZone, feedIds, handRoutes]);
  return createHash("sha256").update(whole).digest("hex").slice(0, 16);
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
