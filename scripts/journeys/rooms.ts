/** Warm rooms on the way, out of a file: where one may wait indoors, and when. */
import path from "node:path";
import type { EpochSeconds, WarmRoom } from "~/domain/journey";
import { Refusal } from "../postgres/refusal";
import { eachRow, type Fields, pointIn, readJson, RowFault, textIn, timeIn } from "./json-file";

type Stretch = WarmRoom["open"][number];

export async function readRooms(file: string, dayStarts: EpochSeconds): Promise<WarmRoom[]> {
  const rows = await readJson(file);
  if (!Array.isArray(rows)) throw new Refusal(`${path.basename(file)} is not a list of rooms in brackets.`);
  const rooms = eachRow(file, rows, (row) => ({
    name: textIn(row.name) ?? "",
    ...pointIn(row),
    open: openIn(row, dayStarts),
  }));
  return rooms.map((room, roomKey) => ({ ...room, roomKey }));
}

function openIn({ open }: Fields, dayStarts: EpochSeconds): Stretch[] {
  if (!Array.isArray(open) || open.length === 0)
    throw new RowFault('open is missing: it is a list like [["17:00", "18:30"]]');
  const stretches = open.map((pair: unknown): Stretch => {
    const [from, until] = Array.isArray(pair) ? pair.map((time) => timeIn(time, "open", dayStarts)) : [];
    if (typeof from !== "number" || typeof until !== "number" || until <= from)
      throw new RowFault('open takes pairs like ["17:00", "18:30"], the later time second');
    return { from, until };
  });
  return joined(stretches.toSorted((a, b) => a.from - b.from));
}

/** Stretches that touch are one. */
function joined(stretches: Stretch[]): Stretch[] {
  return stretches.reduce<Stretch[]>((before, next) => {
    const last = before.at(-1);
    if (!last || next.from > last.until) return [...before, next];
    return [...before.slice(0, -1), { from: last.from, until: Math.max(last.until, next.until) }];
  }, []);
}
