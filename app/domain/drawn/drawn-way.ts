/** A way as a map draws it: its legs, their lines without what no one would see. */
import { lineString, simplify } from "@turf/turf";
import type { Journey, LatLon, Leg } from "~/domain/journey";

export type DrawnWay = Pick<Journey, "legs">;

export function drawnWay({ legs }: DrawnWay): DrawnWay {
  return {
    legs: legs.map((leg) =>
      leg.kind === "ride" ? { ...leg, path: withoutStraights(leg.path).map(shorter) } : leg,
    ),
  };
}

/** Short names of the routes ridden in any way that is said of these places. */
export function routesRidden(
  options: readonly { best: DrawnWay | null; sooner: DrawnWay | null }[],
): Set<string> {
  const ways = options.flatMap(({ best, sooner }) => [best, sooner].filter((way) => way !== null));
  return new Set(
    ways.flatMap(({ legs }) =>
      legs.flatMap((leg: Leg) => (leg.kind === "ride" ? [leg.route.shortName] : [])),
    ),
  );
}

// About 11 m, as four decimals are: a line on a map is wider.
const LINE_DEGREES = 0.0001;

/** The corners of a line; most of a bus's points lie on the straights between them. */
function withoutStraights(path: LatLon[]): LatLon[] {
  if (path.length < 3) return path;
  const line = lineString(path.map(({ lat, lon }) => [lon, lat]));
  const { coordinates } = simplify(line, { tolerance: LINE_DEGREES, highQuality: true }).geometry;
  return coordinates.map(([lon, lat]) => ({ lat: lat!, lon: lon! }));
}

function shorter({ lat, lon }: LatLon): LatLon {
  return { lat: Math.round(lat * 10_000) / 10_000, lon: Math.round(lon * 10_000) / 10_000 };
}
