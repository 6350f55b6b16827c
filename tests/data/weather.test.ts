import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findRegion } from "~/data/regions.server";
import type { RegionWeather } from "~/data/weather/region-weather.server";
import type { Region } from "~/domain/region";
import type { Weather } from "~/domain/weather";
import { testDatabase } from "../support/database";
import {
  alertOf,
  forecastOf,
  json,
  moved,
  periodsFrom,
  problem,
  startNwsServer,
  type NwsServer,
} from "../support/nws-server";
import { seedRegion } from "../support/seeds";

const database = testDatabase();
const MIN = 60_000;
// A full hour that is past, so that no test runs into the next one.
const start = new Date(Math.floor(Date.now() / (60 * MIN) - 1) * 60 * MIN);
const later = (minutes: number) => new Date(start.getTime() + minutes * MIN);

let server: NwsServer;
let region: Region;
const ends: (() => Promise<void>)[] = [];

beforeEach(async () => {
  server = await startNwsServer();
  server.says(periodsFrom(start, [14, 12, 10, 8, 6]), [alertOf("Extreme Cold Warning", "Severe")]);
  Object.assign(process.env, { WEATHER: "", NWS_URL: server.url });
  await database.owner`delete from regions`;
  await seedRegion(database.owner);
  region = (await findRegion("kck"))!;
});
afterEach(async () => {
  process.env.WEATHER = "off";
  await server.close();
  // What was under way has failed by then, and is kept.
  await sleep(50);
  await Promise.all(ends.splice(0).map((end) => end()));
});

type Ask = (now: Date, from?: number) => Promise<Weather>;

/** A process of its own: nothing of the others' memory, the same database. */
async function newProcess(): Promise<Ask & { says: () => string[] }> {
  vi.resetModules();
  const { weatherOf } = await import("~/data/weather.server");
  const { log } = await import("~/data/log.server");
  const { sql, closeDatabase } = await import("~/data/database.server");
  ends.push(closeDatabase);
  const said: string[] = [];
  for (const level of ["info", "warn", "error"] as const)
    vi.spyOn(log, level).mockImplementation((...words: unknown[]) => void said.push(JSON.stringify(words)));
  // Its first connection takes a moment: that must not be counted as a database that is away.
  await sql`select 1`;
  const ask: Ask = (now, from) => weatherOf(region, now, from);
  return Object.assign(ask, { says: () => said.splice(0) });
}

const chill = (weather: Weather) => weather.kind === "known" && Math.round(weather.hours[0].windChillF);
const paths = () => server.asked.splice(0).map(({ path }) => path.split(/[/?]/)[1]);
const settled = () => sleep(120);

describe("the first search of all", () => {
  it("waits for the weather service, and tells what it says", async () => {
    const ask = await newProcess();
    const weather = await ask(start);
    expect(weather).toMatchObject({
      kind: "known",
      source: "forecast",
      alerts: [{ event: "Extreme Cold Warning" }],
    });
    expect(weather.kind === "known" && weather.hours.map(({ temperatureF }) => temperatureF)).toEqual([
      14, 12, 10, 8, 6,
    ]);
  });

  it("waits no longer than 1.2 s, and the next one has it", async () => {
    server.answer("points", (request, response) => {
      setTimeout(
        () =>
          json({ properties: { forecastHourly: `${server.url}/gridpoints/EAX/1,2/forecast/hourly` } })(
            request,
            response,
          ),
        1500,
      );
    });
    const ask = await newProcess();
    const begun = performance.now();
    const weather = await ask(start);
    expect(performance.now() - begun).toBeGreaterThan(1100);
    expect(performance.now() - begun).toBeLessThan(1500);
    expect(weather.kind).toBe("unknown");
    await sleep(600);
    expect((await ask(later(0.1))).kind).toBe("known");
  });

  it("asks once, however many search at the same time", async () => {
    const ask = await newProcess();
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(start)));
    expect(answers.every(({ kind }) => kind === "known")).toBe(true);
    expect(paths().toSorted()).toEqual(["alerts", "gridpoints", "points"]);
    expect(server.mostAtOnce()).toBeLessThanOrEqual(2);
  });

  it("tells the service the middle of the region, whoever searches from where", async () => {
    const ask = await newProcess();
    await ask(start);
    const coordinates = server.asked.flatMap(({ path }) => path.match(/-?\d+\.\d+/g) ?? []);
    expect(new Set(coordinates)).toEqual(new Set(["39.095", "-94.75"]));
  });
});

