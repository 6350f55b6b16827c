/** The access of points in a real city, where its feed is beside the project, against a plain count of its rows. */
import { existsSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { LatLon } from "~/domain/journey";
import { accessAt } from "~/transit/access/access";
import { departureTable } from "~/transit/access/departures";
import { readFeed } from "~/transit/gtfs/read-feed";
import { dayNumber } from "~/transit/timetable/calendar";
import { buildTimetable } from "~/transit/timetable/timetable";
import { walkMetres } from "~/transit/timetable/walking";

const FEED = new URL("../../../../shared/gtfs/metro-stlouis.zip", import.meta.url).pathname;

test.runIf(!existsSync(FEED))(
  "the feed of St. Louis is not beside the project: nothing to count here",
  () => {
    expect(existsSync(FEED)).toBe(false);
  },
);

type Row = Record<string, string>;

/** None of the columns counted here holds a comma. */
function rowsOf(text: string): Row[] {
  const [header, ...lines] = text.trim().split(/\r?\n/);
  const names = header!.replace(/^\uFEFF/, "").split(",");
  return lines.map((line) => {
    const fields = line.replaceAll(/"[^"]*"/g, "").split(",");
    return Object.fromEntries(names.map((name, i) => [name, fields[i] ?? ""]));
  });
}

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** For each stop and line the number of departures in each hour of the week. */
function departuresIn(files: Record<string, Uint8Array>): Map<string, Map<string, number[]>> {
  const table = (name: string) => rowsOf(strFromU8(files[name]!));
  const days = new Map(
    table("calendar.txt").map((row) => [
      row.service_id!,
      DAYS.flatMap((day, i) => (row[day] === "1" ? [i] : [])),
    ]),
  );
  const trips = new Map(table("trips.txt").map((row) => [row.trip_id!, row]));
  const times = table("stop_times.txt");
  const last = new Map<string, number>();
  for (const { trip_id: id, stop_sequence: order } of times)
    last.set(id!, Math.max(last.get(id!) ?? 0, Number(order)));
  const counted = new Map<string, Map<string, number[]>>();
  for (const row of times) {
    if (Number(row.stop_sequence) === last.get(row.trip_id!)) continue;
    const { route_id: route, direction_id: direction, service_id: service } = trips.get(row.trip_id!)!;
    const atStop = counted.get(row.stop_id!) ?? new Map<string, number[]>();
    counted.set(row.stop_id!, atStop);
    const hours = atStop.get(`${route} ${direction}`) ?? Array.from({ length: 168 }, () => 0);
    atStop.set(`${route} ${direction}`, hours);
    const hour = Number(row.departure_time!.split(":")[0]);
    for (const day of days.get(service!)!) hours[(day * 24 + hour) % 168]!++;
  }
  return counted;
}

function hoursAt(
  point: LatLon,
  stops: readonly (LatLon & { id: string })[],
  counted: ReturnType<typeof departuresIn>,
): number[] {
  const best = new Map<string, number[]>();
  for (const stop of stops) {
    const closeness = Math.max(0, 1 - Math.ceil(walkMetres(point, stop) / 0.9) / 60 / 15);
    for (const [line, hours] of counted.get(stop.id) ?? []) {
      const known = best.get(line) ?? hours.map(() => 0);
      best.set(
        line,
        hours.map((n, hour) => Math.max(known[hour]!, (closeness * n) / (n + 2))),
      );
    }
  }
  return Array.from(
    { length: 168 },
    (_, hour) => 1 - [...best.values()].reduce((none, hours) => none * (1 - hours[hour]!), 1),
  );
}

describe.skipIf(!existsSync(FEED))("St. Louis", () => {
  test("has at every point the access that a plain count finds, from a table of less than 8 MB", () => {
    const files = unzipSync(readFileSync(FEED));
    const read = readFeed(new Map(Object.entries(files)));
    if (read.kind === "refused") throw new Error(read.faults[0].reason);
    const timetable = buildTimetable({ feeds: [read.feed], handRoutes: [], timeZone: "America/Chicago" });
    const table = departureTable(timetable, dayNumber("2024-04-10"));
    const bytes = Object.values(table).reduce<number>(
      (sum, column) => sum + (typeof column === "number" ? 0 : column.byteLength),
      0,
    );
    expect(bytes).toBeLessThan(8_000_000);

    const counted = departuresIn(files);
    const stops = rowsOf(strFromU8(files["stops.txt"]!)).map((row) => ({
      id: row.stop_id!,
      lat: Number(row.stop_lat),
      lon: Number(row.stop_lon),
    }));
    for (let i = 0; i < stops.length; i += 700) {
      const point = { lat: stops[i]!.lat + 0.001, lon: stops[i]!.lon - 0.0015 };
      const plain = hoursAt(point, stops, counted);
      expect(plain.some((share) => share > 0)).toBe(true);
      accessAt(table, timetable, point).hours.forEach((share, hour) =>
        expect(share).toBeCloseTo(plain[hour]!, 12),
      );
    }
  }, 60_000);
});
