/** What a staff report is worth by now. */
import type { EpochSeconds } from "~/domain/journey";

/** Small pools say "some" or "none": a change of one could say that a certain person is there. */
export type Free = { kind: "number"; units: number } | { kind: "some" } | { kind: "none" };

export type Worth =
  | { kind: "fresh"; free: Free; minutes: number }
  | { kind: "aging"; free: Free; minutes: number }
  | { kind: "call-first"; minutes: number; doubted?: true }
  | { kind: "unknown" };

// Within the hour nobody at the desk would answer differently.
const AGING_AFTER_MINUTES = 60;
// Beds are mostly given once an evening: after four hours the number describes another night.
const CALL_FIRST_AFTER_MINUTES = 240;
// A day later the count says nothing but that there is a desk.
const UNKNOWN_AFTER_MINUTES = 1440;
// With three units or fewer a change of one points at one family.
const SMALL_POOL_UNITS = 3;

/** What was last said of a pool: when, how many units are in service, how many of those are free, and who doubts it. */
export type Said = { at: EpochSeconds; inService: number; free: number; doubted?: boolean };

/**
 * What it is worth for a family that comes at `then`: this noon's count is no promise for tomorrow evening. The age that
 * is told is the one by now. A pool nobody ever reported on is unknown, whatever its row says.
 */
export function worthOf(said: Said | null, now: EpochSeconds, then: EpochSeconds = now): Worth {
  if (!said) return { kind: "unknown" };
  const minutes = ageMinutes(said.at, now);
  const minutesThen = Math.max(minutes, ageMinutes(said.at, then));
  if (minutes >= UNKNOWN_AFTER_MINUTES) return { kind: "unknown" };
  if (minutesThen >= CALL_FIRST_AFTER_MINUTES) return { kind: "call-first", minutes };
  if (said.doubted) return { kind: "call-first", minutes, doubted: true };
  const free = publicFree(said);
  return { kind: minutesThen < AGING_AFTER_MINUTES ? "fresh" : "aging", free, minutes };
}

/** Whole minutes; a report from a clock that runs ahead of ours was made just now. */
export function ageMinutes(at: EpochSeconds, now: EpochSeconds): number {
  return Math.max(0, Math.floor((now - at) / 60));
}

/** A pool with more people in it than it has room for is full, not negative. */
function publicFree({ inService, free }: Said): Free {
  if (free <= 0) return { kind: "none" };
  return inService <= SMALL_POOL_UNITS ? { kind: "some" } : { kind: "number", units: free };
}
