/**
 * What a search remembers: boardings (a trip got on, and after which label) and labels (a stop got off at). They belong
 * to one search and are never shared, so searches may be interleaved. Times are seconds after leaving is first possible.
 */

/** One boarding or none per connection, one label or none: the connections scanned bound both. */
export type Labels = {
  /** Boardings: the vehicle's run, the stop time boarded at, the label changed from (-1: from the origin). */
  run: Int32Array;
  boardedAt: Int32Array;
  parent: Int32Array;
  /** Vehicles boarded so far, and when to leave the origin. */
  rides: Int32Array;
  leave: Int32Array;
  boardings: number;
  /** Labels: outdoor cost less the running cold at arrival, arrival, the stop time got off at, its boarding. */
  c: Float64Array;
  arrive: Int32Array;
  alightedAt: Int32Array;
  boarding: Int32Array;
  /** The label before this one at the same stop, and the newest at each stop, or -1. */
  before: Int32Array;
  newest: Int32Array;
  count: number;
};

export function emptyLabels(connections: number, stops: number): Labels {
  const column = () => new Int32Array(connections);
  return {
    run: column(),
    boardedAt: column(),
    parent: column(),
    rides: column(),
    leave: column(),
    boardings: 0,
    c: new Float64Array(connections),
    arrive: column(),
    alightedAt: column(),
    boarding: column(),
    before: column(),
    newest: new Int32Array(stops).fill(-1),
    count: 0,
  };
}

/** Of two boardings that cost the same: fewer rides, then leaving later, then the run that is first by trip id. */
export function winsTie(labels: Labels, a: number, b: number): boolean {
  if (labels.rides[a] !== labels.rides[b]) return labels.rides[a]! < labels.rides[b]!;
  if (labels.leave[a] !== labels.leave[b]) return labels.leave[a]! > labels.leave[b]!;
  return labels.run[a]! < labels.run[b]!;
}

/** Labels that become available at a second, as one linked list a second. */
export class Releases {
  label: Int32Array = new Int32Array(1 << 16);
  /** The stop reached on foot, or ~stop where the vehicle stops there itself. */
  place: Int32Array = new Int32Array(1 << 16);
  #next: Int32Array = new Int32Array(1 << 16);
  #first: Int32Array;
  #count = 0;

  constructor(seconds: number) {
    this.#first = new Int32Array(seconds + 1).fill(-1);
  }

  add(second: number, label: number, place: number): void {
    if (this.#count === this.label.length) this.#grow();
    const entry = this.#count++;
    this.label[entry] = label;
    this.place[entry] = place;
    this.#next[entry] = this.#first[second]!;
    this.#first[second] = entry;
  }

  /** Takes one entry of this second, or -1; what is added to the same second meanwhile is still taken. */
  take(second: number): number {
    const entry = this.#first[second]!;
    if (entry >= 0) this.#first[second] = this.#next[entry]!;
    return entry;
  }

  #grow(): void {
    for (const column of ["label", "place"] as const) this[column] = doubled(this[column]);
    this.#next = doubled(this.#next);
  }
}

function doubled(column: Int32Array): Int32Array {
  const larger = new Int32Array(2 * column.length);
  larger.set(column);
  return larger;
}
