/** The ways to many doors with few searches: one for all that are open or soon will be, one for each two hours after. */
import { isDeepNight } from "~/domain/hours/night";
import { lettingInTonight, openingAt } from "~/domain/hours/opening";
import { asLived, type EpochSeconds, isInTime, type LatLon, type Way } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { Place } from "~/domain/place";
import { letsSleep } from "~/domain/rank";
import { warmRoomsFor } from "~/domain/warm-rooms";
import { coldCurveOf, type Weather } from "~/domain/weather";
import type { Door } from "~/transit/search/doors";
import { journeysInSlices, type Question } from "~/transit/search/journeys";
import { ADULT_PACE, FAMILY_PACE, STROLLER_PACE, type Pace } from "~/transit/timetable/walking";
import type { LoadedTimetable } from "./timetables/load.server";
import { goOn, inTurns, turn } from "./turn.server";

// TRANSIT: from an open door's point of view, leaving within four hours.
const WINDOW_S = 4 * 3600;
// Longer rides and walks than this to a door that is still shut nobody makes; who leaves earlier waits outside it.
const REACH_S = 4 * 3600;
// Doors that open within the same two hours share a search; none depends on which other doors are asked about.
const SHARED_S = 2 * 3600;
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
    await turn();
    const ways = await inTurns(journeysInSlices(loaded.timetable, { ...who, ...asked }), goOn);
    return new Map(asked.doors.map(({ key, closes }) => [key, inTimeAsLived(ways.get(key)!, closes)]));
  };
}

function inTimeAsLived(way: Way, closes: EpochSeconds | null): Way {
  if (way.kind === "none") return way;
  const [first, ...rest] = way.journeys.filter((journey) => isInTime(journey, closes)).map(asLived);
  return first ? { kind: "journeys", journeys: [first, ...rest] } : { kind: "none", reason: "doors-closed" };
}

/** By place id; a place that lets nobody in tonight has none. */
export async function waysTo(places: readonly Place[], going: Going): Promise<Map<number, Way>> {
  const doors = doorsOf(places, going);
  const byDoor = await waysToDoors(doors, going);
  // What is made of the ways is work of its own.
  await turn();
  return byPlace(doors, byDoor);
}

/** To points where one may arrive at any time, in their order. */
export async function waysToPoints(points: readonly LatLon[], going: Going): Promise<Way[]> {
  const doors = points.map(({ lat, lon }, key) => ({ key, lat, lon, opens: null, closes: null }));
  const byDoor = await waysToDoors(doors, going);
  return doors.map(({ key }) => byDoor.get(key)!);
}

async function waysToDoors(doors: readonly Door[], going: Going): Promise<Map<number, Way>> {
  const ask = askingFor(going);
  const byDoor = await waysThrough(doors, going, ask);
  const unreached = doors.filter(({ key }) => byDoor.get(key)!.kind === "none");
  if (going.loaded.asksFirst && unreached.length > 0) {
    // Where one must phone first is no plan for tonight, but better than no way at all.
    const phoning = await waysThrough(unreached, going, (asked) => ask({ ...asked, callFirst: true }));
    for (const [key, way] of phoning) if (way.kind === "journeys") byDoor.set(key, way);
  }
  return byDoor;
}

async function waysThrough(doors: readonly Door[], { from }: Going, ask: Ask): Promise<Map<number, Way>> {
  const byDoor = new Map<number, Way>();
  for (const search of searchesFor(doors, from))
    for (const [key, way] of await ask(search)) byDoor.set(key, way);
  // They shared a search with doors that are still shut; nobody who may come now waits for a bus that long.
  const late = doors.filter(
    ({ key, opens }) => opens === null && leavesAfter(byDoor.get(key)!, from + WINDOW_S),
  );
  if (late.length > 0)
    for (const [key, way] of await ask({ doors: late, leaveFrom: from, windowS: WINDOW_S }))
      byDoor.set(key, way);
  return byDoor;
}

function leavesAfter(way: Way, last: EpochSeconds): boolean {
  const firstRides =
    way.kind === "none" ? [] : way.journeys.map(({ legs }) => legs.find(({ kind }) => kind === "ride"));
  return firstRides.some((ride) => ride !== undefined && ride.departs > last);
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
 * Each door in the search its own opening asks for, so that a list and a page of one place say the same: open doors, and
 * those that open within a ride from now, in the one that starts now. A door that is still shut is looked at from a ride
 * before it opens until the window of an open door has passed there.
 */
export function searchesFor(doors: readonly Door[], from: EpochSeconds): WaysSearch[] {
  const searches = new Map<EpochSeconds, WaysSearch>();
  for (const door of doors) {
    const ride = Math.floor(((door.opens ?? from) - REACH_S) / SHARED_S) * SHARED_S;
    const leaveFrom = Math.max(from, ride);
    const search = searches.get(leaveFrom) ?? {
      leaveFrom,
      windowS: REACH_S + SHARED_S + WINDOW_S,
      doors: [],
    };
    search.doors.push(door);
    searches.set(leaveFrom, search);
  }
  return [...searches.values()];
}
