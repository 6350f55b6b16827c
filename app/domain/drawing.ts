/**
 * The drawn map of an answer: places, bus lines, the warmest way and you, as numbers small enough for a first view.
 * Plane coordinates in pixels of a fixed frame; x to the east, y to the south.
 */
import { bboxClip, lineString, multiLineString, simplify } from "@turf/turf";
import type { Journey, LatLon, Leg, RouteName } from "~/domain/journey";
import type { PlaceKind } from "~/domain/place";

type LonLat = [lon: number, lat: number];
type Pixel = [x: number, y: number];

export type Sketch = {
  origin: LatLon;
  pins: (LatLon & { number: number; kind: PlaceKind })[];
  /** The way drawn thick. */
  way: Journey | null;
  /** Lines of the region; those ridden in `used` (by short name) are drawn first and kept longest. */
  lines: { route: RouteName; paths: LonLat[][] }[];
  used: ReadonlySet<string>;
  outline: LonLat[][];
};

export type DrawnLine = { d: string; color: string; label: string; at: Pixel | null };

export type Drawing = {
  width: number;
  height: number;
  outline: string;
  lines: DrawnLine[];
  ride: string;
  walk: string;
  pins: { number: number; kind: PlaceKind; at: Pixel }[];
  you: Pixel;
};

const WIDTH = 360;
const HEIGHT = 200;
const MARGIN = 26;
// A family on foot wants to see its own blocks: never closer than this, or one corner fills the map.
const SMALLEST_SPAN_DEGREES = 0.012;
// With this much path the drawing stays under 3 KB compressed (tests/browser weighs it).
const MOST_PATH_CHARACTERS = 4_000;
const MOST_LINES = 8;

export function drawingOf(sketch: Sketch): Drawing {
  const frame = frameAround([sketch.origin, ...sketch.pins]);
  const legs = sketch.way?.legs ?? [];
  return {
    width: WIDTH,
    height: HEIGHT,
    outline: pathOf(clipped(sketch.outline, frame, 2), frame),
    lines: drawnLines(sketch, frame),
    ride: pathOf(clipped(legs.filter(isRide).map(lonLats), frame, 1), frame),
    walk: pathOf(clipped(legs.filter((leg) => !isRide(leg)).map(lonLats), frame, 1), frame),
    pins: apart(sketch.pins.map((pin) => ({ number: pin.number, kind: pin.kind, at: frame.toPixel(pin) }))),
    you: frame.toPixel(sketch.origin),
  };
}

type Frame = {
  toPixel(point: LatLon): Pixel;
  /** West, south, east, north. */
  bbox: [number, number, number, number];
  degreesPerPixel: number;
};

function frameAround(points: LatLon[]): Frame {
  const lats = points.map(({ lat }) => lat);
  const lons = points.map(({ lon }) => lon);
  const [south, north, west, east] = [
    Math.min(...lats),
    Math.max(...lats),
    Math.min(...lons),
    Math.max(...lons),
  ];
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 };
  const squeeze = Math.cos((middle.lat * Math.PI) / 180);
  // Latitude degrees a pixel stands for: whichever of width and height needs more.
  const perPixel = Math.max(
    (Math.max(east - west, SMALLEST_SPAN_DEGREES) * squeeze) / (WIDTH - 2 * MARGIN),
    Math.max(north - south, SMALLEST_SPAN_DEGREES / 2) / (HEIGHT - 2 * MARGIN),
  );
  const halfWide = (WIDTH / 2) * (perPixel / squeeze);
  const halfHigh = (HEIGHT / 2) * perPixel;
  return {
    bbox: [middle.lon - halfWide, middle.lat - halfHigh, middle.lon + halfWide, middle.lat + halfHigh],
    degreesPerPixel: perPixel,
    toPixel: ({ lat, lon }) => [
      Math.round(WIDTH / 2 + ((lon - middle.lon) * squeeze) / perPixel),
      Math.round(HEIGHT / 2 - (lat - middle.lat) / perPixel),
    ],
  };
}

