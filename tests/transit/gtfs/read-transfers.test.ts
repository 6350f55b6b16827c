import { expect, test } from "vitest";
import { readStops } from "~/transit/gtfs/read-stops";
import { readTransfers } from "~/transit/gtfs/read-transfers";
import { idsOf, rowsOf, said, warned } from "./rows";

// Two platforms of a station, a stop beside it, and an entrance.
const stopLines = ["P1,0,S", "P2,0,S", "S,1,", "A,0,", "E,2,S"].map((line) => `${line},39,-94\n`).join("");
const { stops, ids: stopIds } = readStops(
  rowsOf(`stop_id,location_type,parent_station,stop_lat,stop_lon\n${stopLines}`).rows,
);
// In the file trip y comes before x; by their ids, x is the first.
const trips = { ids: idsOf("y", "x"), indexOf: Int32Array.of(1, 0) };
const known = { stops, stopIds, routeIds: idsOf("R", "Q"), trips };

const STOPS = "from_stop_id,to_stop_id,transfer_type,min_transfer_time";
const ALL = `${STOPS},from_route_id,to_route_id,from_trip_id,to_trip_id`;

function read(...lines: string[]) {
  const { rows, faults } = rowsOf(`${lines.join("\n")}\n`, "transfers.txt");
  const rules = readTransfers(rows, known);
  return { rules, faults: said(faults), warnings: warned(faults) };
}

const nobody = { fromRoute: -1, toRoute: -1, fromTrip: -1, toTrip: -1 };

test("reads the four columns of an old feed; a blank type is 0, a blank time none", () => {
  expect(read(STOPS, "P1,A,2,180", "A,P1,,", "S,S,3,").rules).toEqual([
    { fromStop: 0, toStop: 3, ...nobody, type: 2, minS: 180 },
    { fromStop: 3, toStop: 0, ...nobody, type: 0, minS: -1 },
    { fromStop: 2, toStop: 2, ...nobody, type: 3, minS: -1 },
  ]);
});

test("reads routes and trips, trips by the order of their ids; staying aboard needs no stops", () => {
  expect(read(ALL, "P1,A,1,,R,Q,,", "P1,A,2,60,R,,,y", ",,4,,,,x,y", "P1,A,5,,,,x,y").rules).toEqual([
    { fromStop: 0, toStop: 3, fromRoute: 0, toRoute: 1, fromTrip: -1, toTrip: -1, type: 1, minS: -1 },
    { fromStop: 0, toStop: 3, fromRoute: 0, toRoute: -1, fromTrip: -1, toTrip: 1, type: 2, minS: 60 },
    { fromStop: -1, toStop: -1, fromRoute: -1, toRoute: -1, fromTrip: 0, toTrip: 1, type: 4, minS: -1 },
    { fromStop: 0, toStop: 3, fromRoute: -1, toRoute: -1, fromTrip: 0, toTrip: 1, type: 5, minS: -1 },
  ]);
});

test("a row that names what is not there is warned of and left out", () => {
  expect(
    read(ALL, "P1,Z,2,60,,,,", "Z,P1,2,60,,,,", "P1,Z,2,60,,,,", "P1,A,2,60,R,W,,", "A,A,2,9,,,z,"),
  ).toEqual({
    rules: [],
    faults: [],
    warnings: [
      'transfers.txt:2 to_stop_id: "Z" is not in stops.txt (2 rows; this is the first)',
      'transfers.txt:3 from_stop_id: "Z" is not in stops.txt',
      'transfers.txt:5 to_route_id: "W" is not in routes.txt',
      'transfers.txt:6 from_trip_id: "z" is not in trips.txt',
    ],
  });
});

test("a row that names too little, or a type nobody knows, is warned of and left out", () => {
  expect(read(ALL, "P1,,2,60,R,Q,,", "P1,A,4,,,,x,", "P1,A,5,,,,,", "P1,A,6,,,,,", "E,A,2,60,,,,")).toEqual({
    rules: [],
    faults: [],
    warnings: [
      "transfers.txt:2 transfer_type: transfer_type 2 needs from_stop_id and to_stop_id",
      "transfers.txt:3 transfer_type: transfer_type 4 needs from_trip_id and to_trip_id",
      "transfers.txt:4 transfer_type: transfer_type 5 needs from_trip_id and to_trip_id",
      'transfers.txt:5 transfer_type: nobody knows a transfer_type "6"',
      'transfers.txt:6 from_stop_id: "E" is an entrance, a node or an area, not a stop',
    ],
  });
});

test.each([
  [
    "a type that is no number",
    "P1,A,guaranteed,",
    'transfers.txt:2 transfer_type: "guaranteed" is not a transfer_type',
  ],
  ["a negative type", "P1,A,-1,", 'transfers.txt:2 transfer_type: "-1" is not a transfer_type'],
  ["a negative time", "P1,A,2,-60", 'transfers.txt:2 min_transfer_time: "-60" is not a number of seconds'],
  [
    "a time of the day",
    "P1,A,2,0:03:00",
    'transfers.txt:2 min_transfer_time: "0:03:00" is not a number of seconds',
  ],
])("%s is a fault, with line and column", (_, line, fault) => {
  expect(read(STOPS, line).faults).toEqual([fault]);
});

test("a file of nothing, or with a header only, has no rules", () => {
  expect(read("")).toEqual({ rules: [], faults: [], warnings: [] });
  expect(read(STOPS)).toEqual({ rules: [], faults: [], warnings: [] });
  expect(readTransfers(null, known)).toEqual([]);
});

test("stations that stand for more pairs of stops than there can be are refused", () => {
  const crowd = Array.from({ length: 1000 }, (_, i) => `p${i},0,S,39,-94\n`).join("");
  const header = "stop_id,location_type,parent_station,stop_lat,stop_lon\n";
  const { stops: crowded, ids } = readStops(rowsOf(`${header}S,1,,39,-94\n${crowd}`).rows);
  const { rows, faults } = rowsOf(`${STOPS}\nS,S,2,60\n`, "transfers.txt");
  readTransfers(rows, { ...known, stops: crowded, stopIds: ids });
  expect(said(faults)).toEqual([
    "transfers.txt:2 null: up to here the stations stand for more than 500000 pairs of stops",
  ]);
});
