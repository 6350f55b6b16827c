/** transfers.txt: where one may change and where not, how long it takes, and which trips are one vehicle's. */
import type { CsvRows } from "~/transit/gtfs/csv";
import { STATION, type Stops, type TransferRule } from "~/transit/gtfs/feed";
import type { Ids } from "~/transit/gtfs/ids";
import type { ReadTrips } from "~/transit/gtfs/read-trips";

/** The types that speak of staying on board: from here on they name two trips, and the stops are beside the point. */
export const STAYS_ABOARD = 4;
export const MUST_GET_OFF = 5;
export const NO_CHANGE = 3;

// A station stands for all pairs of its stops: no region has so many, and a small server could not hold them.
const MOST_PAIRS = 500_000;

/** What the rows refer to. */
type Known = { stops: Stops; stopIds: Ids; routeIds: Ids; trips: Pick<ReadTrips, "ids" | "indexOf"> };

/** A row that names what is not there, or too little to go by, changes nothing and is warned of. */
export function readTransfers(rows: CsvRows | null, known: Known): TransferRule[] {
  if (!rows) return [];
  const [type, time] = [rows.column("transfer_type"), rows.column("min_transfer_time")];
  const named = references(rows, known);
  const members = memberCounts(known.stops);
  const rules: TransferRule[] = [];
  let pairs = 0;
  while (rows.next()) {
    const refers = named();
    const [kind, minS] = [rows.whole(type, 0), rows.blank(time) ? -1 : rows.whole(time)];
    if (kind < 0) rows.fault(type, `${rows.shown(type)} is not a transfer_type`);
    if (!rows.blank(time) && minS < 0) rows.fault(time, `${rows.shown(time)} is not a number of seconds`);
    if (!refers) continue;
    const rule = { ...refers, type: kind, minS };
    if (!isWhole(rows, rule, type)) continue;
    if (kind < STAYS_ABOARD) pairs += members[rule.fromStop]! * members[rule.toStop]!;
    if (pairs > MOST_PAIRS) {
      rows.fault(-1, `up to here the stations stand for more than ${MOST_PAIRS} pairs of stops`);
      break;
    }
    rules.push(rule);
  }
  return rules;
}

function isWhole(rows: CsvRows, rule: TransferRule, type: number): boolean {
  if (rule.type > MUST_GET_OFF) rows.warn(type, `nobody knows a transfer_type ${rows.shown(type)}`);
  else if (rule.type >= STAYS_ABOARD && (rule.fromTrip < 0 || rule.toTrip < 0))
    rows.warn(type, `transfer_type ${rule.type} needs from_trip_id and to_trip_id`);
  else if (rule.type < STAYS_ABOARD && (rule.fromStop < 0 || rule.toStop < 0))
    rows.warn(type, `transfer_type ${rule.type} needs from_stop_id and to_stop_id`);
  else return true;
  return false;
}

type References = Omit<TransferRule, "type" | "minS">;

/** What the current row names, or null where one of its ids is not there. */
function references(rows: CsvRows, { stops, stopIds, routeIds, trips }: Known): () => References | null {
  const column = (name: string) => [rows.column(`from_${name}_id`), rows.column(`to_${name}_id`)] as const;
  const [stop, route, trip] = [column("stop"), column("route"), column("trip")];
  return () => {
    let isKnown = true;
    const find = (at: number, ids: Ids, file: string): number => {
      if (rows.blank(at)) return -1;
      const found = rows.find(at, ids);
      if (found < 0 && rows.trusts(file)) rows.warn(at, `${rows.shown(at)} is not in ${file}`);
      isKnown &&= found >= 0;
      return found;
    };
    const stopAt = (at: number): number => {
      const found = find(at, stopIds, "stops.txt");
      if (found < 0 || stops.kind[found]! <= STATION) return found;
      rows.warn(at, `${rows.shown(at)} is an entrance, a node or an area, not a stop`);
      isKnown = false;
      return found;
    };
    const tripAt = (at: number): number => trips.indexOf[find(at, trips.ids, "trips.txt")] ?? -1;
    const refers = {
      fromStop: stopAt(stop[0]),
      toStop: stopAt(stop[1]),
      fromRoute: find(route[0], routeIds, "routes.txt"),
      toRoute: find(route[1], routeIds, "routes.txt"),
      fromTrip: tripAt(trip[0]),
      toTrip: tripAt(trip[1]),
    };
    return isKnown ? refers : null;
  };
}

/** How many stops each stop or station stands for: some feeds let trips call at a station as a whole. */
function memberCounts({ kind, parent }: Stops): Float64Array {
  const counts = new Float64Array(kind.length).fill(1);
  for (let stop = 0; stop < kind.length; stop++)
    if (parent[stop]! >= 0 && kind[stop]! < STATION) counts[parent[stop]!]!++;
  return counts;
}
