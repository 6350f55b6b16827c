import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findRegion } from "~/data/regions.server";
import { heardOf } from "~/data/weather/kept.server";
import { weatherOf } from "~/data/weather.server";
import { isoTime } from "~/domain/zone";
import { runScript } from "../support/command";
import { testDatabase } from "../support/database";
import { alertOf, periodsFrom, problem, startNwsServer, type NwsServer } from "../support/nws-server";
import { seedRegion } from "../support/seeds";
import { tableSums } from "../support/table-sums";

const database = testDatabase();
const ZONE = "America/Chicago";
let server: NwsServer;

beforeAll(async () => {
  server = await startNwsServer();
  await seedRegion(database.owner);
});
afterAll(() => server.close());
beforeEach(async () => {
  await database.owner`truncate heard_weather, entered_weather`;
});

function weather(...args: string[]) {
  return runScript("weather", args, database.ownerUrl);
}

/** Hours from now, as --until takes it. */
const inHours = (hours: number) =>
  isoTime(Date.now() / 1000 + hours * 3600, ZONE)
    .slice(0, 16)
    .replace("T", " ");
const entered = async () => (await heardOf((await findRegion("kck"))!)).entered;

describe("npm run weather", () => {
  it("shows that nothing is known, and what pages say then", async () => {
    const ran = await weather();
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("Region kck (kck), asked about at 39.095,-94.75");
    expect(ran.out).toMatch(/by hand: +nothing entered\n.*never heard\n.*never heard/);
    expect(ran.out).toContain("pages:    We don't know how cold it is. Dress for the cold.");
  });

  it("enters what it feels like, and pages of a running server say so", async () => {
    const until = inHours(9);
    const ran = await weather("--region", "kck", "--wind-chill", "-5.5", "--until", until);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("Entered. Running servers show it within a minute.");
    expect(ran.out).toContain(`feels like -5 F, until ${until}, entered 0 min ago`);
    expect(ran.out).toMatch(
      /pages: +Feels like 5 degrees F below zero now.*The people who run this page told us\./,
    );
    expect(await entered()).toMatchObject({ windChillF: -5.5, temperatureF: null });
    expect(await weatherOf((await findRegion("kck"))!, new Date())).toMatchObject({ source: "operator" });
  });

  it("enters what the thermometer and the wind say, in the place of what was entered before", async () => {
    await weather("--wind-chill", "50", "--until", inHours(5));
    const ran = await weather("--temperature", "20", "--wind", "10", "--until", inHours(2));
    expect(ran.out).toContain("feels like 9 F (20 F, wind 10 mph)");
    expect(await entered()).toMatchObject({ windChillF: null, temperatureF: 20, windMph: 10 });
  });

  it("takes an hour alone as its next time, in the region's zone", async () => {
    const ran = await weather("--wind-chill", "14", "--until", "8 am");
    expect(ran.out).toMatch(/until \d{4}-\d\d-\d\d 08:00/);
    const { until } = (await entered())!;
    expect(isoTime(until, ZONE)).toMatch(/T08:00:00/);
    expect(until - Date.now() / 1000).toBeLessThanOrEqual(25 * 3600);
  });

  it("takes the value away again, and says where there was none", async () => {
    await weather("--wind-chill", "14", "--until", inHours(2));
    expect((await weather("--clear")).out).toContain("The value entered by hand is gone.");
    expect((await weather("--clear")).out).toContain("There was no value entered by hand.");
    expect(await entered()).toBeNull();
  });

  it("shows a value that is over as over", async () => {
    const region = (await findRegion("kck"))!;
    await database.owner`
      insert into entered_weather (region_id, wind_chill_f, entered_at, until)
      values (${region.regionId}, 14, now() - interval '5 hours', now() - interval '1 hour')`;
    expect((await weather()).out).toMatch(/over since .*, entered 5 h ago\n/);
  });

  it.each([
    ["a time that is over", ["--wind-chill", "14", "--until", "2020-01-01 08:00"], /is over already/],
    ["an unknown region", ["--region", "nowhere"], /There is no region "nowhere"/],
    ["a word", ["now"], /"now" is not understood/],
    ["an unknown option", ["--cold"], /--cold/],
    ["a service that is switched off", ["--ask"], /switched off/],
  ])("refuses %s with a sentence, and changes nothing", async (_, args, sentence) => {
    const before = await tableSums(database.owner);
    const ran = await weather(...args);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(sentence);
    expect(ran.err).not.toMatch(/\n\s+at /);
    expect(await tableSums(database.owner)).toEqual(before);
  });
});

describe("npm run weather -- --ask", () => {
  beforeEach(() => void Object.assign(process.env, { WEATHER: "", NWS_URL: server.url }));
  afterAll(() => void Object.assign(process.env, { WEATHER: "off", NWS_URL: "" }));

  it("asks the service, keeps what it says and shows it", async () => {
    server.says(periodsFrom(new Date(), [14, 14]), [alertOf("Extreme Cold Warning", "Severe")]);
    const ran = await weather("--ask");
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toMatch(/forecast: feels like 14 F, made 0 min ago, reaches to \d{4}/);
    expect(ran.out).toMatch(/warnings: Extreme Cold Warning \(severe, until .*\), heard 0 min ago/);
    expect(ran.out).toMatch(/pages: +Extreme Cold Warning until .*\. Feels like 14 degrees F now/);
    expect((await weather()).out).toContain("feels like 14 F");
  });

  it("says what the service answers where it does not tell, and still shows what is known", async () => {
    server.answer("points", problem(503, "Forecast Grid Expired"));
    const ran = await weather("--ask");
    server.answer("points", null);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/Asked 127\.0\.0\.1:\d+ for the forecast: status 503\./);
    expect(ran.out).toContain("forecast: never heard");
    expect(ran.out).not.toMatch(/for the warnings/);
  });
});

it("asks which region is meant where there are several", async () => {
  await seedRegion(database.owner, "stl");
  const ran = await weather();
  expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(/--region is needed: kck, stl\./) });
  expect((await weather("--region", "stl")).out).toContain("Region stl (stl)");
});
