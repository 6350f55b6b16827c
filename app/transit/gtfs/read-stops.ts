/** stops.txt: stops, stations, entrances and what else has a place. */
import type { CsvRows } from "~/transit/gtfs/csv";
import { BOARDING_AREA, STATION, type Stops } from "~/transit/gtfs/feed";
import { Ids } from "~/transit/gtfs/ids";
import type { Levels } from "~/transit/gtfs/read-pathways";
import { shown } from "~/transit/gtfs/shown";

export type ReadStops = {
  stops: Stops;
  ids: Ids;
  lines: number[];
  /** 1 for a stop one walks to from the street, whatever pathways its station has (stop_access 1). */
  onStreet: Uint8Array;
};

export function readStops(rows: CsvRows, levels: Levels | null = null): ReadStops {
  const id = rows.required("stop_id");
  const rowOf = stopRows(rows, levels);
  const ids = new Ids();
  const drafts: Draft[] = [];
  while (rows.next()) if (rows.addOwn(id, ids)) drafts.push(rowOf());
  rows.refuseEmpty(drafts.length, "stop");
  const stops: Stops = {
    ids: ids.texts(),
    names: drafts.map(({ name }) => name),
    lat: Float64Array.from(drafts, ({ lat }) => lat),
    lon: Float64Array.from(drafts, ({ lon }) => lon),
    kind: Uint8Array.from(drafts, ({ kind }) => kind),
    parent: new Int32Array(drafts.length).fill(-1),
    wheelchair: Uint8Array.from(drafts, ({ wheelchair }) => wheelchair),
    level: Float64Array.from(drafts, ({ level }) => level),
  };
  linkParents(rows, stops, drafts);
  inheritWheelchair(stops);
  const onStreet = Uint8Array.from(drafts, (draft) => draft.onStreet);
  return { stops, ids, lines: drafts.map(({ line }) => line), onStreet };
}

type Draft = {
  name: string;
  lat: number;
  lon: number;
  kind: number;
  parentId: string;
  wheelchair: number;
  level: number;
  onStreet: number;
  line: number;
};

function stopRows(rows: CsvRows, levels: Levels | null): () => Draft {
  const [lat, lon, name] = [rows.column("stop_lat"), rows.column("stop_lon"), rows.column("stop_name")];
  const [kind, parent] = [rows.column("location_type"), rows.column("parent_station")];
  const [wheelchair, access] = [rows.column("wheelchair_boarding"), rows.column("stop_access")];
  const level = rows.column("level_id");
  return () => {
    const kindOf = rows.whole(kind, 0);
    if (kindOf < 0 || kindOf > BOARDING_AREA) rows.fault(kind, `${rows.shown(kind)} is not a location_type`);
    return {
      name: rows.name(name),
      lat: degrees(rows, lat, 90),
      lon: degrees(rows, lon, 180),
      kind: kindOf,
      parentId: rows.text(parent),
      wheelchair: Math.max(rows.whole(wheelchair, 0), 0),
      level: levelOf(rows, level, levels),
      onStreet: rows.whole(access, 0) === 1 ? 1 : 0,
      line: rows.line,
    };
  };
}

function levelOf(rows: CsvRows, column: number, levels: Levels | null): number {
  if (!levels || rows.blank(column)) return NaN;
  const found = rows.find(column, levels.ids);
  if (found < 0 && rows.trusts("levels.txt")) rows.warn(column, `${rows.shown(column)} is not in levels.txt`);
  return levels.index[found] ?? NaN;
}

/** What says nothing has what its station says, a boarding area what its platform says, and that its station. */
function inheritWheelchair({ wheelchair, parent }: Stops): void {
  const said = wheelchair.slice();
  for (let stop = 0; stop < said.length; stop++)
    for (let above = parent[stop]!, steps = 2; wheelchair[stop] === 0 && above >= 0 && steps > 0; steps--) {
      wheelchair[stop] = said[above]!;
      above = parent[above]!;
    }
}

/** The station a stop belongs to, or itself. */
export function stationOf({ parent }: Pick<Stops, "parent">, stop: number): number {
  const above = parent[stop]!;
  // A boarding area's platform has its station; there is nothing above that.
  return above < 0 ? stop : parent[above]! < 0 ? above : parent[above]!;
}

function degrees(rows: CsvRows, column: number, limit: number): number {
  if (rows.blank(column)) return NaN;
  const value = rows.decimal(column);
  if (Number.isNaN(value) || Math.abs(value) > limit) {
    rows.fault(column, `${rows.shown(column)} is not a position in degrees`);
    return NaN;
  }
  return value;
}

function linkParents(rows: CsvRows, stops: Stops, drafts: Draft[]): void {
  if (drafts.every(({ parentId }) => parentId === "")) return;
  const column = rows.column("parent_station");
  const indexOf = new Map(stops.ids.map((id, index) => [id, index]));
  for (const [stop, { parentId, line }] of drafts.entries()) {
    if (parentId === "") continue;
    const found = indexOf.get(parentId);
    if (found === undefined) rows.fault(column, `${shown(parentId)} is not in stops.txt`, line);
    // Boarding areas belong to a platform, everything else to a station.
    else if (stops.kind[found] !== STATION && stops.kind[stop] !== BOARDING_AREA)
      rows.fault(column, `${shown(parentId)} is not a station`, line);
    else stops.parent[stop] = found;
  }
}
