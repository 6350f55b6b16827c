/** Real feeds beside the project, where they are: everything is read, and answers are held against the oracle. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filesOf } from "~/data/feeds/zip.server";
import { feedFacts, readFeed } from "~/transit/gtfs/read-feed";
import { journeysFrom, type Question } from "~/transit/search/journeys";
import { routeLines } from "~/transit/timetable/lines";
import { namedStops } from "~/transit/timetable/stops";
import { buildTimetable, type Timetable } from "~/transit/timetable/timetable";
import { FAMILY_PACE, USUAL_WALKING } from "~/transit/timetable/walking";
import { randomFrom } from "./random-town";
import { realTown, tablesOf } from "./real-town";
import { onlyCounted, pointsOf } from "./search/found-fronts";
import { oracleFronts } from "./search/oracle";
import type { Aim, Asked, Spot, Town } from "./search/oracle/asked";

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

type Case = {
  file: string;
  date: string;
  /** The date's midnight there. */
  midnight: string;
  zone: string;
  times: { at: number; windowS: number; aim: Aim; part: Partial<Asked> }[];
};

const colder: Partial<Asked> = { weight: (second) => 1 + (second < 3600 ? 0.25 : 2.5) };
const CASES: Case[] = [
  {
    file: "metro-stlouis.zip",
    date: "2024-04-10",
    midnight: "2024-04-10T05:00:00Z",
    zone: "America/Chicago",
    times: [
      { at: 17 * 3600, windowS: 900, aim: "warmest", part: colder },
      { at: 600, windowS: 3600, aim: "warmest", part: {} },
      { at: 8 * 3600 + 17, windowS: 900, aim: "fewest-rides", part: {} },
      { at: 22 * 3600, windowS: 3600, aim: "latest-leave", part: {} },
    ],
  },
  {
    file: "carta-2026.zip",
    date: "2026-05-13",
    midnight: "2026-05-13T04:00:00Z",
    zone: "America/New_York",
    times: [
      { at: 16 * 3600, windowS: 3600, aim: "warmest", part: { wheelchair: true } },
      { at: 6 * 3600, windowS: 3600, aim: "latest-leave", part: {} },
    ],
  },
  {
    file: "county-connection.zip",
    date: "2026-06-10",
    midnight: "2026-06-10T07:00:00Z",
    zone: "America/Los_Angeles",
    times: [
      { at: 15 * 3600, windowS: 7200, aim: "warmest", part: colder },
      { at: 7 * 3600, windowS: 7200, aim: "fewest-rides", part: {} },
    ],
  },
  {
    file: "nyc-subway-2018.zip",
    date: "2018-07-11",
    midnight: "2018-07-11T04:00:00Z",
    zone: "America/New_York",
    times: [{ at: 300, windowS: 900, aim: "warmest", part: {} }],
  },
  {
    file: "metro-north.zip",
    date: "2026-09-09",
    midnight: "2026-09-09T04:00:00Z",
    zone: "America/New_York",
    times: [
      { at: 17 * 3600, windowS: 3600, aim: "warmest", part: {} },
      { at: 0, windowS: 3600, aim: "fewest-rides", part: colder },
    ],
  },
];

describe.each(CASES.filter(({ file }) => feeds.includes(file)))(
  "$file",
  ({ file, date, midnight, zone, times }) => {
    let read: { timetable: Timetable; tables: ReturnType<typeof tablesOf> } | undefined;

    test.each(times)(
      "has the oracle's fronts from random corners at second $at: $aim",
      async ({ at, windowS, aim, part }) => {
        read ??= {
          timetable: buildTimetable({ feeds: [await fromFile(file)], handRoutes: [], timeZone: zone }),
          tables: tablesOf(readFileSync(`${FOLDER}${file}`)),
        };
        const town = realTown(read.tables, date, at, at + windowS + 4 * 3600);
        const leaveFrom = Date.parse(midnight) / 1000 + at;
        const random = randomFrom(at);
        const near = ({ lat, lon }: Spot): Spot => ({
          lat: lat + 0.006 * (random.next() - 0.5),
          lon: lon + 0.006 * (random.next() - 0.5),
        });
        const isUsable = (stop: Town["stops"][number]) => stop.stepFree || !part.wheelchair;
        const usable = town.stops.filter(isUsable);
        const soon = town.runs.flatMap(({ calls }) =>
          calls
            .slice(0, -1)
            .filter(({ stop, depart }) => isUsable(town.stops[stop]!) && depart >= 700 && depart <= windowS),
        );
        let reached = 0;
        for (let n = 0; n < ORIGINS; n++) {
          const asked = oracleQuestion(town, windowS, part, {
            origin: near(town.stops[random.one(soon).stop]!),
            elsewhere: () => near(random.one(usable)),
          });
          const expected = oracleFronts(asked, aim);
          const ways = journeysFrom(read.timetable, { ...questionOf(asked, leaveFrom), aim });
          const found = asked.doors.map((_, key) => pointsOf(ways.get(key)!, leaveFrom, asked));
          expect(found.map((front) => front.map((point) => onlyCounted(point, aim)))).toEqual(
            expected.map((front) => front.map((point) => onlyCounted(point, aim))),
          );
          reached += expected.filter((front) => front.some(({ rides }) => rides > 0)).length;
        }
        expect(reached).toBeGreaterThan(ORIGINS);
      },
      600_000,
    );
  },
);

function oracleQuestion(
  town: Town,
  windowS: number,
  part: Partial<Asked>,
  { origin, elsewhere }: { origin: Spot; elsewhere: () => Spot },
): Asked {
  return {
    ...town,
    origin,
    doors: Array.from({ length: 60 }, () => ({ spot: elsewhere(), opens: null, closes: null })),
    rooms: Array.from({ length: 3 }, () => ({ spot: elsewhere(), open: [{ from: 1200, until: 7200 }] })),
    windowS,
    walking: USUAL_WALKING,
    speed: FAMILY_PACE.metresPerSecond,
    slackS: FAMILY_PACE.slackS,
    changeS: FAMILY_PACE.changeS,
    penaltyS: FAMILY_PACE.boardingPenaltyS,
    wheelchair: false,
    callFirst: false,
    weight: () => 1,
    prune: true,
    ...part,
  };
}

function questionOf(asked: Asked, leaveFrom: number): Question {
  const { origin, doors, rooms, windowS, wheelchair, callFirst, weight } = asked;
  return {
    origin,
    doors: doors.map(({ spot, opens, closes }, key) => ({ key, ...spot, opens, closes })),
    rooms: rooms.map(({ spot, open }, roomKey) => ({
      roomKey,
      name: "",
      ...spot,
      open: open.map(({ from, until }) => ({ from: from + leaveFrom, until: until + leaveFrom })),
    })),
    leaveFrom,
    windowS,
    laterS: Infinity,
    // Weights that change by the hour.
    coldWeight: { from: leaveFrom, stepS: 3600, weights: [weight(0), weight(3600)] },
    wheelchair,
    callFirst,
  };
}
