import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { gazetteerOf } from "~/domain/where/gazetteer";
import { whereAmong, type Area, type Named } from "~/domain/where/where";

const stop = (name: string, lat: number, lon: number): Named => ({ kind: "stop", name, lat, lon });
const zip = (name: string, lat: number, lon: number): Named => ({ kind: "zip", name, lat, lon });
const place = (name: string, lat: number, lon: number): Named => ({ kind: "place", name, lat, lon });

const kansasCity = area(
  "kck",
  "Kansas City, Kansas (sample)",
  { south: 38.98, west: -94.91, north: 39.21, east: -94.5 },
  [
    zip("66101", 39.1199, -94.6276),
    zip("66102", 39.1135, -94.6711),
    zip("66105", 39.0851, -94.6356),
    stop("7th & Minnesota EB", 39.115464, -94.62653),
    stop("7TH & MINNESOTA WB", 39.115568, -94.626944),
    stop("Minnesota at 7th NB", 39.115558, -94.626746),
    stop("6th & Minnesota", 39.115416, -94.624138),
    stop("Minnesota & 10th", 39.115483, -94.634994),
    stop("Armstrong & 5th", 39.114622, -94.621248),
    stop("7th & Central NB", 39.102656, -94.626117),
    stop("7th & Kansas Ave NB", 39.087433, -94.625784),
    stop("State & 29th", 39.116825, -94.661696),
    stop("47th & State MetroCenter", 39.113408, -94.685842),
    stop("KCKCC", 39.120903, -94.748704),
    stop("Main @ 3rd", 39.12, -94.6),
    stop("Main @ 3rd", 39.0, -94.9),
    stop("East Village Transit Center", 39.0996, -94.5718),
    stop("Village West", 39.130065, -94.830952),
    stop("Kansas City Kansas Community College", 39.1209, -94.7487),
    place("Hope House", 39.11, -94.63),
    place("Main Library", 39.1152, -94.624856),
  ],
);
const stLouis = area("st-louis", "St. Louis", { south: 38.4, west: -90.6, north: 38.9, east: -89.9 }, [
  zip("63103", 38.633, -90.216),
  stop("GRAND @ LINDELL NB", 38.63753, -90.232549),
  stop("GRAND @ LINDELL SB", 38.63768, -90.232555),
  stop("MAIN @ 3RD", 38.63, -90.19),
]);

const nowhereElse = () => null;
const at = (typed: string, areas: Area[] = [kansasCity]) => whereAmong(typed, areas, nowhereElse);

function area(slug: string, name: string, bounds: Area["region"]["bounds"], names: Named[]): Area {
  return { region: { slug, name, bounds }, gazetteer: gazetteerOf(names, name) };
}

function wordsFound(typed: string, areas?: Area[]): string | string[] {
  const { where } = at(typed, areas);
  if (where.kind === "found") return where.at.words;
  return where.kind === "several" ? where.choices.map(({ words }) => words) : where.kind;
}

