/** pathways.txt and levels.txt: the ways inside stations, between their entrances and their platforms. */
import type { CsvRows } from "~/transit/gtfs/csv";
import { NODE, type Pathway, STATION, type Stops } from "~/transit/gtfs/feed";
import { Ids } from "~/transit/gtfs/ids";
import { type ReadStops, stationOf } from "~/transit/gtfs/read-stops";

export type Levels = { ids: Ids; index: number[] };

// Higher and deeper than anything built; what is more, or infinite, is no level.
const HIGHEST = 1_000;
const LONGEST = 100_000;
const LAST_MODE = 7;
// The walks between all entrances and platforms of a station are found when it is loaded.
const MOST_PAIRS = 500_000;
const MOST_PATHWAYS = 100_000;

export function readLevels(rows: CsvRows | null): Levels | null {
  if (!rows) return null;
  const [id, height] = [rows.required("level_id"), rows.required("level_index")];
  const levels: Levels = { ids: new Ids(), index: [] };
  while (rows.next()) {
    if (!rows.addOwn(id, levels.ids)) continue;
    const index = rows.decimal(height);
    if (!(Math.abs(index) <= HIGHEST)) rows.fault(height, `${rows.shown(height)} is not a level_index`);
    levels.index.push(index);
  }
  return levels;
}

/** A row that leads nowhere in its station changes nothing and is warned of. */
export function readPathways(
  rows: CsvRows | null,
  read: Pick<ReadStops, "stops" | "ids" | "onStreet">,
): Pathway[] {
  if (!rows) return [];
  const ends = [rows.required("from_stop_id"), rows.required("to_stop_id")] as const;
  const [mode, both] = [rows.required("pathway_mode"), rows.required("is_bidirectional")];
  const measured = measures(rows);
  const pathways: Pathway[] = [];
  while (rows.next()) {
    const [from, to] = [endOf(rows, ends[0], read), endOf(rows, ends[1], read)];
    const [kind, direction] = [rows.whole(mode), rows.whole(both)];
    if (kind < 0) rows.fault(mode, `${rows.shown(mode)} is not a pathway_mode`);
    if (direction !== 0 && direction !== 1) rows.fault(both, `${rows.shown(both)} is neither 0 nor 1`);
    const measure = measured();
    if (from < 0 || to < 0) continue;
    if (kind < 1 || kind > LAST_MODE) rows.warn(mode, `nobody knows a pathway_mode ${rows.shown(mode)}`);
    else if (stationOf(read.stops, from) !== stationOf(read.stops, to))
      rows.warn(ends[1], `${rows.shown(ends[1])} is of another station than ${rows.shown(ends[0])}`);
    else if (pathways.push({ from, to, mode: kind, bothWays: direction === 1, ...measure }) > MOST_PATHWAYS) {
      rows.fault(-1, `these are more than ${MOST_PATHWAYS} pathways`);
      break;
    }
  }
  refuseMaze(rows, pathways, read.stops);
  return pathways;
}

function endOf(
  rows: CsvRows,
  column: number,
  { stops, ids, onStreet }: Pick<ReadStops, "stops" | "ids" | "onStreet">,
): number {
  const stop = rows.find(column, ids);
  const name = rows.shown(column);
  if (stop < 0) {
    if (rows.trusts("stops.txt")) rows.warn(column, `${name} is not in stops.txt`);
  } else if (stops.kind[stop] === STATION) rows.warn(column, `${name} is a station, not a point of one`);
  else if (onStreet[stop] === 1) rows.warn(column, `${name} is reached from the street (stop_access 1)`);
  else return stop;
  return -1;
}

function measures(rows: CsvRows): () => Pick<Pathway, "metres" | "seconds" | "stairs"> {
  const [length, time, stairs] = [
    rows.column("length"),
    rows.column("traversal_time"),
    rows.column("stair_count"),
  ];
  const number = (column: number, least: number, what: string): number => {
    if (rows.blank(column)) return NaN;
    const value = rows.decimal(column);
    if (value >= least && value <= LONGEST) return value;
    rows.fault(column, `${rows.shown(column)} is not ${what}`);
    return NaN;
  };
  return () => {
    const seconds = number(time, 0, "a number of seconds");
    return {
      metres: number(length, 0, "a length in metres"),
      // GTFS wants it above 0: who writes 0 does not know it.
      seconds: seconds > 0 ? Math.ceil(seconds) : -1,
      stairs: number(stairs, -LONGEST, "a number of steps") || 0,
    };
  };
}

function refuseMaze(rows: CsvRows, pathways: Pathway[], stops: Stops): void {
  const ends = new Map<number, number>();
  for (const stop of new Set(pathways.flatMap(({ from, to }) => [from, to])))
    if (stops.kind[stop] !== NODE)
      ends.set(stationOf(stops, stop), (ends.get(stationOf(stops, stop)) ?? 0) + 1);
  const pairs = [...ends.values()].reduce((sum, count) => sum + count * count, 0);
  if (pairs > MOST_PAIRS) rows.fault(-1, `up to here stations have more than ${MOST_PAIRS} pairs of points`);
}
