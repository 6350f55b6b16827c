import { beforeAll, describe, expect, test } from "vitest";
import { loader } from "~/routes/access[.]json";
import { loader as places } from "~/routes/places[.]json";
import { ensureSample } from "../../db/sample/ensure";
import { testDatabase } from "../support/database";

const database = testDatabase();

beforeAll(async () => {
  await ensureSample(database.ownerUrl);
});

type Body = Record<string, unknown> & {
  access: { score: number; day: number; night: number; hours: number[]; routes: Record<string, unknown>[] };
};

async function ask(query: string, { method = "GET", asked = loader } = {}) {
  const request = new Request(`http://localhost/access.json?${query}`, { method });
  const response = await asked({ request, params: {}, context: {} });
  const text = await response.text();
  return { response, body: (text ? JSON.parse(text) : null) as Body };
}

describe("/access.json", () => {
  test("says how well buses serve a corner, with the routes that make it so", async () => {
    const { response, body } = await ask("where=7th+%26+Minnesota");
    expect(response.status).toBe(200);
    expect(body).toMatchObject({
      where: { kind: "found", at: { via: "corner" } },
      region: { slug: "kck-sample" },
      noAccess: null,
      week: { from: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), until: expect.anything() },
    });
    const { score, day, night, hours, routes } = body.access;
    expect(day).toBeGreaterThan(score);
    expect(score).toBeGreaterThan(night);
    expect(hours).toHaveLength(168);
    expect(hours.reduce((sum, share) => sum + share, 0) / 1.68).toBeCloseTo(score, 0);
    expect(routes.map(({ route }) => route)).toContain("101");
    const times = JSON.stringify(routes).match(/"(?:first|last)":"[^"]*"/g)!;
    for (const time of times) expect(time).toMatch(/"\d\d:\d\d"$/);
  });

  test("takes a point to the metre, which people's words are not", async () => {
    const { body } = await ask("lat=39.115464&lon=-94.62653");
    expect(body.where).toEqual({ kind: "found", at: { lat: 39.115464, lon: -94.62653 } });
    const rounded = await ask("where=39.115464,-94.62653");
    expect(rounded.body.where).toMatchObject({ at: { lat: 39.115, lon: -94.627 } });
    expect(rounded.body.access.score).not.toBe(body.access.score);
  });

  test("is what /places.json says of a place that stands there", async () => {
    const { body } = await ask("where=66101", { asked: places });
    const [place] = body.places as { site: { lat: number; lon: number }; access: Body["access"] }[];
    const { access } = (await ask(`lat=${place!.site.lat}&lon=${place!.site.lon}`)).body;
    const { score, day, night } = access;
    expect(place!.access).toEqual({ score, day, night });
  });

  test("may be read from anywhere and kept nowhere", async () => {
    const { response } = await ask("where=66101");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect((await ask("", { method: "OPTIONS" })).response.status).toBe(204);
  });

  test.each([
    ["lat=39.1", 400],
    ["lat=39.1&lon=west", 400],
    ["lat=91&lon=-94.6", 400],
    ["lat=1e1&lon=-94.6", 400],
    ["", 400],
    ["where=66101&region=atlantis", 404],
    ["where=66101&adults=many", 400],
  ])("%s is refused with what is wrong", async (query, status) => {
    const { response, body } = await ask(query);
    expect(response.status).toBe(status);
    expect(body.problems).toHaveLength(1);
  });

  test.each([
    ["where=Minnesota", "several"],
    ["lat=10&lon=10", "outside"],
    ["where=qqqqzzzz", "not-found"],
  ])("%s is %s, with no access", async (query, kind) => {
    const { response, body } = await ask(query);
    expect(response.status).toBe(200);
    expect(body).toMatchObject({ where: { kind }, region: null, access: null });
  });
});
