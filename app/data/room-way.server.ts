/** The way to a room, by the engine of every other way: to the door for those who may know it, else to the middle of its part of town. */
import { warmest } from "~/domain/choosing";
import type { LatLon } from "~/domain/journey";
import type { Match, RoomWay } from "~/domain/match";
import { ONE_ADULT, type Party } from "~/domain/party";
import type { Region } from "~/domain/region";
import { instantOf } from "~/domain/zone";
import { placesIn } from "./places.server";
import { timetableOf } from "./timetables.server";
import { waysToPoints } from "./ways.server";
import { weatherOf } from "./weather.server";
import { whereIs } from "./where.server";

// Who is awaited at a certain hour sets out some time before it.
const BEFORE_S = 2 * 3600;

export async function wayToRoom(
  region: Region,
  { arrivesOn, arrivesAt }: Pick<Match, "arrivesOn" | "arrivesAt">,
  party: Party | null,
  to: LatLon,
  words: string | null,
  now: Date,
): Promise<RoomWay> {
  const from = (words ?? "").trim();
  if (from === "") return { kind: "no-start" };
  const { where } = await whereIs(from, region.slug);
  if (where.kind !== "found") return { kind: where.kind === "several" ? "several" : "not-known", from };
  const awaited = instantOf(arrivesOn, arrivesAt, region.timeZone);
  const leaveFrom = Math.max(Math.floor(now.getTime() / 1000), awaited - BEFORE_S);
  const [places, loaded, weather] = await Promise.all([
    placesIn(region.regionId),
    timetableOf(region),
    weatherOf(region, now, leaveFrom),
  ]);
  const [way] = await waysToPoints([to], {
    loaded,
    places,
    weather,
    timeZone: region.timeZone,
    party: party ?? ONE_ADULT,
    origin: { lat: where.at.lat, lon: where.at.lon },
    from: leaveFrom,
  });
  if (way?.kind !== "journeys") return { kind: "no-way", from };
  return { kind: "way", from, journey: warmest(way.journeys), leaveFrom };
}
