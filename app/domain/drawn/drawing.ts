/**
 * The drawn map of an answer: places, bus lines, the warmest way and you, as numbers small enough for a first view.
 * Plane coordinates in pixels of a fixed frame; x to the east, y to the south.
 */
import { bboxClip, lineString, multiLineString, simplify } from "@turf/turf";
import type { Journey, LatLon, Leg, RouteName } from "~/domain/journey";
import { apart, distance, within, type Pixel } from "~/domain/drawn/pins-apart";
import type { PlaceKind } from "~/domain/place";

type LonLat = [lon: number, lat: number];

export type Sketch = {
  origin: LatLon;
  pins: (LatLon & { number: number; kind: PlaceKind })[];
  /** The way drawn thick. */
  way: Journey | null;
  /** Lines of the region; those ridden in `used` (by short name) are drawn first and kept longest. */
  lines: { route: RouteName; paths: LonLat[][] }[];
  used: ReadonlySet<string>;
  outline: LonLat[][];
  /** Cells with vetted rooms of members. */
  areas?: LonLat[][];
};

export type DrawnLine = { d: string; color: string; label: string; at: Pixel | null };

export type Drawing = {
  width: number;
  height: number;
  outline: string;
  /** Cells with vetted rooms of members. */
  areas: string;
  lines: DrawnLine[];
  ride: string;
  walk: string;
  /** Where the way waits inside. */
  rooms: Pixel[];
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
  const legs = sketch.way?.legs ?? [];
  const frame = frameAround([sketch.origin, ...sketch.pins, ...legs.flatMap(({ from, to }) => [from, to])]);
  const you = frame.toPixel(sketch.origin);
  const pins = apart(
    sketch.pins.map((pin) => ({ number: pin.number, kind: pin.kind, at: frame.toPixel(pin) })),
    { you, width: WIDTH, height: HEIGHT },
  );
  return {
    width: WIDTH,
    height: HEIGHT,
    outline: pathOf(clipped(sketch.outline, frame, 2), frame),
    areas: pathOf((sketch.areas ?? []).filter(isInside(frame)), frame),
    lines: drawnLines(sketch, frame, [you, ...pins.map(({ at }) => at)]),
    ride: pathOf(clipped(legs.filter(isRide).map(lonLats), frame, 1), frame),
    walk: pathOf(clipped(legs.filter((leg) => leg.kind === "walk").map(lonLats), frame, 1), frame),
    rooms: legs.filter((leg) => leg.kind === "inside").map(({ from }) => frame.toPixel(from)),
    pins,
    you,
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

function drawnLines({ lines, used }: Sketch, frame: Frame, taken: Pixel[]): DrawnLine[] {
  const inFrame = lines
    .map((line) => ({ ...line, runs: clipped(line.paths, frame, 2), isUsed: used.has(line.route.shortName) }))
    .filter(({ runs }) => runs.length > 0)
    .toSorted((a, b) => Number(b.isUsed) - Number(a.isUsed));
  const drawn: DrawnLine[] = [];
  let characters = 0;
  for (const { route, runs } of inFrame.slice(0, MOST_LINES)) {
    const d = pathOf(runs, frame);
    characters += d.length;
    if (characters > MOST_PATH_CHARACTERS && drawn.length > 0) break;
    drawn.push({
      d,
      color: route.color,
      label: route.shortName,
      at: labelSpot(runs, frame, [...taken, ...drawn.flatMap(({ at }) => (at ? [at] : []))]),
    });
  }
  return drawn;
}

/** The runs of some paths inside the frame, simplified to `pixels`. */
function clipped(paths: LonLat[][], frame: Frame, pixels: number): LonLat[][] {
  const long = paths.filter((path) => path.length > 1);
  if (long.length === 0) return [];
  const { type, coordinates } = bboxClip(multiLineString(long), frame.bbox).geometry;
  // Of several lines with one left inside, turf makes a single line.
  const inside = (type === "LineString" ? [coordinates] : coordinates) as LonLat[][];
  return inside
    .filter((run) => run.length > 1)
    .map((run) => simplify(lineString(run), { tolerance: pixels * frame.degreesPerPixel }))
    .map((run) => run.geometry.coordinates as LonLat[]);
}

/** A corner of it lies in the picture. */
function isInside({ bbox: [west, south, east, north] }: Frame) {
  return (corners: LonLat[]) =>
    corners.some(([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north);
}

/** A spot on the line for its number, where no pin and no other line's number stands already. */
function labelSpot(runs: LonLat[][], frame: Frame, taken: Pixel[]): Pixel | null {
  const spots = runs
    .flatMap((run) => [0.5, 0.3, 0.7, 0.1, 0.9].map((part) => alongRun(run, part)))
    .map(([lon, lat]) => frame.toPixel({ lat, lon }))
    .map(([x, y]): Pixel => [within(x, 16, WIDTH - 16), within(y, 12, HEIGHT - 12)]);
  return spots.find((spot) => taken.every((other) => distance(spot, other) > 30)) ?? null;
}

/** The point at a part of a run, counted over its segments: near enough for a number. */
function alongRun(run: LonLat[], part: number): LonLat {
  const spot = (run.length - 1) * part;
  const i = Math.min(Math.floor(spot), run.length - 2);
  const [a, b] = [run[i], run[i + 1]];
  return [a[0] + (b[0] - a[0]) * (spot - i), a[1] + (b[1] - a[1]) * (spot - i)];
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
