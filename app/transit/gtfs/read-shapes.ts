/** shapes.txt: the lines vehicles follow, to be drawn. */
import type { CsvRows } from "~/transit/gtfs/csv";
import type { Shapes } from "~/transit/gtfs/feed";
import { Ids } from "~/transit/gtfs/ids";

export const NO_SHAPES: Shapes = {
  first: new Int32Array(1),
  lat: new Float32Array(0),
  lon: new Float32Array(0),
};

export function readShapes(rows: CsvRows): { shapes: Shapes; ids: Ids } {
  const id = rows.required("shape_id");
  const [lat, lon] = [rows.required("shape_pt_lat"), rows.required("shape_pt_lon")];
  const sequence = rows.required("shape_pt_sequence");
  const most = rows.mostRows;
  const ids = new Ids();
  const [shape, order] = [new Int32Array(most), new Int32Array(most)];
  const [lats, lons] = [new Float32Array(most), new Float32Array(most)];
  let count = 0;
  while (rows.next()) {
    if (rows.blank(id)) rows.fault(id, "shape_id is blank");
    const found = rows.find(id, ids);
    shape[count] = found < 0 ? rows.add(id, ids) : found;
    order[count] = rows.whole(sequence);
    if (order[count]! < 0) rows.fault(sequence, `${rows.shown(sequence)} is not a whole number`);
    lats[count] = rows.decimal(lat);
    lons[count] = rows.decimal(lon);
    if (!(Math.abs(lats[count]!) <= 90)) rows.fault(lat, `${rows.shown(lat)} is not a latitude`);
    if (!(Math.abs(lons[count]!) <= 180)) rows.fault(lon, `${rows.shown(lon)} is not a longitude`);
    count++;
  }
  const { first, sorted } = grouped(shape.subarray(0, count), order, ids.count);
  return {
    ids,
    shapes: {
      first,
      lat: Float32Array.from(sorted, (i) => lats[i]!),
      lon: Float32Array.from(sorted, (i) => lons[i]!),
    },
  };
}

/**
 * Rows brought together by group and put in order of their sequence, whatever order the file has them in.
 * `sorted[first[g]]` is the first row of group g.
 */
export function grouped(
  group: Int32Array,
  sequence: Int32Array,
  groups: number,
): { first: Int32Array; sorted: Int32Array } {
  const first = new Int32Array(groups + 1);
  for (const g of group) first[g + 1]!++;
  for (let g = 0; g < groups; g++) first[g + 1]! += first[g]!;
  const next = first.slice();
  const sorted = new Int32Array(group.length);
  group.forEach((g, row) => (sorted[next[g]!++] = row));
  for (let g = 0; g < groups; g++) {
    for (let i = first[g]! + 1; i < first[g + 1]!; i++) {
      if (sequence[sorted[i]!]! >= sequence[sorted[i - 1]!]!) continue;
      sorted.subarray(first[g], first[g + 1]).sort((a, b) => sequence[a]! - sequence[b]! || a - b);
      break;
    }
  }
  return { first, sorted };
}
