import { beforeAll, describe, expect, test, vi } from "vitest";
import { findRegion } from "~/data/regions.server";
import { timetableOf } from "~/data/timetables.server";
import { tonightFor } from "~/data/tonight.server";
import { whereIs } from "~/data/where.server";
import { ONE_ADULT } from "~/domain/party";
import { loader as geojson } from "~/routes/places[.]geojson";
import { loader as json } from "~/routes/places[.]json";
import { ensureSample } from "../../db/sample/ensure";
import { testDatabase } from "../support/database";
import { seedRoom } from "../support/seeds";

const database = testDatabase();
const QUERY = "where=7th+%26+Minnesota&adults=1&children=6,9";
// At a stated hour, for late at night few places have a way to tell.
const AT_FIVE = `${QUERY}&when=17:00`;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;

type Body = { places: PlaceBody[]; features: FeatureBody[] } & Record<string, unknown>;
type PlaceBody = Record<string, never> & {
  placeId: number;
  number: number;
  counts: { free: unknown; freshness: string; ageMinutes: number | null }[];
  journey: null | Record<string, unknown>;
};
type FeatureBody = { id: number; geometry: { coordinates: [number, number] }; properties: PlaceBody };

beforeAll(async () => {
  await ensureSample(database.ownerUrl);
  const region = (await findRegion("kck-sample"))!;
  await seedRoom(database.owner, region.regionId, "Secret Home");
  // A busy machine takes its time with the first load, and answers 503 meanwhile.
  await vi.waitFor(() => timetableOf(region), { timeout: 60_000, interval: 200 });
}, 90_000);

async function ask(loader: typeof json, query: string, method = "GET") {
  const request = new Request(`http://localhost/places.json?${query}`, { method });
  const response = await loader({ request, params: {}, context: {} });
  const text = await response.text();
  return { response, text, body: (text ? JSON.parse(text) : null) as Body };
}

describe("/places.json", () => {
  test("is the page's answer, in its order and with its numbers", async () => {
    const { response, body } = await ask(json, AT_FIVE);
    expect(response.status).toBe(200);
    const region = (await findRegion("kck-sample"))!;
    const { where } = await whereIs("7th & Minnesota", null);
    if (where.kind !== "found") throw new Error("the sample has no 7th & Minnesota");
    const party = { ...ONE_ADULT, childAges: [6, 9] };
    const tonight = await tonightFor(region, where.at, party, { kind: "at", minutes: 1020 }, new Date());
    expect(body.places.map(({ placeId, number }) => [placeId, number])).toEqual(
      tonight.options.map(({ place, number }) => [place.placeId, number]),
    );
    expect(body.where).toEqual({ kind: "found", at: where.at });
    expect(body.region).toMatchObject({ slug: "kck-sample", isSample: true, timeZone: "America/Chicago" });
    expect(body.now).toMatch(ISO);
  });

  test("may be read from anywhere and kept nowhere", async () => {
    const { response } = await ask(json, QUERY);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const preflight = await ask(json, QUERY, "OPTIONS");
    expect(preflight.response.status).toBe(204);
    expect(preflight.response.headers.get("Access-Control-Allow-Methods")).toBe("GET, HEAD, OPTIONS");
    expect(preflight.text).toBe("");
  });

  test("every time carries its offset, and no time is a bare number", async () => {
    const { body, text } = await ask(json, AT_FIVE);
    const times = [
      ...text.matchAll(
        /"(?:at|from|until|leaveBy|arrives|enters|departs|saidAt|decidesAt|now)":("[^"]*"|\d+)/g,
      ),
    ];
    expect(times.length).toBeGreaterThan(20);
    for (const [, value] of times) expect(JSON.parse(value!)).toMatch(ISO);
    const journeys = body.places.flatMap(({ journey }) => (journey ? [journey] : []));
    expect(journeys.length).toBeGreaterThan(0);
    for (const { warmth, outdoorMinutes, worst, hazard, callFirst, stepFree, legs } of journeys) {
      expect((worst as { outdoorMinutes: number }).outdoorMinutes).toBeLessThanOrEqual(
        outdoorMinutes as number,
      );
      expect(["none", "hazard", "frostbite"]).toContain(hazard);
      expect([typeof callFirst, ["yes", "maybe"].includes(stepFree as string)]).toEqual(["boolean", true]);
      expect(warmth).toBeLessThanOrEqual(100);
      expect(outdoorMinutes).toBeGreaterThanOrEqual(0);
      expect((legs as unknown[]).length).toBeGreaterThan(0);
    }
  });

  test("says no more of a count than the page does", async () => {
    const { owner } = database;
    // Open all day: at noon a count says nothing of an evening, and this asks at whatever hour it runs.
    await owner`update schedules set opens = 0, closes = 0
      where place_id = (select place_id from places join programs using (program_id)
        where programs.name = 'Example House (sample)')`;
    await owner`update pools set capacity = 3, occupied = 1, held = 0, out_of_service = 0
      where place_id = (select place_id from places join programs using (program_id)
        where programs.name = 'Example House (sample)')`;
    const { body, text } = await ask(json, QUERY);
    expect(text).not.toMatch(/"(occupied|capacity|held|outOfService|poolId|hours)":/);
    const counts = body.places.flatMap((place) => place.counts);
    expect(new Set(counts.map(({ freshness }) => freshness)).size).toBeGreaterThan(1);
    expect(counts.some(({ free }) => free === "some")).toBe(true);
    for (const { free, freshness, ageMinutes } of counts) {
      const isKnown = freshness === "fresh" || freshness === "aging";
      expect(free !== null).toBe(isKnown);
      if (isKnown)
        expect(typeof free === "number" ? free > 0 : ["some", "none"].includes(free as string)).toBe(true);
      expect(ageMinutes === null).toBe(freshness === "unknown");
    }
  });

  test("a room in a home is in neither answer", async () => {
    expect((await ask(json, QUERY)).text).not.toContain("Secret Home");
    expect((await ask(geojson, QUERY)).text).not.toContain("Secret Home");
  });
});