describe("a corner", () => {
  test.each([
    "7th & Minnesota",
    "7th and minnesota ave",
    "minnesota at 7th",
    "Minnesota @ 7th",
    "7 th/minnesota",
    "7th minnesota",
    "MINNESOTA + 7TH ST EB",
    "seventh and Minnesota",
    "7th y Minnesota",
    "esquina de 7th y Minnesota",
    "esquina de la séptima con Minnesota",
    "corner of 7th and Minnesota",
    "N 7th St & Minnesota Avenue",
    "7th & Minesota",
    "7th & Minnnesota",
    "7th & Mnnesota",
    "7th & Minensota",
    "7th & minn",
    "7th & Minnesota avenu",
    "7th & Minnesota, Kansas City, KS",
    "7th and minnesota kansas city ks 66101",
    "  7th   &   minnesota  ",
  ])("%j is 7th & Minnesota", (typed) => {
    expect(wordsFound(typed)).toBe("7th & Minnesota");
  });

  test("lies in the middle of its stops", () => {
    const { where, slug } = at("7th & Minnesota");
    expect(slug).toBe("kck");
    expect(where).toMatchObject({ kind: "found", at: { via: "corner" } });
    if (where.kind === "found") {
      expect(where.at.lat).toBeCloseTo(39.11553, 4);
      expect(where.at.lon).toBeCloseTo(-94.62674, 4);
    }
  });

  test("a number is never taken for another", () => {
    expect(wordsFound("8th & Central")).toBe("not-found");
    expect(wordsFound("17th & Minnesota")).toBe("not-found");
  });

  test("a street named like the region is still a street", () => {
    expect(wordsFound("7th & Kansas")).toBe("7th & Kansas Ave");
  });

  test("without a stop of its own it is a choice of the nearest stops on the two streets", () => {
    expect(wordsFound("5th & Minnesota")).toEqual(
      expect.arrayContaining(["6th & Minnesota", "Armstrong & 5th"]),
    );
  });

  test("without one in a numbered grid it is a choice of the corners next to it", () => {
    expect(wordsFound("8th & Minnesota")).toEqual(["7th & Minnesota", "6th & Minnesota", "Minnesota & 10th"]);
  });

  test("a street alone is a choice of its corners", () => {
    expect(wordsFound("minnesota")).toEqual(["7th & Minnesota", "6th & Minnesota", "Minnesota & 10th"]);
  });

  test("a house number points at the nearest numbered corners", () => {
    expect(wordsFound("625 Minnesota Ave")).toEqual(["6th & Minnesota", "7th & Minnesota"]);
  });
});

describe("a ZIP", () => {
  test.each([
    "66101",
    " 66101 ",
    "66101-1234",
    "66101.",
    "66101-",
    "zip 66101",
    "ZIP code 66101",
    "Kansas City KS 66101",
  ])("%j", (typed) => {
    expect(at(typed).where).toMatchObject({
      kind: "found",
      at: { via: "zip", words: "66101", lat: 39.1199 },
    });
  });

  test("of another state is outside, with the nearest region and how far it is", () => {
    const { where } = whereAmong("67202", [stLouis, kansasCity], () => ({ lat: 37.69, lon: -97.34 }));
    expect(where).toMatchObject({ kind: "outside", nearest: { slug: "kck" } });
    if (where.kind === "outside") expect(where.nearest!.miles).toBeCloseTo(159, -1);
  });

  test("inside our bounds is ours though our list lacks it", () => {
    const { where } = whereAmong("66106", [kansasCity], () => ({ lat: 39.07, lon: -94.7 }));
    expect(where).toMatchObject({ kind: "found", at: { via: "zip", words: "66106" } });
  });

  test("that does not exist is not found", () => {
    expect(wordsFound("00000")).toBe("not-found");
  });
});

describe("the phone's position", () => {
  test("is found, and never told more exactly than it may be known", () => {
    expect(at("39.11546412,-94.62653999").where).toEqual({
      kind: "found",
      at: { via: "position", words: "39.115,-94.627", lat: 39.115, lon: -94.627 },
    });
  });

  test("outside every region is outside", () => {
    expect(at("40.713,-74.006").where).toMatchObject({ kind: "outside", nearest: { slug: "kck" } });
    expect(at("40.713,-74.006", []).where).toEqual({ kind: "outside", nearest: null });
  });

  test.each(["95.0,-94.6", "39.1,-194.6"])("%j is no position", (typed) => {
    expect(wordsFound(typed)).toBe("not-found");
  });
});