describe("what is known", () => {
  it("is told at once for a quarter of an hour, and asked for anew after it without waiting", async () => {
    const ask = await newProcess();
    await ask(start);
    paths();
    server.says(periodsFrom(start, [40]));
    expect(chill(await ask(later(15)))).toBe(14);
    await settled();
    expect(paths()).toEqual([]);
    server.answer("hourly", (request, response) => {
      setTimeout(() => json(forecastOf(periodsFrom(start, [40])))(request, response), 1000);
    });
    const begun = performance.now();
    expect(chill(await ask(later(16)))).toBe(14);
    expect(performance.now() - begun).toBeLessThan(800);
    await sleep(1500);
    expect(paths().toSorted()).toEqual(["alerts", "gridpoints", "points"]);
    expect(chill(await ask(later(16.5)))).toBe(40);
    expect((await ask(later(16.5))).alerts).toEqual([]);
  });

  it("is known to another process, and after a restart, without asking", async () => {
    await (
      await newProcess()
    )(start);
    paths();
    const second = await newProcess();
    expect(await second(later(10))).toMatchObject({
      kind: "known",
      alerts: [{ event: "Extreme Cold Warning" }],
    });
    await settled();
    expect(paths()).toEqual([]);
  });

  it("reaches a process that was running all the time within a minute", async () => {
    const first = await newProcess();
    await first(start);
    server.says(periodsFrom(start, [40]));
    await (
      await newProcess()
    )(later(16));
    await settled();
    expect(chill(await first(later(16.1)))).toBe(40);
  });

  it("stays with its age while the service is away, and is unknown after a day", async () => {
    server.says(
      periodsFrom(
        start,
        Array.from({ length: 40 }, (_, i) => i),
      ),
    );
    const ask = await newProcess();
    await ask(start);
    await server.close();
    const old = await ask(later(23 * 60));
    expect(old.kind === "known" && later(23 * 60).getTime() / 1000 - old.asOf).toBeGreaterThan(22.9 * 3600);
    expect((await ask(later(25 * 60))).kind).toBe("unknown");
    server = await startNwsServer();
  });

  it("about an hour the forecast does not reach is unknown, with the warnings still told", async () => {
    const ask = await newProcess();
    const nextWeek = later(7 * 24 * 60).getTime() / 1000;
    expect(await ask(start, nextWeek)).toMatchObject({
      kind: "unknown",
      alerts: [{ event: "Extreme Cold Warning" }],
    });
  });

  it("stays known in this process while the database is away, and where it cannot be kept", async () => {
    const ask = await newProcess();
    await database.owner`alter table heard_weather rename to gone`;
    try {
      expect(chill(await ask(start))).toBe(14);
      expect(ask.says().join()).toMatch(/cannot be kept/);
      expect(chill(await ask(later(2)))).toBe(14);
    } finally {
      await database.owner`alter table gone rename to heard_weather`;
    }
    expect(chill(await ask(later(4)))).toBe(14);
  });

  it("of a region whose edges moved is asked for anew", async () => {
    const ask = await newProcess();
    await ask(start);
    server.asked.length = 0;
    region = { ...region, bounds: { ...region.bounds, north: region.bounds.north + 0.5 } };
    server.says(periodsFrom(start, [40]));
    expect(chill(await ask(later(1)))).toBe(40);
    expect(server.asked.map(({ path }) => path)).toContain("/points/39.345,-94.75");
  });
});

