/** The cold and the warnings as machines read them, from the hour that was asked about on. */
import { alertsAround } from "~/domain/alerts";
import type { EpochSeconds } from "~/domain/journey";
import { HOUR_S, type Weather, windChillAt } from "~/domain/weather";
import type { Iso } from "./journey-json.server";

const MOST_ALERTS = 20;
// The evening and the night; degrees to a tenth.
const TOLD_S = 12 * HOUR_S;

/** Without a value that is known for `from`, its kind is "unknown"; warnings may be known all the same. */
export function weatherJson(weather: Weather, from: EpochSeconds, iso: Iso) {
  const alerts = alertsAround(weather.alerts ?? [], from, MOST_ALERTS).map((alert) => ({
    event: alert.event,
    severity: alert.severity,
    from: iso(alert.from),
    until: alert.until === null ? null : iso(alert.until),
  }));
  const windChillF = windChillAt(weather, from);
  if (weather.kind === "unknown" || windChillF === null) return { kind: "unknown" as const, alerts };
  const { kind, source, asOf, hours } = weather;
  return {
    kind,
    source,
    asOf: iso(asOf),
    windChillF: tenths(windChillF),
    hours: hours
      .filter((hour) => hour.from > from - HOUR_S && hour.from < from + TOLD_S)
      .map((hour) => ({
        from: iso(hour.from),
        // By hand often only what it feels like is entered.
        ...(source === "forecast" && {
          temperatureF: tenths(hour.temperatureF),
          windMph: tenths(hour.windMph),
        }),
        windChillF: tenths(hour.windChillF),
      })),
    alerts,
  };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
