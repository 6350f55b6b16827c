/** stops.txt: stops, stations, entrances and what else has a place. */
import type { CsvRows } from "~/transit/gtfs/csv";
import { STATION, type Stops } from "~/transit/gtfs/feed";
import { Ids } from "~/transit/gtfs/ids";
import { shown } from "~/transit/gtfs/shown";

const LAST_KIND = 4;

export function readStops(rows: CsvRows): { stops: Stops; ids: Ids; lines: number[] } {
  const id = rows.required("stop_id");
  const [lat, lon, name] = [rows.column("stop_lat"), rows.column("stop_lon"), rows.column("stop_name")];
  const [kind, parent] = [rows.column("location_type"), rows.column("parent_station")];
  const wheelchair = rows.column("wheelchair_boarding");
  const ids = new Ids();
  const parents: { stop: number; parentId: string; line: number }[] = [];
  const read = { names: [] as string[], lat: [] as number[], lon: [] as number[], kind: [] as number[] };
  const wheelchairs: number[] = [];
  const lines: number[] = [];
  while (rows.next()) {
    if (!rows.addOwn(id, ids)) continue;
    if (!rows.blank(parent))
      parents.push({ stop: lines.length, parentId: rows.text(parent), line: rows.line });
    const kindOf = rows.whole(kind, 0);
    if (kindOf < 0 || kindOf > LAST_KIND) rows.fault(kind, `${rows.shown(kind)} is not a location_type`);
    read.names.push(rows.name(name));
    read.lat.push(degrees(rows, lat, 90));
    read.lon.push(degrees(rows, lon, 180));
    read.kind.push(kindOf);
    wheelchairs.push(Math.max(rows.whole(wheelchair, 0), 0));
    lines.push(rows.line);
  }
  const stops: Stops = {
    ids: ids.texts(),
    names: read.names,
    lat: Float64Array.from(read.lat),
    lon: Float64Array.from(read.lon),
    kind: Uint8Array.from(read.kind),
    parent: new Int32Array(lines.length).fill(-1),
    wheelchair: Uint8Array.from(wheelchairs),
    level: new Float64Array(lines.length).fill(NaN),
  };
  rows.refuseEmpty(lines.length, "stop");
  linkParents(rows, stops, parents);
  return { stops, ids, lines };
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

function linkParents(
  rows: CsvRows,
  stops: Stops,
  parents: { stop: number; parentId: string; line: number }[],
): void {
  if (parents.length === 0) return;
  const column = rows.column("parent_station");
  const indexOf = new Map(stops.ids.map((id, index) => [id, index]));
  for (const { stop, parentId, line } of parents) {
    const found = indexOf.get(parentId);
    if (found === undefined) rows.fault(column, `${shown(parentId)} is not in stops.txt`, line);
    // Boarding areas (type 4) belong to a platform, everything else to a station.
    else if (stops.kind[found] !== STATION && stops.kind[stop] !== LAST_KIND)
      rows.fault(column, `${shown(parentId)} is not a station`, line);
    else stops.parent[stop] = found;
  }
}
