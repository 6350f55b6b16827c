/** Which of the weather service's warnings a family must hear of now: in force or soon, the gravest first. */
import type { EpochSeconds } from "~/domain/journey";
import type { Alert } from "~/domain/weather";

// A warning for this night is already news in the afternoon.
const SOON_S = 12 * 3600;

const GRAVEST_FIRST: Alert["severity"][] = ["extreme", "severe", "moderate", "minor", "unknown"];

/** In force at that moment or within twelve hours of it, each event once, at most `most`. */
export function alertsAround(alerts: readonly Alert[], at: EpochSeconds, most: number): Alert[] {
  const near = alerts
    .filter(({ from, until }) => from <= at + SOON_S && (until === null || until > at))
    .toSorted((a, b) => a.from - b.from);
  const once = new Map<string, Alert>();
  for (const alert of near) once.set(alert.event, joined(once.get(alert.event), alert));
  return [...once.values()]
    .toSorted((a, b) => gravity(a) - gravity(b) || a.from - b.from || a.event.localeCompare(b.event))
    .slice(0, most);
}

/** The same warning for neighbouring zones, or prolonged; a later one of the same name waits for its turn. */
function joined(first: Alert | undefined, next: Alert): Alert {
  if (!first || (first.until !== null && next.from > first.until)) return first ?? next;
  const until = first.until === null || next.until === null ? null : Math.max(first.until, next.until);
  return { ...first, until, severity: gravity(next) < gravity(first) ? next.severity : first.severity };
}

function gravity({ severity }: Alert): number {
  return GRAVEST_FIRST.indexOf(severity);
}
