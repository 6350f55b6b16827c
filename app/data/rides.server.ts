/** To which places of an answer a member of some group may drive a family, as far as the public may know. */
import type { EpochSeconds } from "~/domain/journey";
import { isAnyDriving } from "~/domain/offer";
import type { Region } from "~/domain/region";
import { rideWantedAt } from "~/domain/ride-wish";
import type { Option } from "~/domain/tonight";
import { localTime } from "~/domain/zone";
import { rideTimes } from "./offers.server";

/** The ids of the places; nobody is asked where every family gets there by itself. */
export async function drivenTo(
  options: readonly Option[],
  { regionId, timeZone }: Pick<Region, "regionId" | "timeZone">,
  from: EpochSeconds,
): Promise<number[]> {
  const wanted = options.flatMap((option) => {
    const at = rideWantedAt(option, from);
    return at === null ? [] : [{ at, placeId: option.place.placeId }];
  });
  if (wanted.length === 0) return [];
  const times = await rideTimes(regionId);
  return wanted
    .filter(({ at }) => isAnyDriving(times, localTime(at, timeZone)))
    .map(({ placeId }) => placeId);
}
