/** Transfers and pathways of real feeds beside the project, where they are, held against the plainest reading of them. */
import { existsSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { filesOf } from "~/data/feeds/zip.server";
import { readFeed } from "~/transit/gtfs/read-feed";
import { buildTimetable } from "~/transit/timetable/timetable";
import { walkMetres } from "~/transit/timetable/walking";

const FOLDER = new URL("../../../shared/gtfs/", import.meta.url).pathname;
const has = (file: string) => existsSync(`${FOLDER}${file}`);

test.skipIf(has("nyc-subway-2018.zip"))("real feeds are not beside the project: nothing to read here", () => {
  expect(has("nyc-subway-2018.zip")).toBe(false);
});

async function fromFile(file: string) {
  const bytes = readFileSync(`${FOLDER}${file}`);
  const opened = await filesOf(bytes);
  if (opened.kind === "refused") throw new Error(JSON.stringify(opened.faults));
  const read = readFeed(opened.files);
  if (read.kind === "refused") throw new Error(JSON.stringify(read.faults));
  const timetable = buildTimetable({ feeds: [read.feed], handRoutes: [], timeZone: "America/New_York" });
  return { ...read, timetable, bytes };
}

/** Rows of a file without a quote in it. */
function plainRows(bytes: Uint8Array, file: string): Record<string, string>[] {
  const [header, ...lines] = strFromU8(unzipSync(bytes)[file]!).trim().split(/\r?\n/);
  const names = header!.split(",");
  return lines.map((line) => {
    const fields = line.split(",");
    return Object.fromEntries(names.map((name, i) => [name, fields[i] ?? ""]));
  });
}

describe.skipIf(!has("nyc-subway-2018.zip"))("the subway of New York", () => {
  test("has the times of its 554 transfers between all platforms of its stations, and no others", async () => {
    const { feed, timetable, bytes } = await fromFile("nyc-subway-2018.zip");
    expect(feed.transfers).toHaveLength(554);
    const stops = plainRows(bytes, "stops.txt");
    const indexOf = new Map(timetable.stops.ids.map((id, stop) => [id, stop]));
    const platforms = (id: string) =>
      stops.filter((stop) => stop.stop_id === id || stop.parent_station === id).map((stop) => stop.stop_id!);
    const expected = new Map<string, number>();
    for (const [a, from] of indexOf)
      for (const [b, to] of indexOf) {
        const at = (stop: number) => ({ lat: timetable.stops.lat[stop]!, lon: timetable.stops.lon[stop]! });
        if (from === to || walkMetres(at(from), at(to)) <= 400) expected.set(`${a} ${b}`, -1);
      }
    for (const row of plainRows(bytes, "transfers.txt"))
      for (const a of platforms(row.from_stop_id!))
        for (const b of platforms(row.to_stop_id!))
          if (indexOf.has(a) && indexOf.has(b)) expected.set(`${a} ${b}`, Number(row.min_transfer_time));
    const { first, from, minS } = timetable.footpaths;
    const found = new Map<string, number>();
    timetable.stops.ids.forEach((id, stop) => {
      for (let path = first[stop]!; path < first[stop + 1]!; path++)
        found.set(`${timetable.stops.ids[from[path]!]} ${id}`, minS[path]!);
    });
    expect([...found].toSorted()).toEqual([...expected].toSorted());
    expect([...found.values()].filter((seconds) => seconds >= 0).length).toBeGreaterThan(1500);
  });
});

describe.skipIf(!has("metro-north.zip"))("Metro-North", () => {
  test("has 11,033 timed transfers of two trips, which are changes as any other", async () => {
    const { feed, timetable } = await fromFile("metro-north.zip");
    expect(feed.transfers).toHaveLength(11_033);
    expect(new Set(feed.transfers.map(({ type }) => type))).toEqual(new Set([1]));
    expect(feed.transfers.every(({ fromTrip, toTrip }) => fromTrip >= 0 && toTrip >= 0)).toBe(true);
    expect(timetable.transfers.named.size).toBe(0);
    expect(timetable.footpaths.minS.every((seconds) => seconds === -1)).toBe(true);
  });
});

describe.skipIf(!has("sample-gtfs-feed.zip"))("the sample feed", () => {
  test("has two agencies, and a platform one enters through the airport's entrance", async () => {
    const { feed, timetable, warnings } = await fromFile("sample-gtfs-feed.zip");
    expect(timetable.timeZones.toSorted()).toEqual(["Europe/Berlin", "Europe/Warsaw"]);
    expect(warnings.map(({ file, line, column, reason }) => `${file}:${line} ${column} ${reason}`)).toEqual([
      'pathways.txt:7 to_stop_id "museum" is a station, not a point of one',
    ]);
    expect([feed.pathways.length, ...feed.stops.level]).toEqual([5, NaN, 1, 1, 3, 3, 3, 0, NaN, NaN, NaN]);
    const platform = timetable.stops.ids.indexOf("airport-1");
    expect([...timetable.doorways!.into.stop]).toEqual([platform]);
    // An escalator leads in and stairs lead on: without steps there is no way.
    expect([...timetable.doorways!.stepFreeInto.stop]).toEqual([]);
    expect(timetable.stepFreePaths).not.toBeNull();
  });
});
