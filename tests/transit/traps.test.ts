import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { filesOf } from "~/data/feeds/zip.server";
import { readFeed } from "~/transit/gtfs/read-feed";
import { journeysFrom } from "~/transit/search/journeys";
import { buildTimetable } from "~/transit/timetable/timetable";
import { asFiles, at, feedFiles, feedOf, placed, trip } from "./picture";
import { drawn, stops, ways } from "./trap-town";

describe("trap 1: trips of the previous service day past 24:00:00", () => {
  const calendar = { tuesday: "0,1,0,0,0,0,0,20260113,20260113" };
  const late = drawn({
    calendar,
    trips: [
      { ...trip("A 23:50", "B 24:20", "C 24:40"), service: "tuesday" },
      { ...trip("A 24:30", "B 24:50"), service: "tuesday" },
    ],
  });

  test("are there at ten past midnight", () => {
    expect(ways(late, at("14 0:10"))).toEqual(["leave 00:28:00, in 00:50:00, 120 s outside, 1 ride"]);
  });

  test("are there before midnight, and not a day later", () => {
    expect(ways(late, at("13 23:00"), "C")).toEqual(["leave 23:48:00, in 00:40:00, 120 s outside, 1 ride"]);
    expect(ways(late, at("15 0:10"))).toEqual(["feed-expired"]);
  });

  test("are there two nights later too, for a trip that long", () => {
    const train = drawn({
      calendar,
      trips: [{ ...trip("C 20:00", "A 50:00", "B 51:00"), service: "tuesday" }],
    });
    expect(ways(train, at("15 1:00"))).toEqual(["leave 01:58:00, in 03:00:00, 120 s outside, 1 ride"]);
  });
});

test("trap 2: rows not grouped by trip nor in order of stop_sequence make the same timetable", () => {
  const trips = [trip("A 10:00", "B 10:20", "C 10:40"), trip("A 10:10", "C 10:30")];
  const files = feedFiles({ stops, trips });
  const [header, ...rows] = new TextDecoder().decode(files.get("stop_times.txt")).trim().split("\n");
  const mixed = [rows[4], rows[1], rows[3], rows[0], rows[2]];
  const shuffled = new Map([
    ...files,
    ["stop_times.txt", new TextEncoder().encode([header, ...mixed].join("\n"))] as const,
  ]);
  const timetable = (of: typeof files) =>
    buildTimetable({ feeds: [feedOf(of)], handRoutes: [], timeZone: "America/Chicago" });
  expect(timetable(shuffled).times).toEqual(timetable(files).times);
  expect(ways(timetable(shuffled), at("14 9:00"), "C")).toEqual(ways(timetable(files), at("14 9:00"), "C"));
});

test("trap 3: stops with blank times between timepoints are stopped at, at the time between", () => {
  expect(ways(drawn({ trips: [trip("A 10:00", "B", "C 10:31")] }), at("14 9:00"))).toEqual([
    "leave 09:58:00, in 10:15:30, 120 s outside, 1 ride",
  ]);
  expect(ways(drawn({ trips: [trip("A 10:00 km 0", "B km 3", "C 10:40 km 4")] }), at("14 9:00"))).toEqual([
    "leave 09:58:00, in 10:30:00, 120 s outside, 1 ride",
  ]);
});

test("trap 4: seconds are not rounded to minutes", () => {
  const city = drawn({ trips: [trip("A 10:00:31", "B 10:20:29")] });
  expect(ways(city, at("14 9:58:31"))).toEqual(["leave 09:58:31, in 10:20:29, 120 s outside, 1 ride"]);
  expect(ways(city, at("14 9:58:32"))).toEqual(["last-bus-gone"]);
});

