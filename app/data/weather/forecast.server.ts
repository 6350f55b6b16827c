/** The hourly forecast as the weather service writes it. */
import { z } from "zod";
import type { EpochSeconds, LatLon } from "~/domain/journey";
import { hourOf, withoutGaps, type Forecast } from "~/domain/kept-weather";
import { HOUR_S, type WeatherHour } from "~/domain/weather";
import { instant, instantOrNull } from "./instant.server";
import { fahrenheit, milesAnHour, quantity } from "./quantity.server";
import { askService, failed, type Failed, type Service } from "./service.server";

const pointSaid = z.object({ properties: z.object({ forecastHourly: z.string() }) });

const forecastSaid = z.object({
  properties: z.object({
    generatedAt: instantOrNull,
    updateTime: instantOrNull,
    periods: z.array(z.unknown()).max(1000),
  }),
});

const periodSaid = z.object({
  startTime: instant,
  endTime: instantOrNull,
  temperature: z.union([z.number(), quantity]),
  temperatureUnit: z.string().nullish(),
  windSpeed: z.union([z.string(), quantity]),
});

/** Asks which grid the point lies in, then for that grid's hours. */
export async function askForecast(
  service: Service,
  point: LatLon,
  now: EpochSeconds,
): Promise<{ kind: "forecast"; forecast: Forecast } | Failed> {
  const grid = await askService(service, `/points/${pointWords(point)}`);
  if (grid.kind === "failed") return grid;
  const path = hourlyPath(grid.body, service);
  if (path === null) return failed("it names no forecast of its own for this point");
  const hourly = await askService(service, path);
  if (hourly.kind === "failed") return hourly;
  const forecast = readForecast(hourly.body, now);
  return forecast ? { kind: "forecast", forecast } : failed("its forecast has no hour to come");
}

/** "39.095,-94.75": with more decimals, or zeros at the end, the service sends one on to such an address. */
export function pointWords({ lat, lon }: LatLon): string {
  return [lat, lon].map((degrees) => String(Number(degrees.toFixed(4)))).join(",");
}

const NWS_ORIGIN = "https://api.weather.gov";
const HOURLY = /\/gridpoints\/[A-Z]{2,4}\/-?\d{1,4},-?\d{1,4}\/forecast\/hourly$/;

/** A copy of the service names the service's own addresses: the path is asked for where we were told to ask. */
function hourlyPath(body: unknown, service: Service): string | null {
  const said = pointSaid.safeParse(body);
  if (!said.success || !URL.canParse(said.data.properties.forecastHourly)) return null;
  const { origin, pathname } = new URL(said.data.properties.forecastHourly);
  if (origin !== NWS_ORIGIN && origin !== new URL(service.url).origin) return null;
  return HOURLY.exec(pathname)?.[0] ?? null;
}

/** Hours that are over are left out, and those of which something is missing; null where none is left. */
export function readForecast(body: unknown, now: EpochSeconds): Forecast | null {
  const said = forecastSaid.safeParse(body);
  if (!said.success) return null;
  const { generatedAt, updateTime, periods } = said.data.properties;
  const known = periods.flatMap(hoursOf).filter(({ from }) => from + HOUR_S > now);
  const hours = withoutGaps(known).slice(0, MOST_HOURS);
  // The service's caches give out old copies at times: their own date tells it.
  return hours.length > 0 ? { asOf: Math.min(generatedAt ?? updateTime ?? now, now), hours } : null;
}

// The service forecasts 156.
const MOST_HOURS = 168;
const LONGEST_PERIOD_H = 12;

function hoursOf(period: unknown): WeatherHour[] {
  const said = periodSaid.safeParse(period);
  if (!said.success) return [];
  const { startTime, endTime, temperature, temperatureUnit, windSpeed } = said.data;
  const temperatureF = fahrenheit(temperature, temperatureUnit);
  const windMph = milesAnHour(windSpeed);
  if (temperatureF === null || windMph === null) return [];
  const first = Math.floor(startTime / HOUR_S) * HOUR_S;
  const length = Math.ceil(((endTime ?? first + HOUR_S) - first) / HOUR_S);
  const hours = Math.min(Math.max(length, 1), LONGEST_PERIOD_H);
  return Array.from({ length: hours }, (_, i) => hourOf(first + i * HOUR_S, { temperatureF, windMph }));
}
