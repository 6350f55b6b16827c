/** Real feeds beside the project, where they are: everything is read, and answers are held against the oracle. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filesOf } from "~/data/feeds/zip.server";
import { feedFacts, readFeed } from "~/transit/gtfs/read-feed";
import { journeysFrom } from "~/transit/search/journeys";
import { reachedFrom } from "~/transit/search/reached";
import { routeLines } from "~/transit/timetable/lines";
import { namedStops } from "~/transit/timetable/stops";
import { buildTimetable, type Timetable } from "~/transit/timetable/timetable";
import { FAMILY_PACE } from "~/transit/timetable/walking";
import { randomFrom } from "./random-town";
import { askedAt, CASES, questionAsked } from "./real-questions";
import { realTown, stopRows, tablesOf } from "./real-town";
import { onlyCounted, pointsOf } from "./search/found-fronts";
import { oracleFronts, oracleReached, type Point } from "./search/oracle";

const FOLDER = new URL("../../../shared/gtfs/", import.meta.url).pathname;
const feeds = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith(".zip")) : [];

// How many origins to try in each case; a long run finds what a short one cannot.
const ORIGINS = Number(process.env.WARMSTOP_ORIGINS ?? 1);

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

describe.each(CASES.filter(({ file }) => feeds.includes(file)))(
  "$file",
  ({ file, date, zone, midnight, times }) => {
    let read: { timetable: Timetable; tables: ReturnType<typeof tablesOf> } | undefined;
    const townAt = async (at: number, windowS: number) => {
      const asked = { feeds: [await fromFile(file)], handRoutes: [], timeZone: zone, everyStop: true };
      read ??= { timetable: buildTimetable(asked), tables: tablesOf(readFileSync(`${FOLDER}${file}`)) };
      return { ...read, town: realTown(read.tables, date, at, at + windowS + 4 * 3600) };
    };
    const leaveFrom = (at: number) => Date.parse(midnight) / 1000 + at;

    test.each(times)(
      "has the oracle's fronts from random corners at second $at: $aim",
      async ({ at, windowS, aim, part }) => {
        const { town, timetable } = await townAt(at, windowS);
        const random = randomFrom(at);
        let reached = 0;
        for (let n = 0; n < ORIGINS; n++) {
          const asked = askedAt(town, random, windowS, part);
          const expected = oracleFronts(asked, aim);
          const ways = journeysFrom(timetable, { ...questionAsked(asked, leaveFrom(at)), aim });
          const found = asked.doors.map((_, key) => pointsOf(ways.get(key)!, leaveFrom(at), asked));
          const counted = (fronts: Point[][]) =>
            fronts.map((front) => front.map((point) => onlyCounted(point, aim)));
          expect(counted(found)).toEqual(counted(expected));
          reached += expected.filter((front) => front.some(({ rides }) => rides > 0)).length;
        }
        expect(reached).toBeGreaterThan(ORIGINS);
      },
      600_000,
    );

    test("has the oracle's plain fronts of all stops", async () => {
      const [{ at }] = times;
      const windowS = 900;
      const { town, timetable, tables } = await townAt(at, windowS);
      const asked = { ...askedAt(town, randomFrom(at + 1), windowS, {}), rooms: [], penaltyS: 0 };
      const { doors: _doors, ...question } = questionAsked(asked, leaveFrom(at));
      const pace = { ...FAMILY_PACE, boardingPenaltyS: 0 };
      const found = reachedFrom(timetable, { ...question, pace });
      const stopOf = new Map(stopRows(tables).map((row, stop) => [row.stop_id!, stop]));
      const expected = oracleReached(asked);
      let reached = 0;
      timetable.stops.ids.forEach((id, index) => {
        const plain = found[index]!.map(({ arrives, outdoorS }) => [arrives - leaveFrom(at), outdoorS]);
        expect(plain, id).toEqual(expected[stopOf.get(id)!]!.map(({ enters, cost }) => [enters, cost]));
        if (plain.length > 0) reached++;
      });
      expect(reached).toBeGreaterThan(20);
    }, 600_000);
  },
);
