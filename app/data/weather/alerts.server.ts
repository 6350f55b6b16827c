/** The warnings for a point as the weather service writes them (https://docs.oasis-open.org/emergency/cap/v1.2/). */
import { z } from "zod";
import type { LatLon } from "~/domain/journey";
import type { Alert } from "~/domain/weather";
import { pointWords } from "./forecast.server";
import { instantOrNull } from "./instant.server";
import { askService, failed, type Failed, type Service } from "./service.server";

const alertsSaid = z.object({ features: z.array(z.unknown()).max(500) });

const alertSaid = z.object({
  properties: z.object({
    status: z.literal("Actual"),
    messageType: z.string().refine((type) => type !== "Cancel"),
    event: z.string().trim().min(1).max(100),
    severity: z.string().nullish(),
    sent: instantOrNull,
    effective: instantOrNull,
    onset: instantOrNull,
    expires: instantOrNull,
    ends: instantOrNull,
  }),
});

const SEVERITIES = new Set<Alert["severity"]>(["extreme", "severe", "moderate", "minor", "unknown"]);
const MOST_ALERTS = 50;

export async function askAlerts(
  service: Service,
  point: LatLon,
): Promise<{ kind: "alerts"; alerts: Alert[] } | Failed> {
  const said = await askService(service, `/alerts/active?point=${pointWords(point)}`);
  if (said.kind === "failed") return said;
  const alerts = readAlerts(said.body);
  return alerts ? { kind: "alerts", alerts } : failed("its list of warnings is not one");
}

/** Tests, exercises, cancelled ones and those that name nothing are left out; null where it is no list. */
export function readAlerts(body: unknown): Alert[] | null {
  const said = alertsSaid.safeParse(body);
  return said.success ? said.data.features.flatMap(alertIn).slice(0, MOST_ALERTS) : null;
}

function alertIn(feature: unknown): Alert[] {
  const said = alertSaid.safeParse(feature);
  if (!said.success) return [];
  const { event, severity, sent, effective, onset, expires, ends } = said.data.properties;
  const from = onset ?? effective ?? sent ?? 0;
  const grave = severity?.toLowerCase() as Alert["severity"];
  return [
    {
      event,
      severity: SEVERITIES.has(grave) ? grave : "unknown",
      from,
      // "expires" is the message's end: the hazard's own, where it has one, is "ends".
      until: ends ?? expires ?? null,
    },
  ];
}
