/** A region's timetable out of its feeds' bytes, whole and ready to be searched: the heavy work of a worker. */
import { filesOf } from "~/data/feeds/zip.server";
import type { EpochSeconds, NamedPoint } from "~/domain/journey";
import { departureTable, type DepartureTable } from "~/transit/access/departures";
import { usualWeek } from "~/transit/access/week";
import type { Feed } from "~/transit/gtfs/feed";
import { readFeed } from "~/transit/gtfs/read-feed";
import { makeDays } from "~/transit/search/days";
import { ANYBODY, asksFirst } from "~/transit/timetable/connections";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { routeLines, type RouteLine } from "~/transit/timetable/lines";
import { localDay } from "~/transit/timetable/service-day";
import { namedStops } from "~/transit/timetable/stops";
import { buildTimetable, type Timetable } from "~/transit/timetable/timetable";
import type { NamedFeed } from "~/transit/timetable/turns";

export type StoredFeed = { feedId: number; name: string; bytes: Uint8Array };

export type Parts = {
  feeds: StoredFeed[];
  handRoutes: HandRoute[];
  timeZone: string;
  /** The days around this moment are made at once. */
  now: EpochSeconds;
};

export type Built = {
  timetable: Timetable;
  lines: RouteLine[];
  stops: NamedPoint[];
  /** Some stop is only served for who asks the agency or the driver. */
  asksFirst: boolean;
  /** Of the usual week as it is today; null where there is none. */
  departures: DepartureTable | null;
  /** The feeds that were left out, each with its reason. */
  broken: { feedId: number; reason: string }[];
};

export async function builtFrom({ feeds, handRoutes, timeZone, now }: Parts): Promise<Built> {
  const whole: NamedFeed[] = [];
  const broken: Built["broken"] = [];
  for (const { feedId, name, bytes } of feeds) {
    const feed = await feedIn(bytes);
    if ("refused" in feed) broken.push({ feedId, reason: `${name}: ${feed.refused}` });
    else whole.push({ ...feed, name });
  }
  const timetable = buildTimetable({ feeds: whole, handRoutes, timeZone });
  const span = { leaveFrom: now, endS: DAYS_AHEAD * 86_400 };
  // In one go: nobody else waits in a worker.
  Array.from(makeDays(timetable, span, ANYBODY));
  const week = usualWeek(timetable.coverage, localDay(now, timeZone));
  const departures = week.kind === "week" ? departureTable(timetable, week.first) : null;
  const named = { lines: routeLines(timetable), stops: namedStops(timetable) };
  return { timetable, ...named, asksFirst: asksFirst(timetable), departures, broken };
}

// Whoever asks tonight asks of tonight, tomorrow or the day after; last night's buses run past midnight.
const DAYS_AHEAD = 2;

async function feedIn(bytes: Uint8Array): Promise<Feed | { refused: string }> {
  const unzipped = await filesOf(bytes);
  const read = unzipped.kind === "files" ? readFeed(unzipped.files) : unzipped;
  if (read.kind === "feed") return read.feed;
  const { file, line, reason } = read.faults[0];
  return { refused: [file, line, reason].filter(Boolean).join(", ") };
}
