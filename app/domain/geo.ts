/** Distances and edges on the globe, exact enough for a city. */
import type { LatLon } from "~/domain/journey";
import type { Bounds } from "~/domain/region";

const EARTH_RADIUS_M = 6_371_008.8;
const METRES_PER_MILE = 1609.344;

/** Great-circle metres (haversine). */
export function metresBetween(a: LatLon, b: LatLon): number {
  const h =
    sinSquared(radians(b.lat - a.lat) / 2) +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * sinSquared(radians(b.lon - a.lon) / 2);
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

export function within(point: LatLon, bounds: Bounds): boolean {
  return (
    point.lat >= bounds.south &&
    point.lat <= bounds.north &&
    point.lon >= bounds.west &&
    point.lon <= bounds.east
  );
}

/** Metres from a point to the nearest edge of the bounds; 0 inside. */
export function metresOutside(point: LatLon, bounds: Bounds): number {
  const nearest = {
    lat: Math.min(Math.max(point.lat, bounds.south), bounds.north),
    lon: Math.min(Math.max(point.lon, bounds.west), bounds.east),
  };
  return metresBetween(point, nearest);
}

export function miles(metres: number): number {
  return metres / METRES_PER_MILE;
}

/** The middle of points near one another, to a tenth of a metre. */
export function middleOf(points: readonly [LatLon, ...LatLon[]]): LatLon {
  const lat = points.reduce((sum, point) => sum + point.lat, 0) / points.length;
  const lon = points.reduce((sum, point) => sum + point.lon, 0) / points.length;
  return { lat: Number(lat.toFixed(6)), lon: Number(lon.toFixed(6)) };
}

// About 110 metres: enough to find a stop, too little to find a door.
const DECIMALS = 3;

/** A position as it may leave a phone. */
export function roundedPosition(point: LatLon): LatLon {
  return { lat: Number(point.lat.toFixed(DECIMALS)), lon: Number(point.lon.toFixed(DECIMALS)) };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function sinSquared(angle: number): number {
  return Math.sin(angle) ** 2;
}
