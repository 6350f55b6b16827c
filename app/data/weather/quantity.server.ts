/** Temperatures and winds as the weather service writes them, in words or as a quantity with its unit. */
import { z } from "zod";

/** https://api.weather.gov/openapi.json, QuantitativeValue: value, or minValue and maxValue; any may be null. */
export const quantity = z.object({
  unitCode: z.string(),
  value: z.number().nullish(),
  minValue: z.number().nullish(),
  maxValue: z.number().nullish(),
});
type Quantity = z.infer<typeof quantity>;

// Beyond what was ever measured in the country it is a mistake.
const BELIEVABLE_F = [-100, 140] as const;
const BELIEVABLE_MPH = [0, 250] as const;

/** Degrees Fahrenheit, of a range the colder end; null where there is none to believe. */
export function fahrenheit(said: number | Quantity, unit: string | null | undefined): number | null {
  const value = typeof said === "number" ? said : (said.value ?? said.minValue);
  // "F", "C"; "wmoUnit:degC", "unit:degF", "wmoUnit:K".
  const scale = /(?:^|:|deg)([CFK])$/.exec(typeof said === "number" ? (unit ?? "") : said.unitCode)?.[1];
  if (value === null || value === undefined || scale === undefined) return null;
  const degrees = scale === "F" ? value : (scale === "C" ? value : value - 273.15) * 1.8 + 32;
  return believed(degrees, BELIEVABLE_F);
}

const MPH: Record<string, number> = {
  mph: 1,
  "mi_h-1": 1,
  "km/h": 1 / 1.609344,
  "km_h-1": 1 / 1.609344,
  "m_s-1": 3600 / 1609.344,
  kt: 1852 / 1609.344,
};

/** Miles an hour, of a range the stronger end: "10 mph", "5 to 10 mph", "15 km/h", or a quantity. */
export function milesAnHour(said: string | Quantity): number | null {
  if (typeof said === "string") {
    const [, low, high, unit] = /^(\d+(?:\.\d+)?)(?: to (\d+(?:\.\d+)?))? (mph|km\/h|kt)$/.exec(said) ?? [];
    return low === undefined ? null : inMph(Number(high ?? low), unit!);
  }
  const value = said.maxValue ?? said.value;
  return value === null || value === undefined ? null : inMph(value, said.unitCode.replace(/^.*:/, ""));
}

function inMph(value: number, unit: string): number | null {
  return Object.hasOwn(MPH, unit) ? believed(value * MPH[unit]!, BELIEVABLE_MPH) : null;
}

function believed(value: number, [least, most]: readonly [number, number]): number | null {
  return value >= least && value <= most ? value : null;
}
