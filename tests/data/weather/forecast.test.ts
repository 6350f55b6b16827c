import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askForecast, pointWords, readForecast } from "~/data/weather/forecast.server";
import type { Service } from "~/data/weather/service.server";
import {
  forecastOf,
  json,
  periodsFrom,
  problem,
  startNwsServer,
  type NwsServer,
} from "../../support/nws-server";

const HOUR = 3600;
const now = new Date("2026-01-15T23:28:00Z");
const nowS = now.getTime() / 1000;
const five = Date.parse("2026-01-15T23:00:00Z") / 1000;
const middle = { lat: 39.095, lon: -94.75 };

const read = (periods: unknown[], more: object = {}) => readForecast(forecastOf(periods, more), nowS);
const temperatures = (periods: unknown[]) => read(periods)?.hours.map(({ temperatureF }) => temperatureF);
const changed = (periods: object[], at: number, more: object) =>
  periods.map((period, i) => (i === at ? { ...period, ...more } : period));
const quantityOf = (unitCode: string, value: unknown) => ({ unitCode: `wmoUnit:${unitCode}`, value });

describe("an hourly forecast", () => {
  it("is read hour by hour, with what each feels like", () => {
    const windy = periodsFrom(now, [20, 10, 60], { windSpeed: "5 to 10 mph" });
    expect(read(windy)?.hours).toEqual([
      { from: five, temperatureF: 20, windMph: 10, windChillF: expect.closeTo(8.85, 2) },
      { from: five + HOUR, temperatureF: 10, windMph: 10, windChillF: expect.closeTo(-3.54, 2) },
      { from: five + 2 * HOUR, temperatureF: 60, windMph: 10, windChillF: 60 },
    ]);
  });

  it("reads the newer form, in degrees Celsius and kilometres an hour", () => {
    const [hour] = read(
      periodsFrom(now, [0], {
        temperature: quantityOf("degC", -6.666_666_666),
        temperatureUnit: undefined,
        windSpeed: quantityOf("km_h-1", 16.093_44),
      }),
    )!.hours;
    expect(hour!.temperatureF).toBeCloseTo(20, 6);
    expect(hour!.windChillF).toBeCloseTo(8.85, 2);
  });

  it("is as old as it says itself, and never from the future", () => {
    const made = (more: object) => read(periodsFrom(now, [14]), more)?.asOf;
    expect(made({ generatedAt: "2026-01-15T22:00:00+00:00", updateTime: "2026-01-15T18:00:00Z" })).toBe(
      five - HOUR,
    );
    expect(made({ updateTime: "2026-01-15T18:00:00Z" })).toBe(five - 5 * HOUR);
    expect(made({ generatedAt: "2027-01-01T00:00:00Z" })).toBe(nowS);
    expect(made({ generatedAt: "yesterday", updateTime: null })).toBe(nowS);
    expect(made({})).toBe(nowS);
  });

  it("whose first hour is hours ago keeps what is still to come", () => {
    const old = periodsFrom(new Date(now.getTime() - 5 * HOUR * 1000), [1, 2, 3, 4, 5, 6, 7]);
    expect(read(old)?.hours.map(({ from, temperatureF }) => [from, temperatureF])).toEqual([
      [five, 6],
      [five + HOUR, 7],
    ]);
  });

  it("that is over, or empty, or none, is no forecast", () => {
    expect(read(periodsFrom(new Date(now.getTime() - 86_400_000), [1, 2, 3]))).toBeNull();
    expect(read([])).toBeNull();
    for (const body of [null, 7, "x", [], {}, { properties: null }, { properties: { periods: {} } }])
      expect(readForecast(body, nowS)).toBeNull();
  });

  it.each<[string, object]>([
    ["a temperature of null", { temperature: null }],
    ["a quantity of null", { temperature: quantityOf("degC", null) }],
    ["a temperature in words", { temperature: "cold" }],
    ["no unit", { temperatureUnit: null }],
    ["a wind of null", { windSpeed: null }],
    ["an empty wind", { windSpeed: "" }],
    ["no start", { startTime: null }],
    ["a start without its offset", { startTime: "2026-01-15T18:00:00" }],
    ["a start that is no time", { startTime: "2026-99-99T18:00:00Z" }],
    ["a temperature nobody ever felt", { temperature: -300 }],
  ])("leaves out an hour with %s, and its neighbour speaks for it", (_, more) => {
    expect(temperatures(changed(periodsFrom(now, [20, 10, 0]), 1, more))).toEqual([20, 20, 0]);
  });

  it("leaves out what is not even a period", () => {
    expect(temperatures([null, 3, "x", [], ...periodsFrom(now, [20])])).toEqual([20]);
  });

  it("in which every hour misses its wind is no forecast: what it feels like is not known", () => {
    expect(read(periodsFrom(now, [20, 10], { windSpeed: null }))).toBeNull();
  });

  it("fills a period of several hours, and believes none of a year", () => {
    const [long] = periodsFrom(now, [20]);
    const until = (endTime: string) => temperatures([{ ...long, endTime }])?.length;
    expect(until("2026-01-16T02:00:00Z")).toBe(3);
    expect(until("2027-01-16T02:00:00Z")).toBe(12);
    expect(until("2020-01-16T02:00:00Z")).toBe(1);
  });

  it("keeps both hours that the autumn clock calls one in the morning", () => {
    const at = (startTime: string, temperature: number) => ({
      ...periodsFrom(now, [temperature])[0],
      startTime,
      endTime: undefined,
    });
    const night = forecastOf([
      at("2026-11-01T01:00:00-05:00", 30),
      at("2026-11-01T01:00:00-06:00", 29),
      at("2026-11-01T02:00:00-06:00", 28),
    ]);
    const asked = Date.parse("2026-11-01T01:30:00-05:00") / 1000;
    expect(readForecast(night, asked)?.hours.map(({ temperatureF }) => temperatureF)).toEqual([30, 29, 28]);
  });

  it("takes no more than a week", () => {
    const weeks = Array.from({ length: 400 }, () => 20);
    expect(temperatures(periodsFrom(now, weeks))).toHaveLength(168);
    expect(read(Array.from({ length: 1001 }, () => null))).toBeNull();
  });
});

