/** The ways to many doors with few searches: one for all that are open, one for each half hour at which others open. */
import { isDeepNight } from "~/domain/hours/night";
import { lettingInTonight, openingAt } from "~/domain/hours/opening";
import type { EpochSeconds, LatLon, Way } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { Place } from "~/domain/place";
import { letsSleep } from "~/domain/rank";
import { warmRoomsFor } from "~/domain/warm-rooms";
import { coldCurveOf, type Weather } from "~/domain/weather";
import type { Door } from "~/transit/search/doors";
import { journeysFrom, prepare, type Question } from "~/transit/search/journeys";
import { ADULT_PACE, FAMILY_PACE, STROLLER_PACE, type Pace } from "~/transit/timetable/walking";
import type { LoadedTimetable } from "./timetables/load.server";
import { inTurns, turn } from "./turn.server";

// TRANSIT: from an open door's point of view, leaving within four hours.
const WINDOW_S = 4 * 3600;
// Longer rides and walks than this to a door that is still shut nobody makes; who leaves earlier waits outside it.
const REACH_S = 4 * 3600;
// Doors that open within the same half hour share a search; none depends on which other doors are asked about.
const SHARED_S = 1800;
const STROLLER_AGE = 4;

/** Who goes, from where and when, and what is known that night: it stays the same until the answer is whole. */
export type Going = {
  loaded: LoadedTimetable;
  /** Every place of the region: some are warm on the way. */
  places: readonly Place[];
  weather: Weather;
  timeZone: string;
  party: Party;
  origin: LatLon;
  from: EpochSeconds;
};

type Asked = Pick<Question, "doors" | "leaveFrom" | "windowS" | "laterS" | "aim" | "callFirst">;
/** One search, in its turn. */
export type Ask = (asked: Asked) => Promise<Map<number, Way>>;

/** Under four years a child is carried or pushed half of the way. */
export function paceOf({ childAges }: Party): Pace {
  if (childAges.length === 0) return ADULT_PACE;
  return childAges.some((age) => age < STROLLER_AGE) ? STROLLER_PACE : FAMILY_PACE;
}

/** How every search for this party is made. */
export function askingFor(going: Going): Ask {
  const { loaded, places, weather, party, origin } = going;
  const who = {
    origin,
    pace: paceOf(party),
    wheelchair: party.wheelchair,
    coldWeight: coldCurveOf(weather),
    rooms: warmRoomsFor(party, places, going),
  };
  return async (asked) => {
    const question = { ...who, ...asked };
    await turn();
    await inTurns(prepare(loaded.timetable, question));
    return journeysFrom(loaded.timetable, question);
  };
}

/** By place id; a place that lets nobody in tonight has none. */
export async function waysTo(places: readonly Place[], going: Going): Promise<Map<number, Way>> {
  const doors = doorsOf(places, going);
  const ask = askingFor(going);
  const byDoor = new Map<number, Way>();
  for (const search of searchesFor(doors, going.from))
    for (const [key, way] of await ask(search)) byDoor.set(key, way);
  // Where one must phone first is no plan for tonight, but better than no way at all.
  const unreached = doors.filter(({ key }) => byDoor.get(key)!.kind === "none");
  if (going.loaded.asksFirst)
    for (const search of searchesFor(unreached, going.from))
      for (const [key, way] of await ask({ ...search, callFirst: true }))
        if (way.kind === "journeys") byDoor.set(key, way);
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
  { timeZone, from }: Pick<Going, "timeZone" | "from">,
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

export type WaysSearch = { leaveFrom: EpochSeconds; windowS: number; doors: Door[] };

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
