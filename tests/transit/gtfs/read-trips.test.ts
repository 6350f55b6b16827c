import { expect, test } from "vitest";
import { Ids } from "~/transit/gtfs/ids";
import { readFrequencies, readTrips } from "~/transit/gtfs/read-trips";
import { rowsOf, said } from "./rows";

function idsOf(...names: string[]): Ids {
  const ids = new Ids();
  for (const name of names) ids.add(new TextEncoder().encode(name), 0, name.length);
  return ids;
}

const read = (lines: string, shapes: Ids | null = idsOf("line")) =>
  readTrips(
    rowsOf(`trip_id,route_id,service_id,shape_id,trip_headsign,wheelchair_accessible\n${lines}`).rows,
    idsOf("101", "107"),
    idsOf("daily"),
    shapes,
  );

test("keeps trips in the order of their ids, whatever the order of the rows", () => {
  const { trips, indexOf } = read("c,107,daily,line,Downtown,1\na,101,daily,,,\nb,101,daily,,Downtown,2\n");
  expect(trips.ids).toEqual(["a", "b", "c"]);
  expect([...indexOf]).toEqual([2, 0, 1]);
  expect([...trips.route]).toEqual([0, 0, 1]);
  expect([...trips.shape]).toEqual([-1, -1, 0]);
  expect([...trips.headsign].map((sign) => trips.headsigns[sign])).toEqual([
    undefined,
    "Downtown",
    "Downtown",
  ]);
  expect([...trips.wheelchair]).toEqual([0, 2, 1]);
});

test("a shape that is not published is no fault: it only cannot be drawn", () => {
  expect([...read("a,101,daily,lost,,\n").trips.shape]).toEqual([-1]);
  expect([...read("a,101,daily,lost,,\n", null).trips.shape]).toEqual([-1]);
});

test("reads how often a trip is repeated, exactly or about", () => {
  const { rows, faults } = rowsOf(
    "trip_id,start_time,end_time,headway_secs,exact_times\nb,6:00:00,7:00:00,600,1\na,22:00:00,25:00:00,1200,\nz,1:00,2:00:00,0,\n",
  );
  expect(readFrequencies(rows, read("b,101,daily,,,\na,101,daily,,,\n"))).toEqual([
    { trip: 1, startsS: 21_600, endsS: 25_200, headwayS: 600, exact: true },
    { trip: 0, startsS: 79_200, endsS: 90_000, headwayS: 1200, exact: false },
  ]);
  expect(said(faults)).toEqual([
    'x.txt:4 trip_id: "z" is not in trips.txt',
    'x.txt:4 start_time: "1:00" is not a time',
    'x.txt:4 headway_secs: "0" is not a number of seconds',
  ]);
});

test("a trip every second, many times over, is refused before it fills the memory", () => {
  const lines = Array.from({ length: 50 }, () => "a,0:00:00,24:00:00,1,1").join("\n");
  const { rows, faults } = rowsOf(`trip_id,start_time,end_time,headway_secs,exact_times\n${lines}\n`);
  readFrequencies(rows, read("a,101,daily,,,\n"));
  expect(said(faults)).toEqual([
    "x.txt:5 headway_secs: up to here trips are repeated more than 300000 times",
  ]);
});
