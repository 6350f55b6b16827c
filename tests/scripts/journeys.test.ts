import { describe, expect, test } from "vitest";
import { zipped } from "../../db/sample/make-gtfs";
import { fileWith, runScript } from "../support/command";
import { type Drawing, feedFiles, placed, trip } from "../transit/picture";

// D is 130 m of street beside C, 145 s on foot at a family's pace; X is where no bus calls.
const drawing: Drawing = {
  stops: { A: [0, 0], B: [5000, 0], C: [9000, 0], D: [9100, 0], X: [9100, 50] },
  trips: [
    { ...trip("A 17:10", "B 17:20"), route: "10" },
    { ...trip("B 17:30", "C 17:45"), route: "20" },
    { ...trip("A 17:15", "D 18:00"), route: "30" },
    { ...trip("A 25:00", "B 25:10"), route: "10" },
  ],
};
const feed = fileWith("town.zip", zipped(feedFiles(drawing)));
const { lat, lon } = placed([0, 0]);
const WHEN = ["--date", "2026-01-14", "--from", `${lat},${lon}`, "--at", "17:00"];

/** Runs without a database, as anybody would. */
function journeys(...args: string[]) {
  return runScript("journeys", args, "postgres://nobody@127.0.0.1:9/nothing");
}

async function answered(...args: string[]): Promise<Record<string, unknown>> {
  const ran = await journeys(...args, "--json");
  expect(ran).toMatchObject({ code: 0, err: "" });
  return JSON.parse(ran.out) as Record<string, unknown>;
}

const clock = (words: string) => words.split(":").reduce((sum, part) => 60 * sum + Number(part), 0) * 60;

