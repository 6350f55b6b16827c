/** Which of some named points is nearest. */
import { metresBetween } from "~/domain/geo";
import type { LatLon } from "~/domain/journey";

/** Null where there are none. */
export function nearestOf<Point extends LatLon>(points: readonly Point[], at: LatLon): Point | null {
  let nearest: Point | null = null;
  for (const point of points) {
    if (!nearest || metresBetween(point, at) < metresBetween(nearest, at)) nearest = point;
  }
  return nearest;
}