describe("/places.geojson", () => {
  test("is the same places as points, longitude first", async () => {
    const [points, list] = await Promise.all([ask(geojson, QUERY), ask(json, QUERY)]);
    expect(points.response.headers.get("Content-Type")).toBe("application/geo+json; charset=utf-8");
    expect(points.body).toMatchObject({ type: "FeatureCollection", region: list.body.region });
    expect(points.body.features.map(({ id }) => id)).toEqual(list.body.places.map(({ placeId }) => placeId));
    for (const { geometry, properties } of points.body.features) {
      const [lon, lat] = geometry.coordinates;
      expect([lon < -94 && lon > -95, lat > 38 && lat < 40]).toEqual([true, true]);
      expect(properties.journey ?? {}).not.toHaveProperty("legs");
      expect(properties).toHaveProperty("standing");
    }
  });
});

describe.each([
  ["/places.json", json, "places"],
  ["/places.geojson", geojson, "features"],
] as const)("%s without an answer", (_name, loader, list) => {
  test.each([
    ["adults=many&where=66101", [{ field: "adults", problem: "not-a-number" }]],
    [
      "where=66101&children=40&when=later",
      [
        { field: "children", problem: "out-of-range" },
        { field: "when", problem: "not-a-time" },
      ],
    ],
    ["", [{ field: "where", problem: "not-known" }]],
  ])("%s is 400 and names what is unclear", async (query, problems) => {
    const { response, body } = await ask(loader, query);
    expect(response.status).toBe(400);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(body).toEqual({ problems });
  });

  test("an unknown region is 404 and tells which there are", async () => {
    const { response, body } = await ask(loader, `${QUERY}&region=atlantis`);
    expect(response.status).toBe(404);
    expect(body).toEqual({ problems: [{ field: "region", problem: "not-known" }], regions: ["kck-sample"] });
  });

  test.each([
    ["where=nowhere+at+all", "not-found"],
    ["where=10001", "outside"],
    ["where=library", "several"],
  ])("%s is %s, with no places", async (query, kind) => {
    const { response, body } = await ask(loader, query);
    expect(response.status).toBe(200);
    expect(body).toMatchObject({ where: { kind }, region: null, [list]: [] });
  });
});
