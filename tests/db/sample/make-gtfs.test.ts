import { describe, expect, it } from "vitest";
import { feedFacts, readFeed } from "~/transit/gtfs/read-feed";
import { makeSampleFeed, zipped } from "../../../db/sample/make-gtfs";
import { SAMPLE_TRIPS } from "../../../db/sample/routes";
import type { Service } from "../../../db/sample/routes";
import { SAMPLE_STOPS } from "../../../db/sample/stops";

const files = makeSampleFeed("2026-01-01", "2026-03-31");

function rows(file: string): string[][] {
  const [, ...lines] = new TextDecoder().decode(files.get(file)).trim().split("\r\n");
  return lines.map((line) => line.split(","));
}

describe("the sample's GTFS feed", () => {
  it("is read without a fault or a warning", () => {
    const read = readFeed(files);
    expect(read).toMatchObject({ kind: "feed", warnings: [] });
    expect(read.kind === "feed" && feedFacts(read.feed)).toMatchObject({
      timeZone: "America/Chicago",
      startsOn: "2026-01-01",
      endsOn: "2026-03-31",
    });
  });

  it.each([
    ["weekday", 62],
    ["saturday", 24],
    ["sunday", 19],
  ] as [Service, number][])("has as many trips of the 101 on a %s as the real one: %i", (service, trips) => {
    const both = SAMPLE_TRIPS.filter(({ route }) => route === "101");
    expect(both.reduce((sum, { departures }) => sum + (departures[service]?.length ?? 0), 0)).toBe(trips);
  });

  it("runs the 101 from 5:30 am to 11:35 pm, and the 107 from 5:52 am to 6:22 pm without a Sunday", () => {
    const times = rows("stop_times.txt");
    const span = (trips: RegExp) => {
      const of = times.filter(([trip]) => trips.test(trip!)).map(([, time]) => time!);
      return [of.reduce((a, b) => (a < b ? a : b)), of.reduce((a, b) => (a > b ? a : b))];
    };
    const [first101, last101] = span(/^101-\d-weekday/);
    expect(first101).toBe("05:30:00");
    expect(last101! > "23:20:00" && last101! <= "23:35:00").toBe(true);
    const [first107, last107] = span(/^107/);
    expect(first107).toBe("05:52:00");
    expect(last107! > "18:10:00" && last107! <= "18:22:00").toBe(true);
    expect(rows("trips.txt").filter(([route, service]) => route === "107" && service === "sunday")).toEqual(
      [],
    );
  });

  it("passes the certain stops in their order, westwards", () => {
    const [west] = SAMPLE_TRIPS;
    const certain = west!.stops.filter((id) => !SAMPLE_STOPS.get(id)!.interpolated);
    expect(certain.join(" ")).toBe(
      "5-armstrong 6-minnesota 7-minnesota-wb 10-minnesota 29-state 47-state 67-state kckcc 82-state village-west",
    );
    const lons = certain.map((id) => SAMPLE_STOPS.get(id)!.lon);
    expect(lons).toEqual(lons.toSorted((a, b) => b - a));
  });

  it("says of each interpolated stop that it is one", () => {
    const said = rows("stops.txt").filter(([, , , , about]) => about === "placed by interpolation");
    const used = new Set(SAMPLE_TRIPS.flatMap(({ stops }) => stops));
    expect(said.map(([id]) => id)).toEqual(
      [...SAMPLE_STOPS.values()]
        .filter(({ id, interpolated }) => interpolated && used.has(id))
        .map(({ id }) => id),
    );
  });

  it("is the same bytes for the same days", () => {
    expect(Buffer.from(zipped(files)).equals(zipped(makeSampleFeed("2026-01-01", "2026-03-31")))).toBe(true);
  });
});