describe("npm run journeys", () => {
  test("tells the plain front of every stop reached, stops where nothing calls included", async () => {
    // 120 s of slack at A; ten minutes at B; then C, D or X on foot. The direct bus is later, and warmer.
    expect(await answered("--feed", feed, ...WHEN, "--to", "stops")).toEqual({
      B: [{ arrive: clock("17:20"), outdoor: 120 }],
      C: [
        { arrive: clock("17:45"), outdoor: 720 },
        { arrive: clock("18:00") + 145, outdoor: 265 },
      ],
      D: [
        { arrive: clock("17:45") + 145, outdoor: 865 },
        { arrive: clock("18:00"), outdoor: 120 },
      ],
      X: [
        { arrive: clock("17:45") + 162, outdoor: 882 },
        { arrive: clock("18:00") + 73, outdoor: 193 },
      ],
    });
  });

  test("tells the way to each place leg by leg, in order of the file", async () => {
    const file = fileWith(
      "places.json",
      JSON.stringify([
        { id: "shelter", ...placed([9000, 0]) },
        { name: "far", lat: 10, lon: 10 },
      ]),
    );
    const { places, ...head } = await answered("--feed", feed, ...WHEN, "--to", file, "--wind-chill", "0");
    expect(head).toEqual({
      date: "2026-01-14",
      timeZone: "America/Chicago",
      dayStarts: "2026-01-14T00:00:00-06:00",
      from: { lat, lon },
      at: clock("17:00"),
    });
    expect(places).toMatchObject([
      {
        id: "shelter",
        reason: null,
        journeys: [
          {
            leave: clock("17:08"),
            arrive: clock("17:45"),
            enter: clock("17:45"),
            outdoor: 720,
            // At a wind chill of 0 F a minute counts twice.
            coldMinutes: 24,
            boardings: 2,
            legs: [
              { kind: "ride", route: "10", from: { name: "A" }, to: { name: "B" }, depart: clock("17:10") },
              { kind: "ride", route: "20", from: { name: "B" }, to: { name: "C" }, arrive: clock("17:45") },
            ],
          },
          {
            leave: clock("17:13"),
            outdoor: 265,
            legs: [
              { kind: "ride", route: "30", to: { name: "D" }, stops: 1 },
              { kind: "walk", depart: clock("18:00"), arrive: clock("18:00") + 145, metres: 130 },
            ],
          },
        ],
      },
      { id: null, name: "far", reason: "no-stop-in-reach", journeys: [] },
    ]);
  });

  test("says to a person when to leave, and which bus to take", async () => {
    const file = fileWith(
      "places.json",
      JSON.stringify([{ name: "Hope House", ...placed([9000, 0]), opens: "18:00" }]),
    );
    const { code, out, err } = await journeys("--feed", feed, ...WHEN, "--to", file);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Wednesday 2026-01-14, leaving at 17:00:00 or later (America/Chicago)");
    expect(out).toContain(
      "leave 17:08:00, there 17:45:00, in 18:00:00, outside 1620 s (27:00 min), 27.0 cold-minutes",
    );
    expect(out).toContain("17:30:00 to 17:45:00  ride 20 from B to C, 1 stop");
  });

  test("changes what the options say, and knows the night after", async () => {
    const options = [
      "--boarding-penalty",
      "0",
      "--later",
      "0",
      "--walk-link",
      "0",
      "--slack",
      "60",
      "--window",
      "9h",
    ];
    const fronts = await answered("--feed", feed, ...WHEN, "--to", "stops", ...options);
    expect(fronts).toEqual({
      B: [{ arrive: clock("17:20"), outdoor: 60 }],
      C: [{ arrive: clock("17:45"), outdoor: 660 }],
      D: [{ arrive: clock("18:00"), outdoor: 60 }],
    });
    const late = WHEN.with(5, "24:30");
    const night = await answered("--feed", feed, ...late, "--to", "stops", "--walk-link", "0");
    expect(night).toEqual({ B: [{ arrive: clock("25:10"), outdoor: 120 }] });
    const nextDay = ["--date", "2026-01-15", ...WHEN.slice(2, -1), "0:30"];
    const same = await answered("--feed", feed, ...nextDay, "--to", "stops", "--walk-link", "0");
    expect(same).toEqual({ B: [{ arrive: clock("1:10"), outdoor: 120 }] });
  });

  test("keeps equal ids of two feeds apart, and takes a file that follows another for it", async () => {
    const other = fileWith("other.zip", zipped(feedFiles({ ...drawing, trips: drawing.trips.slice(0, 1) })));
    const both = await answered("--feed", feed, "--feed", other, ...WHEN, "--to", "stops");
    expect(Object.keys(both)).toEqual(expect.arrayContaining(["town.zip/B", "other.zip/B"]));
    const next = fileWith(
      "next.zip",
      zipped(feedFiles({ ...drawing, calendar: { daily: "1,1,1,1,1,1,1,20260301,20260331" } })),
    );
    const ran = await journeys("--feed", feed, "--feed", next, ...WHEN, "--to", "stops", "--json");
    expect(ran.err).toMatch(
      /^Careful: next.zip starts on 2026-03-01: none of its buses runs on 2026-01-14\.\n$/,
    );
    expect(Object.keys(JSON.parse(ran.out) as object)).toEqual(["B", "C", "D", "X"]);
  });

  test("lets people wait in a warm room", async () => {
    const rooms = fileWith(
      "rooms.json",
      JSON.stringify([{ name: "Library", ...placed([5000, 0]), open: [["17:00", "18:00"]] }]),
    );
    const file = fileWith("places.json", JSON.stringify([{ name: "C", ...placed([9000, 0]) }]));
    const { out } = await journeys("--feed", feed, ...WHEN, "--to", file, "--rooms", rooms);
    expect(out).toContain("17:20:00 to 17:29:00  wait inside Library");
  });

  test.each([
    [
      "a broken feed",
      ["--feed", fileWith("a.zip", zipped(broken())), ...WHEN, "--to", "stops"],
      /^a\.zip cannot be used:\n {2}stop_times\.txt, line 2, column arrival_time: /,
    ],
    [
      "an unknown option",
      ["--feed", feed, ...WHEN, "--to", "stops", "--spede", "1"],
      /^Unknown option '--spede'[^]*--speed 0\.9/,
    ],
  ])("refuses %s with a sentence", async (_, args, sentence) => {
    const ran = await journeys(...args);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toMatch(sentence);
    expect(ran.err).not.toMatch(/\n\s+at /);
  });

  test("says that a feed has expired, and answers that nothing is reached", async () => {
    const ran = await journeys("--feed", feed, ...WHEN.with(1, "2026-03-14"), "--to", "stops", "--json");
    expect(ran).toMatchObject({ code: 0, out: "{}\n" });
    expect(ran.err).toBe(
      "Careful: town.zip has expired: it ended on 2026-01-31. None of its buses runs on 2026-03-14.\n" +
        "No stop is reached: no feed has a bus that day.\n",
    );
    const file = fileWith("places.json", JSON.stringify([placed([9000, 0])]));
    for (const [date, reason] of [
      ["2026-03-14", "feed-expired"],
      ["2025-12-14", "outside-feed-dates"],
    ] as const) {
      const { out } = await journeys("--feed", feed, ...WHEN.with(1, date), "--to", file, "--json");
      expect(JSON.parse(out)).toMatchObject({ places: [{ reason, journeys: [] }] });
    }
  });

  test("tells of a bus that one must ask for only where no other leads, and says so", async () => {
    const files = feedFiles({
      stops: drawing.stops,
      trips: [
        { ...trip("A 17:10", "B 17:20"), route: "10" },
        { ...trip("A 17:15 ask-on", "C 17:30"), route: "20" },
      ],
    });
    const flex = fileWith("flex.zip", zipped(files));
    const file = fileWith("places.json", JSON.stringify([placed([5000, 0]), placed([9000, 0])]));
    const { out } = await journeys("--feed", flex, ...WHEN, "--to", file, "--json");
    const { places } = JSON.parse(out) as { places: { journeys: { callFirst: boolean }[] }[] };
    expect(places.map((place) => place.journeys.map(({ callFirst }) => callFirst))).toEqual([
      [false],
      [true],
    ]);
    const plain = await journeys("--feed", flex, ...WHEN, "--to", "stops", "--json");
    expect(Object.keys(JSON.parse(plain.out) as object)).toEqual(["B"]);
    expect(plain.err).toContain("--call-first has them too");
  });

  test("knows the repeated runs of a feed's last night", async () => {
    const files = feedFiles({
      stops: drawing.stops,
      trips: [{ ...trip("A 0:00", "B 0:10"), route: "10" }],
      calendar: { daily: "1,1,1,1,1,1,1,20260101,20260113" },
    });
    const [, row] = new TextDecoder().decode(files.get("trips.txt")).split("\n");
    const header = new TextDecoder().decode(files.get("trips.txt")).split("\n")[0]!.split(",");
    const id = row!.split(",")[header.indexOf("trip_id")];
    const repeated = `trip_id,start_time,end_time,headway_secs,exact_times\n${id},20:00:00,27:00:00,1200,1\n`;
    files.set("frequencies.txt", Buffer.from(repeated));
    const night = fileWith("night.zip", zipped(files));
    const { out } = await journeys("--feed", night, ...WHEN.with(5, "2:00"), "--to", "stops", "--json");
    expect(JSON.parse(out)).toMatchObject({ B: [{ arrive: clock("2:30") }] });
  });

  test("keeps equal ids of two files of one name apart", async () => {
    const twin = fileWith("town.zip", zipped(feedFiles(drawing)));
    const both = await answered("--feed", feed, "--feed", twin, ...WHEN, "--to", "stops");
    expect(Object.keys(both)).toEqual(expect.arrayContaining(["town.zip/B", "town.zip#2/B"]));
  });
});

function broken(): Map<string, Uint8Array> {
  const files = feedFiles(drawing);
  const times = new TextDecoder().decode(files.get("stop_times.txt")).replace("17:10:00", "ten");
  return files.set("stop_times.txt", Buffer.from(times));
}
