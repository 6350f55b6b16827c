/** Where no bus helps any more: whether a family is told that neighbors may drive it, and for what hour. */
import { hazardOf, type EpochSeconds } from "~/domain/journey";
import type { Option } from "~/domain/tonight";

// As long as most people walk to a stop and back; with a child at the hand in the cold nobody should have to walk more.
const LONG_WALK_S = 15 * 60;

/** null: it gets there by itself, or there is no use in going. */
export function rideWantedAt(
  { best, way, fit, standing }: Pick<Option, "best" | "way" | "fit" | "standing">,
  from: EpochSeconds,
): EpochSeconds | null {
  if (fit.kind === "no" || standing === "no") return null;
  // Who comes after the doors have closed is let in by nobody, whoever drives.
  if (!best) return way.kind === "none" && way.reason !== "doors-closed" ? from : null;
  const last = best.legs.at(-1);
  if (last?.kind !== "walk") return null;
  const isCold = best.worst.peakWeight > 1;
  const isLong = last.arrives - last.departs >= LONG_WALK_S;
  return (isLong && isCold) || hazardOf(best) !== "none" ? last.departs : null;
}
