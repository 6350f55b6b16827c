import { beforeAll, describe, expect, it } from "vitest";
import { applyPlaces } from "~/data/import/apply.server";
import { readPlacesFile } from "~/data/import/places-file.server";
import { previewOf } from "~/data/import/preview.server";
import { storedPlaces } from "~/data/import/stored.server";
import { placesIn } from "~/data/places.server";
import { findRegion } from "~/data/regions.server";
import { recordReport } from "~/data/reports.server";
import type { Region } from "~/domain/region";
import { randomUUID } from "node:crypto";
import { testDatabase } from "../../support/database";
import { seedRegion } from "../../support/seeds";
import { tableSums } from "../../support/table-sums";

const database = testDatabase();
let region: Region;

beforeAll(async () => {
  await seedRegion(database.owner);
  region = (await findRegion("kck"))!;
});

const HEADER =
  "key,kind,name,organization,lat,lon,hours,pools,families,about,about_es,documents,address,phone";
const hope = `hope,shelter,Hope House,Hope,39.1,-94.65,"Mo-Su 18:00-07:00; 2026 Dec 25 off",families room x8 of 4,yes,Rooms.,Cuartos.,none,1 Main St,816-555-0100`;
const hall = `hall,shelter,Hall,Hope,39.11,-94.65,24/7,men bed x40; women bed x12,no,,,photo ID,2 Main St,`;

async function preview(rows: string[], source = "csv") {
  const file = readPlacesFile(Buffer.from([HEADER, ...rows].join("\n")), region.timeZone);
  return previewOf(file, await storedPlaces(database.owner, region.regionId, source), region, source);
}

async function apply(rows: string[], source = "csv") {
  return applyPlaces(database.owner, region.regionId, source, await preview(rows, source));
}

async function named(name: string) {
  return (await placesIn(region.regionId)).find((place) => place.name === name);
}

