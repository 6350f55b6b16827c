/** Halls a party may wait in on its way: those that are known to be open and do not turn it away. */
import { fitOf } from "~/domain/fit";
import { runsFrom } from "~/domain/hours/runs";
import { merged } from "~/domain/hours/spans";
import type { EpochSeconds, WarmRoom } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { Place } from "~/domain/place";
import { letsSleep } from "~/domain/rank";

/**
 * From that moment on, for the night and the morning after it. Hours that nobody told us, and a night that is not
 * decided yet, warm nobody: a family is not sent to a door that may be shut.
 */
export function warmRoomsFor(
  party: Party,
  places: readonly Place[],
  { timeZone, from }: { timeZone: string; from: EpochSeconds },
): WarmRoom[] {
  return places.flatMap(({ placeId, kind, name, site, hours, admits }): WarmRoom[] => {
    if (letsSleep(kind) || fitOf(party, admits).kind === "no") return [];
    const open = runsFrom(hours, timeZone, from)
      .filter(({ state }) => state === "open")
      // Who is not let in any more may stay; but nobody is told to come in by a door that is shut to newcomers.
      .flatMap(({ from: opens, until: closes, intake }) =>
        intake.map((each) => ({ from: Math.max(each.from, opens), until: Math.min(each.until, closes) })),
      )
      .filter((stretch) => stretch.until > Math.max(stretch.from, from));
    if (open.length === 0) return [];
    return [{ roomKey: placeId, name, lat: site.lat, lon: site.lon, open: merged(open) }];
  });
}
