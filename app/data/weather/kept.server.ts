/** The weather kept in the database: what was heard last of each region, and what an operator entered. */
import type { EpochSeconds, LatLon } from "~/domain/journey";
import { hourOf, type Entered, type Forecast, type KeptWeather } from "~/domain/kept-weather";
import type { Region } from "~/domain/region";
import type { Alert } from "~/domain/weather";
import { sql, within } from "../database.server";

/** A forecast may be older than its hearing, and must be asked for again by the latter. */
export type Heard = KeptWeather & { forecastHeardAt: EpochSeconds | null };

export const NOTHING_HEARD: Heard = {
  forecast: null,
  entered: null,
  alerts: [],
  alertsAsOf: null,
  forecastHeardAt: null,
};

type Row = {
  hours: [from: EpochSeconds, temperatureF: number, windMph: number][] | null;
  hoursAsOf: Date | null;
  hoursHeardAt: Date | null;
  alerts: Alert[] | null;
  alertsHeardAt: Date | null;
  windChillF: number | null;
  temperatureF: number | null;
  windMph: number | null;
  enteredAt: Date | null;
  until: Date | null;
};

/** Whoever searches in a region, its middle is what the weather service is asked about. */
export function middleOf({ bounds: { south, west, north, east } }: Region): LatLon {
  const rounded = (degrees: number) => Number(degrees.toFixed(4));
  return { lat: rounded((south + north) / 2), lon: rounded((west + east) / 2) };
}

export async function heardOf(region: Region, deadlineMs?: number): Promise<Heard> {
  const { lat, lon } = middleOf(region);
  const [row] = await within(
    sql<[Row?]>`
      select
        hours,
        hours_as_of,
        hours_heard_at,
        alerts,
        alerts_heard_at,
        wind_chill_f,
        temperature_f,
        wind_mph,
        entered_at,
        until
      from (select ${region.regionId}::bigint as region_id) as asked
        left join heard_weather on heard_weather.region_id = asked.region_id and (lat, lon) = (${lat}, ${lon})
        left join entered_weather on entered_weather.region_id = asked.region_id`,
    deadlineMs,
  );
  return row ? heardIn(row) : NOTHING_HEARD;
}

/** What was not heard stays as it is kept. */
export async function keepHeard(
  region: Region,
  now: EpochSeconds,
  { forecast, alerts }: { forecast: Forecast | null; alerts: Alert[] | null },
): Promise<void> {
  const { lat, lon } = middleOf(region);
  const hours = forecast?.hours.map(({ from, temperatureF, windMph }) => [from, temperatureF, windMph]);
  await within(sql`
    select keep_weather(
      ${region.regionId},
      ${lat},
      ${lon},
      ${new Date(now * 1000)},
      ${hours ? sql.json(hours) : null},
      ${forecast ? new Date(forecast.asOf * 1000) : null},
      ${alerts ? sql.json(alerts) : null}
    )`);
}

function heardIn(row: Row): Heard {
  const { hours, hoursAsOf, alerts } = row;
  return {
    forecast:
      hours && hoursAsOf
        ? {
            asOf: seconds(hoursAsOf),
            hours: hours.map(([from, temperatureF, windMph]) => hourOf(from, { temperatureF, windMph })),
          }
        : null,
    entered: enteredIn(row),
    alerts: alerts ?? [],
    alertsAsOf: row.alertsHeardAt && seconds(row.alertsHeardAt),
    forecastHeardAt: row.hoursHeardAt && seconds(row.hoursHeardAt),
  };
}

function enteredIn({ windChillF, temperatureF, windMph, enteredAt, until }: Row): Entered | null {
  if (!enteredAt || !until) return null;
  const when = { asOf: seconds(enteredAt), until: seconds(until) };
  if (windChillF !== null) return { ...when, windChillF, temperatureF: null, windMph: null };
  return { ...when, windChillF: null, temperatureF: temperatureF!, windMph: windMph! };
}

function seconds(at: Date): EpochSeconds {
  return Math.floor(at.getTime() / 1000);
}
