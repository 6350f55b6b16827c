/** stop_times.txt: when each trip is where, from rows in any order, with the times between timepoints left blank. */
import type { CsvRows } from "~/transit/gtfs/csv";
import {
  DROP_OFF_BY_ARRANGEMENT,
  DROP_OFF_BY_DRIVER,
  NO_DROP_OFF,
  NO_PICKUP,
  PICKUP_BY_ARRANGEMENT,
  PICKUP_BY_DRIVER,
  STATION,
  type Stops,
  type StopTimes,
} from "~/transit/gtfs/feed";
import type { Ids } from "~/transit/gtfs/ids";
import { BLANK, interpolate } from "~/transit/gtfs/interpolate";
import { grouped } from "~/transit/gtfs/read-shapes";
import type { ReadTrips } from "~/transit/gtfs/read-trips";
import { shown } from "~/transit/gtfs/shown";

/** One entry a row, as the file has them. */
type Draft = {
  count: number;
  trip: Int32Array;
  stop: Int32Array;
  sequence: Int32Array;
  arrive: Int32Array;
  depart: Int32Array;
  rules: Uint8Array;
  distance: Float64Array;
  line: Int32Array;
};

export function readStopTimes(
  rows: CsvRows,
  trips: ReadTrips,
  stops: Stops,
  stopIds: Ids,
): { stopTimes: StopTimes; first: Int32Array } {
  const draft = draftOf(rows, trips, stops, stopIds);
  rows.refuseEmpty(draft.count, "stop time");
  const { first, sorted } = grouped(draft.trip.subarray(0, draft.count), draft.sequence, trips.ids.count);
  const ordered = <T extends Int32Array | Float64Array | Uint8Array>(column: T): T => {
    const copy = new (column.constructor as new (length: number) => T)(sorted.length);
    for (let i = 0; i < sorted.length; i++) copy[i] = column[sorted[i]!]!;
    return copy;
  };
  const stopTimes = {
    stop: ordered(draft.stop),
    arrive: ordered(draft.arrive),
    depart: ordered(draft.depart),
    rules: ordered(draft.rules),
  };
  // Times of broken rows would only raise faults of their own.
  if (!rows.sound) return { stopTimes, first };
  const line = ordered(draft.line);
  refuseEqualSequences(rows, ordered(draft.sequence), line, first, trips);
  interpolate(stopTimes, first, ordered(draft.distance), (at, column, reason) =>
    rows.fault(rows.column(column), reason, line[at]),
  );
  return { stopTimes, first };
}

function refuseEqualSequences(
  rows: CsvRows,
  sequence: Int32Array,
  line: Int32Array,
  first: Int32Array,
  { trips, ids }: ReadTrips,
): void {
  for (let t = 0; t < ids.count; t++)
    for (let i = first[t]! + 1; i < first[t + 1]!; i++)
      if (sequence[i] === sequence[i - 1]) {
        const reason = `trip ${shown(trips.ids[t]!)} has stop_sequence ${sequence[i]} twice`;
        rows.fault(rows.column("stop_sequence"), reason, Math.max(line[i]!, line[i - 1]!));
      }
}

function draftOf(rows: CsvRows, trips: ReadTrips, stops: Stops, stopIds: Ids): Draft {
  const [trip, stop] = [rows.required("trip_id"), rows.required("stop_id")];
  const sequence = rows.required("stop_sequence");
  const [arrival, departure] = [rows.required("arrival_time"), rows.required("departure_time")];
  const [pickup, dropOff] = [rows.column("pickup_type"), rows.column("drop_off_type")];
  const distance = rows.column("shape_dist_traveled");
  const isOnDemand = onDemand(rows);
  const draft = emptyDraft(rows.mostRows);
  while (rows.next()) {
    if (isOnDemand()) continue;
    const at = draft.count++;
    const tripRow = rows.find(trip, trips.ids);
    if (tripRow < 0 && rows.trusts("trips.txt")) rows.fault(trip, `${rows.shown(trip)} is not in trips.txt`);
    draft.trip[at] = trips.indexOf[tripRow] ?? 0;
    draft.stop[at] = boardable(rows, stop, stops, stopIds);
    draft.sequence[at] = rows.whole(sequence);
    if (draft.sequence[at]! < 0) rows.fault(sequence, `${rows.shown(sequence)} is not a whole number`);
    const [arrive, depart] = [timeOf(rows, arrival), timeOf(rows, departure)];
    draft.arrive[at] = arrive === BLANK ? depart : arrive;
    draft.depart[at] = depart === BLANK ? arrive : depart;
    if (draft.arrive[at]! > draft.depart[at]!) rows.fault(departure, "the trip departs before it arrives");
    draft.rules[at] = rulesOf(rows, pickup, dropOff);
    draft.distance[at] = rows.decimal(distance);
    draft.line[at] = rows.line;
  }
  return draft;
}

/** Service within a zone or between hours, by a call, has no times that could be planned with: such a row is left out. */
function onDemand(rows: CsvRows): () => boolean {
  const columns = ["location_id", "location_group_id", "start_pickup_drop_off_window"]
    .map((name) => rows.column(name))
    .filter((column) => column >= 0);
  return () => {
    const column = columns.find((named) => !rows.blank(named));
    if (column !== undefined) rows.warn(column, "service on demand is left out");
    return column !== undefined;
  };
}

function emptyDraft(most: number): Draft {
  const column = () => new Int32Array(most);
  return {
    count: 0,
    trip: column(),
    stop: column(),
    sequence: column(),
    arrive: column(),
    depart: column(),
    rules: new Uint8Array(most),
    distance: new Float64Array(most),
    line: column(),
  };
}

// Some feeds let trips call at a station as a whole: people do get on there, so it counts as a stop of its own.
function boardable(rows: CsvRows, column: number, stops: Stops, stopIds: Ids): number {
  const stop = rows.find(column, stopIds);
  if (!rows.trusts("stops.txt")) return Math.max(stop, 0);
  if (stop < 0) rows.fault(column, `${rows.shown(column)} is not in stops.txt`);
  else if (stops.kind[stop]! > STATION)
    rows.fault(column, `${rows.shown(column)} is an entrance, a node or an area, not a stop`);
  else if (Number.isNaN(stops.lat[stop]! + stops.lon[stop]!))
    rows.fault(column, `stop ${rows.shown(column)} has no position in stops.txt`);
  return Math.max(stop, 0);
}

function timeOf(rows: CsvRows, column: number): number {
  const time = rows.time(column);
  if (time < BLANK) rows.fault(column, `${rows.shown(column)} is not a time (HH:MM:SS)`);
  return Math.max(time, BLANK);
}

function rulesOf(rows: CsvRows, pickup: number, dropOff: number): number {
  const [on, off] = [rows.whole(pickup, 0), rows.whole(dropOff, 0)];
  if (on < 0 || on > 3) rows.fault(pickup, `${rows.shown(pickup)} is not a pickup_type`);
  if (off < 0 || off > 3) rows.fault(dropOff, `${rows.shown(dropOff)} is not a drop_off_type`);
  return (PICKUP_RULES[on] ?? 0) | (DROP_OFF_RULES[off] ?? 0);
}

// By pickup_type and drop_off_type.
const PICKUP_RULES = [0, NO_PICKUP, PICKUP_BY_ARRANGEMENT, PICKUP_BY_ARRANGEMENT | PICKUP_BY_DRIVER];
const DROP_OFF_RULES = [
  0,
  NO_DROP_OFF,
  DROP_OFF_BY_ARRANGEMENT,
  DROP_OFF_BY_ARRANGEMENT | DROP_OFF_BY_DRIVER,
];
