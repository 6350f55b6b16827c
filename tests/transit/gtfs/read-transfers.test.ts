import { expect, test } from "vitest";
import { Ids } from "~/transit/gtfs/ids";
import { oddTransfers } from "~/transit/gtfs/read-transfers";

const encoder = new TextEncoder();
const stopIds = new Ids();
for (const id of ["A", "B"]) stopIds.add(encoder.encode(id), 0, 1);

const odd = (text: string) =>
  oddTransfers(encoder.encode(text), stopIds).map(
    ({ line, column, reason }) => `${line} ${column}: ${reason}`,
  );

test("an unknown stop is said with its first line and how often; a blank one is none", () => {
  const header = "from_stop_id,to_stop_id,transfer_type\n";
  expect(odd(`${header}A,B,2\nA,Z,2\nZ,B,2\nB,Z,2\n,,4\n`)).toEqual([
    '3 to_stop_id: "Z" is not in stops.txt (2 rows; this is the first)',
    '4 from_stop_id: "Z" is not in stops.txt',
  ]);
});

test("a file that cannot be read, or names no stops, is no more than odd", () => {
  expect(odd('from_stop_id,to_stop_id\nA,"B\n')).toEqual([
    "2 null: field 2 opens a quote that is not closed",
  ]);
  expect(odd("")).toEqual([]);
  expect(odd("from_trip_id,to_trip_id\n1,2\n")).toEqual([]);
});
