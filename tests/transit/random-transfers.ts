/** Random rows of transfers.txt where they matter: between what arrives and what departs not long after. */
import type { Random } from "./random-town";
import type { SketchedRow, SketchedTrip } from "./sketch";

/** For everybody, for who comes by or goes on with some routes or trips; and who may stay aboard. */
export function randomRows(random: Random, trips: SketchedTrip[]): SketchedRow[] {
  const rows: SketchedRow[] = [];
  for (let n = 3 + random.upTo(12); n > 0; n--) {
    const row = random.chance(0.15) ? stayingRow(random, trips) : changingRow(random, trips);
    // Half the rows are about the same stops as one before.
    if (row.type < 4 && rows.length > 0 && random.chance(0.5)) {
      const { from, to } = random.one(rows);
      Object.assign(row, { from, to });
    }
    if (!rows.some((other) => mayBothHold(row, other))) rows.push(row);
  }
  return rows;
}

function stayingRow(random: Random, trips: SketchedTrip[]): SketchedRow {
  const by = random.one(trips);
  const later = trips.filter((trip) => trip.calls[0]!.depart >= by.calls.at(-1)!.arrive);
  const on = random.one(later.length > 0 ? later : trips);
  const row = { type: random.one([4, 5] as const), minS: null, fromRoute: "", toRoute: "" };
  return { ...row, from: by.calls.at(-1)!.stop, to: on.calls[0]!.stop, fromTrip: by.id, toTrip: on.id };
}

function changingRow(random: Random, trips: SketchedTrip[]): SketchedRow {
  const by = random.one(trips);
  const off = random.one(by.calls.slice(1));
  const departures = trips.flatMap((trip) =>
    trip.calls.slice(0, -1).map((call) => ({ trip, call, waits: call.depart - off.arrive })),
  );
  const soon = departures.filter(({ waits }) => waits >= 0 && waits < 2400);
  const { trip: on, call, waits } = random.one(soon.length > 0 ? soon : departures);
  const type = random.one([0, 1, 2, 2, 2, 3, 3] as const);
  const naming = random.chance(0.5) ? 0 : random.upTo(16);
  // Just enough for this change, or just too much, or nothing to speak of.
  const minS = random.one([Math.max(0, waits), Math.max(0, waits) + 1, random.upTo(30), random.upTo(900)]);
  return {
    from: off.stop,
    to: call.stop,
    type,
    minS: type === 2 && random.chance(0.9) ? minS : null,
    fromTrip: naming & 1 ? by.id : "",
    toTrip: naming & 2 ? on.id : "",
    fromRoute: naming & 4 ? by.route : "",
    toRoute: naming & 8 ? on.route : "",
  };
}

/** Which of two rows that are equally particular wins is not said anywhere. */
function mayBothHold(a: SketchedRow, b: SketchedRow): boolean {
  const weight = (trip: string, route: string) => (trip ? 3 : route ? 1 : 0);
  const rank = (row: SketchedRow) => weight(row.fromTrip, row.fromRoute) + weight(row.toTrip, row.toRoute);
  const columns = ["fromTrip", "toTrip", "fromRoute", "toRoute"] as const;
  const agree = columns.every((column) => !a[column] || !b[column] || a[column] === b[column]);
  return a.from === b.from && a.to === b.to && a.type > 3 === b.type > 3 && rank(a) === rank(b) && agree;
}