describe("failures", () => {
  it("are asked about again after 1, 2, 5, 10 and 15 min, and after 15 min from then on", async () => {
    server.answer("points", problem(500, "Unexpected Problem"));
    const ask = await newProcess();
    const askedAt: number[] = [];
    for (let minute = 0; minute <= 64; minute++) {
      await ask(later(minute));
      await sleep(20);
      if (paths().includes("points")) askedAt.push(minute);
    }
    expect(askedAt).toEqual([0, 1, 3, 8, 18, 33, 48, 63]);
  });

  it("make no page wait after the first", async () => {
    server.answer("points", () => undefined);
    const ask = await newProcess();
    await ask(start);
    await sleep(3000);
    const begun = performance.now();
    for (let i = 1; i <= 20; i++) expect((await ask(later(i))).kind).toBe("unknown");
    expect(performance.now() - begun).toBeLessThan(400);
  });

  it("wait for as long as the service asks, at most an hour", async () => {
    server.answer("points", problem(429, "Too Many Requests", { "retry-after": "1800" }));
    const ask = await newProcess();
    await ask(start);
    server.answer("points", null);
    paths();
    await ask(later(29));
    await settled();
    expect(paths()).not.toContain("points");
    await ask(later(30));
    await settled();
    expect(paths()).toContain("points");
  });

  it("are written down once for each change, with the reason and without a place", async () => {
    server.answer("hourly", problem(503, "Forecast Grid Expired"));
    const ask = await newProcess();
    const minutes = [0, 1, 3, 8];
    for (const minute of minutes) {
      await ask(later(minute));
      await settled();
    }
    const said = ask.says();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/"region":"kck","forecast":"status 503".*does not say/);
    expect(said[0]).not.toMatch(/39\.|-94|gridpoints|http/);
    server.answer("hourly", null);
    await ask(later(18));
    await settled();
    expect(ask.says()).toEqual([expect.stringMatching(/says again/)]);
    expect(chill(await ask(later(18.5)))).toBe(14);
  });

  it("of the forecast leave the warnings known, and those are not asked for again before their time", async () => {
    server.answer("hourly", problem(500, "Unexpected Problem"));
    const ask = await newProcess();
    expect(await ask(start)).toMatchObject({ kind: "unknown", alerts: [{ event: "Extreme Cold Warning" }] });
    paths();
    await ask(later(1));
    await settled();
    expect(paths()).toEqual(["points", "gridpoints"]);
  });

  it("of the warnings leave the forecast known", async () => {
    server.answer("alerts", problem(502, "Bad Gateway"));
    const ask = await newProcess();
    expect(await ask(start)).toMatchObject({ kind: "known", alerts: [] });
    await settled();
    expect(ask.says()).toEqual([expect.stringMatching(/"alerts":"status 502"/)]);
  });

  it.each<[string, () => void]>([
    ["HTML", () => server.answer("hourly", (_, response) => response.writeHead(200).end("<html>"))],
    ["a list of nothing", () => server.answer("hourly", json(forecastOf([])))],
    ["another server's address", () => server.answer("points", moved("https://evil.example/"))],
    ["a region outside the country", () => server.answer("points", problem(404, "Not Found"))],
  ])("of every kind are unknown weather and nothing worse: %s", async (_, break_) => {
    break_();
    const ask = await newProcess();
    expect((await ask(start)).kind).toBe("unknown");
  });

  it("that give out an hours-old copy do not take the place of what is newer", async () => {
    const ask = await newProcess();
    await ask(start);
    const hoursAgo = new Date(start.getTime() - 6 * 60 * MIN);
    const stale = forecastOf(
      periodsFrom(
        hoursAgo,
        Array.from({ length: 12 }, () => 50),
      ),
      {
        generatedAt: hoursAgo.toISOString(),
      },
    );
    server.answer("hourly", json(stale));
    await ask(later(16));
    await settled();
    expect(chill(await ask(later(16.5)))).toBe(14);
    expect(chill(await (await newProcess())(later(17)))).toBe(14);
  });

  it("that give out nothing but an old copy are told with its age", async () => {
    const hoursAgo = new Date(start.getTime() - 6 * 60 * MIN);
    const more = { generatedAt: hoursAgo.toISOString() };
    server.answer("hourly", json(forecastOf(periodsFrom(hoursAgo, [1, 2, 3, 4, 5, 6, 7, 8]), more)));
    const weather = await (await newProcess())(start);
    expect(chill(weather)).toBe(7);
    expect(weather).toMatchObject({ asOf: Math.floor(hoursAgo.getTime() / 1000) });
  });
});

describe("WEATHER=off", () => {
  it("asks nobody, and still tells what an operator entered", async () => {
    process.env.WEATHER = "off";
    const ask = await newProcess();
    expect((await ask(start)).kind).toBe("unknown");
    await database.owner`
      insert into entered_weather (region_id, wind_chill_f, until)
      values (${region.regionId}, -9, now() + interval '3 hours')`;
    expect(await ask(new Date())).toMatchObject({
      kind: "known",
      source: "operator",
      hours: expect.arrayContaining([expect.objectContaining({ windChillF: -9 })]),
    });
    expect(server.asked).toEqual([]);
  });
});

describe("two regions", () => {
  it("are kept apart", async () => {
    await seedRegion(database.owner, "other");
    const other = { ...(await findRegion("other"))! };
    const ask = await newProcess();
    await ask(start);
    server.says(periodsFrom(start, [40]));
    region = other;
    expect(chill(await ask(start))).toBe(40);
    region = (await findRegion("kck"))!;
    expect(chill(await ask(start))).toBe(14);
  });
});

it("a fault of ours ends no process", async () => {
  const ask = await newProcess();
  const { RegionWeather: Broken } = (await import("~/data/weather/region-weather.server")) as {
    RegionWeather: typeof RegionWeather;
  };
  const broken = new Broken();
  const service = { url: "not an address", userAgent: "x", timeoutMs: 100 };
  await broken.heard(region, start.getTime() / 1000);
  await broken.askForOld(service, region, start.getTime() / 1000);
  expect(ask.says().join()).toMatch(/the weather cannot be read/);
});
