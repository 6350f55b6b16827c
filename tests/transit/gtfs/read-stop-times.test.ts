import { expect, test } from "vitest";
import {
  DROP_OFF_BY_ARRANGEMENT,
  NO_DROP_OFF,
  NO_PICKUP,
  PICKUP_BY_ARRANGEMENT,
  PICKUP_BY_DRIVER,
} from "~/transit/gtfs/feed";
import { readFeed } from "~/transit/gtfs/read-feed";
import { asFiles, feedFiles, feedOf, trip } from "../picture";

const stops = { A: [0, 0], B: [900, 0], C: [1800, 0] } as const;
const files = feedFiles({
  stops: stops as never,
  trips: [trip("A 10:00", "B 10:10"), trip("A 11:00", "B 11:10")],
});
const HEADER =
  "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type,shape_dist_traveled\n";

const withTimes = (lines: string) => new Map([...files, ...asFiles({ "stop_times.txt": HEADER + lines })]);
const timesOf = (lines: string) => feedOf(withTimes(lines)).stopTimes;

test("rows of trips mixed and out of order are put in order by stop_sequence, which may have gaps", () => {
  const { stop, depart } = timesOf(
    "t001,11:10:00,11:10:00,B,7,,,\nt000,10:20:00,10:20:00,C,90,,,\nt001,11:00:00,11:00:00,A,2,,,\nt000,10:00:00,10:00:00,A,0,,,\nt000,10:10:00,10:10:00,B,10,,,\n",
  );
  expect([...stop]).toEqual([0, 1, 2, 0, 1]);
  expect([...depart].map((s) => s / 60)).toEqual([600, 610, 620, 660, 670]);
});

test("seconds are kept, and an arrival or a departure alone is both", () => {
  const { arrive, depart } = timesOf("t000,10:00:07,,A,0,,,\nt000,,10:10:59,B,1,,,\n");
  expect([...arrive]).toEqual([36_007, 36_659]);
  expect([...depart]).toEqual([36_007, 36_659]);
});

test("blank times are filled by distance", () => {
  expect([
    ...timesOf("t000,10:00:00,10:00:00,A,0,,,0\nt000,,,B,1,,,1\nt000,10:10:00,10:10:00,C,2,,,4\n").arrive,
  ]).toEqual([36_000, 36_150, 36_600]);
});

test("what may be done at a stop is kept, arrangements by phone apart from none", () => {
  expect([...timesOf("t000,10:00:00,10:00:00,A,0,1,2,\nt000,10:10:00,10:10:00,B,1,3,1,\n").rules]).toEqual([
    NO_PICKUP | DROP_OFF_BY_ARRANGEMENT,
    PICKUP_BY_ARRANGEMENT | PICKUP_BY_DRIVER | NO_DROP_OFF,
  ]);
});

test("a trip may call at a station as a whole, but not at an entrance", () => {
  const kind = (type: string) =>
    new Map([
      ...files,
      ...asFiles({
        "stops.txt": `stop_id,stop_name,stop_lat,stop_lon,location_type\nA,A,39,-94,${type}\nB,B,39.01,-94,\n`,
      }),
    ]);
  expect(readFeed(kind("1")).kind).toBe("feed");
  expect(readFeed(kind("2"))).toMatchObject({
    kind: "refused",
    faults: [{ column: "stop_id", line: 2, reason: expect.stringMatching(/an entrance.*\(2 rows/) }],
  });
});

test("service on demand is left out with a warning, and the trips with times are read", () => {
  const flexible = [
    "trip_id,arrival_time,departure_time,stop_id,stop_sequence,location_id,start_pickup_drop_off_window",
    "t000,10:00:00,10:00:00,A,0,,",
    "t000,,,,1,zone,10:00:00",
    "t000,10:10:00,10:10:00,B,2,,",
    "t001,,,,0,zone,08:00:00",
    "t001,,,B,1,,08:00:00",
  ];
  const read = readFeed(new Map([...files, ...asFiles({ "stop_times.txt": flexible })]));
  expect(read.kind === "feed" && [...read.feed.stopTimes.stop]).toEqual([0, 1]);
  expect(read.kind === "feed" && read.warnings.map(({ line, reason }) => [line, reason])).toEqual([
    [3, "service on demand is left out (2 rows; this is the first)"],
    [6, "service on demand is left out"],
    [null, 'trip "t001" has fewer than two stop times'],
  ]);
});
