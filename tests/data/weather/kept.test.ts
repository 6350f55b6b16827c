import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "~/data/database.server";
import { findRegion } from "~/data/regions.server";
import { heardOf, keepHeard, middleOf, NOTHING_HEARD } from "~/data/weather/kept.server";
import { hourOf, type Forecast } from "~/domain/kept-weather";
import type { Region } from "~/domain/region";
import type { Alert } from "~/domain/weather";
import { testDatabase } from "../../support/database";
import { seedRegion } from "../../support/seeds";

const database = testDatabase();
const HOUR = 3600;
const now = Math.floor(Date.now() / 1000);
let region: Region;

beforeEach(async () => {
  await database.owner`delete from regions`;
  await seedRegion(database.owner);
  region = (await findRegion("kck"))!;
});

const forecast = (asOf: number, temperatureF: number): Forecast => ({
  asOf,
  hours: [0, 1].map((i) => hourOf(now + i * HOUR, { temperatureF: temperatureF - i, windMph: 10.25 })),
});
const warning: Alert = { event: "Extreme Cold Warning", severity: "severe", from: now, until: now + HOUR };

/** Under the web role, as a request would. */
const keep = (at: number, heard: { forecast?: Forecast; alerts?: Alert[] }) =>
  keepHeard(region, at, { forecast: null, alerts: null, ...heard });

describe("what was heard", () => {
  it("is nothing at first", async () => {
    expect(await heardOf(region)).toEqual(NOTHING_HEARD);
  });

  it("is read again as it was said, with what it feels like", async () => {
    await keep(now, { forecast: forecast(now - 60, 20), alerts: [warning] });
    expect(await heardOf(region)).toEqual({
      forecast: forecast(now - 60, 20),
      entered: null,
      alerts: [warning],
      alertsAsOf: now,
      forecastHeardAt: now,
    });
  });

  it("of one kind leaves the other as it was", async () => {
    await keep(now - 900, { forecast: forecast(now - 960, 20), alerts: [warning] });
    await keep(now, { alerts: [] });
    expect(await heardOf(region)).toMatchObject({
      forecast: forecast(now - 960, 20),
      forecastHeardAt: now - 900,
      alerts: [],
      alertsAsOf: now,
    });
    await keep(now, { forecast: forecast(now, 10) });
    expect(await heardOf(region)).toMatchObject({ forecast: forecast(now, 10), alerts: [] });
  });

  it("of an older making does not replace a newer forecast, and need not be asked for again at once", async () => {
    await keep(now - 60, { forecast: forecast(now - 120, 20) });
    await keep(now, { forecast: forecast(now - 9 * HOUR, 50) });
    expect(await heardOf(region)).toMatchObject({ forecast: forecast(now - 120, 20), forecastHeardAt: now });
  });

  it("late does not undo newer warnings", async () => {
    await keep(now, { alerts: [warning] });
    await keep(now - 60, { alerts: [] });
    expect(await heardOf(region)).toMatchObject({ alerts: [warning], alertsAsOf: now });
  });

  it("of the future is of now", async () => {
    await keep(now + 9 * HOUR, { forecast: forecast(now + 9 * HOUR, 20), alerts: [] });
    const { forecast: kept, forecastHeardAt, alertsAsOf } = await heardOf(region);
    for (const at of [kept!.asOf, forecastHeardAt!, alertsAsOf!])
      expect(Math.abs(at - Date.now() / 1000)).toBeLessThan(5);
  });

  it("of another middle is not of this region any more", async () => {
    await keep(now, { forecast: forecast(now, 20), alerts: [warning] });
    const moved = { ...region, bounds: { ...region.bounds, north: region.bounds.north + 1 } };
    expect(await heardOf(moved)).toEqual(NOTHING_HEARD);
    await keepHeard(moved, now, { forecast: null, alerts: [] });
    expect(await heardOf(moved)).toMatchObject({ forecast: null, alertsAsOf: now });
    expect(await heardOf(region)).toEqual(NOTHING_HEARD);
  });

  it("of a region that is gone is dropped without a word", async () => {
    await keepHeard({ ...region, regionId: 999_999 }, now, { forecast: forecast(now, 20), alerts: [] });
    const [{ kept }] = await database.owner<[{ kept: number }]>`select count(*) as kept from heard_weather`;
    expect(kept).toBe(0);
  });

  it("goes with its region", async () => {
    await keep(now, { forecast: forecast(now, 20), alerts: [] });
    await database.owner`delete from regions`;
    expect(await heardOf(region)).toEqual(NOTHING_HEARD);
  });

  it("by twenty processes at once is the newest of all", async () => {
    const words = Array.from({ length: 20 }, (_, i) => ({ at: now - i, heard: forecast(now - i, i) }));
    const shuffled = words.toSorted((a, b) => ((a.at * 7919) % 20) - ((b.at * 7919) % 20));
    await Promise.all(shuffled.map(({ at, heard }) => keep(at, { forecast: heard })));
    expect((await heardOf(region)).forecast).toEqual(forecast(now, 0));
  });
});

