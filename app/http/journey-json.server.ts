/** A journey as machines read it, leg by leg. */
import { warmth, type EpochSeconds, type Journey, type Leg } from "~/domain/journey";

/** An instant in the region's own clock, with its offset. */
export type Iso = (at: EpochSeconds) => string;

export function journeyJson(journey: Journey, iso: Iso) {
  const { leaveBy, arrives, enters, outdoorS, coldMinutes, boardings, estimated, legs } = journey;
  return {
    leaveBy: iso(leaveBy),
    arrives: iso(arrives),
    enters: iso(enters),
    // Up, as the page says it: nobody waits less than we said.
    outdoorMinutes: Math.ceil(outdoorS / 60),
    coldMinutes: Math.round(coldMinutes * 10) / 10,
    warmth: warmth(coldMinutes),
    boardings,
    estimated,
    legs: legs.map((leg) => legJson(leg, iso)),
  };
}

function legJson(leg: Leg, iso: Iso) {
  const times = { departs: iso(leg.departs), arrives: iso(leg.arrives) };
  const { kind, from, to } = leg;
  if (leg.kind === "walk") return { kind, from, to, ...times, metres: Math.round(leg.metres) };
  if (leg.kind === "inside") return { kind, from, to, ...times };
  const { route, headsign, stops, estimated } = leg;
  return { kind, from, to, ...times, route: route.shortName || route.longName, headsign, stops, estimated };
}
