/** trips.txt and frequencies.txt: one vehicle's run along a route, and how often a run is repeated. */
import type { CsvRows } from "~/transit/gtfs/csv";
import type { Frequency, Trips } from "~/transit/gtfs/feed";
import { Ids } from "~/transit/gtfs/ids";

/** `indexOf[row]` is the trip's index: rows come in any order, trips are kept in the order of their ids. */
export type ReadTrips = { trips: Omit<Trips, "first">; ids: Ids; indexOf: Int32Array };

type Draft = {
  route: number;
  service: number;
  shape: number;
  headsign: number;
  wheelchair: number;
  direction: number;
  block: number;
};

export function readTrips(rows: CsvRows, routeIds: Ids, serviceIds: Ids, shapeIds: Ids | null): ReadTrips {
  const ids = new Ids();
  const headsigns = new Map<string, number>();
  const rowOf = tripRows(rows, { routeIds, serviceIds, shapeIds }, headsigns);
  const id = rows.required("trip_id");
  const drafts: Draft[] = [];
  while (rows.next()) {
    if (!rows.addOwn(id, ids)) continue;
    drafts.push(rowOf());
  }
  rows.refuseEmpty(drafts.length, "trip");
  const texts = ids.texts();
  const order = Int32Array.from(texts.keys()).toSorted((a, b) => (texts[a]! < texts[b]! ? -1 : 1));
  const indexOf = new Int32Array(order.length);
  order.forEach((row, index) => (indexOf[row] = index));
  const column = (of: (draft: Draft) => number) => Int32Array.from(order, (row) => of(drafts[row]!));
  return {
    ids,
    indexOf,
    trips: {
      ids: Array.from(order, (row) => texts[row]!),
      route: column((draft) => draft.route),
      service: column((draft) => draft.service),
      shape: column((draft) => draft.shape),
      headsign: column((draft) => draft.headsign),
      headsigns: [...headsigns.keys()],
      wheelchair: Uint8Array.from(column((draft) => draft.wheelchair)),
      direction: Uint8Array.from(column((draft) => draft.direction)),
      block: column((draft) => draft.block),
    },
  };
}

function tripRows(
  rows: CsvRows,
  known: { routeIds: Ids; serviceIds: Ids; shapeIds: Ids | null },
  headsigns: Map<string, number>,
): () => Draft {
  const [route, service] = [rows.required("route_id"), rows.required("service_id")];
  const [shape, headsign] = [rows.column("shape_id"), rows.column("trip_headsign")];
  const [wheelchair, direction] = [rows.column("wheelchair_accessible"), rows.column("direction_id")];
  const block = rows.column("block_id");
  const blocks = new Ids();
  const reference = (column: number, ids: Ids, ...tables: string[]) => {
    const found = rows.find(column, ids);
    if (found < 0 && rows.trusts(...tables))
      rows.fault(column, `${rows.shown(column)} is not in ${tables.join(" or ")}`);
    return found;
  };
  return () => {
    const sign = rows.name(headsign);
    if (sign !== "" && !headsigns.has(sign)) headsigns.set(sign, headsigns.size);
    return {
      route: reference(route, known.routeIds, "routes.txt"),
      service: reference(service, known.serviceIds, "calendar.txt", "calendar_dates.txt"),
      // A line that cannot be drawn changes no answer: some agencies name shapes they do not publish.
      shape: known.shapeIds ? rows.find(shape, known.shapeIds) : -1,
      headsign: headsigns.get(sign) ?? -1,
      wheelchair: Math.max(rows.whole(wheelchair, 0), 0),
      direction: rows.whole(direction, 0) === 1 ? 1 : 0,
      block: rows.blank(block) ? -1 : numbered(rows, block, blocks),
    };
  };
}

/** The index of the id, which is new where it was not named before. */
function numbered(rows: CsvRows, column: number, ids: Ids): number {
  const found = rows.find(column, ids);
  return found < 0 ? rows.add(column, ids) : found;
}

// Each repetition becomes a run in memory: more than all buses of a large country make in a day is a mistake.
const MOST_RUNS = 300_000;

export function readFrequencies(rows: CsvRows | null, read: ReadTrips): Frequency[] {
  if (!rows) return [];
  const [trip, headway] = [rows.required("trip_id"), rows.required("headway_secs")];
  const [starts, ends] = [rows.required("start_time"), rows.required("end_time")];
  const exact = rows.column("exact_times");
  const frequencies: Frequency[] = [];
  let runs = 0;
  while (rows.next()) {
    const row = rows.find(trip, read.ids);
    const [startsS, endsS, headwayS] = [rows.time(starts), rows.time(ends), rows.whole(headway)];
    if (row < 0 && rows.trusts("trips.txt")) rows.fault(trip, `${rows.shown(trip)} is not in trips.txt`);
    if (startsS < 0) rows.fault(starts, `${rows.shown(starts)} is not a time`);
    if (endsS < 0) rows.fault(ends, `${rows.shown(ends)} is not a time`);
    if (headwayS < 1) rows.fault(headway, `${rows.shown(headway)} is not a number of seconds`);
    if (row < 0 || startsS < 0 || endsS < 0 || headwayS < 1) continue;
    runs += Math.max(0, (endsS - startsS) / headwayS);
    if (runs > MOST_RUNS) {
      rows.fault(headway, `up to here trips are repeated more than ${MOST_RUNS} times`);
      break;
    }
    frequencies.push({
      trip: read.indexOf[row]!,
      startsS,
      endsS,
      headwayS,
      exact: rows.whole(exact, 0) === 1,
    });
  }
  return frequencies;
}
