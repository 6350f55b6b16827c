import { describe, expect, test } from "vitest";
import { feedFacts, readFeed } from "~/transit/gtfs/read-feed";
import { asFiles, feedFiles, feedOf, trip } from "../picture";

const drawing = { stops: { A: [0, 0], B: [900, 0] } as const, trips: [trip("A 10:00", "B 10:30")] };
const good = () => feedFiles(drawing as never);

/** The feed with one file's text changed, or the file gone. */
function changed(file: string, change: ((text: string) => string) | null): Map<string, Uint8Array> {
  const files = good();
  const text = new TextDecoder().decode(files.get(file) ?? new Uint8Array());
  files.delete(file);
  return change ? new Map([...files, ...asFiles({ [file]: change(text) })]) : files;
}

function faultsOf(files: Map<string, Uint8Array>): string[] {
  const read = readFeed(files);
  if (read.kind === "feed") return [];
  return read.faults.map(({ file, line, column, reason }) => `${file}:${line} ${column}: ${reason}`);
}

test("reads what is whole", () => {
  expect(faultsOf(good())).toEqual([]);
  expect(feedFacts(feedOf(good()))).toMatchObject({
    agencies: ["Town"],
    timeZone: "America/Chicago",
    startsOn: "2026-01-01",
    endsOn: "2026-01-31",
    stops: 2,
    trips: 1,
    stopTimes: 2,
    bounds: { south: 39.1, west: -94.6, north: 39.1 },
  });
});

test("its dates are those of feed_info.txt where they are there", () => {
  const files = changed("feed_info.txt", () => "feed_start_date,feed_end_date\n20260105,20260120\n");
  expect(feedFacts(feedOf(files))).toMatchObject({ startsOn: "2026-01-05", endsOn: "2026-01-20" });
});

