/** What is known of a region's cold, on the terminal: by hand, by the weather service, and as its pages say it. */
import { pointWords } from "~/data/weather/forecast.server";
import { middleOf, type Heard } from "~/data/weather/kept.server";
import { alertsAround } from "~/domain/alerts";
import { windChill } from "~/domain/cold";
import type { EpochSeconds } from "~/domain/journey";
import { weatherAt, type Entered } from "~/domain/kept-weather";
import { ONE_ADULT } from "~/domain/party";
import type { Region } from "~/domain/region";
import { HOUR_S, windChillAt } from "~/domain/weather";
import { isoTime } from "~/domain/zone";
import { clockOf, sayAge } from "~/text/say";
import { alertLines, weatherSentence } from "~/text/weather";
import { escaped } from "~/transit/gtfs/shown";

const MOST_ALERTS = 20;

export function sayWeather(region: Region, heard: Heard, now: EpochSeconds): void {
  const { slug, timeZone } = region;
  console.log(`${region.name} (${slug}), asked about at ${pointWords(middleOf(region))}`);
  console.log(`  by hand:  ${enteredSaid(heard.entered, now, timeZone)}`);
  console.log(`  forecast: ${forecastSaid(heard, now, timeZone)}`);
  console.log(`  warnings: ${warningsSaid(heard, now, timeZone)}`);
  const asked = { now, from: now, clock: clockOf("en", timeZone), language: "en", party: ONE_ADULT } as const;
  const weather = weatherAt(heard, now, now);
  const alerts = alertLines(weather, asked).map(({ name, when }) => `${name} ${when}. `);
  const shown = escaped(`${alerts.join("")}${weatherSentence(weather, asked)}`.replaceAll("\u00a0", " "));
  console.log(`  pages:    ${shown}`);
}

function enteredSaid(entered: Entered | null, now: EpochSeconds, timeZone: string): string {
  if (!entered) return "nothing entered";
  const { windChillF, temperatureF, windMph, until, asOf } = entered;
  const read = windChillF === null ? ` (${temperatureF} F, wind ${windMph} mph)` : "";
  const degrees = Math.round(windChillF ?? windChill(temperatureF, windMph));
  const ends = `${until > now ? "until" : "over since"} ${minute(until, timeZone)}`;
  return `feels like ${degrees} F${read}, ${ends}, entered ${age(asOf, now)} ago`;
}

function forecastSaid(heard: Heard, now: EpochSeconds, timeZone: string): string {
  const { forecast } = heard;
  if (!forecast || forecast.hours.length === 0) return "never heard";
  const alone = { ...heard, entered: null };
  const feels = windChillAt(weatherAt(alone, now, now), now);
  const until = minute(forecast.hours.at(-1)!.from + HOUR_S, timeZone);
  const known = feels === null ? "too old to tell of this hour" : `feels like ${Math.round(feels)} F`;
  return `${known}, made ${age(forecast.asOf, now)} ago, reaches to ${until}`;
}

function warningsSaid({ alerts, alertsAsOf }: Heard, now: EpochSeconds, timeZone: string): string {
  if (alertsAsOf === null) return "never heard";
  const near = alertsAround(alerts, now, MOST_ALERTS).map(({ event, severity, from, until }) => {
    const begins = from > now ? `, from ${minute(from, timeZone)}` : "";
    return `${escaped(event)} (${severity}${begins}${until === null ? "" : `, until ${minute(until, timeZone)}`})`;
  });
  return `${near.join("; ") || "none in force"}, heard ${age(alertsAsOf, now)} ago`;
}

function age(at: EpochSeconds, now: EpochSeconds): string {
  return sayAge(Math.max(0, Math.floor((now - at) / 60))).replace("\u00a0", " ");
}

/** "2026-01-16 08:00", as --until takes it. */
function minute(at: EpochSeconds, timeZone: string): string {
  return isoTime(at, timeZone).slice(0, 16).replace("T", " ");
}
