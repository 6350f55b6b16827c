import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { routeIn } from "~/data/import/route-file.server";

const example = /```csv\n([\s\S]*?)```/.exec(readFileSync("db/routes-file.md", "utf8"))![1]!;

const FACTS = {
  route: "106",
  agency: "Unified Government",
  service: "Mo-Fr 06:30-18:00 every 45 min",
  both_ways: "yes",
  source: "leaflet",
  source_date: "2026-06-01",
};
const STOPS = [
  "stop,lat,lon,minutes",
  "7th & Minnesota,39.1155,-94.6265,0",
  "Quindaro & 27th,39.1385,-94.6589,17",
];

/** A file with other facts than usual: "" leaves one out. */
function fileOf(facts: Record<string, string>, stops = STOPS): string {
  const rows = Object.entries({ ...FACTS, ...facts }).filter(([, value]) => value !== "");
  return [...rows.map(([name, value]) => `${name},${value}`), "", ...stops].join("\n");
}

function read(text: string) {
  const file = routeIn(text, "106.csv");
  if (file.kind === "refused") throw new Error(JSON.stringify(file.faults));
  return file;
}

function faults(text: string): string[] {
  const file = routeIn(text, "106.csv");
  if (file.kind === "route") return [];
  return file.faults.map(({ line, column, reason }) => `${line ?? "-"} ${column ?? "-"}: ${reason}`);
}

const minutes = (...rows: string[]) => read(fileOf({}, rows)).route.stops.map((stop) => stop.minutes);

describe("a file of a route entered by hand", () => {
  test("is read as the documentation's example says", () => {
    const { route, notes } = read(example);
    expect(notes).toEqual([]);
    expect(route).toMatchObject({
      route: { shortName: "106", longName: "Quindaro", color: "#a85a00", textColor: "#ffffff" },
      agency: "Unified Government",
      bothWays: true,
      service: [{ days: [1, 2, 3, 4, 5], first: 390, last: 1080, headwayMinutes: 45 }],
      from: null,
      until: null,
      source: "Printed timetable at 7th & Minnesota",
      asOf: "2026-06-01",
    });
    expect(route.stops.map((stop) => stop.minutes)).toEqual([0, 3, 6, 9, 11, 13, 15, 17]);
    expect(route.stops[3]).toEqual({ name: "10th & Quindaro", lat: 39.1305, lon: -94.635, minutes: 9 });
  });

  test("needs the fewest facts, in any order and however they are capitalised", () => {
    const { route } = read(
      fileOf({
        service: "",
        "Source Date": "2026-05-01",
        source_date: "",
        SERVICE: "Sa 8:00-16:00 every 60",
      }),
    );
    expect(route).toMatchObject({
      route: { shortName: "106", longName: "", color: "#5a5a5a", textColor: "#ffffff" },
      service: [{ days: [6], first: 480, last: 960, headwayMinutes: 60 }],
      asOf: "2026-05-01",
    });
  });

  test("may have rows for weekdays and for Saturday, and dates between which it runs", () => {
    const weekdays = "service,Mo-Fr 06:30-18:00 every 45 min\nservice,Sa 08:00-16:00 every 60";
    const { route } = read(
      fileOf({ from: "2026-01-05", until: "2026-06-30" }).replace(/service,.*/, weekdays),
    );
    expect(route.service.map(({ days }) => days)).toEqual([[1, 2, 3, 4, 5], [6]]);
    expect(route).toMatchObject({ from: "2026-01-05", until: "2026-06-30" });
  });

  test("reads a spreadsheet's file: commas after every row, a mark at its start, Windows line ends", () => {
    const padded = example
      .trim()
      .split("\n")
      .map((row) => `${row},,`)
      .join("\r\n");
    expect(read(`\uFEFF${padded}`).route).toEqual(read(example).route);
  });

  test("writes black on a bright color, and the color asked for where one is", () => {
    expect(read(fileOf({ color: "#FFDD00" })).route.route).toMatchObject({
      color: "#ffdd00",
      textColor: "#000000",
    });
    expect(read(fileOf({ color: "#ffdd00", text_color: "#123456" })).route.route.textColor).toBe("#123456");
  });

  test("passes over columns it does not know, and says so", () => {
    const stops = ["stop,notes,lat,lon,minutes", "A,shelter,39.1155,-94.6265,0", "B,,39.1385,-94.6589,17"];
    expect(read(fileOf({}, stops)).notes).toEqual(["Columns not known, passed over: notes."]);
  });
});

