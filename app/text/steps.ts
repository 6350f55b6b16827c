/** A journey leg by leg, as people say it: walk, wait, ride, stay on, get off, and the door. */
import type { EpochSeconds, Journey } from "~/domain/journey";
import { minutesAtDoor, toldLegs, type ToldLeg } from "~/domain/told-minutes";
import type { Language } from "~/text/language";
import { minutesOf, type Clock } from "~/text/say";
import { stepWords, type StepWords } from "~/text/step-words";

/** One line of the way, in order; where it begins, in whole minutes that add up. */
export type Step = {
  kind: "walk" | "wait" | "inside" | "ride" | "stay" | "off";
  at: EpochSeconds;
  words: string;
  /** Whom to ask before. */
  asks: string[];
};

type Told = {
  journey: Journey;
  legs: ToldLeg[];
  clock: Clock;
  words: StepWords;
  busPhone: string | null;
};
type Ride = Extract<ToldLeg, { kind: "ride" }>;

// A driver who has a break may lock the bus.
const BREAK_S = 300;

/** The waits between legs, and at the door, are steps of their own. */
export function steps(
  journey: Journey,
  said: { clock: Clock; language: Language; busPhone: string | null },
): Step[] {
  const told = { journey, legs: toldLegs(journey), ...said, words: stepWords[said.language] };
  const line = told.legs.flatMap((leg, index) => [...waitBefore(leg, told), ...legSteps(leg, index, told)]);
  return [...line, ...waitAtDoor(told)];
}

function waitBefore(leg: ToldLeg, { words }: Told): Step[] {
  const minutes = minutesBefore(leg);
  if (minutes <= 0) return [];
  const waitWords = leg.kind === "inside" ? words.waitToOpen : words.waitAt;
  return [{ kind: "wait", at: leg.free, words: waitWords(minutes, leg.from.name), asks: [] }];
}

function minutesBefore(leg: ToldLeg): number {
  return staysOn(leg) ? 0 : minutesOf(leg.departs - leg.free);
}

function waitAtDoor({ journey, legs, clock, words }: Told): Step[] {
  const minutes = minutesAtDoor(journey);
  if (minutes <= 0) return [];
  const said = words.waitAtDoor(minutes, clock.hour(journey.enters));
  return [{ kind: "wait", at: legs.at(-1)?.arrives ?? journey.arrives, words: said, asks: [] }];
}

function legSteps(leg: ToldLeg, index: number, told: Told): Step[] {
  if (leg.kind === "ride") return rideSteps(leg, index, told);
  const minutes = minutesOf(leg.arrives - leg.departs);
  const next = told.legs[index + 1];
  if (leg.kind === "walk") {
    const { words } = told;
    if (minutes === 0 && next && isPlaced(next)) return [];
    const said = words.walkTo(minutes, leg.to.name || words.theDoor);
    return [{ kind: "walk", at: leg.departs, words: said, asks: [] }];
  }
  if (minutes === 0) return [];
  return [{ kind: "inside", at: leg.departs, words: insideWords(leg, index, told), asks: [] }];
}

/** Its first line says where it is: the few steps to there need none of their own. */
function isPlaced(leg: ToldLeg): boolean {
  return leg.kind === "inside" || minutesBefore(leg) > 0;
}

function insideWords(
  { from, arrives }: ToldLeg,
  index: number,
  { journey, legs, clock, words }: Told,
): string {
  const until = clock.departs(arrives);
  const next = legs.slice(index + 1).find(({ kind }) => kind !== "walk");
  if (next?.kind === "ride") {
    const comes = words.time(clock.departs(next.departs), next.estimated);
    return words.insideForBus(from.name, until, comes);
  }
  // Only a door that is shut is waited for, once one could be there.
  if (!next) return words.insideForDoor(from.name, until, clock.hour(journey.enters));
  return words.inside(from.name, until);
}

function rideSteps(leg: Ride, index: number, told: Told): Step[] {
  const { clock, words, busPhone, legs } = told;
  const next = legs[index + 1];
  // Nobody gets off a bus that goes on under another name.
  const ends = next === undefined || !staysOn(next);
  const { on, off } = leg.ask;
  const aboardS = leg.staysOn ? Math.max(0, leg.departs - leg.free) : 0;
  const asks = [
    ...(aboardS >= BREAK_S ? [words.askToStay] : []),
    ...(on === "nobody" || leg.staysOn ? [] : [words.askOn[on](busPhone)]),
    ...(off === "driver" && ends ? [words.askOff.driver(busPhone)] : []),
  ];
  const boards: Step = {
    kind: leg.staysOn ? "stay" : "ride",
    at: leg.departs - aboardS,
    words: boardWords(leg, aboardS, told),
    asks,
  };
  if (!ends) return [boards];
  const minutes = minutesOf(leg.arrives - leg.departs);
  const leaves = words.time(clock.arrives(leg.arrives), leg.estimated);
  const said = words.getOff(minutes, leg.stops, leg.to.name, leaves);
  const called = off === "agency" ? [words.askOff.agency(busPhone)] : [];
  return [boards, { kind: "off", at: leg.arrives, words: said, asks: called }];
}

function boardWords(leg: Ride, aboardS: number, { clock, words }: Told): string {
  const { route, from, departs, estimated } = leg;
  // Agencies print "TO VILLAGE WEST" over the windshield.
  const headsign = leg.headsign?.replace(/^(to|hacia|a)\s+/i, "") ?? null;
  const name = route.shortName || route.longName;
  if (!leg.staysOn) return words.ride(name, headsign, words.time(clock.departs(departs), estimated));
  return words.stay(minutesOf(aboardS), from.name, name, headsign);
}

function staysOn(leg: ToldLeg): boolean {
  return leg.kind === "ride" && leg.staysOn;
}
