/** Everybody who gets anywhere: a search over people standing at stops and waiting in rooms. Nobody is passed over. */
import { type Aim, type Asked, costOutside, type Run, type Use, walkWithin } from "./asked";
import { changesFrom } from "./changes";
import { nobodyKnown } from "./known";
import { goesOnAs } from "./vehicles";

/** What a person carries along. */
export type Person = { cost: number; rides: number; leave: number };
/** A person who gets off at a stop, by the last run ridden. */
export type Standing = Person & { stop: number; at: number; by: Run };
/** A person inside a room from `at` on, and until when it is open. */
export type Inside = Person & { room: number; at: number; until: number };

export function everybody(asked: Asked, aim: Aim): { standing: Standing[]; inside: Inside[] } {
  const { stops, rooms, origin, walking, slackS, changeS, penaltyS, windowS, weight } = asked;
  const endS = windowS + 4 * 3600;
  const outside = costOutside(weight);
  const runs = new Set(asked.runs.filter((run) => !asked.wheelchair || run.stepFree));
  const departures = departuresOf(asked, runs, endS);
  const changes = changesFrom(asked);
  const continued = goesOnAs(asked.runs, asked.transfers);
  const stopsNear = rooms.map((room) =>
    stops.map((stop) => walkWithin(walking.linkM, room.spot, stop, asked)),
  );
  const known = nobodyKnown(asked, aim, outside);
  // By arrival: whoever is there first is looked at first, which spares most of the work where some are passed over.
  const toLookAt: Standing[][] = [];
  const found: { standing: Standing[]; inside: Inside[] } = { standing: [], inside: [] };

  const ride = (person: Person, run: Run, index: number, chain: Run[] = []) => {
    if (!known.isNewAboard(person, run, index)) return;
    for (let i = index; i < run.calls.length - 1; i++) {
      // The search ends here: what departs later is not ridden any more, not even by those aboard.
      if (run.calls[i]!.depart > endS) return;
      const { stop, arrive: at, off } = run.calls[i + 1]!;
      const standing = { ...person, stop, at, by: run };
      if (!usable(asked, stop, off) || !known.isNewAt(standing)) continue;
      found.standing.push(standing);
      (toLookAt[at] ??= []).push(standing);
    }
    for (const next of continued.get(run)!)
      if (runs.has(next) && !chain.includes(next)) ride(person, next, 0, [...chain, run]);
  };
  const board = (person: Person, waited: number, run: Run, index: number) => {
    const { depart } = run.calls[index]!;
    const boarding = ((person.rides > 0 ? penaltyS : 0) + run.estimateS) * weight(depart);
    ride({ ...person, cost: person.cost + waited + boarding, rides: person.rides + 1 }, run, index);
  };

  stops.forEach((spot, stop) => {
    const walk = walkWithin(walking.accessM, origin, spot, asked);
    if (walk === null) return;
    for (const { run, index, depart } of departures[stop]!) {
      const leave = depart - walk - slackS;
      if (leave < 0 || depart > windowS) continue;
      board({ cost: 0, rides: 0, leave }, outside(leave, depart), run, index);
    }
  });
  for (let second = 0; second < toLookAt.length; second++)
    for (const person of toLookAt[second] ?? []) {
      for (const { to, seconds } of changes[person.stop]!)
        for (const { run, index, depart } of since(departures[to]!, person.at))
          if (depart >= person.at + seconds(person.by, run))
            board(person, outside(person.at, depart), run, index);
      rooms.forEach(({ open }, room) => {
        const walk = stopsNear[room]![person.stop]!;
        if (walk === null) return;
        for (const { from, until } of open) {
          const at = Math.max(person.at + walk, from);
          if (at >= until) continue;
          const cost = person.cost + outside(person.at, at);
          const inside: Inside = { ...person, cost, room, at, until };
          if (!known.isNewIn(inside)) continue;
          found.inside.push(inside);
          leaveRoom(inside);
        }
      });
    }
  return found;

  function leaveRoom(person: Inside): void {
    stopsNear[person.room]!.forEach((walk, stop) => {
      if (walk === null) return;
      for (const { run, index, depart } of since(departures[stop]!, person.at)) {
        const goes = Math.min(depart - walk - changeS, person.until);
        if (goes >= person.at) board(person, outside(goes, depart), run, index);
      }
    });
  }
}

type Departure = { run: Run; index: number; depart: number };

function departuresOf(asked: Asked, runs: Set<Run>, endS: number): Departure[][] {
  const departures = asked.stops.map((): Departure[] => []);
  for (const run of runs)
    run.calls.slice(0, -1).forEach(({ stop, depart, on }, index) => {
      if (usable(asked, stop, on) && depart <= endS) departures[stop]!.push({ run, index, depart });
    });
  for (const list of departures) list.sort((a, b) => a.depart - b.depart);
  return departures;
}

/** Those of them that depart at `second` or later; they are in order. */
function since(departures: Departure[], second: number): Departure[] {
  let [low, high] = [0, departures.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (departures[middle]!.depart < second) low = middle + 1;
    else high = middle;
  }
  return departures.slice(low);
}

function usable({ stops, wheelchair, callFirst }: Asked, stop: number, use: Use): boolean {
  return (use === "yes" || (use === "ask" && callFirst)) && (!wheelchair || stops[stop]!.stepFree);
}