describe("the times of its stops", () => {
  const at = (times: (string | number)[], column = "minutes") => [
    `stop,lat,lon,${column}`,
    ...times.map((time, i) => `S${i},${39.1 + i / 1000},-94.6,${time}`),
  ];

  test("are minutes, or the clock of one run, also over midnight", () => {
    expect(minutes(...at([0, 4, 9]))).toEqual([0, 4, 9]);
    expect(minutes(...at(["6:30 am", "6:34am", "06:39"], "time"))).toEqual([0, 4, 9]);
    expect(minutes(...at(["11:50 pm", "11:58 pm", "12:04 am"], "time"))).toEqual([0, 8, 14]);
    expect(minutes(...at(["12:55 p.m.", "1:05 p.m."], "time"))).toEqual([0, 10]);
  });

  test("are spread evenly where the printed timetable leaves them out", () => {
    expect(minutes(...at([0, "", "", 10, "", 11]))).toEqual([0, 3, 6, 10, 10, 11]);
    expect(minutes(...at(["6:00", "", "6:10"], "time"))).toEqual([0, 5, 10]);
  });

  test.each([
    ["fall", at([0, 9, 4]), "11 minutes: is earlier than at the stop above, or half a day later"],
    [
      "fall on the clock",
      at(["6:30", "6:39", "6:34"], "time"),
      "11 time: is earlier than at the stop above, or half a day later",
    ],
    ["do not begin at 0", at([5, 9]), "9 minutes: is counted from the first stop, so that one has 0"],
    ["lack the first", at(["", 9]), "9 minutes: must be given for the first and the last stop"],
    ["lack the last", at([0, ""]), "10 minutes: must be given for the first and the last stop"],
    ["are no number", at([0, "soon"]), '10 minutes: "soon" is not a whole number from 0 to 1439'],
    [
      "are no time",
      at(["6:30", "half past"], "time"),
      '10 time: "half past" is not a time of day: write it like 08:00',
    ],
  ])("that %s are refused with their line", (_, stops, fault) => {
    expect(faults(fileOf({}, stops))).toEqual([fault]);
  });

  test("are refused where no bus could be that fast", () => {
    const stops = [
      "stop,lat,lon,minutes",
      "A,39.1155,-94.6265,0",
      "B,39.1155,-94.4265,4",
      "C,39.1155,-94.4265,40",
    ];
    expect(faults(fileOf({}, stops))).toEqual([
      "10 -: lies 17.3 km from the stop above, 4 min after it: no bus is that fast. Is its place or its time mistyped?",
    ]);
  });
});

