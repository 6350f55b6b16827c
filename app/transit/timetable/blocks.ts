/** In-seat continuation: which runs of a day are one vehicle that goes on, so that nobody has to get off. */
import type { Timetable } from "~/transit/timetable/timetable";

/** The runs that go on as run r are those from first[r] up to first[r + 1]; null where none does on this day. */
export type GoesOn = { first: Int32Array; from: Int32Array };

type Runs = Pick<Timetable, "trips" | "times">;
type Parts = Runs & Pick<Timetable, "transfers">;

/**
 * Runs of one block follow each other by the time they start (GTFS, block_id); transfers.txt can say so of any two trips
 * (type 4) and deny it (type 5). A vehicle that starts elsewhere than it ended drives there empty: only for type 4
 * is that believed. `running` are the day's trips; those of `unusable` run too, but not for these riders, and nobody
 * stays aboard over one of them.
 */
export function goesOn(
  timetable: Parts,
  running: readonly number[],
  unusable: readonly number[] = [],
): GoesOn | null {
  const { trips, transfers } = timetable;
  const runOf = new Map<number, number>();
  const blocks = new Map<number, number[]>();
  const all = [...running, ...unusable];
  all.forEach((trip, run) => {
    if (transfers.stays.size > 0 && run < running.length) runOf.set(trip, run);
    const block = trips.block[trip]!;
    if (block < 0) return;
    const known = blocks.get(block);
    if (known) known.push(run);
    else blocks.set(block, [run]);
  });
  const pairs: [from: number, to: number][] = [];
  const tripOf = (run: number) => all[run]!;
  for (const runs of blocks.values()) {
    const ordered = runs.toSorted((a, b) => byStart(timetable, tripOf(a), tripOf(b)));
    for (let i = 1; i < ordered.length; i++) {
      const [from, to] = [ordered[i - 1]!, ordered[i]!];
      const areUsable = from < running.length && to < running.length;
      if (areUsable && followsAtOnePlace(timetable, tripOf(from), tripOf(to))) pairs.push([from, to]);
    }
  }
  for (const pair of transfers.stays) {
    const [from, to] = [Math.floor(pair / trips.first.length), pair % trips.first.length];
    const runs = [runOf.get(from), runOf.get(to)];
    if (runs[0] !== undefined && runs[1] !== undefined && ends(timetable, from) <= starts(timetable, to))
      pairs.push([runs[0], runs[1]]);
  }
  const allowed = pairs.filter(
    ([from, to]) => !transfers.parts.has(tripOf(from) * trips.first.length + tripOf(to)),
  );
  return allowed.length > 0 ? byTarget(allowed, running.length) : null;
}

function byTarget(pairs: [from: number, to: number][], runs: number): GoesOn {
  const unique = [...new Map(pairs.map((pair) => [pair.join(), pair])).values()].toSorted(
    (a, b) => a[1] - b[1],
  );
  const first = new Int32Array(runs + 1);
  for (const [, to] of unique) first[to + 1]!++;
  for (let run = 0; run < runs; run++) first[run + 1]! += first[run]!;
  return { first, from: Int32Array.from(unique, ([from]) => from) };
}

function followsAtOnePlace(timetable: Parts, from: number, to: number): boolean {
  const { trips, times } = timetable;
  const last = times.stop[trips.first[from]! + trips.length[from]! - 1];
  return last === times.stop[trips.first[to]!] && ends(timetable, from) <= starts(timetable, to);
}

/** By start, then by end: a trip that is over the moment it begins comes before the one that begins as it ends. */
function byStart(timetable: Runs, a: number, b: number): number {
  return starts(timetable, a) - starts(timetable, b) || ends(timetable, a) - ends(timetable, b) || a - b;
}

function starts({ trips, times }: Runs, trip: number): number {
  return times.depart[trips.first[trip]!]! + trips.offsetS[trip]!;
}

function ends({ trips, times }: Runs, trip: number): number {
  return times.arrive[trips.first[trip]! + trips.length[trip]! - 1]! + trips.offsetS[trip]!;
}
