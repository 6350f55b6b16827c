/** Journeys of one January evening, as one reads them: way(walk("5:42", "5:46", "7th"), bus("5:48", "101", "6:02", "67th")). */
import type { Asking, Journey, Leg } from "~/domain/journey";

/** Seconds since the epoch; "12:30" is half past midnight, "5:41:20" has seconds. */
export function pm(clock: string): number {
  const [hour, minute, second = 0] = clock.split(":").map(Number) as [number, number, number?];
  return Date.parse("2026-01-15T12:00:00-06:00") / 1000 + hour * 3600 + minute * 60 + second;
}

type Ride = Extract<Leg, { kind: "ride" }>;
type Part = (from: Leg["from"]) => Leg;

const HERE = { name: "", lat: 39.1155, lon: -94.6265 };

export const walk =
  (departs: string, arrives: string, to = ""): Part =>
  (from) => ({
    kind: "walk",
    from,
    to: placed(to, from),
    departs: pm(departs),
    arrives: pm(arrives),
    metres: 200,
  });

export const inside =
  (since: string, until: string): Part =>
  ({ name, lat, lon }) => {
    const room = { name, lat, lon, roomKey: 7 };
    return { kind: "inside", from: room, to: room, departs: pm(since), arrives: pm(until) };
  };

export const bus =
  (departs: string, route: string, arrives: string, to: string, more: Partial<Ride> = {}): Part =>
  (from) => ({
    kind: "ride",
    route: { shortName: route, longName: `Route ${route}`, color: "#b4410e", textColor: "#ffffff" },
    headsign: null,
    from,
    to: placed(to, from),
    departs: pm(departs),
    arrives: pm(arrives),
    stops: 5,
    estimated: false,
    staysOn: false,
    ask: { on: "nobody", off: "nobody" },
    stepFree: "maybe",
    path: [from, placed(to, from)],
    ...more,
  });

/** A bus that only stops for who asks. */
export const asked = (on: Asking, off: Asking = "nobody"): Partial<Ride> => ({ ask: { on, off } });

type More = Partial<Journey> & { opens?: string; weight?: number };

/** The figures of the journey come from its legs; a door that `opens` later is waited at. `weight` is the cold's. */
export function way(parts: Part[], { opens, weight = 1, ...more }: More = {}): Journey {
  const legs: Leg[] = [];
  for (const part of parts) legs.push(part(legs.at(-1)?.to ?? HERE));
  const rides = legs.filter((leg) => leg.kind === "ride");
  const [leaveBy, arrives] = [legs[0]!.departs, legs.at(-1)!.arrives];
  const enters = opens === undefined ? arrives : pm(opens);
  const stretches = stretchesOutside(legs, enters);
  const outdoorS = stretches.reduce((sum, seconds) => sum + seconds, 0);
  const longest = Math.max(...stretches);
  return {
    leaveBy,
    arrives,
    enters,
    outdoorS,
    coldMinutes: (outdoorS * weight) / 60,
    boardings: rides.filter(({ staysOn }) => !staysOn).length,
    estimated: rides.some(({ estimated }) => estimated),
    estimateS: 0,
    worst: { seconds: longest, coldMinutes: (longest * weight) / 60, peakWeight: weight },
    callFirst: rides.some(({ ask }) => ask.on !== "nobody" || ask.off !== "nobody"),
    stepFree: rides.every(({ stepFree }) => stepFree === "yes") ? "yes" : "maybe",
    legs,
    ...more,
  };
}

function stretchesOutside(legs: Leg[], enters: number): number[] {
  const stretches: number[] = [];
  let since = legs[0]!.departs;
  for (const leg of legs) {
    if (leg.kind === "walk") continue;
    if (leg.kind === "inside" || !leg.staysOn) stretches.push(leg.departs - since);
    since = leg.arrives;
  }
  return [...stretches, enters - since];
}

// Each next place a little to the west, so that maps have something to draw.
function placed(name: string, from: Leg["from"]): Leg["from"] {
  return { name, lat: from.lat + 0.002, lon: from.lon - 0.01 };
}
