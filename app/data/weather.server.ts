/** Tonight's weather of a region, for everybody who searches there; the weather service hears of no family. */
import { setTimeout as sleep } from "node:timers/promises";
import type { EpochSeconds } from "~/domain/journey";
import { weatherAt } from "~/domain/kept-weather";
import type { Region } from "~/domain/region";
import type { Weather } from "~/domain/weather";
import { log } from "./log.server";
import { RegionWeather } from "./weather/region-weather.server";
import { serviceFrom, type Service } from "./weather/service.server";

// A page may be late by this much, once, where nothing at all is known.
const WAIT_MS = 1_200;

const regions = new Map<number, RegionWeather>();
let service: Service | { off: string } | undefined;

/**
 * What is known at `now` of the hours from `from` on (now, where that is left out). Never rejects: what nobody knows is
 * unknown. What is old is asked for anew in the background.
 */
export async function weatherOf(
  region: Region,
  now: Date,
  from: EpochSeconds = Math.floor(now.getTime() / 1000),
): Promise<Weather> {
  const nowS = Math.floor(now.getTime() / 1000);
  const kept = regions.get(region.regionId) ?? new RegionWeather();
  regions.set(region.regionId, kept);
  await kept.heard(region, nowS);
  const asked = weatherService();
  const first = "off" in asked ? null : kept.askForOld(asked, region, nowS);
  if (first) await inTime(first);
  return weatherAt(await kept.heard(region, nowS), nowS, from);
}

/** Chosen once per process. */
function weatherService(): Service | { off: string } {
  if (service === undefined) {
    service = serviceFrom(process.env);
    if ("off" in service) log.info(service.off);
  }
  return service;
}

async function inTime(asking: Promise<void>): Promise<void> {
  const late = new AbortController();
  const waited = sleep(WAIT_MS, undefined, { signal: late.signal }).catch(() => undefined);
  await Promise.race([asking, waited]);
  late.abort();
}