describe("trap 5: services", () => {
  const none = { daily: "0,0,0,0,0,0,0,20260101,20260131" };
  const trips = [trip("A 10:00", "B 10:20")];
  const runs = ["leave 09:58:00, in 10:20:00, 120 s outside, 1 ride"];

  test("whose weekdays are all 0 run on their added dates", () => {
    const city = drawn({ trips, calendar: none, dates: ["daily,20260114,1"] });
    expect(ways(city, at("14 9:00"))).toEqual(runs);
    expect(ways(city, at("15 9:00"))).toEqual(["feed-expired"]);
  });

  test("by calendar_dates.txt only", () => {
    const files = feedFiles({ stops, trips, dates: ["daily,20260114,1"] });
    files.delete("calendar.txt");
    const city = buildTimetable({ feeds: [feedOf(files)], handRoutes: [], timeZone: "America/Chicago" });
    expect(ways(city, at("14 9:00"))).toEqual(runs);
  });

  test("removed and another added on one date", () => {
    const calendar = { daily: "1,1,1,1,1,1,1,20260101,20260131", holiday: "0,0,0,0,0,0,0,20260101,20260131" };
    const city = drawn({
      calendar,
      trips: [...trips, { ...trip("A 11:00", "B 11:20"), service: "holiday" }],
      dates: ["daily,20260114,2", "holiday,20260114,1"],
    });
    expect(ways(city, at("14 9:00"))).toEqual(["leave 10:58:00, in 11:20:00, 120 s outside, 1 ride"]);
    expect(ways(city, at("15 9:00"))).toEqual(runs);
  });
});

// What one changes by is the rest of it, in traps-changes.test.ts.
describe("trap 6: frequencies, and stops one may not use", () => {
  const pattern = { ...trip("A 0:00", "B 0:20"), id: "p" };

  test("exact: a trip every headway, the last before the end, and none at the pattern's own time", () => {
    const city = drawn({ trips: [pattern], frequencies: ["p,10:00:00,10:20:00,600,1"] });
    expect(ways(city, at("14 9:00"))).toEqual(["leave 09:58:00, in 10:20:00, 120 s outside, 1 ride"]);
    expect(ways(city, at("14 10:00"))).toEqual(["leave 10:08:00, in 10:30:00, 120 s outside, 1 ride"]);
    expect(ways(city, at("14 10:09"))).toEqual(["last-bus-gone"]);
    expect(ways(city, at("13 23:30"))).toEqual(["last-bus-gone"]);
  });

  test("by headway: half of it is waited outside, and the times are estimated", () => {
    const city = drawn({ trips: [pattern], frequencies: ["p,10:00:00,10:20:00,600,0"] });
    expect(ways(city, at("14 9:00"))).toEqual(["leave 09:58:00, in 10:20:00, 420 s outside, 1 ride"]);
    const door = { key: 1, ...placed(stops.B!), opens: null, closes: null };
    const way = journeysFrom(city, { origin: placed(stops.A!), doors: [door], leaveFrom: at("14 9:00") }).get(
      1,
    );
    expect(way).toMatchObject({ journeys: [{ estimated: true }] });
  });

  test.each(["no-on", "ask-on"])("nobody gets on where pickup is %s", (rule) => {
    const city = drawn({ trips: [trip(`A 10:00 ${rule}`, "B 10:20"), trip("A 11:00", "B 11:20")] });
    expect(ways(city, at("14 9:00"))).toEqual(["leave 10:58:00, in 11:20:00, 120 s outside, 1 ride"]);
  });

  test.each(["no-off", "ask-off"])("nobody gets off where drop-off is %s, but rides on", (rule) => {
    const city = drawn({ trips: [trip("A 10:00", `B 10:20 ${rule}`, "C 10:40")] });
    expect(ways(city, at("14 9:00"))).toEqual(["last-bus-gone"]);
    expect(ways(city, at("14 9:00"), "C")).toEqual(["leave 09:58:00, in 10:40:00, 120 s outside, 1 ride"]);
  });

  test.each([
    ["agency", "A 10:00 ask-on", "B 10:20", { on: "agency", off: "nobody" }],
    ["driver", "A 10:00", "B 10:20 ask-off", { on: "nobody", off: "driver" }],
  ])("where the %s must be asked, that is done by who wants to, and said", (_, from, to, ask) => {
    const city = drawn({ trips: [trip(from, to)] });
    expect(ways(city, at("14 9:00"))).toEqual(["last-bus-gone"]);
    const door = { key: 1, ...placed(stops.B!), opens: null, closes: null };
    const question = { origin: placed(stops.A!), doors: [door], leaveFrom: at("14 9:00"), callFirst: true };
    expect(journeysFrom(city, question).get(1)).toMatchObject({
      journeys: [{ callFirst: true, legs: [{ kind: "ride", ask }] }],
    });
  });
});

