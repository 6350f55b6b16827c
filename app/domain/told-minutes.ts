/**
 * A journey in the whole minutes it is told in: departures down, arrivals up (TRANSIT, trap 4). Every number of minutes
 * that is said is a difference of these, so that what one reads adds up.
 */
import type { EpochSeconds, Journey, Leg } from "~/domain/journey";

/** With the clock times it is told with; `free` is when the leg before it is over. */
export type ToldLeg = Leg & { free: EpochSeconds };

type Legs = Pick<Journey, "leaveBy" | "arrives" | "estimateS" | "legs">;
type Timed = Legs & Pick<Journey, "enters" | "worst">;

export function toldLegs({ leaveBy, arrives, estimateS, legs }: Legs): ToldLeg[] {
  const told: ToldLeg[] = [];
  let free = wholeMinute(leaveBy);
  // A bus goes, and a room is left, when the clock says so at the latest; what follows a bus is as late as it may be.
  let round = wholeMinute;
  for (const [index, leg] of legs.entries()) {
    const departs = leg.kind === "ride" ? wholeMinute(leg.departs) : Math.max(free, round(leg.departs));
    if (leg.kind !== "walk") round = leg.kind === "ride" ? nextMinute : wholeMinute;
    const next = legs[index + 1];
    const until = next || leg.kind !== "walk" ? round(leg.arrives) : nextMinute(arrives - estimateS);
    const boards = leg.kind === "walk" && next?.kind === "ride" ? wholeMinute(next.departs) : Infinity;
    told.push({ ...leg, free, departs, arrives: Math.max(departs, Math.min(until, boards)) });
    free = told.at(-1)!.arrives;
  }
  return told;
}

/** How many minutes of waiting no clock time shows: a bus without exact times comes half its headway later, on average. */
export function guessedMinutes({ estimateS }: Pick<Journey, "estimateS">): number {
  return estimateS < 60 ? 0 : minutesUp(estimateS);
}

export function outdoorMinutes(journey: Timed): number {
  return sumOf(stretches(journey).map(({ minutes }) => minutes)) + guessedMinutes(journey);
}

/** Of the coldest stretch outside without a break. */
export function worstMinutes(journey: Timed): number {
  const { seconds } = journey.worst;
  const told = stretches(journey).find((stretch) => stretch.seconds === seconds);
  return told?.minutes ?? minutesUp(seconds);
}

/** At the door, before they open. */
export function minutesAtDoor({ arrives, enters }: Pick<Journey, "arrives" | "enters">): number {
  return (nextMinute(enters) - nextMinute(arrives)) / 60;
}

/** The times outside between two warm places, as they are and as they are told: walks need not be among the legs. */
function stretches(journey: Timed): { seconds: number; minutes: number }[] {
  const found: { seconds: number; minutes: number }[] = [];
  let [since, toldSince] = [journey.leaveBy, wholeMinute(journey.leaveBy)];
  const until = (at: EpochSeconds, told: EpochSeconds) =>
    found.push({ seconds: at - since, minutes: Math.max(0, told - toldSince) / 60 });
  for (const [index, told] of toldLegs(journey).entries()) {
    if (told.kind === "walk") continue;
    const leg = journey.legs[index]!;
    if (told.kind === "inside" || !told.staysOn) until(leg.departs, told.departs);
    [since, toldSince] = [leg.arrives, told.arrives];
  }
  const enters = journey.enters - journey.estimateS;
  until(enters, nextMinute(enters));
  return found;
}

function wholeMinute(at: EpochSeconds): EpochSeconds {
  return Math.floor(at / 60) * 60;
}

function nextMinute(at: EpochSeconds): EpochSeconds {
  return Math.ceil(at / 60) * 60;
}

function minutesUp(seconds: number): number {
  return Math.ceil(seconds / 60);
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