describe("a broken feed is refused whole, with file, line and column:", () => {
  const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
  const add = (line: string) => (text: string) => `${text}${line}\n`;
  test.each([
    ["agency.txt", null, "agency.txt:null null: this required file is missing"],
    ["stop_times.txt", null, "stop_times.txt:null null: this required file is missing"],
    ["calendar.txt", null, "calendar.txt:null null: neither calendar.txt nor calendar_dates.txt is there"],
    [
      "agency.txt",
      swap("agency_timezone", "zone"),
      "agency.txt:1 agency_timezone: this required column is missing",
    ],
    [
      "agency.txt",
      swap("America/Chicago", "Chicago"),
      'agency.txt:2 agency_timezone: "Chicago" is not a time zone',
    ],
    ["agency.txt", swap(/\n.*/s, "\n"), "agency.txt:1 null: it lists no agency"],
    ["stops.txt", swap(/\n.*/s, "\n"), "stops.txt:1 null: it lists no stop"],
    ["routes.txt", swap(/\n.*/s, "\n"), "routes.txt:1 null: it lists no route"],
    ["trips.txt", swap(/\n.*/s, "\n"), "trips.txt:1 null: it lists no trip"],
    ["stop_times.txt", swap(/\n.*/s, "\n"), "stop_times.txt:1 null: it lists no stop time"],
    ["stop_times.txt", () => "", "stop_times.txt:1 null: the file is empty"],
    [
      "stop_times.txt",
      swap(/\nt000,1.*/, ""),
      "stop_times.txt:null null: no trip has two stop times: nobody could ride",
    ],
    [
      "agency.txt",
      swap("America/Chicago", "Chi\0\u001b[2Jcago"),
      'agency.txt:2 agency_timezone: "Chi\\u0000\\u001b[2Jcago" is not a time zone',
    ],
    [
      "calendar.txt",
      swap("20260131", "20251231"),
      'calendar.txt:2 end_date: "20251231" is before start_date "20260101": it would never run',
    ],
    ["stops.txt", swap("stop_id", "id"), "stops.txt:1 stop_id: this required column is missing"],
    ["stops.txt", add("A,again,39,-94"), 'stops.txt:4 stop_id: "A" is there twice'],
    ["stops.txt", add(",nameless,39,-94"), "stops.txt:4 stop_id: stop_id is blank"],
    ["stops.txt", add("C,c,139,-94"), 'stops.txt:4 stop_lat: "139" is not a position in degrees'],
    [
      "stops.txt",
      swap(/\nA,A,[\d.]+/, "\nA,A,"),
      'stop_times.txt:2 stop_id: stop "A" has no position in stops.txt',
    ],
    ["routes.txt", add("R,again,3"), 'routes.txt:3 route_id: "R" is there twice'],
    ["trips.txt", swap("t000,R", "t000,Q"), 'trips.txt:2 route_id: "Q" is not in routes.txt'],
    [
      "trips.txt",
      swap("daily", "weekly"),
      'trips.txt:2 service_id: "weekly" is not in calendar.txt or calendar_dates.txt',
    ],
    ["trips.txt", add("t000,R,daily,"), 'trips.txt:3 trip_id: "t000" is there twice'],
    ["stop_times.txt", add("t9,1,A,1:00:00,1:00:00"), 'stop_times.txt:4 trip_id: "t9" is not in trips.txt'],
    ["stop_times.txt", swap("0,A", "0,Z"), 'stop_times.txt:2 stop_id: "Z" is not in stops.txt'],
    [
      "stop_times.txt",
      swap("10:30:00", "10:99:00"),
      'stop_times.txt:3 arrival_time: "10:99:00" is not a time (HH:MM:SS)',
    ],
    [
      "stop_times.txt",
      swap("10:30:00", "9:30:00"),
      "stop_times.txt:3 arrival_time: the trip goes back in time here",
    ],
    [
      "stop_times.txt",
      swap(",10:00:00,10:00", ",10:00:00,9:00"),
      "stop_times.txt:2 departure_time: the trip departs before it arrives",
    ],
    [
      "stop_times.txt",
      swap("t000,1", "t000,0"),
      'stop_times.txt:3 stop_sequence: trip "t000" has stop_sequence 0 twice',
    ],
    ["stop_times.txt", swap("t000,1", "t000,x"), 'stop_times.txt:3 stop_sequence: "x" is not a whole number'],
    [
      "stop_times.txt",
      swap(/10:30:00,10:30:00,,/, "10:30:00,10:30:00,9,"),
      'stop_times.txt:3 pickup_type: "9" is not a pickup_type',
    ],
    [
      "calendar.txt",
      swap("20260101", "20260132"),
      'calendar.txt:2 start_date: "20260132" is not a date (YYYYMMDD)',
    ],
    ["calendar.txt", swap("daily,1", "daily,2"), 'calendar.txt:2 monday: "2" is neither 0 nor 1'],
    [
      "calendar.txt",
      swap("1,1,1,1,1,1,1", "0,0,0,0,0,0,0"),
      "calendar.txt:null null: no service runs on any day",
    ],
    [
      "calendar_dates.txt",
      () => "service_id,date,exception_type\ndaily,20260101,3\n",
      'calendar_dates.txt:2 exception_type: "3" is neither 1 (added) nor 2 (removed)',
    ],
    [
      "frequencies.txt",
      () => "trip_id,start_time,end_time,headway_secs\nt000,1:00:00,2:00:00,0\n",
      'frequencies.txt:2 headway_secs: "0" is not a number of seconds',
    ],
    [
      "shapes.txt",
      () => "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\ns,91,0,1\n",
      'shapes.txt:2 shape_pt_lat: "91" is not a latitude',
    ],
    [
      "feed_info.txt",
      () => "feed_start_date,feed_end_date\n20260120,20260101\n",
      "feed_info.txt:null null: the feed ends before it starts",
    ],
  ] as [string, ((text: string) => string) | null, string][])("%s, %#", (file, change, fault) => {
    expect(faultsOf(changed(file, change))).toContain(fault);
  });
});

