/** Tonight's cold: what it feels like hour by hour, how old that is, and which warnings are in force. */
import { type ColdCurve, coldWeight, WEATHER_UNKNOWN } from "~/domain/cold";
import type { EpochSeconds } from "~/domain/journey";

/** Degrees Fahrenheit, wind at 10 m in mph. */
export type WeatherHour = { from: EpochSeconds; temperatureF: number; windMph: number; windChillF: number };

/** A warning as the weather service names it ("Cold Weather Advisory"). */
export type Alert = {
  event: string;
  severity: "extreme" | "severe" | "moderate" | "minor" | "unknown";
  from: EpochSeconds;
  until: EpochSeconds | null;
};

export type Weather =
  /** Warnings may be known where the cold is not: they are asked for apart. */
  | { kind: "unknown"; alerts?: Alert[] }
  | {
      kind: "known";
      /** The weather service, or a value entered by hand. */
      source: "forecast" | "operator";
      /** When it was made or entered. */
      asOf: EpochSeconds;
      /** One an hour, in order, without gaps. */
      hours: [WeatherHour, ...WeatherHour[]];
      alerts: Alert[];
    };

export const HOUR_S = 3600;

export const NO_WEATHER: Weather = { kind: "unknown" };

/** What being outside weighs, hour by hour. */
export function coldCurveOf(weather: Weather): ColdCurve {
  if (weather.kind === "unknown") return WEATHER_UNKNOWN;
  const [first, ...rest] = weather.hours;
  return {
    from: first.from,
    stepS: HOUR_S,
    weights: [coldWeight(first.windChillF), ...rest.map(({ windChillF }) => coldWeight(windChillF))],
  };
}

/** What it feels like then, in degrees Fahrenheit; null where nobody knows. */
export function windChillAt(weather: Weather, at: EpochSeconds): number | null {
  if (weather.kind === "unknown") return null;
  const hour = weather.hours.findLast(({ from }) => from <= at);
  return hour && at < hour.from + HOUR_S ? hour.windChillF : null;
}

// Child Care Weather Watch (Iowa Department of Public Health): from here down it is dangerous for children.
export const DANGEROUS_FOR_CHILDREN_F = 15;
// NWS wind chill chart: bare skin freezes within half an hour.
const SKIN_FREEZES_F = -18;

/** Then nobody should stay outside for what opens later. */
export function isTooColdToWait(weather: Weather, at: EpochSeconds, children: boolean): boolean {
  const chill = windChillAt(weather, at);
  return chill !== null && chill <= (children ? DANGEROUS_FOR_CHILDREN_F : SKIN_FREEZES_F);
}

/** The first of the coldest hours that begin within `seconds` after that moment; null where nobody knows. */
export function coldestWithin(weather: Weather, after: EpochSeconds, seconds: number): WeatherHour | null {
  if (weather.kind === "unknown") return null;
  return weather.hours
    .filter(({ from }) => from > after && from <= after + seconds)
    .reduce<WeatherHour | null>(
      (coldest, hour) => (coldest && coldest.windChillF <= hour.windChillF ? coldest : hour),
      null,
    );
}

/** An evening's way there and wait; what comes later is asked about again. */
export const EVENING_S = 6 * HOUR_S;
