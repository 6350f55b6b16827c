import { expect, test } from "vitest";
import { fahrenheit, milesAnHour } from "~/data/weather/quantity.server";

test.each([
  [14, "F", 14],
  [-10, "C", 14],
  [{ unitCode: "wmoUnit:degC", value: -10 }, null, 14],
  [{ unitCode: "wmoUnit:degC", value: -10 }, "F", 14],
  [{ unitCode: "unit:degF", value: 14 }, undefined, 14],
  [{ unitCode: "wmoUnit:K", value: 263.15 }, undefined, 14],
  [{ unitCode: "wmoUnit:degC", minValue: -10, maxValue: -5 }, undefined, 14],
  [-40, "C", -40],
])("the temperature %o %s is %d F", (said, unit, degrees) => {
  expect(fahrenheit(said, unit)).toBeCloseTo(degrees, 9);
});

test.each([
  [14, null],
  [14, ""],
  [14, "R"],
  [14, "degrees"],
  [999, "F"],
  [-101, "F"],
  [{ unitCode: "wmoUnit:degC", value: null }, "F"],
  [{ unitCode: "wmoUnit:percent", value: 14 }, "F"],
  [{ unitCode: "wmoUnit:Pa", value: 14 }, "F"],
])("the temperature %o %s is not known", (said, unit) => {
  expect(fahrenheit(said, unit)).toBeNull();
});

test.each([
  ["10 mph", 10],
  ["0 mph", 0],
  ["5 to 10 mph", 10],
  ["15 km/h", 9.32],
  ["10 to 15 km/h", 9.32],
  [{ unitCode: "wmoUnit:km_h-1", value: 16.09344 }, 10],
  [{ unitCode: "wmoUnit:km_h-1", value: null, minValue: 8, maxValue: 16.09344 }, 10],
  [{ unitCode: "wmoUnit:km_h-1", value: 8, maxValue: 16.09344 }, 10],
  [{ unitCode: "wmoUnit:m_s-1", value: 4.4704 }, 10],
  [{ unitCode: "wmoUnit:kt", value: 10 }, 11.51],
])("the wind %o is %d mph", (said, speed) => {
  expect(milesAnHour(said)).toBeCloseTo(speed, 2);
});

test.each([
  "",
  "Calm",
  "mph",
  "10",
  "10 to mph",
  "-5 mph",
  "1e3 mph",
  "10 furlongs",
  "999 mph",
  { unitCode: "wmoUnit:km_h-1", value: null },
  { unitCode: "wmoUnit:degC", value: 10 },
  { unitCode: "constructor", value: 10 },
])("the wind %o is not known", (said) => {
  expect(milesAnHour(said)).toBeNull();
});
