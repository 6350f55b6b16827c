/** Where it is warm now: until leaving for the bed, or, with no bed in sight, first of all. */
import { hazardOf, type Journey } from "~/domain/journey";
import type { Party } from "~/domain/party";
import { hasBed } from "~/domain/rank";
import type { Option, Tonight } from "~/domain/tonight";
import { isTooColdToWait } from "~/domain/weather";

export type WarmPlace = {
  option: Option;
  way: Journey;
  /** To wait in until leaving for the bed; else for itself. */
  bridges: boolean;
  /** Told before the list, which is about the night: now comes first. */
  isUrgent: boolean;
};

/** Null where none is open, or none is worth going out for. */
export function warmPlaceOf(
  { options, warmNow: warm, weather, from }: Tonight,
  party: Party,
): WarmPlace | null {
  const way = warm && wayTo(warm);
  if (!warm || !way) return null;
  const leaveBy = options.find((option) => hasBed(option) && option.best)?.best?.leaveBy ?? Infinity;
  const isDangerous = isTooColdToWait(weather, from, party.childAges.length > 0);
  const bridges = leaveBy < Infinity && isOpenUntil(leaveBy, warm);
  const isWorthIt =
    way.enters + LEAST_INSIDE_S <= leaveBy && (bridges || leaveBy === Infinity || isDangerous);
  const isUrgent = (leaveBy === Infinity || isDangerous) && options[0]?.number !== warm.number;
  return isWorthIt ? { option: warm, way, bridges, isUrgent } : null;
}

/** The sooner the better, but for a way that is dangerous. */
function wayTo({ best, sooner }: Option): Journey | null {
  return sooner && hazardOf(sooner) === "none" ? sooner : best;
}

// Less than a quarter of an hour inside is not worth going out for.
const LEAST_INSIDE_S = 900;

function isOpenUntil(leaveBy: number, { opening }: Option): boolean {
  return opening.kind !== "open" || opening.until === null || opening.until >= leaveBy;
}
