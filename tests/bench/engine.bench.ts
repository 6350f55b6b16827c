/** How fast the engine is: `npx tsx tests/bench/engine.bench.ts FILE.zip [YYYY-MM-DD HH:MM]`. The speed of a busy machine varies: compare ratios of one run. */
import { readFileSync } from "node:fs";
import { filesOf } from "~/data/feeds/zip.server";
import { feedFacts, readFeed } from "~/transit/gtfs/read-feed";
import { dayNumber } from "~/transit/timetable/calendar";
import { journeysFrom } from "~/transit/search/journeys";
import { serviceDayStart } from "~/transit/timetable/service-day";
import { buildTimetable } from "~/transit/timetable/timetable";

const QUERIES = 200;
const DOORS = 30;

const [file, date, time = "17:00"] = process.argv.slice(2);
if (!file) throw new Error("which feed? npx tsx tests/bench/engine.bench.ts FILE.zip [YYYY-MM-DD HH:MM]");

const say = (line: string) => process.stdout.write(`${line}\n`);
const ms = (since: number) => Math.round(performance.now() - since);
const collect = () => (globalThis as { gc?: () => void }).gc?.();

async function imported(path: string) {
  const opened = await filesOf(readFileSync(path));
  if (opened.kind === "refused") throw new Error(JSON.stringify(opened.faults));
  const read = readFeed(opened.files);
  if (read.kind === "refused") throw new Error(JSON.stringify(read.faults));
  const facts = feedFacts(read.feed);
  return {
    facts,
    timetable: buildTimetable({ feeds: [read.feed], handRoutes: [], timeZone: facts.timeZone }),
  };
}

const started = performance.now();
const { facts, timetable } = await imported(file);
say(`import, zip to ready: ${ms(started)} ms (${facts.stops} stops, ${facts.stopTimes} stop times)`);
collect();
say(
  `memory: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB (run with node --expose-gc for what is kept)`,
);

const [h, m] = time.split(":").map(Number) as [number, number];
const leaveFrom = serviceDayStart(dayNumber(date ?? facts.startsOn), facts.timeZone) + 3600 * h + 60 * m;
let seed = 1;
const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
const corner = () => {
  const stop = Math.floor(random() * timetable.stops.ids.length);
  return {
    lat: timetable.stops.lat[stop]! + 0.003 * random(),
    lon: timetable.stops.lon[stop]! + 0.003 * random(),
  };
};
const doors = Array.from({ length: DOORS }, (_, key) => ({ key, ...corner(), opens: null, closes: null }));

const first = performance.now();
journeysFrom(timetable, { origin: corner(), doors, leaveFrom });
say(`first query, which makes the day: ${ms(first)} ms`);
for (let i = 0; i < 30; i++) journeysFrom(timetable, { origin: corner(), doors, leaveFrom });

let journeys = 0;
const times = Array.from({ length: QUERIES }, () => {
  const [origin, before] = [corner(), performance.now()];
  const ways = journeysFrom(timetable, { origin, doors, leaveFrom });
  const took = performance.now() - before;
  for (const way of ways.values()) journeys += way.kind === "journeys" ? way.journeys.length : 0;
  return took;
}).toSorted((a, b) => a - b);
const at = (share: number) => times[Math.floor(share * QUERIES)]!.toFixed(1);
say(
  `one to ${DOORS} doors, 4 h window, with legs: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${times.at(-1)!.toFixed(1)} ms`,
);
say(`${(journeys / QUERIES).toFixed(0)} journeys a query`);
