/** The line ridden between two stops of a trip: the part of its shape between them, else stop to stop. */
import type { LatLon } from "~/domain/journey";
import type { Timetable } from "~/transit/timetable/timetable";

// A bus may go a long way round between two stops, but a shape point this much farther along is another pass.
const LOOK_AHEAD_FACTOR = 3;
const LOOK_AHEAD_M = 1_000;
const METRES_PER_DEGREE = 111_195;

/** Where the stops of a pattern lie along a shape: for each stop, the nearest point of it. Found once, then kept. */
export type Placed = { stops: Int32Array; points: Int32Array };

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
  if (shape < 0 || shapes.first[shape + 1]! - shapes.first[shape]! < 2)
    return Array.from({ length: alightedAt - boardedAt + 1 }, (_, i) => stopAt(boardedAt + i));
  const first = trips.first[trip]!;
  const { points } = placedOn(timetable, shape, times.stop.subarray(first, first + trips.length[trip]!));
  const path: LatLon[] = [stopAt(boardedAt)];
  for (let i = points[boardedAt - first]! + 1; i < points[alightedAt - first]!; i++)
    path.push({ lat: shapes.lat[i]!, lon: shapes.lon[i]! });
  path.push(stopAt(alightedAt));
  return path;
}

function placedOn(timetable: Timetable, shape: number, called: Int32Array): Placed {
  const onShape = timetable.placed.get(shape) ?? [];
  const known = onShape.find(
    ({ stops }) => stops.length === called.length && stops.every((s, i) => s === called[i]),
  );
  if (known) return known;
  const placed = { stops: called.slice(), points: place(timetable, shape, called) };
  timetable.placed.set(shape, [...onShape, placed]);
  return placed;
}

/** Follows the shape from stop to stop, so that a loop is left on the right pass. */
function place({ shapes, stops }: Timetable, shape: number, called: Int32Array): Int32Array {
  const until = shapes.first[shape + 1]!;
  let point = shapes.first[shape]!;
  let reachM = Infinity;
  return called.map((stop, i) => {
    const [lat, lon] = [stops.lat[stop]!, stops.lon[stop]!];
    let [bestM, travelledM] = [Infinity, 0];
    for (let p = point, from = point; p < until && travelledM <= reachM; p++) {
      travelledM += metresBetween(shapes.lat[from]!, shapes.lon[from]!, shapes.lat[p]!, shapes.lon[p]!);
      from = p;
      const far = metresBetween(shapes.lat[p]!, shapes.lon[p]!, lat, lon);
      if (far < bestM) [bestM, point] = [far, p];
    }
    const next = called[i + 1] ?? stop;
    reachM = LOOK_AHEAD_FACTOR * metresBetween(lat, lon, stops.lat[next]!, stops.lon[next]!) + LOOK_AHEAD_M;
    return point;
  });
}

// Flat is exact enough for the distances between stops, and this is done for each point of a line.
function metresBetween(latA: number, lonA: number, latB: number, lonB: number): number {
  const x = (lonB - lonA) * Math.cos((latA * Math.PI) / 180);
  const y = latB - latA;
  return METRES_PER_DEGREE * Math.sqrt(x * x + y * y);
}
