/** A journey as machines read it, leg by leg. */
import {
  hazardOf,
  warmth,
  type EpochSeconds,
  type Journey,
  type Leg,
  type NamedPoint,
} from "~/domain/journey";

/** An instant in the region's own clock, with its offset. */
export type Iso = (at: EpochSeconds) => string;

export function journeyJson(journey: Journey, iso: Iso) {
  const { leaveBy, arrives, enters, outdoorS, coldMinutes, boardings, estimated, legs } = journey;
  const { worst, callFirst, stepFree } = journey;
  return {
    leaveBy: iso(leaveBy),
    arrives: iso(arrives),
    enters: iso(enters),
    outdoorMinutes: minutesOf(outdoorS),
    coldMinutes: tenths(coldMinutes),
    warmth: warmth(coldMinutes),
    // The coldest stretch outside without a break, and what to warn of for it.
    worst: { outdoorMinutes: minutesOf(worst.seconds), coldMinutes: tenths(worst.coldMinutes) },
    hazard: hazardOf(journey),
    boardings,
    estimated,
    callFirst,
    stepFree,
    legs: legs.map((leg) => legJson(leg, iso)),
  };
}

function legJson(leg: Leg, iso: Iso) {
  const { kind, from, to, departs, arrives } = leg;
  const ends = { kind, from: pointOf(from), to: pointOf(to), departs: iso(departs), arrives: iso(arrives) };
  if (leg.kind === "walk") return { ...ends, metres: Math.round(leg.metres) };
  if (leg.kind === "inside") return { ...ends, room: from.name };
  const { route, headsign, stops, estimated, staysOn, ask, stepFree } = leg;
  const name = route.shortName || route.longName;
  return { ...ends, route: name, headsign, stops, estimated, staysOn, ask, stepFree };
}

// A room's key is the asker's own.
function pointOf({ name, lat, lon }: NamedPoint): NamedPoint {
  return { name, lat, lon };
}

// Up: nobody waits less than we said. A page, whose clock has no seconds, says what its clock times add up to.
function minutesOf(seconds: number): number {
  return Math.ceil(seconds / 60);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
