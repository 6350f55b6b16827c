/** Which stops one can walk to from a point of the street, or to it from them, and how far that is. */
import type { LatLon } from "~/domain/journey";
import type { Doorways } from "~/transit/stations/doorways";
import { eachWithin, type Grid } from "~/transit/timetable/nearby";
import { type Cost, usualSeconds } from "~/transit/stations/pathways";
import type { Timetable } from "~/transit/timetable/timetable";

/** Street metres, and seconds beside them that do not depend on the pace: stairs, an elevator. */
export type Reach = Cost & { stop: number };

type Streets = Pick<Timetable, "grid" | "doorways">;

/**
 * The stops that one gets to with at most `metres` of street, in no order; a stop of a station by the best of its
 * entrances, and not through its walls.
 */
export function stopsNear(
  { grid, doorways }: Streets,
  at: LatLon,
  metres: number,
  stepFree = false,
): Reach[] {
  return reached(grid, doorways && (stepFree ? doorways.stepFreeInto : doorways.into), at, metres);
}

/** The stops from which one gets to the point: pathways may lead one way only. */
export function stopsLeadingTo(
  { grid, doorways }: Streets,
  at: LatLon,
  metres: number,
  stepFree = false,
): Reach[] {
  return reached(grid, doorways && (stepFree ? doorways.stepFreeOut : doorways.out), at, metres);
}

export function reached(grid: Grid, doorways: Doorways | null, at: LatLon, limitM: number): Reach[] {
  const reach: Reach[] = [];
  eachWithin(grid, at, limitM, (stop, metres) => {
    if (!doorways || doorways.only[stop] === 0) reach.push({ stop, metres, fixedS: 0 });
  });
  if (!doorways) return reach;
  const best = new Map<number, Reach>();
  eachWithin(doorways.grid, at, limitM, (entrance, far) => {
    for (let i = doorways.first[entrance]!; i < doorways.first[entrance + 1]!; i++) {
      const way = { stop: doorways.stop[i]!, metres: far + doorways.metres[i]!, fixedS: doorways.fixedS[i]! };
      const known = best.get(way.stop);
      if (!known || usualSeconds(way) < usualSeconds(known)) best.set(way.stop, way);
    }
  });
  return [...reach, ...best.values()];
}
