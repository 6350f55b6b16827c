/** Other ways to one place than the best one: the next, the one with fewer buses, the last of the night. */
import { fewerBusesThan, lastToLeave, laterThan } from "~/domain/choosing";
import type { EpochSeconds, Journey, Way } from "~/domain/journey";
import { hasHours } from "~/domain/hours/opening";
import { morningAfter } from "~/domain/hours/night";
import type { Place } from "~/domain/place";
import { askingFor, byPlace, doorsOf, type Going, searchesFor } from "./ways.server";

/** Searched again from just after the best one's start. */
export async function laterChoice(place: Place, best: Journey, going: Going): Promise<Journey | null> {
  // Who walks all the way leaves when they like.
  if (best.boardings === 0) return null;
  const doors = doorsOf([place], going);
  const byDoor = await askingFor(going)({ doors, leaveFrom: best.leaveBy + 60, laterS: Infinity });
  return laterThan(best, byPlace(doors, byDoor).get(place.placeId));
}

export async function fewerBuses(place: Place, best: Journey, going: Going): Promise<Journey | null> {
  if (best.boardings < 2) return null;
  const doors = doorsOf([place], going);
  const ask = askingFor(going);
  const byDoor = new Map<number, Way>();
  for (const search of searchesFor(doors, going.from))
    for (const [key, way] of await ask({ ...search, aim: "fewest-rides", laterS: Infinity }))
      byDoor.set(key, way);
  return fewerBusesThan(best, byPlace(doors, byDoor).get(place.placeId));
}

// A night: the doors of an evening are looked at, and those that close the next morning.
const LONGEST_S = 14 * 3600;
const STEP_S = 4 * 3600;
// Leaving in one step, one may board in the next: the longest access walk, slowly, and the wait before the bus.
const ACCESS_S = 1800;

/**
 * The last moment to go that still arrives while they let people in, and before the morning: nobody goes to sleep, or
 * warms up for the night, at half past six. null where they always do, where one may walk there all night, or nothing arrives.
 */
export async function lastChance(place: Place, going: Going): Promise<Journey | null> {
  const ask = askingFor(going);
  const morning = morningAfter(going.from, going.timeZone);
  for (const known of doorsOf([place], going).toReversed()) {
    const isAllNight = hasHours(place.hours) && (known.closes ?? Infinity) > morning;
    const closes = isAllNight ? morning : known.closes;
    if (closes === null) continue;
    const door = { ...known, closes };
    const earliest = Math.max(going.from, closes - LONGEST_S);
    // From the end backwards: mostly the last buses are found at once, and no search is longer than others.
    for (let until = closes; until > earliest; until -= STEP_S) {
      const leaveFrom: EpochSeconds = Math.max(earliest, until - STEP_S);
      const windowS = until - leaveFrom + ACCESS_S;
      const ways = await ask({ doors: [door], leaveFrom, windowS, aim: "latest-leave", laterS: Infinity });
      const last = lastToLeave(ways.get(door.key));
      if (last) return isAllNight && last.boardings === 0 ? null : last;
    }
  }
  return null;
}
