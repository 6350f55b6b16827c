import { describe, expect, test } from "vitest";
import { hourOf, weatherAt, withoutGaps, type Entered, type KeptWeather } from "~/domain/kept-weather";
import { coldCurveOf, windChillAt, type Weather } from "~/domain/weather";
import { instantOf } from "~/domain/zone";

const HOUR = 3600;
const five = Date.parse("2026-01-15T23:00:00Z") / 1000;
const calm = (hour: number, temperatureF: number) => hourOf(five + hour * HOUR, { temperatureF, windMph: 0 });

const kept = (more: Partial<KeptWeather> = {}): KeptWeather => ({
  forecast: { asOf: five - 600, hours: [0, 1, 2, 3].map((hour) => calm(hour, 20 - hour)) },
  entered: null,
  alerts: [],
  alertsAsOf: null,
  ...more,
});
const feelsLike14: Entered = {
  asOf: five - HOUR,
  until: five + 2 * HOUR,
  windChillF: 14,
  temperatureF: null,
  windMph: null,
};
const chills = (weather: Weather) =>
  weather.kind === "known" ? weather.hours.map(({ windChillF }) => Math.round(windChillF)) : weather.kind;

describe("a forecast", () => {
  test("tells of the hours from the one asked for on", () => {
    expect(weatherAt(kept(), five, five + 90 * 60)).toMatchObject({ kind: "known", source: "forecast" });
    expect(chills(weatherAt(kept(), five, five + 90 * 60))).toEqual([19, 18, 17]);
  });

  test("says nothing of an hour it does not reach, before or after", () => {
    expect(weatherAt(kept(), five, five + 4 * HOUR)).toEqual({ kind: "unknown", alerts: [] });
    expect(weatherAt(kept(), five, five - 1)).toEqual({ kind: "unknown", alerts: [] });
  });

  test("is worth a day, and no longer", () => {
    const made = (hoursAgo: number) => {
      const hours = [calm(0, 20)];
      return weatherAt(kept({ forecast: { asOf: five - hoursAgo * HOUR, hours } }), five, five);
    };
    expect(made(24)).toMatchObject({ kind: "known", asOf: five - 24 * HOUR });
    expect(made(24.01).kind).toBe("unknown");
  });

  test("whose first hour is hours ago still tells of this one", () => {
    const stale = { asOf: five - 9 * HOUR, hours: Array.from({ length: 12 }, (_, i) => calm(i - 9, i)) };
    expect(chills(weatherAt(kept({ forecast: stale }), five, five))).toEqual([9, 10, 11]);
  });

  test("a week long is cut to the night and the morning after it", () => {
    const week = { asOf: five, hours: Array.from({ length: 156 }, (_, i) => calm(i, 20)) };
    const weather = weatherAt(kept({ forecast: week }), five, five);
    expect(weather.kind === "known" && weather.hours.length).toBe(37);
  });
});

describe("a value entered by hand", () => {
  test("wins until it ends, and the forecast follows it", () => {
    const weather = weatherAt(kept({ entered: feelsLike14 }), five, five);
    expect(weather).toMatchObject({ source: "operator", asOf: five - HOUR });
    expect(chills(weather)).toEqual([14, 14, 18, 17]);
  });

  test("says nothing of an hour after its end: there the forecast speaks", () => {
    const weather = weatherAt(kept({ entered: feelsLike14 }), five, five + 2 * HOUR);
    expect(weather).toMatchObject({ source: "forecast" });
    expect(weatherAt(kept({ entered: feelsLike14, forecast: null }), five, five + 2 * HOUR).kind).toBe(
      "unknown",
    );
  });

  test("is enough where no forecast is known, or the forecast is too old", () => {
    const old = { asOf: five - 30 * HOUR, hours: [calm(0, 40), calm(2, 40)] };
    for (const forecast of [null, old]) {
      expect(chills(weatherAt(kept({ forecast, entered: feelsLike14 }), five, five))).toEqual([14, 14]);
    }
  });

  test("of temperature and wind feels as the formula says", () => {
    const windy = { ...feelsLike14, windChillF: null, temperatureF: 20, windMph: 10 };
    expect(windChillAt(weatherAt(kept({ entered: windy }), five, five), five)).toBeCloseTo(8.85, 2);
  });

  test("holds for the whole of the hour in which it ends", () => {
    const halfPast = { ...feelsLike14, until: five + HOUR / 2 };
    expect(chills(weatherAt(kept({ entered: halfPast }), five, five))).toEqual([14, 19, 18, 17]);
    expect(chills(weatherAt(kept({ entered: halfPast }), five, five + HOUR / 2))).toEqual([20, 19, 18, 17]);
  });

  test("for weeks ahead is no list of weeks", () => {
    const long = { ...feelsLike14, until: five + 1000 * HOUR };
    expect(chills(weatherAt(kept({ forecast: null, entered: long }), five, five)).length).toBe(36);
  });
});