describe("trap 7: the nights when the clocks change", () => {
  const year = { daily: "1,1,1,1,1,1,1,20260101,20261231" };
  const city = drawn({
    calendar: year,
    trips: [trip("A 1:30", "B 1:50"), trip("A 5:00", "B 5:20"), trip("A 25:30", "B 25:50")],
  });
  const utc = (iso: string) => Date.parse(iso) / 1000;
  const first = (from: string): string => {
    const door = { key: 1, ...placed(stops.B!), opens: null, closes: null };
    const way = journeysFrom(city, {
      origin: placed(stops.A!),
      doors: [door],
      leaveFrom: utc(from),
      windowS: 3600,
    }).get(1);
    if (way?.kind !== "journeys") return "none";
    return new Date(way.journeys[0].enters * 1000).toISOString().slice(0, 16);
  };

  test("forward: 5:00 is 5:00 on the wall, and 1:30 is half past midnight, two hours after the day's beginning", () => {
    expect(first("2026-03-08T09:30:00Z")).toBe("2026-03-08T10:20");
    // Noon minus 12 h is 11 pm of the 7th: 1:30 after it is 12:30 am CST.
    expect(first("2026-03-08T06:00:00Z")).toBe("2026-03-08T06:50");
    // The night before, 25:30 is 1:30 am CST still.
    expect(first("2026-03-08T07:00:00Z")).toBe("2026-03-08T07:50");
  });

  test("back: 5:00 is 5:00 on the wall, and 1:30 is the second half past one", () => {
    expect(first("2026-11-01T10:30:00Z")).toBe("2026-11-01T11:20");
    // Noon minus 12 h is 1 am CDT: 1:30 after it is the second 1:30 am, in CST, an hour after yesterday's 25:30.
    expect(first("2026-11-01T06:00:00Z")).toBe("2026-11-01T06:50");
    expect(first("2026-11-01T07:00:00Z")).toBe("2026-11-01T07:50");
  });
});

describe("trap 8:", () => {
  test("an arrival at exactly 00:00:00 is one", () => {
    const city = drawn({ trips: [trip("A 23:40", "B 24:00:00")] });
    expect(ways(city, at("14 23:00"))).toEqual(["leave 23:38:00, in 00:00:00, 120 s outside, 1 ride"]);
    const early = drawn({
      calendar: { wednesday: "0,0,1,0,0,0,0,20260114,20260114" },
      trips: [{ ...trip("A 0:00:00", "B 0:20"), service: "wednesday" }],
    });
    expect(ways(early, at("13 23:00"))).toEqual(["leave 23:58:00, in 00:20:00, 120 s outside, 1 ride"]);
  });

  test("a stop visited twice by a trip can be left on the second visit, and arrived at on the first", () => {
    const city = drawn({ trips: [trip("A 10:00", "B 10:20", "A 10:40", "C 10:50", "B 11:10")] });
    expect(ways(city, at("14 9:00"))).toEqual(["leave 09:58:00, in 10:20:00, 120 s outside, 1 ride"]);
    expect(ways(city, at("14 10:00"))).toEqual(["leave 10:38:00, in 11:10:00, 120 s outside, 1 ride"]);
    // Boarded at the second visit by a family that leaves later, to arrive at the same minute.
    expect(ways(city, at("14 9:00"), "C")).toEqual(["leave 10:38:00, in 10:50:00, 120 s outside, 1 ride"]);
  });

  test("a trip that overtakes another is taken, and the slower one is changed from at its own time", () => {
    const city = drawn({
      trips: [
        trip("A 10:00", "B 11:00"),
        trip("A 10:10", "B 10:30"),
        trip("B 10:40", "C 11:00"),
        trip("B 11:05", "C 11:30"),
      ],
    });
    expect(ways(city, at("14 9:00"))).toEqual(["leave 10:08:00, in 10:30:00, 120 s outside, 1 ride"]);
    expect(ways(city, at("14 9:00"), "C")).toEqual([
      "leave 10:08:00, in 11:00:00, 720 s outside, 2 rides",
      "leave 09:58:00, in 11:30:00, 420 s outside, 2 rides",
    ]);
  });
});