describe("says what is wrong and not what comes of it:", () => {
  const times = Array.from({ length: 30 }, (_, i) => `t0${i},1,Z,1:00:00,1:00:00`).join("\n");
  test.each([
    [
      "a stop that was renamed, once for all its rows",
      ["stop_times.txt", /,A,/g, ",Z,"],
      ['stop_times.txt:2 stop_id: "Z" is not in stops.txt (2 rows; this is the first)'],
    ],
    ["a stop's id twice", ["stops.txt", /\nB,/, "\nA,"], ['stops.txt:3 stop_id: "A" is there twice']],
    ["a trip's id twice", ["trips.txt", /\nt001/, "\nt000"], ['trips.txt:3 trip_id: "t000" is there twice']],
    [
      "trips cut short",
      ["trips.txt", /\nt000/, '\n"t000'],
      ["trips.txt:2 null: field 1 opens a quote that is not closed"],
    ],
    [
      "routes without ids",
      ["routes.txt", "route_id", "id"],
      ["routes.txt:1 route_id: this required column is missing"],
    ],
    [
      "a calendar without ids",
      ["calendar.txt", "service_id", "id"],
      ["calendar.txt:1 service_id: this required column is missing"],
    ],
    [
      "a line's agency",
      ["agency.txt", /^agency_name.*/, '"'],
      ["agency.txt:1 null: field 1 opens a quote that is not closed"],
    ],
  ] as [string, [string, string | RegExp, string], string[]][])("%s", (_, [file, from, to], faults) => {
    const files = feedFiles({
      ...drawing,
      trips: [trip("A 10:00", "B 10:30"), trip("A 11:00", "B 11:30")],
    } as never);
    const text = new TextDecoder().decode(files.get(file)).replace(from, to);
    expect(faultsOf(new Map([...files, ...asFiles({ [file]: text })]))).toEqual(faults);
  });

  test("an unknown route is not buried under a stop_times.txt full of faults", () => {
    const files = changed("trips.txt", (text) => text.replace("t000,R", "t000,Q"));
    const text = new TextDecoder().decode(files.get("stop_times.txt"));
    const broken = asFiles({ "stop_times.txt": `${text.replace("0,A", "0,Y")}${times}\n` });
    expect(faultsOf(new Map([...files, ...broken]))).toEqual([
      'trips.txt:2 route_id: "Q" is not in routes.txt',
      'stop_times.txt:2 stop_id: "Y" is not in stops.txt',
      'stop_times.txt:4 stop_id: "Z" is not in stops.txt (30 rows; this is the first)',
    ]);
  });
});

test("names lose their control characters, and so do lines, headsigns and agencies", () => {
  const files = feedFiles(drawing as never);
  for (const [file, bytes] of files) {
    const text = new TextDecoder().decode(bytes);
    const odd = text
      .replace("A,A,", "A,7th\0 \u001b& Main,")
      .replace("R,R,", "R,\u0007R,")
      .replace("Town", "To\twn");
    for (const [name, changedBytes] of asFiles({ [file]: odd })) files.set(name, changedBytes);
  }
  const feed = feedOf(files);
  expect([feed.stops.names[0], feed.routes.names[0]!.shortName, feed.agencies[0]!.name]).toEqual([
    "7th & Main",
    "R",
    "To wn",
  ]);
});

describe("warns, with the line,", () => {
  const warnings = (files: Map<string, Uint8Array>) => {
    const read = readFeed(files);
    return read.kind === "feed"
      ? read.warnings.map(({ file, line, column, reason }) => `${file}:${line} ${column}: ${reason}`)
      : ["refused"];
  };

  test("of a stop at 0, 0 where a trip calls, and not of one nobody uses", () => {
    const files = changed("stops.txt", (text) => text.replace(/\nB,B,.*/, "\nB,B,0,0.0\nC,C,0,0"));
    expect(warnings(files)).toEqual(['stops.txt:3 stop_lat: "B" is at 0, 0, in the sea']);
  });

  test("of a transfer to a stop there is not", () => {
    const files = changed("transfers.txt", () => "from_stop_id,to_stop_id\nA,B\nA,nowhere\n");
    expect(warnings(files)).toEqual(['transfers.txt:3 to_stop_id: "nowhere" is not in stops.txt']);
  });
});

test("says at most twenty faults", () => {
  const lines = Array.from({ length: 100 }, (_, i) => `x${i},1,A,1:00:00,1:00:00`).join("\n");
  expect(faultsOf(changed("stop_times.txt", (text) => `${text}${lines}\n`))).toHaveLength(20);
});

test("files that are empty, or not text at all, are refused and not thrown at", () => {
  const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 2_654_435_761) >>> 13);
  for (const file of good().keys()) {
    expect(readFeed(new Map([...good(), [file, new Uint8Array()]])).kind).toBe("refused");
    expect(readFeed(new Map([...good(), [file, noise]])).kind).toBe("refused");
  }
  expect(readFeed(new Map()).kind).toBe("refused");
});

test("what changes no answer is a warning: a trip without stops", () => {
  const read = readFeed(changed("trips.txt", (text) => `${text}t999,R,daily,\n`));
  expect(read.kind === "feed" && read.warnings.map(({ reason }) => reason)).toEqual([
    'trip "t999" has fewer than two stop times',
  ]);
});
