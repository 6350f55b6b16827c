/** npm run weather: shows what is known of a region's cold, asks the weather service, or takes a value by hand. */
import { regions } from "~/data/regions.server";
import { askAlerts } from "~/data/weather/alerts.server";
import { clearEntered, enterWeather } from "~/data/weather/entered.server";
import { askForecast } from "~/data/weather/forecast.server";
import { heardOf, keepHeard, middleOf } from "~/data/weather/kept.server";
import { serviceFrom } from "~/data/weather/service.server";
import type { EpochSeconds } from "~/domain/journey";
import type { Region } from "~/domain/region";
import { asOwner, requireRegion, runCommand } from "./data-in/command";
import { only, readArguments } from "./data-in/read-arguments";
import { sayWeather } from "./data-in/say-weather";
import { readEntered, USAGE, WEATHER_OPTIONS } from "./data-in/weather-arguments";
import { Refusal } from "./postgres/refusal";

await runCommand(async () => {
  const { given, files } = readArguments<string>(process.argv.slice(2), WEATHER_OPTIONS, USAGE);
  if (files.length > 0)
    throw new Refusal(`"${files[0]}" is not understood. A time with a date needs quotes.`);
  await asOwner("npm run weather", async () => {
    const region = await chosenRegion(given.region && only(given.region, "--region", USAGE));
    const now = Math.floor(Date.now() / 1000);
    const entered = readEntered(given, region, now);
    if (given.clear) {
      const had = await clearEntered(region);
      console.log(had ? "The value entered by hand is gone." : "There was no value entered by hand.");
    } else if (entered) {
      await enterWeather(region, entered);
      console.log("Entered. Running servers show it within a minute.");
    }
    if (given.ask) await askNow(region, now);
    sayWeather(region, await heardOf(region), Math.floor(Date.now() / 1000));
  });
});

async function chosenRegion(slug: string | undefined): Promise<Region> {
  if (slug !== undefined) return requireRegion(slug);
  const [first, ...others] = await regions();
  if (first && others.length === 0) return first;
  const slugs = (await regions()).map((region) => region.slug).join(", ");
  throw new Refusal(
    first ? `--region is needed: ${slugs}.` : "There is no region yet. Make one with `npm run region`.",
  );
}

/** As the server does, but now, and with each answer said. */
async function askNow(region: Region, now: EpochSeconds): Promise<void> {
  const service = serviceFrom(process.env);
  if ("off" in service) throw new Refusal(service.off);
  const point = middleOf(region);
  const [forecast, alerts] = await Promise.all([askForecast(service, point, now), askAlerts(service, point)]);
  for (const [question, answer] of Object.entries({ forecast, warnings: alerts })) {
    if (answer.kind === "failed")
      console.log(`Asked ${new URL(service.url).host} for the ${question}: ${answer.why}.`);
  }
  await keepHeard(region, now, {
    forecast: forecast.kind === "forecast" ? forecast.forecast : null,
    alerts: alerts.kind === "alerts" ? alerts.alerts : null,
  });
  if (forecast.kind === "failed" || alerts.kind === "failed") process.exitCode = 1;
}