test("trap 9: a feed past its end is said to have expired, and rolls over to the next one on the day", () => {
  const [january, february] = [
    feedOf(
      feedFiles({
        stops,
        calendar: { daily: "1,1,1,1,1,1,1,20260101,20260114" },
        trips: [trip("A 10:00", "B 10:20"), trip("A 24:30", "B 24:50")],
      }),
    ),
    feedOf(
      feedFiles({
        stops,
        calendar: { daily: "1,1,1,1,1,1,1,20260115,20260228" },
        trips: [trip("A 10:05", "B 10:20")],
      }),
    ),
  ];
  const feeds = (...all: (typeof january)[]) =>
    buildTimetable({ feeds: all, handRoutes: [], timeZone: "America/Chicago" });
  expect(ways(feeds(january), at("16 9:00"))).toEqual(["feed-expired"]);
  expect(ways(feeds(february), at("14 9:00"))).toEqual(["outside-feed-dates"]);
  const both = feeds(january, february);
  expect(ways(both, at("14 9:00"))).toEqual(["leave 09:58:00, in 10:20:00, 120 s outside, 1 ride"]);
  expect(ways(both, at("15 9:00"))).toEqual(["leave 10:03:00, in 10:20:00, 120 s outside, 1 ride"]);
  // The old feed's last evening runs into the new feed's first day.
  expect(ways(both, at("15 0:10"))).toEqual(["leave 00:28:00, in 00:50:00, 120 s outside, 1 ride"]);
});

describe("trap 10: a broken feed is refused whole", () => {
  const good = feedFiles({ stops, trips: [trip("A 10:00", "B 10:20"), trip("A 11:00", "B 11:20")] });
  const text = (file: string) => new TextDecoder().decode(good.get(file));
  const refused = (files: Map<string, Uint8Array>) => {
    const read = readFeed(files);
    return read.kind === "refused" ? read.faults : [];
  };

  test.each([
    ["stop_times.txt", text("stop_times.txt").replace("11:20:00", "10:20:00"), 5, "arrival_time"],
    ["stop_times.txt", text("stop_times.txt").replace("t001,1,B", "t001,1,nowhere"), 5, "stop_id"],
    ["stops.txt", text("stops.txt").replace("39.1", "north"), 2, "stop_lat"],
    ["calendar.txt", text("calendar.txt").replace("20260131", "20260231"), 2, "end_date"],
    [
      "transfers.txt",
      "from_stop_id,to_stop_id,min_transfer_time\nA,B,60\nB,A,soon\n",
      3,
      "min_transfer_time",
    ],
    [
      "pathways.txt",
      "from_stop_id,to_stop_id,pathway_mode,is_bidirectional\nA,B,1,maybe\n",
      2,
      "is_bidirectional",
    ],
  ])("with file, line and column: %s", (file, broken, line, column) => {
    const faults = refused(new Map([...good, ...asFiles({ [file]: broken })]));
    expect(faults).toMatchObject([{ file, line, column }]);
  });

  test("within a second, whatever it is made of", async () => {
    const endless = asFiles({ "stops.txt": `stop_id,stop_name\n1,"${"x".repeat(10_000_000)}"\n` });
    const hostile: [string, Uint8Array][] = [
      ["stop_times.txt", new Uint8Array(100_000_000)],
      ["../stops.txt", good.get("stops.txt")!],
    ];
    const zips = hostile.map((entry) => zipSync(Object.fromEntries([...good, entry])));
    const began = performance.now();
    expect(refused(new Map([...good, ...endless]))).toMatchObject([{ file: "stops.txt", line: 2 }]);
    for (const zip of zips) expect((await filesOf(zip)).kind).toBe("refused");
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
