/** Which points lie within a walk: a grid of small cells, looked through around a point. */
import type { LatLon } from "~/domain/journey";
import { USUAL_WALKING, walkMetres } from "~/transit/timetable/walking";

/** An index of a point, and the street metres to it. */
export type Near = { index: number; metres: number };

// About 440 m: a walking link looks at nine cells or fewer, an access walk at about forty.
const CELL_DEGREES = 0.004;
const METRES_PER_DEGREE = 111_000;

export type Grid = { lat: Float64Array; lon: Float64Array; cells: Map<number, number[]>; detour: number };

export function gridOf(lat: Float64Array, lon: Float64Array, detour = USUAL_WALKING.detour): Grid {
  const cells = new Map<number, number[]>();
  for (let index = 0; index < lat.length; index++) {
    const key = keyOf(cellOf(lat[index]!), cellOf(lon[index]!));
    const cell = cells.get(key);
    if (cell) cell.push(index);
    else cells.set(key, [index]);
  }
  return { lat, lon, cells, detour };
}

/** The points at most `metres` of street away, in no order. */
export function within(grid: Grid, at: LatLon, metres: number): Near[] {
  const found: Near[] = [];
  eachWithin(grid, at, metres, (index, far) => found.push({ index, metres: far }));
  return found;
}

/** The same without an object for each: there are half a million such pairs in a large region. */
export function eachWithin(
  { lat, lon, cells, detour }: Grid,
  at: LatLon,
  metres: number,
  visit: (index: number, metres: number) => void,
): void {
  // A degree of latitude is at least 110.5 km on the sphere used: the box holds every point of the circle.
  const latReach = metres / detour / METRES_PER_DEGREE;
  const widest = Math.min(Math.abs(at.lat) + latReach, 89);
  const lonReach = latReach / Math.cos((widest * Math.PI) / 180);
  for (let row = cellOf(at.lat - latReach); row <= cellOf(at.lat + latReach); row++) {
    for (let column = cellOf(at.lon - lonReach); column <= cellOf(at.lon + lonReach); column++) {
      for (const index of cells.get(keyOf(row, column)) ?? []) {
        const there = { lat: lat[index]!, lon: lon[index]! };
        if (Math.abs(there.lat - at.lat) > latReach || Math.abs(there.lon - at.lon) > lonReach) continue;
        const far = walkMetres(at, there, detour);
        if (far <= metres) visit(index, far);
      }
    }
  }
}

function cellOf(degrees: number): number {
  return Math.floor(degrees / CELL_DEGREES);
}

function keyOf(row: number, column: number): number {
  return row * 1_000_000 + column;
}
