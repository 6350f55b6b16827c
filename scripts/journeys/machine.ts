/** The answer as JSON: codes and numbers, times in seconds after the beginning of the service day. */
import type { EpochSeconds, Journey, Leg, NamedPoint, Way } from "~/domain/journey";
import { isoTime } from "~/domain/zone";
import type { Reached } from "~/transit/search/reached";
import type { Asked } from "./asked";
import type { Loaded } from "./load";
import type { Target } from "./places";

/** `{"<stop id>": [{"arrive", "outdoor"}, ...]}`, a line a stop, without the stops that are not reached. */
export function* stopsJson(fronts: Reached[][], { keyOf, dayStarts }: Loaded): Generator<string> {
  let before = "{\n";
  for (const [stop, front] of fronts.entries()) {
    if (front.length === 0) continue;
    const points = front.map(({ arrives, outdoorS }) => ({ arrive: arrives - dayStarts, outdoor: outdoorS }));
    yield `${before}${JSON.stringify(keyOf(stop))}: ${JSON.stringify(points)}`;
    before = ",\n";
  }
  yield before === "{\n" ? "{}\n" : "\n}\n";
}

/** A line a place; `reason` says why there is no journey. */
export function* placesJson(
  targets: Target[],
  ways: ReadonlyMap<number, Way>,
  { date, from, at }: Asked,
  { timetable, dayStarts }: Loaded,
): Generator<string> {
  const { timeZone } = timetable;
  const head = JSON.stringify({ date, timeZone, dayStarts: isoTime(dayStarts, timeZone), from, at });
  yield `${head.slice(0, -1)},"places":[`;
  for (const [index, { key, id, name, lat, lon }] of targets.entries()) {
    const way = ways.get(key)!;
    const journeys = way.kind === "journeys" ? way.journeys.map((each) => journeyJson(each, dayStarts)) : [];
    const reason = way.kind === "none" ? way.reason : null;
    yield `${index > 0 ? "," : ""}\n${JSON.stringify({ id, name, lat, lon, reason, journeys })}`;
  }
  yield "\n]}\n";
}

function journeyJson(journey: Journey, dayStarts: EpochSeconds) {
  const { leaveBy, arrives, enters, outdoorS, coldMinutes, boardings, legs } = journey;
  const { estimated, callFirst, stepFree } = journey;
  return {
    leave: leaveBy - dayStarts,
    arrive: arrives - dayStarts,
    enter: enters - dayStarts,
    outdoor: outdoorS,
    coldMinutes: Math.round(coldMinutes * 1000) / 1000,
    boardings,
    estimated,
    callFirst,
    stepFree,
    legs: legs.map((leg) => legJson(leg, dayStarts)),
  };
}

function legJson(leg: Leg, dayStarts: EpochSeconds) {
  const { kind } = leg;
  const times = { depart: leg.departs - dayStarts, arrive: leg.arrives - dayStarts };
  const ends = { from: pointJson(leg.from), to: pointJson(leg.to) };
  if (leg.kind === "inside") return { kind, ...times, ...ends };
  if (leg.kind === "walk") return { kind, ...times, ...ends, metres: Math.round(leg.metres * 10) / 10 };
  const { route, headsign, stops, staysOn, estimated, ask } = leg;
  const name = route.shortName || route.longName;
  return { kind, ...times, ...ends, route: name, headsign, stops, staysOn, estimated, ask };
}

function pointJson({ name, lat, lon }: NamedPoint) {
  return { name, lat, lon };
}
