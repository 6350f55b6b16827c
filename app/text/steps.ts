/** A journey leg by leg, as people say it: walk, wait, ride, stay on, get off, and the door. */
import type { EpochSeconds, Journey, Leg } from "~/domain/journey";
import type { Language } from "~/text/language";
import { minutesOf, type Clock } from "~/text/say";
import { stepWords, type StepWords } from "~/text/step-words";

/** One line of the way, in order. */
export type Step = {
  kind: "walk" | "wait" | "inside" | "ride" | "stay" | "off";
  at: EpochSeconds;
  /** After a ride: its minute is rounded up as the bus's arrival is. */
  afterRide: boolean;
  words: string;
  /** Whom to ask before. */
  asks: string[];
};

type Told = { journey: Journey; clock: Clock; words: StepWords; busPhone: string | null };
type Ride = Extract<Leg, { kind: "ride" }>;
type LegStep = Omit<Step, "afterRide">;

// Less than a minute is not worth a line.
const SHORTEST_S = 60;
// A driver who has a break may lock the bus.
const BREAK_S = 300;

/** The waits between legs, and at the door, are steps of their own. */
export function steps(
  journey: Journey,
  said: { clock: Clock; language: Language; busPhone: string | null },
): Step[] {
  const told = { journey, ...said, words: stepWords[said.language] };
  const line: Step[] = [];
  let free: EpochSeconds | null = null;
  let afterRide = false;
  for (const [index, leg] of journey.legs.entries()) {
    const lines = [...waitBefore(leg, free, told), ...legSteps(leg, index, told)];
    line.push(...lines.map((step) => ({ ...step, afterRide })));
    // A room is left by the clock of what comes next.
    afterRide = leg.kind === "ride" || (afterRide && leg.kind === "walk");
    free = leg.arrives;
  }
  return [...line, ...waitAtDoor(told)];
}

function waitBefore(leg: Leg, free: EpochSeconds | null, { words }: Told): LegStep[] {
  const wait = free === null || staysOn(leg) ? 0 : leg.departs - free;
  if (wait < SHORTEST_S) return [];
  const waitWords = leg.kind === "inside" ? words.waitToOpen : words.waitAt;
  return [{ kind: "wait", at: free!, words: waitWords(minutesOf(wait), leg.from.name), asks: [] }];
}

function waitAtDoor({ journey: { arrives, enters }, clock, words }: Told): Step[] {
  if (enters - arrives < SHORTEST_S) return [];
  const said = words.waitAtDoor(minutesOf(enters - arrives), clock.hour(enters));
  return [{ kind: "wait", at: arrives, afterRide: true, words: said, asks: [] }];
}

function legSteps(leg: Leg, index: number, told: Told): LegStep[] {
  if (leg.kind === "ride") return rideSteps(leg, index, told);
  if (leg.kind === "walk") {
    const { words } = told;
    const said = words.walkTo(minutesOf(leg.arrives - leg.departs), leg.to.name || words.theDoor);
    return [{ kind: "walk", at: leg.departs, words: said, asks: [] }];
  }
  if (leg.arrives - leg.departs < SHORTEST_S) return [];
  return [{ kind: "inside", at: leg.departs, words: insideWords(leg, index, told), asks: [] }];
}

function insideWords({ from, arrives }: Leg, index: number, { journey, clock, words }: Told): string {
  const until = clock.departs(arrives);
  const next = journey.legs.slice(index + 1).find(({ kind }) => kind !== "walk");
  if (next?.kind === "ride") return words.insideForBus(from.name, until, clock.departs(next.departs));
  // Only a door that is shut is waited for, once one could be there.
  if (!next) return words.insideForDoor(from.name, until, clock.hour(journey.enters));
  return words.inside(from.name, until);
}

function rideSteps(leg: Ride, index: number, told: Told): LegStep[] {
  const { clock, words, busPhone, journey } = told;
  const next = journey.legs[index + 1];
  // Nobody gets off a bus that goes on under another name.
  const ends = next === undefined || !staysOn(next);
  const { on, off } = leg.ask;
  const aboardS = leg.staysOn ? leg.departs - (journey.legs[index - 1]?.arrives ?? leg.departs) : 0;
  const asks = [
    ...(aboardS >= BREAK_S ? [words.askToStay] : []),
    ...(on === "nobody" || leg.staysOn ? [] : [words.askOn[on](busPhone)]),
    ...(off === "driver" && ends ? [words.askOff.driver(busPhone)] : []),
  ];
  const boards: LegStep = {
    kind: leg.staysOn ? "stay" : "ride",
    at: leg.departs - aboardS,
    words: boardWords(leg, aboardS, told),
    asks,
  };
  if (!ends) return [boards];
  const minutes = minutesOf(leg.arrives - leg.departs);
  const said = words.getOff(minutes, leg.stops, leg.to.name, clock.arrives(leg.arrives));
  const called = off === "agency" ? [words.askOff.agency(busPhone)] : [];
  return [boards, { kind: "off", at: leg.arrives, words: said, asks: called }];
}

function boardWords(leg: Ride, aboardS: number, { clock, words }: Told): string {
  const { route, from, departs } = leg;
  // Agencies print "TO VILLAGE WEST" over the windshield.
  const headsign = leg.headsign?.replace(/^(to|hacia|a)\s+/i, "") ?? null;
  const name = route.shortName || route.longName;
  if (!leg.staysOn) return words.ride(name, headsign, clock.departs(departs));
  return words.stay(aboardS < SHORTEST_S ? 0 : minutesOf(aboardS), from.name, name, headsign);
}

function staysOn(leg: Leg): boolean {
  return leg.kind === "ride" && leg.staysOn;
}
