/** Sketches changed so that what follows for the answer is known beforehand. */
import { placed } from "./picture";
import type { Random } from "./random-town";
import {
  knownCalls,
  type Sketch,
  type SketchedQuestion,
  type SketchedRow,
  type SketchedTrip,
} from "./sketch";
import { askedOf } from "./sketch-told";
import { metres } from "./search/oracle/asked";
import { changesFrom } from "./search/oracle/changes";

/** As the sketch, asked otherwise. */
export function asking(sketch: Sketch, part: Partial<SketchedQuestion>): Sketch {
  return { ...sketch, question: { ...sketch.question, ...part } };
}

export function atPace(sketch: Sketch, part: Partial<SketchedQuestion["pace"]>): Sketch {
  return asking(sketch, { pace: { ...sketch.question.pace, ...part } });
}

/** Leaving is possible at this much later a time, and the search ends when it did. */
export function leavingLater(sketch: Sketch, byS: number): Sketch {
  const { leaveFrom, windowS } = sketch.question;
  return asking(sketch, { leaveFrom: leaveFrom + byS, windowS: windowS - byS });
}

export function someTripsLess(sketch: Sketch, random: Random): Sketch {
  const trips = sketch.trips.filter(() => random.chance(0.8));
  const runs = (id: string) => id === "" || trips.some((trip) => trip.id === id);
  return {
    ...sketch,
    trips,
    transfers: sketch.transfers.filter(({ fromTrip, toTrip }) => runs(fromTrip) && runs(toTrip)),
  };
}

export function shorterHours(sketch: Sketch): Sketch {
  const shorter = (open: { from: number; until: number }[]) =>
    open.map(({ from, until }) => ({ from: from + 120, until: until - 300 }));
  return asking(sketch, {
    rooms: sketch.question.rooms.map((room) => ({ ...room, open: shorter(room.open) })),
  });
}

/** Doors one cannot walk to all the way: there the last moment to go is to be there as they close, and none before. */
export function farDoors(sketch: Sketch, closesBefore: number): Sketch {
  const { doors, origin, walking } = sketch.question;
  const far = doors.filter(
    ({ place }) => metres(placed(place), placed(origin)) * walking.detour > walking.wholeM,
  );
  return asking(sketch, {
    doors: far.map((door) => ({ ...door, closes: door.closes === null ? null : door.closes - closesBefore })),
  });
}

/** Every change on foot in half its time, and one where there was none. */
export function withQuickChanges(sketch: Sketch, random: Random): Sketch {
  const asked = askedOf(sketch);
  const anyRun = asked.runs[0]!;
  const rows = changesFrom(asked).flatMap((changes, from) =>
    changes.map(({ to, seconds }) => rowOf(from, to, Math.floor(seconds(anyRun, anyRun) / 2))),
  );
  const [from, to] = [random.upTo(asked.stops.length), random.upTo(asked.stops.length)];
  const isNew = !rows.some((row) => row.from === from && row.to === to);
  return { ...sketch, transfers: isNew ? [...rows, rowOf(from, to, 300)] : rows };
}

function rowOf(from: number, to: number, minS: number): SketchedRow {
  return { from, to, type: 2, minS, fromRoute: "", toRoute: "", fromTrip: "", toTrip: "" };
}

export function withoutBlocks(sketch: Sketch): Sketch {
  return { ...sketch, trips: sketch.trips.map((trip) => ({ ...trip, block: "" })) };
}

export function repeating(sketch: Sketch, exact: boolean): Sketch {
  const trips = sketch.trips.map((trip) => ({
    ...trip,
    repeats: trip.repeats.map((repeat) => ({ ...repeat, exact })),
  }));
  return { ...sketch, trips };
}

export function renamed(sketch: Sketch, random: Random): Sketch {
  const names = new Map(sketch.trips.map(({ id }) => [id, `x${random.upTo(1e9)}`]));
  const name = (id: string) => names.get(id) ?? id;
  const shuffled = <T>(rows: T[]) =>
    rows
      .map((row) => ({ row, at: random.next() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ row }) => row);
  return {
    ...sketch,
    trips: shuffled(sketch.trips.map((trip) => ({ ...trip, id: name(trip.id) }))),
    transfers: shuffled(
      sketch.transfers.map((row) => ({ ...row, fromTrip: name(row.fromTrip), toTrip: name(row.toTrip) })),
    ),
  };
}

/** Yesterday's trips past 24:00 as today's, where no time is before today; they are no other trips' vehicles. */
export function asToday(sketch: Sketch): Sketch {
  return { ...sketch, trips: sketch.trips.map((trip) => ({ ...trip, yesterday: false })) };
}

export function withDoubles(sketch: Sketch): Sketch {
  return { ...sketch, trips: sketch.trips.flatMap((trip) => [trip, { ...trip, id: `${trip.id}b` }]) };
}

export function inTwoParts(sketch: Sketch, random: Random): Sketch {
  const trips = sketch.trips.flatMap((trip): SketchedTrip[] => {
    const calls = knownCalls(trip).map((call) => ({ ...call, blank: false }));
    const cut = 1 + random.upTo(calls.length - 2);
    if (calls.length < 3) return [trip];
    const part = { ...trip, block: trip.id };
    return [
      { ...part, calls: calls.slice(0, cut + 1) },
      { ...part, id: `${trip.id}b`, calls: calls.slice(cut) },
    ];
  });
  return { ...sketch, trips };
}

/** Each of its exact repeats as a trip of its own. */
export function writtenOut(sketch: Sketch): Sketch {
  const trips = sketch.trips.flatMap((trip): SketchedTrip[] => {
    if (trip.repeats.length === 0) return [trip];
    return trip.repeats.flatMap(({ from, until, headwayS }, n) => {
      const starts: number[] = [];
      for (let start = from; start < until; start += headwayS) starts.push(start - trip.calls[0]!.depart);
      return starts.map((shift, i) => ({
        ...trip,
        id: `${trip.id}-${n}-${i}`,
        repeats: [],
        calls: trip.calls.map((call) => ({
          ...call,
          arrive: call.arrive + shift,
          depart: call.depart + shift,
        })),
      }));
    });
  });
  return { ...sketch, trips };
}

export function stretchByStretch(sketch: Sketch): Sketch {
  const rooms = sketch.question.rooms.flatMap(({ place, open }) =>
    open.map((stretch) => ({ place, open: [stretch] })),
  );
  return asking(sketch, { rooms });
}

export function anHourLater({ stops, trips, transfers, question }: Sketch): Sketch {
  const late = (second: number) => second + 3600;
  const span = ({ from, until, ...rest }: { from: number; until: number }) => ({
    ...rest,
    from: late(from),
    until: late(until),
  });
  return {
    stops,
    transfers,
    trips: trips.map((trip) => ({
      ...trip,
      calls: trip.calls.map((call) => ({ ...call, arrive: late(call.arrive), depart: late(call.depart) })),
      repeats: trip.repeats.map((repeat) => ({ ...repeat, ...span(repeat) })),
    })),
    question: {
      ...question,
      leaveFrom: late(question.leaveFrom),
      cold: { ...question.cold, from: late(question.cold.from) },
      rooms: question.rooms.map(({ place, open }) => ({ place, open: open.map(span) })),
      doors: question.doors.map(({ place, opens, closes }) => ({
        place,
        opens: opens === null ? null : late(opens),
        closes: closes === null ? null : late(closes),
      })),
    },
  };
}
