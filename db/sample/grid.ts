/** The street grid of Kansas City, Kansas, as far as certain bus stops fix it: where a corner without a survey lies. */
import type { LatLon } from "~/domain/journey";

// Numbered streets run north and south. Longitudes of the certain stops at their corners.
const NUMBERED_STREETS: [street: number, lon: number][] = [
  [5, -94.621248],
  [6, -94.624138],
  [7, -94.62653],
  [10, -94.634994],
  [29, -94.661696],
  [47, -94.685842],
  [67, -94.734175],
  [82, -94.769007],
];

// State Avenue's latitude at the same kind of stops; Minnesota Avenue leads into it.
const STATE_AVENUE: [street: number, lat: number][] = [
  [6, 39.115416],
  [10, 39.115483],
  [29, 39.116825],
  [47, 39.113408],
  [67, 39.116644],
  [82, 39.11622],
  [109, 39.130065],
];

// 7th Street's latitudes where certain stops lie; Parallel by the grid, fourteen short blocks north of Minnesota.
export const MINNESOTA_LAT = 39.115558;
export const CENTRAL_LAT = 39.102656;
export const KANSAS_LAT = 39.087433;
export const PARALLEL_LAT = 39.1282;

/** The corner of State Avenue and a numbered street; half streets lie between. */
export function onState(street: number): LatLon {
  return { lat: between(STATE_AVENUE, street), lon: between(NUMBERED_STREETS, street) };
}

export function onParallel(street: number): LatLon {
  return { lat: PARALLEL_LAT, lon: between(NUMBERED_STREETS, street) };
}

export function onSeventh(lat: number): LatLon {
  return { lat, lon: between(NUMBERED_STREETS, 7) };
}

/** A numbered street at some latitude. */
export function onStreet(street: number, lat: number): LatLon {
  return { lat, lon: between(NUMBERED_STREETS, street) };
}

/** Straight between the two known corners beside it; beyond the last one, on in the same direction. */
function between(known: [number, number][], street: number): number {
  const after = known.findIndex(([at]) => at >= street);
  const upper = Math.max(1, after === -1 ? known.length - 1 : after);
  const [from, fromValue] = known[upper - 1]!;
  const [to, toValue] = known[upper]!;
  const value = fromValue + ((street - from) / (to - from)) * (toValue - fromValue);
  return Math.round(value * 1e6) / 1e6;
}
