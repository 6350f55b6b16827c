/** The first questions of a process take many times as long as later ones: they are asked here, the smallest first. */
import { inTurns, turn } from "~/data/turn.server";
import type { EpochSeconds, WarmRoom } from "~/domain/journey";
import type { Door } from "~/transit/search/doors";
import { journeysFrom, prepare } from "~/transit/search/journeys";
import { localDay, serviceDayStart } from "~/transit/timetable/service-day";
import type { Timetable } from "~/transit/timetable/timetable";
import { ADULT_PACE, FAMILY_PACE, STROLLER_PACE } from "~/transit/timetable/walking";

const PACES = [FAMILY_PACE, ADULT_PACE, STROLLER_PACE] as const;
const HOURS = 24;
// The quietest few again and again, until what they need is compiled: then no long question is a slow one as well.
const QUIETEST = 4;
const TIMES = 4;
const WINDOW_S = 1800;
// What is searched reaches so far beyond the window.
const SEARCHED_H = 5;
const DOORS = 30;

/** From the quietest hours of the day to the busiest, about few doors first: half a second in small pieces. */
export async function warmUp(timetable: Timetable, now: EpochSeconds): Promise<void> {
  if (timetable.stops.lat.length === 0) return;
  const midnight = serviceDayStart(localDay(now, timetable.timeZone), timetable.timeZone);
  const hours = quietFirst(timetable);
  const quietest = Array.from({ length: TIMES }, () => hours.slice(0, QUIETEST)).flat();
  for (const [round, hour] of [...quietest, ...hours].entries()) {
    const leaveFrom = midnight + hour * 3600;
    const question = {
      ...doorsAndRooms(timetable, leaveFrom, Math.min(round + 1, DOORS)),
      origin: stopAt(timetable, (round % HOURS) / HOURS),
      leaveFrom,
      windowS: WINDOW_S,
      pace: PACES[round % PACES.length],
    };
    await turn();
    await inTurns(prepare(timetable, question));
    journeysFrom(timetable, question);
  }
}

/** Of every kind there is: open, opening later, closing, near a stop. */
function doorsAndRooms(
  timetable: Timetable,
  from: EpochSeconds,
  many: number,
): { doors: Door[]; rooms: WarmRoom[] } {
  const places = Array.from({ length: many }, (_, key) => ({ key, ...stopAt(timetable, key / DOORS) }));
  const doors = places.map(({ key, lat, lon }) => {
    const opens = key % 3 === 0 ? from + (key % 4) * 3600 : null;
    return { key, lat: lat + 0.001, lon, opens, closes: key % 2 === 0 ? from + 5 * 3600 : null };
  });
  const open = [{ from: from - 3600, until: from + 4 * 3600 }];
  const rooms = places.map(({ key, lat, lon }) => ({ roomKey: key, name: "", lat, lon: lon + 0.001, open }));
  return { doors, rooms };
}

function stopAt({ stops: { lat, lon } }: Timetable, share: number): { lat: number; lon: number } {
  const stop = Math.floor(share * lat.length);
  return { lat: lat[stop]!, lon: lon[stop]! };
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
