/** The ways to many doors with few searches: one for all that open soon, one more for each later part of the night. */
import { lettingIn, openingAt } from "~/domain/hours/opening";
import type { EpochSeconds, LatLon, Way } from "~/domain/journey";
import type { Party } from "~/domain/party";
import type { Place } from "~/domain/place";
import type { Door } from "~/transit/doors";
import { journeysFrom } from "~/transit/journeys";
import type { Timetable } from "~/transit/timetable";
import { ADULT_PACE, FAMILY_PACE, STROLLER_PACE, type Pace } from "~/transit/walking";

// Departures later than this after the start are a search of their own.
const WINDOW_S = 4 * 3600;
// A ride and two walks take less; who leaves earlier for a door would wait outside it.
const BEFORE_DOORS_OPEN_S = 90 * 60;
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
  const { timetable, origin, pace } = question;
  const ways = new Map<number, Way>();
  for (const { leaveFrom, doors } of searchesFor(doorsOf(places, question), question.from)) {
    for (const [key, way] of journeysFrom(timetable, { origin, doors, leaveFrom, pace, windowS: WINDOW_S })) {
      ways.set(key, way);
    }
  }
  return ways;
}

export function doorsOf(
  places: readonly Place[],
  { timeZone, from }: Pick<WaysQuestion, "timeZone" | "from">,
): Door[] {
  return places.flatMap(({ placeId, kind, hours, site }) => {
    if (kind === "room") return [];
    const opening = openingAt(hours, timeZone, from);
    const door = { key: placeId, lat: site.lat, lon: site.lon };
    // Nobody told us when: the way is shown, and the call comes first.
    if (opening.kind === "unknown") return [{ ...door, opens: null, closes: null }];
    const letsIn = lettingIn(opening);
    if (!letsIn) return [];
    return [{ ...door, opens: letsIn.from > from ? letsIn.from : null, closes: letsIn.until }];
  });
}

/** Each door in the first search whose departures reach it. */
export function searchesFor(
  doors: readonly Door[],
  from: EpochSeconds,
): { leaveFrom: EpochSeconds; doors: Door[] }[] {
  const searches: { leaveFrom: EpochSeconds; doors: Door[] }[] = [];
  for (const door of doors.toSorted((a, b) => (a.opens ?? from) - (b.opens ?? from))) {
    const opens = door.opens ?? from;
    const last = searches.at(-1);
    if (last && opens <= last.leaveFrom + WINDOW_S) last.doors.push(door);
    else
      searches.push({
        leaveFrom: Math.max(from, opens <= from + WINDOW_S ? from : opens - BEFORE_DOORS_OPEN_S),
        doors: [door],
      });
  }
  return searches;
}
