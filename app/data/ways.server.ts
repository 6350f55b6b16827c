/** The ways to many doors with few searches: one for all that are open, one for each half hour at which others open. */
import { isDeepNight } from "~/domain/hours/night";
import { lettingInTonight, openingAt } from "~/domain/hours/opening";
import type { EpochSeconds, LatLon, Way } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { Place } from "~/domain/place";
import { letsSleep } from "~/domain/rank";
import type { Door } from "~/transit/search/doors";
import { journeysFrom } from "~/transit/search/journeys";
import type { Timetable } from "~/transit/timetable/timetable";
import { ADULT_PACE, FAMILY_PACE, STROLLER_PACE, type Pace } from "~/transit/timetable/walking";

// TRANSIT: from an open door's point of view, leaving within four hours.
const WINDOW_S = 4 * 3600;
// Longer rides and walks than this to a door that is still shut nobody makes; who leaves earlier waits outside it.
const REACH_S = 4 * 3600;
// Doors that open within the same half hour share a search; none depends on which other doors are asked about.
const SHARED_S = 1800;
const STROLLER_AGE = 4;

export type WaysQuestion = {
  timetable: Timetable;
  timeZone: string;
  origin: LatLon;
  from: EpochSeconds;
  pace: Pace;
};

/** Under four years a child is carried or pushed half of the way. */
export function paceOf({ childAges }: Party): Pace {
  if (childAges.length === 0) return ADULT_PACE;
  return childAges.some((age) => age < STROLLER_AGE) ? STROLLER_PACE : FAMILY_PACE;
}

/** By place id; a place that lets nobody in tonight has none. */
export function waysTo(places: readonly Place[], question: WaysQuestion): Map<number, Way> {
  const { timetable, origin, pace, from } = question;
  const doors = doorsOf(places, question);
  const byDoor = new Map<number, Way>();
  for (const { leaveFrom, windowS, doors: some } of searchesFor(doors, from)) {
    const found = journeysFrom(timetable, { origin, doors: some, leaveFrom, pace, windowS });
    for (const [key, way] of found) byDoor.set(key, way);
  }
  return byPlace(doors, byDoor);
}

/** A time at which one may arrive at a place; one that lets people in twice a night has two. */
export type PlaceDoor = Door & { placeId: number };

/** The way to each place: through its first door that can be reached in time. */
export function byPlace(doors: readonly PlaceDoor[], byDoor: ReadonlyMap<number, Way>): Map<number, Way> {
  const ways = new Map<number, Way>();
  for (const { key, placeId } of doors) {
    const way = byDoor.get(key);
    const known = ways.get(placeId);
    if (way && (!known || (known.kind === "none" && way.kind === "journeys"))) ways.set(placeId, way);
  }
  return ways;
}

export function doorsOf(
  places: readonly Place[],
  { timeZone, from }: Pick<WaysQuestion, "timeZone" | "from">,
): PlaceDoor[] {
  const doors = places
    .filter(({ kind }) => kind !== "room")
    .flatMap(({ placeId, kind, hours, site }): Omit<PlaceDoor, "key">[] => {
      const door = { placeId, lat: site.lat, lon: site.lon };
      const opening = openingAt(hours, timeZone, from, letsSleep(kind));
      // Nobody told us when: the way is shown, and the call comes first.
      if (opening.kind === "unknown") {
        const isShut = !letsSleep(kind) && isDeepNight(from, timeZone);
        return isShut ? [] : [{ ...door, opens: null, closes: null }];
      }
      return lettingInTonight(hours, timeZone, from, letsSleep(kind)).map((letsIn) => ({
        ...door,
        opens: letsIn.from > from ? letsIn.from : null,
        closes: letsIn.until,
      }));
    });
  return doors.map((door, key) => ({ ...door, key }));
}

type WaysSearch = { leaveFrom: EpochSeconds; windowS: number; doors: Door[] };

/**
 * Each door in the search its own opening asks for, so that a list and a page of one place say the same. A door that is
 * still shut is looked at from a ride before it opens until the window of an open door has passed there.
 */
export function searchesFor(doors: readonly Door[], from: EpochSeconds): WaysSearch[] {
  const searches = new Map<string, WaysSearch>();
  for (const door of doors) {
    const leaveFrom =
      door.opens === null ? from : Math.max(from, Math.floor((door.opens - REACH_S) / SHARED_S) * SHARED_S);
    const windowS = door.opens === null ? WINDOW_S : REACH_S + SHARED_S + WINDOW_S;
    const key = `${leaveFrom} ${windowS}`;
    const search = searches.get(key) ?? { leaveFrom, windowS, doors: [] };
    search.doors.push(door);
    searches.set(key, search);
  }
  return [...searches.values()];
}
