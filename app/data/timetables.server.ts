/**
 * The timetable of each region, loaded once per process and shared by all requests.
 * A new one is built beside the one in use and takes its place when it is whole; a request keeps the one it began with.
 */
import { createHash } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import type { NamedPoint } from "~/domain/journey";
import type { Region } from "~/domain/region";
import type { Feed } from "~/transit/gtfs/feed";
import { readFeed } from "~/transit/gtfs/read-feed";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { routeLines } from "~/transit/timetable/lines";
import type { RouteLine } from "~/transit/timetable/lines";
import { namedStops } from "~/transit/timetable/stops";
import { buildTimetable } from "~/transit/timetable/timetable";
import type { Timetable } from "~/transit/timetable/timetable";
import { DatabaseAway } from "./connection.server";
import { listen, sql, within } from "./database.server";
import { activeFeeds } from "./feeds.server";
import { filesOf } from "./feeds/zip.server";
import { handRoutesOf } from "./hand-routes.server";
import { log } from "./log.server";

export type LoadedTimetable = {
  /** Equal for equal feeds and routes, in every process. */
  version: string;
  timetable: Timetable;
  lines: RouteLine[];
  stops: NamedPoint[];
};

type Kept = {
  region: Region;
  inUse: LoadedTimetable | undefined;
  loading: Promise<LoadedTimetable> | undefined;
  /** Something changed since the load under way began. */
  changed: boolean;
};

const RETRY_MS = 2_000;

const kept = new Map<number, Kept>();
let listening: Promise<void> | undefined;

export async function timetableOf(region: Region): Promise<LoadedTimetable> {
  const entry = kept.get(region.regionId) ?? { region, inUse: undefined, loading: undefined, changed: false };
  kept.set(region.regionId, entry);
  const movedZone = entry.region.timeZone !== region.timeZone;
  entry.region = region;
  hearChanges();
  if (movedZone) reload(entry);
  return entry.inUse ?? loadOnce(entry);
}

function hearChanges(): void {
  // What changed before the ear was open was not heard: all are looked at again once it is.
  listening ??= listen("timetable_changed", reloadRegion, reloadAll).then(reloadAll, (error: unknown) => {
    listening = undefined;
    log.warn({ err: error }, "not told of changed timetables yet");
  });
}

function reloadRegion(payload: string): void {
  const entry = kept.get(Number(payload));
  if (entry) reload(entry);
}

function reloadAll(): void {
  for (const entry of kept.values()) reload(entry);
}

function reload(entry: Kept): void {
  entry.changed = true;
  // Who asked for a first one hears of its failure; nobody waits for this.
  loadOnce(entry).catch(() => {});
}

/** Rejects only where there is no timetable to go on with. */
function loadOnce(entry: Kept): Promise<LoadedTimetable> {
  entry.loading ??= loadUntilCurrent(entry)
    .catch((error: unknown) => {
      if (!entry.inUse) throw error;
      const { slug } = entry.region;
      log.error({ err: error, region: slug }, "the timetable in use stays: the new one cannot be loaded");
      // A database away comes back; a broken feed stays broken until another one is put in force.
      if (error instanceof DatabaseAway) setTimeout(() => reload(entry), RETRY_MS).unref();
      return entry.inUse;
    })
    .finally(() => {
      entry.loading = undefined;
    });
  return entry.loading;
}

async function loadUntilCurrent(entry: Kept): Promise<LoadedTimetable> {
  for (;;) {
    entry.changed = false;
    const loaded = await load(entry.region, entry.inUse);
    entry.inUse = loaded;
    if (!entry.changed) return loaded;
  }
}

async function load(region: Region, inUse: LoadedTimetable | undefined): Promise<LoadedTimetable> {
  const handRoutes = await handRoutesOf(region.regionId);
  const feedIds = await activeFeedIds(region.regionId);
  if (inUse && inUse.version === versionOf(region, feedIds, handRoutes)) return inUse;

  const stored = await activeFeeds(region.regionId);
  const feeds: Feed[] = [];
  for (const { feedId, name, bytes } of stored) {
    const feed = await feedIn(bytes);
    if ("broken" in feed) {
      const what = `feed ${feedId} (${name}) is broken: ${feed.broken}`;
      if (inUse) throw new Error(what);
      // Better the other lines than none.
      log.error({ region: region.slug, feedId }, what);
    } else feeds.push(feed);
    await breathe();
  }
  const timetable = buildTimetable({ feeds, handRoutes, timeZone: region.timeZone });
  await breathe();
  const version = versionOf(
    region,
    stored.map(({ feedId }) => feedId),
    handRoutes,
  );
  return { version, timetable, lines: routeLines(timetable), stops: namedStops(timetable) };
}

async function feedIn(bytes: Uint8Array): Promise<Feed | { broken: string }> {
  const unzipped = await filesOf(bytes);
  const read = unzipped.kind === "files" ? readFeed(unzipped.files) : unzipped;
  if (read.kind === "feed") return read.feed;
  const { file, line, reason } = read.faults[0];
  return { broken: [file, line, reason].filter(Boolean).join(", ") };
}

async function activeFeedIds(regionId: number): Promise<number[]> {
  const rows = await within(sql<{ feedId: number }[]>`
    select feed_id
    from active_feeds
    where region_id = ${regionId}
    order by name`);
  return rows.map(({ feedId }) => feedId);
}

function versionOf(region: Region, feedIds: number[], handRoutes: HandRoute[]): string {
  const whole = JSON.stringify([region.regionId, region.timeZone, feedIds, handRoutes]);
  return createHash("sha256").update(whole).digest("hex").slice(0, 16);
}
