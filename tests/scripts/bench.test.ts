import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { readFeed } from "~/transit/gtfs/read-feed";
import { readBenchAsked } from "../../scripts/bench/asked";
import { barOn } from "../../scripts/bench/bar";
import { cityOf } from "../../scripts/bench/city";
import { spreadOf } from "../../scripts/bench/figures";
import { type Figures, told } from "../../scripts/bench/told";
import { runScript } from "../support/command";

const NO_DATABASE = "postgres://nobody@127.0.0.1:9/nothing";

describe("npm run bench", () => {
  test("measures a made-up city, copies of it, and minotor beside it", async () => {
    const small = ["--stops", "150", "--queries", "4", "--tile", "2", "--json"];
    const ran = await runScript("bench", small, NO_DATABASE);
    expect(ran.code).toBe(0);
    // Elsewhere than on a terminal, a line for each part of the work.
    expect(ran.err.split("\n")).toContain("2 copies: import ...");
    const { ours, minotor, tiled, nothingMb } = JSON.parse(ran.out) as Figures;
    expect(ours).toMatchObject({ date: "2024-03-18", stops: 258, questions: { length: 4 } });
    expect(tiled).toMatchObject({ stops: 2 * ours.stops, stopTimes: 2 * ours.stopTimes });
    expect(ours.rssMb).toBeGreaterThan(nothingMb);
    for (const { p50, p95, worst } of [ours.legs, ours.plain, ours.earliest, tiled!.legs]) {
      expect(p50).toBeGreaterThan(0);
      expect(p95).toBeGreaterThanOrEqual(p50);
      expect(worst).toBeGreaterThanOrEqual(p95);
    }
    expect(ours.journeysPerQuery).toBeGreaterThan(10);
    // Doors lie where the origin does, so a copy answers as much as the city alone, from other corners.
    expect(tiled!.journeysPerQuery).toBeGreaterThan(10);
    expect(minotor).toMatchObject({ kind: "figures", figures: { unknown: 0 } });
    expect(minotor.kind === "figures" && minotor.figures.reachedPerQuery).toBeGreaterThan(10);
  }, 90_000);

  test("says what is wrong with a feed, and stops", async () => {
    const ran = await runScript("bench", ["--feed", "nowhere.zip"], NO_DATABASE);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toMatch(/^There is no file nowhere\.zip\.\n$/);
  });

  test.each([
    [["--tile", "0"], /^--tile takes a whole number from 1 to 50; "0" is not one/],
    [["--date", "tomorrow"], /^--date takes a day/],
    [["--feed", "a.zip", "--stops", "200"], /^--stops is about the made-up city/],
    [["a.zip"], /^"a\.zip" is not understood: a feed is named with --feed/],
  ])("refuses %j", (args, sentence) => {
    expect(() => readBenchAsked(args)).toThrow(sentence);
  });
});

describe("the made-up city", () => {
  const files = cityOf(600, 1);
  const read = readFeed(new Map([...files].map(([name, text]) => [name, strToU8(text)])));

  test("is a feed without a doubt, as large as asked, with buses after midnight", () => {
    if (read.kind === "refused") throw new Error(JSON.stringify(read.faults));
    const { stops, stopTimes, services, trips } = read.feed;
    expect(read.warnings).toEqual([]);
    expect(stops.ids).toHaveLength(602);
    expect(stopTimes.stop.length / stops.ids.length).toBeCloseTo(90, -1);
    expect(services.map(({ serviceId }) => serviceId)).toEqual(["weekday", "saturday", "sunday"]);
    expect(Math.max(...stopTimes.arrive)).toBeGreaterThan(26 * 3600);
    expect(trips.ids.length).toBeGreaterThan(1000);
  });

  test("is the same for the same seed, and another for another", () => {
    expect(cityOf(150, 7)).toEqual(cityOf(150, 7));
    expect(cityOf(150, 7)).not.toEqual(cityOf(150, 8));
  });
});

test("a spread is taken from the sorted times", () => {
  const times = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(spreadOf(times)).toEqual({ p50: 51, p95: 96, worst: 100 });
  expect(spreadOf([5])).toEqual({ p50: 5, p95: 5, worst: 5 });
});

test("progress is one line that is written over on a terminal", () => {
  const written: string[] = [];
  const bar = barOn({ isTTY: true, write: (text) => written.push(text) });
  bar.of("ours")("import", 1, 2);
  bar.clear();
  expect(written).toEqual(["\r\u001B[Kours: import [############............] 1/2", "\r\u001B[K"]);
});

test("the table has the goals beside the figures, and says why a figure is missing", () => {
  const spread = { p50: 5, p95: 8, worst: 12 };
  const ours = {
    date: "2024-04-10",
    stops: 5109,
    stopTimes: 451_318,
    importS: 0.5,
    rssMb: 100,
    scanOrderMs: 40,
    daysMs: 20,
    legs: spread,
    journeysPerQuery: 70,
    plain: spread,
    earliest: spread,
    earliestOfHour: { p50: 4, p95: 5, worst: 6 },
    reachedPerQuery: 4000,
    reachedOfHour: 3900,
    questions: [],
  };
  const figures: Figures = {
    feed: "stl.zip",
    queries: 200,
    seed: 1,
    load: 0.2,
    nothingMb: 40,
    ours,
    minotorVersion: "1.0.7",
    minotor: {
      kind: "figures",
      figures: {
        importS: 4,
        rssMb: 200,
        earliest: { p50: 50, p95: 80, worst: 90 },
        reachedPerQuery: 2000,
        unknown: 0,
      },
    },
    copies: 1,
    tiled: null,
  };
  const table = [...told(figures)].join("");
  expect(table).toMatch(
    /every leg told \(p50\/p95\/worst\)\s+5\.0 \/ 8\.0 \/ 12\.0 ms\s+never above 15 ms: met\n/,
  );
  expect(table).toMatch(/import, zip to ready\s+0\.50 s \/ 4\.00 s\s+8\.0 x faster, at least 5: met\n/);
  expect(table).toMatch(/memory after import\s+100 MB \/ 200 MB\s+0\.50, at most 0\.65: met\n/);
  expect(table).toMatch(/within 4 h\s+5\.0, 8\.0 \/ 50\.0, 80\.0 ms\s+p50 10\.0 x, p95 10\.0 x faster/);
  expect(table).toMatch(/within 1 h\s+4\.0, 5\.0 \/ 50\.0, 80\.0 ms\s+p50 12\.5 x, p95 16\.0 x faster/);
  const slow = { ...ours, importS: 1, rssMb: 140, legs: { p50: 5, p95: 151, worst: 15.1 } };
  const missed = [...told({ ...figures, ours: slow, copies: 10, tiled: slow })].join("");
  expect(missed).toContain("never above 15 ms: missed\n");
  expect(missed).toContain("4.0 x faster, at least 5: missed\n");
  expect(missed).toContain("0.70, at most 0.65: missed\n");
  expect(missed).toContain("p95 at most 150 ms: missed\n");
  const unread = [...told({ ...figures, minotor: { kind: "failed", reason: "out of memory" } })].join("");
  expect(unread).toContain("minotor could not be measured with this feed: out of memory");
});