function drawnLines({ lines, used }: Sketch, frame: Frame): DrawnLine[] {
  const inFrame = lines
    .map((line) => ({ ...line, runs: clipped(line.paths, frame, 2), isUsed: used.has(line.route.shortName) }))
    .filter(({ runs }) => runs.length > 0)
    .sort((a, b) => Number(b.isUsed) - Number(a.isUsed));
  const drawn: DrawnLine[] = [];
  let characters = 0;
  for (const { route, runs } of inFrame.slice(0, MOST_LINES)) {
    const d = pathOf(runs, frame);
    characters += d.length;
    if (characters > MOST_PATH_CHARACTERS && drawn.length > 0) break;
    drawn.push({ d, color: route.color, label: route.shortName, at: labelSpot(runs, frame, drawn) });
  }
  return drawn;
}

/** The runs of some paths inside the frame, simplified to `pixels`. */
function clipped(paths: LonLat[][], frame: Frame, pixels: number): LonLat[][] {
  const long = paths.filter((path) => path.length > 1);
  if (long.length === 0) return [];
  const inside = bboxClip(multiLineString(long), frame.bbox).geometry.coordinates as LonLat[][];
  return inside
    .filter((run) => run.length > 1)
    .map((run) => simplify(lineString(run), { tolerance: pixels * frame.degreesPerPixel }))
    .map((run) => run.geometry.coordinates as LonLat[]);
}

/** The middle of the longest run, unless another line's number stands there already. */
function labelSpot(runs: LonLat[][], frame: Frame, drawn: DrawnLine[]): Pixel | null {
  const spots = runs
    .flatMap((run) => [0.5, 0.25, 0.75].map((part) => run[Math.floor((run.length - 1) * part)]))
    .map(([lon, lat]) => frame.toPixel({ lat, lon }))
    .map(([x, y]): Pixel => [within(x, 16, WIDTH - 16), within(y, 12, HEIGHT - 12)]);
  const taken = drawn.flatMap(({ at }) => (at ? [at] : []));
  return spots.find((spot) => taken.every((other) => distance(spot, other) > 34)) ?? null;
}

// Numbers that cover each other cannot be read: a few gentle pushes keep pins apart and inside the frame.
const PIN_APART = 24;

function apart<Pin extends { at: Pixel }>(pins: Pin[]): Pin[] {
  const moved = pins.map((pin) => ({ ...pin, at: [...pin.at] as Pixel }));
  for (let round = 0; round < 12; round += 1) {
    for (const [i, a] of moved.entries()) for (const b of moved.slice(i + 1)) push(a.at, b.at);
  }
  for (const { at } of moved) {
    at[0] = Math.round(within(at[0], 15, WIDTH - 15));
    at[1] = Math.round(within(at[1], 15, HEIGHT - 15));
  }
  return moved;
}

function push(a: Pixel, b: Pixel): void {
  const far = distance(a, b);
  if (far >= PIN_APART) return;
  const [dx, dy] = far === 0 ? [1, 0] : [(b[0] - a[0]) / far, (b[1] - a[1]) / far];
  const half = (PIN_APART - far) / 2;
  a[0] -= dx * half;
  a[1] -= dy * half;
  b[0] += dx * half;
  b[1] += dy * half;
}

/** SVG path data in whole pixels, relative after each start. */
function pathOf(runs: LonLat[][], frame: Frame): string {
  return runs
    .map((run) => {
      const pixels = run.map(([lon, lat]) => frame.toPixel({ lat, lon }));
      const steps = pixels.slice(1).map(([x, y], i) => [x - pixels[i][0], y - pixels[i][1]]);
      const moves = steps.filter(([dx, dy]) => dx !== 0 || dy !== 0);
      return moves.length === 0
        ? ""
        : `M${pixels[0].join(" ")}l${moves.map((move) => move.join(" ")).join(" ")}`;
    })
    .join("")
    .replaceAll(" -", "-");
}

function isRide(leg: Leg): leg is Extract<Leg, { kind: "ride" }> {
  return leg.kind === "ride";
}

function lonLats(leg: Leg): LonLat[] {
  const points = leg.kind === "ride" ? leg.path : [leg.from, leg.to];
  return points.map(({ lat, lon }) => [lon, lat]);
}

function distance([ax, ay]: Pixel, [bx, by]: Pixel): number {
  return Math.hypot(bx - ax, by - ay);
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