describe("asking for it", () => {
  let server: NwsServer;
  let service: Service;
  beforeEach(async () => {
    server = await startNwsServer();
    server.says(periodsFrom(now, [20, 10]));
    service = { url: server.url, userAgent: "Warmstop/test", timeoutMs: 600 };
  });
  afterEach(() => server.close());
  const ask = () => askForecast(service, middle, nowS);

  it("takes the point's grid, and its hours from where we were told to ask", async () => {
    expect(await ask()).toMatchObject({ kind: "forecast", forecast: { hours: [{ temperatureF: 20 }, {}] } });
    expect(server.asked.map(({ path }) => path)).toEqual([
      "/points/39.095,-94.75",
      "/gridpoints/EAX/38,51/forecast/hourly",
    ]);
  });

  it.each([
    ["another server's", "https://evil.example/gridpoints/EAX/38,51/forecast/hourly"],
    ["another path", "https://api.weather.gov/products/AFD"],
    [
      "a path out of the service",
      "https://api.weather.gov/gridpoints/EAX/38,51/forecast/hourly/../../../admin",
    ],
    ["a question", "https://api.weather.gov/admin?/gridpoints/EAX/38,51/forecast/hourly"],
    ["no address", "hourly"],
    ["nothing", ""],
    ["null", null],
  ])("does not follow the service to %s address", async (_, forecastHourly) => {
    server.answer("points", json({ properties: { forecastHourly } }));
    expect(await ask()).toMatchObject({ kind: "failed", why: /names no forecast/ });
    expect(server.asked).toHaveLength(1);
  });

  it("says why there is none", async () => {
    server.answer("hourly", problem(500, "Unexpected Problem"));
    expect(await ask()).toEqual({ kind: "failed", why: "status 500", pauseS: null });
    server.answer("hourly", json(forecastOf([])));
    expect(await ask()).toMatchObject({ why: "its forecast has no hour to come" });
    server.answer("points", problem(404, "Data Unavailable For Requested Point"));
    expect(await ask()).toMatchObject({ why: "status 404" });
  });
});

it.each([
  [{ lat: 39.095, lon: -94.75 }, "39.095,-94.75"],
  [{ lat: 39.123_456, lon: -94.999_99 }, "39.1235,-95"],
  [{ lat: 40, lon: -95.1 }, "40,-95.1"],
  [{ lat: 0.000_01, lon: -0.000_01 }, "0,0"],
])("the point %o is written %s", (point, words) => expect(pointWords(point)).toBe(words));
