/** Where a member's room is, from the corner nearest to it: of this region, and known to a block or so. Nobody else is asked. */
import type { LatLon } from "~/domain/journey";
import type { Region } from "~/domain/region";
import { regions } from "./regions.server";
import { whereIs } from "./where.server";

/** The first of the words that name a point; a ZIP code names no neighborhood. Null: none does. */
export async function roomPoint(regionId: number, ...said: string[]): Promise<LatLon | null> {
  const region = (await regions()).find((each: Region) => each.regionId === regionId);
  if (!region) return null;
  for (const words of said) {
    if (words.trim() === "") continue;
    const { where, region: found } = await whereIs(words, region.slug);
    if (where.kind === "found" && where.at.via !== "zip" && found?.regionId === regionId)
      return { lat: where.at.lat, lon: where.at.lon };
  }
  return null;
}
