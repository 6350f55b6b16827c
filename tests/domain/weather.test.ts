import { expect, test } from "vitest";
import { coldWeight, WEATHER_UNKNOWN } from "~/domain/cold";
import {
  coldCurveOf,
  coldestWithin,
  isTooColdToWait,
  NO_WEATHER,
  type Weather,
  windChillAt,
} from "~/domain/weather";

const hour = (from: number, windChillF: number) => ({ from, temperatureF: 20, windMph: 10, windChillF });
const cold: Weather = {
  kind: "known",
  source: "forecast",
  asOf: 0,
  hours: [hour(0, 40), hour(3600, -18)],
  alerts: [],
};

test("weather that nobody knows weighs nothing and feels like nothing", () => {
  expect(coldCurveOf(NO_WEATHER)).toBe(WEATHER_UNKNOWN);
  expect(windChillAt(NO_WEATHER, 0)).toBeNull();
});

test("each hour weighs what it feels like", () => {
  expect(coldCurveOf(cold)).toEqual({ from: 0, stepS: 3600, weights: [1, coldWeight(-18)] });
});

test("what it feels like is known for the hours of the forecast, not before and not after", () => {
  expect([-1, 0, 3599, 3600, 7199, 7200].map((at) => windChillAt(cold, at))).toEqual([
    null,
    40,
    40,
    -18,
    -18,
    null,
  ]);
});

test("the coldest hour to come is the first of the coldest, within the time looked at", () => {
  const night: Weather = {
    ...cold,
    hours: [20, 12, 3, 3, -9].map((chill, i) => hour(i * 3600, chill)) as never,
  };
  expect(coldestWithin(night, 0, 3 * 3600)?.from).toBe(2 * 3600);
  expect(coldestWithin(night, 0, 4 * 3600)?.windChillF).toBe(-9);
  expect(coldestWithin(night, 4 * 3600, 9999)).toBeNull();
  expect(coldestWithin(NO_WEATHER, 0, 9999)).toBeNull();
});

test("children should not wait outside from 15 degrees down, nobody where skin freezes, and the unknown says nothing", () => {
  const feels = (chill: number): Weather => ({ ...cold, hours: [hour(0, chill)] });
  expect([16, 15, -17].map((chill) => isTooColdToWait(feels(chill), 0, true))).toEqual([false, true, true]);
  expect([15, -17, -18].map((chill) => isTooColdToWait(feels(chill), 0, false))).toEqual([
    false,
    false,
    true,
  ]);
  expect(isTooColdToWait(NO_WEATHER, 0, true)).toBe(false);
});
