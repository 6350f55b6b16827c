/** The child that measures our engine with one feed, or with copies of it side by side. */
import { writeFile } from "node:fs/promises";
import type { Feed } from "~/transit/gtfs/feed";
import { dayNumber, localDate, runsOn } from "~/transit/timetable/calendar";
import { dayOrder } from "~/transit/timetable/connections";
import { NEVER } from "~/transit/search/labels";
import { journeysFrom, prepare, searched } from "~/transit/search/journeys";
import { reachedFrom } from "~/transit/search/reached";
import { linkSeconds } from "~/transit/timetable/footpaths";
import { serviceDayStart } from "~/transit/timetable/service-day";
import { buildTimetable, type Timetable } from "~/transit/timetable/timetable";
import { FAMILY_PACE } from "~/transit/timetable/walking";
import { readFeedFile } from "../journeys/feed-files";
import { asked, type Ask } from "./ask";
import type { OursFigures, OursTask } from "./figures";
import { inChild, keptMb, progress, timed } from "./in-child";

// Farther apart than anybody walks.
const APART_DEGREES = 0.2;
const WEEKS_LOOKED_AT = 4;
const HOUR_S = 3600;

await inChild(measured);

async function measured({ file, date, copies, queries, seed, waysOnFoot }: OursTask): Promise<OursFigures> {
  const before = performance.now();
  const { timetable, day, stopTimes } = await imported(file, date, copies);
  const importS = (performance.now() - before) / 1000;
  const rssMb = await keptMb();
  if (waysOnFoot !== null) await writeFile(waysOnFoot, transfersOf(timetable));
  const scanOrderMs = millisecondsOf(() => void dayOrder(timetable));
  const asks = asked(timetable, { date: localDate(day), queries, seed });
  const first = { ...asks[0]!, leaveFrom: serviceDayStart(day, timetable.timeZone) + 17 * 3600 };
  const daysMs = millisecondsOf(() => void [...prepare(timetable, first)]);
  return {
    date: localDate(day),
    stops: timetable.stops.ids.length,
    stopTimes,
    importS,
    rssMb,
    scanOrderMs,
    daysMs,
    ...(await answered(timetable, asks)),
    questions: asks.map(({ stop, atS }) => ({ stop, atS })),
  };
}

async function imported(file: string, date: string | null, copies: number) {
  const feeds: Feed[] = [];
  for (let copy = 0; copy < copies; copy++) {
    // Read anew each time, as ten feeds would be.
    feeds.push(shifted((await readFeedFile(file)).feed, copy - Math.floor(copies / 2)));
    progress("import", copy + 1, copies);
  }
  const day = date === null ? busiestDay(feeds[0]!) : dayNumber(date);
  const timeZone = feeds[0]!.agencies[0]!.timeZone;
  const stopTimes = feeds.reduce((sum, feed) => sum + feed.stopTimes.stop.length, 0);
  return { timetable: buildTimetable({ feeds, handRoutes: [], timeZone }), day, stopTimes };
}

function shifted(feed: Feed, copy: number): Feed {
  const { lon } = feed.stops;
  const known = lon.filter((degrees) => !Number.isNaN(degrees));
  const width = known.reduce((a, b) => Math.max(a, b), -180) - known.reduce((a, b) => Math.min(a, b), 180);
  const by = copy * (width + APART_DEGREES);
  return { ...feed, stops: { ...feed.stops, lon: lon.map((degrees) => degrees + by) } };
}

function busiestDay({ services, trips, startsOn, endsOn }: Feed): number {
  const tripsOf = services.map(() => 0);
  for (const service of trips.service) tripsOf[service]!++;
  let [busiest, most] = [startsOn, -1];
  for (let day = startsOn; day <= Math.min(endsOn, startsOn + 7 * WEEKS_LOOKED_AT - 1); day++) {
    const running = services.reduce((sum, service, i) => sum + (runsOn(service, day) ? tripsOf[i]! : 0), 0);
    if (running > most) [busiest, most] = [day, running];
  }
  return busiest;
}

async function answered(timetable: Timetable, asks: Ask[]) {
  const legs = await timed("journeys with legs", asks, (ask) =>
    [...journeysFrom(timetable, ask).values()].reduce(
      (sum, way) => sum + (way.kind === "journeys" ? way.journeys.length : 0),
      0,
    ),
  );
  const plain = await timed("fronts of all stops", asks, (ask) =>
    reachedFrom(timetable, ask).reduce((sum, front) => sum + front.length, 0),
  );
  const [earliest, ofHour] = [
    await earliestArrivals(timetable, asks),
    await earliestArrivals(timetable, asks, HOUR_S),
  ];
  return {
    legs: legs.spread,
    journeysPerQuery: legs.perQuestion,
    plain: plain.spread,
    earliest: earliest.spread,
    earliestOfHour: ofHour.spread,
    reachedPerQuery: earliest.perQuestion,
    reachedOfHour: ofHour.perQuestion,
  };
}

/** What any router can be asked: when one is at each stop at the earliest. */
function earliestArrivals(timetable: Timetable, asks: Ask[], windowS?: number) {
  const stops = timetable.stops.ids.length;
  return timed("earliest arrivals", asks, ({ atStop, ...ask }) => {
    const question = { ...ask, origin: atStop, windowS };
    const soonest = searched(timetable, question, ({ labels }) => labels.soonest.slice(0, stops));
    return soonest.reduce((sum, arrival) => sum + (arrival < NEVER ? 1 : 0), 0);
  });
}

/** From getting off at one stop to being able to get on at another, as GTFS has it. */
function transfersOf({ stops, footpaths }: Timetable): string {
  const seconds = linkSeconds(footpaths, FAMILY_PACE);
  const rows = ["from_stop_id,to_stop_id,transfer_type,min_transfer_time"];
  for (const [to, id] of stops.ids.entries())
    for (let path = footpaths.first[to]!; path < footpaths.first[to + 1]!; path++) {
      const from = footpaths.from[path]!;
      if (from !== to) rows.push([quoted(stops.ids[from]!), quoted(id), 2, seconds[path]].join());
    }
  return `${rows.join("\n")}\n`;
}

function quoted(id: string): string {
  return /[",\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id;
}

function millisecondsOf(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
