/** Which stops one can walk to from a point of the street, and how far that is. */
import type { LatLon } from "~/domain/journey";
import { within } from "~/transit/timetable/nearby";
import type { Timetable } from "~/transit/timetable/timetable";

/** Street metres, and seconds beside them that do not depend on the pace: stairs, an elevator. */
export type Reach = { stop: number; metres: number; fixedS: number };

/** The stops at most `metres` of street away, in no order. */
export function stopsNear(
  { grid }: Pick<Timetable, "grid">,
  at: LatLon,
  metres: number,
  _stepFree = false,
): Reach[] {
  return within(grid, at, metres).map((near) => ({ stop: near.index, metres: near.metres, fixedS: 0 }));
}
