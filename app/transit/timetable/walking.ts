/** How far and how fast a party walks. */
import type { LatLon } from "~/domain/journey";

const EARTH_RADIUS_M = 6_371_008.8;

/** Limits in street metres: the straight line times the detour, until streets are known. */
export type Walking = {
  detour: number;
  /** To the first stop, and from the last one. */
  accessM: number;
  /** Between two rides. */
  linkM: number;
  /** All the way, without a ride. */
  wholeM: number;
};

export const USUAL_WALKING: Walking = {
  detour: 1.3,
  accessM: 1_200,
  linkM: 400,
  // As long as the two walks of one ride together: three quarters of an hour with children.
  wholeM: 2_400,
};

export type Pace = {
  metresPerSecond: number;
  /** At the first stop before the bus. */
  slackS: number;
  /** From getting off to being able to get on, at the same stop; at least 1. */
  changeS: number;
  /** What each ride after the first costs beyond its minutes: a missed connection in the cold is the worst outcome. */
  boardingPenaltyS: number;
};

// The 15th percentile of adults holding a child's hand is 0.92 m/s; pre-schoolers average 0.88.
export const FAMILY_PACE: Pace = { metresPerSecond: 0.9, slackS: 120, changeS: 60, boardingPenaltyS: 300 };
export const ADULT_PACE: Pace = { ...FAMILY_PACE, metresPerSecond: 1.2 };
/** A toddler on foot or a stroller. */
export const STROLLER_PACE: Pace = { ...FAMILY_PACE, metresPerSecond: 0.8 };

/** Street metres between two points: the straight line times the detour. */
export function walkMetres(a: LatLon, b: LatLon, detour = USUAL_WALKING.detour): number {
  const rad = Math.PI / 180;
  const sinLat = Math.sin(((b.lat - a.lat) * rad) / 2);
  const sinLon = Math.sin(((b.lon - a.lon) * rad) / 2);
  const h = sinLat * sinLat + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * sinLon * sinLon;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h))) * detour;
}

export function walkSeconds(metres: number, pace: Pace): number {
  return Math.ceil(metres / pace.metresPerSecond);
}
