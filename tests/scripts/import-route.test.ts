import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { handRoutesOf } from "~/data/hand-routes.server";
import { findRegion } from "~/data/regions.server";
import { timetableOf } from "~/data/timetables.server";
import { loader as placesJson } from "~/routes/places[.]json";
import { fileWith, runScript } from "../support/command";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";
import { tableSums } from "../support/table-sums";

const database = testDatabase();
let regionId: number;
beforeAll(async () => void (regionId = await seedRegion(database.owner)));

const example = /```csv\n([\s\S]*?)```/.exec(readFileSync("db/routes-file.md", "utf8"))![1]!;
const quindaro = fileWith("106.csv", example);

function importRoute(...args: string[]) {
  return runScript("import-route", ["--region", "kck", ...args], database.ownerUrl);
}

describe("npm run import-route", () => {
  it("shows the line as one would check it, and changes nothing until --apply is said", async () => {
    const before = await tableSums(database.owner);
    const shown = await importRoute(quindaro);
    expect(shown).toMatchObject({ code: 0, err: "" });
    expect(shown.out).toBe(
      [
        "106 Quindaro, Unified Government",
        "  Mo-Fr 06:30-18:00 every 45 min: 16 departures each way",
        "  8 stops in 17 min, there and back by the same stops",
        "      0 min  7th & Minnesota  (39.115558, -94.626746)",
        "      3 min  10th & Washington  (39.1194, -94.635)",
        "      6 min  10th & Freeman  (39.1234, -94.635)",
        "      9 min  10th & Quindaro  (39.1305, -94.635)",
        "     11 min  Quindaro & 13th  (39.1325, -94.6392)",
        "     13 min  Quindaro & 18th  (39.1345, -94.6462)",
        "     15 min  Quindaro & 23rd  (39.1365, -94.6533)",
        "     17 min  Quindaro & 27th  (39.1385, -94.6589)",
        "  Source: Printed timetable at 7th & Minnesota, 2026-06-01",
        "It is new.",
        "",
        "Nothing was changed. Add --apply to do it.",
        "",
      ].join("\n"),
    );
    expect(await tableSums(database.owner)).toEqual(before);
  });

  it("stores it, and running servers take it by themselves", async () => {
    const region = (await findRegion("kck"))!;
    expect((await timetableOf(region)).lines).toEqual([]);
    const done = await importRoute(quindaro, "--apply");
    expect(done.out).toContain("Done: 106 Quindaro, Unified Government is in Region kck.");
    expect((await handRoutesOf(regionId)).map(({ stops }) => stops.length)).toEqual([8]);
    const lines = async () => (await timetableOf(region)).lines.map(({ route }) => route.shortName);
    await vi.waitFor(async () => expect(await lines()).toEqual(["106"]), 10_000);
  });

  it("takes a family there, with times that are said to be estimated", async () => {
    const place =
      "key,kind,name,organization,lat,lon,hours\nhope,shelter,Hope House,Hope,39.1386,-94.6591,24/7";
    await runScript(
      "import-places",
      ["--region", "kck", fileWith("places.csv", place), "--apply"],
      database.ownerUrl,
    );
    // A Monday, at eight in the morning.
    const query = "region=kck&where=7th+%26+Minnesota&adults=1&children=6&when=2027-01-11+08:00";
    const request = new Request(`http://localhost/places.json?${query}`);
    const asked = await (await placesJson({ request, params: {}, context: {} })).json();
    const { journey } = (asked as { places: { journey: Journey }[] }).places[0]!;
    expect(journey.estimated).toBe(true);
    const rides = journey.legs.filter(({ kind }) => kind === "ride");
    expect(rides).toMatchObject([{ route: "106", estimated: true, headsign: "Quindaro & 27th" }]);
    // Half of the 45 minutes, the two before the bus, and a few steps.
    expect(journey.outdoorMinutes).toBeGreaterThanOrEqual(24);
    expect(journey.outdoorMinutes).toBeLessThan(28);
  });

  it("says what a second file changes, and nothing where it is the same", async () => {
    const same = await importRoute(quindaro, "--apply");
    expect(same.out).toMatch(/It is there already, just as it is here\.\n$/);
    const longer = fileWith(
      "106.csv",
      example.replace("6:00 pm", "8:00 pm").replace("2026-06-01", "2026-07-01"),
    );
    expect((await importRoute(longer)).out).toContain(
      "It is there already. Changed: its service, the source's date.",
    );
    expect((await importRoute(longer, "--apply")).code).toBe(0);
    expect((await handRoutesOf(regionId)).map(({ service }) => service[0]!.last)).toEqual([20 * 60]);
  });

  it.each([
    [
      "a time that falls",
      example.replace("6:43 am", "6:33 am"),
      /106\.csv, line 16, column time: is earlier than at the/,
    ],
    ["a fact that is missing", example.replace(/agency.*\n/, ""), /106\.csv, column agency: must be given/],
    [
      "a quote left open",
      `${example}"8th`,
      /106\.csv, line 19: a cell begins with a quote that is never closed/,
    ],
    [
      "places swapped",
      example.replaceAll(/,(39[\d.]+),(-94[\d.]+),/g, ",$2,$1,"),
      /column lat|No stop of this line/,
    ],
    [
      "another town's stops",
      example.replaceAll(",-94.", ",-84."),
      /No stop of this line lies in Region kck\. Are lat and lon/,
    ],
    [
      "a spreadsheet's own format",
      "PK\u0003\u0004",
      /106\.csv: this is a spreadsheet or zip file: save it as CSV/,
    ],
    ["nothing", "", /106\.csv: the file is empty/],
  ])("refuses a file with %s, even with --apply, and changes nothing", async (_, text, sentence) => {
    const before = await tableSums(database.owner);
    const ran = await importRoute(fileWith("106.csv", text), "--apply");
    expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(sentence) });
    expect(await tableSums(database.owner)).toEqual(before);
  });

  it("refuses what it is not meant to do, with its usage", async () => {
    for (const args of [["a.csv", "b.csv"], ["a.csv", "--remove", "106"], ["--apply"], ["no-such.csv"]])
      expect((await importRoute(...args)).code, args.join(" ")).toBe(1);
    const elsewhere = await runScript("import-route", ["--region", "nowhere"], database.ownerUrl);
    expect(elsewhere).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no region "nowhere"'),
    });
  });

  it("lists the lines there are, and asks which of several is meant", async () => {
    const johnson = fileWith("106.csv", example.replace("Unified Government", "Johnson County"));
    await importRoute(johnson, "--apply");
    expect((await importRoute()).out).toMatch(/106 Quindaro, Johnson County[\s\S]*106 Quindaro, Unified Gov/);
    expect(await importRoute("--remove", "107")).toMatchObject({
      code: 1,
      err: 'No line is called "107".\nThere are:\n  106 Quindaro, Johnson County\n  106 Quindaro, Unified Government\n',
    });
    expect((await importRoute("--remove", "106", "--apply")).err).toContain(
      "Several agencies have a 106: add --agency.",
    );
  });

  it("takes one away once --apply is said", async () => {
    expect((await importRoute("--remove", "106", "--agency", "Johnson County")).out).toContain(
      "Nothing was changed.",
    );
    expect(await handRoutesOf(regionId)).toHaveLength(2);
    const gone = await importRoute("--remove", "106", "--agency", "Johnson County", "--apply");
    expect(gone.out).toContain("Done: 106 Quindaro, Johnson County is no longer in Region kck.");
    expect((await handRoutesOf(regionId)).map(({ agency }) => agency)).toEqual(["Unified Government"]);
    expect((await importRoute("--remove", "106", "--apply")).code).toBe(0);
    expect((await importRoute()).out).toBe("Region kck has no line entered by hand.\n");
  });
});

type Journey = {
  estimated: boolean;
  outdoorMinutes: number;
  legs: { kind: string; route?: string; headsign?: string; estimated?: boolean }[];
};