describe("a file is refused, with what to do,", () => {
  test.each([
    ["without a number", { route: "" }, STOPS, ["- route: must be given"]],
    ["without its agency", { agency: "" }, STOPS, ["- agency: must be given"]],
    [
      "without a service",
      { service: "" },
      STOPS,
      ["- service: must be given: Mo-Fr 06:30-18:00 every 45 min"],
    ],
    [
      "without both_ways",
      { both_ways: "" },
      STOPS,
      ["- both_ways: must be given: yes where buses come back by the same stops, else no"],
    ],
    [
      "without a date of its source",
      { source_date: "" },
      STOPS,
      ["- source_date: must be given: the day the times were true, like 2026-01-15"],
    ],
    [
      "with an odd answer",
      { both_ways: "perhaps" },
      STOPS,
      ['4 both_ways: "perhaps" is neither yes, no nor empty'],
    ],
    [
      "with a date that is none",
      { from: "2026-02-30" },
      STOPS,
      ['7 from: "2026-02-30" is not a date: write it like 2026-01-15'],
    ],
    [
      "with a season that ends before it begins",
      { from: "2026-02-03", until: "2026-01-03" },
      STOPS,
      ["8 until: is before from"],
    ],
    [
      "with a color that is none",
      { color: "orange" },
      STOPS,
      ["7 color: is no color: write it like #a85a00"],
    ],
    [
      "with a fact it does not know",
      { colour: "#000000" },
      STOPS,
      [expect.stringMatching(/^7 colour: is not known; the rows above the stops are route, name, agency/)],
    ],
    [
      "with a comma outside of quotes",
      { name: "Quindaro, north" },
      STOPS,
      ["7 name: has a comma in its value: put the value in double quotes"],
    ],
    ["with one stop", {}, STOPS.slice(0, 2), ["8 -: two stops or more must follow"]],
    ["without a stop", {}, STOPS.slice(0, 1), ["8 -: two stops or more must follow"]],
    ["without a table", {}, [], ["- -: has no stops: they follow a row that says stop,lat,lon,minutes"]],
    [
      "without positions",
      {},
      ["stop,minutes", "A,0", "B,5"],
      [
        "8 lat: is not among the columns: stop,lat,lon,minutes",
        "8 lon: is not among the columns: stop,lat,lon,minutes",
      ],
    ],
    [
      "with both kinds of times",
      {},
      ["stop,lat,lon,minutes,time", "A,39.1,-94.6,0,6:00", "B,39.1,-94.61,5,6:05"],
      ["8 time: stands beside minutes: keep one of the two"],
    ],
    [
      "with a column twice",
      {},
      ["stop,lat,lon,minutes,lat", "A,39.1,-94.6,0,", "B,39.1,-94.61,5,"],
      ["8 lat: is there twice"],
    ],
    [
      "with a position off the earth",
      {},
      [...STOPS.slice(0, 2), "B,139.1,-94.6,17"],
      ['10 lat: "139.1" is not a position in degrees'],
    ],
    ["with a stop without a name", {}, [...STOPS.slice(0, 2), ",39.1,-94.6,17"], ["10 stop: must be given"]],
    [
      "with a cell too many",
      {},
      [...STOPS.slice(0, 2), "B, north,39.1385,-94.6589,17"],
      expect.arrayContaining(["10 -: has more cells than the stops have columns"]),
    ],
    [
      "with a quote that is never closed",
      {},
      [...STOPS, '"C,39.1,-94.6,19'],
      ["11 -: a cell begins with a quote that is never closed: close it, or take it away"],
    ],
  ])("%s", (_, facts, stops, expected) => {
    expect(faults(fileOf(facts, stops))).toEqual(expected);
  });

  test("with a fact twice, where cells are parted otherwise, and where it is empty", () => {
    expect(faults(`route,105\n${fileOf({})}`)).toEqual(["2 route: is there twice, in line 1 too"]);
    expect(faults("route;106\nstop;lat;lon;minutes")).toEqual([
      "- -: has no stops: they follow a row that says stop,lat,lon,minutes (cells must be parted by commas)",
    ]);
    expect(faults("")).toEqual(["- -: has no stops: they follow a row that says stop,lat,lon,minutes"]);
  });

  test("with every fault it has, each with the file's name", () => {
    const file = routeIn(
      fileOf({ agency: "", both_ways: "x" }, [...STOPS.slice(0, 2), "B,x,y,z"]),
      "106.csv",
    );
    expect(file).toMatchObject({ kind: "refused" });
    const columns =
      file.kind === "refused" ? file.faults.map(({ file: name, column }) => `${name} ${column}`) : [];
    expect(columns).toEqual([
      "106.csv agency",
      "106.csv both_ways",
      "106.csv lat",
      "106.csv lon",
      "106.csv minutes",
    ]);
  });

  test("in words that steer no terminal and fill none", () => {
    const steering = `${"\u001b[2J".repeat(200)}`;
    const file = routeIn(
      fileOf({ [steering]: "x", service: steering }, [...STOPS, `${steering},x,y,z`]),
      "a.csv",
    );
    const said = file.kind === "refused" ? file.faults.map(({ column, reason }) => `${column}${reason}`) : [];
    expect(said.length).toBeGreaterThan(3);
    for (const words of said) {
      expect(words).not.toContain("\u001b");
      expect(words.length).toBeLessThan(700);
    }
  });

  test("with more stops than a route has", () => {
    const many = Array.from({ length: 1001 }, (_, i) => `S${i},39.1,-94.6,0`);
    expect(faults(fileOf({}, ["stop,lat,lon,minutes", ...many]))).toEqual([
      "1009 -: a route has at most 1000 stops",
    ]);
  });
});
