/** A sketch as the oracle and the engine are asked about it, and as a reader sees it. */
import type { Question } from "~/transit/search/journeys";
import { at, placed } from "./picture";
import type { Asked, Run, Use } from "./search/oracle/asked";
import { clock, knownCalls, type Rule, rowLine, type Sketch, type SketchedTrip, stopName } from "./sketch";

export function askedOf({ stops, trips, transfers, question }: Sketch): Asked {
  const { leaveFrom, pace, cold, doors, rooms } = question;
  const since = (second: number | null) => (second === null ? null : second - leaveFrom);
  const blankIsNull = (id: string) => (id === "" ? null : id);
  return {
    stops: stops.map(({ place, wheelchair }) => ({ ...placed(place), stepFree: wheelchair !== "2" })),
    runs: trips.flatMap((trip) => runsOf(trip, leaveFrom)),
    transfers: transfers.map(({ from, to, type, minS, ...named }) => ({
      fromStop: from,
      toStop: to,
      type,
      minS,
      fromRoute: blankIsNull(named.fromRoute),
      toRoute: blankIsNull(named.toRoute),
      fromTrip: blankIsNull(named.fromTrip),
      toTrip: blankIsNull(named.toTrip),
    })),
    rooms: rooms.map(({ place, open }) => ({
      spot: placed(place),
      open: open.map(({ from, until }) => ({ from: from - leaveFrom, until: until - leaveFrom })),
    })),
    origin: placed(question.origin),
    doors: doors.map(({ place, opens, closes }) => ({
      spot: placed(place),
      opens: since(opens),
      closes: since(closes),
    })),
    windowS: question.windowS,
    walking: question.walking,
    speed: pace.metresPerSecond,
    slackS: pace.slackS,
    changeS: pace.changeS,
    penaltyS: pace.boardingPenaltyS,
    wheelchair: question.wheelchair,
    callFirst: question.callFirst,
    prune: false,
    weight: (second) => {
      const step = Math.floor((leaveFrom + second - cold.from) / cold.stepS);
      return cold.weights[Math.min(Math.max(step, 0), cold.weights.length - 1)]!;
    },
  };
}

function runsOf(trip: SketchedTrip, leaveFrom: number): Run[] {
  const calls = knownCalls(trip);
  const use: Record<Rule, Use> = { "0": "yes", "1": "no", "2": "ask", "3": "ask" };
  const run = (shift: number, estimateS: number): Run => ({
    trip: trip.id,
    route: trip.route,
    day: trip.yesterday ? "yesterday" : "today",
    block: trip.block === "" ? null : trip.block,
    repeated: trip.repeats.length > 0,
    estimateS,
    stepFree: trip.wheelchair !== "2",
    calls: calls.map(({ stop, arrive, depart, on, off }) => ({
      stop,
      arrive: arrive + shift - leaveFrom,
      depart: depart + shift - leaveFrom,
      on: use[on],
      off: use[off],
    })),
  });
  if (trip.repeats.length === 0) return [run(0, 0)];
  return trip.repeats.flatMap(({ from, until, headwayS, exact }) => {
    const runs: Run[] = [];
    for (let start = from; start < until; start += headwayS)
      runs.push(run(start - calls[0]!.depart, exact ? 0 : Math.round(headwayS / 2)));
    return runs;
  });
}

export function questionOf({ question }: Sketch): Question {
  const { origin, doors, rooms, leaveFrom, windowS, pace, cold, wheelchair, callFirst } = question;
  const moment = (second: number) => at("14 0:00") + second;
  return {
    origin: placed(origin),
    doors: doors.map(({ place, opens, closes }, key) => ({
      key,
      ...placed(place),
      opens: opens === null ? null : moment(opens),
      closes: closes === null ? null : moment(closes),
    })),
    rooms: rooms.map(({ place, open }, roomKey) => ({
      roomKey,
      name: `room ${roomKey}`,
      ...placed(place),
      open: open.map(({ from, until }) => ({ from: moment(from), until: moment(until) })),
    })),
    leaveFrom: moment(leaveFrom),
    windowS,
    laterS: Infinity,
    pace,
    coldWeight: { ...cold, from: moment(cold.from) },
    wheelchair,
    callFirst,
  };
}

/** The sketch as a picture: trips as `trip("A 10:00", "B 10:30")`, and whatever else is not as usual. */
export function pictureOf({ stops, trips, transfers, question }: Sketch): string {
  const shown = (second: number) => (second % 60 === 0 ? clock(second).slice(0, 5) : clock(second));
  const lines = stops.map(
    ({ place, wheelchair }, stop) =>
      `${stopName(stop)}: [${place}]${wheelchair && ` wheelchair ${wheelchair}`}`,
  );
  for (const { id, calls, repeats, ...trip } of trips) {
    const said = calls.map((call, i) => {
      const { stop, arrive, depart, blank, on, off } = call;
      const time = arrive === depart ? shown(arrive) : `${shown(arrive)}-${shown(depart)}`;
      const inner = i > 0 && i < calls.length - 1;
      const rules = `${on === "0" ? "" : ` on ${on}`}${off === "0" ? "" : ` off ${off}`}`;
      return `"${stopName(stop)} ${blank && inner ? "" : time}${rules}"`;
    });
    const apart = Object.entries(trip).flatMap(([key, value]) => (value ? [`${key} ${value}`] : []));
    const every = repeats.map(
      ({ from, until, headwayS, exact }) =>
        `every ${headwayS} s ${shown(from)}-${shown(until)}${exact ? " exactly" : ""}`,
    );
    lines.push(`${id}: trip(${said.join(", ")}) ${[...apart, ...every].join(", ")}`);
  }
  lines.push(...transfers.map((row) => `transfer ${rowLine(row)}`));
  const { rooms, doors, leaveFrom, ...rest } = question;
  lines.push(...rooms.map(({ place, open }) => `room [${place}] open ${spans(open)}`));
  for (const { place, opens, closes } of doors)
    lines.push(
      `door [${place}] ${opens === null ? "" : shown(opens)}-${closes === null ? "" : shown(closes)}`,
    );
  lines.push(`leave from ${shown(leaveFrom)}: ${JSON.stringify(rest)}`);
  return lines.join("\n");

  function spans(open: { from: number; until: number }[]): string {
    return open.map(({ from, until }) => `${shown(from)}-${shown(until)}`).join(", ");
  }
}
