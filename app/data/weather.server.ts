/** Tonight's weather of a region, for everybody who searches there. */
import type { EpochSeconds } from "~/domain/journey";
import type { Region } from "~/domain/region";
import { NO_WEATHER, type Weather } from "~/domain/weather";

/** What is known at `now` of the hours from `from` on. Never rejects: what nobody knows is unknown. */
export async function weatherOf(_region: Region, _now: Date, _from?: EpochSeconds): Promise<Weather> {
  return NO_WEATHER;
}
