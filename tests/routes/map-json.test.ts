import { beforeAll, describe, expect, it } from "vitest";
import { loader } from "~/routes/map[.]json";
import type { MapFacts } from "~/ui/map/map-facts";
import { ensureSample } from "../../db/sample/ensure";
import { testDatabase } from "../support/database";

const database = testDatabase();
process.env.TILES = "off";

beforeAll(() => ensureSample(database.ownerUrl));

async function answer(query: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`http://localhost/map.json?${query}`, { headers });
  return loader({ request, params: {}, context: {} });
}

describe("/map.json", () => {
  it("gives the region's county edges, its bus lines with number and color, and why there are no tiles", async () => {
    const response = await answer("region=kck-sample");
    expect(response.status).toBe(200);
    const facts = (await response.json()) as MapFacts;
    expect(facts.outline.length).toBeGreaterThan(0);
    expect(facts.lines.map(({ route }) => route.shortName).toSorted()).toEqual(["101", "104", "106", "107"]);
    for (const { route, paths } of facts.lines) {
      expect(route.color).toMatch(/^#[0-9a-f]{6}$/);
      expect(paths.flat().length).toBeGreaterThan(1);
    }
    expect(facts).toMatchObject({ tiles: null, noTiles: "Tiles are switched off (TILES=off)." });
  });

  it("draws the lines where the buses run: in the region, at most 11 m rounded", async () => {
    const { lines } = (await (await answer("region=kck-sample")).json()) as MapFacts;
    for (const [lon, lat] of lines.flatMap(({ paths }) => paths.flat())) {
      expect(lon).toBeGreaterThan(-95);
      expect(lon).toBeLessThan(-94.4);
      expect(lat).toBeGreaterThan(38.9);
      expect(lat).toBeLessThan(39.3);
      expect(String(lon).length).toBeLessThanOrEqual("-94.1234".length);
    }
  });

  it("answers a second question with nothing new, also where a proxy weakened the tag", async () => {
    const etag = (await answer("region=kck-sample")).headers.get("ETag") ?? "";
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      expect((await answer("region=kck-sample", { "If-None-Match": known })).status).toBe(304);
    }
    expect((await answer("region=kck-sample", { "If-None-Match": '"other"' })).status).toBe(200);
  });

  it.each([
    "",
    "region=",
    "region=KCK",
    "region=../etc",
    `region=${"a".repeat(81)}`,
    "region=a%00b",
    "area=kck-sample",
  ])("asked %j, says what to write", async (query) => {
    const response = await answer(query);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ problem: expect.stringContaining("/map.json?region=SLUG") });
  });

  it("says that it does not know an area", async () => {
    const response = await answer("region=atlantis");
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ problem: "We don't know that area." });
  });
});
