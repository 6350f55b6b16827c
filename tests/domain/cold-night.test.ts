import { expect, test } from "vitest";
import { isColdNight } from "~/domain/cold-night";
import { hourOf } from "~/domain/kept-weather";
import { HOUR_S, NO_WEATHER, type Weather } from "~/domain/weather";

const ZONE = "America/Chicago";
const at = (iso: string) => Date.parse(iso) / 1000;
const JULY_EVENING = at("2026-07-15T18:00:00-05:00");
const JANUARY_EVENING = at("2026-01-15T18:00:00-06:00");

/** From that hour on, in still air. */
function still(from: number, ...temperatures: number[]): Weather {
  const [first, ...rest] = temperatures.map((temperatureF, i) =>
    hourOf(from + i * HOUR_S, { temperatureF, windMph: 0 }),
  );
  return { kind: "known", source: "forecast", asOf: from, hours: [first!, ...rest], alerts: [] };
}
const night = (from: number, coldest: number) => still(from, ...Array<number>(11).fill(50), coldest);

test.each<[what: string, weather: Weather, ruleF: number | null, now: number, isCold: boolean]>([
  ["freezing before five in the morning", night(JANUARY_EVENING - HOUR_S, 32), null, JANUARY_EVENING, true],
  ["a degree warmer", night(JANUARY_EVENING - HOUR_S, 33), null, JANUARY_EVENING, false],
  ["freezing only after the night", night(JANUARY_EVENING, 20), null, JANUARY_EVENING, false],
  ["a program's own warmer rule", night(JANUARY_EVENING - HOUR_S, 38), 40, JANUARY_EVENING, true],
  ["a program's colder rule", night(JANUARY_EVENING - HOUR_S, 30), 25, JANUARY_EVENING, true],
  ["nothing known in winter", NO_WEATHER, null, JANUARY_EVENING, true],
  ["nothing known in summer", NO_WEATHER, null, JULY_EVENING, false],
  ["only the warm evening known, in winter", still(JANUARY_EVENING, 50, 48), null, JANUARY_EVENING, true],
  ["a warm night", night(JULY_EVENING, 60), 25, JULY_EVENING, false],
])("%s", (_what, weather, ruleF, now, isCold) => {
  expect(isColdNight(weather, ruleF, now, ZONE)).toBe(isCold);
});

test("wind makes a night cold that the thermometer does not", () => {
  const windy = Array.from({ length: 12 }, (_, i) =>
    hourOf(JANUARY_EVENING - HOUR_S + i * HOUR_S, { temperatureF: 36, windMph: 15 }),
  );
  const weather: Weather = {
    kind: "known",
    source: "forecast",
    asOf: JANUARY_EVENING,
    hours: [windy[0]!, ...windy.slice(1)],
    alerts: [],
  };
  expect(isColdNight(weather, null, JANUARY_EVENING, ZONE)).toBe(true);
});
