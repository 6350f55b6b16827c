/** Real feeds beside the project, where they are: everything is read, and answers are held against the oracle. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { filesOf } from "~/data/feeds/zip.server";
import { feedFacts, readFeed } from "~/transit/gtfs/read-feed";
import { journeysFrom } from "~/transit/search/journeys";
import { routeLines } from "~/transit/timetable/lines";
import { namedStops } from "~/transit/timetable/stops";
import { buildTimetable } from "~/transit/timetable/timetable";
import { FAMILY_PACE } from "~/transit/timetable/walking";
import { oracleFronts, type Run, type Spot } from "./search/oracle";
import { randomFrom } from "./random-town";

const FOLDER = new URL("../../../shared/gtfs/", import.meta.url).pathname;
const feeds = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith(".zip")) : [];

test.runIf(feeds.length === 0)("real feeds are not beside the project: nothing to read here", () => {
  expect(feeds).toEqual([]);
});

async function fromFile(file: string) {
  const opened = await filesOf(readFileSync(`${FOLDER}${file}`));
  if (opened.kind === "refused") throw new Error(JSON.stringify(opened.faults));
  const read = readFeed(opened.files);
  if (read.kind === "refused") throw new Error(JSON.stringify(read.faults));
  return read.feed;
}

describe.skipIf(feeds.length === 0)("a real feed", () => {
  test.each(feeds)("is read whole: %s", async (file) => {
    const feed = await fromFile(file);
    const facts = feedFacts(feed);
    const timetable = buildTimetable({ feeds: [feed], handRoutes: [], timeZone: facts.timeZone });
    expect(facts.stops).toBeGreaterThan(0);
    expect(facts.startsOn <= facts.endsOn).toBe(true);
    expect(namedStops(timetable).length).toBeGreaterThan(0);
    expect(routeLines(timetable).length).toBeGreaterThan(0);
  });
});

type Row = Record<string, string>;

/** The plainest reader there is: good enough for one feed whose fields are known to be simple. */
function rowsOf(text: string): Row[] {
  const [header, ...lines] = text.trim().split(/\r?\n/);
  const names = header!.split(",");
  return lines.map((line) => {
    if (!line.includes('"')) return named(names, line.split(","));
    const fields = line
      .match(/("([^"]|"")*"|[^,]*)(,|$)/g)!
      .map((field) => field.replace(/,$/, "").replace(/^"|"$/g, ""));
    return named(names, fields);
  });
}

function named(names: string[], fields: string[]): Row {
  const row: Row = {};
  names.forEach((name, i) => (row[name] = fields[i] ?? ""));
  return row;
}

const stLouis = feeds.find((file) => file === "metro-stlouis.zip");

describe.skipIf(!stLouis)("St. Louis", () => {
  // Wednesday, 2024-04-10; it is CDT, five hours behind UTC.
  const midnight = Date.parse("2024-04-10T05:00:00Z") / 1000;

  const tables: Record<string, Row[]> = {};
  let unzipped: ReturnType<typeof unzipSync> | undefined;

  /** Trips of the weekday service (the feed has no exception near), also those of the day before past midnight. */
  function runsFrom(leaveFrom: number, windowS: number): { runs: Run[]; spots: Spot[] } {
    const files = (unzipped ??= unzipSync(readFileSync(`${FOLDER}${stLouis}`)));
    const table = (name: string) => (tables[name] ??= rowsOf(strFromU8(files[name]!)));
    const stops = table("stops.txt");
    const indexOf = new Map(stops.map((stop, i) => [stop.stop_id!, i]));
    const weekdays = new Set(
      table("calendar.txt")
        .filter((row) => row.wednesday === "1")
        .map((row) => row.service_id!),
    );
    const running = new Set(
      table("trips.txt")
        .filter((row) => weekdays.has(row.service_id!))
        .map((row) => row.trip_id!),
    );
    const rows = new Map<string, Row[]>();
    for (const row of table("stop_times.txt")) {
      if (!running.has(row.trip_id!)) continue;
      const known = rows.get(row.trip_id!);
      if (known) known.push(row);
      else rows.set(row.trip_id!, [row]);
    }
    const seconds = (time: string) => time.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);
    const runs = [0, -1].flatMap((day) =>
      [...rows.values()].map((calls): Run => ({
        estimateS: 0,
        calls: calls
          .toSorted((a, b) => Number(a.stop_sequence) - Number(b.stop_sequence))
          .map((call) => ({
            stop: indexOf.get(call.stop_id!)!,
            arrive: seconds(call.arrival_time!) + midnight + day * 86_400 - leaveFrom,
            depart: seconds(call.departure_time!) + midnight + day * 86_400 - leaveFrom,
            on: call.pickup_type === "0" || call.pickup_type === "",
            off: call.drop_off_type === "0" || call.drop_off_type === "",
          })),
      })),
    );
    return {
      runs: runs.filter(({ calls }) => calls.at(-1)!.arrive >= 0 && calls[0]!.depart <= windowS + 4 * 3600),
      spots: stops.map((stop) => ({ lat: Number(stop.stop_lat), lon: Number(stop.stop_lon) })),
    };
  }

  test.each([
    ["the late afternoon", 17 * 3600, 1200],
    ["ten past midnight", 600, 3600],
  ])(
    "has the oracle's fronts from random corners in %s",
    async (_, time, windowS) => {
      const timetable = buildTimetable({
        feeds: [await fromFile(stLouis!)],
        handRoutes: [],
        timeZone: "America/Chicago",
      });
      const leaveFrom = midnight + time;
      const { runs, spots } = runsFrom(leaveFrom, windowS);
      const random = randomFrom(time);
      let reached = 0;
      const near = (): Spot => {
        const { lat, lon } = spots[random.upTo(spots.length)]!;
        return { lat: lat + 0.006 * (random.next() - 0.5), lon: lon + 0.006 * (random.next() - 0.5) };
      };
      for (let n = 0; n < 2; n++) {
        const origin = near();
        const doors = Array.from({ length: 60 }, () => ({ spot: near(), opens: null, closes: null }));
        const { metresPerSecond: speed, slackS, changeS, boardingPenaltyS: penaltyS } = FAMILY_PACE;
        const asked = { stops: spots, runs, origin, doors, windowS, speed, slackS, changeS, penaltyS };
        const fronts = oracleFronts({ ...asked, weight: () => 1, prune: true });
        const ways = journeysFrom(timetable, {
          origin,
          doors: doors.map(({ spot }, key) => ({ key, ...spot, opens: null, closes: null })),
          leaveFrom,
          windowS,
          laterS: Infinity,
        });
        const found = doors.map((_door, key) => {
          const way = ways.get(key)!;
          if (way.kind === "none") return [];
          return way.journeys.map(({ enters, outdoorS, boardings }) => ({
            enters: enters - leaveFrom,
            cost: outdoorS + penaltyS * Math.max(0, boardings - 1),
          }));
        });
        expect(found).toEqual(fronts);
        reached += fronts.filter((front) => front.length > 0).length;
      }
      expect(reached).toBeGreaterThan(30);
    },
    60_000,
  );
});
