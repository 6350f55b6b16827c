/** A town and a question about it as plain data: made at random, drawn as a feed, told to the oracle, cut down. */
import type { Pace, Walking } from "~/transit/timetable/walking";
import { type Drawing, type DrawnTrip, type Place } from "./picture";

/** pickup_type and drop_off_type. */
export type Rule = "0" | "1" | "2" | "3";

/** Times are seconds of Wednesday the 14th; a blank one is written blank and found between its neighbours. */
export type SketchedCall = {
  stop: number;
  arrive: number;
  depart: number;
  blank: boolean;
  on: Rule;
  off: Rule;
};

export type Repeat = { from: number; until: number; headwayS: number; exact: boolean };

export type SketchedTrip = {
  id: string;
  /** Written as Tuesday's, past 24:00. */
  yesterday: boolean;
  route: string;
  block: string;
  wheelchair: "" | "1" | "2";
  calls: SketchedCall[];
  repeats: Repeat[];
};

/** Stops by number; "" for a blank column. */
export type SketchedRow = {
  from: number;
  to: number;
  type: 0 | 1 | 2 | 3 | 4 | 5;
  minS: number | null;
  fromRoute: string;
  toRoute: string;
  fromTrip: string;
  toTrip: string;
};

export type SketchedQuestion = {
  origin: Place;
  doors: { place: Place; opens: number | null; closes: number | null }[];
  rooms: { place: Place; open: { from: number; until: number }[] }[];
  leaveFrom: number;
  windowS: number;
  pace: Pace;
  walking: Walking;
  /** The weight of each `stepS` seconds from `from` on. */
  cold: { from: number; stepS: number; weights: [number, ...number[]] };
  wheelchair: boolean;
  callFirst: boolean;
};

export type Sketch = {
  stops: { place: Place; wheelchair: "" | "1" | "2" }[];
  trips: SketchedTrip[];
  transfers: SketchedRow[];
  question: SketchedQuestion;
};

export const stopName = (stop: number) => String.fromCharCode(65 + stop);

export const clock = (second: number) =>
  [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
    .map((n) => String(n).padStart(2, "0"))
    .join(":");

const DAY_S = 86_400;

export function drawingOf({ stops, trips, transfers }: Sketch): Drawing {
  return {
    stops: Object.fromEntries(stops.map(({ place }, stop) => [stopName(stop), place])),
    wheelchair: Object.fromEntries(stops.map(({ wheelchair }, stop) => [stopName(stop), wheelchair])),
    trips: trips.map(drawnTrip),
    calendar: { today: "0,0,1,0,0,0,0,20260114,20260114", yesterday: "0,1,0,0,0,0,0,20260113,20260113" },
    frequencies: trips.flatMap(({ id, yesterday, repeats }) =>
      repeats.map(({ from, until, headwayS, exact }) => {
        const shift = yesterday ? DAY_S : 0;
        return [id, clock(from + shift), clock(until + shift), headwayS, exact ? 1 : 0].join();
      }),
    ),
    transfers: transfers.map(rowLine),
  };
}

export function rowLine({ from, to, type, minS, ...named }: SketchedRow): string {
  const { fromRoute, toRoute, fromTrip, toTrip } = named;
  return [stopName(from), stopName(to), type, minS ?? "", fromRoute, toRoute, fromTrip, toTrip].join();
}

function drawnTrip({ id, route, block, wheelchair, yesterday, calls }: SketchedTrip): DrawnTrip {
  const time = (i: number, second: number) =>
    isBlank(calls, i) ? "" : clock(second + (yesterday ? DAY_S : 0));
  return {
    id,
    route,
    block,
    wheelchair,
    service: yesterday ? "yesterday" : "today",
    calls: calls.map((call, i) => ({
      stop: stopName(call.stop),
      arrive: time(i, call.arrive),
      depart: time(i, call.depart),
      pickup: call.on,
      dropOff: call.off,
      distance: "",
    })),
  };
}

/** The first and the last time of a trip are never blank. */
function isBlank(calls: SketchedCall[], i: number): boolean {
  return calls[i]!.blank && i > 0 && i < calls.length - 1;
}

/** The calls with every time known: blanks lie evenly, stop by stop, between the times around them, floored. */
export function knownCalls({ calls }: SketchedTrip): SketchedCall[] {
  const timed = calls.map((_, i) => i).filter((i) => !isBlank(calls, i));
  return calls.map((call, i) => {
    if (!isBlank(calls, i)) return call;
    const before = timed.findLast((n) => n < i)!;
    const after = timed.find((n) => n > i)!;
    const [start, end] = [calls[before]!.depart, calls[after]!.arrive];
    const second = start + Math.floor(((end - start) * (i - before)) / (after - before));
    return { ...call, arrive: second, depart: second };
  });
}
