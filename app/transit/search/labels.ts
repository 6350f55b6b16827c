/**
 * What a search remembers: boardings (a trip got on, and after which label) and labels (a stop got off at). One search
 * owns them until its answer is told; they are then used again, for making them anew costs as much as a search.
 */

/** Times are seconds after leaving is first possible; -1 stands for none. */
export type Labels = {
  /** Boardings: the vehicle's run, and the stop time boarded at. */
  run: Int32Array;
  boardedAt: Int32Array;
  /** What came before: a label (0 and above), the origin (-1), or staying aboard from boarding -2 - parent. */
  parent: Int32Array;
  /** The entry of the room waited in before, or -1. */
  inside: Int32Array;
  /** Vehicles boarded so far, and when to leave the origin. */
  rides: Int32Array;
  leave: Int32Array;
  boardings: number;
  /** Labels: outdoor cost less the running cold at arrival, arrival, the stop time got off at, its boarding. */
  c: Float64Array;
  arrive: Int32Array;
  alightedAt: Int32Array;
  boarding: Int32Array;
  /** The label released before this one at its stop; but at stops of named transfers, this one betters it. */
  bettered: Int32Array;
  count: number;
  /** Where and when labels wait for their release: a linked list for each second. */
  stop: Int32Array;
  nextInBucket: Int32Array;
  bucket: Int32Array;
  /** At each stop: the smallest c released, the newest label, and the first arrival. */
  vC: Float64Array;
  vLabel: Int32Array;
  soonest: Int32Array;
  /** For each run: the smallest outdoor cost of being aboard, and the boarding it comes from. */
  tripO: Float64Array;
  tripBoarding: Int32Array;
};

export const ORIGIN = -1;
export const NEVER = 2 ** 31 - 1;

/** The cost of being aboard a vehicle that nobody is aboard: more than any way, less than no way, which is infinite. */
export const NOBODY = Number.MAX_VALUE;

/** The parent of who stays aboard, and the boarding that such a parent means. */
export function aboardFrom(boardingOrParent: number): number {
  return -2 - boardingOrParent;
}

type Sizes = { connections: number; stops: number; seconds: number; runs: number };

/** Empty labels: a connection is boarded at most once and left at most once, so its count bounds both. */
export function labelsFor(sizes: Sizes, used: Labels | undefined): Labels {
  const labels = used && fits(sizes, sizesOf(used)) ? used : newLabels(larger(sizes, used && sizesOf(used)));
  labels.boardings = 0;
  labels.count = 0;
  labels.bucket.fill(-1);
  labels.vC.fill(Infinity);
  labels.vLabel.fill(-1);
  labels.soonest.fill(NEVER);
  labels.tripO.fill(NOBODY);
  return labels;
}

function sizesOf({ c, vC, bucket, tripO }: Labels): Sizes {
  return { connections: c.length, stops: vC.length, seconds: bucket.length, runs: tripO.length };
}

function fits(sizes: Sizes, room: Sizes): boolean {
  return (Object.keys(sizes) as (keyof Sizes)[]).every((what) => sizes[what] <= room[what]);
}

/** Never smaller than before in anything, or noon's questions and midnight's would take turns in making it anew. */
function larger(sizes: Sizes, before: Sizes = sizes): Sizes {
  return {
    connections: Math.max(sizes.connections, before.connections),
    stops: Math.max(sizes.stops, before.stops),
    seconds: Math.max(sizes.seconds, before.seconds),
    runs: Math.max(sizes.runs, before.runs),
  };
}

function newLabels({ connections, stops, seconds, runs }: Sizes): Labels {
  const column = () => new Int32Array(connections);
  return {
    run: column(),
    boardedAt: column(),
    parent: column(),
    inside: column(),
    rides: column(),
    leave: column(),
    boardings: 0,
    c: new Float64Array(connections),
    arrive: column(),
    alightedAt: column(),
    boarding: column(),
    bettered: column(),
    count: 0,
    stop: column(),
    nextInBucket: column(),
    bucket: new Int32Array(seconds),
    vC: new Float64Array(stops),
    vLabel: new Int32Array(stops),
    soonest: new Int32Array(stops),
    tripO: new Float64Array(runs),
    tripBoarding: new Int32Array(runs),
  };
}

/** Of two boardings that cost the same: fewer rides, then leaving later, then the run that is first by trip id. */
export function winsTie(labels: Labels, a: number, b: number): boolean {
  if (labels.rides[a] !== labels.rides[b]) return labels.rides[a]! < labels.rides[b]!;
  if (labels.leave[a] !== labels.leave[b]) return labels.leave[a]! > labels.leave[b]!;
  return labels.run[a]! < labels.run[b]!;
}
