/** The line ridden between two stops of a trip: the part of its shape between them, else stop to stop. */
import type { LatLon } from "~/domain/journey";
import type { Timetable } from "~/transit/timetable";

// A bus may go a long way round between two stops, but a shape point this much farther along is another pass.
const LOOK_AHEAD_FACTOR = 3;
const LOOK_AHEAD_M = 1_000;
const METRES_PER_DEGREE = 111_195;

export function ridePath(
  timetable: Timetable,
  trip: number,
  boardedAt: number,
  alightedAt: number,
): LatLon[] {
  const { trips, times, stops, shapes } = timetable;
  const stopAt = (at: number): LatLon => ({
    lat: stops.lat[times.stop[at]!]!,
    lon: stops.lon[times.stop[at]!]!,
  });
  const shape = trips.shape[trip]!;
  if (shape < 0 || shapes.first[shape + 1]! - shapes.first[shape]! < 2) {
    return Array.from({ length: alightedAt - boardedAt + 1 }, (_, i) => stopAt(boardedAt + i));
  }
  const first = trips.first[trip]!;
  let point = shapes.first[shape]!;
  let begin = point;
  let before = stopAt(first);
  // All stops from the first on are followed along the shape, so that a loop is left on the right pass.
  for (let at = first; at <= alightedAt; at++) {
    const stop = stopAt(at);
    point = nearestAhead(
      timetable,
      shape,
      point,
      stop,
      at === first ? Infinity : metresBetween(before, stop),
    );
    if (at === boardedAt) begin = point;
    before = stop;
  }
  const path: LatLon[] = [stopAt(boardedAt)];
  for (let i = begin + 1; i < point; i++) path.push({ lat: shapes.lat[i]!, lon: shapes.lon[i]! });
  path.push(stopAt(alightedAt));
  return path;
}

function nearestAhead(
  { shapes }: Timetable,
  shape: number,
  from: number,
  stop: LatLon,
  straightM: number,
): number {
  const until = shapes.first[shape + 1]!;
  const reachM = LOOK_AHEAD_FACTOR * straightM + LOOK_AHEAD_M;
  let [best, bestM, travelledM] = [from, Infinity, 0];
  for (let i = from; i < until && (travelledM <= reachM || bestM === Infinity); i++) {
    const point = { lat: shapes.lat[i]!, lon: shapes.lon[i]! };
    const far = metresBetween(point, stop);
    if (far < bestM) [best, bestM] = [i, far];
    if (i + 1 < until)
      travelledM += metresBetween(point, { lat: shapes.lat[i + 1]!, lon: shapes.lon[i + 1]! });
  }
  return best;
}

// Flat is exact enough for the distances between stops, and this is done for each point of a line.
function metresBetween(a: LatLon, b: LatLon): number {
  const x = (b.lon - a.lon) * Math.cos((a.lat * Math.PI) / 180);
  return METRES_PER_DEGREE * Math.hypot(b.lat - a.lat, x);
}