describe("names", () => {
  test.each([
    ["hope house", "Hope House"],
    ["Hope Hause", "Hope House"],
    ["kckcc", "KCKCC"],
    ["metrocenter", "47th & State MetroCenter"],
    ["east village", "East Village Transit Center"],
    ["village", "Village West"],
    ["biblioteca main", "Main Library"],
  ])("%j", (typed, words) => {
    expect(wordsFound(typed)).toBe(words);
  });

  test("namesakes are a choice, and each choice's words find it again", () => {
    const { where } = at("main & 3rd");
    expect(where.kind).toBe("several");
    if (where.kind !== "several") return;
    for (const choice of where.choices) expect(at(choice.words).where).toEqual({ kind: "found", at: choice });
  });

  test("of two regions that know it, the words carry the ZIP that tells them apart", () => {
    const near = area("kck-2", "Elsewhere", kansasCity.region.bounds, [
      zip("66101", 39.12, -94.6),
      stop("Main @ 3rd", 39.12, -94.6),
    ]);
    const { where, slug } = at("3rd & Main", [near, stLouis]);
    expect(slug).toBeNull();
    expect(where).toMatchObject({
      kind: "several",
      choices: [{ words: "Main & 3rd, 66101" }, { words: "Main & 3rd, 63103" }],
    });
    expect(at("Main & 3rd, 63103", [near, stLouis])).toMatchObject({
      slug: "st-louis",
      where: { kind: "found" },
    });
  });

  test.each([
    "",
    "   ",
    "&",
    "and",
    "constructor",
    "__proto__",
    "zzzz",
    "st",
    "🚌",
    "a".repeat(10_000),
    "Kansas City",
  ])("%j is not found", (typed) => {
    expect(wordsFound(typed)).toBe("not-found");
  });
});

test("any string gets an answer", () => {
  const pieces = fc.constantFrom(
    "7th",
    "&",
    "Minnesota",
    "66101",
    ",",
    "39.1",
    "st",
    "n",
    "hope",
    "y",
    "625",
    "(",
    "-",
  );
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(pieces, { maxLength: 8 }).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(typed, (words) => {
      const { where } = at(words, [kansasCity, stLouis]);
      if (where.kind === "several")
        expect(new Set(where.choices.map((choice) => choice.words)).size).toBe(where.choices.length);
    }),
    { numRuns: 1000 },
  );
});

const feeds = ["metro-stlouis", "carta-2026", "county-connection"].map((name) => ({
  name,
  file: new URL(`../../../../shared/gtfs/${name}.zip`, import.meta.url),
}));

describe("the stops of a real feed", () => {
  for (const { name, file } of feeds) {
    test.skipIf(!existsSync(file))(`${name}: every name is found again by its own words, within 5 ms`, () => {
      const stops = stopsOf(readFileSync(file));
      const everywhere = area(name, "", { south: -90, west: -180, north: 90, east: 180 }, stops);
      const { entries } = everywhere.gazetteer;
      expect(entries.length).toBeGreaterThan(300);
      const started = performance.now();
      for (const entry of entries) {
        expect(at(entry.at.words, [everywhere]).where).toEqual({ kind: "found", at: entry.at });
      }
      expect((performance.now() - started) / entries.length).toBeLessThan(5);
      const asked = stops.filter((_, index) => index % 7 === 0);
      const near = asked.filter(({ name: typed, lat, lon }) => {
        const { where } = at(typed, [everywhere]);
        expect(["found", "several"], typed).toContain(where.kind);
        const points = where.kind === "found" ? [where.at] : where.kind === "several" ? where.choices : [];
        return points.some((point) => Math.abs(point.lat - lat) + Math.abs(point.lon - lon) < 0.01);
      });
      // The rest are namesakes beyond the eighth choice.
      expect(near.length / asked.length).toBeGreaterThan(0.98);
    });
  }
});

function stopsOf(zipped: Uint8Array): Named[] {
  const file = unzipSync(zipped, { filter: ({ name }) => name === "stops.txt" })["stops.txt"]!;
  const rows: Record<string, string>[] = parse(Buffer.from(file), { columns: true, bom: true });
  return rows
    .filter((row) => row.stop_name && row.stop_lat)
    .map((row) => stop(row.stop_name!, Number(row.stop_lat), Number(row.stop_lon)));
}
