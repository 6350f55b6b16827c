/** The timetable a question is asked of: its feeds, as far as they are in force, and what is doubtful about them. */
import type { EpochSeconds } from "~/domain/journey";
import type { Feed } from "~/transit/gtfs/feed";
import { dayNumber, localDate } from "~/transit/timetable/calendar";
import { serviceDayStart } from "~/transit/timetable/service-day";
import type { HandRoute } from "~/transit/timetable/hand-route";
import { buildTimetable, type Timetable } from "~/transit/timetable/timetable";
import type { Asked } from "./asked";
import { type FeedFile, readFeedFile, saidFault } from "./feed-files";
import { readHandRoute } from "./hand-route-file";

export type Loaded = {
  timetable: Timetable;
  /** When --date's service day begins: the zero of all seconds told. */
  dayStarts: EpochSeconds;
  /** What a stop is called where answers are compared: its id, with its file's name where two files share it. */
  keyOf: (stop: number) => string;
};

// What departs later than this after the window is not ridden.
const SEARCHED_AFTER_S = 4 * 3600;
const MOST_SAID = 5;

export async function load(asked: Asked, say: (line: string) => void): Promise<Loaded> {
  const files: FeedFile[] = [];
  for (const file of asked.feeds) files.push(await readFeedFile(file));
  const handRoutes: HandRoute[] = [];
  for (const file of asked.handRoutes) handRoutes.push(await readHandRoute(file, say));
  const timeZone = asked.zone ?? files[0]!.feed.agencies[0]!.timeZone;
  sayDoubts(files, asked, say);
  sayZones(files, timeZone, say);
  const dayStarts = serviceDayStart(dayNumber(asked.date), timeZone);
  const running = files.filter(({ feed }) => mayRun(feed, dayStarts, asked));
  // Where none runs, their dates say why.
  const inForce = running.length > 0 ? running : files;
  const timetable = buildTimetable({
    feeds: inForce.map(({ feed }) => without(feed, asked)),
    handRoutes,
    timeZone,
    walking: asked.walking,
    everyStop: true,
  });
  return {
    timetable,
    dayStarts,
    keyOf: keysOf(timetable, inForce),
  };
}

/** Whether some vehicle of the feed could be met: a feed that takes over from another shares its stops' ids. */
function mayRun(feed: Feed, dayStarts: EpochSeconds, { at, windowS }: Asked): boolean {
  const zones = feed.agencies.map(({ timeZone }) => timeZone);
  const first = Math.min(...zones.map((zone) => serviceDayStart(feed.startsOn, zone)));
  const last = Math.max(...zones.map((zone) => serviceDayStart(feed.endsOn, zone))) + latestArrivalS(feed);
  const leaveFrom = dayStarts + at;
  return last >= leaveFrom && first <= leaveFrom + windowS + SEARCHED_AFTER_S;
}

/** Seconds of the service day; those of frequencies.txt run until long after the times in stop_times.txt. */
function latestArrivalS({ stopTimes, trips, frequencies }: Feed): number {
  const { arrive, depart } = stopTimes;
  const asListed = arrive.reduce((latest, at) => Math.max(latest, at), 0);
  return frequencies.reduce((latest, { trip, endsS }) => {
    const [first, end] = [trips.first[trip]!, trips.first[trip + 1]!];
    return end > first ? Math.max(latest, endsS + arrive[end - 1]! - depart[first]!) : latest;
  }, asListed);
}

/** What another implementation may not know of can be left out. */
function without(feed: Feed, { blocks, pathways }: Asked): Feed {
  const { trips, transfers } = feed;
  return {
    ...feed,
    trips: blocks ? trips : { ...trips, block: trips.block.map(() => -1) },
    transfers: blocks ? transfers : transfers.filter(({ type }) => type !== STAYS_ABOARD),
    pathways: pathways ? feed.pathways : [],
  };
}

const STAYS_ABOARD = 4;

function sayDoubts(files: FeedFile[], { date }: Asked, say: (line: string) => void): void {
  const day = dayNumber(date);
  for (const { name, feed, warnings } of files) {
    for (const warning of warnings.slice(0, MOST_SAID)) say(`Careful: ${name}: ${saidFault(warning)}`);
    if (warnings.length > MOST_SAID) say(`Careful: ${name}: ${warnings.length - MOST_SAID} more oddities`);
    if (feed.endsOn < day)
      say(
        `Careful: ${name} has expired: it ended on ${localDate(feed.endsOn)}. None of its buses runs on ${date}.`,
      );
    if (feed.startsOn > day)
      say(`Careful: ${name} starts on ${localDate(feed.startsOn)}: none of its buses runs on ${date}.`);
  }
}

function sayZones(files: FeedFile[], timeZone: string, say: (line: string) => void): void {
  const zones = files.flatMap(({ feed }) => feed.agencies.map((agency) => agency.timeZone));
  const others = [...new Set(zones)].filter((zone) => zone !== timeZone);
  if (others.length > 0)
    say(`Careful: some buses keep the time of ${others.join(", ")}; all is told in ${timeZone}'s.`);
}

function keysOf({ stops }: Timetable, files: FeedFile[]): (stop: number) => string {
  const names = files.map(({ name }, i) => {
    const before = files.slice(0, i).filter((other) => other.name === name).length;
    return before > 0 ? `${name}#${before + 1}` : name;
  });
  const owners = new Map<string, number>();
  for (const id of stops.ids) owners.set(id, (owners.get(id) ?? 0) + 1);
  return (stop) => {
    const id = stops.ids[stop]!;
    const name = names[stops.feed[stop]!];
    return name !== undefined && owners.get(id)! > 1 ? `${name}/${id}` : id;
  };
}
