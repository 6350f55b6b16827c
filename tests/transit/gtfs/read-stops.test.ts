import { expect, test } from "vitest";
import { readStops, stationOf } from "~/transit/gtfs/read-stops";
import { idsOf, rowsOf, said, warned } from "./rows";

const HEADER = "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,wheelchair_boarding\n";

function stops(lines: string) {
  const { rows, faults } = rowsOf(HEADER + lines, "stops.txt");
  return { ...readStops(rows).stops, faults: said(faults) };
}

test("reads kinds, parents and wheelchair boarding; a blank kind is a stop", () => {
  const { kind, parent, wheelchair, faults } = stops(
    "p1,Platform 1,39,-94,,station,1\nstation,Station,39,-94,1,,2\nbay,Bay,39,-94,4,p1,\ndoor,Door,39,-94,2,station,\n",
  );
  expect([...kind]).toEqual([0, 1, 4, 2]);
  expect([...parent]).toEqual([1, -1, 0, 1]);
  // The boarding area says what its platform says, the entrance what its station says.
  expect([...wheelchair]).toEqual([1, 2, 1, 2]);
  expect(faults).toEqual([]);
});

test("a boarding area of a platform that says nothing says what the station says", () => {
  const read = stops("p,P,39,-94,,s,0\ns,S,39,-94,1,,1\nbay,Bay,39,-94,4,p,\nalone,A,39,-94,,,\n");
  expect([...read.wheelchair]).toEqual([1, 1, 1, 0]);
  expect([0, 1, 2, 3].map((stop) => stationOf(read, stop))).toEqual([1, 1, 1, 3]);
});

test("boarding areas that belong to each other end nothing", () => {
  expect([...stops("a,A,39,-94,4,b,\nb,B,39,-94,4,a,\n").wheelchair]).toEqual([0, 0]);
});

test("takes levels from levels.txt, and warns of one that is not there", () => {
  const { rows, faults } = rowsOf("stop_id,level_id,stop_access\na,deep,\nb,,1\nc,attic,0\n", "stops.txt");
  const read = readStops(rows, { ids: idsOf("deep"), index: [-2] });
  expect([...read.stops.level]).toEqual([-2, NaN, NaN]);
  expect([...read.onStreet]).toEqual([0, 1, 0]);
  expect(warned(faults)).toEqual(['stops.txt:4 level_id: "attic" is not in levels.txt']);
});

test("a stop may have no position, as long as no trip calls there", () => {
  const { lat, faults } = stops("x,Nowhere,,,3,,\n");
  expect(lat[0]).toBeNaN();
  expect(faults).toEqual([]);
});

test("a parent must be there and be a station", () => {
  expect(stops("a,A,39,-94,0,b,\nb,B,39,-94,0,,\nc,C,39,-94,0,d,\n").faults).toEqual([
    'stops.txt:2 parent_station: "b" is not a station',
    'stops.txt:4 parent_station: "d" is not in stops.txt',
  ]);
});

test("an id twice is one fault: the rows after it keep their own stations", () => {
  expect(stops("a,A,39,-94,0,,\na,A,39,-94,0,s,\ns,S,39,-94,1,,\nc,C,39,-94,0,s,\n")).toMatchObject({
    faults: ['stops.txt:3 stop_id: "a" is there twice'],
    names: ["A", "S", "C"],
  });
});

test("a position must be one", () => {
  expect(stops("a,A,thirty-nine,-194,0,,\nb,B,39,-94,7,,\n").faults).toEqual([
    'stops.txt:2 stop_lat: "thirty-nine" is not a position in degrees',
    'stops.txt:2 stop_lon: "-194" is not a position in degrees',
    'stops.txt:3 location_type: "7" is not a location_type',
  ]);
});