describe("a places file put in force", () => {
  it("shows what is new, then stores all of it", async () => {
    const before = await tableSums(database.owner);
    const first = await preview([hope, hall]);
    expect(first.added.map(({ key }) => key)).toEqual(["csv:hope", "csv:hall"]);
    expect(await tableSums(database.owner)).toEqual(before);

    expect(await apply([hope, hall])).toEqual({ kind: "applied", places: 2, gone: 0 });
    expect(await named("Hope House")).toMatchObject({
      kind: "shelter",
      organization: "Hope",
      phone: "816-555-0100",
      about: { en: "Rooms.", es: "Cuartos." },
      admits: { families: true, adultsAlone: null, documents: [], pets: { cat: null } },
      pools: [{ household: "families", unit: "room", peoplePerUnit: 4, capacity: 8, lastReport: null }],
      hours: {
        operating: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: 1080, closes: 420, from: null, until: null }],
        exceptions: [{ date: "2026-12-25", hours: null }],
        rule: null,
      },
    });
  });

  it("has nothing to change when it comes again", async () => {
    expect(await preview([hall, hope])).toMatchObject({ added: [], changed: [], gone: [], unchanged: 2 });
  });

  it("says each change as before and after", async () => {
    const moved = hope
      .replace("1 Main St", "9 Oak St")
      .replace("18:00-07:00", "19:00-07:00")
      .replace(",yes,", ",,");
    const { changed } = await preview([moved, hall]);
    expect(changed.map(({ changes }) => changes)).toEqual([
      [
        { field: "site.address", before: "1 Main St", after: "9 Oak St" },
        { field: "families", before: "yes", after: "" },
        {
          field: "hours",
          before: "Mo-Su 18:00-07:00; 2026 Dec 25 off",
          after: "Mo-Su 19:00-07:00; 2026 Dec 25 off",
        },
      ],
    ]);
    await apply([moved, hall]);
    expect(await named("Hope House")).toMatchObject({
      site: { address: "9 Oak St" },
      admits: { families: null },
    });
    await apply([hope, hall]);
  });

  it("marks what is gone closed, keeps its row, and opens it again", async () => {
    const { placeId } = (await named("Hall"))!;
    expect((await preview([hope])).gone.map(({ key }) => key)).toEqual(["csv:hall"]);
    expect(await apply([hope])).toEqual({ kind: "applied", places: 1, gone: 1 });
    expect(await named("Hall")).toBeUndefined();

    const back = await preview([hope, hall]);
    expect(back.changed[0]!.changes).toEqual([{ field: "closed", before: "yes", after: "no" }]);
    await apply([hope, hall]);
    expect((await named("Hall"))!.placeId).toBe(placeId);
  });

  it("leaves a place where it is whose row was refused", async () => {
    const broken = hall.replace("24/7", "always");
    const { gone, refused } = await preview([broken]);
    expect(gone.map(({ key }) => key)).toEqual(["csv:hope"]);
    expect(refused.map(({ key }) => key)).toEqual(["hall"]);
  });

  it.each([
    ["a row without a key", [hope.replace("hope,", ",")]],
    ["a quote that is never closed", [hope, `hall,"shelter`]],
    ["a key that holds a control character", [hope.replace("hope,", "ho\u0007pe,"), hall]],
  ])("calls nothing gone because of %s", async (_, rows) => {
    const { gone, knowsGone, refused } = await preview(rows);
    expect([gone, knowsGone, refused.length]).toEqual([[], false, 1]);
  });

  it("touches only the places of its own source", async () => {
    const other = hope.replace("Hope House", "Other House");
    await apply([other], "second-list");
    expect(await preview([hope, hall])).toMatchObject({ changed: [], gone: [], unchanged: 2 });
    await apply([hall.replace("hall,", "third,").replace("Hall", "Third")], "second-list");
    expect(await named("Other House")).toBeUndefined();
    expect(await named("Hope House")).toBeDefined();
  });

  it("leaves a pool's size to staff, once they have spoken, and says so", async () => {
    const { poolId } = (await named("Hope House"))!.pools[0]!;
    await recordReport(database.owner, {
      key: randomUUID(),
      who: "desk",
      way: "web",
      poolId,
      occupied: 3,
      capacity: 7,
    });
    const larger = hope.replace("x8 of 4", "x9 of 4");
    const { changed, notes } = await preview([larger, hall]);
    expect(changed).toEqual([]);
    expect(notes).toEqual(["Hope House: staff counted 7 families rooms; the file's 9 is not taken."]);
    await apply([larger, hall]);
    expect((await named("Hope House"))!.pools).toMatchObject([{ poolId, capacity: 7, occupied: 3 }]);
  });

  it("ends pools that are gone and begins new ones", async () => {
    await apply([hope, hall.replace("men bed x40; women bed x12", "men bed x41; couples room x3 of 2")]);
    expect((await named("Hall"))!.pools.map(({ household, capacity }) => [household, capacity])).toEqual([
      ["men", 41],
      ["couples", 3],
    ]);
    await apply([hope, hall]);
  });

  it("changes nothing at all when any part of it fails", async () => {
    const good = await preview([hope.replace("Rooms.", "Other words."), hall]);
    const [first, second] = good.drafts;
    const before = await tableSums(database.owner);
    for (const broken of [
      { ...second!, kind: "palace" as never },
      { ...second!, pools: [{ household: "men", unit: "bed", peoplePerUnit: 1, capacity: -1 } as never] },
      { ...second!, hours: { ...second!.hours, exceptions: [{ date: "2026-02-30", hours: null }] } },
      { ...second!, site: { ...second!.site, lat: 999 } },
    ]) {
      const drafts = [first!, broken];
      await expect(
        applyPlaces(database.owner, region.regionId, "csv", { ...good, drafts }),
      ).rejects.toThrow();
    }
    expect(await tableSums(database.owner)).toEqual(before);
  });

  it("refuses places outside the region", async () => {
    const { refused } = await preview([hope.replace("39.1,-94.65", "38.6,-90.2")]);
    expect(refused).toEqual([
      { line: 2, key: "hope", column: "lat", reason: "38.6, -90.2 lies outside Region kck" },
    ]);
  });

  it("forgets where a place is that turns out to be a safety shelter", async () => {
    const haven = `haven,shelter,Haven,Haven Inc,39.151234,-94.731234,24/7,families room x5 of 4,yes,Behind the mill.,,,742 Secret St,816-555-0177`;
    await apply([hope, hall, haven]);
    const now = await preview([hope, hall, haven.replace("haven,shelter", "haven,safety-shelter")]);
    expect(now.secret).toEqual(["csv:haven"]);
    await applyPlaces(database.owner, region.regionId, "csv", now);
    expect(await named("Haven")).toBeUndefined();
    const tables = await database.owner`
      select (select string_agg(sites::text, '|') from sites) || (select string_agg(programs::text, '|') from programs) as all`;
    expect(tables[0]!.all).not.toMatch(/Secret|39\.1512|94\.7312|mill/);
    const { hotlines } = (await findRegion("kck"))!;
    expect(hotlines).toContainEqual({
      kind: "safety-shelter",
      name: { en: "Haven Inc: safety shelter hotline", es: "Haven Inc: línea del refugio seguro" },
      phone: "816-555-0177",
      note: null,
    });
  });

  it("is not for the web role", async () => {
    const { sql } = await import("~/data/database.server");
    await expect(sql`select apply_places(${region.regionId}, 'csv', '[]', '[]', '{}')`).rejects.toThrow(
      /permission denied/,
    );
  });
});
