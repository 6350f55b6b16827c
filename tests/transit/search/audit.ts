/** Reads a journey leg by leg against the town it is in: what is wrong with it, and nothing where all of it is so. */
import type { Journey, Leg } from "~/domain/journey";
import { type Sketch, stopName } from "../sketch";
import { askedOf } from "../sketch-told";
import { costOutside, type Run, walkWithin } from "./oracle/asked";
import { changesFrom } from "./oracle/changes";
import { goesOnAs } from "./oracle/vehicles";

type Ride = Extract<Leg, { kind: "ride" }>;
type Outside = { from: number; until: number; estimateS: number };

/** `door` is the number of the door the journey leads to; moments are counted from `midnight` on. */
export function auditorOf(sketch: Sketch, midnight: number): (journey: Journey, door: number) => string[] {
  const asked = askedOf(sketch);
  const { leaveFrom } = sketch.question;
  const seconds = (moment: number) => moment - midnight - leaveFrom;
  const stopOf = new Map(sketch.stops.map((_, stop) => [stopName(stop), stop]));
  const changes = changesFrom(asked);
  const continued = goesOnAs(asked.runs, asked.transfers);

  return (journey, door) => {
    const faults: string[] = [];
    const check = (holds: boolean, what: string) => void (holds || faults.push(what));
    const { legs } = journey;
    const rides = legs.filter((leg): leg is Ride => leg.kind === "ride");
    const runs = runsOf(rides);
    if (!runs) return [`no such rides: ${JSON.stringify(rides.map(({ from, to }) => [from.name, to.name]))}`];

    checkPlaces();
    checkTimes();
    checkFigures();
    return faults;

    /** The runs the rides may be of, one after the other as they can be changed between. */
    function runsOf(left: Ride[], before: Run | null = null, by: Ride | null = null): Run[] | null {
      const [ride, ...rest] = left;
      if (!ride) return [];
      for (const run of asked.runs)
        if (isOf(ride, run, rest[0]?.staysOn === true) && follows(by, before, ride, run)) {
          const others = runsOf(rest, run, ride);
          if (others) return [run, ...others];
        }
      return null;
    }

    function isOf(ride: Ride, run: Run, goesOn: boolean): boolean {
      const ends = { departs: seconds(ride.departs), arrives: seconds(ride.arrives) };
      const [from, to] = [stopOf.get(ride.from.name), stopOf.get(ride.to.name)];
      const { calls } = run;
      const on = calls.findIndex(
        ({ stop, depart }, i) => i < calls.length - 1 && stop === from && depart === ends.departs,
      );
      const off = calls.findIndex(({ stop, arrive }, i) => i > on && stop === to && arrive === ends.arrives);
      if (on < 0 || off < 0 || run.route !== ride.route.shortName || off - on !== ride.stops) return false;
      const isUsable = (use: string, stop: number) =>
        (use === "yes" || (use === "ask" && asked.callFirst)) &&
        (!asked.wheelchair || asked.stops[stop]!.stepFree);
      return (
        (!asked.wheelchair || run.stepFree) &&
        ride.estimated === run.estimateS > 0 &&
        (ride.staysOn ? on === 0 : isUsable(calls[on]!.on, from!)) &&
        (goesOn ? off === calls.length - 1 : isUsable(calls[off]!.off, to!))
      );
    }

    function follows(by: Ride | null, before: Run | null, ride: Ride, run: Run): boolean {
      if (!by || !before) return !ride.staysOn;
      if (ride.staysOn) return continued.get(before)!.has(run);
      const between = legs.slice(legs.indexOf(by) + 1, legs.indexOf(ride));
      if (between.some(({ kind }) => kind === "inside")) return true;
      const change = changes[stopOf.get(by.to.name)!]!.find(({ to }) => to === stopOf.get(ride.from.name));
      return change !== undefined && ride.departs - by.arrives >= change.seconds(before, run);
    }

    function checkPlaces(): void {
      const ends = [asked.origin, ...legs.map(({ to }) => to)];
      legs.forEach((leg, i) => {
        const here = ends[i]!;
        // A vehicle that goes on may begin elsewhere than it ended.
        const isThere = leg.from.lat === here.lat && leg.from.lon === here.lon;
        check(isThere || (leg.kind === "ride" && leg.staysOn), `leg ${i} begins where no leg ends`);
      });
      const { spot } = asked.doors[door]!;
      const last = ends.at(-1)!;
      check(last.lat === spot.lat && last.lon === spot.lon, "the last leg does not end at the door");
      for (const leg of legs) {
        if (leg.kind !== "walk") continue;
        const walk = walkWithin(Infinity, leg.from, leg.to, asked)!;
        const took = leg.arrives - leg.departs;
        // Only a row of transfers.txt is quicker than the street, and only from stop to stop.
        const mayBeQuicker =
          stopOf.has(leg.from.name) && stopOf.has(leg.to.name) && asked.transfers.length > 0;
        check(took === walk || (took < walk && mayBeQuicker), `${took} s for a walk of ${walk} s`);
      }
    }

    function checkTimes(): void {
      const [first] = legs;
      check(seconds(journey.leaveBy) >= 0, "it leaves before one can");
      if (first?.kind === "ride")
        check(first.departs - journey.leaveBy === asked.slackS, "no slack before the first ride");
      else check(!first || first.departs === journey.leaveBy, "the first walk does not begin at leave-by");
      legs.forEach((leg, i) => {
        check(leg.departs <= leg.arrives, `leg ${i} ends before it begins`);
        check(
          i === 0 || legs[i - 1]!.arrives <= leg.departs,
          `leg ${i} begins before the one before it ends`,
        );
        if (leg.kind !== "inside") return;
        const { open } = asked.rooms[leg.to.roomKey]!;
        const isOpen = open.some(
          ({ from, until }) => from <= seconds(leg.departs) && seconds(leg.arrives) <= until,
        );
        check(isOpen, `nobody can be inside from ${leg.departs} until ${leg.arrives}`);
        const on = legs.slice(i).find(({ kind }) => kind === "ride");
        const walk = legs[i + 1]?.kind === "walk" ? legs[i + 1]!.arrives - legs[i + 1]!.departs : 0;
        if (on)
          check(on.departs - leg.arrives >= walk + asked.changeS, "out of the room too late for the ride");
      });
      const { opens, closes } = asked.doors[door]!;
      const arrives = seconds(journey.arrives);
      check(closes === null || arrives <= closes, "it comes when nobody is let in any more");
      check(
        seconds(journey.enters) === Math.max(arrives, opens ?? arrives),
        "it enters when it does not open",
      );
      if (legs.length > 0)
        check(legs.at(-1)!.arrives === journey.arrives, "it does not arrive with its last leg");
    }

    function checkFigures(): void {
      const stretches = outside();
      const cost = costOutside(asked.weight);
      const coldOf = ({ from, until, estimateS }: Outside) =>
        cost(from, until) + (estimateS > 0 ? estimateS * asked.weight(until) : 0);
      const secondsOf = ({ from, until, estimateS }: Outside) => until - from + estimateS;
      const sum = (of: (stretch: Outside) => number) => stretches.reduce((total, one) => total + of(one), 0);
      const isNear = (minutes: number, of: number) => Math.abs(60 * minutes - of) < 1e-6;
      check(journey.outdoorS === sum(secondsOf), `${journey.outdoorS} s outside, but ${sum(secondsOf)}`);
      check(
        isNear(journey.coldMinutes, sum(coldOf)),
        `${60 * journey.coldMinutes} cold seconds, but ${sum(coldOf)}`,
      );
      const worst = Math.max(0, ...stretches.map(coldOf));
      const { worst: told } = journey;
      check(isNear(told.coldMinutes, worst), `${60 * told.coldMinutes} in the worst stretch, but ${worst}`);
      const peakOf = ({ from, until, estimateS }: Outside) => {
        const outsideAt = Array.from({ length: until - from }, (_, i) => asked.weight(from + i));
        return Math.max(1, ...outsideAt, ...(estimateS > 0 ? [asked.weight(until)] : []));
      };
      const isTold = stretches.some(
        (one) =>
          isNear(told.coldMinutes, coldOf(one)) &&
          told.seconds === secondsOf(one) &&
          told.peakWeight === peakOf(one),
      );
      check(isTold || worst === 0, `no stretch is ${JSON.stringify(told)}`);
      check(
        journey.boardings === rides.filter(({ staysOn }) => !staysOn).length,
        "boardings are not the rides",
      );
      check(journey.estimated === rides.some(({ estimated }) => estimated), "estimated is not said");
      check(asked.callFirst || !journey.callFirst, "a call is needed that nobody is to make");
      check(
        journey.stepFree === (rides.every(isStepFree) ? "yes" : "maybe"),
        `step-free: ${journey.stepFree}`,
      );
    }

    /** The vehicle, and the stops where somebody gets on and off, are known to be. */
    function isStepFree(ride: Ride, i: number): boolean {
      const isMarked = (name: string) => sketch.stops[stopOf.get(name)!]!.wheelchair === "1";
      return (
        sketch.trips.find(({ id }) => id === runs![i]!.trip)!.wheelchair === "1" &&
        (ride.staysOn || isMarked(ride.from.name)) &&
        (rides[i + 1]?.staysOn === true || isMarked(ride.to.name))
      );
    }

    /** From one warm place to the next. */
    function outside(): Outside[] {
      const stretches: Outside[] = [];
      let from = seconds(journey.leaveBy);
      let ridden = 0;
      for (const leg of legs) {
        if (leg.kind === "walk") continue;
        const estimateS = leg.kind === "ride" ? runs![ridden++]!.estimateS : 0;
        if (leg.kind === "inside" || !leg.staysOn)
          stretches.push({ from, until: seconds(leg.departs), estimateS });
        from = seconds(leg.arrives);
      }
      return [...stretches, { from, until: seconds(journey.enters), estimateS: 0 }];
    }
  };
}
