/** Each route as lines on a map: its patterns merged where they follow the same street, simplified to about 20 m. */
import type { RouteName } from "~/domain/journey";
import type { Timetable } from "~/transit/timetable/timetable";

export type Path = [lon: number, lat: number][];
export type RouteLine = { route: RouteName; estimated: boolean; paths: Path[] };

const METRES_PER_DEGREE = 111_195;
const TOLERANCE_M = 20;
// Two directions of one street are drawn once: wider than a boulevard, narrower than a block.
const SAME_STREET_M = 45;
const SAMPLE_M = 20;

export function routeLines(timetable: Timetable): RouteLine[] {
  const patterns = patternsOf(timetable);
  return sameLines(timetable.routes).flatMap((routes) => {
    const { name, estimated } = timetable.routes[routes[0]!]!;
    const driven = routes.flatMap((route) => patterns[route]!);
    const paths = mergedPaths(driven).map((path) => simplified(path, TOLERANCE_M));
    return paths.length > 0 ? [{ route: name, estimated, paths }] : [];
  });
}

/** Indices of routes that are one line to who reads a map: a feed and the next one both have it, in other colors. */
function sameLines(routes: Timetable["routes"]): number[][] {
  const lines = new Map<string, number[]>();
  for (const [index, { name, agency, estimated }] of routes.entries()) {
    const line = JSON.stringify([agency, name.shortName, name.longName, estimated]);
    lines.set(line, [...(lines.get(line) ?? []), index]);
  }
  return [...lines.values()];
}

/** The different lines of each route, the one with most trips first. */
function patternsOf({ routes, trips, times, stops, shapes }: Timetable): Path[][] {
  const seen: Map<string, { trips: number; path: () => Path }>[] = routes.map(() => new Map());
  for (let trip = 0; trip < trips.first.length; trip++) {
    const shape = trips.shape[trip]!;
    const [first, length] = [trips.first[trip]!, trips.length[trip]!];
    const called = times.stop.subarray(first, first + length);
    const key = shape >= 0 ? String(shape) : called.join();
    const known = seen[trips.route[trip]!]!.get(key);
    if (known) {
      known.trips++;
      continue;
    }
    const path = (): Path =>
      shape >= 0
        ? pathOf(shapes.lat, shapes.lon, shapes.first[shape]!, shapes.first[shape + 1]!)
        : Array.from(called, (stop) => [stops.lon[stop]!, stops.lat[stop]!]);
    seen[trips.route[trip]!]!.set(key, { trips: 1, path });
  }
  return seen.map((byKey) =>
    [...byKey.values()].toSorted((a, b) => b.trips - a.trips).map((pattern) => pattern.path()),
  );
}

function pathOf(lat: Float32Array, lon: Float32Array, from: number, until: number): Path {
  return Array.from({ length: until - from }, (_, i) => [rounded(lon[from + i]!), rounded(lat[from + i]!)]);
}

// Five decimals are a metre; a 32-bit number knows no more.
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

/** What each path adds to those before it, in pieces. */
function mergedPaths(paths: Path[]): Path[] {
  const drawn = new Set<string>();
  const merged: Path[] = [];
  for (const path of paths) {
    const points = sampled(path);
    let piece: Path = [];
    const pieces: Path[] = [];
    points.forEach((point, i) => {
      if (isNear(drawn, point)) {
        if (piece.length > 0) pieces.push([...piece, point]);
        piece = [];
      } else {
        if (piece.length === 0 && i > 0) piece.push(points[i - 1]!);
        piece.push(point);
      }
    });
    if (piece.length > 1) pieces.push(piece);
    for (const point of points) drawn.add(cellOf(point, 0, 0));
    merged.push(...pieces);
  }
  return merged;
}

/** The path with points so close that none of its streets is jumped over. */
function sampled(path: Path): Path {
  const points: Path = [];
  path.forEach((to, i) => {
    const from = path[i - 1];
    const steps = from ? Math.ceil(metresBetween(from, to) / SAMPLE_M) : 1;
    for (let step = 1; step <= steps; step++) {
      const share = step / steps;
      points.push(from ? [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])] : to);
    }
  });
  return points;
}

function isNear(drawn: Set<string>, point: [number, number]): boolean {
  for (const x of [0, -1, 1]) for (const y of [0, -1, 1]) if (drawn.has(cellOf(point, x, y))) return true;
  return false;
}

function cellOf([lon, lat]: [number, number], x: number, y: number): string {
  const size = SAME_STREET_M / METRES_PER_DEGREE;
  const narrowing = Math.cos((Math.round(lat) * Math.PI) / 180);
  return `${Math.floor((lon * narrowing) / size) + x},${Math.floor(lat / size) + y}`;
}

function metresBetween(a: [number, number], b: [number, number]): number {
  return METRES_PER_DEGREE * Math.hypot(b[1] - a[1], (b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180));
}

/** Douglas and Peucker: the fewest of its points so that none was farther than the tolerance from the line. */
export function simplified(path: Path, toleranceM: number): Path {
  if (path.length < 3) return path;
  const [first, last] = [path[0]!, path.at(-1)!];
  let [farthest, farM] = [0, 0];
  for (let i = 1; i < path.length - 1; i++) {
    const far = metresToSegment(path[i]!, first, last);
    if (far > farM) [farthest, farM] = [i, far];
  }
  if (farM <= toleranceM) return [first, last];
  const head = simplified(path.slice(0, farthest + 1), toleranceM);
  return [...head, ...simplified(path.slice(farthest), toleranceM).slice(1)];
}

function metresToSegment(point: [number, number], a: [number, number], b: [number, number]): number {
  const narrowing = Math.cos((a[1] * Math.PI) / 180);
  const [dx, dy] = [(b[0] - a[0]) * narrowing, b[1] - a[1]];
  const [px, py] = [(point[0] - a[0]) * narrowing, point[1] - a[1]];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return METRES_PER_DEGREE * Math.hypot(px - share * dx, py - share * dy);
}
