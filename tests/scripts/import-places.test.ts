import { beforeAll, describe, expect, it } from "vitest";
import { placesIn } from "~/data/places.server";
import { fileWith, runScript } from "../support/command";
import { testDatabase } from "../support/database";
import { seedRegion } from "../support/seeds";
import { tableSums } from "../support/table-sums";

const database = testDatabase();
let regionId: number;
beforeAll(async () => void (regionId = await seedRegion(database.owner)));

const HEADER = "key,kind,name,organization,lat,lon,address,hours,pools,phone";
const hope = `hope,shelter,Hope House,Hope,39.1,-94.65,1 Main St,Mo-Su 18:00-07:00,families room x8 of 4,`;
const haven = `haven,safety-shelter,Haven,Haven Inc,39.151234,-94.731234,742 Secret St,24/7,,816-555-0177`;

function importPlaces(rows: string[], ...args: string[]) {
  const file = fileWith("places.csv", [HEADER, ...rows].join("\r\n"));
  return runScript("import-places", ["--region", "kck", file, ...args], database.ownerUrl);
}

async function names() {
  return (await placesIn(regionId)).map(({ name }) => name);
}

describe("npm run import-places", () => {
  it("shows what would change and changes nothing, until --apply is said", async () => {
    const before = await tableSums(database.owner);
    const shown = await importPlaces([hope, haven]);
    expect(shown).toMatchObject({ code: 0, err: "" });
    expect(shown.out).toContain("New: 1\n  + Hope House, Hope (csv:hope)\n");
    expect(shown.out).toContain(
      "Note: Line 3: a safety shelter (kind safety-shelter). Only its hotline is kept",
    );
    expect(shown.out).toContain("Nothing was changed. Add --apply to do it.");
    expect(await tableSums(database.owner)).toEqual(before);

    const done = await importPlaces([hope, haven], "--apply");
    expect(done.out).toContain('Done: 1 places of "csv" in Region kck, 0 closed.');
    expect(await names()).toEqual(["Hope House"]);
  });

  it("shows each change as before and after, and what is gone", async () => {
    const hall = hope.replace("hope,", "hall,").replace("Hope House", "Hall");
    await importPlaces([hope, hall], "--apply");
    const shown = await importPlaces([hope.replace("18:00", "17:00").replace("1 Main St", "")]);
    expect(shown.out).toContain(
      "      site.address: 1 Main St -> unknown\n      hours: Mo-Su 18:00-07:00 -> Mo-Su 17:00-07:00",
    );
    expect(shown.out).toContain("Gone, to be marked closed: 1\n  - Hall (csv:hall)");
  });

  it("says where a file cannot be read, steers no terminal, and calls no place gone", async () => {
    const binary = await importPlaces([hope, "b,shelter,\0"]);
    expect(binary.err).toContain("Nothing was changed. Faults to mend first: 1.");
    expect(binary.out).toMatch(/! line 3: holds a byte that is not text/);
    expect(binary.out).not.toContain("Gone");
    const steering = await importPlaces([hope.replace("hope,shelter", "ho\u001b[2Jpe,shelter")]);
    expect(steering.out).toContain(String.raw`! line 2, ho\u001b[2Jpe, column key: `);
    expect(steering.out).not.toContain("Gone");
    for (const { out, err } of [binary, steering]) {
      expect(out + err).not.toContain("\0");
      expect(out + err).not.toContain("\u001b");
    }
  });

  it("keeps no trace of a safety shelter's address in any table", async () => {
    const sums = await database.owner<{ tablename: string }[]>`
      select tablename from pg_tables where schemaname = 'warmstop'`;
    for (const { tablename } of sums) {
      const [{ all }] = await database.owner<[{ all: string | null }]>`
        select string_agg(row::text, ' ') as all from ${database.owner(tablename)} as row`;
      expect(all ?? "", tablename).not.toMatch(/Secret|39\.1512|94\.7312/);
    }
    const [card] = await database.owner`select phone from hotlines where kind = 'safety-shelter'`;
    expect(card).toEqual({ phone: "816-555-0177" });
  });

  it.each([
    [
      "a row with a fault among good ones",
      [hope, `bad,shelter,B,O,39.1,-94.6,,Mo-Fr 6pm-7am,,`],
      /line 3, bad, column hours/,
    ],
    [
      "a place outside the region",
      [hope, `far,shelter,B,O,45,-94.6,,,,`],
      /line 3, far, column lat: 45, -94\.6 lies outside/,
    ],
    ["a key used twice", [hope, hope], /line 3, hope, column key: is used in line 2 too/],
    ["no rows at all", [], /the file holds no place\. It would close all/],
  ])("refuses %s, even with --apply, and changes nothing", async (_, rows, sentence) => {
    const before = await tableSums(database.owner);
    const ran = await importPlaces(rows, "--apply");
    expect(ran.code).toBe(1);
    expect(ran.out + ran.err).toMatch(sentence);
    expect(ran.err).toContain("Nothing was changed");
    expect(await tableSums(database.owner)).toEqual(before);
  });

  it("explains every column in --help", async () => {
    const { code, out } = await runScript("import-places", ["--help"], database.ownerUrl);
    expect(code).toBe(0);
    expect(out).toMatch(/\* key .*\n\* kind /);
    expect(out).toContain("opens_at_or_below_f");
  });
});
