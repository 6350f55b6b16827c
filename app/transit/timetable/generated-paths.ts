/** Ways on foot between stops that lie near each other: most feeds have no usable transfers.txt. */
import { type Footpaths, type Link, pairKey } from "~/transit/timetable/footpaths";
import { eachWithin, type Grid } from "~/transit/timetable/nearby";

/** Other ways by the key of their pair, also between stops far apart; null where there is none. */
export type Changed = ReadonlyMap<number, Link | null>;

/** Every pair of stops within reach of each other, both ways, and each stop with itself; but as `changed` has it. */
export function generatedPaths({ grid, linkM }: { grid: Grid; linkM: number }, changed: Changed): Footpaths {
  const stops = grid.lat.length;
  const pairs = new Pairs();
  const others = [...changed].toSorted(([a], [b]) => a - b);
  let next = 0;
  for (let from = 0; from < stops; from++) {
    eachWithin(grid, { lat: grid.lat[from]!, lon: grid.lon[from]! }, linkM, (to, metres) => {
      if (changed.size === 0 || !changed.has(pairKey(from, to, stops)))
        pairs.add(from, to, from === to ? 0 : metres, 0, -1);
    });
    for (; next < others.length && others[next]![0] < (from + 1) * stops; next++) {
      const [key, link] = others[next]!;
      if (link) pairs.add(from, key % stops, link.metres, link.fixedS, link.minS);
    }
  }
  return pairs.byTo(stops);
}

const FIRST_LENGTH = 1024;

/** Pairs in the order of where they come from, in columns: an object for each would be most of a region's memory. */
class Pairs {
  #count = 0;
  #from = new Int32Array(FIRST_LENGTH);
  #to = new Int32Array(FIRST_LENGTH);
  #metres = new Float64Array(FIRST_LENGTH);
  #fixedS = new Int32Array(FIRST_LENGTH);
  #minS = new Int32Array(FIRST_LENGTH);

  add(from: number, to: number, metres: number, fixedS: number, minS: number): void {
    if (this.#count === this.#from.length) this.#grow();
    const pair = this.#count++;
    this.#from[pair] = from;
    this.#to[pair] = to;
    this.#metres[pair] = metres;
    this.#fixedS[pair] = fixedS;
    this.#minS[pair] = minS;
  }

  #grow(): void {
    const column = (old: Int32Array) => {
      const larger = new Int32Array(2 * old.length);
      larger.set(old);
      return larger;
    };
    [this.#from, this.#to] = [column(this.#from), column(this.#to)];
    [this.#fixedS, this.#minS] = [column(this.#fixedS), column(this.#minS)];
    const metres = new Float64Array(2 * this.#metres.length);
    metres.set(this.#metres);
    this.#metres = metres;
  }

  /** A counting sort: it is stable, so those to one stop stay in the order of where they come from. */
  byTo(stops: number): Footpaths {
    const first = new Int32Array(stops + 1);
    for (let pair = 0; pair < this.#count; pair++) first[this.#to[pair]! + 1]!++;
    for (let stop = 0; stop < stops; stop++) first[stop + 1]! += first[stop]!;
    const next = first.slice();
    const column = () => new Int32Array(this.#count);
    const paths = {
      first,
      from: column(),
      metres: new Float64Array(this.#count),
      fixedS: column(),
      minS: column(),
    };
    for (let pair = 0; pair < this.#count; pair++) {
      const path = next[this.#to[pair]!]!++;
      paths.from[path] = this.#from[pair]!;
      paths.metres[path] = this.#metres[pair]!;
      paths.fixedS[path] = this.#fixedS[pair]!;
      paths.minS[path] = this.#minS[pair]!;
    }
    return paths;
  }
}