describe("a wrong word is refused by the database:", () => {
  const hours = (value: unknown) => sql`
    select keep_weather(${region.regionId}, 39, -94, now(), ${sql.json(value as never)}, now(), null)`;
  const alerts = (value: unknown) => sql`
    select keep_weather(${region.regionId}, 39, -94, now(), null, null, ${sql.json(value as never)})`;
  const whole = { event: "x", severity: "minor", from: 1, until: null };

  it.each([
    ["no list", {}],
    ["a number", 7],
    ["no hour", []],
    ["an hour that is no list", [[1, 2, 3], 4]],
    ["an hour of two numbers", [[1, 2]]],
    ["an hour in words", [[1, 2, "3"]]],
    ["an hour of null", [[1, null, 3]]],
    ["an hour in an hour", [[1, 2, [3]]]],
    ["too many hours", Array.from({ length: 201 }, () => [1, 2, 3])],
  ])("hours that are %s", async (_, value) => {
    await expect(hours(value)).rejects.toMatchObject({ constraint_name: "weather_hours_are_numbers" });
  });

  it.each([
    ["no list", { ...whole }],
    ["a list of lists", [[whole]]],
    ["one that is null", [null]],
    ["one without a name", [{ ...whole, event: undefined }]],
    ["one with a number for a name", [{ ...whole, event: 1 }]],
    ["one of unheard gravity", [{ ...whole, severity: "grave" }]],
    ["one that begins never", [{ ...whole, from: null }]],
    ["one with words for an end", [{ ...whole, until: "soon" }]],
    ["one with no end at all", [{ ...whole, until: undefined }]],
    ["too many", Array.from({ length: 51 }, () => whole)],
    ["too long", [{ ...whole, event: "x".repeat(20_000) }]],
  ])("warnings that are %s", async (_, value) => {
    await expect(alerts(value)).rejects.toMatchObject({ constraint_name: "weather_alerts_are_whole" });
  });

  it("right ones are taken", async () => {
    await hours([[1, 2.5, 3]]);
    await alerts([whole, { ...whole, until: 7 }]);
    await alerts([]);
  });

  it.each([
    ["two things", "20, 20, 5, 'tomorrow'"],
    ["nothing", "null, null, null, 'tomorrow'"],
    ["a temperature without a wind", "null, 20, null, 'tomorrow'"],
    ["a cold nobody ever felt", "-200, null, null, 'tomorrow'"],
    ["what was over before it began", "20, null, null, 'yesterday'"],
  ])("an entered value that says %s", async (_, values) => {
    const entered = database.owner.unsafe(`
      insert into entered_weather (region_id, wind_chill_f, temperature_f, wind_mph, until)
      values (${region.regionId}, ${values})`);
    await expect(entered).rejects.toMatchObject({
      constraint_name: expect.stringMatching(/^entered_weather_/),
    });
  });
});

it("the middle of a region is a point of four decimals", () => {
  expect(middleOf(region)).toEqual({ lat: 39.095, lon: -94.75 });
  const odd = { south: 38.123_45, north: 39.000_01, west: -94.999_99, east: -93 };
  expect(middleOf({ ...region, bounds: odd })).toEqual({ lat: 38.5617, lon: -94 });
});