test("warnings are known where the cold is not, until each is over", () => {
  const warning = (event: string, until: number | null) => ({
    event,
    severity: "severe" as const,
    from: five - HOUR,
    until,
  });
  const alerts = [warning("Over", five), warning("In force", five + 1), warning("Open", null)];
  const told = (alertsAsOf: number | null) =>
    weatherAt(kept({ forecast: null, alerts, alertsAsOf }), five, five);
  expect(told(five - 24 * HOUR)).toEqual({ kind: "unknown", alerts: alerts.slice(1) });
  // One without an end is not in force for ever because the service went silent.
  for (const longAgo of [five - 25 * HOUR, null])
    expect(told(longAgo)).toEqual({ kind: "unknown", alerts: [alerts[1]] });
});

describe("missing hours", () => {
  const filled = (...hours: [number, number][]) =>
    withoutGaps(hours.map(([hour, temperature]) => calm(hour, temperature))).map(({ from, temperatureF }) => [
      (from - five) / HOUR,
      temperatureF,
    ]);

  test("in the middle are as the nearest known one, of two the one before", () => {
    expect(filled([0, 20], [3, 5])).toEqual([
      [0, 20],
      [1, 20],
      [2, 5],
      [3, 5],
    ]);
    expect(filled([0, 20], [4, 5]).map(([, temperature]) => temperature)).toEqual([20, 20, 20, 5, 5]);
  });

  test("that are too many are not guessed: after them nothing is known", () => {
    expect(filled([0, 20], [7, 5])).toHaveLength(8);
    expect(filled([0, 20], [8, 5], [9, 5])).toEqual([[0, 20]]);
  });

  test("told twice or out of order are told once and in order", () => {
    expect(filled([2, 5], [0, 20], [1, 10], [1, 99])).toEqual([
      [0, 20],
      [1, 10],
      [2, 5],
    ]);
  });

  test("nothing stays nothing", () => expect(withoutGaps([])).toEqual([]));
});

describe.each([
  ["of 23 hours", "2026-03-08", 23],
  ["of 25 hours", "2026-11-01", 25],
])("a day %s", (_, date, hours) => {
  const midnight = instantOf(date, 0, "America/Chicago");
  const day = Array.from({ length: 30 }, (_unused, i) =>
    hourOf(midnight + i * HOUR, { temperatureF: 30 - i, windMph: 0 }),
  );
  const weather = weatherAt(kept({ forecast: { asOf: midnight, hours: day } }), midnight, midnight);

  test("counts hours that pass, not hours on the wall", () => {
    const nextMidnight = midnight + hours * HOUR;
    expect(nextMidnight).toBe(
      instantOf(
        date.replace(/\d\d$/, (d) => String(+d + 1).padStart(2, "0")),
        0,
        "America/Chicago",
      ),
    );
    expect(windChillAt(weather, nextMidnight)).toBe(30 - hours);
    expect(coldCurveOf(weather).weights).toHaveLength(30);
  });

  test("entered by hand until the morning ends at the morning's wall time", () => {
    const until = instantOf(date, 8 * 60, "America/Chicago");
    const entered: Entered = { asOf: midnight, until, windChillF: 14, temperatureF: null, windMph: null };
    const byHand = weatherAt(kept({ forecast: null, entered }), midnight, midnight);
    expect(chills(byHand)).toHaveLength(hours - 16);
  });
});
