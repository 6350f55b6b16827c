/** A walk of a journey as it is told: street metres, and seconds at the party's pace. */
import type { LatLon } from "~/domain/journey";
import type { Footpaths } from "~/transit/timetable/footpaths";
import { type Reach, stopsLeadingTo, stopsNear } from "~/transit/timetable/reach";
import type { Timetable } from "~/transit/timetable/timetable";
import { type Pace, walkMetres, walkSeconds } from "~/transit/timetable/walking";

export type OnFoot = { metres: number; walkS: number };

type Walker = { timetable: Timetable; footpaths: Footpaths; pace: Pace; wheelchair: boolean };

/** From where one gets off to where one gets on: as the street or the station's pathways lead. */
export function walkToStop(walker: Walker, from: number, to: number): OnFoot {
  const { footpaths, pace, timetable } = walker;
  for (let path = footpaths.first[to]!; path < footpaths.first[to + 1]!; path++)
    if (footpaths.from[path] === from)
      return onFoot({ metres: footpaths.metres[path]!, fixedS: footpaths.fixedS[path]! }, pace);
  return straight(walker, stopAt(timetable, from), stopAt(timetable, to));
}

/** Into a room near the stop, and out of one to it. */
export function walkIntoRoom(walker: Walker, stop: number, room: LatLon): OnFoot {
  return walkAmong(walker, stopsLeadingTo(walker.timetable, room, ...limits(walker)), stop, room);
}

export function walkOutOfRoom(walker: Walker, room: LatLon, stop: number): OnFoot {
  return walkAmong(walker, stopsNear(walker.timetable, room, ...limits(walker)), stop, room);
}

function limits({ timetable, wheelchair }: Walker): [metres: number, stepFree: boolean] {
  return [timetable.walking.linkM, wheelchair];
}

function walkAmong(walker: Walker, near: Reach[], stop: number, room: LatLon): OnFoot {
  const reach = near.find((other) => other.stop === stop);
  return reach ? onFoot(reach, walker.pace) : straight(walker, room, stopAt(walker.timetable, stop));
}

export function onFoot({ metres, fixedS }: Pick<Reach, "metres" | "fixedS">, pace: Pace): OnFoot {
  return { metres, walkS: walkSeconds(metres, pace) + fixedS };
}

function straight({ timetable, pace }: Walker, from: LatLon, to: LatLon): OnFoot {
  return onFoot({ metres: walkMetres(from, to, timetable.walking.detour), fixedS: 0 }, pace);
}

function stopAt({ stops }: Timetable, stop: number): LatLon {
  return { lat: stops.lat[stop]!, lon: stops.lon[stop]! };
}
