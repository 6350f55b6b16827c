/** The first questions of a process take many times as long as later ones: they are asked here, the smallest first. */
import { inTurns, turn } from "~/data/turn.server";
import type { EpochSeconds } from "~/domain/journey";
import { journeysFrom, prepare } from "~/transit/search/journeys";
import { localDay, serviceDayStart } from "~/transit/timetable/service-day";
import type { Timetable } from "~/transit/timetable/timetable";
import { ADULT_PACE, FAMILY_PACE, STROLLER_PACE } from "~/transit/timetable/walking";

const PACES = [FAMILY_PACE, ADULT_PACE, STROLLER_PACE] as const;
const HOURS = 24;
const WINDOW_S = 1800;
// What is searched reaches so far beyond the window.
const SEARCHED_H = 5;
const DOORS = 10;

/** From the quietest hours of the day to the busiest, so that no slow question is a long one as well. */
export async function warmUp(timetable: Timetable, now: EpochSeconds): Promise<void> {
  const { lat, lon } = timetable.stops;
  if (lat.length === 0) return;
  const stopAt = (share: number) => {
    const stop = Math.floor(share * lat.length);
    return { lat: lat[stop]!, lon: lon[stop]! };
  };
  const open = { opens: null, closes: null };
  const doors = Array.from({ length: DOORS }, (_, key) => ({ key, ...stopAt(key / DOORS), ...open }));
  const midnight = serviceDayStart(localDay(now, timetable.timeZone), timetable.timeZone);
  for (const [round, hour] of quietFirst(timetable).entries()) {
    const leaveFrom = midnight + hour * 3600;
    const pace = PACES[round % PACES.length];
    const question = { origin: stopAt(round / HOURS), doors, leaveFrom, windowS: WINDOW_S, pace };
    await inTurns(prepare(timetable, question));
    await turn();
    journeysFrom(timetable, question);
  }
}

/** By the rides of all services together: which day it is does not matter here. */
function quietFirst({ trips, times }: Timetable): number[] {
  const rides = new Int32Array(HOURS);
  for (const [trip, first] of trips.first.entries()) {
    const hour = Math.floor((times.depart[first]! + trips.offsetS[trip]!) / 3600);
    rides[hour % HOURS]! += trips.length[trip]!;
  }
  const during = (hour: number) =>
    Array.from({ length: SEARCHED_H }, (_, i) => rides[(hour + i) % HOURS]!).reduce((a, b) => a + b);
  return Array.from({ length: HOURS }, (_, hour) => hour).toSorted((a, b) => during(a) - during(b));
}
